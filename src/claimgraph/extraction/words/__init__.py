"""The words that the stages know: lists, cues, and the lexicon of triggers."""
