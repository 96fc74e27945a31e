"""The command line of Eddy: ./eddy starts this file; it needs nothing but Python's standard library."""

import signal
import sys

import commands
import prerequisites
from trouble import Trouble


def main(arguments: list) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    # Stopping a run from outside shuts its kernels down like Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        prerequisites.check_python()
        return commands.run(arguments)
    except Trouble as trouble:
        print(f"eddy: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\neddy: stopped; the same command goes on from what is finished.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
