"""What each part of a plain page is: headline, byline, caption, body, furniture; by words, layout, neighbours."""

from typing import Final

from fogline.nouns import Block, BlockKind
from fogline.page import shapes
from fogline.page.days import days
from fogline.page.layout import Unit, units
from fogline.page.sequence import content, score

_RULES: Final[dict[BlockKind, str]] = {
    "headline": "page.labels.header",
    "byline": "page.labels.header",
    "dateline": "page.labels.header",
    "caption": "page.shapes.caption",
    "correction": "page.shapes.note",
    "postscript": "page.shapes.note",
    "body": "page.sequence.content",
    "furniture": "page.sequence.content",
}


_WHO: Final = frozenset({"by", "author", "authors", "written by", "reporter", "story by", "reported by"})


def label(text: str) -> list[Block]:
    """The labelled blocks of a plain text, in order; every visible character lies in one of them. Linear."""
    found = units(text)
    kinds = kinds_of(found)
    return blocks_of(text, found, kinds)


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
    first = next((i for i in prose if shapes.note(found[i]) is None), None)
    if first is None:
        first = next((i for i, flag in enumerate(inside) if flag), len(found))
    last = max((i for i, flag in enumerate(inside) if flag), default=-1)
    noisy = is_noisy(found)
    for i, unit in enumerate(found):
        if i and shapes.CAPTION_BELOW.match(found[i - 1].text) and unit.words > 2:
            kinds[i] = "caption"
        elif unit.says("furniture", sure=True) and not shapes.caption(unit):
            if noisy or not inside[i] or not _is_story(unit):
                kinds[i] = "furniture"
        elif i <= last and (i < first or inside[i]) and shapes.caption(unit):
            kinds[i] = "caption"
        elif inside[i] or i > first:
            kind = shapes.note(unit)
            if kind and (inside[i] or unit.words >= 6):
                kinds[i] = kind
    first = next((i for i in range(first, len(found)) if kinds[i] == "body"), first)
    first = _split_header(found, kinds, first)
    header(found, kinds, first, headline, noisy)
    if noisy and not markup:
        _teasers(found, kinds, first)
    _footer(found, kinds, first, last)
    return kinds


def is_noisy(found: list[Unit]) -> bool:
    """Does the page carry its furniture? Three lines that are boilerplate and nothing else show it."""
    return sum(1 for unit in found if unit.cues and unit.words <= 14 and unit.says("furniture", sure=True)) >= 3


def _is_story(unit: Unit) -> bool:
    """A full sentence in which a phrase of boilerplate stands, but not at its head: news about cookies is no banner."""
    cues = [cue for cue in unit.cues if cue.kind == "furniture" and cue.sure]
    return (
        unit.ended and unit.words >= 16 and all(cue.at == "in" and cue.longest < 90 for cue in cues) and len(cues) < 2
    )


def _opens(unit: Unit) -> bool:
    """Could the report begin here? A question or a cry of a few words is a headline even with its mark."""
    return unit.words >= 5 and score(unit) > 0.8 and not (unit.words < 20 and unit.text[-1] in "?!")


def _split_header(found: list[Unit], kinds: list[BlockKind], first: int) -> int:
    """Where the prose begins when a standfirst stands above "By", a name and a date, each on a line of its own."""
    words = found[first].words if first < len(found) else 0
    for i in range(first + 1, min(first + 5, len(found) - 1)):
        unit = found[i]
        if kinds[i] == "body" and unit.words <= 16 and (unit.text.lower() in {"by", "by:"} or shapes.byline(unit)):
            break
        if kinds[i] == "body" and shapes.dated(unit):
            break
        words += unit.words
        if words > 45:
            return first
    else:
        return first
    last = i
    while last + 1 < len(found) and last < i + 4 and not (found[last + 1].ended or found[last + 1].words > 16):
        last += 1
    if last + 1 >= len(found) or (first == 0 and words > 30):
        return first
    for j in range(first, last + 1):
        if kinds[j] == "body":
            kinds[j] = "furniture"
    return last + 1


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


