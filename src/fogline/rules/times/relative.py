"""Rules for expressions reckoned from a day: today, last week, so long ago, the next day. First lines are for users."""

from fogline.rules.times import almanac
from fogline.rules.times.almanac import Stretch, shift
from fogline.rules.times.named import quarter, season_of
from fogline.rules.times.parts import (
    FEW,
    PERIOD,
    grade_of,
    graded,
    in_days,
    number_of,
    part_of,
    period_of,
    stepped,
    tied,
    unit_of,
    week_of,
)
from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Anchor, Setting, Value
from fogline.rules.times.words import classify


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
        timex = tied(e, at)
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
    return stepped(e, anchor, unit, step, False)


def day_part(e: Expression, s: Setting) -> Value | None:
    """A part of the day last spoken of, or of the day of telling; a morning that is a deadline is the next day's."""
    anchor = s.spoken or s.here
    part = next((word.value for word in reversed(e.words) if word.letter == "P"), "NI" if e.code == "rtU" else "")
    if anchor is None:
        return Value(None, f"T{part}" if part else "P1D", True)
    if s.tense == "present" and s.spoken is None:
        return None  # "In the morning they queue for bread": no one day
    until = e.tokens[0].low in {"by", "until", "till", "through"}
    at = shift(anchor.at, 1 if until and part == "MO" and s.spoken is not None else 0)
    timex = f"{at.isoformat()}T{part}" if part else at.isoformat()
    return Value(at.isoformat(), timex, bool(part), str(anchor), almanac.day(at))


