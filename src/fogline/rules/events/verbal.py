"""Verbs that tell of an event: the type follows from the kinds of their subject and object."""

from typing import Final

from fogline.grammar.phrases import NounPhrase
from fogline.nouns import EventType
from fogline.rules.events.scene import Scene
from fogline.rules.events.trigger import NOTHING, OBJECT, SUBJECT, SUFFERER, Trigger, Way, rest_of
from fogline.rules.events.words import GAP, Pattern, VerbEntry


def verb_trigger(scene: Scene, i: int, patterns: tuple[Pattern, ...]) -> Trigger | None:
    """A verb tells of it, and the type follows from who does it to what."""
    group = scene.group_at(i)
    if group is None or group.head != i:
        return None
    modifies = {"DT", "PRP$", "POS", "IN"} if scene.tag(i) in {"VBN", "VBD"} else {"DT", "PRP$", "POS"}
    if group.i == i and scene.tag(i - 1) in modifies:
        # "the occupied town": a participle, whatever follows.
        return None
    if scene.tag(i) == "VB" and scene.tag(i - 1) == "VBG":
        # "using attack aircraft": no verb follows a gerund bare.
        return None
    passive = scene.passive(group)
    first = scene.subject(group)
    for pattern in patterns:
        j = rest_of(scene, i, pattern.rest)
        entry = pattern.entry
        if j is None or not isinstance(entry, VerbEntry) or _another(scene, i, j, entry):
            continue
        who, whom = first, None
        ways = (SUBJECT, OBJECT)
        direct = scene.object_phrase(group) if len(pattern.rest) == 0 else _inside(scene, i, j, pattern)
        if passive:
            who, whom = scene.by_phrase(group), first
            ways = (Way("after", "by"), SUFFERER)
        elif direct is None or (entry.aims and pattern.rest and GAP not in pattern.rest):
            whom = scene.object_phrase(group) if pattern.rest and not entry.aims else None
            whom = whom or _straight(scene, j) or (scene.aimed(j, entry.aims) if entry.aims else None) or direct
            if whom is not None and whom.i >= j and scene.low(whom.i - 1) in entry.aims:
                ways = (ways[0], Way("after", scene.low(whom.i - 1)))
        else:
            whom = direct
        if not _fits(scene, entry, who, whom, passive) or _natural(scene, entry, who):
            continue
        if whom is None and scene.tag(i) == "VBG" and not (group.progressive or entry.subject):
            continue
        if _means(scene, entry, whom, direct, passive):
            # "fired rockets at the town": what is fired is the means, the town the target.
            aim = scene.aimed(max(j, direct.j if direct else j), _TOWARDS)
            whom = aim
            ways = (ways[0], Way("after", scene.low(aim.i - 1)) if aim else ways[1])
        if entry.loses:
            who, whom, ways = _loser(scene, j, who, entry)
        if whom is not None and pattern.rest and i < whom.head < j and _own_noun(scene, whom, pattern):
            # "hoisted the flag", "imposed a curfew on the port": the noun is part of the trigger.
            whom = scene.aimed(j, entry.aims) if entry.aims else None
            ways = (ways[0], Way("after", scene.low(whom.i - 1))) if whom is not None else ways
        if entry.type in {"territory_gain", "displacement", "deployment", "siege"} and whom is not None:
            whom, ways = _ground(scene, j, whom, entry, ways)
        type_ = _by_means(scene, j, entry.type)
        return Trigger(scene, i, j, type_, entry, group, None, who, whom, ways, i)
    return None


_MEANS: Final[tuple[tuple[str, EventType], ...]] = (
    ("suicide", "suicide_bomb"),
    ("aircraft", "airstrike"),
    ("artillery", "shelling"),
)


def _by_means(scene: Scene, j: int, type_: EventType) -> EventType:
    """What an attack is called for its means: "attacked with mortars", "fired from helicopters at the post"."""
    if type_ not in {"attack", "armed_clash"}:
        return type_
    kinds = scene.kinds(scene.aimed(j, ("with", "from", "using")))
    return next((named for kind, named in _MEANS if kind in kinds), type_)


def _ground(
    scene: Scene, j: int, whom: NounPhrase, entry: VerbEntry, ways: tuple[Way, Way]
) -> tuple[NounPhrase | None, tuple[Way, Way]]:
    """The target where the object is ground: not the ground, but those from whom it is taken, if they are named."""
    kinds = scene.kinds(whom)
    if entry.type == "displacement" and "strife" in kinds:
        # "fled the fighting": that is why, not who.
        return None, ways
    if not (kinds & {"territory", "place", "civil_site", "home_site"}) or kinds & {"armed", "group"}:
        return whom, ways
    if entry.type == "territory_gain":
        loser = scene.aimed(j, ("from",))
        if loser is not None and scene.kinds(loser) & {"armed", "group", "state", "people", "name"}:
            return loser, (ways[0], Way("after", "from"))
        return None, ways
    return (whom if entry.type == "siege" else None), ways


