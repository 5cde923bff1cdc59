"""The paths of the lexicon's frames through a parsed sentence."""
