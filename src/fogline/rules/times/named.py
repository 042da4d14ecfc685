"""Rules for expressions that name their time: days, months, seasons, years, feasts. First lines are shown to users."""

import re
from datetime import date

from fogline.rules.times import almanac
from fogline.rules.times.almanac import Stretch, shift
from fogline.rules.times.parts import exactly, grade_of, graded, month_near, nearest_day, stepped, tied, year_of
from fogline.rules.times.ranges import year_range
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Anchor, Setting, Value


def date_named(e: Expression, s: Setting) -> Value | None:
    """A day and month in words, with the year that is told or the nearest one that fits the tense of the clause."""
    months = e.of("M")
    numbers = [word for word in e.words if word.letter in "doO"]
    if not months or not numbers:
        return None
    m, d = int(months[0].value), int(numbers[0].value)
    approx = bool(e.of("~@") and not e.of("x"))
    y = year_of(e, s)
    if y is not None:
        at = almanac.valid(y, m, d)
        return _dated(e, at, None, approx) if at else None
    names = e.of("Ww")
    return _yearless(e, s, m, d, int(names[0].value) if names else None, approx)


def _dated(e: Expression, at: date, anchor: Anchor | None, approx: bool) -> Value:
    return Value(at.isoformat(), tied(e, at), approx, str(anchor) if anchor else None, almanac.day(at))


def _yearless(e: Expression, s: Setting, m: int, d: int, weekday: int | None, approx: bool) -> Value | None:
    if almanac.valid(2000, m, d) is None:
        return None
    if s.here is None:
        return _in_narrative(e, s, m, d, weekday, approx) or Value(None, f"XXXX-{m:02}-{d:02}", approx)
    at = nearest_day(s.here.at, m, d, weekday, s.tense)
    return _dated(e, at, s.here, approx) if at else Value(None, f"XXXX-{m:02}-{d:02}", approx)


def _in_narrative(e: Expression, s: Setting, m: int, d: int, weekday: int | None, approx: bool) -> Value | None:
    """In a report without a day, a day and month stand near the time last spoken of: "in May 2005 … on 4 June"."""
    if s.spoken_of is None or (s.spoken_of.last - s.spoken_of.first).days > 31:
        return None
    years = range(s.spoken_of.first.year - 1, s.spoken_of.last.year + 2)
    days = [at for y in years if (at := almanac.valid(y, m, d)) and (not weekday or at.isoweekday() == weekday)]
    near = [at for at in days if -92 <= (at - s.spoken_of.first).days <= 245]
    if len(near) != 1:
        return None
    return _dated(e, near[0], Anchor(s.spoken_of.first, "spoken of before"), approx)


def numeric(e: Expression, s: Setting) -> Value | None:
    """A date in figures; day or month first as the report's other dates have it."""
    text = "".join(token.text for token in e.tokens)
    parts = [int(part) for part in re.split(r"[-./–]", text.partition("T")[0]) if part.isdecimal()]
    if len(parts) == 2:
        y, m = parts
        if m > 12 and m > y % 100 and len(text.split("-")[-1]) == 2:
            return year_range(e, s)
        if not 1 <= m <= 12 or len(text.split("-")[-1]) != 2 or not 1900 <= y <= 2100:
            return None
        return exactly(almanac.month(y, m))
    if len(parts) != 3:
        return None
    a, b, c = parts
    if a > 31:
        at = almanac.valid(a, b, c) if 1800 <= a <= 2100 else None
        return exactly(almanac.day(at)) if at else None
    if c < 100:
        c += 2000 if c < 50 else 1900
    if not 1800 <= c <= 2100:
        return None
    by_day, by_month = almanac.valid(c, b, a), almanac.valid(c, a, b)
    if by_day and by_month and by_day != by_month:
        first = s.day_first if s.day_first is not None else True if "." in text else None
        if first is None and s.here:
            near = [at for at in (by_day, by_month) if abs((at - s.here.at).days) <= 31]
            first = near[0] == by_day if len(near) == 1 else None
        if first is None:
            return Value(None, f"{c}")
        return exactly(almanac.day(by_day if first else by_month))
    at = by_day or by_month
    return exactly(almanac.day(at)) if at else None


