"""The environment variables and the locale that a command would start with."""

from __future__ import annotations

import difflib
import os

import scale
import surroundings
from checks.finding import Finding, note, ok, wrong
from trouble import Trouble

KNOWN = (
    "EDDY_BROWSER", "EDDY_DATA", "EDDY_INPUTS", "EDDY_LABELS", "EDDY_MODEL", "EDDY_OUT", "EDDY_PYTHON", "EDDY_RETRAIN",
    "EDDY_RUNS", "EDDY_SCALE", "EDDY_TRAJECTORY",
)
# They reach every JVM; Eddy leaves them alone, because users set them for proxies and certificates.
_FOR_EVERY_JVM = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS")


def locale(environ=os.environ, knows_letters=surroundings.knows_letters) -> Finding:
    """Whether programs understand letters outside ASCII."""
    chosen = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "none"
    if knows_letters(environ):
        return ok("locale", chosen)
    return note("locale", f"{chosen}: ./eddy starts everything with C.UTF-8; for mvn by hand set LC_ALL=C.UTF-8 yourself")


def variables(environ=os.environ) -> list:
    """Variables that change what runs, and misspelt ones of Eddy's own."""
    found = []
    for name in sorted(set(environ) & set(surroundings.UNWANTED)):
        found.append(note("environment", f"{name} is set: ./eddy ignores it, mvn and jupyter by hand do not"))
    for name in sorted(set(environ) & set(_FOR_EVERY_JVM)):
        found.append(note("environment", f"{name} is set ({environ[name]}): it reaches the JVMs that ./eddy starts"))
    for name in sorted(each for each in environ if each.startswith("EDDY_") and each not in KNOWN):
        near = difflib.get_close_matches(name, KNOWN, 1)
        meant = f"; did you mean {near[0]}?" if near else ""
        found.append(note("environment", f"{name} is set, but Eddy knows no such variable{meant}"))
    try:
        scale.chosen_scale(None, environ)
    except Trouble as trouble:
        found.append(wrong("environment", str(trouble)))
    return found or [ok("environment", "no variable in the way")]
