"""The hash that ties a published result to the code that made it."""

import hashlib
from pathlib import Path


def source_hash(source: Path) -> str:
    """SHA-256 over a folder of sources (src/main), the same for a checkout with CRLF line ends.

    For each file in the order of its '/'-separated relative path: the path in UTF-8, a zero byte, the content with
    CRLF as LF, a zero byte. Hidden files are left out (editors and file managers drop them).
    """
    named = {}
    for file in source.rglob("*"):
        relative = file.relative_to(source)
        if file.is_file() and not any(part.startswith(".") for part in relative.parts):
            named[relative.as_posix().encode()] = file
    digest = hashlib.sha256()
    for name in sorted(named):
        digest.update(name + b"\0" + named[name].read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()
