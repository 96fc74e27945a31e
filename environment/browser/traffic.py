"""What goes over the wire and into the browser's console while a page is open."""

from urllib.parse import urlsplit

_INSIDE = ("data", "blob", "about")
# Jupyter's server starts a dead kernel again behind an open connection. JJava then says "starting" in a message without
# a session (nothing asked for it), which JupyterLab refuses and does without.
_EXPECTED_AFTER_A_DEATH = "Kernel message validation error: Missing property 'session'"


class Traffic:
    """Listens to one page; `problems()` says what was heard since the last time it was asked."""

    def __init__(self, page, server: str):
        self._server = urlsplit(server).netloc
        self._heard = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._heard.append(f"error in the browser: {error}"))
        page.on("request", lambda request: self._address(request.url))
        page.on("websocket", lambda socket: self._address(socket.url))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def problems(self, after_a_death: bool = False) -> list:
        heard, self._heard = self._heard, []
        return [each for each in heard if not (after_a_death and _EXPECTED_AFTER_A_DEATH in each)]

    def _console(self, message) -> None:
        # The address of what failed to load is in `response`.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self._heard.append(f"console: {message.text}")

    def _address(self, url: str) -> None:
        if leaves(url, self._server):
            self._heard.append(f"request to {url}")

    def _failed(self, request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page gave it up itself
            self._heard.append(f"{request.method} {request.url}: {request.failure}")

    def _response(self, response) -> None:
        if response.status >= 400:
            self._heard.append(f"{response.request.method} {response.url}: status {response.status}")


def leaves(url: str, server: str) -> bool:
    """Whether a request to this address goes anywhere but to the server (its host and port)."""
    parts = urlsplit(url)
    return parts.scheme not in _INSIDE and parts.netloc != server
