"""The chart library that browsers are sent: the part of plotly.js that our charts need, or else the whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType

import brotli
from flask import Flask, Response, request

from dashboard.web.chart_modules import cut

PATH = "/chart-library/"
# What the part can draw; a test holds our charts to it.
TRACES = frozenset({"bar", "scatter"})
# For each script of plotly that we have looked at, by its SHA-256, that of the part cut out of it.
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "3b6e15d45dbb7fca5bd2094291e961ddc5472cd887009e6009a56dab668d721f": (
            "284cd0645aa00ad1dfcf6b7750d0755c64edc1aaf677513953cf12e0788b5ed2"
        )
    }
)
_QUALITY = 9


@dataclass(frozen=True)
class Library:
    """The whole script as it ships, the SHA-256 of what is served of it, and whether that is a part."""

    whole: bytes
    digest: str
    partial: bool

    @property
    def address(self) -> str:
        """Where it is served: the name changes with the content, so browsers may keep it for good."""
        return f"{PATH}{self.digest[:16]}.js"

    @cached_property
    def script(self) -> bytes:
        """The script; cutting it takes half a second."""
        return cut(self.whole.decode()).encode() if self.partial else self.whole

    @cached_property
    def compressed(self) -> bytes:
        """The script compressed by brotli, which takes most of a second for the whole one."""
        return bytes(brotli.compress(self.script, quality=_QUALITY))


def found() -> Library:
    """The part of the plotly.js that plotly ships, where that is a script we have looked at; else the whole."""
    whole = files("plotly").joinpath("package_data", "plotly.min.js").read_bytes()
    digest = hashlib.sha256(whole).hexdigest()
    return Library(whole, PARTS.get(digest, digest), digest in PARTS)


def register(server: Flask, library: Library) -> None:
    """Answer at the library's own address, for good."""

    @server.get(library.address)
    def _chart_library() -> Response:
        small = "br" in request.accept_encodings
        response = Response(library.compressed if small else library.script, mimetype="text/javascript")
        if small:
            response.headers["Content-Encoding"] = "br"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
