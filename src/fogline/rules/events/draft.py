"""An event while it is being put together, one mention at a time."""

from typing import Final

from fogline.grammar.phrases import NounPhrase
from fogline.nouns import Amount, BlockKind, EventType, Mention, Place, Status, Time, Why
from fogline.rules.events.trigger import LIGHT, Trigger
from fogline.rules.events.words import NounEntry, helpers

VIOLENCE: Final[frozenset[EventType]] = frozenset(
    {"armed_clash", "airstrike", "shelling", "suicide_bomb", "ied", "chemical_weapon", "attack"}
)
"""Types that one happening may be called by in turn: "the attack", "the bombing"."""
RETOLD: Final[frozenset[BlockKind]] = frozenset({"headline", "correction"})
"""Blocks that tell again what the body tells; their events stand alone only where the body has none of the kind."""


class Draft:
    """An event while it is being put together; everything about it may still be filled in."""

    def __init__(self, trigger: Trigger) -> None:
        self.trigger = trigger
        self.type: EventType = trigger.type
        self.actor: Mention | None = None
        self.target: Mention | None = None
        self.place: Place | None = None
        self.when: Time | None = None
        self.own_place = False
        self.own_when = False
        self.status: Status = "asserted"
        self.claim: str | None = None
        self.killed: Amount | None = None
        self.injured: Amount | None = None
        self.why: list[Why] = []
        self.pointer = False
        """Nothing but "the" makes it an event: it stands only for one told elsewhere."""

    @property
    def kind(self) -> BlockKind:
        """The kind of block it stands in."""
        return self.trigger.scene.sentence.kind

    @property
    def words(self) -> str:
        """The last word of the trigger in lower case."""
        return self.trigger.scene.low(self.trigger.j - 1)

    @property
    def definite(self) -> bool:
        """Does "the", "this", "that" or "these" stand before it?"""
        trigger = self.trigger
        scene, phrase = trigger.scene, trigger.phrase
        if not trigger.noun:
            return False
        if phrase is not None:
            owner = next((k for k in range(phrase.i, trigger.i) if scene.tag(k) == "POS"), None)
            if owner is not None:
                # "Monday's attack" points back, "the army's attack" need not.
                return scene.temporal(NounPhrase(phrase.i, owner, owner - 1))
        return scene.low(phrase.i if phrase else trigger.i) in {"the", "this", "that", "these", "those"}

    @property
    def indefinite(self) -> bool:
        """Does "a", "another" or a number stand before it?"""
        scene, phrase = self.trigger.scene, self.trigger.phrase
        if phrase is None:
            return False
        return scene.low(phrase.i) in {"a", "an", "another"} or any(
            scene.tag(k) == "CD" for k in range(phrase.i, self.trigger.i)
        )

    def fullness(self) -> int:
        """How clearly this mention tells it: fields that it fills, the body before other blocks."""
        who = self.trigger.who
        named = who is not None and self.trigger.scene.tag(who.head) not in {"PRP", "PRP$"} and self.actor is not None
        filled = named + sum((self.target is not None, self.own_place, self.own_when, self.killed is not None))
        entry = self.trigger.entry
        strong = not (isinstance(entry, NounEntry) and entry.weak)
        return filled + 2 * strong - 2 * self.pointer + (8 if self.kind not in RETOLD else 0)

    def fill(self, other: "Draft", note: str) -> None:
        """Take what is missing here from another mention of the same happening, and say so."""
        near = abs(self.trigger.scene.number - other.trigger.scene.number) <= 2
        if near and self.type == "attack" and other.type in VIOLENCE - {"armed_clash"}:
            # "the attack" is a word for all of them; the other mention says of what kind it was.
            self.type = other.type
        for field in ("actor", "target", "place", "when", "killed", "injured"):
            if field in {"actor", "target"} and through_pronoun(other):
                continue
            value = getattr(other, field)
            if getattr(self, field) is None and value is not None:
                setattr(self, field, value)
                if field in {"actor", "target", "place", "when"}:
                    self.why.append(Why(field, "events.same_happening", None, note))


def through_pronoun(draft: Draft) -> bool:
    """Is its actor or target only "they" or "it", with no place or day beside it?"""
    scene, trigger = draft.trigger.scene, draft.trigger
    pronoun = any(
        phrase is not None and scene.low(phrase.head) in {"it", "they", "them"}
        for phrase in (trigger.who, trigger.whom)
    )
    return pronoun and not draft.own_place and not draft.own_when


def refers(draft: Draft, type_: EventType | None = None) -> bool:
    """Does it point back: "the attack", "this bombing"? With a type: to an event of that type?"""
    entry = draft.trigger.entry
    if not isinstance(entry, NounEntry) or not entry.refers or not draft.definite or draft.trigger.ways[0] == LIGHT:
        return False
    return type_ is None or type_ == draft.type or type_ in entry.like


def is_outcome(draft: Draft) -> bool:
    """Does it only tell how another one ended ("killing nine")?"""
    trigger = draft.trigger
    return trigger.entry.effect or (not trigger.noun and trigger.scene.low(trigger.i) in helpers("harm"))
