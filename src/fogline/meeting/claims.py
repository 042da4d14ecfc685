"""Claims of the reader and of the rules, put together."""

import math
import re

from msgspec.structs import replace

from fogline.meeting.bounds import CLAIM_ALONE, CLAIM_DOUBT
from fogline.nouns import AUTHOR, UNNAMED, Claim, Mode, Source, Span, Status, Why, identity, span
from fogline.reader.sight import Put, Sight
from fogline.rules.context import Actor, Context, Index
from fogline.rules.speech.sources import Speakers

_QUOTES = '"“”„«»'
_LOOSE = re.compile(r"^(?:[\s,:;–—-]+|that\b|and\b)+|[\s,:;–—-]+$")
Words = tuple[int, int]
FEW = 8
"""The reader's claims come in order: a new one can only repeat one of the last few."""
BEHIND = 20
"""Characters behind a content in which a hedge still belongs to it: "…, perhaps"."""
LEAST_WORDS = 3
"""What the reader alone found with fewer words is a fragment more often than a claim."""
APART = 60
"""Pieces of a content that stand no further apart than this, in characters, are one: `"…," he said, "…"`."""


def meet(found: tuple[Claim, ...], context: Context, sight: Sight) -> tuple[Claim, ...]:
    """Give the claims of both."""
    speakers = Speakers(context)
    puts = Index(outspoken(sight.claims))
    taken: set[Words] = set()
    kept: list[Claim] = []
    for claim in found:
        marks = [claim, *marks_of(claim)]
        start, end = min(mark.start for mark in marks), max(mark.end for mark in marks)
        match = next((put for put in puts.covering(start, end) if put.cue not in taken and same(put, claim)), None)
        if match is not None:
            taken.add(match.cue)
            kept.append(replace(claim, score=confidence(match.score, ruled=True, weights=sight.calibration)))
            continue
        odds = doubt(claim, sight)
        if odds >= CLAIM_DOUBT or claim.mode == "direct":
            kept.append(replace(claim, score=confidence(odds, ruled=True, weights=sight.calibration)))
    of_rules: Index[Claim] = Index(kept)
    alone: list[Claim] = []
    for put in puts.items:
        if put.cue not in taken and put.score >= CLAIM_ALONE:
            score = confidence(put.score, ruled=False, weights=sight.calibration)
            claim_seen = seen_claim(put, score, context, speakers)
            if claim_seen is not None:
                others = of_rules.covering(min(claim_seen.start, put.cue[0]), max(claim_seen.end, put.cue[1]))
                if not repeats(claim_seen, put, [*others, *alone[-FEW:]]):
                    alone.append(claim_seen)
    return tuple(sorted((*kept, *alone), key=lambda claim: (claim.start, -claim.end)))


def marks_of(claim: Claim) -> list[Span]:
    """Give the cue and the hedge of a claim, as far as it has them."""
    return [mark for mark in (claim.cue, claim.hedge) if mark is not None]


def outspoken(puts: tuple[Put, ...]) -> list[Put]:
    """Leave out hedges that stand inside what a cue introduces: they weaken that claim and make none."""
    spoken = Index(put for put in puts if put.kind == "cue")
    return [put for put in puts if put.kind == "cue" or not weakens(put, spoken.covering(*put.cue))]


def weakens(hedge: Put, spoken: list[Put]) -> bool:
    """Does a hedge stand in the words of one of these claims, or just behind them?"""
    return any(a <= hedge.cue[0] and hedge.cue[1] <= b + BEHIND for put in spoken for a, b in (*put.contents, put.cue))


def share(a: int, b: int, c: int, d: int) -> float:
    """Give the intersection over union of two ranges."""
    inter = min(b, d) - max(a, c)
    return inter / (b - a + d - c - inter) if inter > 0 else 0.0


def same(put: Put, claim: Claim) -> bool:
    """Do both mean one claim: by the cue, the hedge, or most of the words put forward?"""
    if any(mark.start < put.cue[1] and put.cue[0] < mark.end for mark in marks_of(claim)):
        return any(a < claim.end and claim.start < b for a, b in put.contents)
    return share(put.contents[0][0], put.contents[-1][1], claim.start, claim.end) >= 0.6


