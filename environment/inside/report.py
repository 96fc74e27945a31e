"""Makes one self-contained HTML page of one executed notebook: no script, nothing from the network.

    python report.py EXECUTED_NOTEBOOK PAGE

Ends with 1 and one sentence on standard error when a formula or an output cannot be shown that way.
"""

import html
import re
import sys
from pathlib import Path

import mistune
import nbformat
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import JavaLexer

import formulas
import outputs

_HEADING = re.compile(r"<h([2-4])>(.*?)</h\1>", re.S)
_HEADING_SOURCE = re.compile(r"^#{2,4} +(.+?)[ #]*$", re.M)


def page(notebook, name: str) -> str:
    """The whole page."""
    markdown = mistune.create_markdown(escape=False, plugins=["table", "footnotes", "strikethrough", "url"])
    blocks, contents, title = [], [], name
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            text = prose(markdown, cell.source)
            heading = re.search(r"<h1>(.*?)</h1>", text, re.S)
            if heading and title == name:
                title = html.unescape(re.sub(r"<[^>]+>", "", heading[1])).strip()
            blocks.append(with_anchors(text, _HEADING_SOURCE.findall(cell.source), contents))
        elif cell.cell_type == "code" and cell.source.strip():
            blocks.append(code(cell))
    return document(title, contents, blocks)


def prose(markdown, source: str) -> str:
    """A Markdown cell as HTML, its formulas as MathML."""
    text, taken = formulas.take_out(source)
    shown = outputs.to_reports(formulas.put_back(markdown(text), taken))
    outputs.refuse_what_loads(shown)
    return '<section class="prose">' + shown.replace("<table>", '<div class="wide"><table>').replace(
        "</table>", "</table></div>"
    ) + "</section>"


def with_anchors(text: str, sources: list, contents: list) -> str:
    """Gives each heading below the title an id and notes the second-level ones for the contents.

    The id is the heading as the cell has it, with hyphens for blanks: JupyterLab's rule, so that a link to a heading of
    a notebook is one to its report too.
    """
    left = iter(sources)

    def anchored(match):
        level, heading = match[1], match[2]
        source = re.sub(r"[*`]", "", next(left, re.sub(r"<[^>]+>", "", heading)))
        anchor = html.escape(source.replace(" ", "-"), quote=True)
        if level == "2":
            contents.append((anchor, heading))
        return f'<h{level} id="{anchor}">{heading}</h{level}>'

    return _HEADING.sub(anchored, text)


def code(cell) -> str:
    """A code cell with its outputs."""
    lines = highlight(cell.source, JavaLexer(), HtmlFormatter(nowrap=True))
    number = cell.execution_count or " "
    shown = "".join(outputs.shown(output) for output in cell.outputs)
    return (
        f'<section class="cell"><div class="input"><span class="count">{number}</span>'
        f'<pre class="code"><code>{lines}</code></pre></div>'
        + (f'<div class="outputs">{shown}</div>' if shown else "")
        + "</section>"
    )


def document(title: str, contents: list, blocks: list) -> str:
    """The frame around the blocks."""
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    links = "".join(f'<li><a href="#{number}">{heading}</a></li>' for number, heading in contents)
    nav = f'<nav><p><a href="index.html">All reports</a></p><ol>{links}</ol></nav>'
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>\n{style}{highlighting()}</style>\n</head>\n"
        f"<body>\n{nav}\n<main>\n" + "\n".join(blocks) + "\n</main>\n</body>\n</html>\n"
    )


def highlighting() -> str:
    """The colours of the code, for light and for dark pages."""
    light = HtmlFormatter(style="friendly").get_style_defs(".code")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".code")
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def main(source: Path, target: Path) -> int:
    notebook = nbformat.read(source, as_version=4)
    try:
        text = page(notebook, source.stem)
    except (formulas.FormulaError, outputs.OutputError) as problem:
        print(problem, file=sys.stderr)
        return 1
    half = target.with_suffix(".part")
    half.write_text(text, encoding="utf-8", newline="\n")
    half.replace(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
