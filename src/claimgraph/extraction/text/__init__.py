"""An article as lines and sentences, and which of them may speak."""
