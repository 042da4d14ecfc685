"""What calendar expressions say: one rule for each form of the grammar; its first line is shown under "why?"."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from fogline.rules.times import almanac
from fogline.rules.times.almanac import Stretch, shift
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Anchor, Setting, Value

Rule = Callable[[Expression, Setting], Value | None]


def _exact(stretch: Stretch, anchor: Anchor | None = None, timex: str | None = None, approx: bool = False) -> Value:
    return Value(stretch.iso, timex or stretch.iso, approx, str(anchor) if anchor else None, stretch)


def _year_of(e: Expression, s: Setting) -> int | None:
    """The year that the expression itself names: four digits, two digits, or "last year"."""
    for word in reversed(e.words):
        if word.letter == "Y":
            return int(word.value)
        if word.letter == "^":
            return 1900 + int(word.value)
    if s.here and e.words[-1].letter == "U" and e.words[-1].value == "Y":
        step = {"L": -1, "X": 1, "h": 0, "C": -1, "c": 0}.get(e.words[-2].letter if len(e.words) > 1 else "")
        return None if step is None else s.here.at.year + step
    return None


def _number(e: Expression) -> tuple[int | None, bool]:
    """The count in an expression, and whether it is vague; None for "days", "a few days"."""
    total, seen, vague = 0, False, False
    for word in e.words:
        if word.letter == "A":
            if word.value == "X":
                return None, True
            total, seen = int(word.value), True
        elif word.letter in "Nd" or word.letter == "n":
            number = int(float(word.value)) if word.value.replace(".", "").isdigit() else 0
            if number in {100, 1000, 12} and seen and word.letter == "N":
                total *= number
            else:
                total = total + number if seen and word.letter == "N" and total % 10 == 0 else number
            seen = True
        elif word.letter == "a" and not seen:
            total = 1
            seen = True
        elif word.letter == "H":
            count, _, _ = word.value.partition(" ")
            return (None, True) if count == "X" else (int(count), False)
        elif word.letter in "uU":
            break
    if any(word.letter == "q" for word in e.words[:1]):
        vague = True
    return (total, vague) if seen else (None, True)


def _unit(e: Expression) -> str:
    for word in reversed(e.words):
        if word.letter in "uU":
            return word.value
        if word.letter == "H":
            return word.value.partition(" ")[2]
    return "D"


_PERIOD: Final = {
    "TS": "PT{}S", "TM": "PT{}M", "TH": "PT{}H", "D": "P{}D", "N": "P{}D", "W": "P{}W", "WE": "P{}WE", "M": "P{}M",
    "Y": "P{}Y", "DE": "P{}DE", "CE": "P{}CE", "Q": "P{}Q", "H": "P{}H",
}  # fmt: skip


def _period(e: Expression) -> str:
    count, _ = _number(e)
    unit = _unit(e)
    if unit == "2W":
        return f"P{(count or 1) * 2}W" if count else "PXW"
    return _PERIOD.get(unit, "P{}D").format("X" if count is None else count)


_GRADE: Final = {
    "E": "START",
    "T": "END",
    "m": "MID",
    "s": "START",
    "z": "END",
    "early": "START",
    "late": "END",
    "mid": "MID",
}


def _mod(e: Expression) -> str | None:
    for word in e.words:
        if word.letter in _GRADE and word.letter in "ETmsz":
            return word.letter
        if word.mod in {"early", "late", "mid"}:
            return {"early": "E", "late": "T", "mid": "m"}[word.mod]
        if word.letter not in "tfv-el~@":
            break
    return None


def _within(stretch: Stretch, mod: str | None) -> tuple[Stretch, bool]:
    """Early, middle or late in a stretch: a third of it; its last day for "the end of"."""
    if mod is None:
        return stretch, False
    first, last = stretch.first, stretch.last
    length = (last - first).days + 1
    if 28 <= length <= 31 and first.day == 1:
        cut = {"E": (1, 10), "s": (1, 10), "m": (11, 20), "T": (21, 0), "z": (0, 0)}[mod]
        if mod == "z":
            return almanac.day(last), False
        return almanac.days(first.replace(day=cut[0]), first.replace(day=cut[1]) if cut[1] else last), True
    if length > 85:  # seasons, quarters, years: by whole months
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        if count > 12:
            third = count // 12 // 3
            if mod in "Es":
                return almanac.years(first.year, first.year + third), True
            if mod in "Tz":
                return almanac.years(last.year - third, last.year), True
            return almanac.years(first.year + third + 1, last.year - third - 1), True
        third = max(1, count // 3)
        if mod == "z":
            return almanac.day(last), False
        skip = {"E": 0, "s": 0, "m": third, "T": count - third}[mod]
        a = almanac.add_months(first, skip)
        b = almanac.add_months(first, skip + third - 1)
        return almanac.months(a.year, a.month, b.year, b.month), True
    if length == 7:
        cut = {"E": (0, 2), "s": (0, 1), "m": (2, 4), "T": (4, 6), "z": (4, 6)}[mod]
        return almanac.days(shift(first, cut[0]), shift(first, cut[1])), True
    return stretch, False


def _graded(e: Expression, stretch: Stretch, anchor: Anchor | None, timex: str | None = None) -> Value:
    part, approx = _within(stretch, _mod(e))
    return Value(part.iso, timex or stretch.iso, approx or bool(e.of("~")), str(anchor) if anchor else None, part)


def _tied(e: Expression, at: date) -> str:
    """The TIMEX3 value of a day, with the part of the day that the expression names."""
    part = next((word for word in e.words if word.letter == "P"), None)
    return f"{at.isoformat()}T{part.value}" if part else at.isoformat()


def _week(at: date) -> str:
    y, w, _ = at.isocalendar()
    return f"{y:04}-W{w:02}"


def date_named(e: Expression, s: Setting) -> Value | None:
    """A day and month in words, with the year that is told or the nearest one that fits the tense of the clause."""
    months = e.of("M")
    numbers = [word for word in e.words if word.letter in "doO"]
    if not months or not numbers:
        return None
    m, d = int(months[0].value), int(numbers[0].value)
    approx = bool(e.of("~@") and not e.of("x"))
    y = _year_of(e, s)
    if y is not None:
        at = almanac.valid(y, m, d)
        return _dated(e, at, None, approx) if at else None
    names = e.of("Ww")
    return _yearless(e, s, m, d, int(names[0].value) if names else None, approx)


def _dated(e: Expression, at: date, anchor: Anchor | None, approx: bool) -> Value:
    return Value(at.isoformat(), _tied(e, at), approx, str(anchor) if anchor else None, almanac.day(at))


def _yearless(e: Expression, s: Setting, m: int, d: int, weekday: int | None, approx: bool) -> Value | None:
    if almanac.valid(2000, m, d) is None:
        return None
    if s.here is None:
        return Value(None, f"XXXX-{m:02}-{d:02}", approx)
    at = nearest_day(s.here.at, m, d, weekday, s.tense)
    return _dated(e, at, s.here, approx) if at else Value(None, f"XXXX-{m:02}-{d:02}", approx)


def nearest_day(here: date, m: int, d: int, weekday: int | None, tense: str) -> date | None:
    """The day of that name nearest to `here` on the side that the tense tells; the other side when far nearer."""
    around = [
        almanac.valid(y, m, d) for y in range(max(1, here.year - 7), min(9999, here.year + 2)) if y <= here.year + 1
    ]
    days = [at for at in around if at is not None and (weekday is None or at.isoweekday() == weekday)]
    if weekday is None:
        days = [at for at in days if abs((at - here).days) <= 370]
    past = max((at for at in days if at <= here), default=None)
    ahead = min((at for at in days if at >= here), default=None)
    if past is None or ahead is None:
        return past or ahead
    back, on = (here - past).days, (ahead - here).days
    if tense == "future":
        return past if on > 300 and back < 30 else ahead
    if tense == "present":
        return past if back <= on * 3 else ahead
    return ahead if back > 300 and on < 45 else past


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
        return _exact(almanac.month(y, m))
    if len(parts) != 3:
        return None
    a, b, c = parts
    if a > 31:
        at = almanac.valid(a, b, c) if 1800 <= a <= 2100 else None
        return _exact(almanac.day(at)) if at else None
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
        return _exact(almanac.day(by_day if first else by_month))
    at = by_day or by_month
    return _exact(almanac.day(at)) if at else None


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
    return _exact(almanac.days(first, last), anchor)


def month_range(e: Expression, s: Setting) -> Value | None:
    """From one month to another; a year told once holds for both."""
    a, b = (int(word.value) for word in e.of("M")[:2])
    years = [int(word.value) for word in e.of("Y")]
    anchor = None
    if years:
        y2 = years[-1]
    elif (told := _year_of(e, s)) is not None:
        y2, anchor = told, s.here
    elif s.here:
        last = _month_near(s.here.at, b, s.tense)
        y2, anchor = last, s.here
    else:
        return Value(None, None)
    y1 = years[0] if len(years) > 1 else y2 - (a > b)
    return _exact(almanac.months(y1, a, y2, b), anchor)


def year_range(e: Expression, s: Setting) -> Value | None:
    """From one year to another."""
    a, b = e.tokens[0].text, e.tokens[-1].text
    last = int(b) if len(b) == 4 else int(a[: 4 - len(b)] + b)
    return _exact(almanac.years(int(a), last))


def _month_near(here: date, m: int, tense: str) -> int:
    if tense == "future":
        return here.year + (m < here.month)
    if tense == "present" and 0 < (m - here.month) % 12 <= 3:
        return here.year + (m < here.month)
    return here.year - (m > here.month)


def month(e: Expression, s: Setting) -> Value | None:
    """A month, with the year that is told or the nearest one that fits the tense; early, mid and late are thirds."""
    m = int(e.of("M")[0].value)
    y = _year_of(e, s)
    if y is not None:
        return _graded(e, almanac.month(y, m), s.here if not e.of("Y") else None)
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
        y = _month_near(here, m, s.tense)
    return _graded(e, almanac.month(y, m), s.here)


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
    return Value(at.isoformat(), _tied(e, at), False, str(anchor), almanac.day(at))


def today(e: Expression, s: Setting) -> Value | None:
    """Today, yesterday or tomorrow, reckoned from the day of telling."""
    word = next(word for word in e.words if word.letter == "R")
    if not word.value:
        return Value(None, "PAST_REF")
    step = int(word.value.rstrip("NI") or 0)
    if s.here is None:
        return Value(None, "PRESENT_REF" if step == 0 else None)
    at = shift(s.here.at, step)
    timex = at.isoformat() + ("TNI" if word.value.endswith("NI") else "")
    if any(w.letter == "P" for w in e.words):
        timex = _tied(e, at)
    return Value(at.isoformat(), timex, False, str(s.here), almanac.day(at))


def beside_today(e: Expression, s: Setting) -> Value | None:
    """The day before yesterday or the day after tomorrow, reckoned from the day of telling."""
    inner = today(e, s)
    if inner is None or inner.days is None:
        return inner
    at = shift(inner.days.first, -1 if e.of("j") else 1)
    return Value(at.isoformat(), at.isoformat(), False, inner.anchor, almanac.day(at))


def beside_day(e: Expression, s: Setting) -> Value | None:
    """The day, night or week before or after, reckoned from the day last spoken of."""
    anchor = s.spoken or s.here
    word = e.words[1]
    if anchor is None:
        return Value(None, None)
    step = -1 if e.words[-1].letter == "j" else 1
    unit = "D" if word.letter == "P" else word.value
    return _stepped(e, anchor, unit, step, False)


def _stepped(e: Expression, anchor: Anchor, unit: str, step: int, approx: bool, sunday: bool = False) -> Value | None:
    """So many units away from a day, as precise as the unit."""
    at = anchor.at
    if unit in {"D", "N", "TH", "TM", "TS"}:
        moved = shift(at, step if unit in {"D", "N"} else 0 if unit != "TH" or abs(step) < 24 else step // 24)
        timex = f"{moved.isoformat()}TNI" if unit == "N" else _tied(e, moved)
        return Value(moved.isoformat(), timex, approx, str(anchor), almanac.day(moved))
    if unit in {"W", "2W"}:
        moved = shift(at, step * (7 if unit == "W" else 14))
        return Value((w := almanac.week(moved, sunday)).iso, _week(moved), approx, str(anchor), w)
    if unit == "WE":
        moved = shift(at, step * 7)
        return Value((w := almanac.weekend(moved)).iso, f"{_week(moved)}-WE", approx, str(anchor), w)
    if unit == "M":
        moved = almanac.add_months(at, step)
        return _graded(e, almanac.month(moved.year, moved.month), anchor)
    if unit in {"Y", "DE", "CE"}:
        y = at.year + step * {"Y": 1, "DE": 10, "CE": 100}[unit]
        if not 1 <= y <= 9999:
            return None
        if unit == "Y":
            return _graded(e, almanac.year(y), anchor)
        size = 10 if unit == "DE" else 100
        start = y // size * size
        if start < 1:
            return None
        return Value(
            f"{start:04}/{start + size - 1:04}",
            str(start // size),
            True,
            str(anchor),
            almanac.years(start, start + size - 1),
        )
    if unit == "Q":
        q = (at.year * 4 + (at.month - 1) // 3) + step
        y, k = divmod(q, 4)
        return Value((w := almanac.months(y, k * 3 + 1, y, k * 3 + 3)).iso, f"{y:04}-Q{k + 1}", approx, str(anchor), w)
    return None


def near(e: Expression, s: Setting) -> Value | None:
    """This, last, next, the previous or the following period, or the last so many of them, by the calendar."""
    lead = next((word.letter for word in e.words if word.letter in "LXhcCVBy"), "h")
    if any(w.letter == "h" for w in e.words) and any(w.letter == "X" for w in e.words):
        lead = "X"
    last = next(word for word in reversed(e.words) if word.letter in "UuSQZPÜ")
    definite = e.words[0].letter == "t" or (e.words[0].letter in "ETm" and "t" in e.code)
    if lead == "y":
        return Value(
            None, _PERIOD.get(last.value, "P{}D").format("X" if last.letter == "u" else "1").replace("PX", "PX"), True
        )
    if last.letter == "Ü":
        return _weekend(e, s, "t", s.here) if s.here else Value(None, None)
    anchor = s.here
    step = {"L": -1, "X": 1, "C": -1, "V": 1}.get(lead, 0)
    counted = bool(e.of("NdnA")) or last.letter == "u"
    if last.letter == "P" or (last.letter == "U" and last.value == "N"):
        anchor = s.spoken or s.here if lead in "CVB" or (lead == "X" and s.spoken) else s.here
        if anchor is None:
            return Value(None, f"T{last.value if last.letter == 'P' else 'NI'}")
        at = shift(anchor.at, step)
        code = "NI" if last.letter == "U" else last.value
        return Value(at.isoformat(), f"{at.isoformat()}T{code}", False, str(anchor), almanac.day(at))
    if last.letter == "S":
        return _season(e, s, last.value, lead)
    if last.letter == "Q":
        return quarter(e, s)
    if counted:
        return _run(e, s, lead)
    if lead in "CVB" or (lead == "X" and last.value == "D") or (lead == "X" and definite and s.tense == "past"):
        anchor = s.spoken or s.here
    if anchor is None:
        return Value(None, "PRESENT_REF" if lead in "hc" else None)
    if lead == "L" and definite and last.value in {"W", "M", "Y", "DE"} and not e.of("ETmsz"):
        return _run(e, s, lead)
    if last.value == "WE":
        return _weekend(e, s, lead, anchor)
    if lead == "B" and s.spoken_of is not None and last.value == "Y" and not s.spoken_of.iso.count("/"):
        return _graded(e, almanac.year(s.spoken_of.first.year), s.spoken)
    return _graded_step(e, anchor, last.value, step, s)


def _graded_step(e: Expression, anchor: Anchor, unit: str, step: int, s: Setting) -> Value | None:
    found = _stepped(e, anchor, unit, step, False, s.sunday)
    if found is None or found.days is None or unit != "W":
        return found
    part, approx = _within(found.days, _mod(e))
    return Value(part.iso, found.timex, approx, found.anchor, part)


def _weekend(e: Expression, s: Setting, lead: str, anchor: Anchor) -> Value:
    here = anchor.at
    this = almanac.weekend(here)
    if lead == "L":
        this = almanac.weekend(shift(here, -7)) if this.first >= here or here.weekday() >= 5 else this
    elif lead == "X":
        this = almanac.weekend(shift(here, 7))
    elif s.tense == "past" and (here.weekday() < 3 or (lead == "t" and this.first > here)):
        this = almanac.weekend(shift(here, -7))
    return Value(this.iso, f"{_week(this.first)}-WE", False, str(anchor), this)


_FEW: Final = {
    "D": (5, 1),
    "N": (5, 1),
    "W": (6, 2),
    "2W": (8, 2),
    "M": (6, 2),
    "Y": (6, 2),
    "DE": (6, 2),
    "WE": (4, 1),
}
"""How far "a few" reaches, at most and at least: days, weeks, months or years away."""


def _run(e: Expression, s: Setting, lead: str) -> Value | None:
    """The last or next so many days, weeks, months: from so far back to the day of telling, or from it on."""
    period = _period(e) if e.of("NdnAau") else _PERIOD.get(_unit(e), "P{}D").format(1)
    count, vague = _number(e)
    unit = _unit(e)
    if not e.of("NdnA"):
        count = None if unit in "uDE" or e.of("u") else 1
        vague = count is None
    if s.here is None or lead in "hcB":
        return Value(None, "PRESENT_REF" if lead in "hc" else period, True)
    anchor = s.spoken or s.here if lead in "CV" else s.here
    n = count if count is not None else _FEW.get(unit, (5, 1))[0]
    back = lead in "LC"
    here = anchor.at
    if unit in {"TH", "TM", "TS"}:
        whole = -(-n // 24) if unit == "TH" else 0
        stretch = almanac.days(shift(here, -whole), here) if back else almanac.days(here, shift(here, whole))
        if n < 24:
            stretch = almanac.day(here)
    elif unit in {"D", "N", "W", "2W", "WE"}:
        size = n * {"W": 7, "2W": 14, "WE": 7}.get(unit, 1)
        stretch = almanac.days(shift(here, -size), here) if back else almanac.days(shift(here, 1), shift(here, size))
    elif unit == "M" or (unit == "Y" and n == 1):
        size = n * (12 if unit == "Y" else 1)
        edge = almanac.add_months(here, -size if back else size)
        first, last = (edge, here) if back else (here, edge)
        stretch = almanac.months(first.year, first.month, last.year, last.month)
    else:
        size = n * {"DE": 10, "CE": 100}.get(unit, 1)
        y = here.year - size if back else here.year + size
        if not 1 <= y <= 9999:
            return None
        stretch = almanac.years(y, here.year) if back else almanac.years(here.year, y)
    return Value(stretch.iso, period, vague or unit != "TH", str(anchor), stretch)


def end_of(e: Expression, s: Setting) -> Value | None:
    """The start or end of a period; as a deadline it runs from the day of telling to the last day."""
    if s.here is None:
        return Value(None, None)
    last = e.words[-1]
    lead = next((word.letter for word in e.words if word.letter in "hLXc"), "h")
    if last.letter == "S":
        return _season(e, s, last.value, "" if lead == "h" and "h" not in e.code else lead)
    unit = next((word.value for word in e.words if word.letter == "U"), "Y")
    step = {"L": -1, "X": 1}.get(lead, 0)
    whole = _stepped(Expression(e.sentence, e.i, e.j, e.form, (), ""), s.here, unit, step, False)
    if whole is None or whole.days is None:
        return None
    before = e.before()
    mod = _mod(e) or "z"
    if (
        mod == "z"
        and before is not None
        and before.low in {"by", "before", "until", "till"}
        and whole.days.last > s.here.at
    ):
        stretch = almanac.days(s.here.at, whole.days.last)
        return Value(stretch.iso, whole.timex, False, str(s.here), stretch)
    part, approx = _within(whole.days, mod)
    return Value(part.iso, whole.timex, approx, str(s.here), part)


def _season(e: Expression, s: Setting, code: str, lead: str) -> Value | None:
    y = _year_of(e, s)
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
    return _graded(e, almanac.season(y, code), s.here if not e.of("Y") else None, f"{y:04}-{code}")


def season(e: Expression, s: Setting) -> Value | None:
    """A season: the one that is told or, without a year, the last one that had begun; by whole months."""
    word = e.of("S")[0]
    before = e.before()
    if before is not None and before.low in {"before", "by", "until", "till"} and not e.of("YU"):
        return _season(e, s, word.value, "X")
    lead = next((w.letter for w in e.words if w.letter in "LXh" and e.words[-1].letter == "S"), "")
    return _season(e, s, word.value, lead)


def quarter(e: Expression, s: Setting) -> Value | None:
    """A quarter or half of a year, counted from January."""
    ordinal = next((int(word.value) for word in e.words if word.letter in "oO3"), None)
    kind = next((word.value for word in e.words if word.letter == "Q"), "Q")
    y = _year_of(e, s)
    lead = next((word.letter for word in e.words if word.letter in "LXhC"), "")
    if ordinal is None:
        if s.here is None:
            return Value(None, None)
        return _stepped(e, s.here, "Q", {"L": -1, "X": 1, "C": -1}.get(lead, 0), False)
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
    y = _year_of(e, s)
    months = e.of("M")
    if months:
        m = int(months[0].value)
        if y is None:
            if s.here is None:
                return Value(None, f"XXXX-{m:02}")
            y = _month_near(s.here.at, m, s.tense)
        whole = almanac.month(y, m)
    elif e.of("9"):
        start = int(e.of("9")[0].value) * 10
        whole = almanac.years(start, start + 9)
    elif y is not None:
        whole = almanac.year(y)
    elif s.here is not None:
        found = _stepped(e, s.here, e.words[-1].value, {"L": -1, "X": 1}.get(e.words[-2].letter, 0), False)
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


def ago(e: Expression, s: Setting) -> Value | None:
    """So long ago, reckoned back from the day of telling, as precise as its unit."""
    return _away(e, s.here, -1)


def shifted(e: Expression, s: Setting) -> Value | None:
    """So long before or after the day last spoken of, as precise as its unit."""
    return _away(e, s.spoken or s.here, -1 if e.words[-1].letter in "ej" else 1)


def _away(e: Expression, anchor: Anchor | None, sign: int) -> Value | None:
    count, vague = _number(e)
    unit = _unit(e)
    if anchor is None:
        return Value(None, _period(e), vague)
    if count is None:
        far, close = _FEW.get(unit, (1, 1))
        if unit in {"TH", "TM", "TS"}:
            return Value(almanac.day(anchor.at).iso, _period(e), True, str(anchor), almanac.day(anchor.at))
        a, b = _stepped(e, anchor, unit, sign * far, True), _stepped(e, anchor, unit, sign * close, True)
        if a is None or b is None or a.days is None or b.days is None:
            return None
        first, last = (a.days, b.days) if sign < 0 else (b.days, a.days)
        iso = f"{first.iso.split('/')[0]}/{last.iso.split('/')[-1]}"
        return Value(iso, _period(e), True, str(anchor), Stretch(first.first, last.last, iso))
    if unit in {"DE", "CE"}:
        unit, count, vague = "Y", count * (10 if unit == "DE" else 100), True
    found = _stepped(e, anchor, unit, sign * count, vague)
    if found is None:
        return None
    approx = found.approx or vague or (bool(e.of("~")) and e.tokens[0].low not in {"just", "only", "exactly"})
    return Value(found.value, found.timex, approx, found.anchor, found.days)


def nth(e: Expression, s: Setting) -> Value | None:
    """The so-manieth day of something: the day named beside it; not known when the report does not tell its start."""
    if e.words[-1].value == "CE":
        n = int(next(word for word in e.words if word.letter in "oO").value)
        if not 2 <= n <= 30:
            return None
        return Value(
            f"{(n - 1) * 100:04}/{n * 100 - 1:04}",
            f"{n - 1:02}",
            False,
            None,
            almanac.years((n - 1) * 100, n * 100 - 1),
        )
    before = e.before()
    if (
        before is not None
        and before.low in {",", "(", "—", "–", "is", "was", "marks", "marked"}
        and s.spoken is not None
    ):
        nearby = e.before(2)
        if (
            nearby is not None
            and s.spoken_of is not None
            and s.spoken_of.first == s.spoken_of.last
            and _names_day(nearby.low)
        ):
            return Value(
                s.spoken.at.isoformat(), s.spoken.at.isoformat(), False, str(s.spoken), almanac.day(s.spoken.at)
            )
    return Value(None, None)


def _names_day(low: str) -> bool:
    from fogline.rules.times.words import classify

    return classify(low).letter in "WRPMYdo"


def within(e: Expression, s: Setting) -> Value | None:
    """Within so long: a duration; within this week, month or year: from the day of telling to its last day."""
    unit = _unit(e)
    if e.of("t"):
        if s.here is None:
            return Value(None, None)
        whole = _stepped(e, s.here, unit, 0, False, s.sunday)
        if whole is None or whole.days is None:
            return None
        stretch = almanac.days(s.here.at, whole.days.last)
        return Value(stretch.iso, whole.timex, unit in {"TH", "TM"}, str(s.here), stretch)
    count, _ = _number(e)
    timex = _period(e)
    if count is None and s.here is not None and s.tense != "past" and unit in {"D", "W", "M"}:
        far = {"D": 5, "W": 6 * 7, "M": 6 * 30}[unit]  # as far as "a few" reaches
        stretch = almanac.days(s.here.at, shift(s.here.at, far))
        return Value(stretch.iso, timex, True, str(s.here), stretch)
    if count is not None and unit == "TH" and count % 24 == 0:
        return Value(f"P{count // 24}D", timex)
    return Value(timex if count is not None else None, timex, count is None)


def ahead(e: Expression, s: Setting) -> Value | None:
    """In so long: from the day of telling to so long after it where the clause looks ahead; else a duration."""
    count, _ = _number(e)
    timex = _period(e)
    if s.tense == "future" and s.here is not None and count:
        end = _stepped(e, s.here, _unit(e), count, True)
        if end is not None and end.days is not None and _unit(e) in {"D", "N", "W", "2W"}:
            size = count * {"W": 7, "2W": 14}.get(_unit(e), 1)
            stretch = almanac.days(s.here.at, shift(s.here.at, size))
            return Value(stretch.iso, timex, True, str(s.here), stretch)
        if end is not None and end.days is not None and _unit(e) in {"M", "Y"}:
            return Value(end.value, timex, True, str(s.here), end.days)
    return Value(timex if count is not None else None, timex, count is None)


def decade(e: Expression, s: Setting) -> Value | None:
    """A decade; early, mid and late are thirds of it."""
    word = e.of("9")[0]
    start = int(word.value) * 10
    return _graded(e, almanac.years(start, start + 9), None, word.value)


def feast(e: Expression, s: Setting) -> Value | None:
    """A feast or named day, computed for the year that is told or that fits the tense; Islamic ones to about a day."""
    word = e.of("Z")[0]
    moon = word.value in {"ramadan", "fitr", "adha", "ashura", "mawlid"}
    y = _year_of(e, s)
    if y is not None:
        found = almanac.feast(y, word.value) if 1900 <= y <= 2100 else None
        return _exact(found, None, approx=moon) if found else None
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
    return _exact(chosen, s.here, approx=moon) if chosen else None


def year(e: Expression, s: Setting) -> Value | None:
    """A year; early, mid and late are thirds of it."""
    return _graded(e, almanac.year(int(e.of("Y")[0].value)), None)


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


def recurring(e: Expression, s: Setting) -> Value | None:
    """A time that comes again and again; it names no one day."""
    last = e.words[-1]
    if last.letter == "D":
        return Value(None, last.value)
    if last.letter == "W":
        return Value(None, f"XXXX-WXX-{last.value}")
    if last.letter == "M":
        return Value(None, f"XXXX-{int(last.value):02}")
    if last.letter in "SP":
        return Value(None, f"XXXX-{last.value}" if last.letter == "S" else f"T{last.value}")
    count, _ = _number(e)
    return Value(None, _PERIOD.get(_unit(e), "P{}D").format(count or 1))


def duration(e: Expression, s: Setting) -> Value | None:
    """How long something lasts; it names no day."""
    count, vague = _number(e)
    timex = _period(e)
    return Value(timex if count is not None else None, timex, vague)


def present(e: Expression, s: Setting) -> Value | None:
    """Words for the time of telling that name no day."""
    return Value(None, e.words[0].value)


def vague(e: Expression, s: Setting) -> Value | None:
    """Words for the past or the future that name no day."""
    word = e.words[0]
    return Value(None, word.value) if word.value else None


def part(e: Expression, s: Setting) -> Value | None:
    """A part of the day, on the day of telling."""
    if s.here is None:
        return Value(None, f"T{e.words[0].value}", True)
    at = s.here.at
    return Value(
        f"{shift(at, -1).isoformat()}/{at.isoformat()}",
        f"{at.isoformat()}T{e.words[0].value}",
        True,
        str(s.here),
        almanac.day(at),
    )


RULES: Final[dict[str, Rule]] = {
    "numeric": numeric, "date_range": date_range, "month_range": month_range, "year_range": year_range,
    "date": date_named, "month": month, "half_of": half_of, "quarter": quarter, "weekday": weekday,
    "weekday_short": weekday, "beside_today": beside_today, "today": today, "beside_day": beside_day, "near": near,
    "end_of": end_of, "season": season, "ago": ago, "shifted": shifted, "nth": nth, "within": within, "ahead": ahead,
    "decade": decade, "feast": feast, "year": year, "day_of_month": day_of_month, "recurring": recurring,
    "duration": duration, "present": present, "vague": vague, "part": part,
}  # fmt: skip
"""The rule for each form of the grammar."""
