"""Nouns that name an event: which they are, who acts and who suffers, and what that makes of their type."""

from typing import Final

from fogline.grammar.phrases import NounPhrase
from fogline.nouns import EventType
from fogline.rules.events.scene import Scene
from fogline.rules.events.trigger import LIGHT, NOTHING, OBJECT, SUBJECT, SUFFERER, Trigger, Way, rest_of
from fogline.rules.events.words import NounEntry, Pattern, helpers, verbs

_NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


WISHED: Final[frozenset[EventType]] = frozenset({"agreement", "talks"})
"""Types that a report tells of when they are asked for, planned or refused, whoever takes part."""


def noun_trigger(scene: Scene, i: int, patterns: tuple[Pattern, ...]) -> Trigger | None:
    """A noun names it."""
    for pattern in patterns:
        j = rest_of(scene, i, pattern.rest)
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
        if entry.type not in WISHED and any(scene.low(k) in helpers("none") for k in range(max(0, first - 1), i)):
            return None
        who, how = noun_actor(scene, i, j, phrase)
        whom, what = noun_target(scene, j)
        if scene.low(first - 1) in {"in", "by", "during"}:
            who, how, whom, what = harmed(scene, first, (who, how, whom, what))
        beside = scene.phrase_at(first - 2)
        under = scene.low(first - 1) == "under" or (scene.low(first - 1) == "in" and entry.type == "arrest")
        linked = scene.group_at(first - 2)
        if under and beside is None and linked is not None:
            beside = scene.subject(linked)
        if under and whom is None and beside is not None and not scene.temporal(beside):
            whom, what = beside, Way("ahead", scene.low(first - 1))
        if who is None and (scene.low(first - 1) in {"with", "through"} or entry.type == "talks"):
            who, how = _around(scene, first)
        if _of_peace(scene, j, entry, who, whom, what):
            return None
        type_ = noun_type(scene, i, j, entry, who, whom)
        ground = scene.kinds(whom) & {"territory", "place"}
        if entry.territory and not ground and not (how == _BY and scene.kinds(who) & {"armed", "group"}):
            return None
        return Trigger(scene, i, j, type_, entry, None, phrase, who, whom, (how, what), i)
    return None


_STRIKERS: Final = frozenset(
    {"armed", "group", "state", "aircraft", "force", "name", "place", "pronoun", "none", "people"}
)


def _of_peace(
    scene: Scene, j: int, entry: NounEntry, who: NounPhrase | None, whom: NounPhrase | None, what: Way
) -> bool:
    """Do those who take part make it no matter of war: workers on strike, a fight for a title, a deal of firms?"""
    doers, struck = scene.kinds(who), scene.kinds(whom)
    if scene.low(j - 1) in {"strike", "strikes"}:
        workers = struck if what == Way("after", "of") else doers
        if "armed" not in workers and ("civilian" in workers or not workers & _STRIKERS):
            return True
    beside = scene.following(j + 1, 1) if scene.low(j) in {"for", "over", "against", "about"} else ()
    beyond = scene.kinds(beside[0]) if beside and beside[0].i == j + 1 else frozenset()
    if "abstract" in struck | beyond or ("business" in doers | struck and "armed" not in doers | struck):
        return True
    # "the summit of the mountain"
    return entry.type == "talks" and what == Way("after", "of") and "territory" in struck


def _bare(scene: Scene, i: int, j: int, phrase: NounPhrase | None) -> bool:
    """Is it one word of a list such as "attack, bomber and fighter aircraft": singular, bare, and led by nothing?"""
    alone = phrase is None or phrase.i == i
    listed = scene.low(j) in {",", "and", "or"} and j - i == 1 and scene.tag(j - 1) in {"NN", "JJ", "VB"}
    return listed and i > 0 and (alone or scene.low(i - 1) in {"using", "of"})


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
            or (before == "CC" and scene.tag(i - 2) in _NOUN_TAGS and scene.tag(j) in {"IN", ".", ",", "VBD", "VBP"})
            or ((i == 0 or before == "``") and scene.tag(j) in {"IN", "VBD", "VBZ", "VBP"})
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


