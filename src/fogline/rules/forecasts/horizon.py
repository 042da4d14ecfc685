"""When a forecast will have come true: the time to come in its own clause."""

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from fogline.nouns import Span, Time
from fogline.rules.context import Context, Index

__all__ = ["Horizon", "ahead_of", "horizon"]


class Horizon(Struct, frozen=True):
    """When it will have happened: the words, the value (None: to come, but no calendar time), the rule and a remark.

    `sure`: it lies after the telling for certain, not only for want of a day of publication.
    """

    words: Span
    value: str | None
    rule: str
    note: str | None = None
    sure: bool = True


_FIRST: Final = 20  # times of a report among which a full date is looked for
_COMING: Final = frozenset(
    ["coming", "next", "within", "soon", "weeks", "days", "months", "later", "tomorrow", "upcoming"]
)
_WEEKDAYS: Final = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def horizon(
    context: Context, times: Index[Time], start: int, end: int, condition: tuple[int, int] | None
) -> Horizon | None:
    """The time to come in ``start..end`` outside the condition; a time before the telling is none."""
    day = context.published.value if context.published else None
    # Without a day of publication, the first full date of the report's opening stands for the day of the telling.
    told = day or next((time.value for time in context.times[:_FIRST] if time.value and len(time.value) == 10), None)
    vague: Horizon | None = None
    for time in times.covering(start, end):
        if time.start < start or (condition and condition[0] <= time.start < condition[1]):
            continue
        if time.value and time.value.startswith("PT") and time.value.endswith(("M", "S")):
            continue  # minutes are how long a thing takes
        if _elapsed(context.text, time):
            continue
        coming = bool(set(time.text.lower().split()) & _COMING)
        sure = told is not None or coming or time.value is None or time.value.startswith("P")
        found = Horizon(time, time.value, time.rule, sure=sure)
        if time.value is None:
            if vague is None and coming:
                vague = found
            continue
        last = time.value.rpartition("/")[2]
        if time.value.startswith("P") or told is None or last >= told[: len(last)]:
            return _clipped(_due(context.text, found, day), day)
        if time.text.lower() in _WEEKDAYS:
            later = _later(time.value, 7)
            if later is not None and day is not None and later >= day:
                return Horizon(time, later, time.rule, "a weekday in a forecast is the coming one")
    return vague


_WITHIN: Final = ("within", "in", "inside", "over", "next", "coming", "under", "than", "the", "by")


def _elapsed(text: str, time: Time) -> bool:
    """Is it a bare stretch of time that says how long ("for a year", "after two years"), not until when?"""
    if time.value is None or not time.value.startswith("P"):
        return False
    before = text[max(0, time.start - 12) : time.start].lower().split()
    return not {*before[-1:], *time.text.lower().split()[:2]} & set(_WITHIN)


_DUE: Final = ("by", "before", "until", "till")


def _due(text: str, found: Horizon, day: str | None) -> Horizon:
    """A deadline ("by Friday", "before spring") runs from the telling to the first day of the time that is named."""
    words = found.words
    before = text[max(0, words.start - 12) : words.start].lower().split() + words.text.lower().split()[:1]
    first = (found.value or "").partition("/")[0]
    if day is None or not set(before[-3:]) & set(_DUE) or first.startswith("P") or first <= day:
        return found
    return Horizon(words, f"{day}/{first}", found.rule, "a deadline, from the day of the telling")


def _clipped(found: Horizon, day: str | None) -> Horizon:
    """A stretch of time that holds the day of the telling begins with that day: "later this week"."""
    value = found.value
    if day is None or value is None or value.startswith("P") or value == day:
        return found
    first, _, last = value.partition("/")
    if not last and len(first) == 4:
        last = f"{first}-12-31"
        first = f"{first}-01-01"
    if len(first) == len(last) == len(day) and first < day < last:
        return Horizon(found.words, f"{day}/{last}", found.rule, "from the day of the telling")
    return found


def _later(value: str, days: int) -> str | None:
    """The day so many days later; None for what is no day."""
    try:
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def ahead_of(context: Context, found: Horizon | None, told: bool) -> bool:
    """Does the time lie after the day of publication? `told`: "announced a truce on Friday"."""
    if found is None or (told and found.note is not None):
        return False
    day = context.published.value if context.published else None
    return found.value is None or day is None or found.value.startswith("P") or found.value[: len(day)] > day
