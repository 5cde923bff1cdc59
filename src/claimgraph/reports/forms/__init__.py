"""The forms that a report takes: one module or package each."""
