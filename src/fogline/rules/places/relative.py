"""Places told by their way from another: "60 km east of Kabul", "Qarzum, north of Herat"."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from fogline.atlas import Entry
from fogline.grammar import Prose, Token
from fogline.nouns import Place, Why
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.candidate import Candidate

_UNITS = {"km": 1.0, "kms": 1.0, "kilometre": 1.0, "kilometres": 1.0, "kilometer": 1.0, "kilometers": 1.0,
          "mile": 1.609, "miles": 1.609, "mi": 1.609}  # fmt: skip
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_NUMBERS |= {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
    "dozen": 12,
}
_BETWEEN = frozenset(
    [
        ",",
        "(",
        "about",
        "around",
        "some",
        "which",
        "lies",
        "is",
        "located",
        "situated",
        "nearly",
        "roughly",
        "just",
        "approximately",
        "almost",
        "more",
        "than",
        "over",
        "less",
        "lying",
        "only",
        "a",
        "an",
        "town",
        "village",
        "city",
        "-",
    ]
)
_POINTS = frozenset(
    word for word in W.COMPASS if W.bearing(W.part(word) or "") is not None and not word.endswith("ern")
)


@dataclass(slots=True)
class Bare:
    """A point without a name of its own: tokens ``a..b``, so many kilometres from the anchor in a direction."""

    anchor: Entry
    candidate: Candidate
    a: int
    km: float
    degrees: float


@dataclass(slots=True)
class Relations:
    """Which candidates are told by their way from another, and which points have no name."""

    told: dict[int, tuple[Entry, float | None, float]] = field(default_factory=dict)
    bare: list[Bare] = field(default_factory=list)


def offset(lat: float, lon: float, degrees: float, km: float) -> tuple[float, float]:
    """The point so many kilometres from another, `degrees` clockwise from north."""
    angle, far = math.radians(degrees), km / 6371
    p, q = math.radians(lat), math.radians(lon)
    p2 = math.asin(math.sin(p) * math.cos(far) + math.cos(p) * math.sin(far) * math.cos(angle))
    q2 = q + math.atan2(math.sin(angle) * math.sin(far) * math.cos(p), math.cos(far) - math.sin(p) * math.sin(p2))
    return round(math.degrees(p2), 3), round((math.degrees(q2) + 540) % 360 - 180, 3)


def _number(token: Token) -> float | None:
    try:
        value = float(token.text.replace(",", ""))
    except ValueError:
        return _NUMBERS.get(token.low)
    return value if 0 < value < 5000 else None


def _distance(tokens: Sequence[Token], k: int) -> tuple[int, float] | None:
    """A distance that ends at token `k`: the index of its first token and its kilometres."""
    if k >= 0 and tokens[k].text == ")":
        opening = k
        while opening > max(0, k - 5) and tokens[opening].text != "(":
            opening -= 1
        return _distance(tokens, opening - 1) if opening < k and tokens[opening].text == "(" else None
    if k < 0:
        return None
    low = tokens[k].low
    if low in _UNITS and k:
        value = _number(tokens[k - 1])
        return (k - 1, value * _UNITS[low]) if value else None
    # One token: "45km", "45-kilometre".
    digits = low.rstrip("abcdefghijklmnopqrstuvwxyz-.")
    unit = low[len(digits) :].strip("-.")
    try:
        return (k, float(digits.replace(",", "")) * _UNITS[unit]) if digits and unit in _UNITS else None
    except ValueError:
        return None


def relations(prose: Prose, held: Sequence[tuple[Candidate, Entry | None]]) -> Relations:
    """Find the anchors: a known place after "north of", with a distance or without, and what is put there."""
    made = Relations()
    ends = {(c.number, max(c.b, c.j)): c for c, _ in held}
    for candidate, entry in held:
        tokens, k = candidate.sentence.tokens, candidate.a - 1
        if entry is None or k < 1:
            continue
        if tokens[k].low == "the" and k > 1:
            k -= 1
        if tokens[k].low not in {"of", "from"} or tokens[k - 1].low not in _POINTS:
            continue
        degrees = W.bearing(W.part(tokens[k - 1].low) or "")
        if degrees is None:
            continue
        k -= 2
        while k >= 0 and tokens[k].low in {"to", "the"}:
            k -= 1
        distance = _distance(tokens, k)
        first, km = distance or (k + 1, None)
        before = first
        while before > 0 and tokens[before - 1].low in _BETWEEN and first - before < 6:
            before -= 1
        named = next(
            (ends[candidate.number, n] for n in range(first, before - 1, -1) if (candidate.number, n) in ends), None
        )
        if named is not None:
            made.told[id(named)] = entry, km, degrees
        elif km is not None:
            made.bare.append(Bare(entry, candidate, first, km, degrees))
    return made


def relative(text: str, found: Bare) -> Place:
    """So many kilometres from a known place in a compass direction: the point is reckoned, give or take a fifth."""
    start = found.candidate.sentence.tokens[found.a].start
    end = found.candidate.end
    lat, lon = offset(found.anchor.lat, found.anchor.lon, found.degrees, found.km)
    note = f"{found.km:.0f} km from {found.anchor.name}"
    return Place(
        start=start, end=end, text=text[start:end], name=text[start:end], country=None, lat=lat, lon=lon, level="town",
        geonameid=None, rule="places.relative", radius_km=round(max(3.0, found.km / 5), 1),
        why=(Why("lat", "places.relative", None, note),),
    )  # fmt: skip
