"""Who wrote a page and who publishes it, as its labelled blocks say: bylines, credits, mastheads, copyright lines."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from fogline.nouns import Block
from fogline.page import heads
from fogline.page.cues import cues
from fogline.page.days import days

_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)(?:\s{1,3}(?:©|\(c\)|[Cc]opyright))?\s{0,3}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[,.]?\s{0,3}(?:by\s)?"
    r"(?P<name>[A-ZÀ-Þ][^\n|•·.,;()]{1,60})"
)
_TITLE_CUT: Final = re.compile(r"\s+[|–—:»·-]{1,2}\s+")
_RIGHTS: Final = re.compile(r"\s{0,3}(?:\d{4}|[-–—]\s|all rights|inc\b|ltd\b|llc\b).*$", re.IGNORECASE)
_BY: Final = re.compile(r"(?:^|\s)(?:by|authors?):?\s{1,3}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_PART: Final = re.compile(r"\s{1,3}[|•·–—›»>-]{1,2}\s{1,3}|\s{2,}|\t")
_NAME: Final = r"[A-ZÀ-Þ][\w’'.-]{0,24}"
_FULL: Final = rf"{_NAME}(?: (?:(?:de|van|von|al|el|bin|der|da|la) )?{_NAME}){{1,4}}"
_PEOPLE: Final = re.compile(
    rf"{_FULL}(?:(?:, and |, | and | & ){_FULL}){{0,4}}"
    r"(?=$|[\[(,;|/•·–—\t]|\s{2,}|\.$|\s(?:in|for|at|with|of|on|and|from|is)\b|\s[|•·–—/-]|\s\d)"
)
_AFTER_DAY: Final = re.compile(r"^\s?\|\s{1,3}[|•·]\s{1,3}")
_WHERE: Final = re.compile(rf"{heads.WHERE}(?=$|,| and )")
_NOTE: Final = re.compile(r"\s?\([^()\n]{1,30}\)")
_ROLE: Final = re.compile(r", (?=\w+ (?:Editor|Correspondent|Writer|Reporter|Staff)\b)")
_NOT_A_NAME: Final = re.compile(
    r"\d|\b(?:governorate|province|district|city|office|ministry|news|press|report|views?|read|comments?|updated|published|posted|staff)\b",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(
    r"^(?:[A-Z][\w’'-]+ ){1,4}(?:News Agency|Press|Agency|Wire|News Service|NEWS AGENCY|PRESS|AGENCY|WIRE)$"
)
_STAFF: Final = re.compile(
    r"(?:(?:Our|our|The) )?(?:[A-Z][\w’'-]{1,20} ){0,3}[Ss]taff(?: (?:[Rr]eporter|[Ww]riter|[Cc]orrespondent)s?)?$"
)
_WIRE_PLACE: Final = re.compile(r"\(([A-Z][\w .’-]{1,30})\)\s{0,2}(?:—|–|-{1,2}|:)?$")
_SLUG: Final = re.compile(r"^[A-Z]{2,5}\d{3,6}\b", re.MULTILINE)
_MEDIUM: Final = re.compile(
    r"\b(?:News|Post|Times|Herald|Tribune|Courier|Gazette|Journal|Ledger|Chronicle|Dispatch|Daily|Weekly|Observer|Observatory"
    r"|Monitor|Review|Mirror|Star|Standard|Telegraph|Telegram|Guardian|Independent|Reader|Press|Agency|Radio|TV|Television"
    r"|Today|Bulletin|Packet|Examiner|Inquirer|Register|Sentinel|Mail|Globe|Record|Magazine|Wire|Service)$"
)
_SOURCE: Final = re.compile(r"^Sources?(?:$|: ?)(.{0,120})", re.IGNORECASE)
_NO_OUTLET: Final = re.compile(
    r"(?:for immediate release|press (?:release|statement|service)|statement|situation report|full text|update"
    r"|breaking(?: news)?|opinion|analysis|exclusive|live|comment|editorial|advertisement|world|news|middle east|africa"
    r"|asia|europe|latest news|daily news|world news|press|home)$",
    re.IGNORECASE,
)


def author(text: str, blocks: list[Block]) -> str | None:
    """The names on a byline: after "By", or alone on their line; failing these the reporters or the agency credited."""
    agency: str | None = None
    for block in blocks:
        if block.kind != "byline":
            continue
        for line in _lines(text, block):
            names = _names(line)
            if names:
                return names
            if agency is None and _AGENCY.match(line):
                agency = line
    return agency


def _names(line: str) -> str | None:
    line = _NOTE.sub("", line[:300]) if not line.startswith("(") else line[1:300]
    # Days go, so that "Imke Saal August 9, 2014" is not a name of three words.
    for start, end, _, _ in reversed(list(days(line))):
        line = f"{line[:start].rstrip()} | {line[end:]}"
    said = _BY.search(line)
    piece = line[said.end() :] if said else _first_part(line)
    piece = _ROLE.split(piece)[0].strip(" ,;|")
    if said and _STAFF.match(_PART.split(piece)[0]):
        return _PART.split(piece)[0]
    if heads.reporters(piece):
        piece = _WHERE.sub("", piece)
    found = _PEOPLE.match(piece)
    if not found or _NOT_A_NAME.search(found.group()) or (not said and found.end() < len(piece)):
        return None
    return found.group().rstrip(".")[:200]


def _first_part(line: str) -> str:
    """What stands before the first mark that parts a line; behind it, where a day and a mark stood first."""
    parts = _PART.split(line)
    after_day = _AFTER_DAY.match(line)
    if not after_day:
        return parts[0]
    piece = _PART.split(line[after_day.end() :])[0]
    return "" if _NO_OUTLET.match(piece) else piece


def outlet(text: str, blocks: list[Block]) -> str | None:
    """The name on the masthead, the holder of the rights, or for bare wire copy the agency in its dateline."""
    set_aside = [line for block in blocks if block.kind == "furniture" for line in _lines(text, block)]
    holder = owner(reversed(set_aside))
    return _masthead(text, blocks, holder) or _source(text, blocks) or holder or _agency(text, blocks)


def _source(text: str, blocks: list[Block]) -> str | None:
    """The name behind "Source:" above the report, on the same line or the next; a channel above its subscribers."""
    body = next((i for i, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    above = [line for block in blocks[:body] if block.kind in {"furniture", "byline"} for line in _lines(text, block)]
    for i, line in enumerate(above):
        if i and heads.SUBSCRIBERS.match(line[:60]) and above[i - 1][:1].isupper() and len(above[i - 1]) <= 60:
            return above[i - 1]
        match = _SOURCE.match(line[:200])
        if match:
            name = match.group(1).strip() or (above[i + 1] if i + 1 < len(above) else "")
            name = _PART.split(name[:120])[0].strip()
            return name if name[:1].isupper() and len(name.split()) <= 10 and not next(days(name), None) else None
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


def named_above(lines: Iterable[str], holder: str | None = None) -> str | None:
    """The outlet among the lines above a headline: a name that the holder of the rights shares, or that ends as
    names of media do.
    """
    rights = _telling(holder or "")
    for i, line in enumerate(lines):
        name = _PART.split(line.strip())[0].strip()
        words = name.split()
        if not 1 <= len(words) <= 6 or not 4 <= len(name) <= 50 or _NO_OUTLET.match(name):
            continue
        if not all(word[0].isupper() or word in {"of", "the", "and", "&", "for"} for word in words) or cues(name):
            continue
        if any(char.isdigit() for char in name) or next(days(line), None):
            continue
        if rights & _telling(name) or (
            i < 6 and len(words) > 1 and _MEDIUM.search(name.title() if name.isupper() else name)
        ):
            return name
    return None


def _issuer(lines: list[str]) -> str | None:
    """The body that issues a statement, named nearest to its title."""
    return next((line for line in reversed(lines) if heads.issuer(line)), None)


def _masthead(text: str, blocks: list[Block], holder: str | None) -> str | None:
    heads = [i for i, block in enumerate(blocks) if block.kind == "headline"]
    body = next((i for i, block in enumerate(blocks) if block.kind == "body"), len(blocks))
    last = max((i for i in heads if i < body), default=0)
    above = [line for block in blocks[:last] if block.kind == "furniture" for line in _lines(text, block)]
    name = named_above(above, holder)
    if name or holder:
        return name
    if len(heads) > 1 and heads[0] == 0:
        # The page's own title stands on top: "Army leaves the town – The Valley Post".
        tail = _TITLE_CUT.split(next(_lines(text, blocks[0]), ""))[-1]
        name = named_above([tail])
    name = name or _issuer(above)
    parts = (_PART.split(line)[0] if len(_PART.findall(line)) == 1 else line for line in reversed(above))
    return name or next((part for part in parts if _capital_name(part)), None)


def _capital_name(line: str) -> bool:
    """A name in capitals right above the headline: a masthead that was scraped to text."""
    return (
        line.isupper()
        and not _NO_OUTLET.match(line)
        and 1 <= len(line.split()) <= 5
        and 4 <= len(line) <= 40
        and line.replace(" ", "").isalpha()
    )


def _agency(text: str, blocks: list[Block]) -> str | None:
    """Bare wire copy opens or ends with its slug: then the agency in the dateline is who sent it."""
    slugged = any(b.kind == "headline" and heads.SLUGGED.match(text[b.start : b.start + 80]) for b in blocks)
    if not slugged and not any(
        b.kind == "furniture" and _SLUG.search(text[b.start : min(b.end, b.start + 2000)]) for b in blocks
    ):
        return None
    for block in blocks:
        match = _WIRE_PLACE.search(text[block.start : block.end][:160]) if block.kind == "dateline" else None
        if match:
            return match.group(1)
    return None


def _telling(name: str) -> set[str]:
    return {
        word for word in re.findall(r"\w+", name.lower()) if len(word) > 3 and not _MEDIUM.search(word.capitalize())
    }


def _lines(text: str, block: Block) -> Iterator[str]:
    """The lines of a block, of the first 4,000 characters, without outer white space."""
    for line in re.split(r"[\n\r]+", text[block.start : min(block.end, block.start + 4000)]):
        if line.strip():
            yield line.strip()
