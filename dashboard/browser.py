"""Which browser of the Chromium family this machine has; detected, never assumed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def found_browser() -> str | None:
    """Path of a Chromium, Chrome or Edge: `CHROMIUM` if set, else one on the PATH, else a usual place; None if none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named) or (named if Path(named).is_file() else None)
    on_path = (found for name in _NAMES if (found := shutil.which(name)))
    return next(on_path, None) or next((place for place in _PLACES if Path(place).is_file()), None)
