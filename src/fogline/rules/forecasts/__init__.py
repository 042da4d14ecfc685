"""The forecasts layer: what somebody says will or will not happen, how likely, when, and on what condition."""

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.nouns import AUTHOR, Claim, Forecast, Likelihood, Source, Time, Why, identity, span
from fogline.rules.context import Context, Index
from fogline.rules.forecasts.extent import Extent, extent, finite
from fogline.rules.forecasts.outcome import settle
from fogline.rules.forecasts.triggers import (
    Trigger,
    asked_or_wished,
    is_expected,
    is_promised,
    low,
    nearest_adverb,
    soon,
    triggers,
    will_happen,
)
from fogline.rules.forecasts.words import verbs as verbs_of_expecting

__all__ = ["find", "is_expected", "is_promised", "settle", "will_happen"]


def find(context: Context) -> tuple[Forecast, ...]:
    """Statements about what will or will not happen later than the telling, in order."""
    claims, times = Index(context.claims), Index(context.times)
    made: list[Forecast] = []
    for sentence in context.prose.sentences:
        if sentence.kind in {"byline", "dateline"}:
            continue
        floor = 0
        found_triggers = triggers(sentence)
        verbs = finite(sentence) if found_triggers else None
        for trigger in found_triggers:
            if trigger.i < floor or verbs is None:
                continue
            found = extent(sentence, trigger, floor, verbs)
            if found is None:
                continue
            forecast = _forecast(context, sentence, trigger, found, claims, times)
            if forecast is not None:
                made.append(forecast)
                floor = found.j
    return settle(context, tuple(made))


def _forecast(
    context: Context, sentence: Sentence, trigger: Trigger, found: Extent, claims: Index[Claim], times: Index[Time]
) -> Forecast | None:
    tokens = sentence.tokens
    if asked_or_wished(sentence, found.i):
        return None
    at = tokens[trigger.i].start
    claim = claims.innermost(at, tokens[trigger.i].end)
    start, end = tokens[found.i].start, tokens[found.j - 1].end
    horizon = _horizon(context, times, start, end)
    word = trigger.word
    if horizon is None and (word.timed or word.future):
        return None
    if _bare(sentence, trigger) and not _ahead_of(context, horizon, sentence.tokens[trigger.i].tag == "VBD"):
        return None
    if claim is not None and claim.status == "demanded" and horizon is None:
        return None  # a demand foretells nothing, unless it names a day
    if word.weak and horizon is None and found.condition is None and not soon(sentence, trigger.i, found.j):
        return None
    if horizon is None and found.condition is None and (_state(sentence, trigger) or _relative(sentence, found)):
        return None
    if word.reported and (not _reported(claim) or (low(sentence, trigger.main) == "be" and horizon is None)):
        return None
    level, adverb = _level(sentence, trigger, found)
    return Forecast(
        start=start,
        end=end,
        text=context.text[start:end],
        id=identity("forecast", context.report.id, start, end),
        claim=claim.id if claim else None,
        source=claim.source if claim else Source(AUTHOR),
        likelihood=level,
        horizon=horizon.value if horizon else None,
        condition=_words(context, sentence, found.condition),
        outcome="open",
        rule=f"forecasts.{trigger.rule}",
        why=_why(context, sentence, trigger, found, adverb, horizon),
    )


def _state(sentence: Sentence, trigger: Trigger) -> bool:
    """ "may be short": of how things are rather than of what is to come."""
    k = trigger.main
    return (
        trigger.rule == "will_happen"
        and low(sentence, trigger.i) in {"may", "might", "could"}
        and low(sentence, k) == "be"
        and all(token.tag not in {"VBN", "VBG"} for token in sentence.tokens[k + 1 : k + 3])
    )


def _relative(sentence: Sentence, found: Extent) -> bool:
    """ "information that will help": a relative clause describes a thing; it foretells only beside a time to come."""
    return sentence.tokens[found.i].tag in {"WDT", "WP"}


def _bare(sentence: Sentence, trigger: Trigger) -> bool:
    """ "promises an offensive": what is promised is a noun, which foretells only beside a time to come."""
    return trigger.rule == "is_promised" and sentence.tokens[trigger.main].tag[:2] not in {"VB", "RB"}


