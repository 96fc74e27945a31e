"""./eddy scorecard: writes the table of findings into README.md, or checks that it agrees with the published verdicts."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import kernelspec
import machine
import ready
from places import Places
from trouble import Trouble

BEGIN = "<!-- scorecard: ./eddy scorecard writes what follows -->"
END = "<!-- end of the scorecard -->"
NOTEBOOK = "00-scorecard"
FIGURE = "verdicts-by-section.csv"
_MAIN = "eddy.notebook.ScorecardReadme"


def run(places: Places, check: bool, say=print) -> int:
    """Writes the table; with `check` writes nothing and returns 1 where something published disagrees."""
    prepared = ready.ensure(places, say)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        _make(prepared, made)
        table = (made / "readme.md").read_text(encoding="utf-8")
        squares = (made / FIGURE).read_text(encoding="utf-8")
    readme = places.root / "README.md"
    before = readme.read_text(encoding="utf-8")
    after = replaced(before, table)
    if check:
        wrong = disagreements(before == after, places.figures / NOTEBOOK / FIGURE, squares)
        for sentence in wrong:
            say(f"FAILED {sentence}")
        if not wrong:
            say("README.md and 00-scorecard agree with the published verdicts")
        return 1 if wrong else 0
    if before == after:
        say("README.md agrees with the published verdicts")
    else:
        readme.write_text(after, encoding="utf-8", newline="\n")
        say("README.md: the table of findings is written")
    return 0


def _make(prepared: ready.Ready, folder: Path) -> None:
    flags = kernelspec.jvm_flags(prepared.places, prepared.jdk.version, machine.memory())
    command = [str(prepared.jdk.java), *flags, "-cp", prepared.library.class_path, _MAIN, str(folder)]
    done = subprocess.run(
        command, cwd=prepared.places.root, env=prepared.environ, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
    )
    if done.returncode != 0:
        reason = next((line for line in done.stderr.splitlines() if line.startswith("Exception")), done.stderr.strip())
        raise Trouble(f"The scorecard could not be made: {reason.partition(': ')[2] or reason}")


def replaced(readme: str, table: str) -> str:
    """The README with `table` between its two marks."""
    head, mark, rest = readme.partition(BEGIN)
    old, end, tail = rest.partition(END)
    if not mark or not end:
        raise Trouble(f"README.md lacks the lines '{BEGIN}' and '{END}' around the table of findings: put them back.")
    return f"{head}{BEGIN}\n{table.strip()}\n{END}{tail}"


def disagreements(readme_agrees: bool, published: Path, squares: str) -> list:
    """What does not agree with the published verdicts, a sentence each."""
    wrong = []
    if not readme_agrees:
        wrong.append("README.md differs from the published verdicts: ./eddy scorecard writes its table again.")
    if not published.exists() or published.read_text(encoding="utf-8") != squares:
        wrong.append(f"{NOTEBOOK} differs from the published verdicts: ./eddy publish {NOTEBOOK} makes it again.")
    return wrong
