"""The desk: reader, lexicon, atlas and roster, loaded once; `Desk.read` turns a report into a reading."""

import time
from collections.abc import Callable
from functools import cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from fogline import __version__
from fogline.atlas import Atlas, load_atlas
from fogline.grammar import parse
from fogline.grammar.tagger import Tagger, load_tagger
from fogline.meeting import MEETINGS, seen
from fogline.nouns import Reading, Report
from fogline.reader.model import Reader, load_reader
from fogline.roster import Roster, load_roster
from fogline.rules import FINDERS
from fogline.rules.context import Context
from fogline.rules.narration import tell

VERSION: Final = f"fogline {__version__}"


class Desk(Struct, frozen=True):
    """Everything that reading needs besides the report. Share one between threads; build it with `load_desk`."""

    tagger: Tagger
    atlas: Atlas
    roster: Roster
    reader: Reader | None = None
    """The trained half. Without it the desk reads by rules alone, and says so in `Reading.desk`."""

    @property
    def version(self) -> str:
        """What a reading says of the desk that made it."""
        return f"{VERSION} rules and reader {self.reader.version}" if self.reader else f"{VERSION} rules, no reader"

    def read(self, report: Report, name: str = "", clock: Callable[[str, float], None] | None = None) -> Reading:
        """Everything this desk finds in one report. Pure: the same report gives an equal reading.

        `clock`, when given, is called with each stage's name and the seconds that it took.
        """
        started = time.perf_counter()

        def tick(stage: str) -> None:
            nonlocal started
            now = time.perf_counter()
            if clock:
                clock(stage, now - started)
            started = now

        sight = seen(self.reader, report) if self.reader and report.language in {None, "en"} else None
        tick("reader")
        prose = parse(report, self.tagger)
        tick("grammar")
        context = Context(prose=prose, atlas=self.atlas, roster=self.roster)
        for layer, find in FINDERS:
            found = find(context)
            if sight is not None and layer in MEETINGS:
                found = MEETINGS[layer](found, context, sight)
            context = replace(context, **{layer: found})
            tick(layer)
        # The outlet's own voice comes last: whatever stands in nobody's claim is told by the author.
        context = tell(context)
        tick("narration")
        return Reading(
            name=name,
            article=replace(report, published=context.published),
            times=context.times,
            places=context.places,
            claims=context.claims,
            events=context.events,
            figures=context.figures,
            forecasts=context.forecasts,
            desk=self.version,
        )


@cache
def load_desk() -> Desk:
    """The desk that ships with fogline. Loaded once a process, in well under a second."""
    return Desk(tagger=load_tagger(), atlas=load_atlas(), roster=load_roster(), reader=load_reader())
