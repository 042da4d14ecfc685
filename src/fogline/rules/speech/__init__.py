"""The speech layer."""

from fogline.nouns import Claim
from fogline.rules.context import Context

__all__ = ["find"]


def find(context: Context) -> tuple[Claim, ...]:
    """Everything of this layer in the report, in order."""
    return ()