def month(e: Expression, s: Setting) -> Value | None:
    """A month, with the year that is told or the nearest one that fits the tense; early, mid and late are thirds."""
    m = int(e.of("M")[0].value)
    y = year_of(e, s)
    if y is not None:
        return graded(e, almanac.month(y, m), s.here if not e.of("Y") else None)
    if s.here is None:
        return Value(None, f"XXXX-{m:02}")
    here = s.here.at
    lead = next((word.letter for word in e.words if word.letter in "LXhBCV"), "")
    if lead == "L":
        y = here.year - (m >= here.month)
    elif lead == "X":
        y = here.year + (m <= here.month)
    elif lead == "h":
        y = here.year
    elif lead in {"B", "V", "C"} and s.spoken:
        y = s.spoken.at.year
    else:
        y = month_near(here, m, s.tense)
    return graded(e, almanac.month(y, m), s.here)


def weekday(e: Expression, s: Setting) -> Value | None:
    """A week-day: the last one up to the day of telling, or the coming one where the clause looks ahead."""
    name = int(e.of("Ww")[0].value)
    part = next((word.value for word in e.words if word.letter == "P"), None)
    lead = [word.letter for word in e.words if word.letter in "LXhBVC"]
    if s.here is None:
        return Value(None, f"XXXX-WXX-{name}" + (f"T{part}" if part else ""))
    here, anchor = s.here.at, s.here
    if e.words[-1].letter == "U" and e.words[-1].value == "W":
        step = {"L": -7, "X": 7}.get(lead[-1] if lead else "", 0)
        monday = shift(here, step - here.weekday())
        at = shift(monday, name - 1)
    elif "V" in lead and s.spoken:
        anchor = s.spoken
        at = almanac.weekday_from(shift(s.spoken.at, 1), name, True)
    elif "C" in lead and s.spoken:
        anchor = s.spoken
        at = almanac.weekday_from(shift(s.spoken.at, -1), name, False)
    elif "L" in lead:
        at = almanac.weekday_from(shift(here, -1), name, False)
    elif "h" in lead and "X" in lead:
        at = almanac.weekday_from(shift(here, 1), name, True)
    elif "X" in lead:
        at = almanac.weekday_from(shift(here, 1), name, True)
        if at.isocalendar()[1] == here.isocalendar()[1]:
            at = shift(at, 7)
    elif "h" in lead:
        at = almanac.weekday_from(here, name, s.tense != "past")
    elif s.tense == "future":
        at = almanac.weekday_from(here, name, True)
    else:
        at = almanac.weekday_from(here, name, False)
    return Value(at.isoformat(), tied(e, at), False, str(anchor), almanac.day(at))


def season_of(e: Expression, s: Setting, code: str, lead: str) -> Value | None:
    """The season `code`, by the letter of "last", "next" or "this" before it, or by the tense of the clause."""
    y = year_of(e, s)
    if y is None:
        if s.here is None:
            return Value(None, f"XXXX-{code}")
        here = s.here.at
        if lead == "L":
            y = next(k for k in range(here.year, here.year - 3, -1) if k >= 1 and almanac.season(k, code).last < here)
        elif lead == "X":
            y = next(k for k in range(here.year, here.year + 3) if almanac.season(k, code).first > here)
        elif lead == "h":
            y = here.year - (code == "WI" and here.month < 3)
        elif lead in {"C", "V", "B"} and s.spoken:
            y = s.spoken.at.year
        elif s.tense == "future":
            y = next(k for k in range(here.year - 1, here.year + 3) if almanac.season(k, code).last >= here)
        else:
            y = next(k for k in range(here.year, here.year - 3, -1) if k >= 1 and almanac.season(k, code).first <= here)
    if not 2 <= y <= 9997:
        return None
    return graded(e, almanac.season(y, code), s.here if not e.of("Y") else None, f"{y:04}-{code}")


