"""Executes one notebook and tells how it goes, one JSON object a line on standard output.

    python execute.py NOTEBOOK EXECUTED_COPY

{"cell": 3, "of": 14}            before each code cell
{"progress": "..."}              when the progress line of a cell changes
{"failed": 3, "text": "..."}     when a cell throws, or the kernel dies under it
{"done": 14}                     at the end

Cells have no time limit: a run at the paper's size takes as long as it takes. The copy is written in any case, with the
outputs up to the failing cell; outputs that were updated in place carry "eddy": "progress" in their metadata.
"""

import asyncio
import json
import os
import re
import sys
from pathlib import Path

import death
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

KERNEL = "eddy"
STARTUP_SECONDS = 300
# As JJava reports them: "java.lang.IllegalStateException, the sentence".
_JAVA_EXCEPTION = re.compile(r"(?:\w+\.)+(\w+)[,:] (.*)")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class Client(NotebookClient):
    """Knows which outputs are progress lines: those that a cell updates in place."""

    def __init__(self, notebook, **settings):
        super().__init__(notebook, **settings)
        self._shown, self._updated = {}, set()
        self._process = None

    def process_message(self, msg, cell, cell_index):
        kind, content = msg["msg_type"], msg["content"]
        name = (content.get("transient") or {}).get("display_id")
        if kind == "update_display_data" and name:
            self._updated.add(name)
            tell(progress=content["data"].get("text/plain", ""))
        output = super().process_message(msg, cell, cell_index)
        if kind == "display_data" and name and output:
            self._shown.setdefault(name, []).append(output)
        return output

    def note_process(self, notebook) -> None:
        """Keeps hold of the kernel's process, which is forgotten once it has died."""
        self._process = getattr(self.km.provisioner, "process", None)

    def exit_status(self):
        """How the kernel's process ended; None while it runs, or where that is not known."""
        return self._process.poll() if self._process else None

    def mark_progress(self) -> None:
        for name in self._updated:
            for output in self._shown.get(name, []):
                output.metadata["eddy"] = "progress"


def main(source: Path, copy: Path) -> int:
    notebook = nbformat.read(source, as_version=4)
    codes = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    position = {index: number for number, index in enumerate(codes, 1)}
    reached = 0

    def starts(cell, cell_index):
        nonlocal reached
        if cell_index in position:
            reached = position[cell_index]
            tell(cell=reached, of=len(codes))

    client = Client(
        notebook,
        timeout=None,
        startup_timeout=STARTUP_SECONDS,
        kernel_name=KERNEL,
        resources={"metadata": {"path": str(source.parent)}},
        record_timing=False,
        coalesce_streams=True,
        on_cell_start=starts,
    )
    client.on_notebook_start = client.note_process
    problem = ""
    try:
        client.execute()
    except CellExecutionError as error:
        problem = shortened(error)
    except DeadKernelError:
        problem = death.of_kernel(client.exit_status())
    except (RuntimeError, TimeoutError) as error:
        problem = f"the kernel did not start: {error}"
    client.mark_progress()
    try:
        nbformat.write(notebook, copy)
    except OSError as error:
        problem = "; ".join(filter(None, [problem, f"the executed copy {copy} cannot be written: {error.strerror}"]))
    if problem:
        tell(failed=reached, text=problem)
        return 1
    tell(done=len(codes))
    return 0


def shortened(error: CellExecutionError) -> str:
    """The sentence of a Java exception, or what the compiler says, without colours and stack."""
    if error.ename == "CompilationException":
        lines = [line for line in _lines(error.traceback) if not line.startswith("|")]
        return "; ".join(lines[:2])
    sentence = next(iter(_lines(error.evalue)), "")
    named = _JAVA_EXCEPTION.match(sentence)
    return death.with_remedy(f"{named[1]}: {named[2]}" if named else f"{error.ename}: {sentence}")


def _lines(text: str) -> list:
    return [line.strip() for line in _COLOURS.sub("", text or "").splitlines() if line.strip()]


def tell(**what) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    # What a kernel prints itself (a JVM that crashes does) belongs to the log, not among the lines of tell().
    told = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = told
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
