"""The project's own Python environment, .venv: Jupyter and the Java kernel, exactly as the lock file says."""

import hashlib
import json
import shutil
import subprocess
import sys

import causes
import labsettings
import prerequisites
import room
import surroundings
from places import Places
from trouble import Trouble

# What .venv takes, with pip's cache and some room to unpack.
VENV_MEGABYTES = 500


def ensure(places: Places, say=print) -> None:
    """Makes .venv, or makes it again where it is missing, unfinished, moved or made from another lock file."""
    if unready(places):
        _make(places, say)
    labsettings.write(places)


def _make(places: Places, say) -> None:
    prerequisites.check_venv()
    room.require(places.root, VENV_MEGABYTES, "Jupyter's environment .venv")
    say("setting up Jupyter in .venv (the first time downloads about 60 MB)")
    shutil.rmtree(places.venv, ignore_errors=True)
    install = [str(places.venv_python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    install += ["--require-hashes", "--requirement", str(places.lock_file)]
    _run(places, [sys.executable, "-m", "venv", str(places.venv)], "Python could not make a virtual environment in .venv")
    _run(places, install, "pip could not install what environment/requirements.lock lists")
    _stamp_file(places).write_text(json.dumps(_stamp(places)), encoding="utf-8")


def _stamp_file(places: Places):
    return places.venv / "eddy-ready.json"


def _stamp(places: Places) -> dict:
    """What .venv depends on: a change of any of these means making it again."""
    script = "import sys, platform; print(platform.python_version(), sys.prefix != sys.base_prefix)"
    asked = subprocess.run([str(places.venv_python), "-I", "-c", script], capture_output=True, text=True)
    return {
        "lock": hashlib.sha256(places.lock_file.read_bytes()).hexdigest(),
        "root": str(places.root),
        "python": asked.stdout.strip(),
    }


def unready(places: Places) -> str:
    """Why .venv has to be made, or made again; nothing where it is as it should be."""
    if not places.venv.exists():
        return "there is none yet"
    try:
        found = json.loads(_stamp_file(places).read_text(encoding="utf-8"))
        wanted = _stamp(places)
    except (OSError, ValueError):
        return "it is not finished"
    changed = {"lock": "its lock file changed", "root": "the clone was moved", "python": "its Python changed"}
    return next((why for part, why in changed.items() if found.get(part) != wanted[part]), "")


def _run(places: Places, command: list, problem: str) -> None:
    done = subprocess.run(
        command, env=surroundings.plain(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace",
    )
    if done.returncode != 0:
        print(done.stdout, file=sys.stderr)
        raise Trouble(f"{problem}; {causes.of(done.stdout, room.free(places.root))}. Then run the same command again.")
