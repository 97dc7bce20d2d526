"""Text to claims: `extract` reads a document into claims of reported losses and figures set aside."""

from dashboard.extract.extractor import extract

__all__ = ["extract"]
