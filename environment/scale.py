"""The two sizes at which notebooks run."""

from __future__ import annotations

import os

from trouble import Trouble

SCALES = ("quick", "paper")


def chosen_scale(asked: str | None, environ=os.environ) -> str:
    """What the command line asks for, else EDDY_SCALE, else quick."""
    scale = asked or environ.get("EDDY_SCALE", "").strip() or SCALES[0]
    if scale not in SCALES:
        raise Trouble(f"EDDY_SCALE is '{scale}': set it to quick or paper, or leave it out for quick.")
    return scale