_OWNER: Final = Way("owner")
_BY: Final = Way("after", "by")


def noun_actor(scene: Scene, i: int, j: int, phrase: NounPhrase | None) -> tuple[NounPhrase | None, Way]:
    """Who does what a noun names: a possessor, a name before it, "by …", or the subject of "launched"."""
    by = scene.aimed(j, ("by",)) if "by" in {scene.low(k) for k in range(j, min(j + 9, len(scene.tokens)))} else None
    if by is not None and not scene.kinds(by) & {"strife", "artillery", "missile", "bomb"}:
        return by, _BY
    if phrase is not None and phrase.i < i:
        for k in range(i - 1, phrase.i - 1, -1):
            if scene.tag(k) == "POS" and not scene.temporal(NounPhrase(phrase.i, k, k - 1)):
                return NounPhrase(phrase.i, k, k - 1), _OWNER
        names = [
            k
            for k in range(phrase.i, i)
            if scene.tokens[k].text[:1].isalpha()
            and (scene.tag(k) in {"NNP", "NNPS"} or _peoples(scene, k))
            and not scene.temporal(NounPhrase(k, k + 1, k))
        ]
        if names and scene.low(names[0] - 1) != ",":
            last = next((k for k in range(names[0], i) if k + 1 not in names), names[0])
            return NounPhrase(names[0], last + 1, last), _OWNER
        if scene.tag(phrase.i) == "PRP$":
            return NounPhrase(phrase.i, phrase.i + 1, phrase.i), _OWNER
        modifiers = [k for k in range(phrase.i, i) if scene.tag(k) in {"NN", "NNS"}]
        if modifiers:
            candidate = NounPhrase(modifiers[0], modifiers[-1] + 1, modifiers[-1])
            if scene.kinds(candidate) & {"armed", "state", "group", "aircraft"}:
                return candidate, _OWNER
    start = phrase.i if phrase else i
    group = scene.group_at(start - 1)
    for _ in range(2):
        # "launched a new wave of …", "flew nearly eighty …": the verb stands a phrase or a preposition before.
        if group is not None or start <= 0:
            break
        start -= 1
        prior = scene.phrase_at(start - 1)
        start = prior.i if prior else start
        group = scene.group_at(start - 1)
    if group is not None and scene.low(group.head) in helpers("light") and not scene.passive(group):
        return scene.subject(group), LIGHT
    return None, NOTHING


def _peoples(scene: Scene, k: int) -> bool:
    token = scene.tokens[k]
    return token.tag == "JJ" and token.text[:1].isupper() and k > 0


_AIMS: Final = ("on", "against", "targeting", "at", "with", "between", "of", "upon")


def noun_target(scene: Scene, j: int) -> tuple[NounPhrase | None, Way]:
    """Whom a noun of violence strikes: after "on", "against", "of", "with", or the object of a verb such as "hit"."""
    k, end = j, min(j + 14, len(scene.tokens))
    while k < end:
        word = scene.low(k)
        following = scene.following(k + 1, 1)
        beside = following[0] if following and following[0].i == k + 1 else None
        if word in _AIMS and beside is not None and not scene.temporal(beside):
            if (word != "of" or k == j) and not scene.kinds(beside) & {"strife"}:
                return beside, Way("after", word)
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
                return scene.object_phrase(group), Way("struck", scene.low(k))
    return None, NOTHING


def _around(scene: Scene, i: int) -> tuple[NounPhrase | None, Way]:
    """The subject of the verb before token `i` in its clause: who supports "with air strikes"."""
    clause = scene.clause_at(i)
    for k in range(i - 1, max(clause.i, i - 12) - 1, -1):
        group = scene.group_at(k)
        if group is not None:
            return (None, NOTHING) if scene.passive(group) else (scene.subject(group), Way("clause"))
    return None, NOTHING


Roles = tuple[NounPhrase | None, Way, NounPhrase | None, Way]


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
        return (who, how, whom, what) if whom else (who, how, scene.subject(group), SUFFERER)
    if who is None:
        who, how = scene.subject(group), SUBJECT
    if whom is None:
        whom, what = scene.object_phrase(group), OBJECT
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
