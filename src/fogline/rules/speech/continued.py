"""Quotations without a cue of their own: the second half of one, the next of the same speaker, one after a colon."""

import re

from msgspec.structs import replace

from fogline.nouns import AUTHOR, Claim, Source, Span, Why, identity, span
from fogline.rules.speech.collect import of_unit
from fogline.rules.speech.drafts import Desk
from fogline.rules.speech.sources import Named
from fogline.rules.speech.status import spoken
from fogline.rules.speech.subjects import Subject, subject_before
from fogline.rules.speech.turns import Turn, statement, transcript
from fogline.rules.speech.units import Unit

_VERBAL = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|[a-z]+ed|[a-z]+s|['’](?:s|re|m|ll|ve|t))\b"
)
_WORDS = 5
"""A quotation without a cue needs as many words to be speech and no title or nickname."""


def of_units(desk: Desk, all_units: tuple[Unit, ...]) -> list[list[Claim]]:
    """The claims of every unit, with quotations that run on joined, and those without a cue given a speaker."""
    made: list[list[Claim]] = []
    turns = transcript(desk.context.report, desk.speakers)
    t = 0
    handed: Turn | None = None
    for n, unit in enumerate(all_units):
        while t < len(turns) and turns[t].end <= unit.sentence.start:
            t += 1
        turn = turns[t] if t < len(turns) and turns[t].start < unit.sentence.end else None
        if turn is None and handed is not None and unit.sentence.start < handed.end:
            turn = handed
        if turn is not None:
            made.append(_in_turn(desk, unit, turn))
            continue
        desk.speakers.before = _subject_of(all_units[n - 1], unit) if n else None
        claims = of_unit(desk, unit)
        handed = statement(all_units, n, desk.speakers)
        loose = [k for k in range(len(unit.tokens)) if unit.quoted(k) and not _told(claims, unit, k)]
        previous = all_units[n - 1] if n else None
        joined = _joined(unit, loose[0], previous, made[-1]) if loose and previous is not None else None
        if joined is not None:
            made[-1][joined] = _extended(desk, made[-1][joined], unit.tokens[loose[0]].end)
            loose = loose[1:]
        for k in loose:
            claim = after_colon(desk, unit, k, previous) or same_speaker(
                desk, unit, k, previous, made[-1] if made else [], claims
            )
            if claim is not None:
                claims.append(claim)
        made.append(sorted(claims, key=lambda claim: (claim.start, -claim.end)))
    return made


def _subject_of(previous: Unit, unit: Unit) -> tuple[Unit, Subject] | None:
    """The subject of the unit before, when both stand in one paragraph."""
    if previous.sentence.paragraph != unit.sentence.paragraph or not previous.finite:
        return None
    main = [group for group in previous.finite if previous.low(group.i - 1) not in {"who", "which", "that"}]
    subject = subject_before(previous, main[0]) if main else None
    return (previous, subject) if subject is not None else None


def _in_turn(desk: Desk, unit: Unit, turn: Turn) -> list[Claim]:
    """The turn itself, once, and what its speaker relays from others; a question claims nothing of its own."""
    made = []
    for claim in of_unit(desk, unit):
        if claim.start < turn.start or claim.source.name in {AUTHOR, turn.named.source.name} or claim.cue is None:
            continue
        if claim.cue.start < turn.start:
            continue
        why = replace(turn.named.why, field="via")
        made.append(replace(claim, via=(turn.named.source.name, *claim.via), why=(*claim.why, why)))
    if not turn.question:
        desk.speakers.remember(turn.named)
    if not turn.question and unit.sentence.start <= turn.start < unit.sentence.end:
        made.append(_turn(desk, turn))
    return made


def _turn(desk: Desk, turn: Turn) -> Claim:
    cue = span(desk.text, *turn.cue) if turn.cue is not None else None
    firm = spoken(desk.text, turn.start, turn.end)
    return Claim(
        start=turn.start,
        end=turn.end,
        text=desk.text[turn.start : turn.end],
        id=identity("claim", desk.context.report.id, turn.start, turn.end, cue.start if cue else ""),
        source=turn.named.source,
        via=(),
        cue=cue,
        hedge=firm.hedge,
        status=firm.status,
        mode="direct",
        said=None,
        score=None,
        rule=turn.rule,
        why=(turn.named.why, Why("status", "speech.firmness", firm.words, firm.note)),
    )


def _told(claims: list[Claim], unit: Unit, k: int) -> bool:
    token = unit.tokens[k]
    return any(claim.start < token.end and token.start < claim.end for claim in claims)


