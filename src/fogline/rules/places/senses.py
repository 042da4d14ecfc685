"""Which of the places that bear a name the report means: countries in view, levels, what stands beside it, size."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from fogline.atlas import Atlas, Entry, fold
from fogline.atlas.folding import bare, skeleton
from fogline.grammar import Prose
from fogline.nouns import Level
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.candidate import Candidate

Shares = dict[str, float]
"""Countries in view, by how much of the report is about them (0 to 1, together 1)."""

WIDE = 25
"""Radius in km from which on a region, sea or valley is as well known as a large city."""


_NOWHERE = Entry(0, None, "", None, None, None, 0.0, 0.0, "area", 0, None, "")


def kilometres(a: Entry, b: Entry) -> float:
    """The distance between two places, as the crow flies."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def within(a: Entry, b: Entry, reach: float) -> bool:
    """Are two places less than so many kilometres apart? A degree of latitude is 111 km: most need no sums."""
    return abs(a.lat - b.lat) * 111 < reach and kilometres(a, b) < reach


def weight(entry: Entry) -> float:
    """How likely a place is to be meant by its bare name: 0 for a hamlet, 6 for a city of millions."""
    if entry.level == "country":
        return 6.5
    if entry.own and not entry.population:
        size = _own(entry)
    else:
        size = max(0.0, math.log10(entry.population + 10) - 0.7, _own(entry) if entry.own else 0.0)
        if entry.level == "admin1":
            size -= 1.2
        elif entry.level == "district":
            # Most have no count of their own; a namesake town speaks for itself.
            size = 1.4 if entry.rough else size - 2.0
    if entry.kind == "capital":
        size += 1.0
    # New York is New York City, Panama is seldom Panama City, but the country speaks for itself.
    return size - (1.0 if entry.alias and not entry.name.endswith(" City") else 0.3 if entry.alias else 0.0)


def _own(entry: Entry) -> float:
    """The weight of what the news has named: regions, then names of several words, then towns, then hamlets."""
    if entry.level == "area" and (entry.radius_km or 0.0) >= WIDE:
        return 5.5
    if " " in entry.name and entry.level in {"area", "site"}:
        return 4.5
    return 2.6 if entry.kind == "village" else 3.2


_DEMONYMS = ("i", "an", "ans", "is", "ese")


def countries(prose: Prose, atlas: Atlas, found: Iterable[Candidate]) -> Shares:
    """Which countries the report is about: those it names, whose people it names, and where its clear places lie."""
    seen: Counter[str] = Counter()
    for sentence in prose.sentences:
        for token in sentence.tokens:
            if token.text[0].isupper() and ("E" in W.kinds(token.low) or token.low.endswith(_DEMONYMS)):
                code = atlas.country_of_demonym(token.text)
                if code:
                    seen[code] += 1
    totals: dict[str, float] = defaultdict(float)
    for code, count in seen.items():
        totals[code] += min(count, 5)
    names: Counter[str] = Counter()
    found = list(found)
    spoken = set(seen)
    for candidate in found:
        spoken |= {entry.country for entry in candidate.entries if entry.level == "country" and entry.country}
        spoken |= candidate.countries
    for candidate in found:
        if not candidate.entries or (candidate.refused and not candidate.agent):
            continue
        names[fold(candidate.name)] += 1
        if names[fold(candidate.name)] > 4:
            continue
        ranked = sorted(candidate.entries, key=weight, reverse=True)
        best = ranked[0]
        if best.level == "country" and best.country:
            totals[best.country] += 1.0
            continue
        for country in candidate.countries:
            totals[country] += 0.5
        # A name that a country in view has too says nothing for another country: Tripoli, where Lebanon is spoken of.
        ranked = [entry for entry in ranked if entry.country in spoken and weight(entry) >= 2.5] or ranked
        best = ranked[0]
        rivals = [weight(entry) for entry in ranked[1:6] if entry.country != best.country]
        clear = weight(best) - max(rivals, default=0.0)
        if best.country and weight(best) >= 3.0 and clear > 0.7:
            totals[best.country] += 1.0
        elif best.country and candidate.strength >= 1.5:
            for entry in ranked[:5]:
                if entry.country:
                    totals[entry.country] += 0.2
    total = sum(totals.values())
    return {code: value / total for code, value in totals.items()} if total else {}


