"""When a forecast will have come true: the time to come in its own clause."""

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.nouns import Span, Time, span
from fogline.rules.context import Context, Index

__all__ = ["Horizon", "ahead_of", "horizon"]


class Horizon(Struct, frozen=True):
    """When it will have happened: the words, the value (None: to come, but no calendar time), the rule and a remark."""

    words: Span
    value: str | None
    rule: str
    note: str | None = None


_COMING: Final = frozenset(["coming", "next", "within", "soon", "weeks", "days", "months", "later"])
_WEEKDAYS: Final = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_SPANS: Final = {"hours": 1, "days": 7, "weeks": 31}
"""Days that a bare plural reaches at the most, from the telling: "within days" is less than a week or so."""


def horizon(
    context: Context, times: Index[Time], sentence: Sentence, start: int, end: int, condition: tuple[int, int] | None
) -> Horizon | None:
    """The time to come in ``start..end`` outside the condition; a time before the telling is none."""
    day = context.published.value if context.published else None
    told = day or next((time.value for time in context.times if time.value and len(time.value) == 10), None)
    vague: Horizon | None = None
    for time in times.covering(start, end):
        if time.start < start or (condition and condition[0] <= time.start < condition[1]):
            continue
        found = Horizon(time, time.value, time.rule)
        if time.value is None:
            if vague is None and set(time.text.lower().split()) & _COMING:
                vague = found
            continue
        last = time.value.rpartition("/")[2]
        if time.value.startswith("P") or told is None or last >= told[: len(last)]:
            return _clipped(found, day)
        if time.text.lower() in _WEEKDAYS:
            later = _later(time.value, 7)
            if later is not None and day is not None and later >= day:
                return Horizon(time, later, time.rule, "a weekday in a forecast is the coming one")
    return _bare_plural(context, sentence, start, end, day) or vague


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


def _bare_plural(context: Context, sentence: Sentence, start: int, end: int, day: str | None) -> Horizon | None:
    """ "within days", "in the coming weeks": from the telling on."""
    tokens = sentence.within(start, end)
    for k, token in enumerate(tokens):
        reach = _SPANS.get(token.low)
        if reach is None or k == 0 or day is None:
            continue
        before = [one.low for one in tokens[max(0, k - 3) : k]]
        first = (
            k - 1
            if before[-1] == "within"
            else k - 3
            if before in (["in", "the", "coming"], ["in", "the", "next"])
            else -1
        )
        last = _later(day, reach)
        if first >= 0 and last is not None:
            words = span(context.text, tokens[first].start, token.end)
            return Horizon(words, f"{day}/{last}", "forecasts.horizon", "a bare plural, reckoned from the telling")
    return None


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
