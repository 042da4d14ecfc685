"""What a rule is given: the report's prose, the desk's data, and what the layers before it have found."""

from typing import Literal

from msgspec import Struct

from fogline.atlas import Atlas
from fogline.grammar import Prose
from fogline.nouns import ActorKind, Claim, Day, Event, Figure, Forecast, Place, Report, Span, Time
from fogline.roster import Roster
from fogline.spans import Index

__all__ = ["Actor", "Context", "Index"]


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