def season(e: Expression, s: Setting) -> Value | None:
    """A season: the one that is told or, without a year, the last one that had begun; by whole months."""
    word = e.of("S")[0]
    before = e.before()
    if before is not None and before.low in {"before", "by", "until", "till"} and not e.of("YU"):
        return season_of(e, s, word.value, "X")
    lead = next((w.letter for w in e.words if w.letter in "LXh" and e.words[-1].letter == "S"), "")
    return season_of(e, s, word.value, lead)


def quarter(e: Expression, s: Setting) -> Value | None:
    """A quarter or half of a year, counted from January."""
    ordinal = next((int(word.value) for word in e.words if word.letter in "oO3"), None)
    kind = next((word.value for word in e.words if word.letter == "Q"), "Q")
    y = year_of(e, s)
    lead = next((word.letter for word in e.words if word.letter in "LXhC"), "")
    if ordinal is None:
        if s.here is None:
            return Value(None, None)
        return stepped(e, s.here, "Q", {"L": -1, "X": 1, "C": -1}.get(lead, 0), False)
    if y is None:
        if s.here is None:
            return Value(None, f"XXXX-{kind}{ordinal}")
        y = s.here.at.year + {"L": -1, "X": 1}.get(lead if e.of("U") else "", 0)
        if not e.of("U") and s.tense != "future" and ordinal * (3 if kind == "Q" else 6) - 2 > s.here.at.month:
            y -= 1
    size = 3 if kind == "Q" else 6
    if not 1 <= ordinal <= 12 // size:
        return None
    stretch = almanac.months(y, (ordinal - 1) * size + 1, y, ordinal * size)
    return Value(
        stretch.iso, f"{y:04}-{kind}{ordinal}", False, str(s.here) if s.here and not e.of("Y") else None, stretch
    )


def half_of(e: Expression, s: Setting) -> Value | None:
    """The first or last so many days or weeks, or the half or quarter, of a month or a year."""
    y = year_of(e, s)
    months = e.of("M")
    if months:
        m = int(months[0].value)
        if y is None:
            if s.here is None:
                return Value(None, f"XXXX-{m:02}")
            y = month_near(s.here.at, m, s.tense)
        whole = almanac.month(y, m)
    elif e.of("9"):
        start = int(e.of("9")[0].value) * 10
        whole = almanac.years(start, start + 9)
    elif y is not None:
        whole = almanac.year(y)
    elif s.here is not None:
        found = stepped(e, s.here, e.words[-1].value, {"L": -1, "X": 1}.get(e.words[-2].letter, 0), False)
        if found is None or found.days is None:
            return None
        whole = found.days
    else:
        return Value(None, None)
    anchor = None if e.of("Y") else s.here
    lead = next(word for word in e.words if word.letter in "oOL")
    part = next((word for word in e.words if word.letter in "QUu"), None)
    n = None if lead.letter == "L" else int(lead.value)
    if part is None:
        return None
    if part.letter == "Q":
        size = 3 if part.value == "Q" else 6
        k = 12 // size if n is None else n
        if (whole.last - whole.first).days < 360 or not 1 <= k <= 12 // size or (whole.last - whole.first).days > 370:
            return Value(whole.iso, whole.iso, True, str(anchor) if anchor else None, whole)
        stretch = almanac.months(whole.first.year, (k - 1) * size + 1, whole.first.year, k * size)
        return Value(
            stretch.iso, f"{whole.first.year:04}-{part.value}{k}", False, str(anchor) if anchor else None, stretch
        )
    length = {"D": 1, "N": 1, "W": 7, "WE": 2}.get(part.value)
    if length is None:
        return Value(whole.iso, whole.iso, True, str(anchor) if anchor else None, whole)
    count = next((int(w.value) for w in e.words[1:] if w.letter in "Nd"), 1) if part.letter == "u" else 1
    if n is None:
        first = shift(whole.last, 1 - length * count)
        stretch = almanac.days(first, whole.last)
    else:
        first = shift(whole.first, length * (n - 1))
        stretch = almanac.days(first, min(whole.last, shift(first, length * count - 1)))
        if first > whole.last:
            return None
    return Value(stretch.iso, stretch.iso, length > 1, str(anchor) if anchor else None, stretch)


