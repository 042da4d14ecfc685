"""The figures layer: counts that matter to the conflict, with their bounds, what they count and whose they are."""

import re
from typing import Final

from fogline.grammar import Sentence
from fogline.nouns import AUTHOR, Counted, Figure, Source, Why, identity, span
from fogline.rules.context import Context, Index
from fogline.rules.figures.amounts import Quantity, quantities, wordset
from fogline.rules.figures.counted import (
    Finding,
    counted_by_label,
    counted_by_noun,
    counted_by_state,
    counted_by_unit,
    counted_by_verb,
)
from fogline.rules.figures.outside import DURATIONS, no_figure
from fogline.rules.figures.reference import counted_as_before, counted_as_part, topic
from fogline.rules.figures.words import HARM, Line, head_noun, phrase, states, verbs

__all__ = [
    "counted_as_before",
    "counted_as_part",
    "counted_by_label",
    "counted_by_noun",
    "counted_by_state",
    "counted_by_unit",
    "counted_by_verb",
    "find",
    "nobody",
    "topic",
]

_POINTS = re.compile(r"(?<![\d.,])\d{1,3}\.000(?![\d.,]*\d)")
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d,])")
_RULES: Final = (counted_by_unit, counted_by_state, counted_by_verb, counted_by_noun, counted_by_label)
_MEMORY: Final = 3  # sentences: how far back a bare number looks for what it counts; measured on gold


def find(context: Context) -> tuple[Figure, ...]:
    """The counts that matter to the conflict, in order, each with bounds, what it counts and whose it is."""
    # Some outlets part thousands by full stops; a report that uses commas for it does not.
    points = bool(_POINTS.search(context.text)) and not _COMMAS.search(context.text)
    claims, times, places = Index(context.claims), Index(context.times), Index(context.places)
    made: list[Figure] = []
    memory: tuple[int, Counted, str] | None = None
    for number, sentence in enumerate(context.prose.sentences):
        if sentence.kind in {"byline", "dateline"}:
            continue
        line = _line(sentence, points)
        found: list[tuple[int, int, Quantity | None, Finding, str, str | None]] = [
            (*zero, "nobody", None) for zero in _zeros(line)
        ]
        for n, q in enumerate(line.quantities):
            if no_figure(line, n) or _calendar(times, line, q):
                continue
            finding, rule = _what(line, n, memory if memory and number - memory[0] <= _MEMORY else None)
            if finding is None or (q.value == 1 and q.kind == "number" and not _matters(line, n, finding)):
                continue
            memory = (number, finding.what, context.text[sentence.tokens[q.i].start : sentence.tokens[q.j - 1].end])
            # A unit is part of the words of a length, an area or a duration: "half a square kilometre".
            j = max(q.j, finding.j) if rule == "counted_by_unit" or finding.what == "distance" else q.j
            found.append((q.i, j, q, finding, rule, _side(context, line, n)))
        if not found and (spoken := topic(line)) is not None:
            memory = (number, spoken, context.text[sentence.start : sentence.end][:60])
        for i, j, quantity, finding, rule, side in sorted(found, key=lambda row: row[0]):
            start, end = sentence.tokens[i].start, sentence.tokens[j - 1].end
            claim = claims.innermost(start, end)
            made.append(
                Figure(
                    start=start,
                    end=end,
                    text=context.text[start:end],
                    id=identity("figure", context.report.id, start, end),
                    claim=claim.id if claim else None,
                    low=quantity.low if quantity else 0,
                    high=quantity.high if quantity else 0,
                    what=finding.what,
                    side=side,
                    place=_place(places, sentence, start),
                    source=claim.source if claim else Source(AUTHOR),
                    as_of=_as_of(context, times, sentence, start),
                    rule=f"figures.{rule}",
                    why=_why(context, line, quantity, finding, rule),
                )
            )
    return tuple(made)


def _line(sentence: Sentence, points: bool) -> Line:
    found = tuple(quantities(sentence.tokens, points))
    return Line(sentence, found, tuple(phrase(sentence, q.j) for q in found), {q.i: n for n, q in enumerate(found)})


def _what(line: Line, n: int, memory: tuple[int, Counted, str] | None) -> tuple[Finding | None, str]:
    q, found = line.quantities[n], line.phrases[n]
    if line.low(q.b) in DURATIONS:
        return counted_by_unit(line, n), "counted_by_unit"
    if q.kind not in {"percent", "fraction"}:
        for rule in _RULES:
            if rule is counted_by_noun and memory is not None and (part := counted_as_part(line, n, memory[1])):
                return Finding(part, q.a, max(found.b, q.b), f"part of {memory[2]!r}"), "counted_as_part"
            finding = rule(line, n)
            if finding is not None:
                return finding, rule.__name__
    elif (finding := counted_by_noun(line, n)) is not None:
        return finding, "counted_by_noun"
    before = counted_as_before(line, n, memory[1] if memory else None)
    if before is not None and memory is not None:
        return Finding(before, q.a, max(found.b, q.b), f"goes on from {memory[2]!r}"), "counted_as_before"
    return None, ""


