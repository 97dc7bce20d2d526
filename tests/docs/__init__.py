"""The documentation: built, and every command and snippet of it run."""
