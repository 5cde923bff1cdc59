"""What goes on the short page of each report: one module each, by the report's name."""