def header(found: list[Unit], kinds: list[BlockKind], first: int, known: int | None, noisy: bool) -> None:
    """The line stands above the first paragraph and looks like a headline, a byline or a date line."""
    candidates: list[int] = []
    for i in range(min(first, len(found))):
        unit = found[i]
        if kinds[i] in {"caption", "correction", "postscript"}:
            continue
        if unit.says("furniture", sure=True) and not shapes.byline(unit):
            kinds[i] = "furniture"
            continue
        day = next(iter(days(unit.text[:200])), None) if unit.words <= 16 else None
        whole = day is not None and day[1] - day[0] >= len(unit.text) - 2 and not shapes.CLOCK.search(unit.text)
        placed = i >= max(1, first - 1) and shapes.PLACE_LINE.match(unit.text)
        if whole or placed or shapes.DATE_SHAPED.match(unit.text):
            kinds[i] = "dateline"
        elif (
            (i and found[i - 1].text.lower().rstrip(": ") in _WHO and shapes.NAMES_ONLY.match(unit.text))
            or (
                day
                and unit.words <= 16
                and not shapes.WIRE_SLUG.match(unit.text)
                and (unit.words <= 9 or shapes.byline(unit) or shapes.CLOCK.search(unit.text))
            )
            or shapes.byline(unit)
        ):
            kinds[i] = "byline"
        elif (
            unit.separators >= 2
            or (unit.says("furniture") and unit.words < 5)
            or shapes.MAIL.match(unit.text)
            or shapes.WIRE_SLUG.match(unit.text)
        ):
            kinds[i] = "furniture"
        else:
            kinds[i] = "furniture"
            if 2 <= unit.words <= 30 and any(char.isalpha() for char in unit.text):
                candidates.append(i)
    best = known if known is not None else _headline(found, kinds, candidates, first)
    if best is None and first < len(found) and kinds[first] == "body":
        # No prose yet: a lone short line on top is the headline even where it ran on into the body.
        unit = found[first]
        if first == 0 and len(found) > 1 and unit.words <= 25 and not unit.ended:
            kinds[0] = "headline"
        return
    if best is None:
        return
    kinds[best] = "headline"
    for j in range(best + 1, first):
        if kinds[j] == "furniture" and not found[j].says("furniture", sure=True):
            unit = found[j]
            # Summary points and a standfirst belong to the headline; names alone are a byline.
            if shapes.BULLET.match(unit.text) and kinds[j - 1] == "headline":
                kinds[j] = "headline"
            elif (
                (shapes.NAMES_ONLY.match(unit.text) or shapes.AGENCY_LINE.match(unit.text))
                and kinds[j - 1] in {"headline", "byline"}
                and unit.words <= 5
            ):
                kinds[j] = "byline"
            elif unit.words >= 8 and kinds[j - 1] == "headline" and unit.separators == 0 and unit.text[-1] != ":":
                kinds[j] = "headline"
    # "The minister said:" right above the prose belongs to it.
    for j in range(first - 1, best, -1):
        unit = found[j]
        if kinds[j] != "furniture" or unit.says("furniture") or unit.separators or shapes.MAIL.match(unit.text):
            break
        # On a page without furniture a lone short line there is a section head.
        if unit.text[-1] != ":" and not (unit.ended and unit.words >= 5) and noisy:
            break
        kinds[j] = "body"
    # The page's own title, above the menu, says the headline once more.
    main = set(found[best].text.lower().split())
    for j in range(best):
        shared = set(found[j].text.lower().split())
        if kinds[j] == "furniture" and 4 <= found[j].words <= 30 and not found[j].says("furniture", sure=True):
            same = len(shared & main)
            if (same >= 0.4 * min(len(shared), len(main)) and same >= 3) or (
                j == 0 and same >= 2 and shapes.PAGE_TITLE.search(found[j].text)
            ):
                kinds[j] = "headline"


