"""Why Maven or pip failed, read from what they printed: their own message is long, and the cause is one of a few."""

from __future__ import annotations

import re

_UNREACHABLE = re.compile(
    r"Could not transfer|Unknown host|Network is unreachable|Connection (?:refused|timed out|reset)|offline mode"
    r"|NewConnectionError|NameResolutionError|name resolution|ConnectTimeout|ReadTimeout|No matching distribution|ProxyError"
)
_REPOSITORY = re.compile(r"Could not create local repository at (\S.*?)(?: ->|$)", re.M)
_NOTHING_FREE = 5_000_000
_CHANGED = re.compile(r"DO NOT MATCH THE HASHES")


def of(printed: str, free: int) -> str:
    """The cause and its remedy, as the end of a sentence; `free`: bytes left in the clone (ensurepip tells no reason)."""
    if "No space left on device" in printed or "Disk quota exceeded" in printed or free < _NOTHING_FREE:
        return "the disk is full: make room in the clone, in the home folder and in the folder for temporary files"
    repository = _REPOSITORY.search(printed)
    if repository:
        return (
            f"its repository {repository[1]} cannot be made: name a folder of your own with"
            " MAVEN_OPTS=-Dmaven.repo.local=FOLDER"
        )
    if _CHANGED.search(printed):
        return "a package is not the one that the lock file names: the package index or a proxy serves another"
    if _UNREACHABLE.search(printed):
        return "something could not be downloaded: the first set-up needs a network (or the mirror that your settings name)"
    return "its message stands above: mend that"
