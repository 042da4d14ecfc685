"""What is inside an expression: its count, unit, year and grade, and the sums that every rule shares."""

from datetime import date
from typing import Final

from fogline.rules.times import almanac
from fogline.rules.times.almanac import Stretch, shift
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Anchor, Setting, Value


def exactly(stretch: Stretch, anchor: Anchor | None = None, timex: str | None = None, approx: bool = False) -> Value:
    """A value that is just this stretch."""
    return Value(stretch.iso, timex or stretch.iso, approx, str(anchor) if anchor else None, stretch)


def year_of(e: Expression, s: Setting) -> int | None:
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


def number_of(e: Expression) -> tuple[int | None, bool]:
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


def unit_of(e: Expression) -> str:
    """The TIMEX3 letter of the unit that an expression counts in; days when it names none."""
    for word in reversed(e.words):
        if word.letter in "uU":
            return word.value
        if word.letter == "H":
            return word.value.partition(" ")[2]
    return "D"


PERIOD: Final = {
    "TS": "PT{}S", "TM": "PT{}M", "TH": "PT{}H", "D": "P{}D", "N": "P{}D", "W": "P{}W", "WE": "P{}WE", "M": "P{}M",
    "Y": "P{}Y", "DE": "P{}DE", "CE": "P{}CE", "Q": "P{}Q", "H": "P{}H",
}  # fmt: skip


def period_of(e: Expression) -> str:
    """The TIMEX3 duration that an expression counts."""
    count, _ = number_of(e)
    unit = unit_of(e)
    if unit == "2W":
        return f"P{(count or 1) * 2}W" if count else "PXW"
    return PERIOD.get(unit, "P{}D").format("X" if count is None else count)


def in_days(timex: str) -> str:
    """A duration as a reading has it: weeks are counted in days, so that "two weeks" and "14 days" are equal."""
    return f"P{7 * int(timex[1:-1])}D" if timex[1:-1].isdecimal() and timex[-1] == "W" else timex


GRADE: Final = {
    "E": "START",
    "T": "END",
    "m": "MID",
    "s": "START",
    "z": "END",
    "early": "START",
    "late": "END",
    "mid": "MID",
}


def grade_of(e: Expression) -> str | None:
    """The letter of early, middle, late, start or end, when the expression begins with one."""
    for word in e.words:
        if word.letter in GRADE and word.letter in "ETmsz":
            return word.letter
        if word.mod in {"early", "late", "mid"}:
            return {"early": "E", "late": "T", "mid": "m"}[word.mod]
        if word.letter not in "tfv-el~@":
            break
    return None


def part_of(stretch: Stretch, mod: str | None) -> tuple[Stretch, bool]:
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


def graded(e: Expression, stretch: Stretch, anchor: Anchor | None, timex: str | None = None) -> Value:
    """A value that is this stretch, or the early, middle or late part of it."""
    part, approx = part_of(stretch, grade_of(e))
    return Value(part.iso, timex or stretch.iso, approx or bool(e.of("~")), str(anchor) if anchor else None, part)


def tied(e: Expression, at: date) -> str:
    """The TIMEX3 value of a day, with the part of the day that the expression names."""
    part = next((word for word in e.words if word.letter == "P"), None)
    return f"{at.isoformat()}T{part.value}" if part else at.isoformat()


def week_of(at: date) -> str:
    """A week as ISO 8601 numbers it."""
    y, w, _ = at.isocalendar()
    return f"{y:04}-W{w:02}"


def stepped(e: Expression, anchor: Anchor, unit: str, step: int, approx: bool, sunday: bool = False) -> Value | None:
    """So many units away from a day, as precise as the unit."""
    at = anchor.at
    if unit in {"D", "N", "TH", "TM", "TS"}:
        moved = shift(at, step if unit in {"D", "N"} else 0 if unit != "TH" or abs(step) < 24 else step // 24)
        timex = f"{moved.isoformat()}TNI" if unit == "N" else tied(e, moved)
        return Value(moved.isoformat(), timex, approx, str(anchor), almanac.day(moved))
    if unit in {"W", "2W"}:
        moved = shift(at, step * (7 if unit == "W" else 14))
        return Value((w := almanac.week(moved, sunday)).iso, week_of(moved), approx, str(anchor), w)
    if unit == "WE":
        moved = shift(at, step * 7)
        return Value((w := almanac.weekend(moved)).iso, f"{week_of(moved)}-WE", approx, str(anchor), w)
    if unit == "M":
        moved = almanac.add_months(at, step)
        return graded(e, almanac.month(moved.year, moved.month), anchor)
    if unit in {"Y", "DE", "CE"}:
        y = at.year + step * {"Y": 1, "DE": 10, "CE": 100}[unit]
        if not 1 <= y <= 9999:
            return None
        if unit == "Y":
            return graded(e, almanac.year(y), anchor)
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


FEW: Final = {
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


def nearest_day(here: date, m: int, d: int, weekday: int | None, tense: str) -> date | None:
    """The day of that name nearest to `here` on the side that the tense tells; the other side when far nearer."""
    around = [almanac.valid(y, m, d) for y in range(max(1, here.year - 5), min(9999, here.year + 5))]
    near = [at for at in around if at is not None and abs((at - here).days) <= 370]
    # A week-day that fits none of them is a slip of the pen: the day and the month stand.
    days = [at for at in near if at.isoweekday() == weekday] or near or [at for at in around if at is not None]
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


def month_near(here: date, m: int, tense: str) -> int:
    """The year of the month of that number nearest to `here` on the side that the tense tells."""
    if tense == "future":
        return here.year + (m < here.month)
    if tense == "present" and 0 < (m - here.month) % 12 <= 3:
        return here.year + (m < here.month)
    return here.year - (m > here.month)
