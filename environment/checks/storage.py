"""Where Eddy writes: permission and room."""

from __future__ import annotations

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


def _room(what: str, folder: Path, megabytes: int, free) -> Finding:
    left = free(folder) // room.MEGABYTE
    if left < megabytes:
        return wrong(what, f"{left} MB free in {folder}, and {megabytes} are needed: make room there")
    return ok(what, f"{folder} can be written, {left / 1000:.1f} GB free")
