"""Happenings of the reader and of the rules, put together."""

from msgspec.structs import replace

from fogline.meeting.bounds import EVENT_AGAIN, EVENT_ALONE, EVENT_DOUBT
from fogline.nouns import Claim, Event, EventType, Mention, Place, Status, Time, Why, identity, span
from fogline.reader.sight import Sight, Told
from fogline.rules.context import Actor, Context, Index

FEW = 8
"""The reader's events come in order: a new one can only repeat one of the last few."""
BESIDE = 20
"""A trigger this near, in characters, mostly tells means or outcome of the same happening: "mortar bombs killed"."""
NEAR = 80
"""A trigger of the same type this near, in characters, tells of the same happening."""


def meet(found: tuple[Event, ...], context: Context, sight: Sight) -> tuple[Event, ...]:
    """Give the events of both."""
    layers = Layers(context)
    told = Index(sight.events)
    kept: list[Event] = []
    for event in found:
        twins = told.covering(event.start, event.end)
        if twins:
            kept.append(both(event, twins[0], context, layers))
        elif sight.odds.most("event", event.start, event.end) >= EVENT_DOUBT:
            kept.append(event)
    of_rules: Index[Event] = Index(kept)
    alone: list[Event] = []
    for one in told.items:
        if one.score >= EVENT_ALONE and one.again < EVENT_AGAIN:
            others = of_rules.covering(max(0, one.start - NEAR), one.end + NEAR)
            if not known(one, [*others, *alone[-FEW:]]):
                alone.append(seen_event(one, context, layers))
    return tuple(sorted((*kept, *alone), key=lambda event: (event.start, event.end)))


def both(event: Event, one: Told, context: Context, layers: "Layers") -> Event:
    """Give an event that both have found: the rules' reading, with what only the reader sees of it."""
    changes: dict[str, object] = {}
    why = list(event.why)
    for role, words_of_role in (("actor", one.actor), ("target", one.target)):
        if getattr(event, role) is None and words_of_role is not None:
            filler = mention(words_of_role, context, layers)
            changes[role] = filler
            why.append(Why(role, "meeting.seen_event", span(context.text, *words_of_role), "linked by the reader"))
    return replace(event, why=tuple(why), **changes) if changes else event


def known(one: Told, others: list[Event]) -> bool:
    """Is one of these an event with these words or right beside them, or one of this type not far from them?"""
    return any(
        (event.start < one.end + BESIDE and one.start < event.end + BESIDE)
        or (event.type == one.type and abs(event.start - one.start) < NEAR)
        for event in others
    )


class Layers:
    """What an event is bound to, ready to be looked up by place in the text."""

    def __init__(self, context: Context) -> None:
        self.claims: Index[Claim] = Index(context.claims)
        self.actors: Index[Actor] = Index(context.actors)
        self.places: Index[Place] = Index(context.places)
        self.times: Index[Time] = Index(context.times)


def seen_event(one: Told, context: Context, layers: Layers) -> Event:
    """A happening that the trained reader recognised and no rule describes."""
    words = span(context.text, one.start, one.end)
    claim = layers.claims.innermost(one.start, one.end)
    sentence = context.prose.sentence_at(one.start)
    around = layers.times.covering(sentence.start, sentence.end) if sentence else []
    times = [time for time in around if time.value and not time.value.startswith("P")]
    time = min(times, key=lambda time: abs(time.start - one.start), default=None)
    why = [
        Why(
            "type",
            "meeting.seen_event",
            words,
            f"the reader is {one.score:.0%} sure that these words tell of a happening",
        )
    ]
    if time is not None:
        nearest = span(context.text, time.start, time.end)
        why.append(Why("when", "meeting.seen_event", nearest, "the nearest time in the sentence"))
    kind: EventType = one.type  # type: ignore[assignment]
    status: Status = one.status  # type: ignore[assignment]
    return Event(
        start=words.start,
        end=words.end,
        text=words.text,
        id=identity("event", context.report.id, words.start, words.end),
        claim=claim.id if claim else None,
        type=kind,
        actor=mention(one.actor, context, layers),
        target=mention(one.target, context, layers),
        place=place(one.place, context, layers),
        when=time.value if time else None,
        status=claim.status if claim else status,
        killed=None,
        injured=None,
        rule="meeting.seen_event",
        why=tuple(why),
    )


def mention(words: tuple[int, int] | None, context: Context, layers: Layers) -> Mention | None:
    """Give the words of somebody who takes part, with the fullest name that the report has for them."""
    if words is None:
        return None
    actor = next(
        (actor for actor in layers.actors.covering(*words) if words[0] <= actor.start and actor.end <= words[1]), None
    )
    quote = context.text[words[0] : words[1]]
    return Mention(words[0], words[1], quote, actor.name if actor else quote)


def place(words: tuple[int, int] | None, context: Context, layers: Layers) -> Mention | None:
    """Give the place that the reader links, as the places layer has it where it knows it."""
    if words is None:
        return None
    known_place = next(iter(layers.places.covering(*words)), None)
    if known_place is not None:
        return Mention(known_place.start, known_place.end, known_place.text, known_place.name)
    quote = context.text[words[0] : words[1]]
    return Mention(words[0], words[1], quote, quote)
