"""Words that may name a place, with every sense and every sign; nothing is decided here about which place it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from fogline.atlas import Atlas, Entry
from fogline.atlas.folding import ARTICLES
from fogline.grammar import Sentence, Token
from fogline.nouns import Level
from fogline.rules.places import words as W  # noqa: N812


@dataclass(slots=True)
class Candidate:
    """Words that may name a place: tokens ``i..j`` the name, ``a..b`` with compass part and kind word."""

    sentence: Sentence
    number: int
    i: int
    j: int
    a: int
    b: int
    entries: tuple[Entry, ...]
    kind: str | None = None
    level: Level | None = None
    part: str | None = None
    strength: float = 0.0
    direct: bool = False
    """A preposition of place stands before it."""
    speaks: bool = False
    """It is the subject of a verb of speaking or deciding."""
    agent: bool = False
    """It acts, owns or is dealt with, as governments do."""
    possessive: bool = False
    shouted: bool = False
    """Capitals mean nothing here: a headline, a line in capitals."""
    refused: str | None = None
    countries: set[str] = field(default_factory=set)
    """Countries in which the words beside it put the place."""
    container: "Candidate | None" = None
    beside: "Candidate | None" = None
    """The name that it stands in a list with, before it."""

    @property
    def name(self) -> str:
        """The name's own words."""
        tokens = self.sentence.tokens
        return " ".join(token.text for token in tokens[self.i : self.j])

    def text_before(self) -> str:
        """The word before it, in small letters."""
        return self.sentence.tokens[self.a - 1].low if self.a else ""

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.sentence.tokens[self.a].start

    @property
    def end(self) -> int:
        """Offset behind the last word."""
        return self.sentence.tokens[self.b - 1].end


def capital(token: Token) -> bool:
    """Is a word written like a name: a capital first, or after a small article (al-Bab, as-Suwayda)?"""
    return _capital(token.text)


@lru_cache(maxsize=1 << 14)
def _capital(text: str) -> bool:
    if text[0].isupper():
        return True
    head, dash, tail = text.partition("-")
    return bool(dash) and head in ARTICLES and tail[:1].isupper()


def shouting(sentence: Sentence) -> bool:
    """Are most of a sentence's words in capitals, so that capitals tell no name from other words?"""
    tokens = sentence.tokens
    if len(tokens) < 5:
        return False
    long = [token.text[0] for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    # A sentence of prose that names many places has many capitals too; it ends in a full stop, a headline does not.
    least = 0.95 if tokens[-1].text == "." else 0.7
    return len(long) >= 5 and sum(map(str.isupper, long)) >= least * len(long)


def demonym(atlas: Atlas, token: Token) -> bool:
    """Is it the adjective or the noun of a people (Syrian, Kurds)?"""
    return "E" in W.kinds(token.low) or atlas.country_of_demonym(token.text) is not None


def kind_at(tokens: Sequence[Token], k: int) -> tuple[int, str] | None:
    """The kind word or words at token `k` ("refugee camp"): their end and the words."""
    for length in (2, 1):
        if k + length <= len(tokens):
            phrase = " ".join(token.low for token in tokens[k : k + length])
            if phrase in W.KINDS:
                return k + length, phrase
    return None


def holder(inner: tuple[Entry, ...], outer: tuple[Entry, ...]) -> bool:
    """May a place of the one name hold a place of the other, as Iraq holds Mosul?"""
    inside = {(entry.country, entry.admin1) for entry in inner if entry.level != "country"}
    countries = {country for country, _ in inside}
    return any(
        (entry.level == "country" and entry.country in countries)
        or (entry.level == "admin1" and (entry.country, entry.admin1) in inside)
        for entry in outer
    )
