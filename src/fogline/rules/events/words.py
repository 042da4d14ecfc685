"""The events lexicon, made ready to be looked up: triggers by their first word, and what kind of thing a noun names."""

from collections.abc import Callable
from functools import cache
from typing import Final, Literal

from msgspec import Struct

from fogline.grammar.forms import noun_forms, verb_forms
from fogline.lexicon import Entry, entries
from fogline.nouns import EventType

GAP: Final = "…"
"""In a trigger's words: up to `WIDEST` words of the object may stand here ("took … hostage")."""
WIDEST: Final = 6


class Kind(Entry, frozen=True):
    """Nouns that name one kind of thing ("aircraft"), as far as it decides a type of event."""

    kind: str


class VerbEntry(Entry, frozen=True):
    """A verb that tells of an event when its subject and object are of these kinds; empty tuples ask nothing.

    `aims`: prepositions that stand before the target; `bare`: it has no object; `plural`: its subject is more than one;
    `aim`: its infinitive tells what somebody wants, no event; `effect`: the outcome of another event in the same
    sentence, when there is one; `loses`: its subject loses ground, whoever takes it stands after `aims`;
    `unless`: words that make it something else when they stand shortly after it.
    """

    type: EventType
    subject: tuple[str, ...] = ()
    subject_not: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    effect: bool = False
    bare: bool = False
    aim: bool = False
    plural: bool = False
    loses: bool = False
    unless: tuple[str, ...] = ()


class NounEntry(Entry, frozen=True):
    """A noun that names an event; see the head of ``events_nouns.toml`` for the switches."""

    type: EventType
    weak: bool = False
    refers: bool = False
    background: bool = False
    territory: bool = False
    effect: bool = False
    followed: tuple[str, ...] = ()
    like: tuple[EventType, ...] = ()


class Helper(Entry, frozen=True):
    """Words beside a trigger that serve one `use`; see the head of ``events_helpers.toml``."""

    use: str
    inflect: Literal["verb", "noun", "none"]


class Pattern(Struct, frozen=True):
    """The words of a trigger after its first one, with the entry that they stand in."""

    rest: tuple[str, ...]
    order: int
    entry: VerbEntry | NounEntry


def _index(listed: list[tuple[str, Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    table: dict[str, list[Pattern]] = {}
    for first, pattern in listed:
        table.setdefault(first, []).append(pattern)
    # Longest words first, then as the file has them: special readings of a verb stand before general ones.
    return {
        first: tuple(sorted(patterns, key=lambda pattern: (-len(pattern.rest), pattern.order)))
        for first, patterns in table.items()
    }


@cache
def verbs() -> dict[str, tuple[Pattern, ...]]:
    """Verb triggers by each form of their first word."""
    listed = []
    for order, entry in enumerate((*entries("events_verbs", VerbEntry), *entries("events_acts", VerbEntry))):
        for words in entry.words:
            first, *rest = words.split()
            listed += [(form, Pattern(tuple(rest), order, entry)) for form in verb_forms(first)]
    return _index(listed)


@cache
def nouns() -> dict[str, tuple[Pattern, ...]]:
    """Noun triggers by their first word, singular and plural."""
    listed = []
    for order, entry in enumerate(entries("events_nouns", NounEntry)):
        for form in sorted({form for words in entry.words for form in noun_forms(words)}):
            first, *rest = form.split()
            listed.append((first, Pattern(tuple(rest), order, entry)))
    return _index(listed)


@cache
def triggering() -> frozenset[str]:
    """The first words of all triggers."""
    return frozenset(verbs().keys() | nouns().keys())


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The kinds of each noun or pair of nouns, singular and plural."""
    table: dict[str, set[str]] = {}
    for entry in entries("events_classes", Kind):
        for words in entry.words:
            for form in noun_forms(words):
                table.setdefault(form, set()).add(entry.kind)
    return {words: frozenset(found) for words, found in table.items()}


@cache
def helpers(use: str) -> frozenset[str]:
    """All forms of the words that serve one use ("light", "plan", "doubt"…)."""
    forms: dict[str, Callable[[str], frozenset[str]]]
    forms = {"verb": verb_forms, "noun": noun_forms, "none": lambda word: frozenset({word})}
    return frozenset(
        form
        for entry in entries("events_helpers", Helper)
        if entry.use == use
        for word in entry.words
        for form in forms[entry.inflect](word)
    )
