"""Title and day as the words of a page state them: from its labelled blocks, never from a caption or the body."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from fogline.nouns import Block, Day, span
from fogline.page import credit, heads
from fogline.page.days import days, month_days
from fogline.page.language import language

_LINE: Final = re.compile(r"[^\n\r]+")
_PUBLISHED: Final = re.compile(
    r"\b(?:published|posted|issued|released|date of (?:issue|publication|release|report)"
    r"|(?:report|issue|release|publication) date)\b",
    re.IGNORECASE,
)
_OPENS_PUBLISHED: Final = re.compile(r"^\W{0,3}(?:first )?(?:published|posted|issued|released)\b", re.IGNORECASE)
_FIRST_PUBLISHED: Final = re.compile(r"\b(?:originally|first) (?:published|posted|issued|released)\b", re.IGNORECASE)
_UPDATED: Final = re.compile(r"updated|modified|edited|amended", re.IGNORECASE)
_OTHER_DAY: Final = re.compile(
    r"(?:\b(?:as (?:of|at)|since|until|till|through|up to|next\b[^.|]{0,30}|between|from|to|and|period|covering"
    r"|reporting|accessed|retrieved|effective|expires|embargo(?:ed)?|deadline|in force|due)"
    r"|\d{1,2}(?: [A-Za-z]{3,9}\.?)? ?[-–—])\W{0,3}$",
    re.IGNORECASE,
)
"""What stands before a day that is not the day of publication: where a count ends, a range, a next issue."""
_RIGHTS: Final = re.compile(r"©|copyright|\(c\) ?\d{4}", re.IGNORECASE)
_AMERICAN: Final = re.compile(r"\b(?:[ECMP][SD]T|ET|PT)\b")


class Stated(Struct, frozen=True):
    """What the words of the page say of it."""

    title: str | None
    outlet: str | None
    author: str | None
    language: str | None
    published: Day | None


def read(text: str, blocks: list[Block]) -> Stated:
    """Read a labelled page's header and credit lines."""
    return Stated(
        _title(text, blocks),
        credit.outlet(text, blocks),
        credit.author(text, blocks),
        language(text, blocks),
        published_day(text, blocks),
    )


def lines_of(text: str, block: Block) -> list[tuple[int, int]]:
    """The lines of a block, of the first 4,000 characters."""
    return [
        match.span()
        for match in _LINE.finditer(text, block.start, min(block.end, block.start + 4000))
        if match.group().strip()
    ]


def _title(text: str, blocks: list[Block]) -> str | None:
    """The first line of the headline; where the page's title stands above it too, the one next to the report."""
    heads = [block for block in blocks if block.kind == "headline"]
    if not heads:
        return None
    body = next((block.start for block in blocks if block.kind == "body"), len(text))
    above = [block for block in heads if block.start < body] or heads
    a, b = lines_of(text, above[-1])[0]
    words = " ".join(text[a:b].split())
    for c, d in [line for block in heads for line in lines_of(text, block)]:
        # "World|Army leaves the town" above "Army leaves the town": the section is no part of the title.
        shorter = " ".join(text[c:d].split())
        if len(shorter.split()) >= 4 and words.endswith(shorter):
            words = shorter
    return words.removeprefix("Subject: ")[:300] or None


def published_day(text: str, blocks: list[Block]) -> Day | None:
    """The page's words give its day: beside "published", on the byline, in the dateline or on a line of its own."""
    body = next((i for i, block in enumerate(blocks) if block.kind in {"body", "caption"}), len(blocks))
    labelled = _labelled(text, blocks, body)
    if labelled:
        return labelled
    head = next((i for i, block in enumerate(blocks) if block.kind == "headline"), body)
    above = " ".join(text[block.start : block.end][:500] for block in blocks[:body])
    american = _AMERICAN.search(above) is not None
    known = _days_without_year(text, blocks)
    best: tuple[int, Day] | None = None
    for i, block in enumerate(blocks):
        if block.kind not in {"byline", "dateline", "furniture"} or (
            block.kind == "furniture" and body < i < len(blocks) - 6
        ):
            continue
        for a, b in lines_of(text, block):
            line = text[a : min(b, a + 300)]
            if _RIGHTS.search(line) or (block.kind == "furniture" and not _may_date(line, i < body)):
                continue
            for start, end, value, note in days(line, american, known):
                before = line[:start] if line[:start].strip() else _label_above(text, a)
                if _OTHER_DAY.search(before):
                    continue
                rank = _rank(block, before, above_headline=i < head)
                if best is None or rank < best[0]:
                    best = rank, Day(value, "stated", "page.header.published_day", span(text, a + start, a + end), note)
    return best[1] if best else None


def _labelled(text: str, blocks: list[Block], body: int) -> Day | None:
    """The day behind "Issued:" or the like on one of the first lines, be it the report's own words."""
    for block in blocks[: body + 1]:
        for a, b in lines_of(text, block)[: 6 if block.kind == "body" else 20]:
            line = text[a : min(b, a + 300)]
            at = heads.issue_day(line)
            for start, end, value, note in days(line) if at else ():
                if (start, end) == at:
                    words = span(text, a + start, a + end)
                    return Day(value, "stated", "page.header.published_day", words, note)
    return None


def _label_above(text: str, at: int) -> str:
    """The line above a day that stands alone, where it is a label of a few words."""
    line = text[max(0, at - 40) : at].rstrip().rpartition("\n")[2]
    return line if len(line.split()) <= 3 and not next(days(line), None) else ""


def _may_date(line: str, above: bool) -> bool:
    """Of furniture, only a line that says "published" tells the day, or a short one above the report."""
    return bool(_OPENS_PUBLISHED.match(line)) or (
        above and len(line.split()) <= 14 and not line.rstrip().endswith((".", "!", "?"))
    )


def _rank(block: Block, before: str, above_headline: bool) -> int:
    """How near a day is to being the day of publication; the least is the best."""
    if _UPDATED.search(before) and not _PUBLISHED.search(before):
        return 4
    if _FIRST_PUBLISHED.search(before):
        return -1
    if _PUBLISHED.search(before):
        return 0
    if block.kind == "furniture":
        return 3
    return 2 if above_headline else 1


def _days_without_year(text: str, blocks: list[Block]) -> frozenset[tuple[int, int]]:
    """The days that datelines name, as (month, day): they tell which number of 11/02/2015 is the month."""
    found: set[tuple[int, int]] = set()
    for words in _short_heads(text, blocks):
        found.update(month_days(words))
    return frozenset(found)


def _short_heads(text: str, blocks: list[Block]) -> Iterator[str]:
    for block in blocks[:40]:
        if block.kind in {"dateline", "byline"}:
            yield text[block.start : min(block.end, block.start + 200)]
