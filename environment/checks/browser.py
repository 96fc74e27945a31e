"""A browser of the Chromium family, for PDF reports and the browser suite."""

import shutil

from checks.finding import Finding, note, ok

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def browser(which=shutil.which) -> Finding:
    """Whether one is on the PATH."""
    found = next(filter(None, map(which, NAMES)), None)
    if found:
        return ok("browser", found)
    return note("browser", "no Chromium: reports come without PDF and the browser suite is skipped (Debian and Ubuntu: apt"
                           " install chromium)")
