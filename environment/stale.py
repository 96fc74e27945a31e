"""./eddy stale: lists the published notebooks whose printed source hash is not the one of the tree."""

import json
import re

from places import Places
from sourcehash import source_hash
from verdicts import file_of

_HASH = re.compile(r"\b[0-9a-f]{12,64}\b")


def run(places: Places) -> int:
    """Prints one line for each stale notebook; a list, not a failure."""
    now = source_hash(places.root / "src" / "main")
    stale = stale_notebooks(places, now)
    for name in stale:
        print(f"{name}: made by older sources; ./eddy publish {name} makes it again")
    if not stale:
        print("no published notebook is stale")
    return 0


def stale_notebooks(places: Places, now: str) -> list:
    """The names of the published notebooks that do not print the hash `now`."""
    published = [file for file in sorted(places.notebooks.glob("*.ipynb")) if file_of(places.figures, file.stem).exists()]
    return [file.stem for file in published if not _prints(json.loads(file.read_text(encoding="utf-8")), now)]


def _prints(notebook: dict, now: str) -> bool:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            texts = [output.get("text", ""), *output.get("data", {}).values()]
            for text in texts:
                if any(now.startswith(found) for found in _HASH.findall("".join(text))):
                    return True
    return False
