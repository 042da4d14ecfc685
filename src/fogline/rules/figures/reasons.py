"""Why a figure has its place, its day and its side, and whether the report takes it back."""

from typing import Final

from fogline.grammar import Sentence
from fogline.nouns import Claim, Place, Span, Time, Why, span
from fogline.rules.context import Context
from fogline.rules.figures.amounts import wordset
from fogline.rules.figures.words import Line

__all__ = ["as_of", "place", "side", "withdrawn"]

_EARLIER: Final = wordset("earlier previously initially originally wrongly mistakenly erroneously incorrectly")
_SINCE: Final = frozenset(["earlier", "previously"])
_PUT: Final = wordset("put said reported given gave stated listed had announced counted spoke told placed")
_REVISING: Final = wordset(
    "correct corrects corrected correcting revise revises revised revising retract retracts retracted withdrew "
    "withdraws withdrawn amended amends lowered lowering raised updated updating"
)
_COUNT: Final = wordset("figure toll count number estimate tally total report")
_REACH: Final = 12  # tokens before a number in which the words stand that take it back


def place(context: Context, found: Place | None) -> Why | None:
    """The place nearest to the number in its own clause, or else the only one of its sentence."""
    return Why("place", "figures.place", span(context.text, found.start, found.end)) if found else None


def as_of(context: Context, found: tuple[str, Time | Claim] | None) -> Why | None:
    """The day that the clause of the number names, or else the day on which its source spoke."""
    if found is None:
        return None
    told = found[1]
    if isinstance(told, Claim):
        return Why("as_of", "figures.as_of", told.cue, "the day on which the source spoke")
    return Why("as_of", "figures.as_of", span(context.text, told.start, told.end))


def side(words: Span | None) -> Why | None:
    """The words that stand with the number say who was counted."""
    return Why("side", "figures.side", words) if words else None


def withdrawn(context: Context, line: Line, i: int, j: int) -> Why | None:
    """The report takes this number back."""
    at = _taken_back(line, i, j)
    if at is None:
        return None
    tokens = line.sentence.tokens
    words = span(context.text, tokens[min(at, i)].start, tokens[max(at, j - 1)].end)
    return Why("what", "figures.withdrawn", words, "the report takes this number back")


def _taken_back(line: Line, i: int, j: int) -> int | None:
    """The token that takes back the number at tokens ``i..j``: "not 84", "from 84" after "corrects"."""
    before = line.low(i - 1)
    if before == "not" and line.low(i - 2) in {",", "and", "(", "–", "—", "-", ";"}:
        return i - 1
    if before == "of" and line.low(i - 2) == "instead":
        return i - 2
    if before == "than" and line.low(i - 2) == "rather":
        return i - 2
    if before == "from" and (at := _before(line.sentence, i, _REVISING)) is not None:
        return at
    if (
        before == "from"
        and line.low(j) in {"to", ",", "after"}
        and (at := _after_correct(line.sentence, i)) is not None
    ):
        return at
    earlier = _before(line.sentence, i, _EARLIER)
    if earlier is not None and any(k in line.at or line.low(k) == "," for k in range(earlier, i)):
        earlier = None
    if earlier is None:
        if before in {"of", "from"} and line.low(i - 2) in _COUNT:
            return _before(line.sentence, i, _REVISING)
        return None
    if line.low(earlier) in _SINCE and not _superseded(line, earlier):
        return None
    put = any(line.low(k) in _PUT | _COUNT | _REVISING for k in range(max(0, earlier - 3), i))
    return earlier if put else None


def _superseded(line: Line, k: int) -> bool:
    """ "had earlier said", "earlier put", "an earlier count": another number has come since."""
    near = {line.low(m) for m in range(max(0, k - 2), k + 4)}
    return bool(near & ({"had", "put"} | _COUNT))


def _after_correct(sentence: Sentence, i: int) -> int | None:
    """The note opens with "to correct": what follows "from" is the old number, "to 48 from 84"."""
    return next((k for k in range(min(i, 40)) if sentence.tokens[k].low in {"correct", "corrected", "corrects"}), None)


def _before(sentence: Sentence, i: int, words: frozenset[str]) -> int | None:
    """The last of some words among the tokens before token `i`, in the same clause."""
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        low = sentence.tokens[k].low
        if low in words:
            return k
        if low in {";", ":", "(", ")", "but", "while", "now"}:
            return None
    return None