def _headline(found: list[Unit], kinds: list[BlockKind], candidates: list[int], first: int) -> int | None:
    best: tuple[float, int] | None = None
    between = [0]
    chosen = set(candidates)
    for i in range(first):
        between.append(between[-1] + (kinds[i] == "furniture" and i not in chosen))
    for i in candidates:
        unit = found[i]
        value = 0.0
        value += 1.0 if unit.words >= 5 else 0.0 if unit.words >= 3 else -1.5
        value += 0.5 if 6 <= unit.words <= 18 else 0.0
        value -= 1.5 if unit.ended and not unit.text.endswith(("?", "!")) else 0.0
        value -= 1.0 if unit.text.isupper() and unit.words <= 4 else 0.0
        # Of two candidates the upper one is the headline and the lower one its standfirst, unless furniture parts them.
        value -= 0.4 * (between[first] - between[i + 1])
        value -= 2.0 if unit.text[-1] == ":" else 0.0
        value -= 0.5 if unit.says("furniture") else 0.0
        # A byline or date right below is the surest sign.
        if i + 1 < len(found) and kinds[i + 1] in {"byline", "dateline"}:
            value += 2.0 if unit.words >= 5 else 1.0
        value -= (
            3.0
            if shapes.BULLET.match(unit.text)
            or shapes.AGENCY_LINE.match(unit.text)
            or (shapes.NAMES_ONLY.match(unit.text) and unit.words < 4)
            else 0.0
        )
        if best is None or value > best[0]:
            best = value, i
    return best[1] if best else None


def _footer(found: list[Unit], kinds: list[BlockKind], first: int, last: int) -> None:
    """Below the first paragraph: credits, an author's bio, addresses, and what trails after the notes."""
    titles = {unit.text for unit, kind in zip(found, kinds, strict=True) if kind == "headline"}
    noisy = is_noisy(found)
    for i in range(first, len(found)):
        unit = found[i]
        if (
            kinds[i] == "body"
            and not unit.ended
            and i > first
            and (unit.text in titles or (noisy and shapes.shouted(unit)))
        ):
            kinds[i] = "furniture"
        if kinds[i] not in {"body", "furniture"}:
            continue
        cue = unit.says("byline")
        if cue and cue.tail and (kinds[i] == "body" or i >= last):
            kinds[i] = "byline"
        elif kinds[i] != "body":
            continue
        elif (
            shapes.MAIL.match(unit.text)
            or (i >= last - 1 and shapes.WIRE_SLUG.match(unit.text) and unit.words <= 3)
            or (i >= last - 2 and shapes.ADDRESS.match(unit.text))
        ):
            kinds[i] = "furniture"
        elif i >= last - 3 and shapes.INITIALS.match(unit.text) and len(unit.text) < 20:
            kinds[i] = "byline"
        elif (i > first and i >= last - 2 and shapes.bio(unit)) or (
            i > first and unit.words <= 3 and unit.separators == 0 and i > first and _is_tail(found, kinds, i)
        ):
            kinds[i] = "furniture"


def _is_tail(found: list[Unit], kinds: list[BlockKind], i: int) -> bool:
    """A scrap of a line with nothing but furniture below."""
    if found[i].ended:
        return False
    following = kinds[i + 1 : i + 4]
    return all(kind == "furniture" for kind in following or kinds[i - 1 : i])


def blocks_of(text: str, found: list[Unit], kinds: list[BlockKind]) -> list[Block]:
    """Join neighbours of one kind into blocks, and cut the dateline off the first paragraphs of the body."""
    blocks: list[Block] = []
    bodies = 0
    for unit, kind in zip(found, kinds, strict=True):
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
            blocks.append(Block(start, unit.end, kind, _RULES[kind]))
    return blocks
