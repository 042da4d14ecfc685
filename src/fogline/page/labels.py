"""What each part of a page is: headline, byline, caption, body, furniture; by words, layout, neighbours."""

from collections.abc import Collection
from typing import Final

from fogline.nouns import Block, BlockKind
from fogline.page import heads, shapes
from fogline.page.footer import label_foot, notes_go_on
from fogline.page.layout import Unit, units
from fogline.page.masthead import label_head, split_head
from fogline.page.sequence import content, score

_RULES: Final[dict[BlockKind, str]] = {
    "headline": "page.masthead.headline",
    "byline": "page.shapes.byline",
    "dateline": "page.shapes.date_line",
    "caption": "page.shapes.caption",
    "correction": "page.shapes.note",
    "postscript": "page.shapes.note",
    "body": "page.sequence.content",
    "furniture": "page.sequence.content",
}


def label(text: str) -> list[Block]:
    """The labelled blocks of a plain text, in order; every visible character lies in one of them. Linear."""
    found = units(text)
    return blocks_of(text, found, kinds_of(found))


def kinds_of(found: list[Unit], inside: list[bool] | None = None, headline: int | None = None) -> list[BlockKind]:
    """The kind of each paragraph.

    An HTML page's markup may tell beforehand which paragraphs are `inside` the report and which one is the `headline`.
    """
    if not found:
        return []
    markup = inside is not None
    if inside is None:
        inside = content(found)
    kinds: list[BlockKind] = ["body" if flag else "furniture" for flag in inside]
    prose = (i for i, unit in enumerate(found) if inside[i] and _opens(unit))
    first = next((i for i in prose if not _no_prose(found[i], i)), None)
    if first is None:
        first = next((i for i, flag in enumerate(inside) if flag), len(found))
    last = max((i for i, flag in enumerate(inside) if flag), default=-1)
    noisy = is_noisy(found)
    _own_words(found, kinds, inside, first, last, noisy)
    if not markup:
        _resume(found, kinds, last)
    first = next((i for i in range(first, len(found)) if kinds[i] == "body"), first)
    first = split_head(found, kinds, first)
    label_head(found, kinds, first, headline, noisy)
    if noisy and not markup:
        _teasers(found, kinds, first)
    label_foot(found, kinds, first, last, noisy)
    notes_go_on(found, kinds, first)
    return kinds


def _no_prose(unit: Unit, i: int) -> bool:
    """A note, or a line near the top that gives the day of issue: it may be as long as prose."""
    return shapes.note(unit) is not None or (i < 12 and heads.issued(unit))


def is_noisy(found: list[Unit]) -> bool:
    """Does the page carry its furniture? Three lines that are boilerplate and nothing else show it."""
    return sum(1 for unit in found if unit.cues and unit.words <= 14 and unit.says("furniture", sure=True)) >= 3


def _own_words(
    found: list[Unit], kinds: list[BlockKind], inside: list[bool], first: int, last: int, noisy: bool
) -> None:
    """What a paragraph's own words say it is: boilerplate, a caption, a correction, a postscript."""
    for i, unit in enumerate(found):
        if i and shapes.CAPTION_BELOW.match(found[i - 1].text) and unit.words > 2:
            kinds[i] = "caption"
        elif unit.says("furniture", sure=True) and not shapes.caption(unit):
            if noisy or not inside[i] or not _is_story(unit):
                kinds[i] = "furniture"
        elif i <= last and (i < first or inside[i]) and shapes.caption(unit):
            kinds[i] = "caption"
        elif inside[i] or i > first:
            kind = None if i < first and _slugged(unit, i) else shapes.note(unit)
            if kind and (inside[i] or unit.words >= 6):
                kinds[i] = kind


def _slugged(unit: Unit, i: int) -> bool:
    """A headline with a wire's slug; on the first line of a page also one behind "UPDATE:"."""
    return heads.slugged(unit) or (i == 0 and not unit.ended and 4 <= unit.words <= 20)


def _is_story(unit: Unit) -> bool:
    """A full sentence in which a phrase of boilerplate stands, but not at its head: news about cookies is no banner."""
    cues = [cue for cue in unit.cues if cue.kind == "furniture" and cue.sure]
    return (
        unit.ended and unit.words >= 16 and all(cue.at == "in" and cue.longest < 90 for cue in cues) and len(cues) < 2
    )


def _opens(unit: Unit) -> bool:
    """Could the report begin here? A question or a cry of a few words is a headline even with its mark."""
    if shapes.QUOTED.match(unit.text):
        return False
    return unit.words >= 5 and score(unit) > 0.8 and not (unit.words < 20 and unit.text[-1] in "?!")


def _resume(found: list[Unit], kinds: list[BlockKind], last: int) -> None:
    """A list of links to other stories does not end the report when prose about the same things follows it."""
    head = next((i for i in range(last + 1, len(found)) if _opens_links(found[i])), None)
    if head is None or last < 0:
        return
    i = head + 1
    while i < len(found) and i < head + 12 and not found[i].ended and found[i].words <= 20:
        if any(cue.opens == "comments" for cue in found[i].cues):
            return
        i += 1
    told = {word for j in range(last + 1) if kinds[j] == "body" for word in shapes.telling(found[j].text)}
    while i < len(found) and i > head + 1 and _is_prose(found[i]) and len(shapes.telling(found[i].text) & told) >= 3:
        kinds[i] = "body"
        i += 1


def _opens_links(unit: Unit) -> bool:
    return any(cue.opens == "links" for cue in unit.cues)


def _is_prose(unit: Unit) -> bool:
    return unit.ended and unit.words >= 10 and score(unit) > 0.8


def _teasers(found: list[Unit], kinds: list[BlockKind], first: int) -> None:
    """Amid the body of a page that carries its furniture, lines like headlines in a row are links to other stories."""
    run: list[int] = []
    for i in range(first + 1, len(found)):
        unit = found[i]
        if kinds[i] == "body" and not unit.ended and 5 <= unit.words <= 20 and _like_a_headline(unit):
            run.append(i)
            continue
        if len(run) >= 2 and found[run[0] - 1].text[-1] != ":":
            for j in run:
                kinds[j] = "furniture"
        run = []


def _like_a_headline(unit: Unit) -> bool:
    text = unit.text
    return text[-1].isalnum() and not shapes.BULLET.match(text) and text[0] not in '“«"(' and not text[0].islower()


def blocks_of(text: str, found: list[Unit], kinds: list[BlockKind], marked: Collection[int] = ()) -> list[Block]:
    """Join neighbours of one kind into blocks, and cut the dateline off the first paragraphs of the body.

    `marked` are the paragraphs whose kind an HTML page's markup has told.
    """
    blocks: list[Block] = []
    bodies = 0
    for i, (unit, kind) in enumerate(zip(found, kinds, strict=True)):
        start = unit.start
        if kind == "body":
            bodies += 1
            cut = shapes.dateline(unit.text) if bodies <= 2 else 0
            if cut and unit.text[cut - 1] == ":" and (bodies > 1 or text.count(unit.text[:cut]) > 1):
                cut = 0  # a speaker's turn in a transcript, not a city
            if cut:
                blocks.append(Block(start, start + cut, "dateline", "page.shapes.dateline"))
                start += cut
                while start < unit.end and text[start].isspace():
                    start += 1
        if start >= unit.end:
            continue
        if blocks and blocks[-1].kind == kind and kind != "caption":
            blocks[-1] = Block(blocks[-1].start, unit.end, kind, blocks[-1].rule)
        else:
            blocks.append(Block(start, unit.end, kind, "page.markup.told" if i in marked else _RULES[kind]))
    return blocks
