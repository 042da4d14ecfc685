"""The day of publication, inferred from the words: each way is a rule that explains itself in its note.

Every way proposes days; `infer` keeps a day only when it is the one day left after the report's other dates, its
week-days, the terms of office of those it names by title, and the happenings of public record have had their say.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from msgspec import Struct

from fogline.grammar import Prose, Sentence
from fogline.nouns import Day, span
from fogline.roster.chronicle import Happening
from fogline.rules.times.almanac import shift
from fogline.rules.times.anchors import as_dateline
from fogline.rules.times.reckon import Reckoned, reckon
from fogline.rules.times.record import day_in, recorded_day, terms_of_office, told_beside
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import tense
from fogline.rules.times.words import cues

__all__ = [
    "chronicle", "counted_day", "dated_line", "equated_day", "infer", "latest_day", "lead_day", "yearless_line",
]  # fmt: skip


class Proposal(Struct, frozen=True):
    """Days on one of which the report may have been published, by one rule, with its reason."""

    days: tuple[date, ...]
    rule: str
    words: Expression
    note: str


class Evidence(Struct, frozen=True):
    """What the report's expressions say without a day of publication.

    `full`: expressions with a full day told; `recorded`: days that public record gives, with the reason.
    """

    prose: Prose
    items: tuple[Reckoned, ...]
    full: tuple[tuple[Expression, date], ...]
    tenses: dict[int, str]
    recorded: dict[date, str]

    def tense(self, e: Expression) -> str:
        """The tense of the clause that an expression stands in."""
        return self.tenses.get(e.start, "present")


_YEARS: Final = range(1985, 2031)
_MOST: Final = 40
"""So many proposals are looked at; a report that tells of more happenings as its day's is no news report."""


def infer(prose: Prose) -> Day | None:
    """The one day that the report's words leave for its publication, or None."""
    items = tuple(reckon(prose, None))
    if not items:
        return None
    full = tuple(
        (item.expression, item.value.days.first)
        for item in items
        if item.value.days is not None
        and item.rule in {"date_named", "numeric"}
        and item.value.days.first == item.value.days.last
    )
    tenses: dict[int, str] = {item.expression.start: tense(item.expression) for item in items}
    evidence = Evidence(prose, items, full, tenses, _recorded(prose, items))
    stated = dated_line(evidence)
    if stated is not None:
        return _day(prose, stated, stated.days[0], "stated")
    terms: list[tuple[date, date]] | None = None
    for way in (equated_day, latest_day, chronicle, counted_day, yearless_line, lead_day):
        kept: dict[date, Proposal] = {}
        seen: set[date] = set()
        for at, by in ((day, proposal) for proposal in way(evidence) for day in proposal.days):
            # Two days that both fit, or very many that do not, leave the day unknown.
            if len(kept) > 1 or len(seen) > _MOST:
                return None
            if terms is None:
                terms = terms_of_office(prose)
            if at not in seen and _fits(evidence, at) and all(a <= at <= b for a, b in terms):
                kept[at] = by
            seen.add(at)
        if len(kept) == 1:
            at, proposal = next(iter(kept.items()))
            return _day(prose, proposal, at, "inferred")
        if kept:
            return None  # what is surer disagrees with itself: the weaker ways must not decide it
    return None


def _recorded(prose: Prose, items: tuple[Reckoned, ...]) -> dict[date, str]:
    found: dict[date, str] = {}
    for item in items:
        e = item.expression
        known = recorded_day(prose, e) if item.rule == "date_named" and not e.of("Y^") else None
        if known is not None:
            found.setdefault(known[0], f"on public record: {known[1]}")
    return found


def _day(prose: Prose, proposal: Proposal, at: date, basis: str) -> Day:
    words = span(prose.text, proposal.words.start, proposal.words.end)
    return Day(
        at.isoformat(), "stated" if basis == "stated" else "inferred", f"times.{proposal.rule}", words, proposal.note
    )


