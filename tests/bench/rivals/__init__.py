"""The plain pages that ours is measured beside, each a program of its own."""
