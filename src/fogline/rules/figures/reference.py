"""Bare numbers that go on with what an earlier number or phrase counted: "an earlier count was 60"."""

from typing import Final

from fogline.nouns import Counted
from fogline.rules.figures.amounts import QUOTES, wordset
from fogline.rules.figures.words import HARM, Line, head_noun, nouns

__all__ = ["comrades", "counted_as_before", "counted_as_part", "part_of", "topic"]

_PREPOSITIONS: Final = wordset("in on by with for from since until near into under during article")
_MOVES: Final = (["up"], ["down"])
_ADDING: Final = frozenset(["JJ", "JJR", "RB", "NN", "NNS"])
_COUNTING: Final = wordset(
    "count counted counts put puts give gives gave given giving raise raised raises lower lowered revise "
    "revised cut cuts is was are were be been stand stands stood report reported cite cited spoke speak speaks "
    "estimate estimated claimed claim claims say says said figure number toll tally update updated place "
    "placed places rise rose risen climb climbed fall fell drop dropped reach reached had has them whom those "
    "named listed see sees saw seen"
)


def topic(line: Line) -> Counted | None:
    """What a sentence without numbers speaks of counting: "the number of rebels", "the toll", "the dead"."""
    tokens = line.sentence.tokens
    for k, low in enumerate(line.sentence.lows):
        if low == "toll":
            return "killed"
        if low == "number" and line.low(k + 1) == "of":
            for m in range(k + 2, min(k + 7, len(tokens))):
                noun = nouns().get(tokens[m].low)
                if noun is not None and tokens[m].tag.startswith("NN"):
                    return noun.what
    return None


def counted_as_part(line: Line, n: int, before: Counted | None) -> Counted | None:
    """Those counted are a part of the ones counted before, as in "12 died, among them two boys"."""
    q, found = line.quantities[n], line.phrases[n]
    noun = head_noun(line, found)
    if before is None or before not in HARM or noun is None or not noun.people:
        return None
    after = max(found.b, q.j)
    if line.low(after) == "among" and line.low(after + 1) in {"them", "the"}:
        return before
    back = [line.low(k) for k in range(max(0, q.i - 8), q.i)]
    for k in range(len(back) - 1, -1, -1):
        if back[k] in {"including", "include", "included", "comprising"} or back[k : k + 2] in (
            ["among", "them"],
            ["of", "whom"],
        ):
            return before
        if back[k] in {".", ";", "who", "that", "which", "in", "by"}:
            return None
    return None


def counted_as_before(line: Line, n: int, before: Counted | None) -> Counted | None:
    """The number stands alone and goes on with what the figure before it counted."""
    q, found = line.quantities[n], line.phrases[n]
    if before is None or found.head is not None or q.unit is not None:
        return None
    if q.kind in {"percent", "fraction"}:
        return before if found.partitive and before in HARM | {"fighters", "troops", "civilians"} else None
    if q.kind not in {"number", "vague"} or (q.value < 2 and not found.partitive):
        return None
    if (
        not found.partitive
        and any(line.tag(m) in {"NN", "NNS"} for m in range(q.j, q.j + 3))
        and line.tag(q.j) in _ADDING
    ):
        return None  # "two entirely different things": something else is counted
    k = q.i - 1
    while k >= 0 and line.low(k) in QUOTES:
        k -= 1
    back = [line.low(m) for m in range(max(0, k - 5), k + 1)]
    forth = [line.low(m) for m in range(q.j, q.j + 3)]
    if found.partitive and line.low(found.b - 1) in {"them", "whom", "those"}:
        return before
    if back and back[-1] in _PREPOSITIONS and not (back[-1] == "from" and (q.revised or back[-2:-1] in _MOVES)):
        return None
    moved = back[-2:] in (["up", "from"], ["down", "from"])
    return before if moved or any(word in _COUNTING for word in (*back, *forth)) else None


def comrades(line: Line, n: int, before: Counted) -> bool:
    """Mere "men" after fighters or soldiers were counted: the same kind of men."""
    found = line.phrases[n]
    return before in {"fighters", "troops"} and found.b - found.a == 1 and line.low(found.a) == "men"


def part_of(line: Line, n: int) -> int | None:
    """The number of which this one is a part: "10 of the 16 dead", "half of the town's 80,000 people"."""
    q = line.quantities[n]
    if line.low(q.j) != "of":
        return None
    for k in range(q.j + 1, q.j + 6):
        if k in line.at:
            return line.at[k] if line.quantities[line.at[k]].kind == "number" else None
        if line.tag(k) not in {"DT", "NN", "NNP", "POS", "PRP$", "JJ"}:
            return None
    return None
