"""Prints a report as PDF with the browser of this machine, which sees no network and keeps nothing."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

NO_BROWSER = "no PDF: no Chromium, Chrome or Edge was found; install one, or name it in EDDY_BROWSER"
_SECONDS = 180
_FLAGS = (
    "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--proxy-server=127.0.0.1:9", "--no-pdf-header-footer",
)
_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")


def pdf(browser: str, page: Path, environ=os.environ) -> str:
    """Writes the PDF beside the page; returns what went wrong, or nothing."""
    target = page.with_suffix(".pdf")
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        made = Path(home) / "page.pdf"
        try:
            done = subprocess.run(
                command(browser, page, made, home), env=surroundings(home, environ), stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return f"{browser} did not print {page.name} within {_SECONDS} seconds"
        if not made.exists():
            said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            return f"{browser} did not print {page.name}: {said}"
        target.write_bytes(undated(made.read_bytes()))
    return ""


def command(browser: str, page: Path, target: Path, home: str) -> list:
    """The call of the browser."""
    # Chromium refuses to run as root inside its sandbox; the page is our own and runs no script.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sandbox = ["--no-sandbox"] if root else []
    return [browser, *_FLAGS, *sandbox, f"--user-data-dir={home}", f"--print-to-pdf={target}", page.resolve().as_uri()]


def surroundings(home: str, environ) -> dict:
    """The browser writes settings and caches to a folder that goes away."""
    return {**environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}


def undated(content: bytes) -> bytes:
    """The same PDF without the time of its making, so that the same page gives the same bytes."""
    return _DATES.sub(lambda found: b" " * len(found[0]), content)
