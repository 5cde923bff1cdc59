"""What we use of it: one reader of XML, and what it refuses."""