def _written(at: date) -> str:
    return f"{at.strftime('%A')} {at.isoformat()}"


def _line(sentence: Sentence) -> bool:
    return sentence.kind in {"byline", "dateline"}


def dated_line(evidence: Evidence) -> Proposal | None:
    """The byline, the dateline or a line of its own above the text gives the full date."""
    first_body = next((s for s in evidence.prose.sentences if s.kind == "body"), None)
    for e, at in evidence.full:
        sentence = e.sentence
        alone = sentence is first_body and e.end - e.start >= 0.7 * (sentence.end - sentence.start)
        if (_line(sentence) or alone) and at.year >= 1900:
            return Proposal((at,), "dated_line", e, f"The line at the top gives the date {at.isoformat()}.")
    return None


def equated_day(evidence: Evidence) -> Iterator[Proposal]:
    """The report sets a date beside "today" or "yesterday", as another name of the same day."""
    for word, dated in list(_named_twice(evidence))[:_MOST]:
        step = int(word.expression.of("R")[0].value.rstrip("NI"))
        names = f"\u201c{_words(evidence, word)}\u201d and \u201c{_words(evidence, dated)}\u201d"
        note = f"The report names one day {names}"
        if dated.value.days is not None:
            yield _equated(shift(dated.value.days.first, -step), dated, f"{note}.")
        elif evidence.recorded and (found := _years(evidence, dated.expression)) is not None:
            yield _equated(shift(found[0], -step), dated, f"{note}; {found[1]}, so it is {found[0].isoformat()}.")


def _named_twice(evidence: Evidence) -> Iterator[tuple[Reckoned, Reckoned]]:
    """Pairs of "today" and the like with the date right beside it."""
    for one, two in pairwise(evidence.items):
        a, b = one.expression, two.expression
        if a.sentence is not b.sentence or a.sentence.kind not in {"body", "headline"} or b.i - a.j != 1:
            continue
        word, dated = (one, two) if one.rule == "today" else (two, one)
        if word.rule != "today" or dated.rule not in {"date_named", "numeric"}:
            continue
        if a.sentence.tokens[a.j].low in {",", "(", "—", "–"} and word.expression.of("R")[0].value:
            yield word, dated


def _equated(at: date, dated: Reckoned, note: str) -> Proposal:
    return Proposal((at,), "equated_day", dated.expression, note)


def latest_day(evidence: Evidence) -> Iterator[Proposal]:
    """The latest full date told as past is also spoken of as today, or days just after it as still to come."""
    told = [
        (e, at)
        for e, at in evidence.full
        if e.sentence.kind in {"body", "headline"} and evidence.tense(e) != "future" and not _quoting_deadline(e)
    ]
    if not told:
        return
    e, latest = max(told, key=lambda pair: (pair[1], -pair[0].start))
    agreeing = [item for item in evidence.items if _near_after(evidence, item, latest)]
    todays = [
        item for item in evidence.items if item.rule == "today" and item.expression.of("R")[0].value.startswith("0")
    ]
    # A day told with its week-day is told as news. A bare one may be history, beside which "today" or "on Friday" say
    # nothing (half of such were wrong on Wikinews of 2019 and 2020); only a date just after it ties it to the telling.
    if not e.of("Ww"):
        agreeing = [item for item in agreeing if item.rule == "date_named"]
        todays = todays if agreeing else []
    if not agreeing and not todays:
        return
    reasons = []
    if todays:
        reasons.append(f"speaks of \u201c{_words(evidence, todays[0])}\u201d")
    if agreeing:
        reasons.append(f"tells \u201c{_words(evidence, agreeing[0])}\u201d as still to come")
    note = f"The latest day told as past is {_written(latest)}, and the report {' and '.join(reasons)}."
    yield Proposal((latest,), "latest_day", e, note)


def _words(evidence: Evidence, item: Reckoned) -> str:
    return evidence.prose.text[item.expression.start : item.expression.end]


def _quoting_deadline(e: Expression) -> bool:
    before = e.before()
    return before is not None and before.low in {"by", "until", "till"}


