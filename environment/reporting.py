"""./eddy report: makes reports of notebooks that are executed already, and their index."""

from __future__ import annotations

import json
from pathlib import Path

import ready
import reportindex
import reports
import reproduce
from places import Places
from trouble import Trouble


def run(places: Places, names: list, of_run: bool, say=print) -> int:
    """Makes the reports of the published notebooks, or with `of_run` those of the last run; 1 when one fails."""
    out = places.out() if of_run else places.out() / "published"
    figures = places.out() / "figures" if of_run else places.figures
    chosen = executed(places, names, places.out() / "notebooks" if of_run else places.notebooks)
    prepared = ready.ensure(places, say)
    out.mkdir(parents=True, exist_ok=True)
    failures = []
    for notebook in chosen:
        problem = reports.write(prepared, notebook, out)
        if problem:
            failures.append(f"{notebook.stem}: report: {problem}")
    reports.printed([notebook.stem for notebook in chosen], out, say)
    folder = out / "notebooks" if of_run else places.notebooks
    say(f"reports: {reportindex.write(places, sorted(folder.glob('*.ipynb')), figures, out)}")
    for failure in failures:
        say(f"FAILED {failure}")
    return 1 if failures else 0


def executed(places: Places, names: list, folder: Path) -> list:
    """The executed notebooks of these names in a folder; all of them without a name."""
    chosen = []
    for lesson in reproduce.choose(places, names):
        copy = folder / lesson.name
        if copy.exists() and has_outputs(copy):
            chosen.append(copy)
        elif names:
            raise Trouble(f"{lesson.stem} is not executed in {folder}: run ./eddy reproduce {lesson.stem} first.")
    if not chosen:
        raise Trouble(f"There is no executed notebook in {folder}: run ./eddy reproduce first.")
    return chosen


def has_outputs(notebook: Path) -> bool:
    """Whether a cell of the notebook shows anything."""
    return any(cell.get("outputs") for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"])
