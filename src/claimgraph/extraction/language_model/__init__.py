"""A language model reads whole articles and proposes claims; the gate looks at each."""
