"""The lexicon of what a number counts, keyed by every form of its words."""

from functools import cache
from typing import Final, Literal

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.grammar.forms import noun_forms, verb_forms
from fogline.lexicon import Entry, entries
from fogline.nouns import Counted
from fogline.rules.figures.amounts import QUOTES, Quantity, wordset

__all__ = [
    "HARM",
    "Finding",
    "Line",
    "Needs",
    "Noun",
    "Nouns",
    "Phrase",
    "States",
    "Verb",
    "Verbs",
    "degrees",
    "nouns",
    "phrase",
    "states",
    "verbs",
]

HARM: Final[frozenset[Counted]] = frozenset(
    ["killed", "injured", "casualties", "captured", "missing", "displaced", "trapped"]
)
"""What befalls people."""


Needs = Literal["people", "crowd", "force", "things"]
"""What a verb must have beside the number: human beings, a crowd of no fighters, armed people, or things unknown."""


class CountedWord(Entry, frozen=True):
    """A word that says what a number counts; see the head of ``counted.toml``."""

    by: Literal["noun", "verb", "state", "degree"]
    what: Counted
    part: Literal["object", "subject"] | None = None
    people: bool = False
    share: bool = False
    deed: bool = False
    least: float = 0
    needs: Needs | None = None
    beside: tuple[str, ...] = ()


class Noun(Struct, frozen=True):
    """A noun that can be counted; `share`: by fractions alone; `deed`: only where things are destroyed."""

    what: Counted
    people: bool
    share: bool
    least: float
    deed: bool


class Verb(Struct, frozen=True):
    """A verb that says what befell those who were counted, and whether they are its object or its subject.

    `beside`: one of these words must follow soon ("lost their lives").
    """

    what: Counted
    part: Literal["object", "subject"]
    needs: Needs | None
    beside: frozenset[str]


Nouns = dict[str, Noun]
Verbs = dict[str, tuple[Verb, ...]]
States = dict[str, Counted]


@cache
def nouns() -> Nouns:
    """Nouns by form, one or two words."""
    return {
        form: Noun(entry.what, entry.people, entry.share, entry.least, entry.deed)
        for entry in entries("counted", CountedWord)
        if entry.by == "noun"
        for word in entry.words
        for form in noun_forms(word)
    }


@cache
def verbs() -> Verbs:
    """Verbs by form; those that need a word beside them come first."""
    made: dict[str, list[Verb]] = {}
    for entry in entries("counted", CountedWord):
        if entry.by == "verb":
            verb = Verb(entry.what, entry.part or "object", entry.needs, frozenset(entry.beside))
            for word in entry.words:
                for form in verb_forms(word):
                    made.setdefault(form, []).append(verb)
    return {form: tuple(sorted(row, key=lambda verb: not verb.beside)) for form, row in made.items()}


@cache
def degrees() -> States:
    """Words after a percentage that say of what it is a part: "80 percent destroyed"."""
    return {
        word: entry.what for entry in entries("counted", CountedWord) if entry.by == "degree" for word in entry.words
    }


@cache
def states() -> States:
    """Words beside a noun that say in which state those who were counted are."""
    return {
        word: entry.what for entry in entries("counted", CountedWord) if entry.by == "state" for word in entry.words
    }


class Phrase(Struct, frozen=True):
    """The words that a number counts: tokens ``a..b``, their head noun at `head` (None: "of them", or nothing)."""

    a: int
    b: int
    head: int | None
    partitive: bool


class Finding(Struct, frozen=True):
    """What a number counts, and the tokens ``i..j`` that say so."""

    what: Counted
    i: int
    j: int
    note: str | None = None


class Line(Struct, frozen=True, eq=False):
    """A sentence with its amounts and, for each of them, the words that it counts; `at`: by first token."""

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    phrases: tuple[Phrase, ...]
    at: dict[int, int]

    def low(self, k: int) -> str:
        """The word at token `k` in lower case; empty beyond the ends."""
        lows = self.sentence.lows
        return lows[k] if 0 <= k < len(lows) else ""

    def tag(self, k: int) -> str:
        """The tag of token `k`; empty beyond the ends."""
        tags = self.sentence.tags
        return tags[k] if 0 <= k < len(tags) else ""


