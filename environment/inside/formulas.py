"""LaTeX between dollar signs becomes MathML, which browsers draw without a script."""

import re

import spacing
from latex2mathml.converter import convert

# Code first, so that dollar signs in it stay what they are.
_PIECES = re.compile(
    r"(?P<code>^```.*?^```|^~~~.*?^~~~|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\\$)"
    r"|\$\$(?P<display>.+?)\$\$"
    r"|(?P<environment>\\begin\{(?P<name>equation|align|gather|multline|aligned)\*?\}.+?\\end\{(?P=name)\*?\})"
    r"|\$(?P<inline>(?![\s$])(?:\\.|[^$\\])+?(?<!\s))\$(?!\d)"
    # With blanks inside the dollar signs only what holds a command is a formula.
    r"|\$(?P<loose>[^$\n]*\\[A-Za-z][^$\n]*)\$",
    re.S | re.M,
)
_BARE = re.compile(r"(?<!\\)\\[A-Za-z]{2,}")
_LEFT_OVER = re.compile(r">[^<]*\\[A-Za-z]+[^<]*<")


class FormulaError(Exception):
    """A formula that has no MathML."""


def take_out(markdown: str):
    """The text with a placeholder for each formula, and {placeholder: MathML}."""
    formulas = {}

    def replaced(match):
        if match["code"]:
            return match["code"]
        inline = match["inline"] or match["loose"]
        latex = match["display"] or match["environment"] or inline
        placeholder = f"eddyformula{len(formulas):04d}z"
        formulas[placeholder] = mathml(latex, display=inline is None)
        return placeholder

    text = _PIECES.sub(replaced, markdown)
    bare = _BARE.search(_PIECES.sub("", text))
    if bare:
        raise FormulaError(f"'{bare[0]}' stands outside of a formula: put dollar signs around the formula")
    return text, formulas


def put_back(html: str, formulas: dict) -> str:
    """The HTML with each placeholder replaced by its formula, which stays on one line with the punctuation around it."""

    def formula(match):
        shown = formulas[match[2]]
        if match[0] == match[2] or 'display="block"' in shown:
            return match[1] + shown + match[3]
        return f'<span class="unbroken">{match[1]}{shown}{match[3]}</span>'

    return re.sub(r"([(\[]?)(eddyformula\d{4}z)([.,:;!?)\]]*)", formula, html)


def mathml(latex: str, display: bool) -> str:
    """The MathML of one formula; FormulaError names the formula when a command of it is unknown."""
    # Numbering and line ends belong to the page, not to the formula.
    plain = re.sub(r"(\\begin|\\end)\{(equation|multline|gather)\*?\}", "", latex)
    plain = re.sub(r"\{(align|aligned)\*?\}", "{align}", plain)
    tag = re.search(r"\\tag\{([^}]*)\}", plain)
    plain = re.sub(r"\\(tag|label)\{[^}]*\}|\\nonumber|\\notag", "", plain).strip()
    try:
        converted = convert(plain, display="block" if display else "inline")
    except Exception as problem:
        raise FormulaError(f"the formula '{latex.strip()}' cannot be shown: {type(problem).__name__}") from problem
    unknown = _LEFT_OVER.search(converted)
    if unknown:
        raise FormulaError(f"the formula '{latex.strip()}' cannot be shown: unknown command in '{unknown[0][1:-1]}'")
    converted = spacing.mended(converted)
    if tag:
        converted = f'<span class="tagged">{converted}<span class="tag">({tag[1]})</span></span>'
    return converted
