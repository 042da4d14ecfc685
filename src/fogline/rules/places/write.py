"""Places written down: from a candidate and the place that it is to the item of the reading, with every reason."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from fogline.atlas import Entry
from fogline.nouns import Level, Place, Why
from fogline.rules.context import Context
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.candidate import Candidate
from fogline.rules.places.relative import Relations, offset

Held = tuple[Candidate, Entry | None, str, str]
"""A candidate that is a place, which one, by which rule, and why."""


def written(context: Context, held: Sequence[Held], n: int, placed: Relations) -> Place:
    """The place of the candidate `n` of those held, by its rule."""
    candidate, entry, rule, why = held[n]
    if entry is not None and rule == "part_of" and _borrowed(candidate, entry):
        entry, why = None, "it bears another place's name"
    if entry is None:
        place = framed(context.text, candidate, why)
        return located(place, candidate, held, n, placed)
    if rule == "part_of":
        return part_of(context.text, candidate, entry, why)
    if rule == "respelt":
        return respelt(context.text, candidate, entry, why)
    return named(context.text, candidate, entry, why)


def _borrowed(candidate: Candidate, entry: Entry) -> bool:
    """Does a hotel, street or square only bear the name (the Palestine Hotel, Baghdad Street in Damascus)?"""
    if candidate.kind not in W.URBAN or candidate.level != "site" or candidate.part is not None:
        return False
    holder = candidate.container
    towns = holder.entries if holder is not None else ()
    return entry.level == "country" or any(town.level == "town" and town.id != entry.id for town in towns[:1])


def _written(text: str, candidate: Candidate, entry: Entry, rule: str, why: str, level: Level | None = None) -> Place:
    start, end = candidate.start, candidate.end
    reasons = [Why("name", f"places.{rule}", None, why)]
    if entry.rough:
        reasons.append(Why("lat", f"places.{rule}", None, f"its point is not known: it is that of {entry.admin1_name}"))
    return Place(
        start=start,
        end=end,
        text=text[start:end],
        name=entry.name,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        level=level or entry.level,
        geonameid=entry.geonameid,
        rule=f"places.{rule}",
        part=candidate.part,
        radius_km=entry.radius_km,
        why=tuple(reasons),
    )


def named(text: str, candidate: Candidate, entry: Entry, why: str) -> Place:
    """The atlas knows a place of this name; of several, the one that fits the report best."""
    return _written(text, candidate, entry, "named", why)


def respelt(text: str, candidate: Candidate, entry: Entry, why: str) -> Place:
    """The name is spelt much like that of a place in a country that the report is about."""
    return _written(text, candidate, entry, "respelt", why)


def part_of(text: str, candidate: Candidate, entry: Entry, why: str) -> Place:
    """A part of a known place, or something that bears its name: the point is the known place's, moved to the part."""
    level: Level = entry.level
    if candidate.kind in {"region", "area"} and entry.level == "admin1":
        level = "area" if candidate.part else "admin1"
    elif candidate.kind and candidate.level:
        level = candidate.level
    elif entry.level in {"country", "admin1"}:
        level = "area" if entry.level == "country" else "admin1"
    place = _written(text, candidate, entry, "part_of", why, level)
    degrees = W.bearing(candidate.part or "")
    if degrees is not None and entry.radius_km and entry.lat is not None:
        lat, lon = offset(entry.lat, entry.lon, degrees, entry.radius_km / 2)
        moved = f"moved {entry.radius_km / 2:.0f} km {candidate.part} from the middle of {entry.name}"
        place = replace(place, lat=lat, lon=lon, radius_km=round(entry.radius_km / 2, 1),
                        why=(*place.why, Why("lat", "places.part_of", None, moved)))  # fmt: skip
    return replace(
        place, name=place.text, geonameid=entry.geonameid if level == entry.level and not candidate.part else None
    )


def framed(text: str, candidate: Candidate, why: str) -> Place:
    """The words stand where a place's name stands ("the village of …"), though the atlas does not know them."""
    start, end = candidate.start, candidate.end
    return Place(
        start=start, end=end, text=text[start:end], name=text[start:end], country=None, lat=None, lon=None,
        level=candidate.level or "town", geonameid=None, rule="places.framed", part=candidate.part,
        why=(Why("name", "places.framed", None, why),),
    )  # fmt: skip


def located(place: Place, candidate: Candidate, held: Sequence[Held], n: int, placed: Relations) -> Place:
    """The atlas does not know the place; it is put where the words put it, or in the town that it is told of beside."""
    told = placed.told.get(id(candidate))
    if told is not None:
        anchor, km, degrees = told
        lat, lon = offset(anchor.lat, anchor.lon, degrees, km if km is not None else (anchor.radius_km or 5) + 5)
        note = f"{km:.0f} km from {anchor.name}" if km is not None else f"beside {anchor.name}"
        radius = round(max(3.0, km / 5), 1) if km is not None else 20.0
        return _put(place, anchor, note, radius, lat, lon)
    holder = candidate.container
    if holder is not None:
        for other, entry, _, _ in held[max(0, n - 3) : n + 4]:
            if other is holder and entry is not None and entry.level != "country":
                return _put(place, entry, f"it lies in {entry.name}", entry.radius_km)
    town = _town_beside(candidate, held, n)
    if town is not None:
        return _put(place, town, f"told of beside {town.name}", max(_AROUND[place.level], town.radius_km or 0.0))
    return place


_AROUND: dict[Level, float] = {"site": 10, "district": 15, "town": 40, "area": 60, "admin1": 150, "country": 500}
"""How far, in km, something of a level may lie from the town that it is told of beside."""


def _put(
    place: Place, anchor: Entry, note: str, radius: float | None, lat: float | None = None, lon: float | None = None
) -> Place:
    return replace(
        place, country=anchor.country, lat=anchor.lat if lat is None else lat, lon=anchor.lon if lon is None else lon,
        radius_km=radius, rule="places.located", why=(*place.why, Why("lat", "places.located", None, note)),
    )  # fmt: skip


def _town_beside(candidate: Candidate, held: Sequence[Held], n: int) -> Entry | None:
    """The town that something is told of beside: of its sentence; for a site also the report's one town."""
    around = [(m, *held[m][:2]) for m in range(max(0, n - 8), min(len(held), n + 9))]
    towns = [(m, other, entry) for m, other, entry in around if entry is not None and entry.level == "town"]
    here = [(abs(m - n), m, entry) for m, other, entry in towns if other.number == candidate.number]
    if here:
        return min(here, key=lambda near: near[:2])[2]
    before = [(m, entry) for m, other, entry in towns if candidate.number - 2 <= other.number < candidate.number]
    last = max(before, key=lambda near: near[0])[1] if before else None
    if candidate.level not in {"site", "district", "area"}:
        return None
    # A dateline says where the report was written, not what it tells of.
    all_towns = [
        entry for c, entry, _, _ in held[:400] if entry is not None and entry.level == "town" and not c.name.isupper()
    ]
    counts = Counter(entry.id for entry in all_towns)
    for best, count in counts.most_common(1):
        if 5 * count >= 2 * len(all_towns):
            return next(entry for entry in all_towns if entry.id == best)
    if candidate.kind in W.URBAN and all_towns:
        country = Counter(entry.country for entry in all_towns).most_common(1)[0][0]
        sizes = sorted(
            {entry.population: entry for entry in all_towns if entry.country == country}.items(), reverse=True
        )
        if len(sizes) == 1 or sizes[0][0] >= 4 * sizes[1][0]:
            return sizes[0][1]
    return last
