"""The JupyterLab that the suite drives: a process of its own on a free port, and the kernels that it starts."""

import json
import os
import secrets
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

STARTUP_SECONDS = 120


class Server:
    """`with Server(command, folder, log) as server:`; JUPYTER_RUNTIME_DIR must be a folder of this suite's own."""

    def __init__(self, command: list, folder: Path, log: Path):
        self.token = secrets.token_hex(16)
        self._runtime = Path(os.environ["JUPYTER_RUNTIME_DIR"])
        self._command = [*command, f"--IdentityProvider.token={self.token}", "--LabApp.expose_app_in_browser=True"]
        self._folder = folder
        self._log = log

    def __enter__(self):
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(
                self._command, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            self.url = self._address()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *problem):
        """Ends the server, and after it what it left behind."""
        self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.kill(self.kernels())

    def _address(self) -> str:
        """Where the server listens, as it writes itself once it does."""
        told = self._runtime / f"jpserver-{self._process.pid}.json"
        until = time.monotonic() + STARTUP_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            if told.exists():
                try:
                    return json.loads(told.read_text(encoding="utf-8"))["url"]
                except ValueError:
                    pass  # being written
            time.sleep(0.1)
        raise RuntimeError(f"JupyterLab did not start: {self._log} says why.")

    def address(self, notebook: str) -> str:
        """The page of a notebook below notebooks/, in a workspace where nothing else is open."""
        return f"{self.url}lab/workspaces/{notebook}/tree/notebooks/{notebook}.ipynb?token={self.token}"

    def end_sessions(self) -> None:
        """Shuts all kernels down, as closing a notebook and its kernel does."""
        for session in self._ask("GET", "api/sessions"):
            self._ask("DELETE", f"api/sessions/{session['id']}")

    def _ask(self, method: str, path: str):
        request = urllib.request.Request(self.url + path, method=method, headers={"Authorization": f"token {self.token}"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def kernels(self) -> list:
        """The process numbers of the kernels that run now."""
        mark = str(self._runtime / "kernel-")
        return [number for number, arguments in _processes() if any(each.startswith(mark) for each in arguments)]

    def kernel(self) -> int:
        """The one kernel that runs now."""
        running = self.kernels()
        if len(running) != 1:
            raise AssertionError(f"{len(running)} kernels run, not one")
        return running[0]

    def await_kernels(self, count: int, seconds: float = 20) -> list:
        """The kernels once there are `count` of them, or what there is in the end."""
        until = time.monotonic() + seconds
        while len(self.kernels()) != count and time.monotonic() < until:
            time.sleep(0.1)
        return self.kernels()

    @staticmethod
    def kill(processes: list) -> None:
        for number in processes:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                pass


def _processes() -> list:
    """(number, arguments) of every process; from /proc where there is one, else from ps."""
    proc = Path("/proc")
    if (proc / "self" / "cmdline").exists():
        return [(int(each.name), _arguments(each)) for each in proc.iterdir() if each.name.isdigit()]
    told = subprocess.run(["ps", "-axww", "-o", "pid=,args="], capture_output=True, encoding="utf-8", errors="replace")
    lines = [line.split() for line in told.stdout.splitlines()]
    return [(int(line[0]), line[1:]) for line in lines if line]


def _arguments(process: Path) -> list:
    try:
        return process.joinpath("cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []  # it has ended
