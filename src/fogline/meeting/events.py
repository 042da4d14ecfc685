"""Happenings of the reader and of the rules, put together."""

from bisect import bisect_left

from fogline.meeting.bounds import EVENT_AGAIN, EVENT_ALONE, EVENT_DOUBT
from fogline.nouns import Claim, Event, EventType, Mention, Place, Status, Time, Why, identity, span
from fogline.reader.sight import Sight, Told
from fogline.rules.context import Actor, Context, Index

NEAR = 80
"""A trigger of the same type this near, in characters, tells of the same happening."""


def meet(found: tuple[Event, ...], context: Context, sight: Sight) -> tuple[Event, ...]:
    """Give the events of both."""
    told = [one for one in sight.events if one.score >= EVENT_ALONE]
    kept: list[Event] = []
    for event in found:
        beside = any(one.start < event.end and event.start < one.end for one in sight.events)
        if beside or sight.odds.most("event", event.start, event.end) >= EVENT_DOUBT:
            kept.append(event)
    layers = Layers(context)
    for one in told:
        if one.again < EVENT_AGAIN and not known(one, kept):
            kept.append(seen_event(one, context, layers))
    return tuple(sorted(kept, key=lambda event: (event.start, event.end)))


def known(one: Told, kept: list[Event]) -> bool:
    """Is there an event with these words, or one of this type just beside them?"""
    return any(
        (event.start < one.end and one.start < event.end)
        or (event.type == one.type and abs(event.start - one.start) < NEAR)
        for event in kept
    )


class Layers:
    """What an event is bound to, ready to be looked up by place in the text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.claims: Index[Claim] = Index(context.claims)
        self.actors: Index[Actor] = Index(context.actors)
        self.places: Index[Place] = Index(context.places)
        self.times: Index[Time] = Index(context.times)
        self.sentences = context.prose.sentences
        self._starts = [sentence.start for sentence in self.sentences]

    def sentence(self, start: int) -> tuple[int, int]:
        """Give the sentence around an offset."""
        at = max(0, bisect_left(self._starts, start + 1) - 1)
        return self.sentences[at].start, self.sentences[at].end


def seen_event(one: Told, context: Context, layers: Layers) -> Event:
    """A happening that the trained reader recognised and no rule describes."""
    words = span(context.text, one.start, one.end)
    claim = layers.claims.innermost(one.start, one.end)
    a, b = layers.sentence(one.start)
    times = [time for time in layers.times.covering(a, b) if time.value and not time.value.startswith("P")]
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
        why.append(Why("when", "meeting.seen_event", time, "the nearest time in the sentence"))
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
