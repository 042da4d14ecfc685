"""What public record holds about what a report tells: days of happenings, years of resolutions, terms of office."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from fogline.grammar import Prose, Token
from fogline.roster.chronicle import Happening, load_chronicle, normal
from fogline.rules.times import almanac
from fogline.rules.times.reckon import Reckoned
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Value, tense
from fogline.rules.times.words import cues

__all__ = ["day_in", "on_record", "recorded_day", "resolutions", "terms_of_office", "told_beside"]

_REACH: Final = 60
"""So many words on either side of an expression can be what it dates: more than a sentence has, but on broken pages."""
_CLOSE: Final = 12
"""So near to a bare week-day must the act of a happening stand for the week-day to be its."""
_AFTERMATH: Final = cues("aftermath")
_ADOPT: Final = cues("adopt")
_COUNCIL: Final = frozenset(["council", "un", "u.n.", "unscr", "unsc"])


def day_in(e: Expression, y: int) -> date | None:
    """The day and month of an expression in a year, or None."""
    months, numbers = e.of("M"), [word for word in e.words if word.letter in "doO"]
    return almanac.valid(y, int(months[0].value), int(numbers[0].value)) if months and numbers else None


def told_beside(prose: Prose, e: Expression) -> list[Happening]:
    """The happenings of the chronicle that the sentence of an expression tells of."""
    at = prose.sentence_index(e.start)
    if at is None:
        return []
    if any(token.low in _AFTERMATH for token in e.sentence.tokens[max(0, e.i - _REACH) : e.j + _REACH]):
        return []  # "A court yesterday convicted two men of the bombing": not told as news
    own = [token.low for token in e.sentence.tokens[max(0, e.i - _REACH) : e.j + _REACH]]
    before = prose.sentences[at - 1].tokens[-_REACH:] if at else ()
    after = prose.sentences[at + 1].tokens[:_REACH] if at + 1 < len(prose.sentences) else ()
    around = [*(token.low for token in before), *own, *(token.low for token in after)]
    return load_chronicle().told_in(normal(own), normal(around))


def resolutions(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Resolutions of the Security Council that the words of a sentence name: number and year of adoption."""
    named = [k for k, token in enumerate(tokens[:-1]) if token.low in {"resolution", "resolutions", "unscr"}]
    if not named or _COUNCIL.isdisjoint(token.low for token in tokens):
        return
    for k in named:
        number = tokens[k + 1].text
        year = load_chronicle().resolution_year(int(number)) if number.isdecimal() and len(number) < 5 else None
        if year is not None:
            yield int(number), year


def recorded_day(prose: Prose, e: Expression) -> tuple[date, str] | None:
    """The day that a day and month without a year is, by a happening of that day in its sentence; and the reason."""
    found = {}
    for row in told_beside(prose, e):
        at = day_in(e, row.first.year)
        if at is not None and abs((at - row.first).days) <= 1:
            found[at] = f"{row.title}, {row.first.isoformat()}"
    around = e.sentence.tokens[max(0, e.i - _REACH) : e.j + _REACH]
    if not found and any(token.low in _ADOPT for token in around):
        for number, year in resolutions(around):
            at = day_in(e, year)
            names = e.of("Ww")
            if at is not None and (not names or at.isoweekday() == int(names[0].value)):
                found[at] = f"Security Council resolution {number} is of {year}"
    return next(iter(found.items())) if len(found) == 1 else None


def on_record(prose: Prose, item: Reckoned) -> Value | None:
    """Public record, not the report, tells the year or the day: a happening told in the same sentence was then."""
    e = item.expression
    if item.value.value is not None:
        return None
    if item.rule == "date_named":
        found = recorded_day(prose, e)
    elif item.rule == "weekday" and not e.of("LXhBVC") and tense(e) == "past":
        found = _weekday_of(prose, e)
    else:
        return None
    if found is None:
        return None
    at, why = found
    return Value(at.isoformat(), at.isoformat(), False, f"public record: {why}")


def _weekday_of(prose: Prose, e: Expression) -> tuple[date, str] | None:
    """The day of the one happening of that week-day whose act stands close by."""
    name = int(e.of("Ww")[0].value)
    near = normal([token.low for token in e.sentence.tokens[max(0, e.i - _CLOSE) : e.j + _CLOSE]])
    rows = [row for row in told_beside(prose, e) if not row.span and row.first == row.last]
    if len(rows) != 1 or rows[0].first.isoweekday() != name or not any(word in near for word in rows[0].groups[-1]):
        return None
    return rows[0].first, f"{rows[0].title}, {rows[0].first.isoformat()}"


_TITLES: Final = frozenset(
    ["former", "ex", "late", "then", "previous", "predecessor", "successor", "ousted", "deposed"]
)


def terms_of_office(prose: Prose) -> list[tuple[date, date]]:
    """The terms of those whom the report names by their office as holding it; nothing before a resolution's year."""
    told = [s for s in prose.sentences if s.kind in {"body", "headline"}]
    text = normal([token.low for sentence in told for token in sentence.tokens])
    held: dict[str, list[tuple[date, date]]] = {}
    for office in load_chronicle().offices:
        last_word = office.title.lower().rsplit(" ", 1)[-1]
        for name in office.names:
            at = text.find(name)
            for _ in range(5):  # the first few mentions tell the office, if any does
                if at < 0:
                    break
                words = text[max(0, at - 60) : at].split()[-6:]
                if last_word in words[-2:] and not _TITLES & set(words):
                    held.setdefault(name, []).append((office.first, office.last or date(2100, 1, 1)))
                    break
                at = text.find(name, at + 1)
    years = [year for sentence in told for _, year in resolutions(sentence.tokens)]
    floor = [(date(max(years), 1, 1), date.max)] if years else []
    return [*(found[0] for found in held.values() if len(found) == 1), *floor]
