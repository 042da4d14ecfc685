"""Where, when, by whom, on whom and how firmly: the fields of an event, bound in its clause before anything wider."""

from bisect import bisect_left, bisect_right
from typing import Final

from fogline.grammar.phrases import NounPhrase, VerbGroup
from fogline.grammar.prose import Token
from fogline.nouns import Claim, Mention, Place, Span, Status, Time, Why
from fogline.rules.context import Actor, Context, Index
from fogline.rules.events.scene import Scene
from fogline.rules.events.trigger import Trigger
from fogline.rules.events.words import helpers

_CLOCK: Final = frozenset({"at", "in", "the", "early", "late", "before", "after", "around", "about", "shortly", "mid"})
_TOWARDS: Final = frozenset({"to", "into", "towards", "toward", "onto"})
_WIDE: Final = {"country": 3.0, "area": 1.5, "admin1": 1.5}
"""How much a wide place yields to a narrow one, in the points of `place_of`."""
_GOVERNED: Final[tuple[tuple[str, Status], ...]] = (("demand", "demanded"), ("expect", "forecast"), ("plan", "planned"))
_FUTURE: Final = frozenset({"will", "would", "shall", "'ll", "wo", "may", "might", "could", "can"})


NEAR: Final = 2000
"""Within how many characters before a pronoun its last mention by name is looked for; else the first one is shown."""


def mention(scene: Scene, phrase: NounPhrase | None, whole: bool = True) -> tuple[Mention | None, str | None]:
    """The taker of part that a noun phrase names, by the fullest name that the report has; a note for a pronoun."""
    if phrase is None:
        return None, None
    layers = scene.layers
    head = scene.tokens[phrase.head]
    actor = layers.actors.innermost(head.start, head.end)
    if actor is None:
        inside = layers.actors.covering(head.start, head.end)
        actor = inside[0] if inside else None
    text = layers.context.text
    whole_name = _whole_name(scene, phrase)
    if whole_name is not None:
        return Mention(whole_name.start, whole_name.end, whole_name.text, whole_name.name), None
    if head.tag in {"PRP", "PRP$", "DT"} or (actor is not None and actor.how == "pronoun"):
        named = _antecedent(scene, actor) or (_recent(scene, head) if actor is None else None)
        if named is None:
            return None, None
        return Mention(named.start, named.end, named.text, named.name), f"through “{head.text}”"
    i, j = scene.extent(phrase) if whole else (phrase.i, phrase.j)
    if scene.low(i) in {"least", "most"} and i < phrase.head:
        i += 1
    if scene.low(i) == "that" and scene.tag(phrase.head) in {"NNS", "NNPS"}:
        i += 1
    while i < phrase.head and layers.times.covering(scene.tokens[i].start, scene.tokens[i].end):
        i += 1
    if scene.tag(j - 1) == "POS":
        j -= 1
    start, end = scene.tokens[i].start, scene.tokens[j - 1].end
    words = text[start:end]
    return Mention(
        start, end, words, actor.name if actor is not None and i == phrase.i and actor.start >= start else words
    ), None


def _whole_name(scene: Scene, phrase: NounPhrase) -> Actor | None:
    """The group whose name goes on before these words ("the State of X and Y" for "Y")."""
    start, end = scene.tokens[phrase.i].start, scene.tokens[phrase.j - 1].end
    return next(
        (
            actor
            for actor in scene.layers.actors.covering(start, end)
            if actor.how == "name" and actor.start < start and end <= actor.end and " of " in actor.text
        ),
        None,
    )


def _antecedent(scene: Scene, actor: Actor | None) -> Actor | None:
    """The last mention by name, before a pronoun, of the one that the pronoun stands for."""
    if actor is None:
        return None
    named = scene.layers.named.get(actor.name)
    if named is None:
        return None
    before = named.covering(max(0, actor.start - NEAR), actor.start)
    return before[-1] if before else named.items[0]


def _recent(scene: Scene, pronoun: Token) -> Actor | None:
    """For "it" and "they" that nothing resolves: the group or state last named before, at most two sentences back."""
    if pronoun.low not in {"it", "they", "its", "their", "them"}:
        return None
    sentences = scene.layers.context.prose.sentences
    first = sentences[max(0, scene.number - 2)].start
    before = scene.layers.actors.covering(first, pronoun.start)
    able = [
        actor
        for actor in before
        if actor.kind in {"force", "state", "group", "organisation"} and actor.how != "pronoun"
    ]
    if pronoun.low in {"its", "their"}:
        beside = [actor for actor in able if actor.start >= scene.sentence.start]
        if beside:
            return beside[-1]
    sentence_start = sentences[max(0, scene.number - 1)].start
    last = [actor for actor in able if actor.start >= sentence_start]
    found = last[:1] or able[-1:]
    return found[0] if found else None


