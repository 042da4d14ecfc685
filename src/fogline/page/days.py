"""Full calendar days as headers of pages write them. Reads header lines only; the body belongs to the rules."""

import datetime
import re
from collections.abc import Iterator
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY: Final = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,3}(?:the\s)?)?"
_DAY: Final = re.compile(
    rf"(?<![\w/.-]){_WEEKDAY}(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<m1>{_MONTH})\.?,?[\s-](?P<y1>\d{{4}}|\d{{2}})"
    rf"|(?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y4>\d{4}|\d{2})"
    r")(?!\d|[./:-]\d)",
    re.IGNORECASE,
)


_MONTH_DAY: Final = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{_MONTH})|(?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?!\d))\b",
    re.IGNORECASE,
)


def days(
    line: str, american: bool = False, known: frozenset[tuple[int, int]] = frozenset()
) -> Iterator[tuple[int, int, str, str | None]]:
    """Every full day in a line: (start, end, ISO day, note). A day that can be read in two ways is left out.

    ``03/04/2016`` is decided by its weekday, by the days that are `known` from elsewhere as (month, day), or is the
    fourth of March where the page is `american`; else it is unknown. ``27.10.17`` with full stops is day, month, year.
    """
    for match in _DAY.finditer(line):
        found = _resolve(match, american, known)
        if found:
            yield match.start(), match.end(), found[0].isoformat(), found[1]


def month_days(line: str) -> Iterator[tuple[int, int]]:
    """Every day of a month in a line, with or without a year, as (month, day)."""
    for match in _MONTH_DAY.finditer(line):
        got = match.groupdict()
        yield _MONTHS[(got["m1"] or got["m2"]).lower()], int(got["d1"] or got["d2"])


def _resolve(
    match: re.Match[str], american: bool, known: frozenset[tuple[int, int]]
) -> tuple[datetime.date, str | None] | None:
    got = match.groupdict()
    options: list[tuple[int, int, int]] = []
    note = None
    if got["y1"]:
        options = [(_year(got["y1"]), _MONTHS[got["m1"].lower()], int(got["d1"]))]
    elif got["y2"]:
        options = [(int(got["y2"]), _MONTHS[got["m2"].lower()], int(got["d2"]))]
    elif got["y3"]:
        options = [(int(got["y3"]), int(got["m3"]), int(got["d3"]))]
    else:
        year, a, b = _year(got["y4"]), int(got["a"]), int(got["b"])
        if got["sep"] == ".":
            options, note = [(year, b, a)], "read as day, month, year"
        else:
            options = [(year, b, a), (year, a, b)]
    dates: list[datetime.date] = []
    for year, month, day in options:
        try:
            dates.append(datetime.date(year, month, day))
        except ValueError:
            continue
    dates = sorted({d for d in dates if 1900 <= d.year <= 2100})
    if len(dates) > 1 and got["weekday"]:
        weekday = _WEEKDAYS.index(got["weekday"].lower())
        dates = [d for d in dates if d.weekday() == weekday]
        note = "the weekday tells month and day apart"
    if len(dates) > 1:
        same = [d for d in dates if (d.month, d.day) in known]
        if len(same) == 1:
            return same[0], "the dateline tells month and day apart"
    if len(dates) > 1 and american:
        year, month, day = options[1]
        return datetime.date(year, month, day), "read as month, day, year, as American pages write"
    return (dates[0], note) if len(dates) == 1 else None


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)
