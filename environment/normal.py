"""The normal form of a published notebook: two runs of the same cells differ only where their results do."""

import json

import kernelspec

_KEPT_CELL_METADATA = ("tags", "jupyter")
_LANGUAGE = {
    "codemirror_mode": "java",
    "file_extension": ".jshell",
    "mimetype": "text/x-java-source",
    "name": "java",
    "pygments_lexer": "java",
}


def normalised(notebook: dict) -> dict:
    """Fixed cell ids, kernel and language; no execution timestamps, no progress lines, counts from 1."""
    cells, count = [], 0
    for number, cell in enumerate(notebook["cells"], 1):
        kept = {
            "id": f"cell-{number:02d}",
            "cell_type": cell["cell_type"],
            "metadata": {name: cell["metadata"][name] for name in _KEPT_CELL_METADATA if name in cell["metadata"]},
            "source": _lines(cell["source"]),
        }
        if cell["cell_type"] == "code":
            executed = bool("".join(cell["source"]).strip())
            count += executed
            kept["execution_count"] = count if executed else None
            kept["outputs"] = [_output(output, count) for output in cell["outputs"] if not _is_progress(output)]
        cells.append(kept)
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": kernelspec.DISPLAY_NAME, "language": "java", "name": kernelspec.NAME},
            "language_info": _LANGUAGE,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def text(notebook: dict) -> str:
    """The file's content, as Jupyter itself would indent it."""
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _is_progress(output: dict) -> bool:
    return output.get("metadata", {}).get("eddy") == "progress"


def _output(output: dict, count: int) -> dict:
    kept = {name: value for name, value in output.items() if name != "transient"}
    if "execution_count" in kept:
        kept["execution_count"] = count
    if "text" in kept:
        kept["text"] = _lines(kept["text"])
    if "data" in kept:
        kept["data"] = {kind: _lines(data) if kind.startswith("text/") else data for kind, data in kept["data"].items()}
    return kept


def _lines(content) -> list:
    return "".join(content).splitlines(keepends=True)
