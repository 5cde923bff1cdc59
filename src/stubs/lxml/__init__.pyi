"""What we use of it: the reader of pages."""
