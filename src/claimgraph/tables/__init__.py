"""What does a table of other people's say, and what do its columns mean?

Rows of any file of rows, mapping files, and a mapping that is proposed from a head.
"""
