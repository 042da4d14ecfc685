"""Rules for stretches between two named times: days, week-days, months, years. First lines are shown to users."""

from fogline.rules.times import almanac
from fogline.rules.times.almanac import shift
from fogline.rules.times.parts import exactly, month_near, nearest_day, year_of
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Setting, Value


def date_range(e: Expression, s: Setting) -> Value | None:
    """From one day to another; month and year told once hold for both."""
    months = [int(word.value) for word in e.of("M")]
    ends = [int(word.value) for word in e.words if word.letter in "do"]
    years = [int(word.value) for word in e.of("Y")]
    if len(ends) < 2 or not months:
        return None
    m1, m2 = months[0], months[-1]
    if years:
        y2 = years[-1]
        y1 = years[0] if len(years) > 1 else y2 - (m1 > m2)
        anchor = None
    else:
        if s.here is None:
            return Value(None, None)
        at = nearest_day(s.here.at, m2, ends[1], None, s.tense)
        if at is None:
            return None
        y2, anchor = at.year, s.here
        y1 = y2 - (m1 > m2)
    first, last = almanac.valid(y1, m1, ends[0]), almanac.valid(y2, m2, ends[1])
    if first is None or last is None or first >= last:
        return None
    return exactly(almanac.days(first, last), anchor)


def month_range(e: Expression, s: Setting) -> Value | None:
    """From one month to another; a year told once holds for both."""
    a, b = (int(word.value) for word in e.of("M")[:2])
    years = [int(word.value) for word in e.of("Y")]
    anchor = None
    if years:
        y2 = years[-1]
    elif (told := year_of(e, s)) is not None:
        y2, anchor = told, s.here
    elif s.here:
        last = month_near(s.here.at, b, s.tense)
        y2, anchor = last, s.here
    else:
        return Value(None, None)
    y1 = years[0] if len(years) > 1 else y2 - (a > b)
    return exactly(almanac.months(y1, a, y2, b), anchor)


def year_range(e: Expression, s: Setting) -> Value | None:
    """From one year to another."""
    a, b = e.tokens[0].text, e.tokens[-1].text
    last = int(b) if len(b) == 4 else int(a[: 4 - len(b)] + b)
    return exactly(almanac.years(int(a), last))


def weekday_range(e: Expression, s: Setting) -> Value | None:
    """From one week-day to another: the last such days up to the day of telling, or the next where it looks ahead."""
    first, last = (int(word.value) for word in e.of("W"))
    if s.here is None or first == last:
        return Value(None, None)
    days = (last - first) % 7
    if s.tense == "future":
        start = almanac.weekday_from(s.here.at, first, True)
    else:
        start = shift(almanac.weekday_from(s.here.at, last, False), -days)
    return exactly(almanac.days(start, shift(start, days)), s.here)
