"""What a run of a notebook leaves on disk, and where two runs differ."""

import csv
import hashlib
from pathlib import Path

# Checkpoints say when they were written and how far a stopped run was; these hold results alone.
_BITS = (".npy", ".csv", ".png", ".svg")


def of(*folders: Path) -> dict:
    """{file: its SHA-256} of the results below these folders; a verdict stands for itself."""
    found = {}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            if file.name == "verdicts.csv":
                found.update(_verdicts(file))
            elif file.is_file() and file.suffix in _BITS:
                found[name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def _verdicts(file: Path) -> dict:
    with open(file, newline="", encoding="utf-8") as rows:
        return {f"{row['claim']} / {row['quantity']}": f"{row['ours']} {row['verdict']}" for row in csv.DictReader(rows)}


def differences(before: dict, after: dict) -> list:
    """A line for each result that is missing, new or not the same."""
    lines = [f"{name}: missing" for name in before if name not in after]
    lines += [f"{name}: new" for name in after if name not in before]
    return lines + [f"{name}: {_short(before[name])} became {_short(after[name])}" for name in before
                    if name in after and before[name] != after[name]]


def _short(value: str) -> str:
    return value[:12] if len(value) == 64 else value