def _near_after(evidence: Evidence, item: Reckoned, latest: date) -> bool:
    """Is the item a day to come, within a week of the latest day told?"""
    e = item.expression
    if e.sentence.kind not in {"body", "headline"} or evidence.tense(e) != "future":
        return False
    if item.rule == "weekday" and not e.of("LXVC"):
        return True
    if item.rule == "date_named" and not e.of("Y^"):
        at = day_in(e, latest.year) or latest
        return 0 < (at - latest).days <= 7
    return False


def chronicle(evidence: Evidence) -> Iterator[Proposal]:
    """A happening whose day is on public record is told as so long ago, as yesterday's or as today's."""
    for item in evidence.items:
        e = item.expression
        if e.sentence.kind not in {"body", "headline"} or item.rule not in {"ago", "today", "near"}:
            continue
        for row in told_beside(evidence.prose, e):
            days = tuple(_from(item, row))
            if days:
                said = _words(evidence, item)
                note = (
                    f"On public record, not in the report's words: {row.title}, {row.first.isoformat()}; the report "
                    f"tells it as \u201c{said}\u201d."
                )
                yield Proposal(days, "chronicle", e, note)


_BEGAN: Final = cues("began")


def _from(item: Reckoned, row: Happening) -> Iterable[date]:
    """The days on which the happening would be told with these words."""
    e = item.expression
    if row.span:
        words = {token.low for token in e.sentence.tokens}
        if item.rule != "ago" and not words & _BEGAN:
            return ()
    elif (row.last - row.first).days > 3:
        return ()
    first = row.first
    if item.rule == "ago":
        count = next((int(w.value) for w in e.words if w.letter in "Nd"), None)
        unit = e.words[-2].value if len(e.words) > 1 else ""
        if e.of("~A") or count is None or unit not in {"D", "N"}:
            return ()
        return (shift(first, count),)
    if item.rule == "today":
        step = int(e.of("R")[0].value.rstrip("NI") or 0) if e.of("R")[0].value else 1
        return (shift(first, -step),) if step <= 0 else ()
    if e.code.endswith("LU") and e.words[-1].value == "W":
        monday = shift(first, 7 - first.weekday())
        return tuple(shift(monday, k) for k in range(7))
    if e.code.endswith("LU") and e.words[-1].value == "N":
        return (shift(first, 1), first)
    return ()


def counted_day(evidence: Evidence) -> Iterator[Proposal]:
    """The report counts its day from a known start, such as the so-manieth day of a siege, and names its week-day."""
    for item in [item for item in evidence.items if item.rule == "nth"][:_MOST]:
        e = item.expression
        if e.words[-1].value != "D" or e.sentence.kind not in {"body", "headline"}:
            continue
        n = int(next(word for word in e.words if word.letter in "oO").value)
        if n < 3:
            continue
        named = _beside(evidence, e)
        if named is None:
            continue
        starts: list[tuple[date, str]] = []
        for row in told_beside(evidence.prose, e):
            if row.span and row.last >= shift(row.first, n - 1):
                starts.append((row.first, f"on public record {row.title} began on {row.first.isoformat()}"))
        for other in evidence.items:
            if (
                other.rule == "date_named"
                and not other.expression.of("Y^")
                and evidence.tense(other.expression) == "past"
            ):
                around = {t.low for t in other.expression.sentence.tokens}
                if around & (_BEGAN | {"declared", "erupted"}):
                    for y in _YEARS:
                        at = day_in(other.expression, y)
                        if at and starts and at == starts[0][0]:
                            starts.append((at, f"the report dates its start {_words(evidence, other)}"))
        for first, why in starts[:1]:
            at = shift(first, n - 1)
            if at.isoweekday() == named:
                note = f"The report's day is the {n}th day and a {at.strftime('%A')}; {why}, so it is {at.isoformat()}."
                yield Proposal((at,), "counted_day", e, note)


