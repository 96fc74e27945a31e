"""What a check says: one line."""

from dataclasses import dataclass

OK, NOTE, WRONG = "ok", "note", "WRONG"


@dataclass(frozen=True)
class Finding:
    """`state`: OK; NOTE, worth knowing but in nobody's way; WRONG, to be mended before Eddy works."""

    state: str
    what: str
    said: str

    def __str__(self) -> str:
        return f"{self.state:<6}{self.what + ':':<16}{self.said}"


def ok(what: str, said: str) -> Finding:
    return Finding(OK, what, said)


def note(what: str, said: str) -> Finding:
    return Finding(NOTE, what, said)


def wrong(what: str, said: str) -> Finding:
    return Finding(WRONG, what, said)
