"""Compares the verdicts of a run with the ones that are expected."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from places import Places


@dataclass(frozen=True)
class Difference:
    """A verdict that is not the expected one; `came` or `expected` is empty where there is none."""

    claim: str
    quantity: str
    expected: str
    came: str

    def __str__(self) -> str:
        name = f"{self.claim} / {self.quantity}" if self.quantity else self.claim
        if not self.came:
            return f"{name}: no verdict, expected '{self.expected}'"
        if not self.expected:
            return f"{name}: verdict '{self.came}', expected none"
        return f"{name}: verdict '{self.came}', expected '{self.expected}'"


def read(file: Path, column: str = "verdict") -> dict:
    """{(claim, quantity): verdict} of a CSV file; empty where the file is missing."""
    if not file.exists():
        return {}
    with open(file, newline="", encoding="utf-8") as rows:
        return {(row["claim"], row["quantity"]): row[column].strip() for row in csv.DictReader(rows)}


def file_of(folder: Path, notebook: str) -> Path:
    """The verdicts of a notebook below a folder of figures."""
    return folder / notebook / "verdicts.csv"


def statements(places: Places) -> dict:
    """{claim: what it says, in our words} of claims.csv."""
    return {claim: statement for (claim, _), statement in read(places.claims, "statement").items()}


def differences(places: Places, notebook: str, scale: str, came: dict) -> list:
    """What differs from the expectation.

    At quick the expected verdict stands in claims.csv, and a claim that the published notebook judges must be judged
    here too. At paper scale the published verdicts are expected, and before the first publication nothing is.
    """
    published = read(file_of(places.figures, notebook))
    if scale == "paper":
        return compare(published, came) if published else []
    claims = read(places.claims, "expected_quick")
    expected = {key: claims.get(key, "") for key in came}
    expected.update({key: claims[key] for key in published if key in claims})
    return compare(expected, came)


def compare(expected: dict, came: dict) -> list:
    """The differences between two {(claim, quantity): verdict}, in their order."""
    keys = list(expected) + [key for key in came if key not in expected]
    pairs = [(key, expected.get(key, ""), came.get(key, "")) for key in keys]
    return [Difference(*key, wanted, found) for key, wanted, found in pairs if wanted != found]


def of_claims(rows: dict) -> dict:
    """{claim: (verdict, number of quantities)} from the verdicts of single quantities.

    A claim holds when all of its quantities hold, does not hold when one does not, and is otherwise not decided.
    """
    grouped: dict = {}
    for (claim, _), verdict in rows.items():
        grouped.setdefault(claim, []).append(verdict)
    return {claim: (_together(each), len(each)) for claim, each in grouped.items()}


def _together(each: list) -> str:
    if "does not hold" in each:
        return "does not hold"
    if set(each) <= {"holds", "holds with a correction"}:
        return max(each, key=len)
    return "not decided"