_TOWARDS: Final = ("at", "on", "into", "against", "towards", "toward", "onto", "targeting")
_THROWN: Final = frozenset({"grenade", "missiles_by_hand"})


def _means(scene: Scene, entry: VerbEntry, whom: NounPhrase | None, direct: NounPhrase | None, passive: bool) -> bool:
    """Is the object (or the subject of a passive) what is fired or set off, and so no target?"""
    if whom is None or not entry.aims or not (passive or whom is direct) or not entry.object:
        return False
    if set(entry.object) <= _THROWN:
        return True
    if entry.type not in {"shelling", "airstrike", "ied", "suicide_bomb"}:
        return False
    bombs = {"bomb", "suicide", "strife"} if set(entry.object) & {"bomb", "strife"} else set()
    return bool(scene.kinds(whom) & ({"artillery", "missile"} | bombs))


def _another(scene: Scene, i: int, j: int, entry: VerbEntry) -> bool:
    """Do the words that follow make it another thing ("took off a coat", "released from hospital")?"""
    if j == i + 1 and scene.tag(j) == "RP":
        return True
    return bool(entry.unless) and any(scene.low(k) in entry.unless for k in range(i + 1, j + 7))


def _loser(
    scene: Scene, j: int, subject: NounPhrase | None, entry: VerbEntry
) -> tuple[NounPhrase | None, NounPhrase | None, tuple[Way, Way]]:
    """Actor and target of "fell to the rebels", "lost the town to the rebels": who takes it, and who loses it."""
    taker = scene.aimed(j - 1, entry.aims) if entry.aims else None
    lost = scene.kinds(subject) & {"territory", "place", "post"} and not scene.kinds(subject) & {"armed", "group"}
    way = Way("after", scene.low(taker.i - 1)) if taker else NOTHING
    return taker, None if lost else subject, (way, SUBJECT)


def _fits(scene: Scene, entry: VerbEntry, who: NounPhrase | None, whom: NounPhrase | None, passive: bool) -> bool:
    """Do subject and object have the kinds that the entry asks for? A passive need not say who did it."""
    doers = scene.kinds(whom if passive and who is None and not entry.object else who)
    if entry.subject and not doers & set(entry.subject) and not (passive and who is None and entry.object):
        return False
    direct = whom is not None and scene.low(whom.i - 1) not in entry.aims
    if entry.bare and direct and not passive:
        return False
    if entry.plural and who is not None and not scene.plural(who):
        return False
    if entry.subject_not and scene.kinds(who) & set(entry.subject_not):
        return False
    if (
        passive
        and who is None
        and entry.object
        and entry.subject
        and not set(entry.subject) & {"armed", "group", "none"}
    ):
        return False
    return not entry.object or bool(scene.kinds(whom) & set(entry.object))


def _natural(scene: Scene, entry: VerbEntry, who: NounPhrase | None) -> bool:
    """Did a storm, a fire or an accident do it? Then nobody did, though people may have to leave."""
    return entry.type != "displacement" and "nature" in scene.kinds(who)


def _straight(scene: Scene, j: int) -> NounPhrase | None:
    """The noun phrase that starts at `j`."""
    phrase = scene.phrase_at(j)
    if phrase is None or scene.temporal(phrase) or phrase.head < j:
        return None
    # "gunned down two guards": the phrase may begin with a word of the trigger.
    return NounPhrase(j, phrase.j, phrase.head)


def _own_noun(scene: Scene, whom: NounPhrase, pattern: Pattern) -> bool:
    """Is the object's noun a word of the trigger, and no person taken ("took nine hostages")?"""
    if GAP not in pattern.rest:
        return True
    return scene.low(whom.head) in pattern.rest and pattern.entry.type != "abduction"


def _inside(scene: Scene, i: int, j: int, pattern: Pattern) -> NounPhrase | None:
    """The object that stands within a trigger with a gap ("took two men hostage"), or after its last word."""
    if GAP in pattern.rest:
        inside = next((phrase for phrase in scene.following(i + 1, 1) if phrase.i < j), None)
        # "shot dead nine clerks": the gap is empty, and the phrase may begin with a word of the trigger.
        return NounPhrase(j, inside.j, inside.head) if inside and j <= inside.head else inside
    return _straight(scene, j)
