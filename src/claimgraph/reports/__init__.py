"""What does a reader get? One module per report; each makes a `Report`."""
