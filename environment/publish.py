"""./eddy publish: runs a notebook at the paper's size and replaces its tracked results, all of them together."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import execution
import normal
import ready
import reports
import reproduce
import verdicts
from places import Places
from trouble import Trouble

MEGABYTE = 1_000_000
NOTEBOOK_LIMIT, SVG_LIMIT = MEGABYTE, MEGABYTE


def run(places: Places, name: str, say=print) -> int:
    """Publishes one notebook; nothing tracked changes when anything fails before the end."""
    (notebook,) = reproduce.choose(places, [name])
    refuse_dirty(places)
    prepared = ready.ensure(places, say)
    name = notebook.stem
    out = places.out() / "publishing" / name
    shutil.rmtree(out, ignore_errors=True)
    copy = out / notebook.name
    say(f"{name}: running at paper scale; tracked files change only at the end")
    outcome = execution.execute(prepared, notebook, copy, out, "paper")
    if outcome.failed_cell is not None:
        raise Trouble(f"{name} is not published: cell {outcome.failed_cell}: {outcome.message}")
    problem = reports.write(prepared, copy, out)
    if problem:
        raise Trouble(f"{name} is not published: {problem}")
    text = normal.text(normal.normalised(json.loads(copy.read_text(encoding="utf-8"))))
    figures = out / "figures" / name
    refuse_large(name, text, figures)
    before = verdicts.read(verdicts.file_of(places.figures, name))
    after = verdicts.read(verdicts.file_of(out / "figures", name))
    replace_results(places, name, text, figures)
    keep_weights(places, name, out / "trained" / name)
    for line in changes(before, after):
        say(line)
    say(f"published {name} after {outcome.seconds / 60:.1f} min: notebooks/{name}.ipynb and figures/{name}/")
    say(f"report: {out / (name + '.html')}")
    return 0


def refuse_dirty(places: Places) -> None:
    """Refuses to publish what no commit describes."""
    asked = subprocess.run(
        ["git", "status", "--porcelain", "--", "src", "pom.xml"], cwd=places.root, capture_output=True, encoding="utf-8"
    )
    if asked.returncode != 0:
        raise Trouble("Publishing needs a git checkout, so that the result can name its sources.")
    if asked.stdout.strip():
        changed = ", ".join(line[3:] for line in asked.stdout.splitlines()[:3])
        raise Trouble(f"Publishing needs committed sources: commit or undo your changes in {changed} first.")


def refuse_large(name: str, text: str, figures: Path) -> None:
    """Refuses a notebook or a figure that is too large to be tracked."""
    size = len(text.encode())
    if size > NOTEBOOK_LIMIT:
        raise Trouble(f"{name} is not published: it has {size / MEGABYTE:.1f} MB, more than 1; show fewer or smaller figures.")
    for svg in figures.glob("*.svg"):
        if svg.stat().st_size > SVG_LIMIT:
            raise Trouble(f"{name} is not published: {svg.name} is larger than 1 MB; thin what it draws.")


def replace_results(places: Places, name: str, text: str, figures: Path) -> None:
    """Puts the notebook and its figures in place of the old ones."""
    target = places.figures / name
    fresh, old = places.figures / f".{name}.new", places.figures / f".{name}.old"
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    places.figures.mkdir(exist_ok=True)
    if figures.is_dir():
        shutil.copytree(figures, fresh)
    half = places.notebooks / f".{name}.new"
    half.write_text(text, encoding="utf-8", newline="\n")
    if target.exists():
        os.replace(target, old)
    if fresh.exists():
        os.replace(fresh, target)
    os.replace(half, places.notebooks / f"{name}.ipynb")
    shutil.rmtree(old, ignore_errors=True)


def keep_weights(places: Places, name: str, trained: Path) -> None:
    """Tracks the trained weights that the published figures started from."""
    if trained.is_dir():
        target = places.root / "data" / "trained" / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(trained, target)


def changes(before: dict, after: dict) -> list:
    """One line for each verdict that is not what it was."""
    if not before:
        return [f"first verdict: {' / '.join(key)}: {verdict}" for key, verdict in after.items()]
    lines = []
    for each in verdicts.compare(before, after):
        key = f"{each.claim} / {each.quantity}"
        lines.append(f"verdict changed: {key}: {each.expected or 'none'} -> {each.came or 'none'}")
    return lines or ["no verdict changed"]
