"""What we use of it: the records of an archive."""
