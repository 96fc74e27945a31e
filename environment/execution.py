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
    last: dict = {}
    with Line(notebook.stem) as line, open(log, "wb") as errors, subprocess.Popen(
        command, cwd=ready.places.root, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors,
        encoding="utf-8",
    ) as process:  # fmt: skip
        line.show("starting")
        for text in process.stdout:
            last = json.loads(text)
            if "cell" in last:
                line.show(f"cell {last['cell']} of {last['of']}")
    seconds = time.monotonic() - started
    if "failed" in last:
        return Outcome(seconds, last["failed"], last["failed"], last["text"])
    if "done" not in last:
        raise Trouble(f"{notebook.name} could not be executed (status {process.returncode}): {log} says why.")
    log.unlink()
    return Outcome(seconds, last["done"])
