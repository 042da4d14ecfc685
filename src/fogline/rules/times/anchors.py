"""Days of telling other than the day of publication: of a caption, an update, a section, a dateline, a quotation."""

from typing import Final

from msgspec.structs import replace

from fogline.rules.times.scan import Expression
from fogline.rules.times.setting import Anchor, Setting, Value, tense
from fogline.rules.times.values import RULES
from fogline.rules.times.words import cues

__all__ = ["as_dateline", "block_day", "dateline_day", "label_day", "quotation_day", "section_day"]

_DAYS: Final = frozenset(["date", "numeric", "weekday", "weekday_short"])
_OLD: Final = 14
"""A dateline at most so many days older than the publication is a day of telling; an older one is another's."""
_TELLING: Final = cues("telling")
_LABELS: Final = cues("label")
_QUOTES: Final = frozenset(['"', "\u201c", "\u201d", "``", "''", "«", "»", "\u201e"])


def _value(e: Expression, setting: Setting) -> Value | None:
    value = RULES[e.form](e, setting)
    one_day = value is not None and value.days is not None and value.days.first == value.days.last
    return value if one_day else None


def _anchor(value: Value | None, how: str) -> Anchor | None:
    return Anchor(value.days.first, how) if value is not None and value.days is not None else None


def block_day(found: tuple[Expression, ...], at: int, story: Setting) -> Anchor | None:
    """The day of telling that a caption or a postscript has of its own; `found[at]` is its first expression."""
    first = found[at]
    kind, block = first.sentence.kind, first.sentence.block
    if kind == "caption":
        for e in found[at:]:
            if e.sentence.block != block:
                break
            if (e.form == "date" and e.of("Y^")) or e.form == "numeric":
                day = _anchor(_value(e, Setting(None, None, None, "past", story.day_first)), "caption day")
                if day is not None:
                    return day
    if kind == "postscript":
        for e in found[at : at + 2]:
            if e.sentence.block == block and e.i <= 6 and e.form in _DAYS and _heads(e):
                day = _anchor(_value(e, Setting(story.here, None, None, "future", story.day_first)), "postscript day")
                if day is not None:
                    return day
    return None


def _heads(e: Expression) -> bool:
    """Does the expression head its block: only a label before it, a colon, dash, clock or full stop soon after?"""
    after = e.after()
    return all(
        t.tag.startswith("NN") or not t.text[:1].isalpha() or t.text.isupper() or t.low in {"on", "added"}
        for t in e.sentence.tokens[: e.i]
    ) and (after is None or after.low in {":", "-", "–", "—", ".", ")", ",", "]"} or after.text[:1].isdigit())


def label_day(e: Expression, story: Setting) -> Anchor | None:
    """The day of an update inside a text: "UPDATE Monday 07:10: …"; it comes after the day of telling."""
    first = e.sentence.tokens[0]
    if (
        e.form not in _DAYS
        or e.sentence.kind != "body"
        or first.low not in _LABELS
        or not 1 <= e.i <= 4
        or not _heads(e)
    ):
        return None
    return _anchor(_value(e, Setting(story.here, None, None, "future", story.day_first)), "update of")


def section_day(e: Expression, story: Setting) -> Anchor | None:
    """The day of a section: a line of its own with nothing but a day, or a day and a clock time, such as logs have."""
    tokens = e.sentence.tokens
    if e.form not in _DAYS or e.i > 1 or len(tokens) - e.j > 4 or story.here is None or e.sentence.kind != "body":
        return None
    if any(
        t.text[:1].isalpha() and t.low not in {"gmt", "utc", "local", "time"} for t in (*tokens[: e.i], *tokens[e.j :])
    ):
        return None
    day = _anchor(_value(e, Setting(story.here, None, None, "past", story.day_first)), "section of")
    return day if day is not None and -7 <= (story.here.at - day.at).days <= 370 else None


def as_dateline(e: Expression) -> bool:
    """Does a day stand near the head of the text, after a place: "KABUL, Oct. 5 —"?"""
    lead, after = e.sentence.tokens[: e.i], e.after()
    return len(lead) <= 12 and any(t.text.isupper() for t in lead) and (after is None or not after.text[:1].isalnum())


def dateline_day(found: tuple[Expression, ...], story: Setting) -> Anchor | None:
    """The day of the dateline, where it is not that of the publication but a few days older."""
    if story.here is None:
        return None
    body = next((e.sentence for e in found if e.sentence.kind == "body"), None)
    for e in found:
        if e.sentence.kind == "dateline" or (e.sentence is body and as_dateline(e)):
            day = _anchor(_value(e, Setting(story.here, None, None, "past", story.day_first)), "dateline")
            if e.form in {"date", "numeric"} and day is not None:
                return day if 0 < (story.here.at - day.at).days <= _OLD else None
        if e.sentence.kind == "body" and e.sentence is not body:
            break
    return None


def quotation_day(beside: tuple[Expression, ...], setting: Setting) -> tuple[Anchor | None, frozenset[int]]:
    """The day on which a quotation of a sentence was spoken, as told beside it: "…," she said on Monday.

    `beside`: the expressions of the sentence. Also returns the `i` of those inside quotation marks.
    """
    inside = _quoted(beside) if len(beside) > 1 else frozenset()
    if inside:
        for e in beside:
            if e.i not in inside and e.form in _DAYS | {"today"} and _of_telling(e):
                return _anchor(_value(e, replace(setting, tense=tense(e))), "spoken on"), inside
    return None, inside


def _quoted(beside: tuple[Expression, ...]) -> frozenset[int]:
    found, marks, at = [], 0, 0
    tokens = beside[0].sentence.tokens
    for e in beside:
        marks += sum(t.text in _QUOTES for t in tokens[at : e.i])
        at = e.i
        if marks % 2:
            found.append(e.i)
    return frozenset(found)


def _of_telling(e: Expression) -> bool:
    """Does a verb of telling stand just before the expression?"""
    return any(t.low in _TELLING for t in e.sentence.tokens[max(0, e.i - 4) : e.i])
