"""The forecasts layer: what somebody says will or will not happen, how likely, when, and on what condition."""

from bisect import bisect_left, bisect_right
from typing import Final

from fogline.grammar import Sentence
from fogline.grammar.phrases import NounPhrase, clauses, noun_phrases
from fogline.nouns import AUTHOR, UNNAMED, Claim, Forecast, Likelihood, Source, Time, Why, identity, span
from fogline.rules.context import Actor, Context, Index
from fogline.rules.forecasts.expected import is_expected
from fogline.rules.forecasts.extent import Extent, extent, finite
from fogline.rules.forecasts.horizon import Horizon, ahead_of, horizon
from fogline.rules.forecasts.modal import will_happen
from fogline.rules.forecasts.outcome import settle
from fogline.rules.forecasts.promised import is_promised
from fogline.rules.forecasts.reported import hypothetical, open_could, teller
from fogline.rules.forecasts.scheduled import is_scheduled
from fogline.rules.forecasts.signs import Trigger, happening, low, negated, tag
from fogline.rules.forecasts.triggers import asked_or_wished, nearest_adverb, soon, triggers
from fogline.rules.forecasts.words import verbs as verbs_of_expecting

__all__ = ["find", "horizon", "is_expected", "is_promised", "is_scheduled", "settle", "will_happen"]

_SUBJECTS: Final = 12  # noun phrases of a clause among which its subject is looked for


def find(context: Context) -> tuple[Forecast, ...]:
    """Statements about what will or will not happen later than the telling, in order."""
    claims, times, cast = Index(context.claims), Index(context.times), Index(context.actors)
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
            forecast = _forecast(context, sentence, trigger, found, claims, times, cast)
            if forecast is not None:
                made.append(forecast)
                floor = found.j
    return settle(context, tuple(made))


def _forecast(
    context: Context,
    sentence: Sentence,
    trigger: Trigger,
    found: Extent,
    claims: Index[Claim],
    times: Index[Time],
    cast: Index[Actor],
) -> Forecast | None:
    tokens = sentence.tokens
    if asked_or_wished(sentence, found.i):
        return None
    claim = claims.innermost(tokens[trigger.i].start, tokens[trigger.i].end)
    start, end = tokens[found.i].start, tokens[found.j - 1].end
    condition = (tokens[found.condition[0]].start, tokens[found.condition[1] - 1].end) if found.condition else None
    when = horizon(context, times, start, end, condition)
    if _idle(context, sentence, trigger, found, claim, when):
        return None
    level, adverb = _level(sentence, trigger, found)
    return Forecast(
        start=start,
        end=end,
        text=context.text[start:end],
        id=identity("forecast", context.report.id, start, end),
        claim=claim.id if claim else None,
        source=claim.source if claim else _source(sentence, trigger, found, cast),
        likelihood=level,
        horizon=when.value if when else None,
        condition=context.text[condition[0] : condition[1]] if condition else None,
        outcome="open",
        rule=f"forecasts.{trigger.rule}",
        why=_why(context, sentence, trigger, condition, adverb, when),
    )


def _idle(
    context: Context,
    sentence: Sentence,
    trigger: Trigger,
    found: Extent,
    claim: Claim | None,
    when: Horizon | None,
) -> bool:
    """Do these words foretell nothing: for want of a time to come or a condition, or because of what they are?"""
    word, past = trigger.word, sentence.tokens[trigger.i].tag == "VBD"
    sure = when if when is not None and when.sure else None
    if word.future and sure is None:
        return True
    if (trigger.told or word.reported) and not (
        _reported(claim) or _told(sentence, trigger, found, claim) or _supposed(sentence, trigger, found)
    ):
        return True
    if trigger.within >= 0 and not _scheduled(context, sentence, trigger, sure):
        return True
    passive = tag(sentence, trigger.main + 1) == "VBN"
    if word.reported and low(sentence, trigger.main) == "be" and when is None and not passive:
        return True
    if _bare(sentence, trigger) and not ahead_of(context, when, past) and not _announced(sentence, trigger):
        return True
    own = word.kind == "modal" and low(sentence, trigger.i - 1) in {"i", "we"}  # "we will go on asking"
    leads = own or (word.weak and not trigger.weak)  # "their presence could spark a war": a reason for the demand
    if claim is not None and claim.status == "demanded" and when is None and not leads:
        return True  # a demand foretells nothing, unless it names a day
    if _relative(sentence, trigger) and when is None:
        return True
    if sure is not None or found.condition is not None:
        return False
    if trigger.timed:
        return True
    if trigger.weak and not soon(sentence, trigger.i, found.j) and not open_could(sentence, trigger, claim):
        return True
    return _state(sentence, trigger) or sentence.tokens[found.i].tag in {"WDT", "WP"}