def decade(e: Expression, s: Setting) -> Value | None:
    """A decade; early, mid and late are thirds of it."""
    word = e.of("9")[0]
    start = int(word.value) * 10
    return graded(e, almanac.years(start, start + 9), None, word.value)


def feast(e: Expression, s: Setting) -> Value | None:
    """A feast or named day, computed for the year that is told or that fits the tense; Islamic ones to about a day."""
    word = e.of("Z")[0]
    moon = word.value in {"ramadan", "fitr", "adha", "ashura", "mawlid"}
    y = year_of(e, s)
    if y is not None:
        found = almanac.feast(y, word.value) if 1900 <= y <= 2100 else None
        return exactly(_feast_part(e, found), None, approx=moon) if found else None
    if s.here is None:
        return Value(None, None)
    here = s.here.at
    each = [almanac.feast(k, word.value) for k in range(here.year - 1, here.year + 2) if 1900 <= k <= 2100]
    days = [stretch for stretch in each if stretch is not None]
    lead = next((w.letter for w in e.words if w.letter in "LX"), "")
    before, prep = e.before(), {"before", "by", "until", "till"}
    forward = lead == "X" or (not lead and (s.tense == "future" or (before is not None and before.low in prep)))
    past = [stretch for stretch in days if stretch.first <= here]
    later = [stretch for stretch in days if stretch.last >= here]
    chosen = (later[0] if later else None) if forward else (past[-1] if past else None)
    return exactly(_feast_part(e, chosen), s.here, approx=moon) if chosen else None


def _feast_part(e: Expression, whole: Stretch) -> Stretch:
    """The eve of a feast, its start or end, a third of a long one; as a deadline its first day."""
    first, last, before = whole.first, whole.last, e.before()
    if e.of("5"):
        return almanac.day(shift(first, -1))
    if first == last:
        return whole
    grade = grade_of(e)
    if grade is None:
        deadline = before is not None and before.low in {"before", "by", "until", "till"}
        return almanac.day(first) if deadline else whole
    third = ((last - first).days + 1) // 3
    return {
        "s": almanac.day(first),
        "z": almanac.day(last),
        "E": almanac.days(first, shift(first, third - 1)),
        "m": almanac.days(shift(first, third), shift(last, -third)),
        "T": almanac.days(shift(last, 1 - third), last),
    }[grade]


def year(e: Expression, s: Setting) -> Value | None:
    """A year; early, mid and late are thirds of it."""
    return graded(e, almanac.year(int(e.of("Y")[0].value)), None)


def day_month(e: Expression, s: Setting) -> Value | None:
    """A day and month in figures, without a year: the nearest such day that fits the tense of the clause."""
    a, b = (int(word.value) for word in e.of("d"))
    return _yearless(e, s, min(a, b), max(a, b), None, False)


def day_of_month(e: Expression, s: Setting) -> Value | None:
    """A day of the month without its month: the nearest one that fits the tense of the clause."""
    d = int(e.of("o")[0].value)
    if s.here is None or not 1 <= d <= 31:
        return Value(None, f"XXXX-XX-{d:02}") if 1 <= d <= 31 else None
    here = s.here.at
    for step in range(4):
        moved = almanac.add_months(here.replace(day=1), step if s.tense == "future" else -step)
        at = almanac.valid(moved.year, moved.month, d)
        if at is not None and (at >= here if s.tense == "future" else at <= here):
            return Value(at.isoformat(), at.isoformat(), False, str(s.here), almanac.day(at))
    return Value(None, f"XXXX-XX-{d:02}")
