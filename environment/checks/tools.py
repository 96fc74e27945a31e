"""The programs that Eddy needs: Python, a JDK, Maven."""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path

import prerequisites
from checks.finding import Finding, note, ok, wrong
from trouble import Trouble

_JDK_FOLDERS = (
    "/usr/lib/jvm/*", "/opt/java/*", "/opt/jdk*", "~/.sdkman/candidates/java/*", "~/.jdks/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home", "C:/Program Files/Eclipse Adoptium/*", "C:/Program Files/Java/*",
)


def python(check=prerequisites.check_venv) -> Finding:
    """This Python; that it is new enough was checked before anything was imported."""
    try:
        check()
    except Trouble as trouble:
        return wrong("Python", str(trouble))
    return ok("Python", f"{platform.python_version()} ({sys.executable}), with venv and pip")


def jdk(environ=os.environ, find=prerequisites.jdk, folders=_JDK_FOLDERS) -> list:
    """The JDK that Eddy takes, and the others that are there."""
    others = ", ".join(f"{version} ({home})" for home, version in installed(folders))
    known = f"; on this machine: {others}" if others else ""
    try:
        found = find(environ)
    except Trouble as trouble:
        return [wrong("JDK", f"{trouble}{known.replace('; on', ' On')}")]
    why = "of JAVA_HOME" if environ.get("JAVA_HOME") else "of the PATH"
    said = f"{found.version} ({found.home}), {why}{known}"
    if found.version > prerequisites.NEWEST_JDK:
        return [note("JDK", f"{said}; Eddy was run on 17 to {prerequisites.NEWEST_JDK}, point JAVA_HOME at one of these if"
                            " this one fails")]
    return [ok("JDK", said)]


def installed(folders=_JDK_FOLDERS) -> list:
    """[(folder, version)] of the JDKs below the usual folders, each once, by their `release` files."""
    found = {}
    for pattern in folders:
        start, _, rest = os.path.expanduser(pattern).partition("*")
        base = Path(start)
        base, begin = (base, "") if start.endswith("/") else (base.parent, base.name)
        for each in sorted(base.glob(f"{begin}*{rest}")) if base.is_dir() else ():
            version = _released(each)
            if version:
                found.setdefault(each.resolve(), version)
    return list(found.items())


def _released(home: Path) -> str:
    """The version that the folder's `release` file states; empty where there is none, or no compiler."""
    compilers = (home / "bin" / "javac", home / "bin" / "javac.exe")
    try:
        said = re.search(r'^JAVA_VERSION="([^"]+)"', (home / "release").read_text(encoding="utf-8"), re.M)
    except (OSError, ValueError):
        return ""
    return said[1] if said and any(each.exists() for each in compilers) else ""


def maven(environ=os.environ, find=prerequisites.maven) -> Finding:
    """The Maven that Eddy takes."""
    try:
        return ok("Maven", f"{find(environ)}, 3.8 or newer")
    except Trouble as trouble:
        return wrong("Maven", str(trouble))
