"""./eddy doctor: checks ahead what a command would need, a line for each; changes nothing."""

from __future__ import annotations

import build
from checks import browser, datasets, drawing, memory, port, runs, setup, storage, tools, variables
from checks.finding import NOTE, WRONG
from places import Places
from prerequisites import Jdk, jdk
from trouble import Trouble


def run(places: Places, say=print) -> int:
    """Prints what was found; the status is 1 where something has to be mended."""
    found = []
    for finding in findings(places):
        say(str(finding))
        found.append(finding.state)
    wrong, notes = found.count(WRONG), found.count(NOTE)
    if wrong:
        say(f"{wrong} of {len(found)} checks want mending: the lines that begin with {WRONG} say how.")
    else:
        say(f"All is well{f'; {notes} lines are worth reading' if notes > 1 else ''}.")
    return 1 if wrong else 0


def findings(places: Places):
    """All checks, in the order in which a set-up needs what they look at."""
    chosen = _chosen_jdk()
    now = build.of_the_tree(places)
    environment = setup.environment(places)
    ready = environment.state != NOTE and now.complete
    yield tools.python()
    yield from tools.jdk()
    yield tools.maven()
    yield drawing.fonts(chosen and chosen.home)
    yield variables.locale()
    yield from variables.variables()
    yield storage.clone(places, ready)
    yield storage.repository(ready)
    yield from _folders(places)
    yield memory.memory()
    yield environment
    yield setup.library(places)
    yield setup.kernel(places, chosen, now)
    yield setup.network(ready)
    yield from datasets.datasets(places, places.data())
    yield from runs.runs(places.runs(), now.source)
    yield port.port()
    yield browser.browser()


def _folders(places: Places):
    try:
        yield storage.results("EDDY_OUT", "reports", places.out())
    except Trouble as trouble:
        yield storage.wrong("reports", str(trouble))
    yield storage.results("EDDY_RUNS", "runs", places.runs())


def _chosen_jdk() -> Jdk | None:
    try:
        return jdk()
    except Trouble:
        return None
