"""Writes the HTML report of a notebook and the index of all reports."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path

import verdicts
from ready import Ready

_CLASSES = {
    "holds": "holds",
    "holds with a correction": "corrected",
    "does not hold": "fails",
    "not decided": "undecided",
}


def write(prepared: Ready, copy: Path, out: Path) -> str:
    """Writes out/<notebook>.html; returns what is wrong with it, or nothing."""
    page = out / f"{copy.stem}.html"
    page.unlink(missing_ok=True)
    script = prepared.places.inside / "report.py"
    done = subprocess.run(
        [str(prepared.places.venv_python), str(script), str(copy), str(page)],
        env=prepared.environ, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
    )
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["no page was written"])[-1]


def write_index(prepared: Ready, out: Path) -> Path:
    """Writes out/index.html over the executed copies of all notebooks that were run."""
    lessons = {file.name for file in prepared.places.notebooks.glob("*.ipynb")}
    copies = sorted(copy for copy in (out / "notebooks").glob("*.ipynb") if copy.name in lessons)
    statements = verdicts.statements(prepared.places)
    cards = "\n".join(_card(copy, out, statements) for copy in copies)
    style = (prepared.places.inside / "report.css").read_text(encoding="utf-8")
    index = out / "index.html"
    index.write_text(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Eddy: reports</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>Eddy: reports</h1>\n<ul class="cards">\n{cards}\n</ul>\n</main>\n</body>\n</html>\n',
        encoding="utf-8", newline="\n",
    )
    return index


def _card(copy: Path, out: Path, statements: dict) -> str:
    name = copy.stem
    notebook = json.loads(copy.read_text(encoding="utf-8"))
    status_file = copy.with_suffix(".json")
    status = json.loads(status_file.read_text(encoding="utf-8")) if status_file.exists() else {}
    judged = verdicts.of_claims(verdicts.read(verdicts.file_of(out / "figures", name)))
    listed = "".join(
        f'<li><b class="{_CLASSES.get(verdict, "undecided")}">{html.escape(verdict)}</b> · '
        f"{html.escape(statements.get(claim, claim))}{f' ({count} quantities)' if count > 1 else ''}</li>"
        for claim, (verdict, count) in judged.items()
    )
    failed = "".join(f'<li class="fails">{html.escape(failure)}</li>' for failure in status.get("failures", []))
    picture = first_picture(notebook)
    thumb = f'<img class="thumb" alt="" src="data:image/png;base64,{picture}">' if picture else "<span></span>"
    meta = f"{status.get('scale', '')} · {status.get('seconds', 0):.0f} s · {status.get('finished', '')}"
    return (
        f'<li class="card">{thumb}<div><h2><a href="{html.escape(name)}.html">{html.escape(title(notebook, name))}</a></h2>'
        f'<p class="meta">{name} · {html.escape(meta)}</p><ul class="verdicts">{failed}{listed}</ul></div></li>'
    )


def title(notebook: dict, name: str) -> str:
    """The first heading of a notebook, else its name."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            heading = re.search(r"^#\s+(.+?)\s*$", "".join(cell["source"]), re.M)
            if heading:
                return heading[1].replace("$", "").replace("`", "")
    return name


def first_picture(notebook: dict) -> str:
    """The first PNG that a cell shows, in base64."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "image/png" in data:
                return "".join(data["image/png"]).replace("\n", "")
            inline = re.search(r"data:image/png;base64,([A-Za-z0-9+/=]+)", "".join(data.get("text/html", "")))
            if inline:
                return inline[1]
    return ""
