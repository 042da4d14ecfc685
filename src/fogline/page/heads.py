"""Lines that only the head of a page has: a wire's slug, the day of issue, a byline in parts, who issues a statement.

Every pattern is bounded and is applied to short lines.
"""

import re
from typing import Final

from fogline.page.days import days
from fogline.page.layout import Unit

SLUGGED: Final = re.compile(
    r"^(?:(?:UPDATE|WRAPUP|REFILE|RPT|REPEAT|CORRECTED|CORRECTION|CLARIFICATION|EXCLUSIVE|FACTBOX|TIMELINE|EXPLAINER"
    r"|ANALYSIS|INSIGHT|INTERVIEW|NEWSMAKER|URGENT|ALERT|LEAD|ROUNDUP|FEATURE|FOCUS|SNAP|CORRECTIVE|REPLAY)"
    r"(?: ?\d{1,2})?(?: \([A-Z ]{2,20}\))? ?[-–—/] ?){1,3}(?=[\w“\"'‘])"
)
"""What a wire sets before a headline: "UPDATE 2-", "REFILE-WRAPUP 3-"."""
_LABEL: Final = (
    r"(?:(?:date of|day of) (?:issue|publication|release|report|posting)"
    r"|(?:report|issue|release|publication|posting) date"
    r"|date (?:issued|published|released|posted)|(?:first )?(?:issued|released|published|posted)|date)"
)
ISSUED: Final = re.compile(rf"^\W{{0,3}}{_LABEL}(?: on)? ?[:–—-] ?", re.IGNORECASE)
"""What stands before the day of publication at the head of a line."""
_PARTS: Final = re.compile(r"\s{0,3}[|•·]\s{0,3}")
_BY: Final = re.compile(r"(?:(?:written|posted|story|report) )?by:? [A-ZÀ-Þ]", re.IGNORECASE)
_SMALL_PART: Final = re.compile(
    r"(?:(?:last )?(?:updated|published|posted|modified|edited)\b.{0,40}|\d{1,3}[- ]min(?:ute)?s?\.?(?: read)?"
    r"|[\d.,]{1,8}[km]? (?:views?|comments?|shares?|reads?|likes?)|.{0,12}\b\d{1,2}[:.h]\d{2}\b.{0,14}"
    r"|\d{1,2} ?[ap]\.?m\.?(?: [A-Z]{2,4})?|(?:leave a|no) comments?|views?: ?[\d.,]{1,8}[km]?)$",
    re.IGNORECASE,
)
_BODY_NAME: Final = (
    r"(?:Ministry|Office|Department|Embassy|Permanent Mission|Mission|Council|Committee|Commission|Commissioner"
    r"|Secretariat|Directorate|Presidency|Prime Minister|President|Parliament|Government|General Staff|Armed Forces"
    r"|Press (?:Office|Service)|Information (?:Office|Centre|Center)|Command|Authority|Assembly|Chancellery|Delegation"
    r"|Headquarters|Spokesperson|Secretary-General|Bureau|Union|League|Front|Coalition|Federation|Administration"
    r"|Network|Organi[sz]ation|Society|Cent(?:re|er)|Observatory|Association|Foundation|Institute|Agency|Cell|Cluster|Nations)"
)
WHERE: Final = r" in [A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20}){0,2}"
"""Where somebody reports from, behind the name."""
_JOIN: Final = r"(?:of|for|to|in|on|and|at|de)"
_ISSUER: Final = re.compile(
    rf"(?:The )?(?:[A-ZÀ-Þ][\w’'.-]{{1,20}} ){{0,4}}{_BODY_NAME}"
    rf"(?:$|,? {_JOIN}\b(?:,? (?:{_JOIN}|the|[A-ZÀ-Þ(][\w’'.)-]{{0,20}})){{1,12}}$)"
)
_SAYS: Final = re.compile(
    r"\b(?:says?|condemns?|calls?|urges?|denies|deny|warns?|announces?|rejects?|welcomes?|expresses|approves?|reports?"
    r"|confirms?|claims?|accuses?|vows?|votes?|adopts?|extends?|holds?|meets?|issues|appoints?|launch(?:es)?|demands?"
    r"|statement|remarks|speech|briefing|resolution|sends?|takes?|kills?|opens?|ends?|begins?|is|are|has|have)\b",
    re.IGNORECASE,
)
SUBSCRIBERS: Final = re.compile(r"^[\d ., ]{1,12}[km]? (?:subscribers|followers|members)\b", re.IGNORECASE)
_ONE: Final = r"[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'.-]{0,20}){1,2}"
_REPORTERS: Final = re.compile(rf"{_ONE}{WHERE}(?:(?:, | and |, and ){_ONE}(?:{WHERE})?){{0,4}}$")
_PLACE_DAY: Final = re.compile(r"^[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20}){0,2}, $")
_RELEASE: Final = re.compile(
    r"^(?:for immediate release|(?:press|news|media) (?:release|statement|communiqué)|communiqué|statement)\b",
    re.IGNORECASE,
)


def slugged(unit: Unit) -> bool:
    """A wire's slug and a headline behind it, not a note to readers."""
    return not unit.ended and 3 <= unit.words <= 26 and bool(SLUGGED.match(unit.text))


def issued(unit: Unit) -> bool:
    """The line opens with the day of publication, whatever it goes on to say."""
    return unit.words <= 45 and issue_day(unit.text[:300]) is not None


def issue_day(line: str) -> tuple[int, int] | None:
    """Where the day stands that a line gives right behind "Issued:", "Report date:" or the like."""
    label = ISSUED.match(line)
    day = next(days(line[:300]), None) if label else None
    return (day[0], day[1]) if label and day and day[0] - label.end() <= 4 else None


def in_parts(unit: Unit) -> bool:
    """A byline of several parts: who, when, updated when, how long to read."""
    text = unit.text
    if unit.words > 34 or len(text) > 300 or not any(mark in text for mark in "|•·"):
        return False
    parts = [part for part in _PARTS.split(text) if part]
    dated = [part for part in parts if next(days(part), None)]
    named = bool(parts) and bool(_BY.match(parts[0]))
    if len(parts) < 2 or not (dated or named) or any(len(part.split()) > 9 for part in parts):
        return False
    rest = [part for part in parts[1:] if part not in dated and not _SMALL_PART.match(part)]
    return len(rest) <= (1 if dated else 0)


def issuer(line: str) -> bool:
    """The line is the name of a body that issues statements, and nothing else."""
    return 2 <= len(line.split()) <= 14 and len(line) <= 120 and bool(_ISSUER.match(line)) and not _SAYS.search(line)


def reporters(line: str) -> bool:
    """Names of people and where each of them is: "Aslan Merid in Selmet and Ruth Okello in Port Ardena"."""
    return len(line) <= 160 and bool(_REPORTERS.match(line))


def place_and_day(line: str) -> bool:
    """A place and a day, as statements set them: "Port Ardena, 17 June 2023"."""
    day = next(days(line[:120]), None)
    return day is not None and len(line) - day[1] <= 2 and bool(_PLACE_DAY.match(line[: day[0]]))


def channel(found: list[Unit], i: int) -> bool:
    """The name of a channel, with the number of its subscribers below it."""
    return found[i].words <= 8 and i + 1 < len(found) and bool(SUBSCRIBERS.match(found[i + 1].text[:60]))


def release(line: str) -> bool:
    """The line says that what follows is a statement to the press."""
    return len(line) <= 80 and bool(_RELEASE.match(line))
