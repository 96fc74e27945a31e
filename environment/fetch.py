"""./eddy fetch: downloads a data set from its public mirrors in turn, and keeps only what has the right checksum."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import download
from places import Places
from progressline import Line
from trouble import Trouble


def run(places: Places, dataset: str, mirrors: list = (), timeout: float = 30.0, say=print) -> int:
    """Fetches what is missing of `dataset` into EDDY_DATA or data/; `mirrors` are tried before the manifest's."""
    entry = json.loads((places.root / "data" / "manifest.json").read_text(encoding="utf-8"))[dataset]
    folder = places.data() / entry["folder"]
    bases = [base.rstrip("/") + "/" for base in [*mirrors, *entry["mirrors"]]]
    for file in entry["files"]:
        fetch_file(folder, file, bases, timeout, say)
    say(f"{entry['title']} is complete in {folder}")
    return 0


def fetch_file(folder: Path, file: dict, bases: list, timeout: float, say=print) -> None:
    """Fetches one file of the manifest, unless it is there with the right checksum."""
    target, part = folder / file["name"], folder / (file["name"] + ".part")
    if is_right(target, file):
        say(f"{file['name']}: already there")
        return
    if target.exists():
        say(f"{file['name']}: the checksum is wrong, fetching it again")
    problems = []
    for base in bases:
        problem = _from_mirror(base + file["name"], part, file, timeout)
        if not problem:
            os.replace(part, target)
            say(f"{file['name']}: fetched and verified ({file['bytes']:,} bytes)")
            return
        say(f"{file['name']}: {problem}")
        problems.append(problem)
    raise Trouble(
        f"{file['name']} could not be fetched from any of {len(bases)} mirrors; try again later, or copy the original"
        f" file into {folder} yourself (a cut download goes on where it stopped)."
    )


def is_right(path: Path, file: dict) -> bool:
    """Whether the file is there with the size and checksum of the manifest."""
    return path.is_file() and path.stat().st_size == file["bytes"] and sha256(path) == file["sha256"]


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _from_mirror(address: str, part: Path, file: dict, timeout: float) -> str:
    """Fetches into `part` from one mirror; returns what went wrong, or nothing when `part` is right."""
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        begun = part.exists() and part.stat().st_size > 0
        with Line(file["name"], sys.stdout) as line:
            problem = download.into(part, address, file["bytes"], timeout, line.show)
            if not problem and not is_right(part, file) and begun:
                # What was there from before may be to blame: once more, from the first byte.
                part.unlink()
                problem = download.into(part, address, file["bytes"], timeout, line.show)
        if not problem and not is_right(part, file):
            part.unlink()
            problem = f"{address} has another checksum than the manifest"
        return problem
    except OSError as full:
        part.unlink(missing_ok=True)
        raise Trouble(f"{part.parent} cannot be written ({full.strerror or full}): make room there or make it writable, or name another folder in EDDY_DATA.")
