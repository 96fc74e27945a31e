"""./eddy reproduce: executes notebooks, judges their verdicts, writes reports."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import execution
import ready
import reportindex
import reports
import verdicts
from places import Places
from trouble import Trouble


def choose(places: Places, names: list) -> list:
    """The notebooks of that name, number or path, in the order of their numbers; all of them without a name."""
    there = sorted(file for file in places.notebooks.glob("*.ipynb") if not file.name.startswith("."))
    if not names:
        if not there:
            raise Trouble(f"There is no notebook in {places.notebooks}.")
        return there
    chosen = set()
    for name in names:
        stem = Path(name).name.removesuffix(".ipynb")
        fitting = [file for file in there if file.stem == stem or file.stem.startswith(stem + "-")]
        if len(fitting) != 1:
            known = ", ".join(file.stem for file in there) or "none"
            raise Trouble(f"There is no notebook called '{name}'; there are: {known}.")
        chosen.add(fitting[0])
    return sorted(chosen)


def run(places: Places, names: list, scale: str, say=print) -> int:
    """Runs the notebooks and returns the exit status: 0 when no cell threw and every verdict is the expected one."""
    notebooks = choose(places, names)
    prepared = ready.ensure(places, say)
    out = places.out()
    failures = []
    for notebook in notebooks:
        failures += _one(prepared, notebook, out, scale, say)
    reports.printed([notebook.stem for notebook in notebooks], out, say)
    index = reportindex.write(places, sorted((out / "notebooks").glob("*.ipynb")), out / "figures", out)
    say(f"reports: {index}")
    for failure in failures:
        say(f"FAILED {failure}")
    return 1 if failures else 0


def _one(prepared: ready.Ready, notebook: Path, out: Path, scale: str, say) -> list:
    name = notebook.stem
    shutil.rmtree(out / "figures" / name, ignore_errors=True)
    copy = out / "notebooks" / notebook.name
    outcome = execution.execute(prepared, notebook, copy, out, scale)
    came = verdicts.read(verdicts.file_of(out / "figures", name))
    if outcome.failed_cell is not None:
        failures = [f"{name}: cell {outcome.failed_cell}: {outcome.message}"]
    else:
        failures = [f"{name}: {each}" for each in verdicts.differences(prepared.places, name, scale, came)]
    status = {
        "scale": scale,
        "seconds": round(outcome.seconds, 1),
        "finished": time.strftime("%Y-%m-%d %H:%M"),
        "failures": failures,
    }
    copy.with_suffix(".json").write_text(json.dumps(status, indent=1, ensure_ascii=False), encoding="utf-8")
    problem = reports.write(prepared, copy, out)
    if problem:
        failures.append(f"{name}: report: {problem}")
    judged = f"{len(came)} verdict{'' if len(came) == 1 else 's'}"
    result = "FAILED" if failures else "ok"
    say(f"{name:<28} {result:<7} {scale}  {outcome.cells} cells  {judged}  {outcome.seconds:.0f} s")
    return failures
