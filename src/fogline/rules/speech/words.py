"""The words that introduce speech, as the lexicon lists them."""

from functools import cache
from typing import Literal

from fogline.grammar.forms import noun_forms, verb_forms
from fogline.lexicon import Entry, entries
from fogline.nouns import Status

COUNT_NOUNS = frozenset(["toll", "figure", "figures", "number", "count", "estimate", "total", "tally"])
"""What a number that somebody puts forward is called."""


class VerbEntry(Entry, frozen=True, kw_only=True):
    """Verbs of one behaviour: the frames in which they take content, the status that they give it."""

    frames: tuple[str, ...]
    status: Status
    passive: Status | None = None
    """The status of "is said to…", told of nobody by name; None when the passive says nothing."""
    announces: bool = False
    """What the verb says of the future is meant, not foretold."""


class NounEntry(Entry, frozen=True, kw_only=True):
    """Nouns that carry content ("reports of", "his demand that") and the links to it."""

    links: tuple[str, ...]
    status: Status
    hedged: bool = False
    """Nobody named is answerable for it: the noun itself is the hedge."""


class HedgeEntry(Entry, frozen=True, kw_only=True):
    """Words by which a narrator keeps content at a distance."""

    scope: str
    """What they govern: adverb, verb, clause (`it is unclear …`), adjective."""


class MediaEntry(Entry, frozen=True, kw_only=True):
    """Names and nouns of outlets: who relays rather than speaks."""


class RoleEntry(Entry, frozen=True, kw_only=True):
    """Nouns for one person: offices, trades, lots; the fields are those of the actors' lexicon."""

    title: bool = False
    honorific: bool = False
    gender: Literal["m", "f"] | None = None
    plural: str = "people"


@cache
def roles() -> dict[str, Literal["m", "f"] | None]:
    """Nouns for one person, in lower case, to the gender that the word tells."""
    return {word.lower(): entry.gender for entry in entries("actors_roles", RoleEntry) for word in entry.words}


@cache
def verbs() -> dict[str, tuple[tuple[tuple[str, ...], VerbEntry], ...]]:
    """First form of a cue verb to the words that must follow it and its entry, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], VerbEntry]]] = {}
    for entry in entries("cues", VerbEntry):
        for lemma in entry.words:
            for form in verb_forms(lemma):
                first, *rest = form.split()
                table.setdefault(first, []).append((tuple(rest), entry))
    return {form: tuple(sorted(rows, key=lambda row: -len(row[0]))) for form, rows in table.items()}


@cache
def nouns() -> dict[str, NounEntry]:
    """Form of a cue noun to its entry."""
    return {
        form: entry for entry in entries("cue_nouns", NounEntry) for word in entry.words for form in noun_forms(word)
    }


@cache
def hedges() -> dict[str, tuple[tuple[tuple[str, ...], HedgeEntry], ...]]:
    """First word of a hedge to its further words and its entry, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], HedgeEntry]]] = {}
    for entry in entries("hedges", HedgeEntry):
        for words in entry.words:
            phrases = verb_forms(words) if entry.scope == "verb" else {words}
            for phrase in phrases:
                first, *rest = phrase.split()
                table.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


@cache
def media() -> frozenset[str]:
    """Names of outlets and words that only outlets carry in their names, in lower case."""
    return frozenset(word.lower() for entry in entries("media", MediaEntry) for word in entry.words)
