"""./eddy bench: Eddy against DL4J, PyTorch, NumPy and SciPy on this machine, through the Maven profile `bench`."""

import hashlib
import shutil
import subprocess
import sys

import prerequisites
import surroundings
from places import Places


def run(places: Places, arguments: list) -> int:
    """Runs the benchmark with `arguments`; without Python peers where they cannot be installed."""
    jdk = prerequisites.jdk()
    command = [prerequisites.maven(), "-q", "-B", "-Pbench", "-Dspotless.check.skip", "test-compile", "exec:exec"]
    command += [f"-Dbench.python={_peers(places)}", f"-Dbench.arguments={' '.join(arguments)}"]
    return subprocess.run(command, cwd=places.root, env=surroundings.plain(jdk.home)).returncode


def _peers(places: Places) -> str:
    """The Python of .venv-bench, made where it is missing or older than its lock file; empty if that fails."""
    venv = places.root / ".venv-bench"
    python = str(venv / ("Scripts/python.exe" if places.windows else "bin/python"))
    lock = places.root / "environment" / "bench-requirements.lock"
    stamp = venv / "eddy-ready.txt"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    prerequisites.check_venv()
    print("setting up PyTorch, NumPy and SciPy in .venv-bench (on Linux a download of 3 GB, 6 GB on disk)", flush=True)
    shutil.rmtree(venv, ignore_errors=True)
    env = surroundings.plain()
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    for step in ([sys.executable, "-m", "venv", str(venv)], [*install, "--require-hashes", "-r", str(lock)]):
        if subprocess.run(step, env=env, stdin=subprocess.DEVNULL).returncode != 0:
            print("the Python peers could not be installed (the message stands above): going on without them", flush=True)
            return ""
    stamp.write_text(wanted, encoding="utf-8")
    return python
