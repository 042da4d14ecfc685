"""What the report tells in its own voice: the source `author`, status asserted, mode narrated.

The ledger holds no facts, only claims: a figure, forecast or event that stands in nobody's claim becomes part of a
claim of the author, whose words are the sentence that it stands in.
"""

from typing import TypeGuard, TypeVar

from msgspec.structs import replace

from fogline.nouns import AUTHOR, Claim, Event, Figure, Forecast, Mode, Source, Status, identity
from fogline.rules.context import Context, Index

Item = TypeVar("Item", Figure, Forecast, Event)


def claims(context: Context) -> tuple[Claim, ...]:
    """The report's own voice tells this: no cue gives it to anybody else."""
    made: dict[int, Claim] = {}
    items: tuple[Figure | Forecast | Event, ...] = (*context.figures, *context.forecasts, *context.events)
    for item in items:
        sentence = context.prose.sentence_at(item.start)
        if item.claim is None and not _foretold(item) and sentence is not None and sentence.start not in made:
            made[sentence.start] = _claim(context, sentence.start, sentence.end, Source(AUTHOR), "narrated", "asserted")
    foretold = [forecast(context, item) for item in context.forecasts if _foretold(item)]
    return tuple(sorted((*context.claims, *foretold, *made.values()), key=lambda claim: (claim.start, -claim.end)))


def forecast(context: Context, item: Forecast) -> Claim:
    """Somebody expects or intends this: a forecast that names its source is that source's claim."""
    return _claim(context, item.start, item.end, item.source, "indirect", "forecast")


def _foretold(item: Figure | Forecast | Event) -> TypeGuard[Forecast]:
    return isinstance(item, Forecast) and item.claim is None and item.source.name != AUTHOR


def _claim(context: Context, start: int, end: int, source: Source, mode: Mode, status: Status) -> Claim:
    return Claim(
        start=start,
        end=end,
        text=context.text[start:end],
        id=identity("claim", context.report.id, start, end, mode),
        source=source,
        via=(),
        cue=None,
        hedge=None,
        status=status,
        mode=mode,
        said=None,
        score=None,
        rule="narration.claims" if mode == "narrated" else "narration.forecast",
    )


def _attach(context: Context, items: tuple[Item, ...]) -> tuple[Item, ...]:
    ours = Index(claim for claim in context.claims if claim.rule.startswith("narration."))
    attached = []
    for item in items:
        holder = None if item.claim else _holder(ours, item)
        attached.append(replace(item, claim=holder.id) if holder else item)
    return tuple(attached)


def _holder(ours: Index[Claim], item: Figure | Forecast | Event) -> Claim | None:
    """The claim of ours that an item stands in: a forecast's own, else the author's sentence."""
    around = ours.covering(item.start, item.start + 1)
    if _foretold(item):
        return next((c for c in around if (c.start, c.end) == (item.start, item.end) and c.mode != "narrated"), None)
    return next((claim for claim in around if claim.mode == "narrated"), None)


def figures(context: Context) -> tuple[Figure, ...]:
    """Figures with the claim that they stand in."""
    return _attach(context, context.figures)


def forecasts(context: Context) -> tuple[Forecast, ...]:
    """Forecasts with the claim that they stand in."""
    return _attach(context, context.forecasts)


def events(context: Context) -> tuple[Event, ...]:
    """Events with the claim that they stand in."""
    return _attach(context, context.events)
