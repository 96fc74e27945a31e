"""./eddy browser: opens the notebooks in JupyterLab in a real browser, runs, stops and resumes them, and looks at them."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import browsers
import lab
import prerequisites
import ready
import reproduce
import surroundings
from places import Places

# The notebooks that are restarted, interrupted and killed too, unless all are.
STOPPED = "02,03"


def run(places: Places, names: list, everything: bool, look: bool, pictures: bool, say=print) -> int:
    """Runs the suite and returns its exit status; says SKIPPED, and succeeds, where there is no browser."""
    browser = browsers.find()
    if browser is None:
        say("browser suite: SKIPPED (no Chromium on the PATH: install one, or name it in EDDY_BROWSER)")
        return 0
    notebooks = reproduce.choose(places, names)
    prepared = ready.ensure(places, say)
    python = _python(places, say)
    if python is None:
        say("browser suite: SKIPPED (Playwright could not be installed; the message stands above)")
        return 0
    work = places.out() / "browser"
    work.mkdir(parents=True, exist_ok=True)
    command = [python, str(places.environment / "browser" / "run.py"), *map(str, notebooks), "--browser", browser]
    command += ["--lab", json.dumps(lab.command(places, 0, False, work)), "--work", str(work)]
    command += ["--stop", "all" if everything else STOPPED] + ["--look"] * look + ["--pictures"] * pictures
    environ = {
        **prepared.environ, "EDDY_SCALE": "quick", "EDDY_OUT": str(work / "out"), "EDDY_RUNS": str(work / "runs"),
        "JUPYTER_RUNTIME_DIR": str(work / "runtime"), "JUPYTERLAB_SETTINGS_DIR": str(work / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(work / "workspaces"),
    }
    return subprocess.run(command, cwd=places.root, env=environ, stdin=subprocess.DEVNULL).returncode


def _python(places: Places, say) -> str | None:
    """The Python of .venv-browser, made where it is missing or older than its lock file; None if that fails."""
    venv = places.root / ".venv-browser"
    python = str(venv / ("Scripts/python.exe" if places.windows else "bin/python"))
    lock_file = places.environment / "browser" / "requirements.lock"
    stamp = venv / "eddy-ready.txt"
    wanted = f"{hashlib.sha256(lock_file.read_bytes()).hexdigest()} {places.root}"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    prerequisites.check_venv()
    say("setting up Playwright in .venv-browser (the first time downloads about 50 MB)")
    shutil.rmtree(venv, ignore_errors=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    for step in ([sys.executable, "-m", "venv", str(venv)], [*install, "--requirement", str(lock_file)]):
        if subprocess.run(step, env=surroundings.plain(), stdin=subprocess.DEVNULL).returncode != 0:
            return None
    stamp.write_text(wanted, encoding="utf-8")
    return python
