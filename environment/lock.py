"""One set-up of a clone at a time: a second ./eddy waits until the first is through."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from pathlib import Path

if os.name == "nt":
    import msvcrt
else:
    import fcntl


@contextlib.contextmanager
def held(root: Path, say=print):
    """Holds the lock of the clone at `root`; the system gives it back even when the process is killed."""
    name = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    with open(Path(tempfile.gettempdir()) / f"eddy-{_user()}-{name}.lock", "a") as file:
        if not _taken(file):
            say("waiting for another ./eddy that is setting up this clone")
            while not _taken(file):
                time.sleep(0.2)
        yield


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _taken(file) -> bool:
    try:
        if os.name == "nt":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except OSError:
        return False
