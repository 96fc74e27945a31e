"""Downloads one address into a file, goes on where an earlier attempt was cut, and notices when nothing comes."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from pathlib import Path

_BLOCK = 1 << 16
_ATTEMPTS = 6


class _Cut(Exception):
    """The connection ended or fell silent before the last byte."""


class _Other(Exception):
    """The mirror has something else under this name."""


def into(part: Path, address: str, size: int, timeout: float, show=lambda text: None) -> str:
    """Downloads `address`, `size` bytes long, into `part`, after the bytes that `part` already has.

    Returns what went wrong in one sentence, or nothing. A connection that is cut or silent for `timeout` seconds is
    taken up again where it stopped, as long as each attempt brings something. Trouble with the disk is raised as OSError.
    """
    if _length(part) > size:
        part.unlink()
    for _ in range(_ATTEMPTS):
        before = _length(part)
        if before == size:
            return ""
        try:
            _attempt(part, address, before, size, timeout, show)
            return ""
        except urllib.error.HTTPError as answer:
            return f"{address} answers {answer.code} {answer.reason}"
        except _Other as problem:
            return f"{address} {problem}"
        except _Cut as cut:
            problem = f"{address} {cut}"
            if _length(part) <= before:
                return problem
    return problem


def _attempt(part: Path, address: str, start: int, size: int, timeout: float, show) -> None:
    request = urllib.request.Request(address, headers={"User-Agent": "eddy", "Accept-Encoding": "identity"})
    if start:
        request.add_header("Range", f"bytes={start}-")
    try:
        response = urllib.request.urlopen(request, timeout=timeout)
    except urllib.error.HTTPError:
        raise
    except (OSError, http.client.HTTPException) as problem:
        raise _Cut(f"cannot be reached ({_reason(problem)})") from problem
    with response:
        # 206 goes on; a server that ignores Range sends everything again with 200.
        goes_on = start > 0 and response.status == 206 and _first_byte(response) == start
        done = start if goes_on else 0
        stated = response.headers.get("Content-Length", "")
        if stated.isdigit() and done + int(stated) != size:
            raise _Other(f"has a file of {done + int(stated):,} bytes there, not of {size:,}")
        with open(part, "ab" if goes_on else "wb") as stream:
            while done < size:
                block = _read(response)
                stream.write(block)
                done += len(block)
                show(f"{done / 1e6:.1f} of {size / 1e6:.1f} MB")


def _read(response) -> bytes:
    try:
        block = response.read(_BLOCK)
    except (OSError, http.client.HTTPException) as problem:
        raise _Cut(f"stopped sending ({_reason(problem)})") from problem
    if not block:
        raise _Cut("ended before the last byte")
    return block


def _first_byte(response) -> int:
    """The first byte of a 'Content-Range: bytes 100-199/200' answer; -1 when it does not say."""
    stated = response.headers.get("Content-Range", "").removeprefix("bytes ").partition("-")[0].strip()
    return int(stated) if stated.isdigit() else -1


def _reason(problem: Exception) -> str:
    reason = getattr(problem, "reason", problem)
    return str(reason) or type(reason).__name__


def _length(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
