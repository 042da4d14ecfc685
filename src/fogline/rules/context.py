"""What a rule is given: the report's prose, the desk's data, and what the layers before it have found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from fogline.atlas import Atlas
from fogline.grammar import Prose
from fogline.nouns import ActorKind, Claim, Day, Event, Figure, Forecast, Place, Report, Span, Time
from fogline.roster import Roster

__all__ = ["Actor", "Cast", "Context", "Index"]


class Actor(Span, frozen=True):
    """A mention of somebody who can act or speak. `name` is the fullest name in the report; a pronoun has one too.

    `how`: by name, by description ("a shopkeeper", "the minister") or by
    pronoun; `rule` is ``actors.<function>``. `roster`: key of the roster entry, when it is known there.
    """

    name: str
    kind: ActorKind
    how: Literal["name", "description", "pronoun"]
    plural: bool
    rule: str
    gender: Literal["m", "f"] | None = None
    roster: str | None = None


class Context(Struct, frozen=True, kw_only=True):
    """One report on its way through the finders; each layer is empty until its finder has run."""

    prose: Prose
    atlas: Atlas
    roster: Roster
    published: Day | None = None
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def report(self) -> Report:
        """The report being read."""
        return self.prose.report

    @property
    def text(self) -> str:
        """The report's text."""
        return self.prose.report.text


S = TypeVar("S", bound=Span)


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
        return [item for item in self.items[low:high] if item.end > start]

    def innermost(self, start: int, end: int) -> S | None:
        """The shortest item whose words hold all of ``start..end``."""
        holding = [item for item in self.covering(start, end) if item.start <= start and end <= item.end]
        return min(holding, key=lambda item: (item.end - item.start, item.start)) if holding else None


class Cast(Index[Actor]):
    """The actors of a report, asked by place in the text; build it once from ``context.actors``."""

    def actor_of(self, start: int, end: int) -> Actor | None:
        """Who is named by the noun phrase ``start..end``: the largest mention that ends with it or lies in it.

        A possessor inside ("Russia's" in "Russia's envoy") is not who the phrase names; the last mention wins.
        """
        inside = [item for item in self.covering(start, end) if start <= item.start and item.end <= end]
        if inside:
            return max(inside, key=lambda item: (item.end, -item.start))
        return self.innermost(start, end)

    def speaker_before(self, offset: int, reach: int = 400) -> Actor | None:
        """The nearest single actor before `offset`, at most `reach` characters back; a row of actors counts as one."""
        last = bisect_left(self._starts, offset)
        for k in range(last - 1, max(-1, last - 40), -1):
            item = self.items[k]
            if item.end <= offset and offset - item.end <= reach:
                holder = max(self.covering(item.start, item.end), key=lambda one: (one.end - one.start, -one.start))
                return holder if holder.end <= offset else item
        return None

    def mentions(self, name: str) -> list[Actor]:
        """All mentions whose fullest name is `name`, in order."""
        return [item for item in self.items if item.name == name]
