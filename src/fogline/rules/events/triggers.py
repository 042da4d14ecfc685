"""The triggers of a sentence: its verbs and nouns of the lexicon, without those that only go on telling another one."""

from collections.abc import Iterator

from msgspec.structs import replace

from fogline.grammar.phrases import VerbGroup
from fogline.rules.events.nominal import noun_trigger
from fogline.rules.events.scene import Scene
from fogline.rules.events.trigger import NOTHING, OBJECT, Trigger
from fogline.rules.events.verbal import verb_trigger
from fogline.rules.events.words import helpers, nouns, triggering, verbs


def find_triggers(scene: Scene) -> list[Trigger]:
    """Every trigger of a sentence, at most one for each word, in order.

    A verb whose subject is itself an event ("the blast killed…") tells the outcome of that event, an infinitive after
    one ("an offensive to retake…") its purpose; neither is an event of its own.
    """
    found = list(_words(scene))
    nouns_at = {k: n for n, trigger in enumerate(found) if trigger.noun for k in range(trigger.i, trigger.j)}
    kept: list[Trigger | None] = list(found)
    for n, trigger in enumerate(found):
        if trigger.group is None:
            aim = trigger.whom.head if trigger.whom is not None else -1
            if aim in nouns_at and nouns_at[aim] != n:
                # "an attack on an aid convoy" is one event.
                kept[nouns_at[aim]] = None
            continue
        thrown = scene.object_phrase(trigger.group)
        if thrown is not None and thrown.head in nouns_at and thrown is not trigger.whom:
            # "dropping bombs on the town": the noun is the means of the verb.
            kept[nouns_at[thrown.head]] = None
        if _purpose(scene, trigger.group, nouns_at):
            kept[n] = None
            continue
        struck = trigger.whom
        if struck is not None and struck.i >= trigger.i and struck.head in nouns_at:
            # "repulsed the assault", "fired two bombs": one event, told by the verb.
            assault = found[nouns_at[struck.head]]
            kept[nouns_at[struck.head]] = None
            kept[n] = _assailant(trigger, assault)
        if struck is not None and scene.passive(trigger.group):
            into = scene.aimed(trigger.j, ("into", "against"))
        else:
            into = None
        first = struck if scene.passive(trigger.group) and struck in scene.phrases else trigger.who
        outcome = scene.low(trigger.i) in helpers("hit") | helpers("happen")
        head = None if first is None else (scene.of_phrase(first) or first).head
        if not outcome or first is None or head not in nouns_at:
            continue
        struck = into if struck == first else struck
        at = nouns_at[head]
        holder = kept[at]
        if holder is not None and trigger.type != holder.type and scene.low(holder.j - 1) in {"bomb", "bombs"}:
            # "bombs fell on the town": the verb tells how.
            kept[at] = None
            continue
        kept[n] = None
        if holder is not None:
            gained = holder.whom is None and struck is not None and struck != first
            whom, ways = (struck, (holder.ways[0], OBJECT)) if gained else (holder.whom, holder.ways)
            kept[at] = replace(holder, whom=whom, ways=ways, at=trigger.i)
    told = [trigger for trigger in kept if trigger is not None]
    scene.marks = [trigger.i for trigger in told]
    return told


def _assailant(trigger: Trigger, assault: Trigger) -> Trigger:
    """For "repelled the rebels' attack": whoever attacked is the target, the attack is none."""
    if trigger.type != "armed_clash":
        return trigger
    return replace(trigger, whom=assault.who, ways=(trigger.ways[0], assault.ways[0] if assault.who else NOTHING))


def _purpose(scene: Scene, group: VerbGroup, nouns_at: dict[int, int]) -> bool:
    """Does this infinitive tell what an event named by a noun is for?"""
    return group.infinitive and group.i - 1 in nouns_at


def _words(scene: Scene) -> Iterator[Trigger]:
    verb_table, noun_table = verbs(), nouns()
    after = 0
    table = triggering()
    for i, low in enumerate(scene.lows):
        if low not in table or i < after:
            continue
        found = None
        if low in verb_table:
            found = verb_trigger(scene, i, verb_table[low])
        if found is None and low in noun_table:
            found = noun_trigger(scene, i, noun_table[low])
        if found is not None:
            after = found.j
            yield found
