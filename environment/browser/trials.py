"""What the suite tries with one notebook; each trial returns what went wrong, one sentence each."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat

import looks
import photos
import results
from notebookpage import NotebookPage, errors, texts

LIMIT_MEGABYTES = 5
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
# A cell that runs less than this cannot be caught while it runs.
LONG_SECONDS = 1.5
# To an interrupt, beyond what a trivial cell takes at this moment. The aim is one second, which the notes tell; a machine
# that others use stalls for longer.
ANSWER_SECONDS = 5.0
_FACTS = (Path(__file__).parent / "facts.js").read_text(encoding="utf-8")


@dataclass
class Trial:
    """One notebook, the folders that its cells write to, and what its first run found."""

    name: str
    notebook: NotebookPage
    server: object
    work: Path
    pictures: Path | None = None
    count: int = 0
    long_cell: int | None = None
    long_seconds: float = 0
    found: dict | None = None
    notes: tuple = ()

    @property
    def file(self) -> Path:
        return self.work / "notebooks" / f"{self.name}.ipynb"

    def results(self) -> dict:
        return results.of(self.work / "out" / "figures" / self.name, self.work / "runs" / self.name)

    def forget(self) -> None:
        """Removes what runs have left, so that the next one starts from nothing."""
        shutil.rmtree(self.work / "runs" / self.name, ignore_errors=True)
        shutil.rmtree(self.work / "out" / "figures" / self.name, ignore_errors=True)


def runs(trial: Trial) -> list:
    """Run All ends without an error; the first run, from nothing, is what later ones are compared with."""
    trial.count = len(trial.notebook.cells())
    trial.notebook.run_all()
    seconds = trial.notebook.await_end()
    trial.long_cell = max(seconds, key=seconds.get, default=0)
    trial.long_seconds = seconds.get(trial.long_cell, 0)
    trial.found = trial.results()
    return errors(trial.notebook.cells())


def is_published_well(trial: Trial) -> list:
    """What a reader sees who opens the notebook and runs nothing."""
    return _looks(trial, "published-")


def looks_right(trial: Trial) -> list:
    """What a reader sees after a run."""
    return _looks(trial, "")


def _looks(trial: Trial, prefix: str) -> list:
    """Every figure is painted, every table is one, all text can be read, in both themes."""
    problems = []
    for theme, name in THEMES.items():
        trial.notebook.show(name)
        if trial.pictures:
            photos.take(trial.notebook.page, trial.pictures / trial.name, prefix + theme)
        facts = trial.notebook.page.evaluate(_FACTS)
        problems += [f"{theme} theme: {each}" for each in looks.problems(facts)]
    trial.notebook.show(THEMES["light"])
    return problems


def saved(trial: Trial) -> list:
    """The notebook that a user saves is valid, small, and names the kernel."""
    trial.notebook.save()
    notebook = nbformat.read(trial.file, as_version=4)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        return [f"the saved notebook is not valid: {error}"]
    problems = []
    megabytes = trial.file.stat().st_size / 1e6
    if megabytes > LIMIT_MEGABYTES:
        problems.append(f"the saved notebook has {megabytes:.1f} MB")
    if notebook.metadata.kernelspec.name != "eddy":
        problems.append(f"the saved notebook asks for the kernel '{notebook.metadata.kernelspec.name}'")
    return problems


def helps(trial: Trial) -> list:
    """Tab completes the name of a class of Eddy's and the names of its methods; Shift-Tab shows a signature."""
    page, problems = trial.notebook.page, []
    for typed, wanted in (("Less", "Lesson"), ("lesson.verd", "verdict")):
        trial.notebook.scratch(typed)
        page.keyboard.press("Tab")
        text = _completed(trial.notebook, wanted)
        if wanted not in text:
            problems.append(f"Tab after '{typed}' offers '{text}'")
        page.keyboard.press("Escape")
        trial.notebook.delete_below(trial.count)
    trial.notebook.scratch("lesson.provenance(")
    page.keyboard.press("Shift+Tab")
    shown = page.locator(".jp-Tooltip")
    try:
        shown.wait_for(timeout=30_000)
        if "provenance" not in shown.inner_text():
            problems.append(f"Shift-Tab shows '{shown.inner_text()}'")
    except Exception:
        problems.append("Shift-Tab shows nothing")
    page.keyboard.press("Escape")
    trial.notebook.delete_below(trial.count)
    return problems


