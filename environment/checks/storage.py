"""Where Eddy writes: permission and room."""

from __future__ import annotations

import os
from pathlib import Path

import build
import room
import virtualenv
from checks.finding import Finding, note, ok, wrong
from places import Places

# A quick run of all notebooks with its reports; notebook 03 at the paper's scale keeps 1.1 GB of trajectories.
QUICK_MEGABYTES = 200
PAPER_MEGABYTES = 2000


def clone(places: Places, ready: bool, writable=room.writable, free=room.free) -> Finding:
    """The clone itself; what is not set up yet has to fit."""
    if not writable(places.root):
        return wrong("clone", f"{places.root} cannot be written: clone or copy it into a folder of your own")
    needed = 0 if ready else virtualenv.VENV_MEGABYTES + build.LIBRARY_MEGABYTES
    return _room("clone", places.root, needed, free)


def results(variable: str, what: str, folder: Path, writable=room.writable, free=room.free) -> Finding:
    """A folder for reports or checkpoints, which the variable can move."""
    if not writable(folder):
        return wrong(what, f"{folder} cannot be written: name a folder of your own in {variable}")
    left = free(folder) // room.MEGABYTE
    if QUICK_MEGABYTES <= left < PAPER_MEGABYTES:
        return note(what, f"{left} MB free in {folder}: enough at quick; a paper-scale run keeps up to {PAPER_MEGABYTES} MB"
                          f" ({variable} names another folder)")
    return _room(what, folder, QUICK_MEGABYTES, free)


def repository(ready: bool, environ=os.environ, home: Path | None = None, writable=room.writable) -> Finding:
    """Where Maven keeps what it downloads: in the home folder, as the system knows it whatever HOME says."""
    if "-Dmaven.repo.local=" in environ.get("MAVEN_OPTS", ""):
        return ok("Maven's folder", "named in MAVEN_OPTS")
    folder = (home or _home()) / ".m2" / "repository"
    if writable(folder):
        return ok("Maven's folder", f"{folder} can be written")
    said = f"{folder} cannot be written: name a folder of your own with MAVEN_OPTS=-Dmaven.repo.local=FOLDER"
    return (note if ready else wrong)("Maven's folder", said)


def _home() -> Path:
    try:
        import pwd

        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except (ImportError, KeyError):
        return Path(os.path.expanduser("~"))


def _room(what: str, folder: Path, megabytes: int, free) -> Finding:
    left = free(folder) // room.MEGABYTE
    if left < megabytes:
        return wrong(what, f"{left} MB free in {folder}, and {megabytes} are needed: make room there")
    return ok(what, f"{folder} can be written, {left / 1000:.1f} GB free")
