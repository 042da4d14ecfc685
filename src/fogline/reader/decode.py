"""From the model's rows of numbers to spans, links and classes. Words are counted as the tokenizer splits them."""

from functools import cache

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from fogline.reader.scheme import LAYOUT, LINK_SIZE, LINKS, REACHES, SORTED, TAGGED

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Run(Struct, frozen=True):
    """Words `start:end` with a label and how sure the model is, 0 to 1 (not calibrated)."""

    start: int
    end: int
    label: str
    score: float


class Learned(Struct, frozen=True):
    """What the model has learned besides its rows.

    `reaches`: links × buckets, what distance adds to a link; `steps`: for each chained head, what a step from one tag
    to the next adds, tags × tags; `calibration`: how the odds of a claim become a score (see `fogline.meeting.claims`).
    """

    reaches: Floats
    steps: dict[str, Floats]
    calibration: tuple[float, ...] | None = None


class Rows(Struct, frozen=True):
    """What the model says about the words of one window.

    `values`: words × WIDTH; `at`: the place of each word in the window, in pieces.
    """

    values: Floats
    at: Ints
    learned: Learned


def softmax(values: Floats) -> Floats:
    """Give probabilities along the last axis."""
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    odds: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return odds


SURE = 4.0
"""A word is outside for good if "outside" leads by this much, in logits, over every other tag."""
NEVER = np.float32(-1e4)


@cache
def structure(tags: int) -> Floats:
    """Give the steps that a chain of O, B and I tags forbids: into an inside that nothing of its label begins."""
    steps = np.zeros((tags, tags), dtype=np.float32)
    for inside in range(2, tags, 2):
        steps[:, inside] = NEVER
        steps[[inside - 1, inside], inside] = 0
    return steps


def runs(rows: Rows, head: str, bias: float = 0.0) -> list[Run]:
    """Give the spans that a head marks, in order. `bias` is taken from the score of "outside": more, less sure spans.

    The best chain of tags is sought only around words that may be something; all such stretches at once.
    """
    labels = TAGGED[head]
    logits = rows.values[:, LAYOUT[head]]
    if bias:
        logits = logits.copy()
        logits[:, 0] -= bias
    hot = np.flatnonzero(logits[:, 1:].max(axis=1) > logits[:, 0] - SURE)
    if not len(hot):
        return []
    # A stretch goes one sure word further on both sides: the chain begins and ends outside.
    ends = np.flatnonzero(np.diff(hot) > 1)
    first = hot[np.concatenate(([0], ends + 1))]
    last = hot[np.concatenate((ends, [len(hot) - 1]))]
    steps = structure(logits.shape[1]) + rows.learned.steps.get(head, np.float32(0))
    tags = np.zeros(len(logits), dtype=np.int64)
    chains(logits, first, last, steps, tags)
    odds = softmax(logits[hot])[np.arange(len(hot)), tags[hot]].tolist()
    found: list[Run] = []
    total = 0.0
    for word, tag, score in zip(hot.tolist(), tags[hot].tolist(), odds, strict=True):
        if not tag:
            continue
        if tag % 2 == 0 and found and found[-1].end == word:
            total += score
            found[-1] = Run(found[-1].start, word + 1, found[-1].label, total / (word + 1 - found[-1].start))
        else:
            total = score
            found.append(Run(word, word + 1, labels[(tag - 1) // 2], score))
    return found


def chains(logits: Floats, first: Ints, last: Ints, steps: Floats, tags: Ints) -> None:
    """Write the best chain of tags of each stretch ``first..last`` (both included) into `tags`."""
    for a, b in zip(first.tolist(), last.tolist(), strict=True):
        score = logits[a] + steps[0]
        back: list[Ints] = []
        for values in logits[a + 1 : b + 1]:
            ways = score[:, None] + steps
            best = ways.argmax(axis=0)
            back.append(best)
            score = ways[best, np.arange(len(best))] + values
        tag = int((score + steps[:, 0]).argmax())
        tags[b] = tag
        for at, best in zip(range(b - 1, a - 1, -1), reversed(back), strict=True):
            tag = int(best[tag])
            tags[at] = tag


def sorted_as(rows: Rows, head: str, word: int) -> tuple[str, float]:
    """Give the class that a head gives to the span that begins at a word, and its probability."""
    odds = softmax(rows.values[word, LAYOUT[head]])
    best = int(odds.argmax())
    return SORTED[head][best], float(odds[best])


_BUCKET = np.searchsorted(np.array(REACHES), np.arange(1024), side="right") - 1


def buckets(distances: Ints) -> Ints:
    """Give the bucket of each signed distance in pieces: 0 to twice the number of reaches less one."""
    far = _BUCKET[np.minimum(np.abs(distances), 1023)]
    return np.where(distances < 0, far + len(REACHES), far)


def link(rows: Rows, role: str, anchors: list[int]) -> Floats:
    """Score each word as outside, begin or inside of what fills an anchor's role: anchors × words × 3, as logits."""
    if not anchors:
        return np.zeros((0, len(rows.values), 3), dtype=np.float32)
    from_anchor = rows.values[anchors, LAYOUT[f"{role}:anchor"]]
    words = rows.values[:, LAYOUT[f"{role}:word"]]
    near = rows.learned.reaches[LINKS.index(role)][buckets(rows.at[None, :] - rows.at[anchors][:, None])]
    pull = from_anchor @ words.T / np.float32(LINK_SIZE**0.5) + near
    scores = np.zeros((*pull.shape, 3), dtype=np.float32)
    scores[:, :, 1:] = pull[:, :, None] + rows.values[None, :, LAYOUT[f"{role}:edge"]]
    return scores


def linked(scores: Floats, bridge: float = 0.0, edge: float = 0.0) -> list[tuple[int, int, float]]:
    """Give the runs of words of one anchor's link scores (words × 3), each with how much its words pull together.

    A run grows over words that pull against it by no more than `edge`; two runs are one where the words between them
    pull against it by no more than `bridge` in all.
    """
    margin = np.maximum(scores[:, 1], scores[:, 2]) - scores[:, 0]
    if margin.max(initial=0.0) <= 0:
        return []
    grown = margin > -edge
    borders = np.flatnonzero(np.diff(np.concatenate(([0], grown.view(np.int8), [0])))).reshape(-1, 2)
    sums = np.concatenate(([0.0], np.cumsum(margin)))
    found: list[tuple[int, int, float]] = []
    for a, b in borders.tolist():
        if not (margin[a:b] > 0).any():
            continue
        if found and sums[found[-1][1]] - sums[a] <= bridge:
            a = found.pop()[0]
        found.append((a, b, float(sums[b] - sums[a])))
    return found


def strongest(found: list[tuple[int, int, float]]) -> tuple[int, int] | None:
    """Give the words of the run that is pulled most."""
    return max(found, key=lambda run: run[2])[:2] if found else None
