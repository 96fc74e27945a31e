"""The port of JupyterLab."""

import socket

from checks.finding import Finding, note, ok

FIRST = 8888


def port(number: int = FIRST) -> Finding:
    """Whether ./eddy lab gets its usual port."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", number))
        except OSError as problem:
            return note("port", f"{number} is taken ({problem.strerror}), perhaps by another ./eddy lab: the next one takes"
                                " another port and prints its address")
    return ok("port", f"{number} is free for ./eddy lab")
