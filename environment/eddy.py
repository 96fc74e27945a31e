"""The command line of Eddy: ./eddy starts this file; it needs nothing but Python's standard library.

An old Python must come as far as the sentence below: no annotations here, and no import of Eddy's own above it.
"""

import sys

if sys.version_info < (3, 10):
    sys.exit(
        "eddy: This is Python %d.%d, and Eddy needs 3.10 or newer: install it (Debian and Ubuntu: apt install python3;"
        " macOS: brew install python; Windows: winget install Python.Python.3.13), or name one in EDDY_PYTHON."
        % sys.version_info[:2]
    )

if __name__ == "__main__":
    try:
        import launcher
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(launcher.main(sys.argv[1:]))
