"""HTML → text with labelled blocks. trafilatura tells what the article is; we keep our own lines, in the page's order,
and give back what an extractor throws away: captions, bylines, datelines, corrections, postscripts.
"""

import logging
import re
from collections import Counter
from typing import Final

from lxml import html
from msgspec.structs import replace

from fogline.nouns import Block, BlockKind
from fogline.page import credit
from fogline.page.dom import Line, lines, parse
from fogline.page.labels import blocks_of, kinds_of
from fogline.page.layout import Unit, unit
from fogline.page.markup import told
from fogline.page.metadata import Metadata, metadata
from fogline.page.sequence import content

_WORD: Final = re.compile(r"\w+")
_GRAM: Final = 3
_VOTE: Final = 3.0
"""What trafilatura's word on a line weighs against the look of its words (one paragraph of prose scores 3)."""
_NEIGHBOUR: Final = -1.0
"""The same for a line that it leaves out, in a container whose lines it mostly keeps."""
_LINKS: Final = 3.5
"""What a line loses that is all link."""
_ASIDE: Final = frozenset({"nav", "aside", "footer", "form", "menu"})

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def extract(text: str) -> tuple[str, list[Block], Metadata]:
    """The report's own text with its blocks, and what the page's head says; no text for a page without words."""
    tree, deep = parse(text)
    if tree is None:
        return "", [], Metadata()
    head = metadata(tree)
    found = lines(tree)
    if not found:
        return "", [], head
    made = [unit(line.text) for line in found]
    headline = _headline(found, made, head.title)
    # What nests too deep costs the extractor quadratic time: our own lines alone tell.
    inside = _inside("" if deep else _article(tree), found, made, headline)
    kinds = kinds_of(made, inside, headline)
    marked = told(found, made, kinds, inside, headline)
    if head.outlet is None:
        words = [line.text for line in found]
        named = credit.outlet_in_title(
            head.page_title or "", found[headline].text if headline is not None else "", words
        )
        head = replace(head, outlet=named or _outlet(words, headline))
    return (*_assemble(found, made, kinds, headline, marked), head)


def _outlet(words: list[str], headline: int | None) -> str | None:
    """The outlet as the page's own lines name it: above the headline, or as the holder of the rights."""
    holder = credit.owner(reversed(words))
    return credit.named_above(words[: headline or 0], holder) or holder


def _article(tree: html.HtmlElement) -> str:
    """What trafilatura takes for the article; empty where it finds none or fails on a hostile page."""
    best = ""
    import trafilatura  # takes a tenth of a second to load, and plain text never needs it

    for precise in (True, False):
        try:
            document = trafilatura.bare_extraction(tree, include_comments=False, favor_precision=precise, fast=True)
        except Exception:  # noqa: S112 - a page that breaks the extractor is read by our own lines instead
            continue
        words = (document.text if document is not None else "") or ""  # type: ignore[union-attr]
        if len(words) > 2.5 * len(best):
            best = words
        if precise and len(best) > 1200:
            break
    return best


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _inside(article: str, found: list[Line], made: list[Unit], headline: int | None) -> list[bool]:
    """Which lines are the article: those that trafilatura has kept; ours alone where it found next to nothing."""
    grams: set[tuple[str, ...]] = set()
    short: set[str] = set()
    for piece in article.split("\n"):
        words = _words(piece)
        grams.update(zip(*(words[i:] for i in range(_GRAM)), strict=False))
        short.add(" ".join(words))
    inside = []
    kept = 0
    for line in found:
        words = _words(line.text)
        own = list(zip(*(words[i:] for i in range(_GRAM)), strict=False))
        if own:
            inside.append(sum(gram in grams for gram in own) >= 0.6 * len(own))
        else:
            inside.append(bool(words) and " ".join(words) in short)
        kept += len(words) if inside[-1] else 0
    # An extractor drops the odd paragraph or stops half-way: the sequence decides, and its vote weighs most.
    vote = 0.0 if kept < 40 else _VOTE
    homes: Counter[tuple[str, int]] = Counter()
    for flag, line in zip(inside, found, strict=True):
        homes[line.home] += len(line.text) if flag else 0
    at_home = max(200, max(homes.values(), default=0) / 3)
    lean = [
        (vote if flag else _NEIGHBOUR if homes[line.home] >= at_home else -1.3 * vote) - _LINKS * line.linked
        for flag, line in zip(inside, found, strict=True)
    ]
    inside = content(made, lean)
    if headline is not None:
        inside[headline] = False
    return inside


def _headline(found: list[Line], made: list[Unit], title: str | None) -> int | None:
    """The line that the page's title repeats, the first <h1> otherwise."""
    wanted = set(_words(title or ""))
    best: tuple[float, int] | None = None
    for i, line in enumerate(found):
        heading = line.tag in {"h1", "h2", "h3"} or bool(line.tags & {"h1", "h2", "h3"})
        if made[i].words > 40 or (line.tags & _ASIDE and line.tag != "h1"):
            continue
        words = set(_words(line.text))
        if not words:
            continue
        value = 0.0
        if wanted:
            value += 3.0 * len(words & wanted) / max(len(words), min(len(wanted), 12))
        if line.tag == "h1" or "h1" in line.tags:
            value += 1.2
        elif heading:
            value += 0.5
        if "headline" in line.names:
            value += 0.4
        if line.linked > 0.8:
            value -= 0.8
        if made[i].words < 2:
            value -= 1.0
        if value >= 1.2 and (best is None or value > best[0] + 1e-9):
            best = value, i
    return best[1] if best else None


def _assemble(
    found: list[Line], made: list[Unit], kinds: list[BlockKind], headline: int | None, marked: set[int]
) -> tuple[str, list[Block]]:
    """The text: everything from the headline to the last line of the report, what was set aside in between included."""
    content_at = [i for i, kind in enumerate(kinds) if kind not in {"furniture", "byline", "dateline", "headline"}]
    if not content_at:
        keep = [i for i, kind in enumerate(kinds) if kind != "furniture"] or list(range(len(found)))
    else:
        top = min(content_at[0], headline if headline is not None else content_at[0])
        bottom = content_at[-1]
        keep = [
            i
            for i, kind in enumerate(kinds)
            if top <= i <= bottom
            or (kind in {"byline", "dateline"} and (top - 4 <= i < top or bottom < i <= bottom + 4))
        ]
    parts: list[str] = []
    units: list[Unit] = []
    at = 0
    previous: int | None = None
    for i in keep:
        gap = (
            ""
            if previous is None
            else "\n"
            if found[i].joined and previous == i - 1 and kinds[i] == kinds[previous]
            else "\n\n"
        )
        at += len(gap)
        parts.append(gap + found[i].text)
        made[i].start, made[i].end = at, at + len(found[i].text)
        units.append(made[i])
        at += len(found[i].text)
        previous = i
    text = "".join(parts)
    return text, blocks_of(text, units, [kinds[i] for i in keep], {at for at, i in enumerate(keep) if i in marked})
