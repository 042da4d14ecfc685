"""Where cue verbs stand in a unit."""

from collections.abc import Iterator

from msgspec import Struct

from fogline.grammar.phrases import VerbGroup
from fogline.rules.speech.subjects import Subject
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import VerbEntry, verbs


class Cue(Struct, frozen=True):
    """A cue verb in a unit: the group it heads, the entry that knows it, and the tokens ``i..j`` that are the cue."""

    group: VerbGroup
    entry: VerbEntry
    i: int
    j: int


class Frame(Struct, frozen=True):
    """Tokens ``i..j`` of the content; `kind`: the frame that gave it; `cue_j`: where the cue's own words end."""

    i: int
    j: int
    kind: str
    cue_j: int
    subject: Subject | None = None
    addressee: tuple[int, int] | None = None


_VERB_TAGS = frozenset(["VB", "VBP", "VBZ", "VBD", "VBN", "VBG"])


def cues_of(unit: Unit) -> Iterator[Cue]:
    """The cue verbs of a unit outside its folded quotations, in order; one for each entry that knows the verb."""
    table = verbs()
    for group in unit.groups:
        head = group.head
        for rest, entry in table.get(unit.low(head), ()):
            if unit.tag(head) not in _VERB_TAGS:
                continue
            if not rest:
                yield Cue(group, entry, head, head + 1)
            elif unit.lows[head + 1 : head + 1 + len(rest)] == rest:
                yield Cue(group, entry, head, head + 1 + len(rest))
