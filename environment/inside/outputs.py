"""The outputs of a code cell as HTML that needs no script and no network."""

import base64
import html
import re

import formulas

_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_LOADS = re.compile(r"<script|<iframe|<link\b|\son\w+\s*=|(?:src|href)\s*=\s*[\"']?(?:https?:)?//[^\"'>]+\.(?:js|css|png|svg|jpe?g|gif)|@import|url\(\s*[\"']?https?:", re.I)
_REMOTE_IMAGE = re.compile(r"<img[^>]+src\s*=\s*[\"']?(?!data:)", re.I)

_NOTEBOOK_LINK = re.compile(r"""(href\s*=\s*["'])([\w-]+)\.ipynb(?=["'#])""")
# A table of this many columns is set in smaller letters.
_MANY_COLUMNS = 9
_TEXT_OF_TABLE = re.compile(r"(<table\b.*?</table>)", re.S)
# A number such as 2.2e-14 would be broken after its hyphen.
_POWER = re.compile(r"(?<![\w.#&])[-\u2212]?\d+(?:\.\d+)?e[-\u2212]\d+(?![\w.])(?=[^<>]*<)")


class OutputError(Exception):
    """An output that would be blank without a script or without the network."""


def refuse_what_loads(text: str) -> None:
    """Refuses HTML that loads or runs something when it is opened."""
    found = _LOADS.search(text) or _REMOTE_IMAGE.search(text)
    if found:
        raise OutputError(f"an output or text cell needs a script or another file to be seen: '{found[0][:80]}'")


def to_reports(text: str) -> str:
    """Links to neighbouring notebooks lead to their reports."""
    return _NOTEBOOK_LINK.sub(r"\1\2.html", text)


def unbroken(text: str) -> str:
    """Numbers with a negative exponent in tables stay on one line."""
    return _TEXT_OF_TABLE.sub(lambda table: _POWER.sub(r'<span class="unbroken">\g<0></span>', table[0]), text)


def columns(text: str) -> int:
    """The largest number of columns of a table's head."""
    heads = re.findall(r"<thead\b.*?</thead>", text, re.S)
    return max((len(re.findall(r"<th\b", head)) for head in heads), default=0)


def shown(output) -> str:
    """One output; of several forms of the same thing the richest that needs no script."""
    kind = output.output_type
    if kind == "stream":
        return f'<pre class="stream">{text(output.text)}</pre>'
    if kind == "error":
        return f'<pre class="error">{text(chr(10).join(output.traceback) or output.evalue)}</pre>'
    if output.metadata.get("eddy") == "progress":
        return ""
    data = output.data
    alternative = html.escape(_COLOURS.sub("", data.get("text/plain", "")), quote=True)
    if "text/html" in data:
        refuse_what_loads(data["text/html"])
        many = " many" if columns(data["text/html"]) >= _MANY_COLUMNS else ""
        return f'<div class="rich wide{many}">{unbroken(to_reports(data["text/html"]))}</div>'
    if "image/png" in data:
        return image("png", data["image/png"].replace("\n", ""), alternative)
    if "image/svg+xml" in data:
        coded = base64.b64encode(data["image/svg+xml"].encode()).decode()
        return image("svg+xml", coded, alternative)
    if "text/latex" in data:
        return formulas.mathml(data["text/latex"].strip().strip("$"), display=True)
    return f'<pre class="stream">{alternative}</pre>' if alternative else ""


def image(kind: str, coded: str, alternative: str) -> str:
    """An image inside the page."""
    return f'<figure><img alt="{alternative}" src="data:image/{kind};base64,{coded}"></figure>'


def text(coloured: str) -> str:
    """Text of a terminal without its colours."""
    return html.escape(_COLOURS.sub("", coloured))
