"""What is seen and pressed in a review, full-screen? Loaded by `review` alone."""
