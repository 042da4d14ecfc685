"""The places layer: every mention of a place that a map could show, with its point, its level and the reason.

Countries count only where something is located in them; capitals that act are governments. A name has one sense in a
report. `find` runs in three steps: gather candidates (`scan`), weigh them (`senses`), write down those that hold.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from fogline.atlas import Atlas, Entry, fold
from fogline.nouns import Level, Place, Why
from fogline.rules.context import Context
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.candidate import Candidate
from fogline.rules.places.relative import Relations, offset, relations, relative
from fogline.rules.places.scan import candidates
from fogline.rules.places.senses import Shares, choose, countries, kilometres, spelt, weight

__all__ = ["find", "framed", "located", "named", "part_of", "relative", "respelt"]

Held = tuple[Candidate, Entry | None, str, str]
"""A candidate that is a place, which one, by which rule, and why."""
HOLDS = 2.0
"""The least sum of signs that makes a name of the atlas a place; measured on GeoVirus."""
_KINDS_READ = frozenset(["headline", "dateline", "caption", "body", "postscript", "correction"])


def find(context: Context) -> tuple[Place, ...]:
    """Every mention of a place that a map could show, in order; the same name has one sense in the whole report."""
    atlas = context.atlas
    gathered: list[Candidate] = []
    for number, sentence in enumerate(context.prose.sentences):
        if sentence.kind in _KINDS_READ:
            gathered.extend(candidates(sentence, number, atlas))
    shares = countries(context.prose, atlas, gathered)
    people = _people(gathered)
    senses = _senses(gathered, shares, atlas)
    actors = _actors(gathered)
    held: list[Held] = []
    kept: set[int] = set()
    for candidate in gathered:
        verdict = _judge(candidate, senses, shares, people, actors, atlas, kept)
        if verdict is not None:
            kept.add(id(candidate))
            held.append((candidate, *verdict))
    held = _again(gathered, held, kept, people)
    placed = relations(context.prose, [(c, e) for c, e, _, _ in held])
    made = [_place(context, held, n, placed) for n in range(len(held))]
    made += [relative(context.text, found) for found in placed.bare]
    return _apart(made)


def _again(gathered: Sequence[Candidate], held: list[Held], kept: set[int], people: set[str]) -> list[Held]:
    """A name that is a place where a preposition says so is one at its other mentions too, unless it speaks there."""
    sure = {
        fold(candidate.name): (entry, rule, why)
        for candidate, entry, rule, why in held
        if candidate.direct and candidate.strength >= 2.0 and candidate.kind is None and candidate.part is None
        and (entry is None or (entry.level != "country" and entry.kind not in {"capital", "continent"}))
    }  # fmt: skip
    more: list[Held] = []
    for candidate in gathered:
        found = sure.get(fold(candidate.name))
        if found is None or id(candidate) in kept or candidate.refused or candidate.speaks or candidate.possessive:
            continue
        if candidate.text_before() in {"the", "by"} or candidate.kind is not None:
            continue
        if candidate.sentence.tokens[candidate.j - 1].low in people:
            continue
        more.append((candidate, *found))
    return sorted([*held, *more], key=lambda one: one[0].start) if more else held


def _people(gathered: Sequence[Candidate]) -> set[str]:
    """Last words of the report's longer names that are persons': a later "London said" may be Jack London."""
    return {
        candidate.sentence.tokens[candidate.j - 1].low
        for candidate in gathered
        if candidate.refused in {"a person's title stands before it", "it is part of a longer name"}
        or (not candidate.entries and candidate.j - candidate.i > 1 and candidate.kind is None and not candidate.direct)
    }


def _actors(gathered: Sequence[Candidate]) -> set[str]:
    """Names that the atlas lacks and that act, own, or stand behind "the" as groups do (the Houthis)."""
    found = {fold(c.name) for c in gathered if not c.entries and (c.agent or c.possessive) and not c.direct}
    for c in gathered:
        if not c.entries and c.kind is None and c.text_before() == "the":
            name = fold(c.name)
            found |= {name, name.removesuffix("s"), name + "s"}
    return found


def _key(candidate: Candidate) -> tuple[str, str]:
    level = candidate.level if candidate.level in {"admin1", "site", "area"} else ""
    return fold(candidate.name), level or ""


def _senses(
    gathered: Sequence[Candidate], shares: Shares, atlas: Atlas
) -> dict[tuple[str, str], tuple[Entry, float, str]]:
    """The sense of every name; clear ones first, so that the rest can lean on what lies nearby."""
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in gathered:
        if candidate.entries and not (candidate.refused and not candidate.countries):
            groups[_key(candidate)].append(candidate)
    first = {key: choose(group, shares, ()) for key, group in groups.items()}
    anchors = [
        found[0]
        for key, found in sorted(first.items())
        if found and found[1] >= 6.0 and found[0].level in {"town", "site", "district", "admin1"}
    ][:40]
    return {
        key: found
        for key, group in groups.items()
        if (found := choose(group, shares, [a for a in anchors if first[key] is None or a.id != first[key][0].id]))  # type: ignore[index]
    }


def _judge(
    candidate: Candidate, senses: dict[tuple[str, str], tuple[Entry, float, str]], shares: Shares, people: set[str],
    actors: set[str], atlas: Atlas, kept: set[int],
) -> tuple[Entry | None, str, str] | None:  # fmt: skip
    """Is it a place, which, by which rule and why? None: no place."""
    if candidate.refused:
        return None
    in_list = candidate.beside is not None and id(candidate.beside) in kept
    strength = candidate.strength
    if in_list and candidate.beside is not None and not candidate.direct:
        strength += max(0.0, min(2.5, candidate.beside.strength))
    sense = senses.get(_key(candidate))
    if candidate.entries and sense and not _elsewhere(candidate, sense[0], senses, shares):
        entry, _, why = sense
        rule = "part_of" if _is_part(candidate, entry) else "named"
        return (entry, rule, why) if _holds(candidate, entry, strength, shares, people) else None
    if candidate.shouted and not candidate.direct:
        return None
    tokens = candidate.sentence.tokens[candidate.i : candidate.j]
    if any(token.low in W.ORGANISATION or token.low in W.TITLES or token.low in W.CALENDAR for token in tokens):
        return None
    if len(tokens) > 3 or any(token.low in W.COMMON for token in tokens) or tokens[0].text.isupper():
        return None
    frame = candidate.kind is not None or (candidate.level is not None and strength >= 2.5)
    weak = candidate.direct and strength >= 1.0
    struck = strength >= 1.2 and not candidate.agent  # the object of "shelled", "entered"
    if not frame and not weak and not struck and not (in_list and strength >= 2.0):
        return None
    if candidate.agent and not candidate.direct:
        return None
    if not frame and candidate.possessive:
        return None
    near = spelt(candidate.name, atlas, shares, candidate.level)
    if near is not None and (candidate.level is None or candidate.level in {near.level, "town", "district", "admin1"}):
        return near, "respelt", f"spelt much like {near.name}, in a country that the report is about"
    if fold(candidate.name) in actors and (candidate.kind is None or candidate.level in {"area", "district", "admin1"}):
        return None
    if frame and any(not W.plain(token.low) for token in tokens):
        return None, "framed", "the atlas does not know it"
    if not frame and not candidate.direct and not in_list:
        return None
    if strength < 2.0 and len(tokens) > 1 and candidate.text_before() not in {"from", "at", "past"}:
        return None
    if strength < 2.0 and (tokens[-1].low in people or candidate.text_before() == "of"):
        return None
    clear = not any(W.plain(token.low) for token in tokens)
    if candidate.i and (clear or (len(tokens) > 1 and strength >= 2.0 and not W.plain(tokens[-1].low))):
        following = candidate.sentence.tokens[candidate.j].tag if candidate.j < len(candidate.sentence.tokens) else "."
        if tokens[-1].tag in {"NNP", "NNPS"} and following not in {"NN", "NNS", "NNP", "POS", "CD"}:
            return None, "framed", "the atlas does not know it"
    return None


def _elsewhere(
    candidate: Candidate, entry: Entry, senses: dict[tuple[str, str], tuple[Entry, float, str]], shares: Shares
) -> bool:  # fmt: skip
    """Is the only place of that name far from where the words put it ("X, a suburb of Damascus")?"""
    if entry.level == "admin1" and entry.alias and not entry.own and shares:
        return shares.get(entry.country or "", 0.0) == 0.0 and max(shares.values()) >= 0.5
    if entry.level in {"country", "admin1", "area"}:
        return False
    holder = candidate.container
    anchor = senses.get(_key(holder)) if holder is not None else None
    if anchor is not None and anchor[0].level == "town" and kilometres(entry, anchor[0]) > 120:
        return True
    # Forts, markets and small towns of one name are many: one in a country that the report never comes near is another.
    foreign = bool(shares) and shares.get(entry.country or "", 0.0) < 0.1
    return foreign and (entry.level in {"site", "district"} or weight(entry) < 4.0) and max(shares.values()) >= 0.3


def _is_part(candidate: Candidate, entry: Entry) -> bool:
    return candidate.part is not None or (candidate.kind is not None and candidate.level not in {entry.level, None})


def _holds(candidate: Candidate, entry: Entry, strength: float, shares: Shares, people: set[str]) -> bool:
    """Do the signs suffice for this name of the atlas?"""
    if entry.level == "country":
        if candidate.part and not candidate.agent:
            return True
        return candidate.direct and strength >= 1.0 and not candidate.possessive
    if entry.kind == "continent" and not candidate.direct:
        return False
    if entry.kind == "capital" and not candidate.direct and not candidate.kind and not candidate.part:
        # The capital of the country that the report is about may be meant as a town; another one is its government.
        home = shares.get(entry.country or "", 0.0) >= 0.35
        if candidate.agent or ((candidate.possessive or strength < 0.8) and not home):
            return False
    size = weight(entry)
    total = strength + 0.62 * size - 0.2
    if shares:
        share = shares.get(entry.country or "", 0.0)
        total += 1.2 if share >= 0.12 else 0.3 if share > 0.03 or not entry.country else -0.8
        if candidate.direct and share >= 0.3:
            total += 0.5
    if candidate.agent and not candidate.direct:
        total -= (
            1.0 if candidate.speaks or entry.kind == "capital" or shares.get(entry.country or "", 0.0) < 0.12 else 0.3
        )
    if candidate.shouted:
        total -= 0.3
    if candidate.j == candidate.i + 1 and candidate.sentence.tokens[candidate.i].low in people and strength < 2.0:
        total -= 3.5
    return total >= HOLDS + 0.6


def _place(context: Context, held: Sequence[Held], n: int, placed: Relations) -> Place:
    candidate, entry, rule, why = held[n]
    if entry is None:
        place = framed(context.text, candidate, why)
        return located(place, candidate, held, n, placed)
    if rule == "part_of":
        return part_of(context.text, candidate, entry, why)
    if rule == "respelt":
        return respelt(context.text, candidate, entry, why)
    return named(context.text, candidate, entry, why)


def _written(text: str, candidate: Candidate, entry: Entry, rule: str, why: str, level: Level | None = None) -> Place:
    start, end = candidate.start, candidate.end
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
        why=(Why("name", f"places.{rule}", None, why),),
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
        place = replace(place, lat=lat, lon=lon, radius_km=entry.radius_km / 2)
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


def _apart(places: Sequence[Place]) -> tuple[Place, ...]:
    """In order, and of two that overlap the longer one."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if kept and place.start < kept[-1].end:
            if place.end - place.start > kept[-1].end - kept[-1].start:
                kept[-1] = place
            continue
        kept.append(place)
    return tuple(kept)