def near(e: Expression, s: Setting) -> Value | None:
    """This, last, next, the previous or the following period, or the last so many of them, by the calendar."""
    lead = next((word.letter for word in e.words if word.letter in "LXhcCVBy"), "h")
    if any(w.letter == "h" for w in e.words) and any(w.letter == "X" for w in e.words):
        lead = "X"
    last = next(word for word in reversed(e.words) if word.letter in "UuSQZPÜ")
    definite = e.words[0].letter == "t" or (e.words[0].letter in "ETm" and "t" in e.code)
    if lead == "y":
        return Value(
            None, PERIOD.get(last.value, "P{}D").format("X" if last.letter == "u" else "1").replace("PX", "PX"), True
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
        return season_of(e, s, last.value, lead)
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
        return graded(e, almanac.year(s.spoken_of.first.year), s.spoken)
    return _graded_step(e, anchor, last.value, step, s)


def _graded_step(e: Expression, anchor: Anchor, unit: str, step: int, s: Setting) -> Value | None:
    found = stepped(e, anchor, unit, step, False, s.sunday)
    if found is None or found.days is None or unit != "W":
        return found
    part, approx = part_of(found.days, grade_of(e))
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
    return Value(this.iso, f"{week_of(this.first)}-WE", False, str(anchor), this)


def _run(e: Expression, s: Setting, lead: str) -> Value | None:
    """The last or next so many days, weeks, months: from so far back to the day of telling, or from it on."""
    period = period_of(e) if e.of("NdnAau") else PERIOD.get(unit_of(e), "P{}D").format(1)
    count, vague = number_of(e)
    unit = unit_of(e)
    if not e.of("NdnA"):
        count = None if unit in "uDE" or e.of("u") else 1
        vague = count is None
    if s.here is None or lead in "hcB":
        return Value(None, "PRESENT_REF" if lead in "hc" else period, True)
    anchor = s.spoken or s.here if lead in "CV" else s.here
    n = count if count is not None else FEW.get(unit, (5, 1))[0]
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
        return season_of(e, s, last.value, "" if lead == "h" and "h" not in e.code else lead)
    unit = next((word.value for word in e.words if word.letter == "U"), "Y")
    step = {"L": -1, "X": 1}.get(lead, 0)
    whole = stepped(Expression(e.sentence, e.i, e.j, e.form, (), ""), s.here, unit, step, False)
    if whole is None or whole.days is None:
        return None
    before = e.before()
    mod = grade_of(e) or "z"
    if (
        mod == "z"
        and before is not None
        and before.low in {"by", "before", "until", "till"}
        and whole.days.last > s.here.at
    ):
        stretch = almanac.days(s.here.at, whole.days.last)
        return Value(stretch.iso, whole.timex, False, str(s.here), stretch)
    part, approx = part_of(whole.days, mod)
    return Value(part.iso, whole.timex, approx, str(s.here), part)


def ago(e: Expression, s: Setting) -> Value | None:
    """So long ago, reckoned back from the day of telling, as precise as its unit."""
    return _away(e, s.here, -1)


def shifted(e: Expression, s: Setting) -> Value | None:
    """So long before or after the day last spoken of, as precise as its unit."""
    return _away(e, s.spoken or s.here, -1 if e.words[-1].letter in "ej" else 1)


def _away(e: Expression, anchor: Anchor | None, sign: int) -> Value | None:
    count, vague = number_of(e)
    unit = unit_of(e)
    if anchor is None:
        return Value(None, period_of(e), vague)
    if count is None:
        far, close = FEW.get(unit, (1, 1))
        if unit in {"TH", "TM", "TS"}:
            return Value(almanac.day(anchor.at).iso, period_of(e), True, str(anchor), almanac.day(anchor.at))
        a, b = stepped(e, anchor, unit, sign * far, True), stepped(e, anchor, unit, sign * close, True)
        if a is None or b is None or a.days is None or b.days is None:
            return None
        first, last = (a.days, b.days) if sign < 0 else (b.days, a.days)
        iso = f"{first.iso.split('/')[0]}/{last.iso.split('/')[-1]}"
        return Value(iso, period_of(e), True, str(anchor), Stretch(first.first, last.last, iso))
    if unit in {"DE", "CE"}:
        unit, count, vague = "Y", count * (10 if unit == "DE" else 100), True
    found = stepped(e, anchor, unit, sign * count, vague)
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
    return classify(low).letter in "WRPMYdo"


def within(e: Expression, s: Setting) -> Value | None:
    """Within so long: a duration; within this week, month or year: from the day of telling to its last day."""
    unit = unit_of(e)
    if e.of("t"):
        if s.here is None:
            return Value(None, None)
        whole = stepped(e, s.here, unit, 0, False, s.sunday)
        if whole is None or whole.days is None:
            return None
        stretch = almanac.days(s.here.at, whole.days.last)
        return Value(stretch.iso, whole.timex, unit in {"TH", "TM"}, str(s.here), stretch)
    count, _ = number_of(e)
    timex = period_of(e)
    if count is None and s.here is not None and s.tense != "past" and unit in {"D", "W", "M"}:
        far = {"D": 5, "W": 6 * 7, "M": 6 * 30}[unit]  # as far as "a few" reaches
        stretch = almanac.days(s.here.at, shift(s.here.at, far))
        return Value(stretch.iso, timex, True, str(s.here), stretch)
    if count is not None and unit == "TH" and count % 24 == 0:
        return Value(f"P{count // 24}D", timex)
    return Value(in_days(timex) if count is not None else None, timex, count is None)


def ahead(e: Expression, s: Setting) -> Value | None:
    """In so long: from the day of telling to so long after it where the clause looks ahead; else a duration."""
    count, _ = number_of(e)
    timex = period_of(e)
    if s.tense == "future" and s.here is not None and count:
        end = stepped(e, s.here, unit_of(e), count, True)
        if end is not None and end.days is not None and unit_of(e) in {"D", "N", "W", "2W"}:
            size = count * {"W": 7, "2W": 14}.get(unit_of(e), 1)
            stretch = almanac.days(s.here.at, shift(s.here.at, size))
            return Value(stretch.iso, timex, True, str(s.here), stretch)
        if end is not None and end.days is not None and unit_of(e) in {"M", "Y"}:
            return Value(end.value, timex, True, str(s.here), end.days)
    return Value(in_days(timex) if count is not None else None, timex, count is None)


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
    count, _ = number_of(e)
    return Value(None, PERIOD.get(unit_of(e), "P{}D").format(count or 1))


def duration(e: Expression, s: Setting) -> Value | None:
    """How long something lasts; it names no day."""
    count, vague = number_of(e)
    timex = period_of(e)
    return Value(in_days(timex) if count is not None else None, timex, vague)


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
