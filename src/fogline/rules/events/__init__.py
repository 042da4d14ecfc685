"""The events layer: what happened or would happen, by whom, to whom, where and when, one event for each happening.

Triggers are words of the lexicon (`fogline.lexicon`, families ``events_*``). Actor, target, place and time are bound in
the trigger's own clause; a binding from further away says so in `why`.
"""

from bisect import bisect_left
from typing import Final

from fogline.grammar.phrases import NounPhrase
from fogline.nouns import Amount, Event, Figure, Mention, Why, identity
from fogline.rules.context import Context, Index
from fogline.rules.events.binding import innermost, mention, place_of, status_of, takes_part, time_of, why
from fogline.rules.events.discourse import main_place, place_before, when_before
from fogline.rules.events.draft import VIOLENCE, Draft
from fogline.rules.events.merging import same_happening
from fogline.rules.events.nominal import WISHED, noun_actor, noun_target, noun_trigger
from fogline.rules.events.scene import Layers, Scene
from fogline.rules.events.trigger import Way
from fogline.rules.events.triggers import find_triggers
from fogline.rules.events.verbal import verb_trigger
from fogline.rules.events.words import NounEntry, VerbEntry, helpers, triggering

__all__ = [
    "find",
    "main_place",
    "noun_actor",
    "noun_target",
    "noun_trigger",
    "place_before",
    "place_of",
    "same_happening",
    "status_of",
    "time_of",
    "toll",
    "verb_trigger",
    "when_before",
]

_BETWEEN: Final = Way("after", "between")


def find(context: Context) -> tuple[Event, ...]:
    """Everything of this layer in the report, in order."""
    layers = Layers(context)
    claims = innermost(context)
    table = triggering()
    drafts = []
    for number, sentence in enumerate(context.prose.sentences):
        if sentence.kind in {"byline", "dateline", "furniture"} or table.isdisjoint(sentence.lows):
            continue
        scene = Scene(sentence, number, layers)
        for trigger in find_triggers(scene):
            draft = Draft(trigger)
            start, end = scene.tokens[trigger.i].start, scene.tokens[trigger.j - 1].end
            claim = claims.innermost(start, end)
            draft.claim = claim.id if claim else None
            draft.status, firm = status_of(trigger, claim)
            if firm:
                draft.why.append(why("status", "status_of", None, firm))
            _roles(draft)
            place, far = place_of(trigger)
            if place is not None:
                draft.place, draft.own_place = place, far is None
                draft.why.append(why("place", "place_of", place, far))
            time, apart = time_of(trigger, claim)
            if time is not None:
                draft.when, draft.own_when = time, apart is None
                draft.why.append(why("when", "time_of", time, apart))
            if _anchored(draft):
                drafts.append(draft)
    place_before(drafts, layers, context)
    when_before(drafts)
    toll(drafts, context.figures)
    return tuple(_event(draft, context) for draft in same_happening(drafts))


def _roles(draft: Draft) -> None:
    trigger = draft.trigger
    scene = trigger.scene
    if takes_part(scene, trigger.who):
        draft.actor, note = mention(scene, trigger.who)
        _explain(draft, "actor", draft.actor, trigger.ways[0], note)
    draft.target, note = mention(scene, trigger.whom)
    _explain(draft, "target", draft.target, trigger.ways[1], note)
    if trigger.ways[1] == _BETWEEN and trigger.whom is not None:
        _both(draft, trigger.whom)


def _both(draft: Draft, phrase: NounPhrase) -> None:
    """Of those between whom it is, both act; in violence the second is the target of the first."""
    scene = draft.trigger.scene
    draft.actor, draft.target = draft.target, None
    if draft.type in VIOLENCE and scene.low(phrase.j) == "and":
        following = scene.following(phrase.j + 1, 1)
        if following and following[0].i == phrase.j + 1:
            draft.actor, _ = mention(scene, phrase, whole=False)
            draft.target, _ = mention(scene, following[0])
    draft.why = [reason for reason in draft.why if reason.field not in {"actor", "target"}]
    _explain(draft, "actor", draft.actor, _BETWEEN, None)
    _explain(draft, "target", draft.target, Way("after", "between … and"), None)


