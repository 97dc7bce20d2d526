"""One file a source: bytes to documents, claims or report rows, beside what was left out and why."""
