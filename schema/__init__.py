"""What may exist? YAML that an analyst can review, and the types that read it."""