def takes_part(scene: Scene, phrase: NounPhrase | None) -> bool:
    """Can these words act: a person, group, force or craft, and not a number or an abstract thing?"""
    if phrase is None:
        return False
    kinds = scene.kinds(phrase)
    acts = {
        "armed",
        "group",
        "people",
        "civilian",
        "state",
        "aircraft",
        "official",
        "pronoun",
        "parliament",
        "organisation",
    }
    if scene.temporal(phrase) or (kinds & {"strife"} and not kinds & {"armed", "people"}):
        return False
    if kinds & {"place"} and not kinds & {"armed", "group", "state", "people"}:
        return False
    return bool(kinds & acts) or scene.tag(phrase.head) in {"NNP", "NNPS"}


def _parted(trigger: Trigger, k: int) -> bool:
    """Does another event's word stand between the trigger and token `k`, nearer to it?"""
    marks = trigger.scene.marks
    low, high = min(trigger.i, k), max(trigger.i, k)
    between = marks[bisect_right(marks, low) : bisect_left(marks, high)]
    return bool(between) and not (len(between) == 1 and between[0] == trigger.at)


def place_of(trigger: Trigger) -> tuple[Place | None, str | None]:
    """The place named in the event's own clause, after "in", "at", "near"… if it can; else in its sentence."""
    scene = trigger.scene
    candidates = scene.layers.places.covering(*scene.around(trigger.i))
    clause = scene.clause_at(trigger.at)
    ground = scene.object_phrase(trigger.group) if trigger.group is not None else None
    best: tuple[float, Place] | None = None
    held: int | None = None
    for place in candidates:
        k = scene.index(place.start)
        before = scene.low(k - 1)
        if before in {"the", "its", "their"}:
            before = scene.low(k - 2)
        located = before in helpers("locate") or scene.tag(k - 1) in {"JJ", ","}
        if place.level == "country" and not located:
            continue
        if scene.low(k + 1) == "'s" and place.level == "country":
            continue
        if trigger.type == "displacement" and scene.low(k - 1) in _TOWARDS and k > trigger.j:
            # Where people flee to is not where they flee.
            continue
        own = clause.i <= k < clause.j
        its = scene.clause_at(k)
        if not own and its.verb is not None and scene.low(its.verb.head) in helpers("tell"):
            continue
        if scene.tag(k - 1) == "POS" and held == k - 1:
            # "in the north's lake district"
            located = True
        score = 6.0 * own - 4.0 * _parted(trigger, k) + 3.0 * located + 2.0 * (k > trigger.i) - abs(k - trigger.i) / 8.0
        score -= _WIDE.get(place.level, 0.0)
        if before == "of" and scene.low(k - 2) in helpers("town"):
            # "the Black Sea port of Odessa"
            score += 2.0
        elif held is not None and k - held <= 2 and scene.tag(k - 1) != "POS":
            # "in Rastan, central Syria": what comes second holds the first.
            score -= 2.0
        held = scene.index(place.end - 1) + 1
        if scene.tag(held) == "POS":
            score -= 1.5
        if before in {"of", "from"} and scene.low(k - 2) in helpers("distant"):
            score -= 4.0
        if trigger.type in {"deployment", "territory_gain"} and before in _TOWARDS:
            score += 2.0
        if trigger.noun is False and trigger.whom is not None and trigger.whom.i <= k < trigger.whom.j:
            score += 2.0
        elif ground is not None and ground.i <= k < ground.j:
            score += 4.0
        if best is None or score > best[0]:
            best = (score, place)
    if best is None:
        return None, None
    own = clause.i <= scene.index(best[1].start) < clause.j
    return best[1], None if own else "named in another clause of the sentence"


def time_of(trigger: Trigger, claim: Claim | None) -> tuple[Time | None, str | None]:
    """The time named in the event's own clause; else in its sentence, but not the time at which somebody said it."""
    scene = trigger.scene
    clause = scene.clause_at(trigger.at)
    best: tuple[float, Time] | None = None
    for time in scene.layers.times.covering(*scene.around(trigger.i)):
        if time.value is None or time.value.startswith("P"):
            continue
        k = scene.index(time.start)
        last = scene.index(time.end - 1)
        if scene.low(last) in helpers("daypart") and all(scene.low(n) in _CLOCK for n in range(k, last)):
            # "at dawn", "in the evening" tell no day; "this morning" and "Monday evening" do.
            continue
        its = scene.clause_at(k)
        if its is not clause and its.verb is not None and scene.low(its.verb.head) in helpers("tell"):
            continue
        if scene.low(last + 1) in helpers("deadline") or (its is not clause and scene.low(k - 1) == "since"):
            # "before the June 30 deadline"; "…, which has been dry since May": a day of something else.
            continue
        if claim is not None and claim.cue is not None and not claim.start <= time.start < claim.end:
            cue = scene.index(claim.cue.start)
            if its.i <= cue < its.j and not its.i <= trigger.i < its.j:
                continue
        score = (
            6.0 * (its is clause)
            - 3.0 * _parted(trigger, k)
            - abs(k - trigger.i) / 6.0
            - 1.0 * (scene.low(k - 1) in {"since", "until", "before"})
        )
        if best is None or score > best[0]:
            best = (score, time)
    if best is None:
        return None, None
    own = scene.clause_at(scene.index(best[1].start)) is clause
    return best[1], None if own else "told in another clause of the sentence"


