"""The figures layer."""

from fogline.nouns import Figure
from fogline.rules.context import Context

__all__ = ["find"]


def find(context: Context) -> tuple[Figure, ...]:
    """Everything of this layer in the report, in order."""
    return ()
