"""What we use of it: a model that parses sentences."""
