"""What follows from the claims? Pure functions over them, one module per idea."""
