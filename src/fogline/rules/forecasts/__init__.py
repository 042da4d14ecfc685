"""The forecasts layer."""

from fogline.nouns import Forecast
from fogline.rules.context import Context

__all__ = ["find"]


def find(context: Context) -> tuple[Forecast, ...]:
    """Everything of this layer in the report, in order."""
    return ()
