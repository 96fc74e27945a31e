"""The browser suite, run with the Python of .venv-browser; ./eddy browser starts it.

Its environment is the one of JupyterLab, with EDDY_OUT, EDDY_RUNS, JUPYTER_RUNTIME_DIR and JupyterLab's settings and
workspaces below the work folder.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

import trials
from notebookpage import NotebookPage
from server import Server
from traffic import Traffic

_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--no-default-browser-check",
]
_SIZE = {"width": 1366, "height": 1400}
_LOOK = (trials.is_published_well,)
_ALWAYS = (*_LOOK, trials.runs, trials.looks_right, trials.saved, trials.helps)
_NEED_TIME = (trials.is_interrupted, trials.is_killed)
_STOPS = (trials.restarts, *_NEED_TIME)


def main(arguments: list) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the server and its kernels end, too
    chosen = _parser().parse_args(arguments)
    work = chosen.work
    for folder in ("notebooks", "settings", "workspaces", "runtime", "home"):
        shutil.rmtree(work / folder, ignore_errors=True)
        (work / folder).mkdir(parents=True)
    for notebook in chosen.notebooks:
        shutil.copy(notebook, work / "notebooks")
    failed = 0
    with Server(json.loads(chosen.lab), work, work / "jupyterlab.log") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chosen.browser), args=_FLAGS, env={**os.environ, "HOME": str(work / "home")}
        )
        for notebook in chosen.notebooks:
            stopped = chosen.stop == "all" or notebook.stem[:2] in chosen.stop.split(",")
            each = _LOOK if chosen.look else _ALWAYS + (_STOPS if stopped else ())
            failed += _one(browser, server, notebook.stem, work, each, chosen.pictures)
        browser.close()
    return 1 if failed else 0


def _one(browser, server: Server, name: str, work: Path, tried: tuple, pictures: bool) -> int:
    """Tries one notebook in a window of its own; the number of problems."""
    started = time.monotonic()
    context = browser.new_context(viewport=_SIZE)
    page = context.new_page()
    traffic = Traffic(page, server.url)
    trial = trials.Trial(name, NotebookPage(page), server, work, work / "pictures" if pictures else None)
    trial.forget()
    problems = []
    try:
        trial.notebook.open(server.address(name))
        for each in tried:
            reason = _reason_to_leave_out(each, trial)
            if reason:
                print(f"  {name}: {each.__name__} left out: {reason}", flush=True)
                continue
            begun = time.monotonic()
            found = each(trial) + traffic.problems(after_a_death=each is trials.is_killed)
            print(f"  {name}: {each.__name__} {'FAILED' if found else 'ok'} {time.monotonic() - begun:.0f} s", flush=True)
            problems += _tell(name, found)
    except (AssertionError, Error) as error:
        problems += _tell(name, [str(error), *traffic.problems()])
        page.screenshot(path=work / f"{name}-failed.png")
    context.close()
    server.end_sessions()
    left = server.await_kernels(0)
    if left:
        problems += _tell(name, [f"{len(left)} kernels run after their notebook was closed"])
        server.kill(left)
    for note in trial.notes:
        print(f"  {name}: {note}", flush=True)
    print(f"{name:<28} {'FAILED' if problems else 'ok':<7} {time.monotonic() - started:.0f} s", flush=True)
    return len(problems)


def _reason_to_leave_out(each, trial: trials.Trial) -> str:
    if each in _STOPS and not trial.found:
        return "the notebook leaves no results to compare"
    if each in _NEED_TIME and trial.long_seconds < trials.LONG_SECONDS:
        return f"no cell runs {trials.LONG_SECONDS} s"
    return ""


def _tell(name: str, problems: list) -> list:
    for problem in problems:
        print(f"FAILED {name}: {problem}", flush=True)
    return problems


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--browser", type=Path, required=True, help="the Chromium to drive")
    parser.add_argument("--lab", required=True, help="the command that starts JupyterLab in the work folder, as JSON")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--stop", default="", help="numbers of the notebooks to restart, interrupt and kill; or all")
    parser.add_argument("--look", action="store_true", help="look at what is published, run nothing")
    parser.add_argument("--pictures", action="store_true", help="photograph each notebook in both themes")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
