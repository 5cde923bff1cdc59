"""Articles read by machine: claims that it proposes, into a corpus or a file."""