def confidence(odds: float, *, ruled: bool, weights: tuple[float, ...] | None) -> float:
    """Give the share of claims like this that are right: by the reader's odds, and by whether a rule found it too.

    `weights` are learned on reports that were not trained on (`training/reader/calibrate.py`): a constant, that of the
    odds in logits, and that of a rule; without them the odds stand as they are.
    """
    if weights is None:
        return round(odds, 3)
    constant, slope, rule = weights
    clear = min(max(odds, 0.001), 0.999)
    return round(1 / (1 + math.exp(-(constant + slope * math.log(clear / (1 - clear)) + rule * ruled))), 3)


def doubt(claim: Claim, sight: Sight) -> float:
    """Give the reader's odds that a claim of the rules is one: those of its cue or hedge, else of its first words."""
    return max((sight.odds.most("claim", mark.start, mark.end) for mark in marks_of(claim)), default=0.5)


def repeats(claim: Claim, put: Put, others: list[Claim]) -> bool:
    """Is one of these claims of the same words already, or does the new one's cue stand inside a quotation?"""
    for other in others:
        if share(other.start, other.end, claim.start, claim.end) >= 0.4:
            return True
        if other.mode == "direct" and other.start <= put.cue[0] and put.cue[1] <= other.end:
            return True
    return False


def content_of(put: Put, text: str) -> Span | None:
    """Give the words put forward: all pieces if they stand together, else the longest, without loose marks around."""
    pieces = [list(put.contents[0])]
    for a, b in put.contents[1:]:
        if a - pieces[-1][1] <= APART:
            pieces[-1][1] = b
        else:
            pieces.append([a, b])
    start, end = max(pieces, key=lambda piece: piece[1] - piece[0])
    while (match := _LOOSE.match(text[start:end])) and match.end() and match.end() < end - start:
        start += match.end()
    tail = _LOOSE.search(text[start:end])
    if tail and tail.end() == end - start and tail.start() > 0:
        end = start + tail.start()
    if start > 0 and text[start - 1] in _QUOTES and text[start - 1 : end].count('"') != 1:
        start -= 1
    if end < len(text) and text[end] in _QUOTES and text[start] in _QUOTES:
        end += 1
    return span(text, start, end) if end > start else None


def mode_of(words: str) -> Mode:
    """Tell by the quotation marks whether words are quoted, told, or both."""
    if not any(mark in words for mark in _QUOTES):
        return "indirect"
    return "direct" if words[0] in _QUOTES and words.rstrip(" .,")[-1] in _QUOTES else "mixed"


def seen_claim(put: Put, score: float, context: Context, speakers: Speakers) -> Claim | None:
    """A claim that the trained reader recognised and no rule describes."""
    content = content_of(put, context.text)
    if content is None or len(content.text.split()) < LEAST_WORDS:
        return None
    cue = span(context.text, *put.cue)
    hedged = put.kind == "hedge"
    status: Status = "hedged" if hedged else put.status  # type: ignore[assignment]
    note = f"the reader puts it at {score:.0%}"
    if put.source is not None:
        source, why = named(put.source, context, speakers)
    else:
        source = Source(AUTHOR if hedged else UNNAMED)
        why = Why("source", "meeting.seen_claim", None, "no words beside it name who says it")
    return Claim(
        start=content.start,
        end=content.end,
        text=content.text,
        id=identity("claim", context.report.id, content.start, content.end, cue.start),
        source=source,
        via=(),
        cue=None if hedged else cue,
        hedge=cue if hedged else None,
        status=status,
        mode=mode_of(content.text),
        said=None,
        score=score,
        rule="meeting.seen_claim",
        why=(why, Why("status", "meeting.seen_claim", cue, note)),
    )


def named(words: tuple[int, int], context: Context, speakers: Speakers) -> tuple[Source, Why]:
    """Give the fullest name for the words of a source."""
    pronoun = next((actor for actor in speakers.actors.covering(*words) if is_pronoun(actor, words)), None)
    if pronoun is not None:
        quote = context.text[words[0] : words[1]]
        if pronoun.name.lower() == quote.lower():
            return Source(UNNAMED, *words, quote), Why("source", "meeting.seen_claim", span(context.text, *words))
        return Source(pronoun.name, *words, quote), Why("source", pronoun.rule, span(context.text, *words))
    found = speakers.words(*words)
    return found.source, found.why


def is_pronoun(actor: Actor, words: tuple[int, int]) -> bool:
    """Is the source this pronoun?"""
    return actor.how == "pronoun" and (actor.start, actor.end) == words
