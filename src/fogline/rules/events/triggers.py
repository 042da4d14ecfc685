"""Words that tell of an event, and the type that their subject, object and neighbours give them."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from fogline.grammar.phrases import NounPhrase, VerbGroup
from fogline.nouns import EventType
from fogline.rules.events.scene import Scene
from fogline.rules.events.words import GAP, WIDEST, NounEntry, Pattern, VerbEntry, helpers, nouns, verbs

_NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


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
        if _purpose(scene, trigger.group, nouns_at):
            kept[n] = None
            continue
        struck = trigger.whom
        if struck is not None and struck.i >= trigger.i and struck.head in nouns_at:
            # "repulsed the assault", "fired two bombs": one event, told by the verb.
            kept[nouns_at[struck.head]] = None
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
            whom, ways = (struck, (holder.ways[0], "object of the verb")) if gained else (holder.whom, holder.ways)
            kept[at] = replace(holder, whom=whom, ways=ways, at=trigger.i)
    told = [trigger for trigger in kept if trigger is not None]
    scene.marks = [trigger.i for trigger in told]
    return told


def _purpose(scene: Scene, group: VerbGroup, nouns_at: dict[int, int]) -> bool:
    """Does this infinitive tell what an event named by a noun is for?"""
    return group.infinitive and group.i - 1 in nouns_at


def _words(scene: Scene) -> Iterator[Trigger]:
    verb_table, noun_table = verbs(), nouns()
    after = 0
    for i, token in enumerate(scene.tokens):
        if i < after:
            continue
        found = None
        if token.low in verb_table:
            found = verb_trigger(scene, i, verb_table[token.low])
        if found is None and token.low in noun_table:
            found = noun_trigger(scene, i, noun_table[token.low])
        if found is not None:
            after = found.j
            yield found


def verb_trigger(scene: Scene, i: int, patterns: tuple[Pattern, ...]) -> Trigger | None:
    """A verb tells of it, and the type follows from who does it to what."""
    group = scene.group_at(i)
    if group is None or group.head != i:
        return None
    modifies = {"DT", "PRP$", "POS", "IN"} if scene.tag(i) in {"VBN", "VBD"} else {"DT", "PRP$", "POS"}
    if group.i == i and scene.tag(i - 1) in modifies:
        # "the occupied town": a participle, whatever follows.
        return None
    passive = scene.passive(group)
    first = scene.subject(group)
    for pattern in patterns:
        j = _rest(scene, i, pattern.rest)
        entry = pattern.entry
        if j is None or not isinstance(entry, VerbEntry):
            continue
        who, whom = first, None
        ways = ("subject of the verb", "object of the verb")
        direct = scene.object_phrase(group) if len(pattern.rest) == 0 else _inside(scene, i, j, pattern)
        if passive:
            who, whom = scene.by_phrase(group), first
            ways = ("after “by”", "subject of the passive verb")
        elif direct is None or (entry.aims and pattern.rest and GAP not in pattern.rest):
            whom = scene.object_phrase(group) if pattern.rest and not entry.aims else None
            whom = whom or _straight(scene, j) or (scene.aimed(j, entry.aims) if entry.aims else None) or direct
            if whom is not None and whom.i >= j and scene.low(whom.i - 1) in entry.aims:
                ways = (ways[0], f"after “{scene.low(whom.i - 1)}”")
        else:
            whom = direct
        if not _fits(scene, entry, who, whom, passive):
            continue
        if whom is None and scene.tag(i) == "VBG" and not (group.progressive or entry.subject):
            continue
        if (
            not passive
            and direct is not None
            and entry.aims
            and whom is direct
            and scene.kinds(direct) & {"artillery", "missile"}
        ):
            # "fired rockets at the town": what is fired is the means, the town the target.
            aim = scene.aimed(direct.j, entry.aims)
            whom = aim
            ways = (ways[0], f"after “{scene.low(aim.i - 1)}”" if aim else ways[1])
        if whom is not None and i < whom.head < j and GAP not in pattern.rest and pattern.rest:
            # "hoisted the flag", "claimed responsibility": the noun is part of the trigger.
            whom = None
        if entry.type in {"territory_gain", "displacement", "deployment", "siege"} and whom is not None:
            whom, ways = _ground(scene, j, whom, entry, ways)
        return Trigger(scene, i, j, entry.type, entry, group, None, who, whom, ways, i)
    return None


def _ground(
    scene: Scene, j: int, whom: NounPhrase, entry: VerbEntry, ways: tuple[str, str]
) -> tuple[NounPhrase | None, tuple[str, str]]:
    """The target where the object is ground: not the ground, but those from whom it is taken, if they are named."""
    kinds = scene.kinds(whom)
    if not (kinds & {"territory", "place", "civil_site", "home_site"}) or kinds & {"armed", "group"}:
        return whom, ways
    if entry.type == "territory_gain":
        loser = scene.aimed(j, ("from",))
        if loser is not None and scene.kinds(loser) & {"armed", "group", "state", "people", "name"}:
            return loser, (ways[0], "after “from”")
        return None, ways
    return (whom if entry.type == "siege" else None), ways


def _fits(scene: Scene, entry: VerbEntry, who: NounPhrase | None, whom: NounPhrase | None, passive: bool) -> bool:
    """Do subject and object have the kinds that the entry asks for? A passive need not say who did it."""
    doers = scene.kinds(whom if passive and who is None and not entry.object else who)
    if entry.subject and not doers & set(entry.subject) and not (passive and who is None and entry.object):
        return False
    if entry.bare and whom is not None and not passive:
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


def _straight(scene: Scene, j: int) -> NounPhrase | None:
    """The noun phrase that starts at `j`."""
    phrase = scene.phrase_at(j)
    if phrase is None or scene.temporal(phrase) or phrase.head < j:
        return None
    # "shot dead three women": the phrase may begin with a word of the trigger.
    return NounPhrase(j, phrase.j, phrase.head)


def _inside(scene: Scene, i: int, j: int, pattern: Pattern) -> NounPhrase | None:
    """The object that stands within a trigger with a gap ("took two men hostage"), or after its last word."""
    if GAP in pattern.rest:
        inside = scene.following(i + 1, 1)
        return inside[0] if inside and inside[0].i < j else None
    return _straight(scene, j)


def _rest(scene: Scene, i: int, rest: tuple[str, ...]) -> int | None:
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


def noun_trigger(scene: Scene, i: int, patterns: tuple[Pattern, ...]) -> Trigger | None:
    """A noun names it."""
    for pattern in patterns:
        j = _rest(scene, i, pattern.rest)
        entry = pattern.entry
        if j is None or not isinstance(entry, NounEntry):
            continue
        if not _nominal(scene, i, j) or (entry.followed and scene.low(j) not in entry.followed):
            continue
        phrase = scene.phrase_at(j - 1) or scene.phrase_at(i)
        modifier = phrase is not None and scene.tag(j) in _NOUN_TAGS and j < phrase.j
        if modifier and scene.low(j) not in helpers("carrier"):
            return None
        if _bare(scene, i, j, phrase):
            return None
        if scene.low(i - 1) in helpers("not_after") or (scene.low(i - 1) == "on" and scene.low(i) == "strike"):
            return None
        first = phrase.i if phrase else i
        if any(scene.low(k) in helpers("none") for k in range(max(0, first - 1), i)):
            return None
        who, how = noun_actor(scene, i, j, phrase)
        whom, what = noun_target(scene, j)
        if scene.low(first - 1) in {"in", "by", "during"}:
            who, how, whom, what = harmed(scene, first, (who, how, whom, what))
        if who is None and (scene.low(first - 1) in {"with", "through"} or entry.type == "talks"):
            who, how = _around(scene, first)
        if scene.low(j - 1) in {"strike", "strikes"}:
            workers = scene.kinds(whom if what == "after “of”" else who)
            if "civilian" in workers and "armed" not in workers:
                return None
        type_ = noun_type(scene, i, j, entry, who, whom)
        ground = scene.kinds(whom) & {"territory", "place"}
        if entry.territory and not ground and not (how == _AGENTS[2] and scene.kinds(who) & {"armed", "group"}):
            return None
        return Trigger(scene, i, j, type_, entry, None, phrase, who, whom, (how, what), i)
    return None


def _bare(scene: Scene, i: int, j: int, phrase: NounPhrase | None) -> bool:
    """Is it one word of a list such as "attack, bomber and fighter aircraft": singular, bare, and led by nothing?"""
    alone = phrase is None or phrase.i == i
    return alone and i > 0 and scene.tag(j - 1) == "NN" and scene.low(j) in {",", "and", "or"} and j - i == 1


def _nominal(scene: Scene, i: int, j: int) -> bool:
    """Is the word used as a noun? Also gerunds with a determiner, a noun before them, or "of" behind."""
    tag = scene.tag(j - 1)
    if tag in _NOUN_TAGS:
        return True
    if tag == "VBG":
        before, following = scene.tag(i - 1), scene.low(j)
        return (
            before in {"DT", "JJ", "PRP$", "POS", "NNP", "NN"}
            or following == "of"
            or (i == 0 and scene.tag(j) in {"IN", "VBD", "VBZ", "VBP"})
        )
    if tag == "VBZ" and (scene.low(j) == "between" or (i == 0 and scene.tag(j) == "IN")):
        return True
    if tag == "VBZ" and scene.low(j - 1) not in verbs():
        # "airstrikes" is no verb of ours, whatever the tag says, unless its subject stands before it.
        return scene.tag(i - 1) not in {"PRP", "NN", "NNP", "NNS", "NNPS", "WP", "WDT"}
    phrase = scene.phrase_at(j - 1)
    if phrase is not None and phrase.head == j - 1:
        return True
    if tag == "JJ" and scene.tag(j) in _NOUN_TAGS:
        return False
    return tag in {"VB", "VBP", "VBZ", "JJ"} and scene.tag(i - 1) in {"DT", "JJ", "PRP$", "POS", "CD", "VBN"}


LIGHT: Final = "subject of the verb beside it"
"""How the actor of "launched an offensive" was found."""
_AGENTS: Final = (LIGHT, "before the noun", "after “by”")


def noun_actor(scene: Scene, i: int, j: int, phrase: NounPhrase | None) -> tuple[NounPhrase | None, str]:
    """Who does what a noun names: a possessor, a name before it, "by …", or the subject of "launched"."""
    by = scene.aimed(j, ("by",)) if "by" in {scene.low(k) for k in range(j, min(j + 9, len(scene.tokens)))} else None
    if by is not None and not scene.kinds(by) & {"strife", "artillery", "missile", "bomb"}:
        return by, _AGENTS[2]
    if phrase is not None and phrase.i < i:
        for k in range(i - 1, phrase.i - 1, -1):
            if scene.tag(k) == "POS" and not scene.temporal(NounPhrase(phrase.i, k, k - 1)):
                return NounPhrase(phrase.i, k, k - 1), _AGENTS[1]
        names = [
            k
            for k in range(phrase.i, i)
            if scene.tokens[k].text[:1].isalpha()
            and (scene.tag(k) in {"NNP", "NNPS"} or _peoples(scene, k))
            and not scene.temporal(NounPhrase(k, k + 1, k))
        ]
        if names and scene.low(names[0] - 1) != ",":
            last = next((k for k in range(names[0], i) if k + 1 not in names), names[0])
            return NounPhrase(names[0], last + 1, last), _AGENTS[1]
        if scene.tag(phrase.i) == "PRP$":
            return NounPhrase(phrase.i, phrase.i + 1, phrase.i), _AGENTS[1]
        modifiers = [k for k in range(phrase.i, i) if scene.tag(k) in {"NN", "NNS"}]
        if modifiers:
            candidate = NounPhrase(modifiers[0], modifiers[-1] + 1, modifiers[-1])
            if scene.kinds(candidate) & {"armed", "state", "group", "aircraft"}:
                return candidate, _AGENTS[1]
    start = phrase.i if phrase else i
    group = scene.group_at(start - 1)
    for _ in range(2):
        # "launched a new wave of …", "conducted more than 300 …": the verb stands a phrase or a preposition before.
        if group is not None or start <= 0:
            break
        start -= 1
        prior = scene.phrase_at(start - 1)
        start = prior.i if prior else start
        group = scene.group_at(start - 1)
    if group is not None and scene.low(group.head) in helpers("light") and not scene.passive(group):
        return scene.subject(group), _AGENTS[0]
    return None, ""


def _peoples(scene: Scene, k: int) -> bool:
    token = scene.tokens[k]
    return token.tag == "JJ" and token.text[:1].isupper() and k > 0


_AIMS: Final = ("on", "against", "targeting", "at", "with", "between", "of", "upon")


def noun_target(scene: Scene, j: int) -> tuple[NounPhrase | None, str]:
    """Whom a noun of violence strikes: after "on", "against", "of", "with", or the object of a verb such as "hit"."""
    k, end = j, min(j + 14, len(scene.tokens))
    while k < end:
        word = scene.low(k)
        following = scene.following(k + 1, 1)
        beside = following[0] if following and following[0].i == k + 1 else None
        if word in _AIMS and beside is not None and not scene.temporal(beside):
            if (word != "of" or k == j) and not scene.kinds(beside) & {"strife"}:
                return beside, f"after “{word}”"
            break
        # "attack in Homs by rebels on Monday on a patrol": other circumstances may come first.
        if word in {"by", "in", "near", "on", "at", "from", "around"} and beside is not None:
            k = beside.j
        elif scene.tag(k) == "RB" or (scene.phrase_at(k) and scene.temporal(scene.phrase_at(k) or NounPhrase(k, k, k))):
            k += 1
        else:
            break
    for k in range(j, min(j + 12, len(scene.tokens))):
        if scene.low(k) in helpers("hit") and scene.group_at(k) is not None:
            group = scene.group_at(k)
            if group is not None and group.head == k and not group.passive:
                return scene.object_phrase(group), f"object of “{scene.low(k)}”"
    return None, ""


def _around(scene: Scene, i: int) -> tuple[NounPhrase | None, str]:
    """The subject of the verb before token `i` in its clause: who supports "with air strikes"."""
    clause = scene.clause_at(i)
    for k in range(i - 1, max(clause.i, i - 12) - 1, -1):
        group = scene.group_at(k)
        if group is not None:
            return (None, "") if scene.passive(group) else (scene.subject(group), "subject of the clause")
    return None, ""


Roles = tuple[NounPhrase | None, str, NounPhrase | None, str]


def harmed(scene: Scene, i: int, roles: Roles) -> Roles:
    """For "killed two men in an attack": who kills and who is killed are actor and target of the attack."""
    who, how, whom, what = roles
    group = scene.group_at(i - 1)
    clause = scene.clause_at(i)
    for k in range(i - 2, max(clause.i, i - 16) - 1, -1):
        group = scene.group_at(k)
        if group is not None:
            break
    if group is None or scene.low(group.head) not in helpers("harm"):
        return roles
    if scene.passive(group):
        return (who, how, whom, what) if whom else (who, how, scene.subject(group), "subject of the passive verb")
    if who is None:
        who, how = scene.subject(group), "subject of the verb"
    if whom is None:
        whom, what = scene.object_phrase(group), "object of the verb"
    return who, how, whom, what


def noun_type(
    scene: Scene, i: int, j: int, entry: NounEntry, who: NounPhrase | None, whom: NounPhrase | None
) -> EventType:
    """The type that a noun has beside its actor and target: an attack on soldiers is a clash."""
    doers, struck = scene.kinds(who), scene.kinds(whom)
    word = scene.low(j - 1)
    if word in {"bombing", "bombings"} and (doers & {"aircraft", "state"} or entry.type == "airstrike"):
        return "airstrike"
    if entry.type == "attack" and word in {"attack", "attacks", "raid", "raids"}:
        if doers & {"aircraft"}:
            return "airstrike"
        if struck & {"armed", "post"} and not struck & {"civilian"}:
            return "armed_clash"
    return entry.type
