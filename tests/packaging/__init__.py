"""The program as others install it."""
