"""Whether a folder can be written and has room, asked before anything is begun there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from trouble import Trouble

MEGABYTE = 1_000_000


def ground(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def writable(folder: Path) -> bool:
    """Whether files can be made in the folder, or the folder itself where it is not there yet."""
    there = ground(folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def free(folder: Path) -> int:
    """Bytes that the user may still write there."""
    return shutil.disk_usage(ground(folder)).free


def require(folder: Path, megabytes: int, what: str) -> None:
    """Refuses a folder that cannot be written or has less room than `what` needs."""
    if not writable(folder):
        raise Trouble(f"{folder} cannot be written, and {what} is made there: work in a clone of your own that can.")
    left = free(folder) // MEGABYTE
    if left < megabytes:
        raise Trouble(
            f"{what} needs {megabytes} MB in {folder}, where {left} are free: make room there, then run the same command"
            " again."
        )


def require_output(variable: str, folder: Path) -> None:
    """Refuses a folder for results that cannot be written."""
    if not writable(folder):
        raise Trouble(
            f"{folder} cannot be written, and results go there: name a folder of your own in {variable}, or make this one"
            " writable."
        )
