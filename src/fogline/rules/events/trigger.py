"""A trigger: the words that tell of an event, with the type and the takers of part that stand beside them."""

from typing import Final

from msgspec import Struct

from fogline.grammar.phrases import NounPhrase, VerbGroup
from fogline.nouns import EventType
from fogline.rules.events.scene import Scene
from fogline.rules.events.words import GAP, WIDEST, NounEntry, VerbEntry

LIGHT: Final = "subject of the verb beside it"
"""How the actor of "launched an offensive" was found."""


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
    ways: tuple[str, str]
    at: int
    """The token whose clause binds place and time: that of the verb beside a noun."""

    @property
    def noun(self) -> bool:
        """Is the trigger a noun?"""
        return self.group is None


def rest_of(scene: Scene, i: int, rest: tuple[str, ...]) -> int | None:
    """Where a trigger ends that starts at `i`, when its other words follow; a gap stops at any verb or comma."""
    j = i + 1
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
