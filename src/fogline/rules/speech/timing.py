"""Phrases of time beside a cue: “said on Friday night”, “told the radio an hour ago”."""

from fogline.rules.speech.units import Unit

PERIODS = frozenset({
    "week", "month", "year", "night", "morning", "evening", "afternoon", "weekend", "summer", "spring",
    "autumn", "winter",
})  # fmt: skip


DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today",
    "earlier", "later", "recently",
})  # fmt: skip


_UNITS = frozenset({
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    "moments", "morning", "afternoon", "evening", "night", "noon",
})  # fmt: skip
_RELATIONS = frozenset(["ago", "later", "earlier", "before", "after", "since"])


MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip


def time_phrase(unit: Unit, k: int) -> int:
    """The end of a time phrase without preposition that begins at `k` ("an hour ago", "Friday night"), or `k`."""
    phrase = unit.phrase_at.get(k)
    if phrase is None or phrase.i != k:
        return k
    if unit.low(k) in DAYS and unit.low(phrase.j - 1) in PERIODS | DAYS:
        return phrase.j
    last = unit.low(phrase.j - 1)
    if last in _RELATIONS and unit.low(phrase.j - 2) in _UNITS:
        return phrase.j
    return phrase.j + 1 if last in _UNITS and unit.low(phrase.j) in {"ago", "later", "earlier"} else k
