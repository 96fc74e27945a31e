"""One line on the terminal, updated in place; nothing of it where the output is a file."""

import shutil
import sys
import time


class Line:
    """`with Line("name") as line: line.show("cell 3 of 14")`; the line is gone afterwards."""

    def __init__(self, label: str, stream=None):
        self._label = label
        self._stream = stream or sys.stdout
        self._live = self._stream.isatty()
        self._started = time.monotonic()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self._write("")

    def show(self, text: str) -> None:
        """Replaces what the line says, cut to the width of the terminal."""
        seconds = int(time.monotonic() - self._started)
        shown = f"{self._label}  {seconds // 60}:{seconds % 60:02d}  {' '.join(text.split())}"
        self._write(shown[: shutil.get_terminal_size().columns - 1])

    def _write(self, text: str) -> None:
        if self._live:
            self._stream.write("\r\x1b[K" + text)
            self._stream.flush()