def _matters(line: Line, n: int, finding: Finding) -> bool:
    """ "one" is a figure only where it clearly counts victims."""
    q = line.quantities[n]
    if line.low(q.b) in {"of", "another", "-"} or line.low(q.a - 1) in {"no", "the", "this", "that", "any"}:
        return False
    return q.low != q.high or (finding.what in HARM and line.phrases[n].head is not None)


def _calendar(times: Index, line: Line, q: Quantity) -> bool:  # type: ignore[type-arg]
    """Does the number lie inside a time expression that the times layer has found?"""
    if line.low(q.b) in DURATIONS or q.kind in {"percent", "money"}:
        return False
    start, end = line.sentence.tokens[q.a].start, line.sentence.tokens[q.b - 1].end
    return times.innermost(start, end) is not None


def nobody(line: Line, k: int) -> Finding | None:
    """The report says that nobody was harmed: "no casualties", "not a single civilian was hurt"."""
    low = line.low(k)
    if low not in {"no", "not", "nobody", "none"}:
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


_BETWEEN: Final = wordset("was were has have been is are had reported be to of them")


def _harmed(line: Line, k: int) -> Finding | None:
    for m in range(k, k + 5):
        verb = verbs().get(line.low(m))
        state = states().get(line.low(m))
        what = verb.what if verb else state
        if what in {"killed", "injured"}:
            return Finding(what, m, m + 1)
        if line.low(m) not in {
            "was",
            "were",
            "has",
            "have",
            "been",
            "is",
            "are",
            "had",
            "reported",
            "be",
            "to",
            "of",
            "them",
        }:
            return None
    return None


def _zeros(line: Line) -> list[tuple[int, int, None, Finding]]:
    made: list[tuple[int, int, None, Finding]] = []
    for k in range(len(line.sentence.tokens)):
        if line.low(k) in {"no", "not", "nobody", "none"} and (finding := nobody(line, k)) is not None:
            found = phrase(line.sentence, k + 1)
            end = k + 2 if line.low(k + 1) == "one" else k + 3 if line.low(k + 1) == "a" else max(k + 1, found.b)
            if states().get(line.low(k + 1)):
                end = k + 2
            made.append((k, end, None, finding))
    return made


_PLAIN: Final = wordset("people persons person others other men man more individuals dead")


def _side(context: Context, line: Line, n: int) -> str | None:
    """Whose they are, in the report's words: "civilians", "members of the tribe"; None for mere people."""
    found = line.phrases[n]
    if found.head is None:
        return None
    a, b = found.a, found.head + 1
    noun = head_noun(line, found)
    if noun is not None and noun.what == "killed":
        b = found.head  # "Taliban bodies": theirs
    if line.low(found.head) in {"members", "bodies", "officials", "officers"} and line.low(b) == "of":
        beyond = phrase(line.sentence, b)
        if beyond.head is not None:
            a, b = (beyond.a, beyond.b) if noun is not None and noun.what == "killed" else (a, beyond.b)
    if b <= a or all(line.low(k) in _PLAIN for k in range(a, b)):
        return None
    return context.text[line.sentence.tokens[a].start : line.sentence.tokens[b - 1].end]


def _place(places: Index, sentence: Sentence, start: int) -> str | None:  # type: ignore[type-arg]
    """The place in the sentence that stands next after the number, else the last one before it."""
    inside = places.covering(sentence.start, sentence.end)
    after = [place for place in inside if place.start >= start]
    if after:
        return str(after[0].name)
    return str(inside[-1].name) if inside else None


def _as_of(context: Context, times: Index, sentence: Sentence, start: int) -> str | None:  # type: ignore[type-arg]
    """The time in the sentence for which the count is given: the last one before the number, else the next one."""
    inside = [
        time
        for time in times.covering(sentence.start, sentence.end)
        if time.value and not time.value.startswith("P")
        and not context.text[max(0, time.start - 7) : time.start].lower().rstrip().endswith(("since", "until"))
    ]  # fmt: skip
    before = [time for time in inside if time.start < start]
    chosen = before[-1] if before else inside[0] if inside else None
    return chosen.value if chosen else None


def _why(context: Context, line: Line, quantity: Quantity | None, finding: Finding, rule: str) -> tuple[Why, ...]:
    tokens = line.sentence.tokens

    def words(i: int, j: int) -> tuple[int, int]:
        j = min(j, len(tokens))
        return tokens[i].start, tokens[max(i, j - 1)].end

    made = [Why("what", f"figures.{rule}", span(context.text, *words(finding.i, finding.j)), finding.note)]
    if quantity is not None and quantity.bound is not None:
        note = "an open end" if quantity.low is None or quantity.high is None else None
        made.append(Why("bounds", "figures.find", span(context.text, *words(*quantity.bound)), note))
    elif quantity is not None and quantity.kind == "vague":
        made.append(
            Why(
                "bounds",
                "figures.find",
                span(context.text, *words(quantity.a, quantity.b)),
                "no exact number",
            )
        )
    return tuple(made)
