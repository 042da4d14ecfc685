"""The places layer."""

from fogline.nouns import Place
from fogline.rules.context import Context

__all__ = ["find"]


def find(context: Context) -> tuple[Place, ...]:
    """Everything of this layer in the report, in order."""
    return ()
