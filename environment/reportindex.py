"""The index of reports: a card a notebook, with a picture and its verdicts."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import verdicts
from places import Places

_CLASSES = {
    "holds": "holds",
    "holds with a correction": "corrected",
    "does not hold": "fails",
    "not decided": "undecided",
}
# A longer list of verdicts is folded up.
_SHOWN = 6


def write(places: Places, copies: list, figures: Path, out: Path) -> Path:
    """Writes out/index.html over the executed notebooks that have a page there; verdicts lie below `figures`."""
    lessons = {file.name for file in places.notebooks.glob("*.ipynb")}
    shown = [copy for copy in copies if copy.name in lessons and (out / f"{copy.stem}.html").exists()]
    failed = [copy for copy in copies if copy.name in lessons and copy not in shown and _status(copy).get("failures")]
    statements = verdicts.statements(places)
    cards = "\n".join(card(copy, out, figures, statements) for copy in sorted(shown + failed))
    style = (places.inside / "report.css").read_text(encoding="utf-8")
    index = out / "index.html"
    index.write_text(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Eddy: reports</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>Eddy: reports</h1>\n<ul class="cards">\n{cards}\n</ul>\n</main>\n</body>\n</html>\n',
        encoding="utf-8", newline="\n",
    )
    return index


def card(copy: Path, out: Path, figures: Path, statements: dict) -> str:
    """One notebook: picture, title, when and how it ran, and what it found."""
    name = copy.stem
    notebook = json.loads(copy.read_text(encoding="utf-8"))
    picture = first_picture(notebook)
    thumb = f'<img class="thumb" alt="" src="data:image/png;base64,{picture}">' if picture else "<span></span>"
    heading = html.escape(title(notebook, name))
    if (out / f"{name}.html").exists():
        heading = f'<a href="{html.escape(name)}.html">{heading}</a>'
    found = verdicts.file_of(figures, name)
    facts = [name, *_facts(_status(copy), verdicts.read(found, "scale"))]
    meta = " · ".join(html.escape(fact) for fact in facts)
    if (out / f"{name}.pdf").exists():
        meta += f' · <a href="{html.escape(name)}.pdf">PDF</a>'
    failures = "".join(f'<li class="fails">{html.escape(each)}</li>' for each in _status(copy).get("failures", []))
    body = f'<ul class="verdicts">{failures}</ul>' if failures else ""
    body += judged(verdicts.of_claims(verdicts.read(found)), statements)
    return f'<li class="card">{thumb}<div><h2>{heading}</h2><p class="meta">{meta}</p>{body}</div></li>'


def judged(claims: dict, statements: dict) -> str:
    """The verdicts on the claims of a notebook, folded up when there are many."""
    if not claims:
        return ""
    listed = "".join(
        f'<li><b class="{_CLASSES[verdict]}">{html.escape(verdict)}</b> · '
        f"{html.escape(statements.get(claim, claim))}{f' ({count} quantities)' if count > 1 else ''}</li>"
        for claim, (verdict, count) in claims.items()
    )
    found = [verdict for verdict, _ in claims.values()]
    counts = " · ".join(
        f'<b class="{kind}">{verdict}</b>: {found.count(verdict)}' for verdict, kind in _CLASSES.items() if verdict in found
    )
    opened = " open" if len(claims) <= _SHOWN else ""
    return f'<details class="verdicts"{opened}><summary>{counts}</summary><ul class="verdicts">{listed}</ul></details>'


def _status(copy: Path) -> dict:
    """What the run noted beside the copy; nothing beside a published notebook."""
    file = copy.with_suffix(".json")
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _facts(status: dict, scales: dict) -> list:
    if status:
        return [f"scale {status['scale']}", f"{status['seconds']:.0f} s", status["finished"]]
    return [f"scale {scale}" for scale in sorted(set(scales.values()))]


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