def _told(sentence: Sentence, trigger: Trigger, found: Extent, claim: Claim | None) -> bool:
    """Does a verb of saying govern the clause, though it stands in no claim or inside a quotation?"""
    outside = claim is None or claim.mode in {"direct", "narrated"}
    return outside and teller(sentence, found.i) >= 0 and not trigger.firm


def _supposed(sentence: Sentence, trigger: Trigger, found: Extent) -> bool:
    """ "if the road closed, the town would starve", "any raid would…": of what is only supposed."""
    modal = trigger.word.kind == "modal"
    return modal and (found.condition is not None or hypothetical(sentence, found.i, trigger.i))


def _scheduled(context: Context, sentence: Sentence, trigger: Trigger, when: Horizon | None) -> bool:
    """A timetable needs its time close behind the verb, and to come."""
    if when is None or not ahead_of(context, when, told=False):
        return False
    last = sentence.tokens[min(trigger.within, len(sentence.tokens) - 1)].end
    return sentence.tokens[trigger.i].start < when.words.start < last


def _source(sentence: Sentence, trigger: Trigger, found: Extent, cast: Index[Actor]) -> Source:
    """Who foretells outside every claim: the subject of "expects", nobody named for "is expected", else the author."""
    if trigger.impersonal and trigger.word.kind in {"verb", "dread"}:
        return Source(UNNAMED)
    by = trigger.by
    if by < 0 and (trigger.told or trigger.word.reported):
        by = teller(sentence, found.i)
    subject = _subject(sentence, by) if by >= 0 else None
    if subject is None or low(sentence, subject.i) in {"i", "we"}:
        return Source(AUTHOR)
    start, end = sentence.tokens[subject.i].start, sentence.tokens[subject.j - 1].end
    who = next((one for one in cast.covering(start, end) if one.start <= end <= one.end and one.kind != "thing"), None)
    return Source(who.name, who.start, who.end, who.text) if who else Source(AUTHOR)


def _subject(sentence: Sentence, verb: int) -> NounPhrase | None:
    """The first noun phrase of the verb's clause that is no adverbial; of "and vowed", that of the clause before."""
    row, phrases = clauses(sentence), noun_phrases(sentence)
    n = bisect_right(row, verb, key=lambda clause: clause.i) - 1
    while n >= 0:
        first = bisect_left(phrases, row[n].i, key=lambda phrase: phrase.i)
        for phrase in phrases[first : first + _SUBJECTS]:
            adverbial = tag(sentence, phrase.i - 1) in {"IN", "TO"}
            if phrase.j <= min(verb, row[n].j) and not adverbial:
                return phrase
        if low(sentence, row[n].i) not in {"and", "but"}:
            return None
        n -= 1
    return None


def _announced(sentence: Sentence, trigger: Trigger) -> bool:
    """ "announced a complete withdrawal": a happening that is new to the reader."""
    return low(sentence, trigger.main) != "the" and happening(sentence, trigger.main)


def _state(sentence: Sentence, trigger: Trigger) -> bool:
    """ "may be short": of how things are rather than of what is to come."""
    k = trigger.main
    if low(sentence, trigger.i - 1) == "there":
        return False  # "there may be more": a coming into being
    return (
        trigger.rule == "will_happen"
        and low(sentence, trigger.i) in {"may", "might", "could"}
        and low(sentence, k) in {"be", "have"}
        and low(sentence, k + 1) != "to"
        and all(token.tag not in {"VBN", "VBG"} for token in sentence.tokens[k + 1 : k + 3])
    )


def _relative(sentence: Sentence, trigger: Trigger) -> bool:
    """ "information that will help": a relative clause describes a thing; it foretells only beside a time to come."""
    return tag(sentence, trigger.i - 1) in {"WDT", "WP"}


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
    think = found.i - 2 if low(sentence, found.i - 1) == "that" else found.i - 1
    if low(sentence, think) in {"think", "believe", "imagine", "suppose"} and negated(sentence, think):
        return "unlikely", (think, think + 1)
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


def _why(
    context: Context,
    sentence: Sentence,
    trigger: Trigger,
    condition: tuple[int, int] | None,
    adverb: tuple[int, int] | None,
    when: Horizon | None,
) -> tuple[Why, ...]:
    rule = f"forecasts.{trigger.rule}"
    i, j = adverb or (trigger.i, trigger.j)
    made = [Why("likelihood", rule, span(context.text, sentence.tokens[i].start, sentence.tokens[j - 1].end))]
    if condition is not None:
        made.append(Why("condition", rule, span(context.text, *condition)))
    if when is not None:
        words = span(context.text, when.words.start, when.words.end)
        made.append(Why("horizon", when.rule, words, when.note))
    return tuple(made)
