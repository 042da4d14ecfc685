"""A trigger: the words that tell of an event, with the type and the takers of part that stand beside them."""

from typing import Final, Literal

from msgspec import Struct

from fogline.grammar.phrases import NounPhrase, VerbGroup
from fogline.nouns import EventType
from fogline.rules.events.scene import Scene
from fogline.rules.events.words import GAP, WIDEST, NounEntry, VerbEntry


class Way(Struct, frozen=True):
    """How a taker of part was found beside a trigger; `word` is the preposition or verb that led to it."""

    by: Literal["subject", "object", "sufferer", "light", "clause", "owner", "after", "ahead", "struck", "nothing"]
    word: str = ""

    @property
    def note(self) -> str:
        """The way in plain words."""
        return _NOTES[self.by].format(self.word)


_NOTES: Final = {
    "subject": "subject of the verb",
    "object": "object of the verb",
    "sufferer": "subject of the passive verb",
    "light": "subject of the verb beside it",
    "clause": "subject of the clause",
    "owner": "before the noun",
    "after": "after “{}”",
    "ahead": "before “{}”",
    "struck": "object of “{}”",
    "nothing": "",
}
SUBJECT: Final = Way("subject")
OBJECT: Final = Way("object")
SUFFERER: Final = Way("sufferer")
LIGHT: Final = Way("light")
"""How the actor of "launched an offensive" was found."""
NOTHING: Final = Way("nothing")


class Trigger(Struct, frozen=True):
    """Tokens ``i..j`` of a scene that tell of an event: a verb's `group` or a noun's `phrase`; who did it to whom."""

    scene: Scene
    i: int
    j: int
    type: EventType
    entry: VerbEntry | NounEntry
    group: VerbGroup | None
    phrase: NounPhrase | None
    who: NounPhrase | None
    whom: NounPhrase | None
    ways: tuple[Way, Way]
    at: int
    """The token whose clause binds place and time: that of the verb beside a noun."""

    @property
    def noun(self) -> bool:
        """Is the trigger a noun?"""
        return self.group is None


def rest_of(scene: Scene, i: int, rest: tuple[str, ...]) -> int | None:
    """Where a trigger ends that starts at `i`, when its other words follow; a gap stops at any verb or comma."""
    j = i + 1
    if not rest:
        return j
    if rest[0] not in {GAP, scene.low(j)}:
        return None  # most patterns fail at their second word
    skip = 0
    for word in rest:
        if word == GAP:
            skip = WIDEST
            continue
        limit = min(len(scene.tokens), j + skip + 1)
        while j < limit and scene.low(j) != word:
            if scene.low(j) in {",", ".", ";", ":"} or scene.group_starts(j):
                return None
            j += 1
        if j >= limit:
            return None
        j += 1
        skip = 0
    return j
