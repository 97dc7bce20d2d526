"""Messages between this process and the one that reads pages: four bytes of length, then as many bytes."""

from __future__ import annotations

from typing import IO

LENGTH_BYTES = 4


def send(stream: IO[bytes], message: bytes) -> None:
    """Writes one message and flushes; raises OSError where nobody reads."""
    stream.write(len(message).to_bytes(LENGTH_BYTES, "big") + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the stream has ended, or breaks off."""
    length = int.from_bytes(head, "big") if len(head := stream.read(LENGTH_BYTES)) == LENGTH_BYTES else None
    if length is None:
        return None
    message = stream.read(length)
    return message if len(message) == length else None
