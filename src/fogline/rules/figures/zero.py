"""Counts of nobody: "no casualties", "not a single civilian was hurt"."""

from typing import Final

from fogline.rules.figures.amounts import wordset
from fogline.rules.figures.words import Finding, Line, head_noun, phrase, states, verbs

__all__ = ["nobody", "zeros"]

_NOBODY: Final = frozenset(["no", "not", "nobody", "none"])
_BETWEEN: Final = wordset("was were has have been is are had reported be to of them")


def zeros(line: Line) -> list[tuple[int, int, Finding]]:
    """The words of a sentence that count nobody: tokens ``i..j`` and what nobody suffered."""
    made: list[tuple[int, int, Finding]] = []
    for k, low in enumerate(line.sentence.lows):
        if low in _NOBODY and (finding := nobody(line, k)) is not None:
            found = phrase(line.sentence, k + 1)
            end = k + 2 if line.low(k + 1) == "one" else k + 3 if line.low(k + 1) == "a" else max(k + 1, found.b)
            if states().get(line.low(k + 1)):
                end = k + 2
            made.append((k, end, finding))
    return made


def nobody(line: Line, k: int) -> Finding | None:
    """The report says that nobody was harmed: "no casualties", "not a single civilian was hurt"."""
    low = line.low(k)
    if low not in _NOBODY:
        return None
    j = k + 1
    if low == "not":
        if line.low(j) == "one":
            j += 1
        elif line.low(j) == "a" and line.low(j + 1) == "single":
            j += 2
        else:
            return None
    if low == "no" and line.low(j) in {"one", "more", "longer", "other"}:
        j += 1
    found = phrase(line.sentence, j)
    noun = head_noun(line, found)
    if noun is not None and noun.what in {"killed", "injured", "casualties"} and low in {"no", "not"}:
        return Finding(noun.what, found.a, found.b)
    if low == "no" and states().get(line.low(j)) in {"killed", "injured"}:
        return Finding(states()[line.low(j)], j, j + 1)
    if (noun is not None and noun.people) or low in {"nobody", "none"} or line.low(j - 1) == "one":
        return _harmed(line, max(found.b, j))
    return None


def _harmed(line: Line, k: int) -> Finding | None:
    for m in range(k, k + 5):
        said = [verb.what for verb in verbs().get(line.low(m), ()) if not verb.beside and verb.needs is None]
        what = said[0] if said else states().get(line.low(m))
        if what in {"killed", "injured"}:
            return Finding(what, m, m + 1)
        if line.low(m) not in _BETWEEN:
            return None
    return None
