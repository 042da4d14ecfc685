"""Calendar arithmetic: stretches of days, weeks, months, seasons; feasts. Nothing here reads text."""

import calendar
from datetime import date, timedelta

from msgspec import Struct

__all__ = [
    "Stretch",
    "add_months",
    "day",
    "easter",
    "feast",
    "islamic",
    "month",
    "season",
    "week",
    "weekday_from",
    "year",
]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, as the weather services count; winter runs into the next year."""

_DAY = timedelta(days=1)


class Stretch(Struct, frozen=True):
    """Days from `first` to `last`, both included, and how they are written in ISO 8601."""

    first: date
    last: date
    iso: str


def day(at: date) -> Stretch:
    """One day."""
    return Stretch(at, at, at.isoformat())


def days(first: date, last: date) -> Stretch:
    """Days from `first` to `last`; one day when they are the same."""
    return day(first) if first == last else Stretch(first, last, f"{first.isoformat()}/{last.isoformat()}")


def month(y: int, m: int) -> Stretch:
    """A month."""
    return Stretch(date(y, m, 1), date(y, m, calendar.monthrange(y, m)[1]), f"{y:04}-{m:02}")


def months(y: int, m: int, y2: int, m2: int) -> Stretch:
    """From one month to another."""
    first, last = month(y, m), month(y2, m2)
    return first if first == last else Stretch(first.first, last.last, f"{first.iso}/{last.iso}")


def year(y: int) -> Stretch:
    """A year."""
    return Stretch(date(y, 1, 1), date(y, 12, 31), f"{y:04}")


def years(y: int, y2: int) -> Stretch:
    """From one year to another."""
    return Stretch(date(y, 1, 1), date(y2, 12, 31), f"{y:04}/{y2:04}")


def week(at: date, sunday: bool = False) -> Stretch:
    """The week that holds a day: Monday to Sunday, or Sunday to Saturday."""
    first = shift(at, -((at.isoweekday() % 7) if sunday else at.weekday()))
    return days(first, shift(first, 6))


def weekend(at: date) -> Stretch:
    """Saturday and Sunday of the week that holds a day."""
    saturday = shift(at, 5 - at.weekday())
    return days(saturday, shift(saturday, 1))


def season(y: int, code: str) -> Stretch:
    """A season by its TIMEX3 code; the winter of a year begins in its December."""
    m = SEASONS[code]
    return months(y, m, y + (m == 12), 2 if m == 12 else m + 2)


def shift(at: date, by: int) -> date:
    """A day some days later; the first or last day that a calendar has, when that is out of its range."""
    try:
        return at + by * _DAY
    except OverflowError:
        return date.max if by > 0 else date.min


def add_months(at: date, by: int) -> date:
    """The same day some months later, or the month's last day where it has no such day."""
    n = at.year * 12 + at.month - 1 + by
    y, m = n // 12, n % 12 + 1
    if not 1 <= y <= 9999:
        return date.max if by > 0 else date.min
    return date(y, m, min(at.day, calendar.monthrange(y, m)[1]))


def valid(y: int, m: int, d: int) -> date | None:
    """A day, or None where the calendar has none."""
    try:
        return date(y, m, d)
    except ValueError:
        return None


def weekday_from(at: date, isoweekday: int, ahead: bool) -> date:
    """The nearest day of that name, `at` included, ahead or back."""
    gap = (isoweekday - at.isoweekday()) % 7 if ahead else -((at.isoweekday() - isoweekday) % 7)
    return shift(at, gap)


def easter(y: int, orthodox: bool = False) -> date:
    """Easter Sunday in the Gregorian calendar, western or orthodox (Meeus)."""
    if orthodox:
        a, b, c = y % 4, y % 7, y % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        m, n = divmod(d + e + 114, 31)
        return shift(date(y, m, n + 1), y // 100 - y // 400 - 2)
    a, b, c = y % 19, y // 100, y % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m, n = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(y, m, n + 1)


def islamic(y: int, m: int, d: int) -> date:
    """A day of the tabular Islamic calendar, which moon sightings may miss by a day."""
    n = (
        d + -(-59 * (m - 1) // 2) + (y - 1) * 354 + (3 + 11 * y) // 30 + 227013
    )  # the astronomical epoch, a day before the civil one: nearer to what Mecca announces
    return date.fromordinal(n)


_ISLAMIC = {"ramadan": (9, 1, 30), "fitr": (10, 1, 1), "adha": (12, 10, 1), "ashura": (1, 10, 1), "mawlid": (3, 12, 1)}


_ANNOUNCED = {
    year: tuple(date.fromisoformat(f"{year}-{day}") for day in days.split())
    for year, days in {
        2010: "08-11 09-10 11-16", 2011: "08-01 08-30 11-06", 2012: "07-20 08-19 10-26", 2013: "07-10 08-08 10-15",
        2014: "06-28 07-28 10-04", 2015: "06-18 07-17 09-24", 2016: "06-06 07-06 09-12", 2017: "05-27 06-25 09-01",
        2018: "05-17 06-15 08-21", 2019: "05-06 06-04 08-11", 2020: "04-24 05-24 07-31", 2021: "04-13 05-13 07-20",
        2022: "04-02 05-02 07-09", 2023: "03-23 04-21 06-28", 2024: "03-11 04-10 06-16", 2025: "03-01 03-30 06-06",
    }.items()
}  # fmt: skip
"""The first day of Ramadan, Eid al-Fitr and Eid al-Adha as announced in Mecca; other countries may be a day later."""


def _announced(y: int, name: str) -> Stretch | None:
    if y not in _ANNOUNCED:
        return None
    ramadan, fitr, adha = _ANNOUNCED[y]
    return {"ramadan": days(ramadan, shift(fitr, -1)), "fitr": day(fitr), "adha": day(adha)}.get(name)


def feast(y: int, rule: str) -> Stretch | None:
    """The days of a feast in a year, by the rule that the lexicon gives it; None where the year has none."""
    name, _, offset = rule.replace("-", "+-").partition("+") if rule[0].isalpha() else (rule, "", "")
    if name in ("easter", "orthodox"):
        return day(shift(easter(y, name == "orthodox"), int(offset or 0)))
    if name == "thanksgiving":
        first = date(y, 11, 1)
        return day(shift(first, (3 - first.weekday()) % 7 + 21))
    if name in _ISLAMIC:
        announced = _announced(y, name)
        if announced is not None:
            return announced
        m, d, length = _ISLAMIC[name]
        around = int((y - 622) * 33 / 32)
        found = [islamic(h, m, d) for h in range(around - 1, around + 3)]
        first_of = next((at for at in found if at.year == y), None)
        return days(first_of, shift(first_of, length - 1)) if first_of else None
    m, d = map(int, rule.split("-"))
    return day(date(y, m, d))
