"""How does a person decide about claims that a machine proposed?

State is in the claims files alone: who begins again goes on where they stand.
"""
