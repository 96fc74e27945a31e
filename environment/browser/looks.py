"""Judges what facts.js found on a page: one sentence for each thing that a reader could not see or read."""

# WCAG 2.1 asks for 4.5 for text; the letters of a figure, drawn at 13 to 16 pixels, stay legible down to this scale.
LEAST_CONTRAST = 4.5
LEAST_LETTERS = 9
LEAST_SCALE = 0.7


def problems(facts: dict) -> list:
    """What is wrong with a page; empty when all of it can be seen and read."""
    found = []
    for kind in ("figures", "tables"):
        if len(facts[kind]) != facts["promised"][kind]:
            found.append(f"{len(facts[kind])} {kind} on the page, {facts['promised'][kind]} in the outputs")
    for figure in facts["figures"]:
        found += [f"cell {figure['cell']}: {each}" for each in of_figure(figure)]
    for table in facts["tables"]:
        found += [f"cell {table['cell']}: {each}" for each in of_table(table)]
    for text in facts["texts"]:
        found += [f"cell {text['cell']}: {each}" for each in of_text(text)]
    return found


def of_figure(figure: dict) -> list:
    if not figure["natural"]:
        return ["a figure is not painted"]
    found = []
    if figure["shown"] < LEAST_SCALE * figure["meant"]:
        found.append(f"a figure made to be {figure['meant']} pixels wide is shown {figure['shown']} wide")
    if not figure["opaque"]:
        found.append("a figure has no ground of its own: its letters vanish on another theme")
    return found


def of_table(table: dict) -> list:
    if not table["head"] or not table["body"]:
        return [f"a table with {table['head']} head cells and {table['body']} others"]
    if table["width"] > table["room"]:
        return [f"a table {table['width']} pixels wide in {table['room']}"]
    return []


def of_text(text: dict) -> list:
    found = []
    if text["contrast"] < LEAST_CONTRAST:
        found.append(f"text with a contrast of {text['contrast']:.1f}")
    if text["letters"] < LEAST_LETTERS:
        found.append(f"letters of {text['letters']} pixels")
    return found
