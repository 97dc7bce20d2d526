"""From a document to the store: read, compared with what is kept, and added with its claims for review."""

from dashboard.intake.adding import Added, Reader, add, read_for_store

__all__ = ["Added", "Reader", "add", "read_for_store"]
