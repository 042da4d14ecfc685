"""Spans that can be asked what lies where."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Ranged(Protocol):
    """Anything with a half-open range of code points."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


S = TypeVar("S", bound=Ranged)


class Index(Generic[S]):
    """Spans that can be asked what lies where, in logarithmic time; build one for each layer that a rule looks into."""

    def __init__(self, items: Iterable[S]) -> None:
        self.items = sorted(items, key=lambda item: (item.start, -item.end))
        self._starts = [item.start for item in self.items]
        # The running maximum of the ends: nothing before the first one beyond `start` can reach into a range.
        self._reach = list(accumulate((item.end for item in self.items), max))

    def covering(self, start: int, end: int) -> list[S]:
        """The items whose words overlap ``start..end``, in their order."""
        low, high = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [item for item in self.items[low:high] if item.end > start] if low < high else []

    def innermost(self, start: int, end: int) -> S | None:
        """The shortest item whose words hold all of ``start..end``."""
        holding = [item for item in self.covering(start, end) if item.start <= start and end <= item.end]
        return min(holding, key=lambda item: (item.end - item.start, item.start)) if holding else None
