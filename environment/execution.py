"""Runs one notebook in a process of its own and shows how far it is."""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from progressline import Line
from ready import Ready
from trouble import Trouble


@dataclass(frozen=True)
class Outcome:
    """How a run ended: seconds, code cells, and the failing cell with its message where one threw."""

    seconds: float
    cells: int
    failed_cell: int | None = None
    message: str = ""


def execute(ready: Ready, notebook: Path, copy: Path, out: Path, scale: str) -> Outcome:
    """Executes `notebook` at `scale`; the executed copy goes to `copy`, what its cells write below `out`."""
    environ = {**ready.environ, "EDDY_SCALE": scale, "EDDY_OUT": str(out)}
    command = [str(ready.places.venv_python), str(ready.places.inside / "execute.py"), str(notebook), str(copy)]
    copy.parent.mkdir(parents=True, exist_ok=True)
    log = copy.with_suffix(".log")
    started = time.monotonic()
    with Line(notebook.stem) as line, open(log, "wb") as errors, subprocess.Popen(
        command, cwd=ready.places.root, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors,
        encoding="utf-8",
    ) as process:
        line.show("starting")
        try:
            last = _follow(process.stdout, line)
        except KeyboardInterrupt:
            _stop(process)
            raise
    seconds = time.monotonic() - started
    if "failed" in last:
        return Outcome(seconds, last["failed"], last["failed"], last["text"])
    if "done" not in last:
        raise Trouble(f"{notebook.name} could not be executed (status {process.returncode}): {log} says why.")
    log.unlink()
    return Outcome(seconds, last["done"])


def _follow(told, line: Line) -> dict:
    """Shows what the process tells until its end; returns the last of it."""
    last, cell = {}, ""
    for text in told:
        last = json.loads(text)
        if "cell" in last:
            cell = f"cell {last['cell']} of {last['of']}"
            line.show(cell)
        elif "progress" in last:
            line.show(f"{cell}: {last['progress']}")
    return last


def _stop(process: subprocess.Popen) -> None:
    """Waits until the process has shut its kernel down; it got the same Ctrl-C, unless only we were meant."""
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait()
