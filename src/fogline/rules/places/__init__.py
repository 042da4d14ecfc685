"""The places layer: every mention of a place that a map could show, with its point, its level and the reason.

Countries count only where something is located in them; capitals that act are governments. A name has one sense in a
report. `find` runs in three steps: gather candidates (`scan`), weigh them (`senses`), write down those that hold.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from fogline.atlas import Atlas, Entry, fold
from fogline.nouns import Place
from fogline.rules.context import Context
from fogline.rules.places import words as W  # noqa: N812
from fogline.rules.places.candidate import Candidate
from fogline.rules.places.relative import relations, relative
from fogline.rules.places.routes import border, route, routes
from fogline.rules.places.scan import candidates
from fogline.rules.places.senses import Shares, choose, countries, kilometres, spelt, weight
from fogline.rules.places.write import Held, framed, located, named, part_of, respelt, written

__all__ = ["border", "find", "framed", "located", "named", "part_of", "relative", "respelt", "route"]

HOLDS = 2.0
"""The least sum of signs that makes a name of the atlas a place; measured on GeoVirus."""
_KINDS_READ = frozenset(["headline", "dateline", "caption", "body", "postscript", "correction"])
_KINDS_LISTED = _KINDS_READ - {"dateline"}
"""A dateline says where the report was written: it helps to tell which Tripoli, and is no place that it tells of."""


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
    made = [written(context, held, n, placed) for n in range(len(held)) if held[n][0].sentence.kind in _KINDS_LISTED]
    made += [relative(context.text, one) for one in placed.bare if one.candidate.sentence.kind in _KINDS_LISTED]
    made += routes(context.prose, context.text, atlas, shares, _KINDS_LISTED)
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
    first = {key: choose(group, shares, (), atlas) for key, group in groups.items()}
    anchors = [
        found[0]
        for _, found in sorted(first.items())
        if found and found[1] >= 6.0 and found[0].level in {"town", "site", "district", "admin1"}
    ][:40]
    senses: dict[tuple[str, str], tuple[Entry, float, str]] = {}
    for key, group in groups.items():
        alone = first[key]
        others = [anchor for anchor in anchors if alone is None or anchor.id != alone[0].id]
        found = choose(group, shares, others, atlas)
        if found is not None:
            senses[key] = found
    return senses


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
    return _unknown(candidate, strength, in_list, shares, people, actors, atlas)


_UNKNOWN = (None, "framed", "the atlas does not know it")


def _unknown(
    candidate: Candidate, strength: float, in_list: bool, shares: Shares, people: set[str], actors: set[str],
    atlas: Atlas,
) -> tuple[Entry | None, str, str] | None:  # fmt: skip
    """Does a name that the atlas lacks, or knows only elsewhere, stand where a place's name stands?"""
    tokens = candidate.sentence.tokens[candidate.i : candidate.j]
    if candidate.kind is not None and len(tokens) == 2 and tokens[-1].tag == "POS":
        return _UNKNOWN if candidate.direct else None  # Martyrs' Square
    if any(token.low in W.ORGANISATION or token.low in W.TITLES or token.low in W.CALENDAR for token in tokens):
        return None
    if any(a.islower() and b.isupper() for token in tokens for a, b in pairwise(token.text)):
        return None  # LinkedIn
    if len(tokens) > 3 or any(token.low in W.COMMON for token in tokens) or tokens[0].text.isupper():
        return None
    frame = candidate.kind is not None or (candidate.level is not None and strength >= 2.5)
    weak = candidate.direct and strength >= 1.0
    struck = strength >= 1.2 and not candidate.agent  # the object of "shelled", "entered"
    if not frame and not weak and not struck and not (in_list and strength >= 2.0):
        return None
    if candidate.speaks or (candidate.agent and not candidate.direct):
        return None
    if not frame and candidate.possessive:
        return None
    near = spelt(candidate.name, atlas, shares, candidate.level)
    if near is not None and (candidate.level is None or candidate.level in {near.level, "town", "district", "admin1"}):
        return near, "respelt", f"spelt much like {near.name}, in a country that the report is about"
    if fold(candidate.name) in actors and (candidate.kind is None or candidate.level in {"area", "district", "admin1"}):
        return None
    if frame and any(not W.plain(token.low) for token in tokens):
        return _UNKNOWN
    if not frame and not candidate.direct and not in_list:
        return None
    return _UNKNOWN if _bare_frame(candidate, strength, people) else None


def _bare_frame(candidate: Candidate, strength: float, people: set[str]) -> bool:
    """Does a preposition alone make an unknown name a place? Not of what may be a person's or a dictionary word."""
    tokens = candidate.sentence.tokens[candidate.i : candidate.j]
    if strength < 2.0 and len(tokens) > 1 and candidate.text_before() not in {"from", "at", "past"}:
        return False
    if len(tokens) > 1 and candidate.a == 1 and candidate.text_before() == "from":
        return False  # who writes, as often as where from
    if strength < 2.0 and (tokens[-1].low in people or candidate.text_before() == "of"):
        return False
    clear = not any(W.plain(token.low) for token in tokens)
    if not candidate.i or not (clear or (len(tokens) > 1 and strength >= 2.0 and not W.plain(tokens[-1].low))):
        return False
    following = candidate.sentence.tokens[candidate.j].tag if candidate.j < len(candidate.sentence.tokens) else "."
    return tokens[-1].tag in {"NNP", "NNPS"} and following not in {"NN", "NNS", "NNP", "POS", "CD"}


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
    if entry.own and entry.level == "town" and all(other.country == entry.country for other in candidate.entries):
        return False
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
        dealt = candidate.text_before() in {"with", "by", "against"}  # with whom, by whom: persons and governments
        acts = candidate.speaks or entry.kind == "capital" or shares.get(entry.country or "", 0.0) < 0.12
        total -= 1.5 if dealt else 1.0 if acts else 0.3
    if candidate.shouted:
        total -= 0.3
    if candidate.j == candidate.i + 1 and candidate.sentence.tokens[candidate.i].low in people and strength < 2.0:
        total -= 3.5
    return total >= HOLDS + 0.6


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
