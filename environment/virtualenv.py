"""The project's own Python environment, .venv: Jupyter and the Java kernel, exactly as the lock file says."""

import hashlib
import json
import shutil
import subprocess
import sys

import prerequisites
import room
import surroundings
from places import Places
from trouble import Trouble

# What .venv takes, with pip's cache and some room to unpack.
VENV_MEGABYTES = 500

# JupyterLab shows this kernel only, asks nobody for news or newer versions, installs no extensions, and looks for no
# language servers (that starts npm, which writes to the home).
_JUPYTER_CONFIG = {
    "ServerApp": {"jpserver_extensions": {"jupyter_lsp": False}},
    "MultiKernelManager": {"default_kernel_name": "eddy"},
    "KernelSpecManager": {"allowed_kernelspecs": ["eddy"], "ensure_native_kernel": False},
    "LabApp": {
        "news_url": None,
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "extension_manager": "readonly",
    },
}
_LAB_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
}


def ensure(places: Places, say=print) -> None:
    """Makes .venv, or makes it again where it is missing, unfinished, moved or made from another lock file."""
    if not unready(places):
        return
    prerequisites.check_venv()
    room.require(places.root, VENV_MEGABYTES, "Jupyter's environment .venv")
    say("setting up Jupyter in .venv (the first time downloads about 60 MB)")
    shutil.rmtree(places.venv, ignore_errors=True)
    env = surroundings.plain()
    _run([sys.executable, "-m", "venv", str(places.venv)], env, "Python could not make a virtual environment in .venv")
    _run(
        [str(places.venv_python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        + ["--require-hashes", "--requirement", str(places.lock_file)],
        env,
        "pip could not install what environment/requirements.lock lists (the first set-up needs a network)",
    )
    _write_settings(places)
    _stamp_file(places).write_text(json.dumps(_stamp(places)), encoding="utf-8")


def _write_settings(places: Places) -> None:
    config = places.jupyter / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "jupyter_config.json").write_text(json.dumps(_JUPYTER_CONFIG, indent=1), encoding="utf-8")
    overrides = places.venv / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    overrides.parent.mkdir(parents=True, exist_ok=True)
    overrides.write_text(json.dumps(_LAB_SETTINGS, indent=1), encoding="utf-8")


def _stamp_file(places: Places):
    return places.venv / "eddy-ready.json"


def _stamp(places: Places) -> dict:
    """What .venv depends on: a change of any of these means making it again."""
    script = "import sys, platform; print(platform.python_version(), sys.prefix != sys.base_prefix)"
    asked = subprocess.run([str(places.venv_python), "-I", "-c", script], capture_output=True, text=True)
    return {
        "lock": hashlib.sha256(places.lock_file.read_bytes()).hexdigest(),
        "root": str(places.root),
        "python": asked.stdout.strip(),
    }


def unready(places: Places) -> str:
    """Why .venv has to be made, or made again; nothing where it is as it should be."""
    if not places.venv.exists():
        return "there is none yet"
    try:
        found = json.loads(_stamp_file(places).read_text(encoding="utf-8"))
        wanted = _stamp(places)
    except (OSError, ValueError):
        return "it is not finished"
    changed = {"lock": "its lock file changed", "root": "the clone was moved", "python": "its Python changed"}
    return next((why for part, why in changed.items() if found.get(part) != wanted[part]), "")


def _run(command: list, env: dict, problem: str) -> None:
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise Trouble(f"{problem}; the message stands above. Mend it and run the same command again.")
