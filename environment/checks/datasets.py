"""Which data sets lie in the data folder, and whether they are the published ones."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from pathlib import Path

from checks.finding import Finding, note, ok, wrong
from places import Places


def datasets(places: Places, folder: Path) -> list:
    """A line for each data set of the manifest."""
    if not folder.is_dir():
        return [wrong("data", f"there is no folder {folder}: correct EDDY_DATA or unset it")]
    manifest = json.loads((places.root / "data" / "manifest.json").read_text(encoding="utf-8"))
    return [_dataset(name, entry, folder) for name, entry in manifest.items()]


def _dataset(name: str, entry: dict, folder: Path) -> Finding:
    title = entry["title"]
    remedy = f"./eddy fetch {name} gets it" if entry["mirrors"] else "data/README.md says where to get it"
    there = [(file, stored(folder / entry["folder"], file)) for file in entry["files"]]
    missing = [file["name"] for file, path in there if path is None]
    if len(missing) == len(there):
        return note("data", f"{title}: not in {folder}; {remedy} (quick runs need no data)")
    if missing:
        return wrong("data", f"{title}: {', '.join(missing)} missing in {folder / entry['folder']}; {remedy}")
    bad = [(path, problem) for file, path in there if (problem := wrong_content(path, file))]
    if bad:
        listed = "; ".join(f"{path.name} {problem}" for path, problem in bad)
        return wrong("data", f"{title} in {folder / entry['folder']}: {listed}: delete what is wrong; {remedy}")
    return ok("data", f"{title}: complete in {folder / entry['folder']}, SHA-256 as published")


def stored(folder: Path, file: dict) -> Path | None:
    """The file as the library finds it: unpacked, else with .gz."""
    plain = file["name"].removesuffix(".gz")
    return next((path for path in (folder / plain, folder / f"{plain}.gz") if path.is_file()), None)


def wrong_content(path: Path, file: dict) -> str:
    """What is wrong with a stored file, by the SHA-256 of its unpacked content; nothing where it is right."""
    wanted = file.get("unpacked", file)
    digest, size = hashlib.sha256(), 0
    try:
        with open(path, "rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path, "rb") if zipped else open(path, "rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
                size += len(block)
    except (OSError, EOFError, zlib.error) as problem:
        return f"cannot be unpacked ({problem})"
    if digest.hexdigest() == wanted["sha256"]:
        return ""
    return f"is cut off ({size:,} of {wanted['bytes']:,} bytes)" if size < wanted["bytes"] else "is another file"
