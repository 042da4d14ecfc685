"""What a single line or paragraph of a page looks like: a caption, a byline, a dateline, a note, an author's bio.

Words come from the lexicon (`fogline.page.cues`); what stands here is form: order, marks, capitals, lengths. Every
pattern is bounded and is applied to short lines or to the ends of long ones.
"""

import re
from typing import Final

from fogline.nouns import BlockKind
from fogline.page.days import days
from fogline.page.layout import Unit

_PLACE: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž.'’-]{2,24}"
_CAPITALS: Final = rf"{_PLACE}(?:[ /-]{{1,3}}{_PLACE}){{0,3}}"
_MONTH_DAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: \d{1,2})?(?:,? \d{4})?\.?"
)
_AGENCY: Final = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)"
_REGION: Final = r"[A-Z][\w.’' -]{1,30}"
_DATELINE: Final = re.compile(
    rf"(?:{_CAPITALS}(?:, {_REGION}?)??(?:, {_MONTH_DAY})?(?: {_AGENCY})?\s{{0,2}}(?:—|–|--|- |:(?= ))"
    rf"|{_CAPITALS}(?:, {_REGION}?)??, {_MONTH_DAY} {_AGENCY}"
    rf"|[A-Z][\w’'-]{{1,20}}(?: [A-Z][\w’'-]{{1,20}}){{0,2}}(?:, [A-Z][\w.’' ]{{1,20}}?)??"
    rf"(?:,? {_MONTH_DAY})?(?: {_AGENCY})\s{{0,2}}(?:—|–|--|-(?= ))"
    rf"|[A-Z][\w’'-]{{1,20}}(?: [A-Z][\w’'-]{{1,20}}){{0,2}}, (?:{_MONTH_DAY}|[A-Z][a-z]{{1,5}}\.|[A-Z]{{2}})"
    r"\s{1,2}(?:—|–|--|-)(?= )"
    rf"|{_AGENCY}\s{{1,2}}(?:—|–|--|-)(?= ))"
)
_NO_PLACE: Final = frozenset(
    {"BREAKING", "UPDATE", "WATCH", "CORRECTION", "POSTSCRIPT", "QUESTION", "ANSWER", "MODERATOR", "STATEMENT", "NOTE"}
    | {"EXCLUSIVE", "OPINION", "ANALYSIS", "EDITORIAL", "INTERVIEW", "VIDEO", "PHOTOS", "LIVE", "DISCLAIMER"}
)
PLACE_LINE: Final = re.compile(
    rf"[A-ZÀ-Þ][\w’'-]{{1,20}}(?:[ /][A-ZÀ-Þ][\w’'-]{{1,20}}){{0,3}}(?:,? {_MONTH_DAY})?,? "
    r"\((?:[A-Z]{2,6}|Reuters|[A-Z][\w .’-]{1,30} (?:Agency|Press|News))\)"
    r"\s{0,2}(?:—|–|--|-|:)?$"
)
"""A dateline on a line of its own: place, perhaps a day, and the agency in brackets."""
_MONTH_WORD: Final = re.compile(r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d")
_AGENCIES: Final = "AFP|AP|Reuters|REUTERS|EPA|EFE|Getty|TASS|Sputnik|Xinhua|Anadolu"
_KEEPERS: Final = "Handout|Archive|archive|Photo|photo|Courtesy|Supplied|File|Pool"
_CREDIT: Final = re.compile(
    r"(?:/ ?(?:AFP|AP|Reuters|REUTERS|EPA|Getty)(?: ?/| |$)[^.!?]{0,60}$"
    rf"|[([](?:[^()\n]{{0,40}}[ /])?(?:{_AGENCIES}|{_KEEPERS})(?: [Pp]hoto)?(?:/[^()\n]{{1,40}})?[)\]]$"
    r"|[([][A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){1,3} ?/ ?[A-Z][^()\n]{1,40}[)\]]$"
    r"|(?:Photo|PHOTO|Photograph|Picture|Image|Foto|Credit)s?(?: [Cc]redit)?(?::| by ) ?[^.!?\n]{2,60}$"
    r"|Credit(?:\.\.\.|…)[^.!?\n]{2,80}$"
    r"|©\s?[A-Z][^.!?\n]{1,50}$"
    r"|(?:REUTERS|AFP|EPA|AP)/[A-Z][^.!?\n]{1,40}$"
    r"|[.”’)] [A-Z]{2,4}/[A-Z][\w.’ -]{2,30}$)"
)
_NAME: Final = r"[A-ZÀ-Þ][\w’'.-]{0,24}"
NAMES_ONLY: Final = re.compile(rf"{_NAME}(?: (?:(?:de|van|von|al|el|bin|der|da) )?{_NAME}){{1,3}}$")
CREDITED: Final = re.compile(
    rf"{_NAME}(?: {_NAME}){{1,3}}(?:(?:, | and | & ){_NAME}(?: {_NAME}){{1,3}}){{0,3}}"
    r"(?: and agencies|, agencies| with agencies| and wire (?:reports|services)| and staff)$"
)
DATE_SHAPED: Final = re.compile(r"^\W{0,3}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\W{0,3}$")
STAMP: Final = re.compile(
    r"^\W{0,3}\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|BST|E[SD]T|CES?T))?\W{0,3}$", re.IGNORECASE
)
AGENCY_LINE: Final = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,4}"
    r"(?:News Agency|news agency|Press|Agency|Wire|Service|Staff|staff|Reporters?|Correspondent)$"
)
CLOCK: Final = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
INITIALS: Final = re.compile(r"\(?[A-Za-z]{1,3}\.? ?[A-Za-z]{0,2}\.?(?: ?/ ?[A-Za-z]{1,3}\.? ?[A-Za-z]{0,2}\.?)+\)?$")
COUNTERS: Final = re.compile(
    r"(?:^|\W)[\d.,]+[kKmM]? (?:views?|shares?|comments?|reactions?|likes?|reads?|min)\b|views?: ?[\d ,.]+",
    re.IGNORECASE,
)
AGO: Final = re.compile(
    r"^(?:\S{1,30} ){0,3}(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago\b",
    re.IGNORECASE,
)
ANSWER: Final = re.compile(
    r"^(?:Reply|Permalink|Upvote|Downvote|Log in to Reply|Flag as inappropriate|Report comment)\W{0,4}$"
    r"|^(?:\S{1,30} ){1,3}says:$|^Rating: [+-]?\d+ Votes?$",
    re.IGNORECASE,
)
PAGE_TITLE: Final = re.compile(r"\s[|–—-]\s[A-ZÀ-Þ][\w’'.&]*(?: [\w’'.&]+){0,4}$")
MAIL: Final = re.compile(r"^\S{1,40}\s?(?:@|\(at\)|\[at\])\s?\S{1,60}$")
ADDRESS: Final = re.compile(r"^(?:\[\d{1,3}\] )?(?:https?://|www\.)\S+$")
WIRE_SLUG: Final = re.compile(r"^[A-Z]{2,5}\d{3,6}\b")
POINT: Final = re.compile(r"^(?:[•*▪■◦–-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
CAPTION_BELOW: Final = re.compile(r"^(?:image|media|video|photo) caption[,:]?$", re.IGNORECASE)
BULLET: Final = re.compile(r"^(?:[•*·▪■◦►>-]|\d{1,2}[.)])\s")
_BIO: Final = re.compile(
    rf"^(?:{_NAME}(?: {_NAME}){{1,3}}|The (?:author|writer)|(?:He|She)) "
    r"(?:is|was|grew up|writes|covers|reports|works|has (?:written|worked|reported|covered))\b"
)
_BIO_WORDS: Final = re.compile(
    r"\b(?:freelance|journalist|correspondent|columnist|reporter|editor|author of|fellow at|professor|lecturer|based in"
    r"|writes (?:on|about|for)|covers|contributor|contributing|her views|his views|analyst at|researcher)\b",
    re.IGNORECASE,
)


def caption(unit: Unit) -> bool:
    """The words name a picture or end with who took it."""
    if unit.words > 120:
        return False
    if unit.says("caption"):
        return unit.words > 2
    return unit.words > 3 and bool(_CREDIT.search(unit.text[-120:]))


def note(unit: Unit) -> BlockKind | None:
    """The paragraph opens as a correction, or as an update, postscript or editor's note."""
    if unit.says("correction"):
        return "correction"
    if unit.says("postscript"):
        return "postscript"
    return None


def byline(unit: Unit) -> bool:
    """The line says who wrote the report or when it was published."""
    if unit.words > 26:
        return False
    cue = unit.says("byline")
    text = unit.text
    if (cue and cue.tail) or (unit.words <= 14 and CREDITED.match(text)):
        return True
    if unit.ended and unit.words > 8 and not COUNTERS.search(text):
        return False
    if re.match(r"(?:by|By|BY) (?:our|Our|OUR|[A-ZÀ-Þ])", text) and unit.words <= 20:
        rest = text[3:]
        return (
            bool(re.match(rf"(?:our|Our|{_NAME}(?:[ ,]|$))", rest)) and not _MONTH_WORD.match(rest) and unit.words <= 16
        )
    if cue and unit.words <= 16 and (next(iter(days(text[:200])), None) or CLOCK.search(text)):
        return True
    return bool(COUNTERS.search(text)) and unit.separators >= 1 and bool(next(iter(days(text[:200])), None))


def dated(unit: Unit) -> bool:
    """A line that is a date and little else."""
    if unit.words > 12:
        return False
    day = next(iter(days(unit.text[:200])), None)
    return day is not None and day[1] - day[0] >= len(unit.text) / 3


def bio(unit: Unit) -> bool:
    """The paragraph tells who its author is."""
    return unit.words <= 60 and bool(_BIO.match(unit.text)) and bool(_BIO_WORDS.search(unit.text))


def shouted(unit: Unit) -> bool:
    """A link in capitals to another story, as pages deep in furniture set them between paragraphs."""
    return 6 <= unit.words <= 20 and unit.text.isupper()


def dateline(paragraph: str) -> int:
    """The paragraph opens with a place, a day or an agency, up to a dash.

    Gives the length of those words with the dash, 0 where there are none.
    """
    match = _DATELINE.match(paragraph[:140])
    if not match:
        return 0
    words, rest = match.group().strip(), paragraph[match.end() :].lstrip()
    if not rest or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"«‘'(") or len(rest) < 40:
        return 0
    if words.endswith(":") and ("," in words or len(words) > 30 or words.split()[0].rstrip(":") in _NO_PLACE):
        return 0
    return len(match.group().rstrip())
