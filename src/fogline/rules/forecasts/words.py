"""The lexicon of likelihood, keyed by every form of its words."""

from functools import cache
from typing import Literal

from fogline.grammar.forms import noun_forms, verb_forms
from fogline.lexicon import Entry, entries
from fogline.nouns import Likelihood

__all__ = [
    "Word",
    "adverbs",
    "chance_lengths",
    "chances",
    "dreads",
    "happenings",
    "intents",
    "measures",
    "modals",
    "nearing",
    "odds_words",
    "outcomes",
    "phrases",
    "plans",
    "predicates",
    "scheduled",
    "verbs",
    "wordset",
]


class Word(Entry, frozen=True):
    """A word of likelihood; see the head of ``likelihood.toml``.

    `weak`: it tells of the future only beside a condition, a time to come or "soon"; `timed`: only beside
    a time to come; `reported`: only in somebody's words; `future`: only of a time to come; `excludes`: denied,
    it may come; `bare`: a noun alone may be what is promised; `needs`: the word after it.
    """

    kind: Literal[
        "modal",
        "verb",
        "predicate",
        "adverb",
        "plan",
        "intent",
        "noun",
        "odds",
        "outcome",
        "happening",
        "nearing",
        "phrase",
        "dread",
        "measure",
        "schedule",
    ]
    level: Likelihood
    negated: Likelihood | None = None
    stressed: Likelihood | None = None
    past: bool = False
    weak: bool = False
    timed: bool = False
    reported: bool = False
    future: bool = False
    excludes: bool = False
    bare: bool = False
    needs: Literal["if", "to", "that", "of"] | None = None


def wordset(words: str) -> frozenset[str]:
    """The words of a string, parted by white space, as a set."""
    return frozenset(words.split())


def _of(kind: str) -> list[tuple[str, Word]]:
    return [(word, entry) for entry in entries("likelihood", Word) if entry.kind == kind for word in entry.words]


@cache
def modals() -> dict[str, Word]:
    """Modal verbs by form."""
    return dict(_of("modal"))


@cache
def verbs() -> dict[str, Word]:
    """Verbs whose complement is to come, by form; of a phrase its first word."""
    return {form.partition(" ")[0]: entry for word, entry in _of("verb") for form in verb_forms(word)}


@cache
def plans() -> dict[str, Word]:
    """Verbs that bind their subject, by form."""
    return {form: entry for word, entry in _of("plan") for form in verb_forms(word)}


@cache
def intents() -> dict[str, Word]:
    """Nouns that bind as a plan does, "a promise to leave", by form."""
    return {form: entry for word, entry in _of("intent") for form in noun_forms(word)}


@cache
def predicates() -> dict[str, Word]:
    """Words after "be"."""
    return dict(_of("predicate"))


@cache
def adverbs() -> dict[tuple[str, ...], Word]:
    """Adverbs of likelihood, by their words."""
    return {tuple(word.split()): entry for word, entry in _of("adverb")}


@cache
def chances() -> dict[tuple[str, ...], Word]:
    """Nouns of likelihood with their adjective, by their words."""
    return {tuple(word.split()): entry for word, entry in _of("noun")}


@cache
def chance_lengths() -> dict[str, tuple[int, ...]]:
    """How many words the nouns of likelihood have, longest first, by their first word: few tokens need a look."""
    lengths: dict[str, set[int]] = {}
    for words in chances():
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


@cache
def odds_words() -> dict[str, Word]:
    """Words for odds, after "the chances are"."""
    return dict(_of("odds"))


@cache
def outcomes() -> frozenset[str]:
    """Verbs of what one thing leads to, by form: after "could" they foretell."""
    return frozenset(form for word, _ in _of("outcome") for form in verb_forms(word))


@cache
def happenings() -> frozenset[str]:
    """Nouns that name a happening, by form."""
    return frozenset(form for word, _ in _of("happening") for form in noun_forms(word))


@cache
def nearing() -> dict[str, Word]:
    """Adjectives of a happening that is near."""
    return dict(_of("nearing"))


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Word], ...]]:
    """Phrases that put something near or certain, "on the verge", longest first, by their first word."""
    made: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for phrase, word in _of("phrase"):
        words = tuple(phrase.split())
        made.setdefault(words[0], []).append((words, word))
    return {first: tuple(sorted(row, key=lambda one: -len(one[0]))) for first, row in made.items()}


@cache
def dreads() -> dict[str, Word]:
    """Nouns and verbs before "of" and a happening, by form: "fears of an attack", "warned of a siege"."""
    told = {form: entry for word, entry in _of("dread") for form in {*noun_forms(word), *verb_forms(word)}}
    told.pop("prospects", None)  # "the prospects of the offensive" are its chances, not that it comes
    return told


@cache
def measures() -> frozenset[str]:
    """Nouns for what is proposed or decided, by form: what "the deal would" do is to come."""
    return frozenset(form for word, _ in _of("measure") for form in noun_forms(word))


@cache
def scheduled() -> dict[str, Word]:
    """Verbs that tell a timetable in the present tense, "the court sits on Friday", by form."""
    return {form: entry for word, entry in _of("schedule") for form in verb_forms(word)}