def _reported(claim: Claim | None) -> bool:
    """ "would" foretells only in reported words: inside somebody's claim, after the cue."""
    if claim is None or claim.mode in {"direct", "narrated"} or claim.source.name == AUTHOR:
        return False
    return claim.status in {"forecast", "planned", "asserted", "hedged"}


def _level(sentence: Sentence, trigger: Trigger, found: Extent) -> tuple[Likelihood, tuple[int, int] | None]:
    if trigger.firm:
        return trigger.level, None
    low_, high = trigger.i, found.j
    if found.condition and found.condition[0] > trigger.i:
        high = min(high, found.condition[0])
    # "…, the agency expects": who says it may come last.
    for k in range(found.j, min(found.j + 9, len(sentence.tokens))):
        last = verbs_of_expecting().get(low(sentence, k))
        if last is not None and sentence.tokens[k].tag in {"VBZ", "VBP"} and low(sentence, found.j) == ",":
            return last.level, (k, k + 1)
    near = nearest_adverb(sentence, max(found.i, low_ - 3), high, trigger.i)
    if near is None:
        return trigger.level, None
    adverb, i, j = near
    return adverb.level, (i, j)


class Horizon(Struct, frozen=True):
    """When it will have happened: the time's words, its value (None: to come, but no calendar time) and a remark."""

    time: Time
    value: str | None
    note: str | None = None


def _horizon(context: Context, times: Index[Time], start: int, end: int) -> Horizon | None:
    """The time to come inside the forecast's words; a time before the day of publication is none."""
    day = context.published.value if context.published else None
    vague: Horizon | None = None
    for time in times.covering(start, end):
        if time.start < start:
            continue
        if time.value is None:
            if vague is None and set(time.text.lower().split()) & _COMING:
                vague = Horizon(time, None)
            continue
        last = time.value.rpartition("/")[2]
        if time.value.startswith("P") or day is None or last >= day[: len(last)]:
            return Horizon(time, time.value)
        if time.text.lower() in _WEEKDAYS:
            ahead = _ahead(time.value)
            if ahead is not None and ahead >= day:
                return Horizon(time, ahead, "a weekday in a forecast is the coming one")
    return vague


_COMING: Final = frozenset(["coming", "next", "within", "soon", "weeks", "days", "months", "later"])
_WEEKDAYS: Final = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def _ahead(value: str) -> str | None:
    """The same weekday a week later; None for what is no day."""
    try:
        return (date.fromisoformat(value) + timedelta(days=7)).isoformat()
    except (ValueError, OverflowError):
        return None


def _ahead_of(context: Context, horizon: Horizon | None, told: bool) -> bool:
    """Does the time lie after the day of publication? `told`: "announced a truce on Friday"."""
    if horizon is None or (told and horizon.note is not None):
        return False
    day = context.published.value if context.published else None
    return horizon.value is None or day is None or horizon.value.startswith("P") or horizon.value[: len(day)] > day


def _words(context: Context, sentence: Sentence, at: tuple[int, int] | None) -> str | None:
    if at is None or at[1] <= at[0]:
        return None
    return context.text[sentence.tokens[at[0]].start : sentence.tokens[at[1] - 1].end]


def _why(
    context: Context,
    sentence: Sentence,
    trigger: Trigger,
    found: Extent,
    adverb: tuple[int, int] | None,
    horizon: Horizon | None,
) -> tuple[Why, ...]:
    rule = f"forecasts.{trigger.rule}"

    def words(i: int, j: int) -> tuple[int, int]:
        return sentence.tokens[i].start, sentence.tokens[j - 1].end

    made = [Why("likelihood", rule, span(context.text, *words(*(adverb or (trigger.i, trigger.j)))))]
    if found.condition is not None and found.condition[1] > found.condition[0]:
        made.append(Why("condition", rule, span(context.text, *words(*found.condition))))
    if horizon is not None:
        words_of = span(context.text, horizon.time.start, horizon.time.end)
        made.append(Why("horizon", horizon.time.rule, words_of, horizon.note))
    return tuple(made)
