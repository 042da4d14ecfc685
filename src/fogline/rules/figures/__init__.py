"""The figures layer: counts that matter to the conflict, with their bounds, what they count and whose they are."""

import re
from typing import Final

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.nouns import AUTHOR, Claim, Counted, Figure, Source, Span, Time, Why, identity, span
from fogline.rules.context import Context, Index
from fogline.rules.figures.amounts import Quantity, quantities, wordset
from fogline.rules.figures.befallen import counted_by_state, counted_by_verb
from fogline.rules.figures.counted import counted_by_degree, counted_by_label, counted_by_noun, counted_by_unit
from fogline.rules.figures.outside import DURATIONS, no_figure
from fogline.rules.figures.reasons import as_of, place, side, withdrawn
from fogline.rules.figures.reference import comrades, counted_as_before, counted_as_part, part_of, topic
from fogline.rules.figures.scope import Around, joined
from fogline.rules.figures.words import HARM, Finding, Line, head_noun, phrase
from fogline.rules.figures.zero import nobody, zeros

__all__ = [
    "as_of",
    "counted_as_before",
    "counted_as_part",
    "counted_by_degree",
    "counted_by_label",
    "counted_by_noun",
    "counted_by_state",
    "counted_by_unit",
    "counted_by_verb",
    "find",
    "nobody",
    "place",
    "side",
    "topic",
    "withdrawn",
]

_POINTS = re.compile(r"(?<![\d.,])\d{1,3}\.000(?![\d.,]*\d)")
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d,])")
_RULES: Final = (
    counted_by_degree, counted_by_unit, counted_by_state, counted_by_verb, counted_by_noun, counted_by_label
)  # fmt: skip
_MEMORY: Final = 3  # sentences: how far back a bare number looks for what it counts; measured on news reports
_COMRADES: Final = 6  # sentences: how far back "men" looks for the fighters that they are


class Memory(Struct, frozen=True):
    """What a number counted, in which sentence, in which words: bare numbers after it may go on from there."""

    number: int
    what: Counted
    text: str

    def within(self, number: int, reach: int) -> "Memory | None":
        """This memory, if it is no more than `reach` sentences old."""
        return self if number - self.number <= reach else None


class Count(Struct, frozen=True):
    """A count in a sentence: its tokens ``i..j``, its bounds (None: nobody), what it counts and which rule says so."""

    i: int
    j: int
    quantity: Quantity | None
    finding: Finding
    rule: str
    side: tuple[int, int] | None = None
    till: int = 0


def find(context: Context) -> tuple[Figure, ...]:
    """The counts that matter to the conflict, in order, each with bounds, what it counts and whose it is."""
    # Some outlets part thousands by full stops; a report that uses commas for it does not.
    points = bool(_POINTS.search(context.text)) and not _COMMAS.search(context.text)
    near = Around(context)
    made: list[Figure] = []
    memory: Memory | None = None
    for number, sentence in enumerate(context.prose.sentences):
        if sentence.kind in {"byline", "dateline"}:
            continue
        line = _line(sentence, points)
        counts, memory = _counts(context, near, line, memory, number)
        till, claim = -1, None
        for count in sorted(counts, key=lambda one: one.i):
            start, end = sentence.tokens[count.i].start, sentence.tokens[count.j - 1].end
            # "counts 12 dead and 30 wounded": a claim that ends with the first holds for what is joined to it.
            claim = near.claim(start, end) or (claim if joined(sentence, count.i, till) else None)
            made.append(_figure(context, near, line, count, claim))
            till = max(count.till, count.j)
    return tuple(made)


_BEFALLEN: Final = frozenset(["killed", "injured", "casualties", "missing"])


def _counts(
    context: Context, near: Around, line: Line, memory: Memory | None, number: int
) -> tuple[list[Count], Memory | None]:
    """The counts of a sentence, and what a bare number after it may go on from."""
    found = [Count(i, j, None, finding, "nobody") for i, j, finding in zeros(line)]
    for n, q in enumerate(line.quantities):
        if no_figure(line, n) or _calendar(near.times, line, q):
            continue
        finding, rule = _what(near, line, n, memory, number)
        if finding is None or not _matters(line, n, finding):
            continue
        if finding.what in _BEFALLEN and near.speaks(
            line.sentence.tokens[q.i].start, line.sentence.tokens[q.j - 1].end
        ):
            continue  # "one doctor, who counted the dead, said": who speaks has not died
        words = context.text[line.sentence.tokens[q.i].start : line.sentence.tokens[q.j - 1].end]
        memory = Memory(number, finding.what, words)
        # A unit is part of the words of a length, an area or a duration: "half a square kilometre".
        j = max(q.j, finding.j) if rule == "counted_by_unit" or finding.what == "distance" else q.j
        till = max(line.phrases[n].b, finding.j)
        found.append(Count(q.i, j, q, finding, rule, _side(line, n, finding), till))
    if not found and (spoken := topic(line)) is not None:
        memory = Memory(number, spoken, context.text[line.sentence.start : line.sentence.end][:60])
    return found, memory


