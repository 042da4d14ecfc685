"""The times layer: calendar expressions with their values, and the day of publication.

`scan` finds expressions by one grammar over the letters of `words`; `named` and `relative` have a rule for each form;
`setting` says from where a value is reckoned; `reckon` walks the report; `publication` infers the day of publication;
`almanac` does the sums.
"""

from datetime import date

from msgspec.structs import replace

from fogline.nouns import Day, Time
from fogline.rules.context import Context
from fogline.rules.times.named import (
    date_named,
    day_month,
    day_of_month,
    decade,
    feast,
    half_of,
    month,
    numeric,
    quarter,
    season,
    weekday,
    year,
)
from fogline.rules.times.publication import (
    chronicle,
    counted_day,
    dated_line,
    equated_day,
    infer,
    latest_day,
    lead_day,
    yearless_line,
)
from fogline.rules.times.ranges import date_range, month_range, weekday_range, year_range
from fogline.rules.times.reckon import Reckoned, reckon
from fogline.rules.times.record import on_record
from fogline.rules.times.relative import (
    ago,
    ahead,
    beside_day,
    beside_today,
    day_part,
    duration,
    end_of,
    near,
    nth,
    part,
    present,
    recurring,
    shifted,
    today,
    vague,
    within,
)
from fogline.rules.times.words import cues

__all__ = [
    "ago", "ahead", "beside_day", "beside_today", "chronicle", "counted_day", "date_named", "date_range", "dated_line",
    "day_month", "day_of_month",
    "day_part", "decade", "duration", "end_of", "equated_day", "feast", "find", "half_of", "latest_day", "lead_day",
    "month", "month_range", "near", "nth", "numeric", "on_record", "part", "present",
    "published", "quarter", "recurring", "season", "shifted", "timexes", "today", "vague", "weekday",
    "weekday_range", "within", "year", "year_range", "yearless_line",
]  # fmt: skip


def find(context: Context) -> tuple[Time, ...]:
    """Everything of this layer in the report, in order."""
    return tuple(_time(context, item) for item in _reckoned(context) if _named(item))


def timexes(context: Context) -> tuple[Time, ...]:
    """Every expression that TIMEX3 marks, in order: those of `find`, and bare durations, sets, "now", "recently"."""
    found: list[Time] = []
    for item in _reckoned(context):
        if item.expression.code in {"Y+Y", "Y>Y"}:
            found += _ends(context, item)
        elif item.value.timex:
            found.append(_time(context, item, bare=True))
    return tuple(found)


def _ends(context: Context, item: Reckoned) -> list[Time]:
    """The two years of "from 1991 to 1997", which TIMEX3 marks apart."""
    whole = _time(context, item)
    ends = (item.expression.tokens[0], item.expression.tokens[-1])
    return [replace(whole, start=t.start, end=t.end, text=t.text, value=t.text, timex=t.text) for t in ends]


def published(context: Context) -> Day | None:
    """The day of publication: as the page states it, or inferred from the words, or None."""
    return context.report.published or infer(context.prose)


def _reckoned(context: Context) -> tuple[Reckoned, ...]:
    day = context.published or context.report.published
    try:
        at = date.fromisoformat(day.value) if day else None
    except ValueError:
        at = None
    items = reckon(context.prose, at)
    return tuple(items) if at else tuple(_recorded(context, item) for item in items)


def _recorded(context: Context, item: Reckoned) -> Reckoned:
    value = on_record(context.prose, item)
    return Reckoned(item.expression, value, "on_record") if value else item


def _time(context: Context, item: Reckoned, bare: bool = False) -> Time:
    """The item as a value; `bare`: without the "in" and "within" that TIMEX3 leaves out."""
    e, value = item.expression, item.value
    start = e.tokens[1].start if bare and e.words[0].letter in "Ii" else e.start
    return Time(
        start=start,
        end=e.end,
        text=context.text[start : e.end],
        value=value.value,
        timex=value.timex,
        approx=value.approx,
        anchor=value.anchor,
        rule=f"times.{item.rule}",
    )


_GOVERN = cues("govern")


def _named(item: Reckoned) -> bool:
    """Does the expression name a calendar time? A bare duration or "now" does not; one that tells since when does."""
    form, e = item.expression.form, item.expression
    if form == "vague":
        return False
    if form == "present":
        return len(e.words) > 1
    if form == "recurring":
        return e.words[-1].letter == "W"
    if form == "duration":
        if item.value.value is None or e.of("H"):
            return False
        before, after = e.before(), e.after()
        return (before is not None and before.low in _GOVERN) or (
            after is not None and after.low in {"after", "before"}
        )
    if form == "ahead":
        return item.value.value is not None
    return True
