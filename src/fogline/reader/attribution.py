"""Attributions as PolNeAR has them: every word is part of a source, a cue or a content, or of nothing."""

import numpy as np
from msgspec import Struct

from fogline.reader.decode import link, linked, runs, strongest
from fogline.reader.model import Reader, Seen

Span = tuple[int, int]

BRIDGE = 2.0
"""Runs of linked words are one where the words between pull against it by no more than this."""
FAR = -1.0
"""A marked content whose words pull less than this on every cue, on average, belongs to none of them."""


class Attribution(Struct, frozen=True):
    """Who (source) puts forward what (contents), introduced by which words (cue). Spans of code points."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    score: float


def attributions(reader: Reader, text: str, bias: float = 0.0) -> list[Attribution]:
    """Give the attributions of a text in order of their cues. `bias` above 0 gives more, less sure ones."""
    return [one for seen in reader.see(text) for one in of_window(seen, bias)]


def of_window(seen: Seen, bias: float) -> list[Attribution]:
    """Give the attributions whose cue stands in the owned part of a window.

    Marked contents and sources have the better borders, links know whose they are: a marked run goes to the cue that
    pulls most on its words. A cue without one takes the words that its links give.
    """
    marked = runs(seen.rows, "attribution", bias)
    cues = [run for run in marked if run.label == "cue"]
    if not cues:
        return []
    anchors = [run.start for run in cues]
    to_source = link(seen.rows, "source", anchors)
    to_content = link(seen.rows, "content", anchors)
    contents: list[list[Span]] = [[] for _ in cues]
    sources: list[tuple[float, Span] | None] = [None for _ in cues]
    for run in marked:
        if run.label == "cue":
            continue
        scores = to_source if run.label == "source" else to_content
        pull = scores[:, run.start : run.end, 1:].max(axis=2).mean(axis=1)
        best = int(pull.argmax())
        if run.label == "content":
            if pull[best] > FAR:
                contents[best].append((run.start, run.end))
            continue
        for i in {best, *np.flatnonzero(pull > 0).tolist()}:
            before = sources[i]
            if before is None or pull[i] > before[0]:
                sources[i] = (float(pull[i]), (run.start, run.end))
    found = []
    for i, cue in enumerate(cues):
        if not seen.owned[0] <= cue.start < seen.owned[1]:
            continue
        own = sources[i]
        source = own[1] if own else strongest(linked(to_source[i], BRIDGE))
        words = contents[i] or [(a, b) for a, b, _ in linked(to_content[i], BRIDGE)]
        found.append(
            Attribution(
                cue=seen.chars(cue.start, cue.end),
                source=seen.chars(*source) if source else None,
                contents=tuple(seen.chars(*span) for span in words),
                score=cue.score,
            )
        )
    return found