def status_of(trigger: Trigger, claim: Claim | None) -> tuple[Status, str | None]:
    """An event is as firm as the claim that it stands in; in plain narration its own verb says it."""
    status, note = own_status(trigger)
    if claim is None:
        return status, note
    if claim.status == "demanded" and _ended(trigger):
        return "asserted", "the demand is that it end"
    if claim.status == "asserted" and status in {"planned", "forecast", "demanded", "denied"}:
        return status, note
    if claim.status == "hedged" and status == "denied":
        return status, note
    return claim.status, "as the claim that it stands in"


def _ended(trigger: Trigger) -> bool:
    """Does "an end to", "stop", "cease" stand shortly before it? What shall end goes on."""
    scene = trigger.scene
    return any(scene.low(k) in helpers("end") for k in range(max(0, trigger.i - 10), trigger.i))


def own_status(trigger: Trigger) -> tuple[Status, str | None]:
    """What its own verb, a word of doubt beside it or the verb that governs it says of how firm it is."""
    scene, group = trigger.scene, trigger.group
    clause = scene.clause_at(trigger.i)
    first = max(clause.i, trigger.i - 12)
    near = [scene.low(k) for k in range(first, min(clause.j, trigger.j + 6))]
    if group is None:
        group = clause.verb
    if group is not None and group.negated and not trigger.noun:
        return "denied", "the verb is negated"
    if trigger.noun and _none(scene, trigger):
        return "denied", "“no” or a refusal before it"
    if any(word in helpers("doubt") for word in near):
        return "hedged", "a word of doubt beside it"
    if _called_false(trigger):
        return "denied", "it is called false in the same sentence"
    governor = scene.group_before(group) if group is not None and not trigger.noun else group
    if governor is not None and not trigger.noun and _unconfirmed(scene, governor, trigger.i):
        return "hedged", "the one who speaks does not confirm it"
    words = {scene.low(k) for k in range(governor.i, governor.j)} if governor is not None else set()
    if trigger.noun or (group is not None and group.infinitive):
        prior = {scene.low(group.i - 1), scene.low(group.i - 2)} if group is not None and not trigger.noun else set()
        for use, status in _GOVERNED:
            if (words | prior) & helpers(use):
                return status, "the verb that governs it"
    if group is not None and group.modal is not None:
        if group.modal in {"should", "must"}:
            return "demanded", f"“{group.modal}”"
        if group.modal in _FUTURE and not group.perfect:
            return "forecast", f"“{group.modal}”"
    return "asserted", None


def _called_false(trigger: Trigger) -> bool:
    """Is it the content of an assertion that the sentence itself calls a lie ("the claim that … is false")?"""
    scene = trigger.scene
    told = range(max(0, trigger.i - 15), trigger.i)
    if not any(scene.low(k) in helpers("assertion") and scene.low(k + 1) in {"that", "of", "about"} for k in told):
        return False
    after = range(trigger.j, min(len(scene.tokens), trigger.j + 20))
    return any(
        scene.low(k) in helpers("false") and {scene.low(n) for n in range(k - 4, k)} & {"is", "was", "are", "were"}
        for k in after
    )


def _unconfirmed(scene: Scene, governor: VerbGroup, i: int) -> bool:
    """Does "not confirm (or deny)" govern what stands at token `i`?"""
    words = {scene.low(k) for k in range(max(0, governor.i - 5), i)}
    return bool(words & {"confirm", "confirmed"}) and bool(words & {"not", "n't", "neither", "cannot", "unable"})


def _none(scene: Scene, trigger: Trigger) -> bool:
    """Does "no" stand before the noun, or "any" after a verb of refusal?"""
    first = trigger.phrase.i if trigger.phrase is not None else trigger.i
    words = {scene.low(k) for k in range(max(0, first - 1), trigger.i)}
    refused = any(scene.low(k) in helpers("refuse") for k in range(max(0, first - 4), first))
    return "no" in words or ("any" in words and refused)


def why(field: str, rule: str, words: Span | None, note: str | None) -> Why:
    """The reason for one field, with the words that it was read from."""
    return Why(field, f"events.{rule}", Span(words.start, words.end, words.text) if words else None, note)


def innermost(context: Context) -> Index[Claim]:
    """The claims that somebody makes, to be asked which one holds an event."""
    return Index(claim for claim in context.claims if claim.mode != "narrated")