def _joined(unit: Unit, k: int, previous: Unit, claims: list[Claim]) -> int | None:
    """Which claim of the unit before goes on with the quotation at `k`: “…,” he said. “…”?"""
    if k > 0 or unit.sentence.paragraph != previous.sentence.paragraph:
        return None
    ends = {quote.end for quote in previous.quotes}
    for n in range(len(claims) - 1, -1, -1):
        claim = claims[n]
        if claim.cue is not None and claim.mode != "indirect" and claim.end <= claim.cue.start and claim.end in ends:
            return n
    return None


def _extended(desk: Desk, claim: Claim, end: int) -> Claim:
    return replace(
        claim,
        end=end,
        text=desk.text[claim.start : end],
        id=identity("claim", desk.context.report.id, claim.start, end, claim.cue.start if claim.cue else ""),
    )


def after_colon(desk: Desk, unit: Unit, k: int, previous: Unit | None) -> Claim | None:
    """A quotation after a colon belongs to the subject of the words before it: "A driver shook his head: “…”"."""
    if k > 1 and unit.low(k - 1) == ":" and unit.finite:
        holder, groups = unit, [group for group in unit.finite if group.i < k]
    elif (
        k == 0
        and previous is not None
        and previous.tokens
        and previous.tokens[-1].low == ":"
        and previous.sentence.block == unit.sentence.block
    ):
        holder, groups = previous, list(previous.finite)
    else:
        return None
    relay = _reported_to_have_said(desk, holder)
    if relay is not None:
        named, via, cue = relay
        desk.speakers.remember(named)
        return replace(_direct(desk, unit, k, named, "speech.after_colon", cue), via=(via.source.name,))
    for group in groups[-1:] + groups[:-1]:
        subject = subject_before(holder, group)
        if subject is not None and holder.low(subject.i) not in {"it", "this", "that", "there", "who", "which"}:
            named = desk.speakers.of(holder, subject)
            if named.own:
                return None
            desk.speakers.remember(named)
            cue = span(desk.text, holder.tokens[group.i].start, holder.tokens[min(group.j, len(holder.tokens)) - 1].end)
            return _direct(desk, unit, k, named, "speech.after_colon", cue)
    return None


def _reported_to_have_said(desk: Desk, unit: Unit) -> tuple[Named, Named, Span] | None:
    """“What the agency reports the mayor to have stated:”: the mayor speaks, the agency relays."""
    for group in unit.groups:
        if (
            not group.infinitive
            or not group.perfect
            or unit.low(group.head) not in {"said", "told", "written", "stated", "declared"}
        ):
            continue
        verb = next((other for other in reversed(unit.finite) if other.j < group.i and group.i - other.j <= 4), None)
        phrase = unit.phrase_at.get(group.i - 1)
        relayer = subject_before(unit, verb) if verb is not None else None
        if verb is None or phrase is None or relayer is None or phrase.i < verb.j:
            continue
        named = desk.speakers.of(unit, Subject(phrase.i, phrase.j, phrase.j))
        cue = span(desk.text, unit.tokens[verb.i].start, unit.tokens[group.j - 1].end)
        return named, desk.speakers.of(unit, relayer), cue
    return None


def same_speaker(
    desk: Desk, unit: Unit, k: int, previous: Unit | None, before: list[Claim], here: list[Claim]
) -> Claim | None:
    """A quotation without a cue goes on with whoever spoke last, in the same or the paragraph before."""
    token = unit.tokens[k]
    words = desk.text[token.start : token.end]
    if len(words.split()) < _WORDS or not _VERBAL.search(words):
        return None
    alone = k == 0 or unit.low(k - 1) in {";", ":", "."}
    spoke = [claim for claim in here if claim.end <= token.start] or before
    if not alone or not spoke or (previous is None and not here):
        return None
    if not here and previous is not None and unit.sentence.paragraph - previous.sentence.paragraph > 1:
        return None
    named = desk.speakers.last()
    if named is None or spoke[-1].source.name == "author":
        return None
    cue = spoke[-1].cue if unit.low(k - 1) == ";" else None
    return _direct(desk, unit, k, named, "speech.same_speaker", cue)


def _direct(desk: Desk, unit: Unit, k: int, named: Named, rule: str, cue: object) -> Claim:
    token = unit.tokens[k]
    said = cue if isinstance(cue, Span) else None
    firm = spoken(desk.text, token.start, token.end)
    return Claim(
        start=token.start,
        end=token.end,
        text=desk.text[token.start : token.end],
        id=identity("claim", desk.context.report.id, token.start, token.end, said.start if said else ""),
        source=named.source if rule != "speech.same_speaker" else Source(named.source.name),
        via=(),
        cue=said,
        hedge=firm.hedge,
        status=firm.status,
        mode="direct",
        said=None,
        score=None,
        rule=rule,
        why=(named.why, Why("status", "speech.firmness", firm.words, firm.note)),
    )
