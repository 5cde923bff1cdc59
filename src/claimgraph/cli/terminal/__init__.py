"""How does it look, where does it come from, and what if it fails?"""