def _explain(draft: Draft, field: str, words: Mention | None, way: Way, note: str | None) -> None:
    if words is not None:
        rule = "noun_trigger" if draft.trigger.noun else "verb_trigger"
        draft.why.append(why(field, rule, words, f"{way.note}, {note}" if note else way.note))


def _anchored(draft: Draft) -> bool:
    """A general noun is an event only where the sentence says of whom, where or when."""
    entry = draft.trigger.entry
    group = draft.trigger.group
    if isinstance(entry, VerbEntry) and entry.aim and group is not None and not group.finite:
        # "to defeat them" is what somebody wants, no happening, unless it has its day.
        return draft.own_when
    if isinstance(entry, VerbEntry) and entry.effect and draft.actor is None:
        # "276 killed" is a count, not an event, unless it says by whom, where or when.
        draft.pointer = draft.place is None and draft.when is None
        return True
    if isinstance(entry, VerbEntry) and draft.target is None and draft.actor is None:
        return draft.own_place or draft.own_when or draft.trigger.whom is None
    if not isinstance(entry, NounEntry) or not entry.weak:
        return True
    scene, whom = draft.trigger.scene, draft.trigger.whom
    struck = draft.target is not None and (
        len(scene.kinds(whom)) > 1 or draft.trigger.ways[1].by in {"object", "struck"}
    )
    parts = draft.actor is not None or struck
    if entry.background:
        return parts and draft.own_when
    if parts or draft.own_place or draft.own_when or _occurs(draft):
        return True
    if entry.type in WISHED and draft.status in {"demanded", "planned", "forecast", "denied"}:
        return True
    draft.pointer = entry.refers and draft.definite
    return draft.pointer


def _occurs(draft: Draft) -> bool:
    """Does the verb beside a noun say that it took place ("gunfire was heard", "heard explosions")?"""
    scene, trigger = draft.trigger.scene, draft.trigger
    first = trigger.phrase.i if trigger.phrase else trigger.i
    beside = (scene.group_at(first - 1), scene.group_at(trigger.j))
    return any(group and not group.negated and scene.low(group.head) in helpers("occur") for group in beside)


def toll(drafts: list[Draft], figures: tuple[Figure, ...]) -> None:
    """The dead and injured counted in the event's own sentence, beside the nearest act of violence."""
    counted = Index(figure for figure in figures if figure.what in {"killed", "injured"})
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.type in VIOLENCE:
            by_sentence.setdefault(draft.trigger.scene.number, []).append(draft)
    for violent in by_sentence.values():
        sentence = violent[0].trigger.scene.sentence
        offsets = [_offset(draft) for draft in violent]
        for figure in counted.covering(sentence.start, sentence.end):
            k = bisect_left(offsets, figure.start)
            near = range(max(0, k - 1), min(len(offsets), k + 1))
            nearest = violent[min(near, key=lambda n: abs(offsets[n] - figure.start))]
            amount = Amount(figure.low, figure.high)
            if figure.what == "killed" and nearest.killed is None:
                nearest.killed = amount
                nearest.why.append(why("killed", "toll", figure, "counted in its sentence"))
            elif figure.what == "injured" and nearest.injured is None:
                nearest.injured = amount
                nearest.why.append(why("injured", "toll", figure, "counted in its sentence"))


def _offset(draft: Draft) -> int:
    return draft.trigger.scene.tokens[draft.trigger.i].start


def _event(draft: Draft, context: Context) -> Event:
    trigger = draft.trigger
    start = trigger.scene.tokens[trigger.i].start
    end = trigger.scene.tokens[trigger.j - 1].end
    rule = "noun_trigger" if trigger.noun else "verb_trigger"
    words = context.text[start:end]
    place = draft.place
    return Event(
        start=start,
        end=end,
        text=words,
        id=identity("event", context.report.id, start, end),
        claim=draft.claim,
        type=draft.type,
        actor=draft.actor,
        target=draft.target,
        place=Mention(place.start, place.end, place.text, place.name) if place else None,
        when=draft.when.value if draft.when else None,
        status=draft.status,
        killed=draft.killed,
        injured=draft.injured,
        rule=f"events.{rule}",
        why=(Why("type", f"events.{rule}", None, f"“{words}” with what stands beside it"), *draft.why),
    )
