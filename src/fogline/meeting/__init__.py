"""Where the reader and the rules meet: what one of them alone has found is weighed by the other.

`MEETINGS` names, for each layer, the function that is called with the rules' findings, the context and the reader's
sight, and gives the layer as it goes into the reading. The same three things happen in each:

1. what both have found stays as the rules have it, with the reader's score;
2. what the rules found and the reader holds for unlikely goes;
3. what only the reader found comes in where it is sure enough; its `rule` is ``meeting.…``.

The bounds stand in `fogline.meeting.bounds`; they were chosen on our own development reports.
"""

from collections.abc import Callable
from typing import Any

from fogline.meeting import claims, events, figures, forecasts
from fogline.meeting.blocks import seen
from fogline.reader.sight import Sight
from fogline.rules.context import Context

__all__ = ["MEETINGS", "Meeting", "seen", "seen_claim", "seen_event", "seen_figure", "seen_forecast"]

Meeting = Callable[[Any, Context, Sight], Any]

MEETINGS: dict[str, Meeting] = {
    "claims": claims.meet,
    "figures": figures.meet,
    "forecasts": forecasts.meet,
    "events": events.meet,
}
"""The layers in which the reader has a say."""

seen_claim = claims.seen_claim
seen_event = events.seen_event
seen_figure = figures.seen_figure
seen_forecast = forecasts.seen_forecast