def choose(
    candidates: Sequence[Candidate], shares: Shares, anchors: Sequence[Entry], atlas: Atlas
) -> tuple[Entry, float, str] | None:
    """The sense of a name that all its mentions share, how well it fits, and why, in plain English."""
    entries = max((candidate.entries for candidate in candidates), key=len, default=())
    if not entries:
        return None
    stated = {country for candidate in candidates for country in candidate.countries}
    inside: set[tuple[str, str | None]] = set()
    for candidate in candidates:
        holder = candidate.container
        for entry in holder.entries if holder else ():
            if entry.country and entry.level in {"country", "admin1"}:
                inside.add((entry.country, entry.admin1 if entry.level == "admin1" else None))
    # Djibouti between Kampala and Addis Ababa is a town.
    listed = any(
        candidate.beside is not None and max(candidate.beside.entries, key=weight, default=_NOWHERE).level == "town"
        for candidate in candidates
    )
    level = next((candidate.level for candidate in candidates if candidate.level), None)
    best: tuple[float, Entry, str] | None = None
    for entry in entries:
        score, why = weight(entry), "the largest place of that name"
        share = shares.get(entry.country or "", 0.0)
        if share and (not _dwarfed(entry, entries) or any(within(entry, anchor, 150) for anchor in anchors)):
            score += 1.0 + 3.5 * share
            if share >= 0.15:
                about = atlas.country(entry.country or "")
                why = f"the report is about {about.name if about else entry.country}"
        if entry.country and entry.country in stated:
            score, why = score + 4.0, "the words beside it name the country"
        elif stated and entry.country:
            score -= 1.5
        if (entry.country or "", None) in inside:
            score, why = score + 6.0, "the words behind it name the country"
        if entry.admin1 and (entry.country or "", entry.admin1) in inside:
            score, why = score + 9.0, "the words behind it name the division"
        if level and entry.level == level:
            score += 2.5
        elif level == "area" and entry.level == "admin1":
            score += 2.0
        elif level == "admin1" and entry.level in {"district", "area"}:
            score += 1.0
        elif level == "town" and entry.level in {"admin1", "district"}:
            score -= 2.0
        elif level is None and entry.level == "admin1" and not entry.own:
            score -= 0.3
        if listed and entry.level == "town":
            score += 2.0
        if anchors and entry.level != "country":
            reach = 150 if entry.level != "admin1" else 100 + (entry.radius_km or 0)
            score += min(1.8, 0.6 * sum(within(entry, anchor, reach) for anchor in anchors))
        if entry.level == "town" and entry.alias and any(e.level == "country" and not e.alias for e in entries):
            score -= 3.0
        if best is None or score > best[0]:
            best = score, entry, why
    assert best is not None  # noqa: S101  entries is not empty
    return best[1], best[0], best[2]


def _dwarfed(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Is there a city of that name ten times as large elsewhere? Then a country in view alone does not decide for it.

    Geneva, Illinois, is not meant because Americans talk in Geneva; "Geneva, Illinois" still is.
    """
    if entry.level != "town" or entry.own:
        return False
    largest = max((e.population for e in entries if e.level == "town" and e.country != entry.country), default=0)
    return largest >= 100_000 and largest >= 9 * entry.population


def spelt(name: str, atlas: Atlas, shares: Shares, level: Level | None = None) -> Entry | None:
    """A place of a country in view that is spelt much like `name`: the same consonants, most of the same letters.

    For a province also by one word of its name, which may be two names in one (Maidan Wardak).
    """
    best: tuple[float, Entry] | None = None
    words = [name, *(name.split() if level == "admin1" and " " in name else [])]
    for country, share in sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:3]:
        if share < 0.12:
            break
        for word in words:
            wanted = bare(fold(word)).replace(" ", "")
            sounds = len(skeleton(wanted))
            for entry in atlas.sounding(word, country):
                if word is not name and entry.level != "admin1":
                    continue
                likeness = SequenceMatcher(
                    None, wanted, bare(fold(entry.name)).replace(" ", ""), autojunk=False
                ).ratio()
                # Three consonants are soon shared; and of another of its names, the letters are not at hand.
                least = 0.8 if sounds < 4 else 0.6
                if entry.alias and sounds >= 4:
                    likeness = max(likeness, least)
                value = likeness + 0.05 * weight(entry) + (0.2 if entry.level == level else 0.0)
                if likeness >= least and (best is None or value > best[0]):
                    best = value, entry
    return best[1] if best else None
