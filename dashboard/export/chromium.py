"""The browser that draws, started with less than Kaleido gives it: no network, no way to files, and never orphaned."""

from __future__ import annotations

import base64
import html
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import plotly
from choreographer.browsers import Chromium

from dashboard.shipped import shipped

_HERE = Path(__file__).resolve().parent
_PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
_FONTS = shipped("assets/fonts")
_FILES = {
    "latin-ext": "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F",
    "cyrillic": "U+0301, U+0400-045F, U+0490-0491, U+2116",
    "latin": "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, "
    "U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
}
_POLICY = (
    "default-src 'none'; img-src data: blob:; font-src data:; connect-src 'none'; script-src file:; "
    "style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
)
_REFUSED = ("--disable-web-security", "--allow-file-access-from-files", "--enable-logging=stderr")
_ADDED = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
    "--disable-default-apps",
    "--log-level=3",
)


class Guarded(Chromium):
    """Chromium without the switches that open files and other sites to a page, below a guard that ends it with us."""

    def get_cli(self) -> Sequence[str]:
        """The command line: the guard, then the browser with its switches."""
        command = [str(part) for part in super().get_cli()]
        browser = command[command.index(str(self.path)) :]
        kept = [part for part in browser if part not in _REFUSED]
        if sys.platform == "win32":
            return [*kept, *_ADDED]
        return [sys.executable, "-I", str(_HERE / "guard.py"), str(os.getpid()), *kept, *_ADDED]


class Page:
    """The page that figures are drawn in: Plotly, the typeface and our script, under a policy that forbids all else."""

    def generate_index(self) -> str:
        """The HTML, as Kaleido asks for it."""
        scripts = "".join(f'<script src="{path.as_uri()}"></script>' for path in (_PLOTLY, _HERE / "page.js"))
        return (
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}">'
            f'<title>Reported Losses</title>{_fonts()}<style id="sheet"></style>'
            f'{scripts}</head><body><div id="drawing"></div></body></html>'
        )


def _fonts() -> str:
    """The typeface that ships, one style for each of its files, which needs no other file."""
    faces = {name: _face(name, letters) for name, letters in _FILES.items()}
    return "".join(f'<style class="font" id="{name}">{face}</style>' for name, face in faces.items())


def _face(name: str, letters: str) -> str:
    data = base64.b64encode((_FONTS / f"source-sans-3-{name}-wght-normal.woff2").read_bytes()).decode()
    return (
        f'@font-face{{font-family:"Source Sans 3";font-weight:200 900;'
        f'src:url(data:font/woff2;base64,{data}) format("woff2");unicode-range:{letters}}}'
    )
