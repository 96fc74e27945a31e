"""The machine's memory against what the notebooks need."""

from __future__ import annotations

import machine
from checks.finding import Finding, note, ok, wrong

# Gibibytes that a machine should have. A kernel took up to 1.4 at quick, Jupyter and the system come on top; 02 at the
# paper's scale takes 8 outside the Java heap, which may grow to a quarter of the machine; 03 took 1.2 while training.
QUICK_GIB = 3
PAPER_GIB = {"02-eigenspectra": 12, "03-long-trajectories": 4}


def memory(size: int | None = None) -> Finding:
    """Whether notebooks fit, at quick and at the paper's scale."""
    gib = (machine.memory() if size is None else size) / machine.GIB
    said = f"{gib:.1f} GiB"
    if gib < QUICK_GIB:
        return wrong("memory", f"{said}, and quick notebooks need {QUICK_GIB}: close other programs or take another machine")
    large = [f"{name} ({needs})" for name, needs in PAPER_GIB.items() if gib < needs]
    if large:
        return note("memory", f"{said}: enough at quick; too little at paper scale for {', '.join(large)}")
    return ok("memory", f"{said}, enough at quick and at paper scale")