def _completed(notebook: NotebookPage, wanted: str) -> str:
    """What the completer offers, or what it wrote where there was one choice."""
    source = "() => window.jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.getSource()"
    offered = notebook.page.locator(".jp-Completer-match")
    until = time.monotonic() + 30
    text = ""
    while time.monotonic() < until and wanted not in text:
        text = " ".join(offered.all_inner_texts()) or notebook.page.evaluate(source)
        notebook.page.wait_for_timeout(100)
    return text


def restarts(trial: Trial) -> list:
    """After Restart and Run All the results are the same, and the old kernel is gone."""
    before = trial.server.kernel()
    trial.notebook.restart_and_run_all()
    after = _another(trial, before)
    trial.notebook.await_end()
    problems = errors(trial.notebook.cells()) + results.differences(trial.found, trial.results())
    if len(after) != 1:
        problems.append(f"after a restart {len(after)} kernels run")
    return problems


def _another(trial: Trial, before: int) -> list:
    """The kernels once the one with this number has ended and another runs."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        now = trial.server.kernels()
        if now and before not in now:
            return now
        trial.notebook.page.wait_for_timeout(100)
    return trial.server.kernels()


def is_interrupted(trial: Trial) -> list:
    """An interrupt stops a long cell and drops what waits; the cell goes on to the same bits."""
    notebook, problems = trial.notebook, []
    if not _is_caught(trial):
        return []
    answered = _seconds(notebook.interrupt, notebook.await_end)
    cells = notebook.cells()
    said = texts(cells[trial.long_cell])
    later = [cell["index"] for cell in cells if cell["code"] and cell["index"] > trial.long_cell and cell["prompt"].isdigit()]
    if "nterrupted" not in said:
        problems.append(f"cell {trial.long_cell} was not interrupted: {said}")
    if "Run the cell again" not in said:
        problems.append(f"the interrupted cell does not say how to go on: {said}")
    if later:
        problems.append(f"the cells {later} ran after the interrupt")
    notebook.scratch("6 * 7")
    trivial = _seconds(notebook.run_last)
    answer = texts(notebook.cells()[trial.count])
    trial.notes += (f"interrupt of cell {trial.long_cell} answered after {answered:.2f} s, a trivial cell after {trivial:.2f} s",)
    if answer.strip() != "42":
        problems.append(f"the next cell answers '{answer}'")
    if answered > ANSWER_SECONDS + trivial:
        problems.append(f"an interrupt was answered after {answered:.1f} s, a trivial cell after {trivial:.1f} s")
    notebook.delete_below(trial.count)
    notebook.run_all()
    notebook.await_end()
    return problems + errors(notebook.cells()) + results.differences(trial.found, trial.results())


def _seconds(*acts) -> float:
    begun = time.monotonic()
    for act in acts:
        act()
    return time.monotonic() - begun


def is_killed(trial: Trial) -> list:
    """A kernel that dies in a long cell is started again, and the run goes on to the same bits."""
    notebook = trial.notebook
    if not _is_caught(trial):
        return []
    victim = trial.server.kernel()
    trial.server.kill([victim])
    notebook.page.locator(".jp-Dialog").wait_for(timeout=60_000)
    told = notebook.dialog()
    notebook.accept()
    problems = [] if "restart" in told.lower() else [f"JupyterLab says of the dead kernel: {told}"]
    kernels = _another(trial, victim)
    notebook.await_kernel()
    notebook.run_all()
    notebook.await_end()
    if len(kernels) != 1:
        problems.append(f"after a kill {len(kernels)} kernels run")
    return problems + errors(notebook.cells()) + results.differences(trial.found, trial.results())


def _is_caught(trial: Trial) -> bool:
    """Runs all from nothing in a fresh kernel until a part of the long cell is done; whether that cell still runs.

    The next run may be faster than the first, so a cell that got away is waited for less.
    """
    for part in (0.4, 0.2, 0.1):
        before = trial.server.kernel()
        trial.forget()
        trial.notebook.restart_and_run_all()
        _another(trial, before)
        if trial.notebook.await_cell(trial.long_cell, part * trial.long_seconds):
            return True
        trial.notebook.await_end()
    trial.notes += (f"cell {trial.long_cell} ended before it could be stopped",)
    return False
