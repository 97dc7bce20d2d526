"""The chart library that browsers are sent: plotly.js whole, or its basic bundle where set-up has fetched that."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

import brotli
from flask import Flask, Response, request
from plotly.offline import get_plotlyjs_version

PATH = "/chart-library/"
# What the basic bundle can draw; a test holds our charts to it.
TRACES = frozenset({"bar", "pie", "scatter"})
# The SHA-256 of each bundle we have looked at, by its version: nothing else is ever served in its name.
BUNDLES: Mapping[str, str] = MappingProxyType(
    {"4.1.1": "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"}
)
FETCHED = Path(__file__).resolve().parents[2] / ".cache" / "plotly"
_QUALITY = 9


@dataclass(frozen=True)
class Library:
    """The script as bytes; `partial` says whether it is the basic bundle."""

    script: bytes
    partial: bool

    @cached_property
    def address(self) -> str:
        """Where it is served: the name changes with the content, so browsers may keep it for good."""
        return f"{PATH}{hashlib.sha256(self.script).hexdigest()[:16]}.js"

    @cached_property
    def compressed(self) -> bytes:
        """The script compressed by brotli, which takes most of a second for the whole one."""
        return bytes(brotli.compress(self.script, quality=_QUALITY))


def found(folder: Path = FETCHED) -> Library:
    """The basic bundle of plotly's own plotly.js if `folder` holds it unaltered, else the whole that plotly ships."""
    version = str(get_plotlyjs_version())
    bundle = folder / f"plotly-basic-{version}.min.js"
    if version in BUNDLES and bundle.is_file():
        script = bundle.read_bytes()
        if hashlib.sha256(script).hexdigest() == BUNDLES[version]:
            return Library(script, partial=True)
    return Library(files("plotly").joinpath("package_data", "plotly.min.js").read_bytes(), partial=False)


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