def _beside(evidence: Evidence, e: Expression) -> int | None:
    """The week-day that a report names right beside an expression."""
    for item in evidence.items:
        other = item.expression
        if (
            item.rule == "weekday"
            and other.sentence is e.sentence
            and (0 <= e.i - other.j <= 2 or 0 <= other.i - e.j <= 8)
        ):
            return int(other.of("Ww")[0].value)
    return None


def yearless_line(evidence: Evidence) -> Iterator[Proposal]:
    """The dateline gives day and month; the other dates or public record leave only one year."""
    body = next((s for s in evidence.prose.sentences if s.kind == "body"), None)
    for item in evidence.items:
        e = item.expression
        if item.rule != "date_named" or e.of("Y^"):
            continue
        first = e.sentence is body
        if not (_line(e.sentence) or (first and as_dateline(e))):
            continue
        years = _years(evidence, e)
        if years is not None:
            at, why = years
            yield Proposal((at,), "yearless_line", e, f"The dateline gives the day; {why}, so it is {at.isoformat()}.")
        return


def lead_day(evidence: Evidence) -> Iterator[Proposal]:
    """The first sentence dates its news by day and month, no later day is told, and only one year is possible."""
    lead = next((s for s in evidence.prose.sentences if s.kind == "body"), None)
    dated = [i.expression for i in evidence.items if i.rule == "date_named" and not i.expression.of("Y^")]
    first = next((e for e in dated if e.sentence is lead and evidence.tense(e) != "future"), None)
    years = _years(evidence, first) if first is not None else None
    if first is None or years is None:
        return
    at, why = years
    later = [
        day for e in dated if evidence.tense(e) == "past" and (day := day_in(e, at.year)) and 0 < (day - at).days < 60
    ]
    if not later:
        note = (
            f"The first sentence tells news of that day, no later day is told; {why}: {at.isoformat()} or just after."
        )
        yield Proposal((at,), "lead_day", first, note)


def _years(evidence: Evidence, line: Expression) -> tuple[date, str] | None:
    """The year of a day without one: by the happenings of public record that the report dates, or by its week-days."""
    known = evidence.recorded
    if len({at.year for at in known}) == 1:
        first = min(known)
        for k in (first.year, first.year + 1):
            at = day_in(line, k)
            if at is not None and at >= first and _fits(evidence, at):
                return at, known[first]
    latest = max(
        (
            item.value.days.last
            for item in evidence.items
            if item.rule in {"year", "month", "date_named", "numeric"}
            and item.value.days
            and evidence.tense(item.expression) != "future"
        ),
        default=None,
    )
    named = [
        item.expression
        for item in evidence.items
        if item.rule == "date_named" and item.expression.of("Ww") and not item.expression.of("Y^")
    ]
    if latest is None or not named:
        return None
    possible = [
        at for y in range(latest.year, latest.year + 3) if (at := day_in(line, y)) is not None and _fits(evidence, at)
    ]
    if len(possible) != 1:
        return None
    return possible[0], f"its week-days fit no other year soon after {latest.year}, the latest that it names"


def _fits(evidence: Evidence, at: date) -> bool:
    """Does a day of publication agree with the full dates that are told, and with week-days told beside a day?"""
    for e, day in evidence.full:
        past = evidence.tense(e) == "past" or e.sentence.kind == "caption"
        if past and day > at:
            return False
    for item in evidence.items:
        e = item.expression
        if item.rule == "date_named" and not e.of("Y^") and e.of("Ww"):
            name = int(e.of("Ww")[0].value)
            around = [day_in(e, y) for y in (at.year - 1, at.year, at.year + 1)]
            near = [day for day in around if day is not None and abs((day - at).days) <= 200]
            if near and all(day.isoweekday() != name for day in near):
                return False
        if item.rule in {"year", "month"} and item.value.days is not None and evidence.tense(e) == "past":
            before = e.before()
            if item.value.days.first > at and not (before is not None and before.low in {"by", "until", "before"}):
                return False
    return True
