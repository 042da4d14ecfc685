"""The values that everything else passes around: Report, Reading and what a reading holds. Frozen, typed, no behaviour.

Offsets are half-open ranges of code points in `Report.text`; `text[start:end]` is always the `text` beside them.
`None` means "the report does not say", never a default. Field names are those of the JSON form (see `docs/reading.md`).

Every value is found (its words are a span) or inferred; `rule` names the function in `fogline.rules` (as
``module.function``) that produced an item, and `why` says for single fields what they rest on.
"""

import hashlib
from typing import Final, Literal

from msgspec import Struct

BlockKind = Literal["headline", "byline", "dateline", "caption", "body", "postscript", "correction", "furniture"]
Status = Literal["asserted", "hedged", "denied", "demanded", "planned", "forecast"]
Mode = Literal["direct", "indirect", "mixed", "narrated"]
Level = Literal["site", "town", "district", "admin1", "country", "area"]
Likelihood = Literal[
    "remote", "very_unlikely", "unlikely", "even", "likely", "very_likely", "almost_certain", "unstated"
]
Outcome = Literal["open", "reported_true", "reported_false"]
EventType = Literal[
    "armed_clash", "territory_gain", "airstrike", "shelling", "suicide_bomb", "ied", "chemical_weapon", "attack",
    "abduction", "sexual_violence", "protest", "riot", "agreement", "talks", "arrest", "transfer", "looting",
    "weapon_disruption", "deployment", "siege", "aid", "displacement", "sanction", "threat", "other",
]  # fmt: skip
Counted = Literal[
    "killed", "injured", "casualties", "captured", "missing", "displaced", "trapped", "fighters", "troops",
    "civilians", "strikes", "equipment", "territory", "money", "days", "distance", "other",
]  # fmt: skip
ActorKind = Literal["person", "group", "force", "state", "organisation", "agency", "people", "thing"]

AUTHOR: Final = "author"
"""The name of the source when the report speaks in its own voice."""
UNNAMED: Final = "unnamed"
"""The name of the source when somebody else speaks and the report does not say who."""


# Values hold values and can form no cycle: `gc=False` spares the collector from walking millions of them on long texts.


class Span(Struct, frozen=True, gc=False):
    """Words of a report: ``report.text[start:end] == text``."""

    start: int
    end: int
    text: str


class Why(Struct, frozen=True, gc=False):
    """What one field of an item rests on: the rule that set it, the words it read, and a remark in plain English."""

    field: str
    rule: str
    words: Span | None = None
    note: str | None = None


class Day(Struct, frozen=True, gc=False):
    """The day of publication, ISO 8601. `stated`: the page says it; `inferred`: a rule reckoned it from the words."""

    value: str
    basis: Literal["stated", "inferred"]
    rule: str
    words: Span | None = None
    note: str | None = None


class Block(Struct, frozen=True, gc=False):
    """A labelled stretch of the report. Blocks are ordered and do not overlap; only white space lies between them."""

    start: int
    end: int
    kind: BlockKind
    rule: str | None = None


class Report(Struct, frozen=True, gc=False):
    """One immutable text with labelled blocks. For HTML, `text` is the text that the page was turned into.

    `page` is the checksum of the bytes that it was opened from.
    """

    id: str
    text: str
    title: str | None
    outlet: str | None
    author: str | None
    language: str | None
    published: Day | None
    blocks: tuple[Block, ...]
    url: str | None = None
    page: str | None = None


class Time(Span, frozen=True, gc=False):
    """A calendar expression. `value`: ISO day, month, year, ``start/end`` of those, a duration ``P17D``, or None."""

    value: str | None
    timex: str | None
    approx: bool
    anchor: str | None
    rule: str
    why: tuple[Why, ...] = ()


class Place(Span, frozen=True, gc=False):
    """A mention of a place that a map could show; `lat` and `lon` (degrees) are None where it is not known."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    level: Level
    geonameid: int | None
    rule: str
    part: str | None = None
    radius_km: float | None = None
    why: tuple[Why, ...] = ()


class Mention(Span, frozen=True, gc=False):
    """Words that name a taker of part in an event, with the fullest name that the report has for it."""

    name: str


class Source(Struct, frozen=True, gc=False):
    """Who speaks: the fullest name in the report, `AUTHOR` or `UNNAMED`; the words are absent when nobody is named."""

    name: str
    start: int | None = None
    end: int | None = None
    text: str | None = None


class Amount(Struct, frozen=True, gc=False):
    """A count with open ends: "at least 40" has no high, "nearly 300" no low."""

    low: float | None
    high: float | None


class Claim(Span, frozen=True, gc=False):
    """Somebody (source) says (cue) something (start..end) this firmly (status), in these words."""

    id: str
    source: Source
    via: tuple[str, ...]
    cue: Span | None
    hedge: Span | None
    status: Status
    mode: Mode
    said: str | None
    score: float | None
    rule: str
    why: tuple[Why, ...] = ()


class Event(Span, frozen=True, gc=False):
    """Something that happened or would happen; start..end is the trigger."""

    id: str
    claim: str | None
    type: EventType
    actor: Mention | None
    target: Mention | None
    place: Mention | None
    when: str | None
    status: Status
    killed: Amount | None
    injured: Amount | None
    rule: str
    why: tuple[Why, ...] = ()


class Figure(Span, frozen=True, gc=False):
    """A count that matters to the conflict; start..end is the number words with their qualifier."""

    id: str
    claim: str | None
    low: float | None
    high: float | None
    what: Counted
    side: str | None
    place: str | None
    source: Source
    as_of: str | None
    rule: str
    why: tuple[Why, ...] = ()


class Forecast(Span, frozen=True, gc=False):
    """A statement about what will or will not happen later than the telling."""

    id: str
    claim: str | None
    source: Source
    likelihood: Likelihood
    horizon: str | None
    condition: str | None
    outcome: Outcome
    rule: str
    why: tuple[Why, ...] = ()


class Reading(Struct, frozen=True, gc=False):
    """Everything that one desk found in one report. The same report and the same desk give an equal reading."""

    name: str
    article: Report
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    forecasts: tuple[Forecast, ...]
    desk: str = ""


def identity(kind: str, *parts: object) -> str:
    """The id of an item: provenance only (report id, spans, kind), so a better reading never changes it."""
    digest = hashlib.blake2b("\x1f".join(map(str, (kind, *parts))).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{kind[0]}-{digest.hexdigest()}"


def span(text: str, start: int, end: int) -> Span:
    """The words ``text[start:end]`` as a span."""
    return Span(start, end, text[start:end])


def checksum(data: bytes) -> str:
    """What tells two pages apart: a digest of their bytes."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()
