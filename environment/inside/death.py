"""What happened to a kernel that ended under a cell, or had no memory left, and what to do about it."""

from __future__ import annotations

import signal

_KEPT = "what the cell had saved in runs/ is kept, and the same command goes on from there"
_LOWER = "close other programs and kernels, or lower what the notebook's parameters cell asks for"
_FULL = "OutOfMemoryError"


def of_kernel(status: int | None) -> str:
    """The sentence for a kernel process that ended with this status; negative after a signal, None where not known."""
    if status == -getattr(signal, "SIGKILL", 9):
        return f"the kernel was killed, most likely by the system because the memory ran out: {_LOWER}; {_KEPT}"
    if status is not None and status < 0:
        return f"the kernel crashed in native code (signal {-status}; .venv/home/hs_err_pid*.log says where); {_KEPT}"
    how = "" if status is None else f" with status {status}"
    return f"the kernel ended by itself{how}: a cell stopped it, or it ran out of memory ({_LOWER}); {_KEPT}"


def with_remedy(sentence: str) -> str:
    """The sentence of an exception; one about memory also says what to lower."""
    if _FULL not in sentence:
        return sentence
    if "Java heap space" in sentence:
        sentence += " (the kernel may use a quarter of the machine's memory, up to 16 GiB)"
    return f"{sentence.rstrip('.')}: {_LOWER}; {_KEPT}"
