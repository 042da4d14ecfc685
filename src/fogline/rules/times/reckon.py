"""Expressions with their values, in reading order: a block has its day of telling, a story its day last spoken of."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from fogline.grammar import Prose
from fogline.rules.times.anchors import block_day, dateline_day, label_day, quotation_day, section_day
from fogline.rules.times.scan import Expression, expressions
from fogline.rules.times.setting import Anchor, Setting, Value, tense
from fogline.rules.times.values import RULES

__all__ = ["Reckoned", "reckon"]


class Reckoned(Struct, frozen=True, eq=False):
    """An expression with its value and the name of the rule that gave it."""

    expression: Expression
    value: Value
    rule: str


_SPOKEN: Final = frozenset(
    [
        "numeric", "date", "weekday", "weekday_short", "today", "beside_today", "beside_day", "near", "ago", "shifted",
        "day_of_month", "day_month", "feast", "half_of",
    ]
)  # fmt: skip
"""Forms whose day is one that the text then speaks of: "the next day", "that night" are reckoned from it."""


def reckon(prose: Prose, published: date | None) -> Iterator[Reckoned]:
    """Every expression of a report with its value, given the day of publication or None. Linear in their number."""
    found = expressions(prose)
    if published is not None and not 1500 <= published.year <= 2500:
        published = None  # no day that a report has; sums around it would leave the calendar
    told = Anchor(published, "published") if published else None
    story = Setting(told, None, None, "past", _day_first(found))
    dateline = dateline_day(found, story)
    at = 0
    spoken: Anchor | None = None  # in the body, which a caption may interrupt
    for _, block in groupby(found, key=lambda e: e.sentence.block):
        items = tuple(block)
        body = items[0].sentence.kind == "body"
        here = block_day(found, at, story) or (dateline if body else None) or story.here
        setting = replace(story, here=here, spoken=spoken if body else None)
        for after, item in _block(items, setting, story):
            setting = after
            yield item
        if body:
            spoken = setting.spoken
        at += len(items)


def _block(items: tuple[Expression, ...], setting: Setting, story: Setting) -> Iterator[tuple[Setting, Reckoned]]:
    """The items of one block, each with the setting after it."""
    update: Anchor | None = None
    paragraph = -1
    for sentence, group in groupby(items, key=lambda e: e.sentence):
        beside = tuple(group)
        setting = replace(setting, here=section_day(beside[0], story) or setting.here)
        if sentence.paragraph != paragraph:
            paragraph, update = sentence.paragraph, label_day(beside[0], story)
        here = update or setting.here
        quotation, quoted = quotation_day(beside, replace(setting, here=here))
        for e in beside:
            anchor = quotation if quotation is not None and e.i in quoted else here
            local = replace(setting, here=anchor, tense=tense(e))
            rule = RULES[e.form]
            value = rule(e, local)
            if value is None:
                continue
            if value.days is not None and e.form in _SPOKEN | {"month", "year", "season"}:
                one = value.days.first == value.days.last and e.form in _SPOKEN
                spoken = Anchor(value.days.first, "spoken of before") if one else setting.spoken
                setting = replace(setting, spoken=spoken, spoken_of=value.days)
            yield setting, Reckoned(e, value, rule.__name__)


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
