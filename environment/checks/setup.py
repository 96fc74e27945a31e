"""What ./eddy has set up in this clone: .venv, the library, the kernel."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import build
import kernelspec
import machine
import virtualenv
from checks.finding import Finding, note, ok, wrong
from places import Places

_NEXT = "the next command sets it up"
_MODULES = "import jupyterlab, nbclient, nbconvert, latex2mathml"


def environment(places: Places, unready=virtualenv.unready, run=subprocess.run) -> Finding:
    """The state of .venv."""
    why = unready(places)
    if why:
        return note(".venv", f"{why}; {_NEXT} (with a network)")
    asked = run([str(places.venv_python), "-I", "-c", _MODULES], capture_output=True, text=True)
    if asked.returncode != 0 or not kernelspec.jjava_jar(places).is_file():
        return wrong(".venv", f"something was deleted from it: delete {places.venv}, and {_NEXT} (with a network)")
    return ok(".venv", "as environment/requirements.lock says")


def library(places: Places, of_the_tree=build.of_the_tree) -> Finding:
    """Whether the library was built from the sources as they are."""
    now = of_the_tree(places)
    if now.complete:
        return ok("library", f"built from the sources as they are ({now.source[:12]})")
    if now.dependencies.is_dir():
        return note("library", "the sources changed since it was built; the next command builds it")
    return note("library", "not built yet, or pom.xml changed; the next command builds it (the first time with a network)")


def kernel(places: Places, jdk, now: build.Library) -> Finding:
    """Whether the kernel starts what is there now."""
    file = places.kernels / kernelspec.NAME / "kernel.json"
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return note("kernel", f"not registered yet; {_NEXT}")
    java = Path(found["argv"][0])
    if not java.exists():
        return note("kernel", f"its Java, {java}, is gone; the next command registers another")
    if jdk and found != kernelspec.kernel_spec(places, jdk, now, machine.cores(), machine.memory()):
        return note("kernel", "made for another JDK, build or machine; the next command registers it anew")
    return ok("kernel", f"{kernelspec.DISPLAY_NAME}, in .venv only")


def network(ready: bool) -> Finding:
    """Whether the next command downloads anything."""
    if ready:
        return ok("network", "not needed any more")
    return note("network", "the next command downloads what is not here yet; after that none is needed")
