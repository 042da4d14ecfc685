"""What the report tells in its own voice: the source `author`, status asserted, mode narrated.

The ledger holds no facts, only claims: a figure, forecast or event that stands in nobody's claim becomes part of a
claim of the author, whose words are the sentence that it stands in.
"""

from typing import TypeVar

from msgspec.structs import replace

from fogline.nouns import AUTHOR, Claim, Event, Figure, Forecast, Mode, Source, Status, identity
from fogline.rules.context import Context, Index

Item = TypeVar("Item", Figure, Forecast, Event)


def tell(context: Context) -> Context:
    """Every item of the context in a claim: those that stood in none get the author's, or their own source's."""
    made: dict[str, Claim] = {}
    index: Index[Claim] = Index(context.claims)

    def attach(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(replace(item, claim=item.claim or hold(item)) for item in items)

    def hold(item: Figure | Forecast | Event) -> str:
        told = _told_inside(index, item)
        if told is not None:
            return told.id
        claim = forecast(context, item) if _foretold(item) else claims(context, item)
        return made.setdefault(claim.id, claim).id

    figures, forecasts, events = attach(context.figures), attach(context.forecasts), attach(context.events)
    told = sorted((*context.claims, *made.values()), key=lambda claim: (claim.start, -claim.end))
    return replace(context, claims=tuple(told), figures=figures, forecasts=forecasts, events=events)


def claims(context: Context, item: Figure | Forecast | Event) -> Claim:
    """The report's own voice tells this: no cue gives it to anybody else."""
    sentence = context.prose.sentence_at(item.start)
    start, end = (sentence.start, sentence.end) if sentence else (item.start, item.end)
    return _claim(context, start, end, Source(AUTHOR), "narrated", "asserted")


def forecast(context: Context, item: Figure | Forecast | Event) -> Claim:
    """Somebody expects or intends this: a forecast that names its source is that source's claim."""
    source = item.source if isinstance(item, Forecast) else Source(AUTHOR)
    return _claim(context, item.start, item.end, source, "indirect", "forecast")


def _told_inside(index: Index[Claim], item: Figure | Forecast | Event) -> Claim | None:
    """The claim of a forecast's own source that stands inside the forecast's words: "Analysts fear that …"."""
    if not isinstance(item, Forecast):
        return None
    own = (claim for claim in index.covering(item.start, item.end) if claim.source.name == item.source.name)
    return next(
        (
            claim
            for claim in own
            if (item.start <= claim.start and claim.end <= item.end)
            or (claim.start <= item.start and item.end <= claim.end)
        ),
        None,
    )


def _foretold(item: Figure | Forecast | Event) -> bool:
    return isinstance(item, Forecast) and item.source.name != AUTHOR


def _claim(context: Context, start: int, end: int, source: Source, mode: Mode, status: Status) -> Claim:
    return Claim(
        start=start,
        end=end,
        text=context.text[start:end],
        id=identity("claim", context.report.id, start, end, "narrated" if mode == "narrated" else "foretold"),
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