def _figure(context: Context, near: Around, line: Line, count: Count, claim: Claim | None) -> Figure:
    tokens, quantity = line.sentence.tokens, count.quantity
    start, end = tokens[count.i].start, tokens[count.j - 1].end
    whose, where, when = (
        _words(context, line, count.side),
        near.place(line.sentence, start),
        near.as_of(line.sentence, start),
    )
    reasons = (side(whose), place(context, where), as_of(context, when), withdrawn(context, line, count.i, count.j))
    return Figure(
        start=start,
        end=end,
        text=context.text[start:end],
        id=identity("figure", context.report.id, start, end),
        claim=claim.id if claim else None,
        low=quantity.low if quantity else 0,
        high=quantity.high if quantity else 0,
        what=count.finding.what,
        side=whose.text if whose else None,
        place=where.name if where else None,
        source=claim.source if claim else Source(AUTHOR),
        as_of=when[0] if when else None,
        rule=f"figures.{count.rule}",
        why=(
            *_why(context, line, quantity, count.finding, count.rule),
            *(reason for reason in reasons if reason is not None),
        ),
    )


def _line(sentence: Sentence, points: bool) -> Line:
    found = tuple(quantities(sentence.tokens, points))
    return Line(sentence, found, tuple(phrase(sentence, q.j) for q in found), {q.i: n for n, q in enumerate(found)})


def _what(near: Around, line: Line, n: int, memory: Memory | None, number: int) -> tuple[Finding | None, str]:
    whole = part_of(line, n)
    finding, rule = _says(near, line, n if whole is None else whole, memory.within(number, _MEMORY) if memory else None)
    men = memory.within(number, _COMRADES) if memory else None
    if finding is not None and finding.what == "civilians" and men is not None and comrades(line, n, men.what):
        return Finding(men.what, finding.i, finding.j, f"goes on from {men.text!r}"), "counted_as_before"
    q = line.quantities[n]
    if finding is None and q.revised and n + 1 < len(line.quantities) and line.quantities[n + 1].revised:
        return _says(near, line, n + 1, memory.within(number, _MEMORY) if memory else None)
    return finding, rule


def _says(near: Around, line: Line, n: int, memory: Memory | None) -> tuple[Finding | None, str]:
    q, found = line.quantities[n], line.phrases[n]
    if line.low(q.b) in DURATIONS:
        return counted_by_unit(line, n), "counted_by_unit"
    share = q.kind in {"percent", "fraction"}
    for rule in (counted_by_degree, counted_by_noun) if share else _RULES:
        if rule is counted_by_noun and memory is not None and (part := counted_as_part(line, n, memory.what)):
            return Finding(part, q.a, max(found.b, q.b), f"part of {memory.text!r}"), "counted_as_part"
        finding = rule(line, n)
        if finding is not None:
            return finding, rule.__name__
    if share and found.partitive and found.head is not None:
        word = line.sentence.tokens[found.head]
        if near.places.innermost(word.start, word.end) is not None:
            return Finding("territory", found.head, found.head + 1, "a part of a place"), "counted_by_noun"
    before = counted_as_before(line, n, memory.what if memory else None)
    if before is not None and memory is not None:
        return Finding(before, q.a, max(found.b, q.b), f"goes on from {memory.text!r}"), "counted_as_before"
    return None, ""


def _matters(line: Line, n: int, finding: Finding) -> bool:
    """ "one" and "multiple" are figures only where they clearly count victims."""
    q = line.quantities[n]
    if q.kind == "vague" and q.value == 2:
        return finding.what in HARM
    if q.value != 1 or q.kind != "number":
        return True
    if line.low(q.b) == "of" and line.phrases[n].partitive and finding.what in HARM and finding.i > q.j:
        return True  # "one of the drivers was killed"
    if line.low(q.b) in {"of", "another", "-"} or line.low(q.a - 1) in {"no", "the", "this", "any"}:
        return False
    told = (
        line.phrases[n].head is not None or finding.i == q.j or finding.j == q.i
    )  # "one soldier was killed", "one injured"
    return q.low != q.high or (finding.what in HARM and told)


def _calendar(times: Index[Time], line: Line, q: Quantity) -> bool:
    """Does the number lie inside a time expression that the times layer has found?"""
    if line.low(q.b) in DURATIONS or q.kind in {"percent", "money"}:
        return False
    start, end = line.sentence.tokens[q.a].start, line.sentence.tokens[q.b - 1].end
    return times.innermost(start, end) is not None


_PLAIN: Final = wordset("people persons person others other men man more individuals dead")
_OWNERLESS: Final = frozenset(["strikes", "equipment", "territory", "money", "days", "distance", "other"])


def _words(context: Context, line: Line, at: tuple[int, int] | None) -> Span | None:
    """The words of some tokens of a sentence."""
    return span(context.text, line.sentence.tokens[at[0]].start, line.sentence.tokens[at[1] - 1].end) if at else None


def _side(line: Line, n: int, finding: Finding) -> tuple[int, int] | None:
    """Whose they are, in the report's words: "civilians", "members of the tribe"; None for people and things."""
    whole = part_of(line, n)
    n = n if whole is None else whole
    found = line.phrases[n]
    if found.head is None or finding.what in _OWNERLESS:
        return None
    a, b = found.a, found.head + 1
    noun = head_noun(line, found)
    if noun is not None and noun.what in {"killed", "injured", "casualties"}:
        b = found.head  # "Taliban bodies": theirs
    if line.low(found.head) in {"members", "bodies", "officials", "officers"} and line.low(b) == "of":
        beyond = phrase(line.sentence, b)
        if beyond.head is not None:
            a, b = (beyond.a, beyond.b) if noun is not None and noun.what == "killed" else (a, beyond.b)
    if b <= a or all(line.low(k) in _PLAIN for k in range(a, b)):
        return None
    return a, b


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
