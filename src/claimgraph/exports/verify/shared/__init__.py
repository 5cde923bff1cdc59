"""What verifiers share with each other, and with no writer."""
