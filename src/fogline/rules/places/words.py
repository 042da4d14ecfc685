"""The lexicon's place words in the form that the rules ask for them."""

from functools import lru_cache
from typing import Final, Literal

from fogline.grammar.forms import verb_forms
from fogline.grammar.tagfeatures import possible
from fogline.grammar.tagger import load_tagger
from fogline.lexicon import Entry, entries
from fogline.nouns import Level


class PlaceWord(Entry, frozen=True):
    """Words of one group; those of the group `kind` say of which level the place is that they stand with."""

    group: Literal[
        "kind", "compass", "of_part", "of_town", "strong", "weak", "verb", "speech", "title", "organisation",
        "common", "media", "matter", "route", "border", "gathering", "vague", "acting", "urban", "prefix", "around",
        "owned", "function", "calendar",
    ]  # fmt: skip
    level: Level | None = None


def _group(name: str) -> frozenset[str]:
    return frozenset(word for entry in entries("places", PlaceWord) if entry.group == name for word in entry.words)


KINDS: Final[dict[str, Level]] = {
    word: entry.level
    for entry in reversed(entries("places", PlaceWord))
    if entry.group == "kind" and entry.level
    for word in entry.words
}
"""What level a kind word gives; the first entry of a word counts."""
COMPASS: Final = _group("compass")
OF_PART: Final = _group("of_part")
STRONG: Final = _group("strong")
WEAK: Final = _group("weak")
VERBS: Final = frozenset(form for verb in _group("verb") for form in verb_forms(verb))
SPEECH: Final = frozenset(form for verb in _group("speech") for form in verb_forms(verb))
TITLES: Final = _group("title")
ORGANISATION: Final = _group("organisation")
COMMON: Final = _group("common")
MEDIA: Final = _group("media")
MATTER: Final = _group("matter")
GATHERING: Final = _group("gathering")
ROUTE: Final = _group("route")
BORDER: Final = _group("border")
VAGUE: Final = _group("vague")
ACTING: Final = _group("acting")
URBAN: Final = _group("urban")
PREFIX: Final = _group("prefix")
AROUND: Final = _group("around")
OF_TOWN: Final = _group("of_town")
OWNED: Final = _group("owned")
FUNCTION: Final = _group("function")
CALENDAR: Final = _group("calendar")

_POINTS: Final = {"north": 0, "north-east": 45, "east": 90, "south-east": 135, "south": 180, "south-west": 225,
                  "west": 270, "north-west": 315}  # fmt: skip


@lru_cache(maxsize=4096)
def part(word: str) -> str | None:
    """The compass part that a word names: "north-western" and "northwest" are ``north-west``."""
    if word not in COMPASS:
        return None
    stem = word.replace("-", "").removesuffix("ern")
    if stem in {"central", "downtown"}:
        return "central"
    for first in ("north", "south"):
        rest = stem.removeprefix(first)
        if rest != stem:
            return f"{first}-{rest}" if rest else first
    return stem


def bearing(part_: str) -> float | None:
    """Degrees clockwise from north of a compass part, or None for the centre."""
    return _POINTS.get(part_)


@lru_cache(maxsize=32768)
def kinds(low: str) -> str:
    """What a word may be besides a name, as letters (see `fogline.grammar.tagfeatures.possible`)."""
    return possible(low, load_tagger().wordlist)


@lru_cache(maxsize=32768)
def plain(low: str) -> bool:
    """Is it, in any of its forms, a word of the dictionary (farms, aisles, framed)?"""
    return ordinary(low) or any(letter in "SDGZE" for letter in kinds(low))


@lru_cache(maxsize=32768)
def ordinary(low: str) -> bool:
    """Is it a word that stands in a dictionary in small letters too (reading, police, hope)?"""
    return low in COMMON or any(letter in "nvar" for letter in kinds(low))
