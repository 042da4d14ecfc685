"""What the markup of an HTML page says of its lines: captions, bylines, leads, boxes of links, tables of contents."""

import re
from typing import Final

from fogline.nouns import BlockKind
from fogline.page import shapes
from fogline.page.dom import Line
from fogline.page.layout import Unit

_CAPTION: Final = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|wp-caption-text|img-?cap|(?:photo|image|media)-?caption|captiontext|cutline)(?:$|[\s_-])"
)
_BYLINE: Final = re.compile(
    r"(?:^|[\s_-])(?:byline|byl|authors?|contributor|writer|dateline|pubdate|publish(?:ed)?(?:-?(?:date|time|on))?"
    r"|datepublished|timestamp|datetime|(?:article|post|entry|meta)-?date|date)(?:$|[\s_-])"
)
_LEAD: Final = re.compile(r"standfirst|subhead|sub-?title|dek\b|deck|lead\b|summary|kicker")
_BIO: Final = re.compile(r"bio|about|profile|card|box")
_APPARATUS: Final = re.compile(
    r"(?:^|\s)(?:toc|reflist|references|catlinks|navbox|mw-editsection|printfooter|site-?footer|footer|colophon|breadcrumbs?)(?:$|\s)"
)
"""Boxes around a text that are none of it: contents, references, categories, footers."""
_ASIDE: Final = frozenset({"nav", "aside", "footer", "form", "menu"})
_HEADINGS: Final = frozenset({"h2", "h3", "h4"})


def told(
    found: list[Line], made: list[Unit], kinds: list[BlockKind], inside: list[bool], headline: int | None
) -> set[int]:
    """The page's markup says it: a caption, an author or date element, a navigation, a box of contents or references.

    Changes `kinds` and gives the lines whose kind the markup has told.
    """
    before = list(kinds)
    first = next((i for i, kind in enumerate(kinds) if kind == "body" and i > (headline or -1)), len(found))
    last = max((i for i, flag in enumerate(inside) if flag), default=-1)
    top = (headline if headline is not None else first - 12) - 3
    for i, line in enumerate(found):
        if i != headline:
            near = top <= i <= last
            below = headline is not None and headline < i < first
            kinds[i] = _element(line, made[i], kinds[i], near, inside[i]) or _names(
                line, made[i], kinds[i], near and i <= first, below, i > first, inside[i]
            )
    _captions_once(found, kinds)
    _heads_and_stamps(found, made, kinds, headline, first, last)
    _linked_lines(found, made, kinds, first)
    _dangling_heads(found, made, kinds, first)
    return {i for i, kind in enumerate(kinds) if kind != before[i]}


def _element(line: Line, unit: Unit, kind: BlockKind, near: bool, inside: bool) -> BlockKind | None:
    """What the element that holds a line makes of it; None where it says nothing."""
    if "figcaption" in line.tags or line.tag in {"figcaption", "caption"} or _CAPTION.search(line.names):
        return "caption" if near and line.tag != "caption" and not line.tags & {"nav", "footer"} else "furniture"
    if line.tags & {"nav", "footer", "form"} and not inside and kind not in {"correction", "postscript"}:
        return "furniture"
    if line.names and kind not in {"correction", "postscript"} and _APPARATUS.search(line.names):
        return "furniture"
    return "furniture" if kind == "headline" and not near else None


def _names(
    line: Line, unit: Unit, kind: BlockKind, above: bool, below_headline: bool, later: bool, inside: bool
) -> BlockKind:
    """What the names of the elements around a line make of it, where its words don't say."""
    if kind not in {"furniture", "body"} or unit.says("furniture", sure=True):
        return kind
    if above and _says_who_or_when(line, unit) and not (inside and unit.ended) and not shapes.STAMP.match(unit.text):
        return "byline"
    if below_headline and unit.words >= 6 and _LEAD.search(line.names):
        return "headline"
    if later and unit.words <= 90 and "author" in line.names and _BIO.search(line.names):
        return "furniture"
    return kind


def _says_who_or_when(line: Line, unit: Unit) -> bool:
    return unit.words <= 20 and (line.stamp is not None or bool(_BYLINE.search(line.names)))


def _captions_once(found: list[Line], kinds: list[BlockKind]) -> None:
    """The pictures of a gallery repeat their caption."""
    said: set[str] = set()
    for i, line in enumerate(found):
        if kinds[i] == "caption":
            if line.text in said:
                kinds[i] = "furniture"
            said.add(line.text)


def _heads_and_stamps(
    found: list[Line], made: list[Unit], kinds: list[BlockKind], headline: int | None, first: int, last: int
) -> None:
    """Time stamps and section heads that the extractor drops go with the entry below them."""
    start = first if headline is None else headline
    for i in range(last - 1, start, -1):
        line = found[i]
        if kinds[i] not in {"furniture", "byline"} or made[i].says("furniture", sure=True):
            continue
        stamped = shapes.STAMP.match(line.text) is not None
        # Above the first paragraph only a live page's entry has a head: its time, or a line below its time.
        entry = i > first or shapes.STAMP.match(found[i - 1].text) is not None
        heading = stamped or (entry and (line.stamp or (line.tag in _HEADINGS and line.linked < 0.5)))
        apart = line.tags & _ASIDE or _APPARATUS.search(line.names)
        if heading and not apart and _above_body(found, kinds, i):
            kinds[i] = "body"


def _above_body(found: list[Line], kinds: list[BlockKind], i: int) -> bool:
    following = next((j for j in range(i + 1, min(i + 3, len(found))) if found[j].tag not in _HEADINGS), None)
    return following is not None and kinds[following] == "body"


def _linked_lines(found: list[Line], made: list[Unit], kinds: list[BlockKind], first: int) -> None:
    """A short line amid the story that is all link and no sentence leads to another story."""
    for i in range(first + 1, len(found)):
        line = found[i]
        listed = line.tag == "li" and found[i - 1].text[-1:] == ":"
        short = line.linked >= 0.95 and line.text[-1:] not in '.”"' and 3 <= made[i].words <= 20
        if kinds[i] == "body" and short and not listed and line.tag not in _HEADINGS:
            kinds[i] = "furniture"


def _dangling_heads(found: list[Line], made: list[Unit], kinds: list[BlockKind], first: int) -> None:
    """A section head at the end of the story, whose section is none of it, goes too."""
    for i in range(len(found) - 1, first, -1):
        if kinds[i] != "body":
            continue
        if found[i].tag not in _HEADINGS or made[i].ended or made[i].words > 6:
            return
        kinds[i] = "furniture"
