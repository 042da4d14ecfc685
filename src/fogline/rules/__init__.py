"""The written part of the desk: plain functions that find times, places, actors, claims, figures, forecasts and events.

`FINDERS` lists the layers in the order in which they run; each sees what those before it have found. The first line of
a rule's docstring is what a user reads under "why?".
"""

from collections.abc import Callable
from typing import Any

from fogline.rules import actors, events, figures, forecasts, places, speech, times
from fogline.rules.context import Context

FINDERS: tuple[tuple[str, Callable[[Context], Any]], ...] = (
    ("published", times.published),
    ("times", times.find),
    ("places", places.find),
    ("actors", actors.find),
    ("claims", speech.find),
    ("figures", figures.find),
    ("forecasts", forecasts.find),
    ("events", events.find),
)
"""The layers in the order in which they run, each with the function that fills it."""
