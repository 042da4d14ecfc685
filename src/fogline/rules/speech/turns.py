"""Speech without quotation marks: turns of a transcript ("NAME: …"), and a statement that "X said:" hands over to."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from msgspec import Struct

from fogline.lexicon import entries
from fogline.nouns import Report, Source, Why, span
from fogline.rules.speech.cues import cues_of
from fogline.rules.speech.sources import Named, Speakers
from fogline.rules.speech.subjects import Subject, subject_after, subject_before
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import MediaEntry

_LABEL = re.compile(
    r"[ \t\u00a0]*((?:[^\W\d_][\w.'’-]{0,24})(?:[ \u00a0][\w.,'’()-]{1,24}){0,5})[ \t\u00a0]?:[ \t\u00a0]+(?=\S)"
)
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAK = re.compile(
    r"[ \t\u00a0]*(?:[—–*#=_-]{1,}|\[|\(?end\b|ends\b"
    r"|\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?[ \t\u00a0]*$)",
    re.IGNORECASE,
)
"""A line that ends a turn: a rule, a bracket, the word "end", the time of a live page's next entry."""
_QUESTION = frozenset(["q", "question", "reporter", "journalist", "media", "correspondent"])
_ANSWER = frozenset(["a", "answer"])


class Turn(Struct, frozen=True):
    """Words ``start..end`` that one person says without quotation marks; `question`: nothing is claimed."""

    start: int
    end: int
    named: Named
    question: bool
    rule: str
    cue: tuple[int, int] | None = None


@cache
def _no_names() -> frozenset[str]:
    return frozenset(word for entry in entries("turns", MediaEntry) for word in entry.words)


def transcript(report: Report, speakers: Speakers) -> tuple[Turn, ...]:
    """A line that begins with a name and a colon is that person's turn, when the report has several such lines."""
    text = report.text
    rows: list[tuple[str, int, int, int, int]] = []
    breaks: list[int] = []
    for block in report.blocks:
        if block.kind in {"furniture", "headline", "byline", "dateline", "caption"}:
            continue
        for line in _LINE.finditer(text, block.start, block.end):
            if _BREAK.match(line.group()[:24]):
                breaks.append(line.start())
            match = _LABEL.match(text, line.start(), min(line.end(), line.start() + 160))
            if match is not None:
                rows.append((match.group(1), match.start(1), match.end(1), match.end(), block.end))
    labels = [row[0] for row in rows if _is_label(row[0])]
    repeated = {label for label, times in Counter(labels).items() if times > 1}
    dialogue = {label for label in labels if label.lower().rstrip(".") in _QUESTION | _ANSWER}
    if not repeated or (len(set(labels)) < 2 and not dialogue):
        return ()
    keep = [row for row in rows if _is_label(row[0]) and (row[0] in repeated or row[0] in dialogue or row[0].isupper())]
    found = []
    for n, (label, a, b, start, edge) in enumerate(keep):
        end = min(edge, keep[n + 1][1] if n + 1 < len(keep) else edge)
        pause = bisect_right(breaks, start)
        end = breaks[pause] if pause < len(breaks) and breaks[pause] < end else end
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            found.append(
                Turn(
                    start,
                    end,
                    _label(speakers, label, a, b),
                    label.lower().rstrip(".") in _QUESTION,
                    "speech.transcript",
                )
            )
    return tuple(found)


def _is_label(label: str) -> bool:
    low = label.lower().strip()
    if low in _no_names() or low.split()[0] in {"http", "https"}:
        return False
    words = [word for word in re.split(r"[ \u00a0]", label) if word]
    return all(word[0].isupper() or word[0] == "(" or word in {"of", "the", "al", "bin", "de", "and"} for word in words)


def _label(speakers: Speakers, label: str, a: int, b: int) -> Named:
    """Whom a label names: the fullest name in the report that ends as the label does."""
    last = re.split(r"[ .\u00a0]+", label.strip(" ."))[-1].lower()
    if last in _QUESTION | _ANSWER:
        return Named(
            Source(label, a, b, label), Why("source", "speech.transcript", span(speakers.text, a, b), "the label")
        )
    people = [actor.name for actor in speakers.context.actors if actor.kind == "person" and actor.how == "name"]
    full = max((name for name in people if last in name.lower().split()), key=len, default=None)
    if full is None:
        found = speakers.full(last.capitalize())
        full = found if found.lower() != last else speakers.words(a, b).source.name
    note = f"the label of the turn; the fullest name in the report is {full}"
    why = Why("source", "speech.transcript", span(speakers.text, a, b), note)
    return Named(Source(full, a, b, speakers.text[a:b]), why)


def statement(units: tuple[Unit, ...], n: int, speakers: Speakers) -> Turn | None:
    """“X said:” at the end of a line hands over to X up to the end of the block, though no quotation marks say so."""
    unit = units[n]
    if len(unit.tokens) < 3 or unit.tokens[-1].low != ":" or n + 1 >= len(units):
        return None
    following = units[n + 1]
    if (
        following.sentence.block != unit.sentence.block
        or following.sentence.paragraph == unit.sentence.paragraph
        or following.quoted(0)
    ):
        return None
    if unit.low(0) == "from" and unit.tag(1) == "NNP" and unit.finite_in(0, len(unit.tokens)) is None:
        return _from_whom(units, n, speakers)
    cue = next(
        (
            cue
            for cue in reversed(list(cues_of(unit)))
            if {"say", "told"} & set(cue.entry.frames) and len(unit.tokens) - cue.j < 20
        ),
        None,
    )
    if cue is None:
        return None
    subject = subject_before(unit, cue.group) if cue.group.finite else None
    if subject is None and cue.group.i <= 1:
        subject = subject_after(unit, cue.j)
    if subject is None:
        return None
    named = speakers.of(unit, subject)
    if named.own:
        return None
    m = n + 1
    while (
        m + 1 < len(units) and units[m + 1].sentence.block == unit.sentence.block and not _voice_changes(units[m + 1])
    ):
        m += 1
    return Turn(
        following.sentence.start,
        units[m].sentence.end,
        named,
        False,
        "speech.statement",
        (unit.tokens[cue.i].start, unit.tokens[cue.j - 1].end),
    )


def _from_whom(units: tuple[Unit, ...], n: int, speakers: Speakers) -> Turn | None:
    """“From Omar Haddad, head of the clinic:” hands over the next paragraph."""
    unit, following = units[n], units[n + 1]
    phrase = unit.phrase_at.get(1)
    if phrase is None:
        return None
    m = n + 1
    while m + 1 < len(units) and units[m + 1].sentence.paragraph == following.sentence.paragraph:
        m += 1
    named = speakers.of(unit, Subject(1, len(unit.tokens) - 1, phrase.j))
    speakers.remember(named)
    return Turn(following.sentence.start, units[m].sentence.end, named, False, "speech.statement")


def _voice_changes(unit: Unit) -> bool:
    """Does the narrator speak again: a quotation with its cue, another "X said:"?"""
    if unit.tokens and unit.tokens[-1].low == ":" and any(True for _ in cues_of(unit)):
        return True
    return any(unit.quoted(k) for k in range(len(unit.tokens))) and any(
        "say" in cue.entry.frames
        and cue.group.finite
        and subject_before(unit, cue.group) is not None
        and unit.low(cue.group.i - 1) not in {"i", "we"}
        for cue in cues_of(unit)
    )
