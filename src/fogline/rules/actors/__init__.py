"""The actors layer."""

from fogline.rules.context import Actor, Context

__all__ = ["find"]


def find(context: Context) -> tuple[Actor, ...]:
    """Everything of this layer in the report, in order."""
    return ()
