"""How large this machine is: cores and memory that a process may use, containers included."""

import ctypes
import os
import sys
from pathlib import Path

GIB = 1 << 30
_CGROUP = Path("/sys/fs/cgroup")


def cores(cgroup: Path = _CGROUP) -> int:
    """Cores that this process may use: its affinity, and a container's quota."""
    if hasattr(os, "sched_getaffinity"):
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count() or 1
    quota, _, period = _first_line(cgroup / "cpu.max").partition(" ")
    if quota.isdigit() and period.isdigit():
        count = min(count, max(1, round(int(quota) / int(period))))
    return count


def memory(cgroup: Path = _CGROUP) -> int:
    """Bytes of memory that this process may use: the machine's, or less where a container says so."""
    physical = _windows_memory() if sys.platform == "win32" else _posix_memory()
    limits = [_first_line(cgroup / "memory.max"), _first_line(cgroup / "memory" / "memory.limit_in_bytes")]
    return min([physical] + [int(limit) for limit in limits if limit.isdigit()])


def _first_line(file: Path) -> str:
    try:
        return file.read_text().strip()
    except OSError:
        return ""


def _posix_memory() -> int:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _windows_memory() -> int:
    class Status(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong)] + [
            (name, ctypes.c_ulonglong)
            for name in ("total", "free", "pageTotal", "pageFree", "virtualTotal", "virtualFree", "extended")
        ]

    status = Status(length=ctypes.sizeof(Status))
    ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
    return status.total
