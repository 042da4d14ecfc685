"""The events layer."""

from fogline.nouns import Event
from fogline.rules.context import Context

__all__ = ["find"]


def find(context: Context) -> tuple[Event, ...]:
    """Everything of this layer in the report, in order."""
    return ()
