"""The times layer."""

from fogline.nouns import Day, Time
from fogline.rules.context import Context

__all__ = ["find", "published"]


def find(context: Context) -> tuple[Time, ...]:
    """Everything of this layer in the report, in order."""
    return ()


def published(context: Context) -> Day | None:
    """The day of publication: as the page states it, or inferred from the words, or None."""
    return context.report.published
