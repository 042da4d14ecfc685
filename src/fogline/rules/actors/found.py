"""What the rules of this package pass to each other: a mention on its way to an actor, and a scanned sentence."""

from dataclasses import dataclass, field
from typing import Literal

from fogline.grammar.phrases import NounPhrase, VerbGroup
from fogline.grammar.prose import Sentence
from fogline.nouns import ActorKind
from fogline.roster import Match
from fogline.rules.actors.words import Gender


@dataclass(slots=True, eq=False)
class Found:
    """A mention: tokens ``i..j`` of sentence `s`, its proper name in tokens ``a..b`` (none for a description)."""

    s: int
    i: int
    j: int
    kind: ActorKind
    rule: str
    how: Literal["name", "description", "pronoun"] = "name"
    a: int = -1
    b: int = -1
    plural: bool = False
    gender: Gender | None = None
    key: str | None = None
    roles: set[str] = field(default_factory=set)
    # The noun of the office in a description: "minister" in "the foreign minister", whose `roles` are both words.
    role: str | None = None
    # Is it the subject of a finite verb, and of one of speaking?
    subject: bool = False
    speaks: bool = False
    definite: bool = False
    # A pronoun that tells that there is one of them: "it".
    single: bool = False
    same_as: "Found | None" = None
    name: str = ""
    long: str = ""


@dataclass(slots=True, eq=False)
class Scan:
    """A sentence with what the roster knows in it, its noun phrases and its verbs by the token at which they start."""

    s: int
    sentence: Sentence
    words: list[str]
    lows: list[str]
    hits: dict[int, Match]
    persons: dict[int, Match]
    caps: list[bool]
    titled: bool
    # Is the whole sentence in capitals, so that they tell no initials?
    shouted: bool
    phrases: tuple[NounPhrase, ...]
    opens: dict[int, NounPhrase]
    closes: dict[int, NounPhrase]
    verbs: dict[int, VerbGroup]
    ends: dict[int, VerbGroup]
    found: list[Found] = field(default_factory=list)
    unsure: list[Found] = field(default_factory=list)
