"""Writes the report of an executed notebook: HTML, and PDF where there is a browser."""

from __future__ import annotations

import subprocess
from pathlib import Path

import browsers
import printing
import ready


def write(prepared: ready.Ready, copy: Path, out: Path) -> str:
    """Writes out/<notebook>.html; returns what is wrong with it, or nothing."""
    page = out / f"{copy.stem}.html"
    for old in (page, page.with_suffix(".pdf")):
        old.unlink(missing_ok=True)
    script = prepared.places.inside / "report.py"
    done = subprocess.run(
        [str(prepared.places.venv_python), str(script), str(copy), str(page)],
        env=prepared.environ, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
    )
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["no page was written"])[-1]


def printed(names: list, out: Path, say) -> None:
    """Prints the reports of these notebooks as PDF beside their pages, or says why it cannot."""
    browser = browsers.find()
    if browser is None:
        say(printing.NO_BROWSER)
        return
    for name in names:
        page = out / f"{name}.html"
        problem = printing.pdf(browser, page) if page.exists() else ""
        if problem:
            say(f"no PDF: {problem}")
            return
