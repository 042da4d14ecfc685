"""Expressions with their values, in reading order: a block has its day of telling, a story its day last spoken of."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from fogline.grammar import Prose
from fogline.rules.times.scan import Expression, expressions
from fogline.rules.times.setting import Anchor, Setting, Value, tense
from fogline.rules.times.values import RULES

__all__ = ["Reckoned", "reckon"]


class Reckoned(Struct, frozen=True, eq=False):
    """An expression with its value and the name of the rule that gave it."""

    expression: Expression
    value: Value
    rule: str


_SPOKEN = frozenset(
    [
        "numeric",
        "date",
        "weekday",
        "weekday_short",
        "today",
        "beside_today",
        "beside_day",
        "near",
        "ago",
        "shifted",
        "day_of_month",
        "feast",
        "half_of",
    ]
)


def reckon(prose: Prose, published: date | None) -> Iterator[Reckoned]:
    """Every expression of a report with its value, given the day of publication or None. Linear in their number."""
    found = expressions(prose)
    first = _day_first(found)
    if published is not None and not 1500 <= published.year <= 2500:
        published = None  # no day that a report has; sums around it would leave the calendar
    story: Setting = Setting(Anchor(published, "published") if published else None, None, None, "past", first)
    setting, block = story, -1
    body_spoken: tuple[Anchor | None, object] = (None, None)
    for at, e in enumerate(found):
        sentence = e.sentence
        if sentence.block != block:
            block = sentence.block
            here = _own_day(found, at, story) or story.here
            spoken = setting.spoken if sentence.kind == "body" and story.spoken is None else None
            setting = Setting(here, spoken if sentence.kind == "body" else None, None, "past", first)
            if sentence.kind == "body":
                setting = Setting(here, body_spoken[0], None, "past", first)
        rule = RULES[e.form]
        local = Setting(setting.here, setting.spoken, setting.spoken_of, tense(e), first, setting.sunday)
        value = rule(e, local)
        if value is None:
            continue
        yield Reckoned(e, value, rule.__name__)
        if value.days is not None and e.form in _SPOKEN | {"month", "year", "season"}:
            day = value.days.first == value.days.last and e.form in _SPOKEN
            spoken = Anchor(value.days.first, "spoken of before") if day else setting.spoken
            setting = Setting(setting.here, spoken, value.days, "past", first, setting.sunday)
            if sentence.kind == "body":
                body_spoken = (spoken, None)


def _day_first(found: tuple[Expression, ...]) -> bool | None:
    """Do numeric dates put the day first? As one of them must be read, or as the dates in words stand."""
    for e in found:
        if e.form == "numeric":
            parts = [token.text for token in e.tokens if token.text.isdecimal()] or e.tokens[0].text.split(".")
            if len(parts) == 3 and len(parts[0]) <= 2:
                a, b = int(parts[0]), int(parts[1])
                if a > 12 >= b:
                    return True
                if b > 12 >= a:
                    return False
    by_day = sum(1 for e in found if e.form == "date" and e.code.lstrip("Ww,tPv~@")[:1] in {"d", "o"})
    by_month = sum(1 for e in found if e.form == "date" and e.code.lstrip("Ww,tPv~@")[:1] == "M")
    return None if by_day == by_month else by_day > by_month


def _own_day(found: tuple[Expression, ...], at: int, story: Setting) -> Anchor | None:
    """The day of telling that a caption or a postscript has of its own."""
    first = found[at]
    kind = first.sentence.kind
    if kind not in {"caption", "postscript", "correction"}:
        return None
    block = first.sentence.block
    if kind == "caption":
        for e in found[at:]:
            if e.sentence.block != block:
                break
            if (e.form == "date" and e.of("Y^")) or e.form == "numeric":
                value = RULES[e.form](e, Setting(None, None, None, "past", story.day_first))
                if value is not None and value.days is not None:
                    return Anchor(value.days.first, "caption day")
        return None
    # A postscript says its day first: "Update, 14 December:", "POSTSCRIPT, Sunday:".
    head = [e for e in found[at : at + 2] if e.sentence.block == block and e.i <= 6]
    for e in head:
        if e.form in {"date", "numeric", "weekday", "weekday_short"} and kind == "postscript" and _heads(e):
            value = RULES[e.form](e, Setting(story.here, None, None, "future", story.day_first))
            if value is not None and value.days is not None:
                return Anchor(value.days.first, "postscript day")
    return None


def _heads(e: Expression) -> bool:
    """Does the expression head its block: only a label before it, a colon, dash or full stop soon after?"""
    after = e.after()
    return all(
        t.tag.startswith("NN") or not t.text[:1].isalpha() or t.text.isupper() or t.low in {"on", "added"}
        for t in e.sentence.tokens[: e.i]
    ) and (after is None or after.low in {":", "-", "–", "—", ".", ")", ",", "]"})
