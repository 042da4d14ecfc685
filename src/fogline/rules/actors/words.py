"""The lexicon's words on actors as look-up tables, built once."""

from functools import cache
from typing import Literal

from msgspec import Struct

from fogline.grammar.forms import noun_forms, verb_forms
from fogline.lexicon import Entry, entries
from fogline.nouns import ActorKind

Gender = Literal["m", "f"]


class RoleEntry(Entry, frozen=True):
    """Nouns for one person; `plural` is the kind of actor that their plural names."""

    title: bool = False
    honorific: bool = False
    gender: Gender | None = None
    plural: ActorKind = "people"


class BodyEntry(Entry, frozen=True):
    """Nouns for bodies that act as one; `weak` ones are actors only where they speak or act."""

    kind: ActorKind
    plural: bool = False
    weak: bool = False


class NameEntry(Entry, frozen=True):
    """Given names."""

    gender: Gender


class VerbEntry(Entry, frozen=True):
    """Verbs of speaking or acting."""

    speech: bool


class EdgeEntry(Entry, frozen=True):
    """Words that tell where a name begins and ends; `use` is the key in `EDGES`."""

    use: str


EDGES = {edge.use: frozenset(edge.words) for edge in entries("actors_edges", EdgeEntry)}
"""Small words and capitals by what the rules use them for, as printed or in lower case."""


class Head(Struct, frozen=True, gc=False):
    """What a noun says of the actor that it heads."""

    kind: ActorKind
    plural: bool
    gender: Gender | None
    role: str | None
    weak: bool


class Words(Struct, frozen=True):
    """The tables: heads of descriptions, titles before names, words of proper names, given names, verb forms."""

    heads: dict[str, Head]
    titles: dict[str, Gender | None]
    honorifics: frozenset[str]
    bodies: dict[str, ActorKind]
    given: dict[str, Gender | None]
    speech: frozenset[str]
    acts: frozenset[str]


@cache
def load_words() -> Words:
    """The tables of this package, from the lexicon families ``actors_*``."""
    heads: dict[str, Head] = {}
    titles: dict[str, Gender | None] = {}
    honorifics = set()
    for body in entries("actors_collectives", BodyEntry):
        for word in body.words:
            last = word.lower()
            heads.setdefault(last, Head(body.kind, body.plural, None, None, body.weak))
            if not body.plural:
                for form in noun_forms(last) - {last}:
                    heads.setdefault(form, Head(body.kind, True, None, None, body.weak))
    for role in entries("actors_roles", RoleEntry):
        for word in role.words:
            low = word.lower()
            if role.title:
                titles[low] = role.gender
            if role.honorific or low.endswith("."):
                honorifics.add(low)
                continue
            heads[low] = Head("person", False, role.gender, low, False)
            for form in _plurals(low):
                heads[form] = Head(role.plural, True, None, low, False)
    given: dict[str, Gender | None] = {}
    for names in entries("actors_names", NameEntry):
        for word in names.words:
            given[word] = names.gender if given.get(word, names.gender) == names.gender else None
    verbs = entries("actors_verbs", VerbEntry)
    return Words(
        heads=heads,
        titles=titles,
        honorifics=frozenset(honorifics),
        bodies={word: body.kind for body in entries("actors_organisations", BodyEntry) for word in body.words},
        given=given,
        speech=frozenset(form for verb in verbs if verb.speech for word in verb.words for form in verb_forms(word)),
        acts=frozenset(form for verb in verbs if not verb.speech for word in verb.words for form in verb_forms(word)),
    )


def _plurals(low: str) -> set[str]:
    if low.endswith("man"):
        return {low[:-3] + "men"}
    if low == "child":
        return {"children"}
    if low == "person":
        return {"people", "persons"}
    if low == "peshmerga":
        return {low}
    if low == "mujahid":
        return {"mujahideen", "mujahidin"}
    if low == "passer-by":
        return {"passers-by"}
    if low == "wife":
        return {"wives"}
    return set(noun_forms(low) - {low})
