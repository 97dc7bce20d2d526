"""PDF files as bytes: their time as that of the data instead of the clock's."""

from __future__ import annotations

import re
from datetime import date

_WHEN = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)")
_STARTED = date(2022, 2, 24)


def dated(pdf: bytes, day: date | None) -> bytes:
    """The PDF with that day for its time instead of the clock's, so that the same picture is the same file."""
    when = f"{day or _STARTED:%Y%m%d}000000".encode()
    return _WHEN.sub(lambda found: b"/" + found[1] + b" (D:" + when + b"+00'00')", pdf)
