"""What charts need: FreeType, fontconfig and a font."""

from __future__ import annotations

from pathlib import Path

import prerequisites
from checks.finding import Finding, ok, wrong
from trouble import Trouble


def fonts(jdk_home: Path | None, check=prerequisites.check_fonts) -> Finding:
    """Whether a JVM without a screen can draw text; without a JDK its own FreeType is not counted."""
    try:
        check(jdk_home or Path("no JDK"))
    except Trouble as trouble:
        return wrong("fonts", str(trouble))
    return ok("fonts", "FreeType, fontconfig and at least one font")
