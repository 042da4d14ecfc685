"""What the reader finds in a text: spans of code points with scores. The desk weighs them with what the rules found."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from fogline.reader.decode import Floats, Ints, link, linked, softmax, sorted_as, strongest
from fogline.reader.model import Reader, Seen
from fogline.reader.scheme import LAYOUT

Span = tuple[int, int]

BRIDGE, EDGE = 5.0, 1.5
"""Contents are whole clauses: how much the words between two pieces, and each word at an edge, may pull against."""
NARROW = 1.0
"""The same for words between two pieces of whatever else is linked: names and noun phrases."""
LEAST_MASS = 2.0
"""A further run of words belongs to a content if its words together pull this much."""


class Marked(Struct, frozen=True, gc=False):
    """Words with a label."""

    start: int
    end: int
    label: str
    score: float


class Put(Struct, frozen=True, gc=False):
    """Content that somebody puts forward: what introduces it (cue or hedge), who, and the words.

    `source` is None where no words beside it name one.
    """

    cue: Span
    kind: str
    source: Span | None
    contents: tuple[Span, ...]
    status: str
    score: float

    @property
    def start(self) -> int:
        """Where its first word stands, of cue or content."""
        return min(self.cue[0], self.contents[0][0])

    @property
    def end(self) -> int:
        """Where its last word ends, of cue or content."""
        return max(self.cue[1], self.contents[-1][1])


class Told(Struct, frozen=True, gc=False):
    """Trigger words of a happening, its type and status, and the words that fill its roles."""

    start: int
    end: int
    type: str
    status: str
    again: float
    """How likely these words only mention a happening again."""
    score: float
    actor: Span | None
    target: Span | None
    place: Span | None


ODDS = ("claim", "event", "figure")
"""Heads of which the odds of each word are kept, to doubt what the rules found."""


class Odds(Struct, frozen=True):
    """How likely each word belongs to something that a head marks: `starts` and the values have one entry a word."""

    starts: Ints
    values: dict[str, Floats]

    def most(self, head: str, start: int, end: int) -> float:
        """Give the highest odds under a head of the words in ``start..end``."""
        first = max(0, int(np.searchsorted(self.starts, start, side="right")) - 1)
        last = max(first + 1, int(np.searchsorted(self.starts, end, side="left")))
        return float(self.values[head][first:last].max(initial=0.0))


class Sight(Struct, frozen=True):
    """Everything that the reader finds in a text, each kind in order of the text."""

    claims: tuple[Put, ...]
    events: tuple[Told, ...]
    figures: tuple[Marked, ...]
    forecasts: tuple[Marked, ...]
    odds: Odds
    calibration: tuple[float, ...] | None = None


def look(reader: Reader, text: str, parts: Sequence[Span]) -> Sight:
    """Read the parts of a text, each by itself. Memory holds one window at a time besides what is found."""
    claims: list[Put] = []
    events: list[Told] = []
    figures: list[Marked] = []
    forecasts: list[Marked] = []
    starts: list[Ints] = []
    odds: dict[str, list[Floats]] = {head: [] for head in ODDS}
    for seen in (seen for start, end in parts for seen in reader.see(text[start:end], shift=start)):
        claims += puts(seen)
        events += tolds(seen)
        figures += marked(seen, "figure", "what")
        forecasts += marked(seen, "forecast", "likelihood")
        a, b = seen.owned
        starts.append(seen.starts[a:b])
        for head, values in odds.items():
            values.append(1 - softmax(seen.rows.values[a:b, LAYOUT[head]])[:, 0])
    return Sight(
        tuple(claims),
        tuple(events),
        tuple(figures),
        tuple(forecasts),
        Odds(
            np.concatenate(starts) if starts else np.zeros(0, dtype=np.int64),
            {
                head: np.concatenate(values) if values else np.zeros(0, dtype=np.float32)
                for head, values in odds.items()
            },
        ),
        reader.learned.calibration,
    )


def marked(seen: Seen, head: str, sort: str) -> list[Marked]:
    """Give the spans of a head, with the class that another head gives them as label."""
    found = []
    for run in seen.owned_runs(head):
        label, _ = sorted_as(seen.rows, sort, run.start)
        found.append(Marked(*seen.chars(run.start, run.end), label, run.score))
    return found


def puts(seen: Seen) -> list[Put]:
    """Give the claims whose cue or hedge stands in the owned part of a window."""
    cues = seen.owned_runs("claim")
    anchors = [run.start for run in cues]
    sources = link(seen.rows, "source", anchors)
    contents = link(seen.rows, "content", anchors)
    found = []
    for i, run in enumerate(cues):
        spans = linked(contents[i], BRIDGE, EDGE)
        if not spans:
            continue
        most = max(mass for _, _, mass in spans)
        kept = [(a, b) for a, b, mass in spans if mass >= LEAST_MASS or mass == most]
        source = strongest(linked(sources[i], NARROW))
        found.append(
            Put(
                cue=seen.chars(run.start, run.end),
                kind=run.label,
                source=seen.chars(*source) if source else None,
                contents=tuple(seen.chars(a, b) for a, b in kept),
                status=sorted_as(seen.rows, "status", run.start)[0],
                score=run.score,
            )
        )
    return found


def tolds(seen: Seen) -> list[Told]:
    """Give the happenings whose trigger stands in the owned part of a window."""
    triggers = seen.owned_runs("event")
    anchors = [run.start for run in triggers]
    filled: dict[str, list[Span | None]] = {}
    for role in ("actor", "target", "place"):
        scores = link(seen.rows, role, anchors)
        best = [strongest(linked(row, NARROW)) for row in scores]
        filled[role] = [seen.chars(*span) if span else None for span in best]
    return [
        Told(
            *seen.chars(run.start, run.end),
            type=sorted_as(seen.rows, "type", run.start)[0],
            status=sorted_as(seen.rows, "status", run.start)[0],
            again=float(softmax(seen.rows.values[run.start, LAYOUT["again"]])[1]),
            score=run.score,
            actor=filled["actor"][i],
            target=filled["target"][i],
            place=filled["place"][i],
        )
        for i, run in enumerate(triggers)
    ]