_NOMINAL: Final = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "FW", "AFX", "ADD"])
_NOUN: Final = frozenset(["NN", "NNS", "NNP", "NNPS", "FW"])
_MORE: Final = frozenset(["more", "other", "others", "additional", "further", "new", "extra"])
_DETERMINERS: Final = wordset("the its their his her our your my this these those that all")
_PRONOUNS: Final = frozenset(["them", "whom", "those", "us", "which", "these"])
_CALENDAR: Final = wordset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december today yesterday tomorrow"
)
_FUNCTION: Final = wordset("is are was were be been has have had in at on to from by with for as and or than")
_LONGEST: Final = 12


def phrase(sentence: Sentence, j: int) -> Phrase:
    """The words after token `j` that a number ending there counts: "other Taliban bodies", "of its staff"."""
    tokens = sentence.tokens
    k = j
    while k < len(tokens) and k < j + 3 and tokens[k].low in QUOTES:
        k += 1
    first = k
    while k < len(tokens) and tokens[k].low in _MORE and tokens[k].low != "others":
        k += 1
    partitive = False
    if k < len(tokens) and tokens[k].low == "of":
        partitive = True
        k += 1
        if k < len(tokens) and tokens[k].low in _PRONOUNS and not _noun_follows(sentence, k + 1):
            return Phrase(first, k + 1, None, True)
        while k < len(tokens) and (tokens[k].low in _DETERMINERS or tokens[k].low in _MORE):
            k += 1
    start = k
    head: int | None = None
    while k < len(tokens) and k < start + _LONGEST:
        token = tokens[k]
        if token.low in _CALENDAR and token.tag.startswith("NN"):
            break
        if partitive and head is None and token.low in states() and tokens[k - 1].low == "the":
            head, k = k, k + 1  # "seven of the dead"
            break
        if token.low in QUOTES:
            if head is None or not _noun_follows(sentence, k + 1):
                break  # "six “Falcon” launchers" goes on, "six launchers” stood" does not
        elif token.tag in {"VBN", "VBG", "VBD"} or token.low in states():
            if not _noun_follows(sentence, k + 1) or (token.low in states() and not _known(sentence, k + 1)):
                break
            if head is not None and tokens[head].tag in {"NNS", "NNPS"}:
                break
        elif token.tag in {"-", "HYPH"} or token.low == "-":
            if not _noun_follows(sentence, k + 1):
                break
        elif token.tag == "CD" and any(mark.isalpha() for mark in token.text) and "-" in token.text:
            pass  # a model: "two T-72 tanks"
        elif token.tag not in _NOMINAL or token.low in _FUNCTION:
            break
        elif head is not None and token.tag == "NNP" and tokens[head].tag == "NN" and tokens[head].low in nouns():
            break  # "a tenth of the land Carthage once ruled"
        if token.tag in _NOUN or token.low in nouns():
            head = k
        k += 1
    if k < len(tokens) and tokens[k].low == "(" and head is not None and tokens[head].low not in nouns():
        # "hundreds of IS (Islamic State) prisoners": what stands in brackets explains the modifier.
        close = next((m for m in range(k, min(k + 9, len(tokens))) if tokens[m].low == ")"), None)
        if close is not None and _noun_follows(sentence, close + 1):
            head = close + 1
            while head + 1 < len(tokens) and tokens[head + 1].tag in {"NN", "NNS"}:
                head += 1
    if head is None:
        return Phrase(first, first, None, partitive)
    return Phrase(start, head + 1, head, partitive)


def _known(sentence: Sentence, k: int) -> bool:
    """Does a noun phrase that the lexicon knows follow, so that the word before it is a modifier?"""
    for token in sentence.tokens[k : k + 3]:
        if token.low in nouns():
            return True
        if token.tag not in _NOMINAL:
            return False
    return False


def _noun_follows(sentence: Sentence, k: int) -> bool:
    return k < len(sentence.tokens) and (sentence.tokens[k].tag in _NOUN or sentence.tokens[k].low in nouns())


def head_noun(line: Line, found: Phrase) -> Noun | None:
    """The lexicon's noun for a phrase: its last two words, or its last; "members of X" is one too."""
    if found.head is None:
        return None
    two = f"{line.low(found.head - 1)} {line.low(found.head)}" if found.head > found.a else ""
    return nouns().get(two) or nouns().get(line.low(found.head))
