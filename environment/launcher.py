"""Runs a command; whatever goes wrong that a user can mend ends with one sentence and status 1."""

import os
import signal
import sys

import commands
from trouble import Trouble, of_the_system


def main(arguments: list, run=commands.run) -> int:
    """The exit status: 0, 1 after trouble, 130 after Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    # Stopping a run from outside, or closing its terminal, shuts its kernels down like Ctrl-C.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        return run(arguments)
    except Trouble as trouble:
        return _end(str(trouble))
    except BrokenPipeError:
        # Who read our lines has gone (./eddy ... | head): nothing more can be said, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as problem:
        return _end(of_the_system(problem))
    except KeyboardInterrupt:
        print("\neddy: stopped; the same command goes on from what is finished.", file=sys.stderr)
        return 130


def _end(sentence: str) -> int:
    print(f"eddy: {sentence}", file=sys.stderr)
    return 1
