"""Check a reading against marked text (see `fogline.marked`): every mark must be found, to the letter."""

from functools import cache
from typing import Any

from msgspec.structs import replace

from fogline.desk import Desk, load_desk
from fogline.grammar import parse
from fogline.marked import Mark, parse_marked
from fogline.nouns import Block, BlockKind, Day, Reading, Report, Span, identity
from fogline.page import open_page
from fogline.rules import actors, places
from fogline.rules.context import Actor, Context

DAY = "2016-11-03"
"""Marked texts are published on this day, a Thursday, unless they say otherwise."""

LAYERS = {
    "time": "times",
    "place": "places",
    "claim": "claims",
    "event": "events",
    "figure": "figures",
    "forecast": "forecasts",
}


def report_of(text: str, day: str | None = DAY, kind: BlockKind = "body") -> Report:
    """A report of one block, published on `day` as if its page had said so."""
    return Report(
        id=identity("report", text),
        text=text,
        title=None,
        outlet=None,
        author=None,
        language="en",
        published=Day(day, "stated", "test") if day else None,
        blocks=(Block(0, len(text), kind),),
    )


@cache
def rules_only() -> Desk:
    """The desk without its reader: what marked text checks are the rules."""
    return replace(load_desk(), reader=None)


def read(text: str, day: str | None = DAY, kind: BlockKind = "body") -> Reading:
    """Read a text of one block by the rules."""
    return rules_only().read(report_of(text, day, kind))


def check(marked: str, day: str | None = DAY, kind: BlockKind = "body", layer: str | None = None) -> None:
    """Read marked text and assert each mark; with `layer`, text without any mark must give nothing in that layer."""
    text, marks = parse_marked(marked)
    if layer == "blocks" or any(mark.kind == "block" for mark in marks):
        check_blocks(marked, text, marks)
        return
    reading = read(text, day, kind)
    for mark in marks:
        problem = _problem(mark, reading, text, day)
        assert problem is None, f"{marked!r}: <{mark.kind}> {text[mark.start : mark.end]!r}: {problem}"
    if layer and not marks:
        found = [item.text for item in _items(layer, reading, text, day)]
        assert not found, f"{marked!r}: {layer} found {found}"


def check_blocks(marked: str, text: str, marks: tuple[Mark, ...]) -> None:
    """Open the text as a page: the words of a mark lie in blocks of its kind, all others in headline and body."""
    wanted: list[str | None] = [None] * len(text)
    for mark in marks:
        wanted[mark.start : mark.end] = [mark.attributes["kind"]] * (mark.end - mark.start)
    got: list[str | None] = [None] * len(text)
    for block in open_page(text.encode(), "page.txt").blocks:
        got[block.start : block.end] = [block.kind] * (block.end - block.start)
    wrong = [
        (want, kind, text[max(0, i - 10) : i + 30])
        for i, (want, kind) in enumerate(zip(wanted, got, strict=True))
        if not text[i].isspace() and (kind != want if want else kind not in {"headline", "body"})
    ]
    assert not wrong, f"{marked!r}: wanted {wrong[0][0] or 'headline or body'}, got {wrong[0][1]} at {wrong[0][2]!r}"


def actors_of(text: str, day: str | None = DAY, kind: BlockKind = "body") -> tuple[Actor, ...]:
    """The actors of a text of one block; a reading does not hold them."""
    desk = rules_only()
    prose = parse(report_of(text, day, kind), desk.tagger)
    context = Context(prose=prose, atlas=desk.atlas, roster=desk.roster)
    return actors.find(replace(context, places=places.find(context)))


def _items(layer: str, reading: Reading, text: str, day: str | None) -> list[Span]:
    if layer == "actors":
        return list(actors_of(text, day))
    return [item for item in getattr(reading, layer) if getattr(item, "mode", "") != "narrated"]


def _problem(mark: Mark, reading: Reading, text: str, day: str | None) -> str | None:
    if mark.kind == "not":
        items = _items(mark.attributes["layer"], reading, text, day)
        inside = [item.text for item in items if item.start < mark.end and mark.start < item.end]
        return f"found {inside}" if inside else None
    if mark.kind in {"source", "cue", "hedge"}:
        parts = [getattr(claim, mark.kind) for claim in reading.claims]
        spans = [(part.start, part.end) for part in parts if part is not None and part.start is not None]
        return None if (mark.start, mark.end) in spans else f"no such {mark.kind}, but {[text[a:b] for a, b in spans]}"
    if mark.kind == "actor":
        found: tuple[Span, ...] = actors_of(text, day)
    else:
        found = getattr(reading, LAYERS[mark.kind])
    same = [item for item in found if (item.start, item.end) == (mark.start, mark.end)]
    if not same:
        return f"not found, but {[item.text for item in found]}"
    wrong = [_differences(item, mark.attributes) for item in same]
    return None if not all(wrong) else str(wrong[0])


def _differences(item: Span, attributes: dict[str, str]) -> dict[str, str]:
    return {
        name: f"{_plain(getattr(item, name))!r} is not {wanted!r}"
        for name, wanted in attributes.items()
        if not _same(_plain(getattr(item, name)), wanted)
    }


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    for part in ("name", "low", "text"):
        if hasattr(value, part):
            return _plain(getattr(value, part))
    return "null" if value is None else str(value)


def _same(got: str, wanted: str) -> bool:
    try:
        return abs(float(got) - float(wanted)) < 1e-6
    except ValueError:
        return got == wanted
