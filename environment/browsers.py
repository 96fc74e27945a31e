"""Finds a browser of the Chromium family: it prints reports as PDF, and the browser suite drives it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from trouble import Trouble

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def find(environ=os.environ, elsewhere=ELSEWHERE) -> str | None:
    """The browser that EDDY_BROWSER names, or the first Chromium, Chrome or Edge of this machine."""
    named = environ.get("EDDY_BROWSER")
    if named:
        found = shutil.which(named, path=environ.get("PATH"))
        if found is None:
            raise Trouble(f"EDDY_BROWSER is {named}, and there is no such program: name a Chromium, Chrome or Edge.")
        return found
    on_path = (shutil.which(name, path=environ.get("PATH")) for name in NAMES)
    return next((each for each in (*on_path, *elsewhere) if each and Path(each).is_file()), None)
