"""What a rule is given: the report's prose, the desk's data, and what the layers before it have found."""

from bisect import bisect_left
from typing import Literal

from msgspec import Struct

from fogline.atlas import Atlas
from fogline.grammar import Prose
from fogline.nouns import ActorKind, Claim, Day, Event, Figure, Forecast, Place, Report, Span, Time
from fogline.roster import Roster
from fogline.spans import Index

__all__ = ["Actor", "Cast", "Context", "Index"]


class Actor(Span, frozen=True, gc=False):
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
