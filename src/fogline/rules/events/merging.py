"""One event for each happening: later mentions and outcomes are folded into the clearest mention."""

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
WINDOW: Final = 24
"""How many earlier events a mention is compared with: keeps reading linear; a report of usual length has fewer."""

_STOP: Final = frozenset(
    ["the", "a", "an", "of", "and", "in", "on", "at", "to", "his", "its", "their", "that", "s", "'s"]
)


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


def same_happening(drafts: list[Draft]) -> list[Draft]:
    """Another mention of the same happening tells this: same type, and no other actor, target, place or day."""
    kept: list[Draft] = []
    for draft in drafts:
        for k in range(len(kept) - 1, max(-1, len(kept) - 1 - WINDOW), -1):
            earlier = kept[k]
            if _same(earlier, draft):
                if _outcome(draft) != _outcome(earlier) and earlier.trigger.scene is draft.trigger.scene:
                    # "killed in the attack" says enough about the attack to tell it.
                    earlier.pointer = draft.pointer = False
                if earlier.kind in RETOLD and draft.kind not in RETOLD:
                    draft.fill(earlier, "from the headline")
                    kept[k] = draft
                elif draft.fullness() >= earlier.fullness() + _clearer(earlier, draft) and (
                    not _outcome(draft) or _outcome(earlier)
                ):
                    draft.fill(earlier, "from an earlier mention")
                    kept[k] = draft
                    draft.pointer = draft.pointer and earlier.pointer
                else:
                    earlier.fill(draft, "from a later mention")
                    earlier.pointer = earlier.pointer and draft.pointer
                break
        else:
            if not draft.pointer:
                kept.append(draft)
    told = {_family(draft.type) for draft in kept if draft.kind not in RETOLD}
    kept = [draft for draft in kept if draft.kind not in RETOLD or _family(draft.type) not in told]
    return sorted(kept, key=lambda draft: (draft.trigger.scene.number, draft.trigger.i))


def _clearer(earlier: Draft, later: Draft) -> int:
    """How much clearer a later mention must be to be preferred: an outcome yields to its cause at once."""
    together = earlier.trigger.scene.number == later.trigger.scene.number
    return -99 if together and _outcome(earlier) and not _outcome(later) else 2


def _family(type_: EventType) -> EventType:
    return "attack" if type_ in VIOLENCE else type_


def _outcome(draft: Draft) -> bool:
    trigger = draft.trigger
    return trigger.entry.effect or (not trigger.noun and trigger.scene.low(trigger.i) in helpers("harm"))


def _same(earlier: Draft, later: Draft) -> bool:
    """May these two be one happening?"""
    near = later.trigger.scene.number - earlier.trigger.scene.number
    if _outcome(later) and earlier.type in VIOLENCE and near == 0:
        return True
    if _outcome(earlier) and later.type in VIOLENCE and near == 0 and (later.trigger.noun or earlier.actor is None):
        return True
    if near == 0 and earlier.type == later.type and _follows(earlier, later):
        return True
    headline = bool({earlier.kind, later.kind} & RETOLD)
    family = earlier.type in VIOLENCE and later.type in VIOLENCE
    pronoun = family and near <= 5 and through_pronoun(later)
    points = family and refers(later, earlier.type) and near > 0
    general = "attack" in {earlier.type, later.type} or {earlier.type, later.type} == {"ied", "suicide_bomb"}
    if earlier.type != later.type and not pronoun and not points and not (family and headline and general):
        return False
    if _apart(earlier, later):
        return False
    if headline or pronoun:
        return True
    if points:
        return near <= 6 or earlier.type == later.type
    if earlier.type != later.type:
        return False
    if near == 0 and later.trigger.noun and not later.indefinite and earlier.type == later.type:
        return True
    told = near > 0 and (later.trigger.ways[0] == LIGHT or later.indefinite)
    if later.trigger.noun and not later.own_place and not later.own_when and not told:
        return _shared(earlier.target, later.target) is not False
    if earlier.trigger.noun and near <= 1 and not earlier.own_place and not earlier.own_when and later.trigger.noun:
        return True
    dated = earlier.when is not None and later.when is not None and earlier.when.value == later.when.value
    if dated and earlier.place is not None and later.place is not None and later.type not in {"attack", "other"}:
        return True
    if later.type == "other" and earlier.words != later.words:
        return False
    alike = _shared(earlier.target, later.target) and not told
    return bool(alike) and _shared(earlier.actor, later.actor) is not False


def through_pronoun(draft: Draft) -> bool:
    """Is its actor or target only "they" or "it", with no place or day beside it?"""
    scene, trigger = draft.trigger.scene, draft.trigger
    pronoun = any(
        phrase is not None and scene.low(phrase.head) in {"it", "they", "them"}
        for phrase in (trigger.who, trigger.whom)
    )
    return pronoun and not draft.own_place and not draft.own_when


def _follows(earlier: Draft, later: Draft) -> bool:
    """Is the later one a participle that only goes on telling the earlier ("fired missiles, striking a depot")?"""
    group = later.trigger.group
    tags = later.trigger.scene.tag
    gerund = group is not None and tags(group.i) == "VBG" and tags(group.i - 1) == ","
    return gerund and earlier.trigger.group is not None and later.trigger.who == earlier.trigger.who


def refers(draft: Draft, type_: EventType | None = None) -> bool:
    """Does it point back: "the attack", "this bombing"? With a type: to an event of that type?"""
    entry = draft.trigger.entry
    if not isinstance(entry, NounEntry) or not entry.refers or not draft.definite or draft.trigger.ways[0] == LIGHT:
        return False
    return type_ is None or type_ == draft.type or type_ in entry.like


def _apart(earlier: Draft, later: Draft) -> bool:
    """Do they tell different actors, places or days?"""
    if (
        earlier.own_place
        and later.own_place
        and earlier.place
        and later.place
        and not _near(earlier.place, later.place)
    ):
        return True
    if (
        earlier.own_when
        and later.own_when
        and earlier.when
        and later.when
        and not _overlap(earlier.when.value or "", later.when.value or "")
    ):
        return True
    if _shared(earlier.actor, later.actor) is False and not refers(later):
        return True
    return {earlier.status, later.status} in ({"denied", "asserted"}, {"demanded", "asserted"}) and not refers(later)


def _near(one: Place, other: Place) -> bool:
    if _words(one.name) & _words(other.name) or _words(one.text) & _words(other.text):
        return True
    wide = {"country", "admin1", "area"}
    return (one.level in wide) != (other.level in wide)


def _overlap(one: str, other: str) -> bool:
    """Do two time values share a day, or is one within the other? Compared as ISO text."""
    a, _, b = one.partition("/")
    c, _, d = other.partition("/")
    b, d = b or a, d or c
    return a[: len(d)] <= d[: len(a)] and c[: len(b)] <= b[: len(c)]


def _words(name: str) -> set[str]:
    return set(name.lower().replace("’", "'").split()) - _STOP


def _shared(one: Mention | None, other: Mention | None) -> bool | None:
    """Do two mentions share a word of their names? None when one is missing."""
    if one is None or other is None:
        return None
    return bool((_words(one.name) | _words(one.text)) & (_words(other.name) | _words(other.text)))
