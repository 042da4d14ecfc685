"""What a single line or paragraph of a page looks like: a caption, a byline, a dateline, a note, an author's bio.

Words come from the lexicon (`fogline.page.cues`); what stands here is form: order, marks, capitals, lengths. Every
pattern is bounded and is applied to short lines or to the ends of long ones.
"""

import re
from typing import Final

from fogline.nouns import BlockKind
from fogline.page.days import days
from fogline.page.heads import in_parts
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
    rf"|{_CAPITALS}(?:, {_REGION}?)??, {_MONTH_DAY} {_AGENCY}\.?"
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
    r"|(?:Photo|PHOTO|Photograph|Picture|Image|Foto|Credit)s?(?: [Cc]redit)?(?::| by ) ?"
    r"(?:[A-Z]\. ?){0,3}[^.!?\n]{2,60}\]?$"
    r"|Credit(?:\.\.\.|…)[^.!?\n]{2,80}$"
    r"|©\s?[A-Z][^.!?\n]{1,50}$"
    r"|(?:REUTERS|AFP|EPA|AP)/[A-Z][^.!?\n]{1,40}$"
    r"|[.”’)] [A-Z]{2,4}/[A-Z][\w.’ -]{2,30}$)"
)
_NAME: Final = r"[A-ZÀ-Þ][\w’'.-]{0,24}"
_BETWEEN: Final = r"(?:(?:de|van|von|al|el|bin|der|da) )?"
_PEOPLE: Final = re.compile(
    rf"{_NAME}(?: {_BETWEEN}{_NAME}){{1,3}}(?: \([^()\n]{{1,20}}\))?"
    rf"(?:(?:, | and | & |, and ){_NAME}(?: {_BETWEEN}{_NAME}){{1,3}}(?: \([^()\n]{{1,20}}\))?){{0,4}}$"
)
NAMES_ONLY: Final = re.compile(rf"{_NAME}(?: (?:(?:de|van|von|al|el|bin|der|da) )?{_NAME}){{1,3}}$")
SIGNED: Final = re.compile(rf"^{_NAME} {_NAME}(?: {_NAME})?, [a-z]+(?: [a-z]+){{0,3}}$")
"""Who signs below: a name and an office."""
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
INITIALS: Final = re.compile(
    r"\(?[A-Za-z]{1,3}\.?[ -]?[A-Za-z]{0,3}\.?(?: ?/ ?[A-Za-z]{1,3}\.?[ -]?[A-Za-z]{0,3}\.?){1,6}\)?$"
)
MAIL_HEAD: Final = re.compile(
    r"^(?:From|To|Cc|Bcc|Reply-To|Sender|Sent|Date|Message-ID|List-[A-Za-z]{2,12}): ", re.IGNORECASE
)
"""A line of a mail's head, but for its subject."""
QUOTED: Final = re.compile(r"^>")
ENDS: Final = re.compile(
    r"^\W{0,3}(?:ends|-30-|# ?# ?#|end (?:of (?:the )?(?:press )?(?:release|statement|text|message)|text))\W{0,3}$",
    re.IGNORECASE,
)
"""The mark that closes a release or a statement."""
_PAGE_NUMBER: Final = re.compile(
    r"^(?:[-–—] ?)?(?:page ?)?(\d{1,4})(?: ?(?:of|/) ?\d{1,4})?(?: ?[-–—])?$", re.IGNORECASE
)
_NOTE: Final = re.compile(
    r"^[(\[]?(?P<word>UPDATE|Update|UPDATED|Updated|POSTSCRIPT|Postscript|CORRECTION|Correction|CORRECTED|Corrected|CLARIFICATION"
    r"|Clarification|ERRATUM|Erratum|CORRIGENDUM|Corrigendum)\b"
    r"(?: ?[#\d]{1,2}\b)?[,;]?"
    r"(?: (?:on|at|of|to)\b)?"
    r"(?: ?(?:\d[\d:.h/]{0,9}(?:st|nd|rd|th)?(?: ?[ap]\.?m\.?)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.?"
    r"|January|February|March|April|August|September|October|November|December"
    r"|[A-Z]{2,4}|evening|morning|night|noon|local|time|at),?){0,8} ?"
    r"(?:[:—–]|- |\)|\]|$)"
)
"""The head of a note, with the day and the hour at which it was added."""
COUNTERS: Final = re.compile(
    r"[\d.,]+[kKmM]? ?👁|👁️? ?[\d.,]+[kKmM]?"
    r"|(?:^|\W)[\d.,]+[kKmM]? (?:views?|shares?|comments?|reactions?|likes?|reads?|min)\b|views?: ?[\d ,.]+",
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
COUNTED: Final = re.compile(r"^[A-ZÀ-Þ][\w’' -]{2,40}: \d[\d.,]{0,10}(?: \([^()]{1,30}\))?$")
"""A line of a list of counts: "Shelling: 9"."""
JUMP: Final = re.compile(
    r"^(?:\(?(?:See|Continued|Please see|Turn to) .{0,40}\bpage [A-Z]{0,2}\d{1,3}\)?|enditem|\(?more\)?)\W{0,3}$",
    re.IGNORECASE,
)
"""Where a printed story goes on, or a wire's mark that it ends."""
BULLET: Final = re.compile(r"^(?:[•*·▪■◦►>-]|\d{1,2}[.)])\s")
_WORD: Final = re.compile(r"[^\W\d_]{5,30}")
_PLAIN_WORDS: Final = (
    "about after again against along among another because before being between could during every first found from "
    "going might never other people should since still their there these thing things think those three through "
    "today under until using where which while whose within without would years yesterday"
)
_PLAIN: Final = frozenset(_PLAIN_WORDS.split())
_BIO: Final = re.compile(
    rf"^(?:(?:{_NAME}(?: {_NAME}){{1,3}}|(?:He|She)) "
    r"(?:is|was|grew up|writes|covers|reports|works|teaches|taught|has (?:written|worked|reported|covered))\b"
    r"|The (?:author|writer|columnist) [a-z]+)"
)
_BIO_WORDS: Final = re.compile(
    r"\b(?:freelance|journalist|correspondent|columnist|reporter|editor|author of|fellow at|professor|lecturer|based in"
    r"|writes (?:on|about|for)|covers|contributor|contributing|column appears|(?:his|her|their) (?:latest|last) book"
    r"|taught|teaches|her views|his views|analyst at|researcher)\b",
    re.IGNORECASE,
)


def caption(unit: Unit) -> bool:
    """The words name a picture or end with who took it."""
    if unit.words > 120:
        return False
    if unit.says("caption"):
        return unit.words > 2
    if credit_alone(unit):
        return True
    return unit.words > 3 and bool(_CREDIT.search(unit.text[-120:]))


def credit_alone(unit: Unit) -> bool:
    """Who took a picture, in brackets, and nothing else."""
    text = unit.text
    if unit.words > 14 or text[0] not in "([" or text[-1] not in ")]":
        return False
    return unit.says("caption") is not None or ("/" in text and bool(_CREDIT.match(text[:120])))


def note(unit: Unit) -> BlockKind | None:
    """The paragraph opens as a correction, or as an update, postscript or editor's note."""
    if unit.words <= 12 and not unit.ended and byline(unit):
        return None  # "Updated 3 November 2016"
    dated = _NOTE.match(unit.text[:90])
    if unit.says("correction") or (dated and dated.group("word")[0].upper() in "CE"):
        return "correction"
    if unit.says("postscript") or dated:
        return "postscript"
    return None


def credits(unit: Unit) -> bool:
    """Who reported, wrote and edited, as wires say below a story; not a sentence about somebody's reporting."""
    if not any(cue.tail for cue in unit.cues):
        return False
    cue = unit.says("byline")
    return (cue is not None and cue.tail) or not unit.ended or unit.words <= 8 or "; " in unit.text


def byline(unit: Unit) -> bool:
    """The line says who wrote the report or when it was published."""
    if unit.words > 26 or len(unit.text) > 400:
        return False
    cue = unit.says("byline")
    text = unit.text
    if in_parts(unit) or (cue and cue.tail) or (unit.words <= 14 and CREDITED.match(text)):
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


def date_line(unit: Unit) -> bool:
    """The line is a date and nothing else, or a place, a day or an agency before the report."""
    if unit.words > 16 or CLOCK.search(unit.text):
        return False
    day = next(iter(days(unit.text[:200])), None)
    return (day is not None and day[1] - day[0] >= len(unit.text) - 2) or bool(DATE_SHAPED.match(unit.text))


def people(line: str) -> bool:
    """Names of people and nothing else, with notes in brackets at most."""
    return bool(_PEOPLE.match(line)) and (len(line.split()) <= 4 or " and " in line or "," in line or "(" in line)


def initials(unit: Unit) -> bool:
    """The initials of those who wrote and edited, as agencies sign."""
    return len(unit.text) < 20 and bool(INITIALS.match(unit.text))


def page_number(unit: Unit) -> int | None:
    """The number of a printed page that stands on a line of its own."""
    match = _PAGE_NUMBER.match(unit.text) if unit.words <= 4 else None
    return int(match.group(1)) if match else None


def telling(paragraph: str) -> set[str]:
    """The words of a paragraph that tell what it is about: the longer ones, in lower case."""
    return {word for word in _WORD.findall(paragraph[:2000].lower()) if word not in _PLAIN}


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
