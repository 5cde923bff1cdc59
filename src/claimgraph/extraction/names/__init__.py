"""Who is spoken of: names that are known or met, and who is only described."""
