"""Mends the operators of converted formulas: signs, fences and names get the spacing of printed mathematics."""

import xml.etree.ElementTree as xml

_SPACE = "http://www.w3.org/1998/Math/MathML"
_SIGNS = "\u2212-+\u00b1\u2213"
_PREFIX = "\u2207\u2202"
_OPENING = "([{\u27e8\u2308\u230a,;/\u00b7\u00d7" + _SIGNS
_CLOSING = ")]}"
_RELATIONS = "=<>\u2264\u2265\u2260\u2248\u223c\u2243\u2261\u221d\u2192\u21a6\u2208\u226a\u226b\u2225\u21d2\u2190"
# Identifiers in the converter's answer that are operators, with their form.
_FENCES = {"\u27e8": "prefix", "\u2308": "prefix", "\u230a": "prefix", "\u27e9": "postfix", "\u2309": "postfix", "\u230b": "postfix"}
_CONSTANTS = "\u221e"

xml.register_namespace("", _SPACE)


def mended(mathml: str) -> str:
    """The same formula with its operators in their proper forms."""
    root = xml.fromstring(mathml)
    for parent in root.iter():
        children = list(parent)
        for child in children:
            _rename(child)
        if _name(parent) == "mrow" and len(children) > 1 and all(map(_is_upright_letter, children)):
            _join(parent, children)
    for parent in list(root.iter()):
        children = list(parent)
        if _name(parent) in ("mrow", "math", "mtd", "mstyle"):
            for before, child in zip([None] + children, children):
                _space(before, child)
            _set_apart(parent, children)
    return xml.tostring(root, encoding="unicode")


def _name(element) -> str:
    return element.tag.rpartition("}")[2]


def _rename(element) -> None:
    if _name(element) == "mi" and element.text == "~":
        element.text = "\u223c"
    text = element.text or ""
    if _name(element) == "mi" and (text in _FENCES or text and text in _SIGNS + _RELATIONS):
        element.tag = f"{{{_SPACE}}}mo"
        if text in _FENCES:
            element.set("form", _FENCES[text])
            element.set("stretchy", "false")
    elif _name(element) == "mo" and text and text in _CONSTANTS:
        element.tag = f"{{{_SPACE}}}mi"


def _space(before, element) -> None:
    text = element.text or ""
    if _name(element) != "mo" or not text:
        return
    if text in _SIGNS and _expects_operand(before):
        element.set("form", "prefix")
        _tight(element)
    elif text in _PREFIX or text in "/|":
        _tight(element)


def _expects_operand(before) -> bool:
    if before is None or _name(before) == "mspace":
        return True
    text = before.text or ""
    return _name(before) == "mo" and bool(text) and text in _OPENING + _RELATIONS + _PREFIX


def _set_apart(parent, children) -> None:
    """Thin spaces around the names of functions where an operand stands next to them."""
    for before, name, after in zip([None] + children, children, children[1:] + [None]):
        if not _is_function(name):
            continue
        if after is not None and not _is_operator(after) and not _is_function(after):
            _insert(parent, list(parent).index(after))
        if before is not None and (not _is_operator(before) or (before.text or " ") in _CLOSING):
            _insert(parent, list(parent).index(name))


def _insert(parent, place: int) -> None:
    if place == 0 or _name(parent[place - 1]) != "mspace":
        parent.insert(place, xml.Element(f"{{{_SPACE}}}mspace", width="0.167em"))


def _is_function(element) -> bool:
    """log, or log with an index, or a word in upright letters."""
    while _name(element) in ("mrow", "msub", "msup", "msubsup") and len(element):
        if _name(element) == "mrow" and len(element) > 1:
            return False
        element = element[0]
    text = element.text or ""
    return _name(element) == "mi" and len(text) > 1 and text.isascii() and text.isalpha()


def _is_operator(element) -> bool:
    return _name(element) in ("mo", "mspace")


def _tight(element) -> None:
    element.set("lspace", "0")
    element.set("rspace", "0")


def _is_upright_letter(element) -> bool:
    return _name(element) == "mi" and element.get("mathvariant") == "normal" and len(element.text or "") == 1


def _join(parent, letters) -> None:
    """d, i, a, g as one name."""
    name = "".join(letter.text for letter in letters)
    for letter in letters[1:]:
        parent.remove(letter)
    letters[0].text = name
