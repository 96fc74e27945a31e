"""./eddy lab: JupyterLab on this machine only, with a token, its files inside .venv."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import ready
from places import Places


def command(places: Places, port: int, browser: bool, folder: Path | None = None) -> list:
    """The command that starts JupyterLab in the folder of the clone, or in another with a folder notebooks/."""
    started = [str(places.venv_python), "-m", "jupyterlab", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    started += [f"--ServerApp.root_dir={folder or places.root}", "--LabApp.default_url=/lab/tree/notebooks"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        started.append("--allow-root")
    return started if browser else started + ["--no-browser"]


def run(places: Places, port: int, browser: bool, scale: str | None = None) -> int:
    """Starts JupyterLab and waits for its end; Ctrl-C is JupyterLab's to answer."""
    prepared = ready.ensure(places)
    environ = {**prepared.environ, "EDDY_SCALE": scale} if scale else prepared.environ
    with subprocess.Popen(command(places, port, browser), cwd=places.root, env=environ) as server:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        return server.wait()
