"""What earlier runs left: checkpoints of this version, of others, and damaged ones."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from checks.finding import Finding, note, ok

NAME, VERSION = b"EDDYCKP", b"1"


def runs(folder: Path, source: str) -> list:
    """Lines about the checkpoints below the folder; `source` is the hash of the sources as they are."""
    if not folder.is_dir():
        return [ok("runs", f"none yet ({folder})")]
    files = sorted(folder.rglob("*.checkpoint"))
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    found = [ok("runs", f"{len(files)} checkpoints in {folder}, {size / 1e6:.0f} MB with their trajectories")]
    other = [file for file in files if (version(file) or VERSION) != VERSION]
    damaged = [file for file in files if version(file) is None]
    older = [file for file in files if file not in other and file not in damaged and made_by(file) not in ("", source)]
    for some, problem in (
        (other, "written by another version of Eddy: go on with that version, or delete them to start over"),
        (damaged, "damaged or no checkpoints: delete them to start over"),
        (older, "made by other sources than those of this clone: a run goes on from them, and its provenance says so; delete"
                " them to compute anew"),
    ):
        if some:
            found.append(note("runs", f"{_listed(some, folder)} {problem}"))
    return found


def version(file: Path) -> bytes | None:
    """The format of a checkpoint, one letter; None where the file is damaged or something else."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    whole = len(content) > len(NAME) + 5 and content.startswith(NAME)
    if not whole or struct.pack(">I", zlib.crc32(content[:-4])) != content[-4:]:
        return None
    return content[len(NAME):len(NAME) + 1]


def made_by(file: Path) -> str:
    """The hash of the sources that wrote a whole checkpoint of this format; empty where it does not say."""
    content = memoryview(file.read_bytes())[len(NAME) + 1:]

    def text() -> str:
        nonlocal content
        (length,) = struct.unpack(">i", content[:4])
        told, content = bytes(content[4:4 + length]), content[4 + length:]
        return told.decode("utf-8")

    text()
    (count,) = struct.unpack(">i", content[:4])
    content = content[4:]
    return dict((text(), text()) for _ in range(count)).get("source", "")


def _listed(files: list, folder: Path) -> str:
    shown = ", ".join(str(file.relative_to(folder)) for file in files[:3])
    return f"{shown}{f' and {len(files) - 3} more' if len(files) > 3 else ''}:"
