"""What the report tells in its own voice: the source `author`, status asserted, mode narrated.

The ledger holds no facts, only claims: a figure, forecast or event that stands in nobody's claim becomes part of a
claim of the author, whose words are the sentence that it stands in.
"""

from typing import TypeVar

from msgspec.structs import replace

from fogline.nouns import AUTHOR, Claim, Event, Figure, Forecast, Source, identity
from fogline.rules.context import Context, Index

Item = TypeVar("Item", Figure, Forecast, Event)


def claims(context: Context) -> tuple[Claim, ...]:
    """The report's own voice tells this: no cue gives it to anybody else."""
    made = {}
    items: tuple[Figure | Forecast | Event, ...] = (*context.figures, *context.forecasts, *context.events)
    for item in items:
        sentence = context.prose.sentence_at(item.start)
        if item.claim is not None or sentence is None or sentence.start in made:
            continue
        start, end = sentence.start, sentence.end
        made[start] = Claim(
            start=start,
            end=end,
            text=context.text[start:end],
            id=identity("claim", context.report.id, start, end, "narrated"),
            source=Source(AUTHOR),
            via=(),
            cue=None,
            hedge=None,
            status="asserted",
            mode="narrated",
            said=None,
            score=None,
            rule="narration.claims",
        )
    return tuple(sorted((*context.claims, *made.values()), key=lambda claim: (claim.start, -claim.end)))


def _attach(context: Context, items: tuple[Item, ...]) -> tuple[Item, ...]:
    narrated = Index(claim for claim in context.claims if claim.mode == "narrated")
    attached = []
    for item in items:
        holder = None if item.claim else next(iter(narrated.covering(item.start, item.start + 1)), None)
        attached.append(replace(item, claim=holder.id) if holder else item)
    return tuple(attached)


def figures(context: Context) -> tuple[Figure, ...]:
    """Figures with the claim that they stand in."""
    return _attach(context, context.figures)


def forecasts(context: Context) -> tuple[Forecast, ...]:
    """Forecasts with the claim that they stand in."""
    return _attach(context, context.forecasts)


def events(context: Context) -> tuple[Event, ...]:
    """Events with the claim that they stand in."""
    return _attach(context, context.events)
