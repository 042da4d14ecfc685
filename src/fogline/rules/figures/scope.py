"""Where and when a count is given: bound inside the clause of the number."""

from bisect import bisect_right
from typing import Final

from fogline.grammar import Sentence
from fogline.grammar.phrases import Clause, clauses
from fogline.nouns import Claim, Place, Span, Time
from fogline.rules.context import Context, Index
from fogline.rules.figures.amounts import wordset

__all__ = ["Around", "joined"]

_NEAR: Final = 1500  # characters: no sentence is longer, but endless lines are
_JOINING: Final = wordset(", and or & plus as well with")


def joined(sentence: Sentence, i: int, till: int) -> bool:
    """Do only joining words lie between tokens `till` and `i`, as in "12 dead and 30 wounded"?"""
    return till <= i <= till + 4 and all(token.low in _JOINING for token in sentence.tokens[till:i])


class Around:
    """What the layers before have found, asked about one number after the other; build it once a report."""

    def __init__(self, context: Context) -> None:
        self.text = context.text
        self.claims, self.times, self.places = Index(context.claims), Index(context.times), Index(context.places)
        sources = [claim.source for claim in context.claims]
        self._speakers = Index(
            Span(s.start, s.end, s.text) for s in sources if s.start is not None and s.end and s.text
        )

    def speaks(self, start: int, end: int) -> bool:
        """Does the number count those who speak: "one doctor at the clinic said"?"""
        return any(source.start == start and end < source.end for source in self._speakers.covering(start, end))

    def place(self, sentence: Sentence, start: int) -> Place | None:
        """The clause's place next after the number, else its last one before it; else the only one of the sentence."""
        low, high = self._clause(sentence, start)
        inside = self.places.covering(low, high)
        after = [place for place in inside if place.start >= start]
        if after:
            return after[0]
        if inside:
            return inside[-1]
        joined = self.places.covering(high, self._joined(sentence, start))
        if joined:
            return joined[0]
        near = self.places.covering(*self._range(sentence, start))
        return near[0] if len({place.name for place in near}) == 1 else None

    def as_of(self, sentence: Sentence, start: int) -> tuple[str, Time | Claim] | None:
        """The time in the clause for which the count is given: the last one before the number, else the next one."""
        low, high = self._clause(sentence, start)
        inside = self._dated(low, high)
        before = [time for time in inside if time.start < start]
        if before or inside:
            return _dated(before[-1] if before else inside[0])
        near = self._dated(*self._range(sentence, start))
        if not near and (claim := self.claims.innermost(start, start + 1)) is not None:
            return (claim.said, claim) if claim.said else None
        return _dated(near[0]) if len({time.value for time in near}) == 1 else None

    def claim(self, start: int, end: int) -> Claim | None:
        """The claim in which a number stands."""
        return self.claims.innermost(start, end)

    def _dated(self, low: int, high: int) -> list[Time]:
        return [
            time
            for time in self.times.covering(low, high)
            if time.value
            and not time.value.startswith("P")
            and not self.text[max(0, time.start - 7) : time.start].lower().rstrip().endswith(("since", "until"))
            and not time.text.lower().startswith(("since", "until"))
        ]

    def _range(self, sentence: Sentence, start: int) -> tuple[int, int]:
        """The sentence, or of it what lies in the number's claim."""
        claim = self.claims.innermost(start, start + 1)
        low, high = (claim.start, claim.end) if claim else (sentence.start, sentence.end)
        return max(sentence.start, low, start - _NEAR), min(sentence.end, high, start + _NEAR)

    def _joined(self, sentence: Sentence, start: int) -> int:
        """Where the next clause ends, if "and" joins it to that of the number: "killed two and wounded six in…"."""
        row, n = _at(sentence, start)
        if n + 1 < len(row) and sentence.tokens[row[n + 1].i].low == "and":
            return min(sentence.tokens[row[n + 1].j - 1].end, self._range(sentence, start)[1])
        return start

    def _clause(self, sentence: Sentence, start: int) -> tuple[int, int]:
        low, high = self._range(sentence, start)
        row, n = _at(sentence, start)
        return max(low, sentence.tokens[row[n].i].start), min(high, sentence.tokens[row[n].j - 1].end)


def _dated(time: Time) -> tuple[str, Time] | None:
    return (time.value, time) if time.value else None


def _at(sentence: Sentence, start: int) -> tuple[tuple[Clause, ...], int]:
    """The clauses of a sentence, and which of them the offset `start` lies in."""
    row = clauses(sentence)
    return row, max(0, bisect_right(row, start, key=lambda clause: sentence.tokens[clause.i].start) - 1)
