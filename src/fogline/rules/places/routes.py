"""Roads and borders that are named by their two ends: "the Kabul–Kandahar highway", "the Iraqi-Syrian border"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from fogline.atlas import Atlas, Entry
from fogline.grammar import Prose, Sentence, Token
from fogline.nouns import Place, Why
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.senses import Shares, kilometres, weight

_DASH: Final = re.compile("[-–—]")
_REACH: Final = 3
"""The longest name in words at either end."""
_TOWN: Final = 2.5
"""What weighs less is no end of a road that a report would name."""


def routes(prose: Prose, text: str, atlas: Atlas, shares: Shares, kinds: frozenset[str]) -> list[Place]:
    """Every road and border of the sentences of some kinds that is named by its ends, in order."""
    return [
        place
        for sentence in prose.sentences
        if sentence.kind in kinds
        for place in _in_sentence(sentence, text, atlas, shares)
    ]


def _in_sentence(sentence: Sentence, text: str, atlas: Atlas, shares: Shares) -> Iterator[Place]:
    tokens = sentence.tokens
    for k in range(1, len(tokens)):
        low = tokens[k].low
        if low in W.BORDER:
            phrase = f"{tokens[k - 1].text} border"
            known = atlas.find(phrase) if _DASH.search(tokens[k - 1].text) else ()
            if known:
                yield border(text, tokens[k - 1].start, tokens[k].end, known[0])
        elif low in W.ROUTE:
            ends = _ends(tokens, k, atlas, shares)
            if ends is not None:
                start, one, other = ends
                yield route(text, start, tokens[k].end, one, other)


def _ends(tokens: Sequence[Token], k: int, atlas: Atlas, shares: Shares) -> tuple[int, Entry, Entry] | None:
    """The two towns before the road word at token `k`, and where the first one's name starts."""
    halves = _DASH.split(tokens[k - 1].text)
    if len(halves) == 2 and all(half[:1].isupper() for half in halves):
        one, other = (_town(half, atlas, shares) for half in halves)
        return (tokens[k - 1].start, one, other) if one and other else None
    dash = next((n for n in range(k - 2, max(0, k - 2 - _REACH), -1) if _DASH.fullmatch(tokens[n].text)), None)
    if dash is None:
        return None
    other = _town(" ".join(token.text for token in tokens[dash + 1 : k]), atlas, shares)
    for first in range(max(0, dash - _REACH), dash):
        one = _town(" ".join(token.text for token in tokens[first:dash]), atlas, shares)
        if one and other and tokens[first].text[0].isupper():
            return tokens[first].start, one, other
    return None


def _town(name: str, atlas: Atlas, shares: Shares) -> Entry | None:
    """The town of this name that fits the countries in view best."""
    towns = [entry for entry in atlas.find(name) if entry.level == "town" and weight(entry) >= _TOWN]
    return max(towns, key=lambda town: weight(town) + 4 * shares.get(town.country or "", 0.0), default=None)


def route(text: str, start: int, end: int, one: Entry, other: Entry) -> Place:
    """A road that is named by the towns at its ends: the point is halfway between them."""
    return Place(
        start=start, end=end, text=text[start:end], name=text[start:end],
        country=one.country if one.country == other.country else None,
        lat=round((one.lat + other.lat) / 2, 3), lon=round((one.lon + other.lon) / 2, 3), level="site",
        geonameid=None, rule="places.route", radius_km=round(max(1.0, kilometres(one, other) / 2), 1),
        why=(Why("lat", "places.route", None, f"halfway between {one.name} and {other.name}"),),
    )  # fmt: skip


def border(text: str, start: int, end: int, known: Entry) -> Place:
    """A border that is named by the countries at its sides: the point is about its middle."""
    return Place(
        start=start, end=end, text=text[start:end], name=known.name, country=None, lat=known.lat, lon=known.lon,
        level="area", geonameid=None, rule="places.border", radius_km=known.radius_km,
        why=(Why("name", "places.border", None, f"the atlas knows the {known.name}"),),
    )  # fmt: skip
