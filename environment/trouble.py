"""What goes wrong in a way that the user can mend."""

import errno

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class Trouble(Exception):
    """One sentence that says what is wrong and what to do; the launcher prints it and ends with 1."""


def of_the_system(problem: OSError) -> str:
    """The sentence for a file or a disk that refuses."""
    reason = problem.strerror or str(problem) or type(problem).__name__
    where = f"{problem.filename}: " if problem.filename else ""
    if problem.errno in _FULL:
        remedy = "make room on that disk, or name folders on another disk in EDDY_OUT and EDDY_RUNS"
    elif problem.errno in _FORBIDDEN:
        remedy = "work in a clone of your own, or name folders that you may write in EDDY_OUT and EDDY_RUNS"
    else:
        remedy = "mend that"
    return f"{where}{reason}; {remedy}, then run the same command again."
