"""Forecasts of the reader and of the rules, put together."""

from fogline.meeting.bounds import FORECAST_ALONE
from fogline.nouns import AUTHOR, Claim, Forecast, Likelihood, Source, Time, Why, identity, span
from fogline.reader.sight import Marked, Sight
from fogline.rules.context import Context, Index


def meet(found: tuple[Forecast, ...], context: Context, sight: Sight) -> tuple[Forecast, ...]:
    """Give the forecasts of both."""
    index: Index[Forecast] = Index(found)
    claims: Index[Claim] = Index(context.claims)
    times: Index[Time] = Index(context.times)
    alone = [
        seen_forecast(one, context, claims, times)
        for one in sight.forecasts
        if one.score >= FORECAST_ALONE and one.end - one.start >= 12 and not index.covering(one.start, one.end)
    ]
    return tuple(sorted((*found, *alone), key=lambda forecast: (forecast.start, forecast.end)))


def seen_forecast(one: Marked, context: Context, claims: Index[Claim], times: Index[Time]) -> Forecast:
    """A statement on what will be that the trained reader recognised and no rule describes."""
    words = span(context.text, one.start, one.end)
    inside = claims.covering(one.start, one.end)
    claim = claims.innermost(one.start, one.end) or (inside[0] if inside else None)
    time = next((time for time in times.covering(one.start, one.end) if time.value), None)
    likelihood: Likelihood = one.label  # type: ignore[assignment]
    return Forecast(
        start=words.start,
        end=words.end,
        text=words.text,
        id=identity("forecast", context.report.id, words.start, words.end),
        claim=claim.id if claim else None,
        source=claim.source if claim else Source(AUTHOR),
        likelihood=likelihood,
        horizon=time.value if time else None,
        condition=None,
        outcome="open",
        rule="meeting.seen_forecast",
        why=(Why("likelihood", "meeting.seen_forecast", words, f"the reader is {one.score:.0%} sure of these words"),),
    )
