"""Title, outlet, author and day as the words of a page state them: from its labelled blocks, never the body."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from fogline.nouns import Block, Day, span
from fogline.page.days import days
from fogline.page.language import language

_LINE: Final = re.compile(r"[^\n\r]+")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)(?:\s{1,3}(?:©|\(c\)|[Cc]opyright))?\s{0,3}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[,.]?\s{0,3}(?:by\s)?"
    r"(?P<name>[A-ZÀ-Þ][^\n|•·.,;()]{1,60})"
)
_TITLE_CUT: Final = re.compile(r"\s+[|–—:»·-]{1,2}\s+")
_RIGHTS: Final = re.compile(r"\s{0,3}(?:\d{4}|[-–—]\s|all rights|inc\b|ltd\b|llc\b).*$", re.IGNORECASE)
_BY: Final = re.compile(r"^(?:(?:written |posted |story |reported? |published )?by:?|authors?:)\s{1,3}", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"\s{1,3}[|•·–—-]\s{1,3}|\s{2,}|\t")
_NAME: Final = r"[A-ZÀ-Þ][\w’'.-]{0,24}"
_PEOPLE: Final = re.compile(
    rf"{_NAME}(?: (?:(?:de|van|von|al|el|bin|der|da|la) )?{_NAME}){{1,4}}"
    rf"(?:(?:, | and | & |, and ){_NAME}(?: {_NAME}){{1,4}}){{0,4}}$"
)
_NOT_A_NAME: Final = re.compile(
    r"\d|\b(?:governorate|province|district|city|office|ministry|news|press|report|views?|read|comments?|updated|published|posted|staff)\b",
    re.IGNORECASE,
)
_NO_OUTLET: Final = frozenset(
    {
        "FOR IMMEDIATE RELEASE",
        "PRESS RELEASE",
        "PRESS STATEMENT",
        "STATEMENT",
        "SITUATION REPORT",
        "FULL TEXT",
        "UPDATE",
    }
    | {"BREAKING NEWS", "BREAKING", "OPINION", "ANALYSIS", "EXCLUSIVE", "LIVE", "COMMENT", "EDITORIAL", "ADVERTISEMENT"}
    | {"WORLD", "NEWS", "MIDDLE EAST", "AFRICA", "ASIA", "EUROPE"}
)
_SAYS_PUBLISHED: Final = re.compile(r"^\W{0,3}(?:first )?(?:published|posted)\b", re.IGNORECASE)
_UPDATED: Final = re.compile(r"updated|modified|edited|accessed", re.IGNORECASE)


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
        _outlet(text, blocks),
        _author(text, blocks),
        language(text, blocks),
        _published(text, blocks),
    )


def _lines(text: str, block: Block) -> list[tuple[int, int]]:
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
    if len(heads) == 1:
        a, b = _lines(text, heads[0])[0]
    else:
        body = next((block.start for block in blocks if block.kind == "body"), len(text))
        above = [block for block in heads if block.start < body] or heads
        a, b = _lines(text, above[-1])[0]
    words = " ".join(text[a:b].split())
    for c, d in [line for block in heads for line in _lines(text, block)]:
        # "World|Army leaves the town" above "Army leaves the town": the section is no part of the title.
        shorter = " ".join(text[c:d].split())
        if len(shorter.split()) >= 4 and words.endswith(shorter):
            words = shorter
    return words.removeprefix("Subject: ")[:300] or None


def _outlet(text: str, blocks: list[Block]) -> str | None:
    """The outlet that a copyright line names, or a masthead in capitals right above the headline."""
    for block in reversed(blocks):
        if block.kind == "furniture":
            name = owner(text[a:b] for a, b in reversed(_lines(text, block)))
            if name:
                return name
    first = next((i for i, block in enumerate(blocks) if block.kind == "headline"), None)
    head = blocks[:first] if first is not None else []
    for block in reversed(head):
        if block.kind != "furniture":
            continue
        for a, b in reversed(_lines(text, block)):
            line = text[a:b].strip()
            if (
                line.isupper()
                and line not in _NO_OUTLET
                and 1 <= len(line.split()) <= 5
                and 4 <= len(line) <= 40
                and line.replace(" ", "").isalpha()
            ):
                return line
    return None


def owner(lines: Iterable[str]) -> str | None:
    """Who holds the rights, by the first copyright line that names somebody."""
    for line in lines:
        match = _COPYRIGHT.search(line[:300])
        if match:
            name = _RIGHTS.sub("", match.group("name")).strip(" -–—")
            if name and not name.lower().startswith(("all rights", "notice", "policy", "material", "the author")):
                return name
    return None


def outlet_in_title(title: str, headline: str, lines: Iterable[str]) -> str | None:
    """The part of a page's <title> that is not the headline, when a word of it stands on the page as well."""
    parts = [part.strip() for part in _TITLE_CUT.split(title[:400]) if part.strip()]
    known = set(re.findall(r"\w+", headline.lower()))
    short = [part for part in parts if len(part.split()) <= 6 and not set(re.findall(r"\w+", part.lower())) <= known]
    if len(parts) < 2 or not short:
        return None
    said = set(re.findall(r"\w+", "\n".join(line[:200] for line in lines).lower())) - known
    for part in (short[-1], short[0]):
        if any(len(word) > 3 and word in said for word in re.findall(r"\w+", part.lower())):
            return part
    return None


def _author(text: str, blocks: list[Block]) -> str | None:
    """The names on a byline: after "By", or names alone before a separator."""
    for block in blocks:
        if block.kind != "byline":
            continue
        for a, b in _lines(text, block):
            line = text[a:b].strip()
            said = _BY.match(line)
            piece = _SEPARATOR.split(line[said.end() :] if said else line)[0].strip(" ,;|")
            piece = re.split(
                r",? (?:in|for|at|with|of) (?=[A-Z])|, (?=[A-Z][\w]+ (?:Editor|Correspondent|Writer|Reporter))", piece
            )[0]
            if _PEOPLE.match(piece) and not _NOT_A_NAME.search(piece) and (said or len(piece.split()) <= 4):
                return piece[:200]
    return None


def _published(text: str, blocks: list[Block]) -> Day | None:
    """The page states its day in a byline, a date line or a header line with a full date."""
    body = next((i for i, block in enumerate(blocks) if block.kind in {"body", "caption"}), len(blocks))
    later: Day | None = None
    american = bool(
        re.search(r"\b(?:[ECMP][SD]T|ET|PT|[ap]\.m\.)", " ".join(text[b.start : b.end][:500] for b in blocks[:body]))
    )
    header = [b for b in blocks[:body] if b.kind == "furniture"]
    for block in [b for b in blocks if b.kind in {"byline", "dateline"}] + header + blocks[body:][-6:]:
        tail = block.kind not in {"byline", "dateline"} and block not in header
        if tail and block.kind != "furniture":
            continue
        for a, b in _lines(text, block):
            line = text[a : min(b, a + 300)]
            if "©" in line or "copyright" in line.lower() or (tail and not _SAYS_PUBLISHED.match(line)):
                continue
            for start, end, value, note in days(line, american):
                day = Day(value, "stated", "page.header", span(text, a + start, a + end), note)
                if _UPDATED.search(line[:start]) and not re.search(r"publi|posted", line[:start], re.IGNORECASE):
                    later = later or day
                    continue
                return day
    return later
