"""One line on the terminal, updated in place; nothing of it where the output is a file."""

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
        self.show("", clear=True)

    def show(self, text: str, clear: bool = False) -> None:
        if self._live:
            seconds = int(time.monotonic() - self._started)
            shown = "" if clear else f"{self._label}  {text}  {seconds // 60}:{seconds % 60:02d}"
            self._stream.write("\r\x1b[K" + shown)
            self._stream.flush()
