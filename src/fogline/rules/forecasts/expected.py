"""Where a sentence says that somebody expects, doubts or fears something, or that it is likely, unlikely or due."""

from typing import Final

from fogline.grammar import Sentence
from fogline.nouns import Likelihood
from fogline.rules.forecasts.nearing import is_near
from fogline.rules.forecasts.odds import CHANCE, odds, share_before
from fogline.rules.forecasts.signs import (
    BE,
    NOT,
    PAST,
    STEM,
    STRESS,
    Trigger,
    after_pronoun,
    happening,
    low,
    negated,
    tag,
)  # fmt: skip
from fogline.rules.forecasts.words import (
    Word,
    chance_lengths,
    chances,
    dreads,
    outcomes,
    phrases,
    predicates,
    verbs,
    wordset,
)

__all__ = ["expecting", "is_expected"]

_AFTER_PASSIVE: Final = wordset("to in on by within this later next at soon that")
_JUDGING: Final = wordset(
    "think thinks consider considers deem deems believe believes call calls find finds judge judges hold holds "
    "considered thought deemed called judged"
)
_ENDING: Final = frozenset(["", ".", ",", ":", ";", "–", "—", ")", "”", '"', "''", "if", "unless", "before", "after"])
_AT: Final = wordset("for on in at by before within next this tomorrow")
_FIXED: Final = wordset("set due scheduled slated planned")
_SURE: Final = frozenset(["sure", "certain", "bound"])
_ASIDE: Final = 8  # tokens of an aside between commas, and between a verb of judging and its judgement


def is_expected(sentence: Sentence, k: int) -> Trigger | None:
    """The clause says that somebody expects, doubts or fears something, or that it is likely, unlikely or due."""
    return (
        _verb(sentence, k)
        or _predicate(sentence, k)
        or _chance(sentence, k)
        or is_near(sentence, k)
        or _due(sentence, k)
    )


def expecting() -> frozenset[str]:
    """The words at which `is_expected` can find something."""
    tables = (verbs(), predicates(), chance_lengths(), phrases(), dreads(), CHANCE, {"to"})
    return frozenset(word for table in tables for word in table)


def _verb(sentence: Sentence, k: int) -> Trigger | None:
    """ "I expect X to fail", "X is expected to arrive", "we fear that…"."""
    word = verbs().get(low(sentence, k))
    if word is None or not (tag(sentence, k).startswith("VB") or after_pronoun(sentence, k)):
        return None
    after = _after(sentence, k, word)
    if after is None:
        return None
    denied = negated(sentence, k)
    if word.excludes and (trigger := _excluded(sentence, k, after, word, denied)) is not None:
        return trigger
    passive = tag(sentence, k) in STEM and any(low(sentence, m) in BE for m in range(max(0, k - 3), k))
    back = [low(sentence, m) for m in range(max(0, k - 3), k)]
    told = tag(sentence, k) == "VBD" and not passive and not word.past
    if (
        {"had", "did"} & set(back)
        or (passive and {"has", "have"} & set(back))
        or (not passive and low(sentence, k - 1) in {"would", "might", "could"})
    ):
        return None
    if passive:
        if low(sentence, after) not in (_AFTER_PASSIVE if PAST & set(back) else _AFTER_PASSIVE | _ENDING):
            return None
        told = bool(PAST & set(back))
        main: int | None = after + 1 if low(sentence, after) == "to" else k
    else:
        main = _complement(sentence, after)
        if main is None and happening(sentence, after):  # "they fear a massacre"
            level = word.negated if denied and word.negated else word.level
            return Trigger(k, after, after, "is_expected", word, level, True, denied, subject=False, told=told, by=k)
    if main is None or (word.needs == "to" and low(sentence, after) != "to"):
        return None
    level = word.level
    if denied and word.negated is not None:
        level = word.negated
    elif word.stressed is not None and {"very", "much", "greatly"} & set(back):
        level = word.stressed
    firm = level != "unstated"
    return Trigger(
        k, after, main, "is_expected", word, level, firm, denied, told=told, impersonal=passive, by=-1 if passive else k
    )


def _after(sentence: Sentence, k: int, word: Word) -> int | None:
    """The token after the verb, with the second word of a phrase ("rule out"); None where that is missing."""
    phrase = next((w for w in word.words if " " in w and w.split()[0][:3] == low(sentence, k)[:3]), None)
    if phrase is None:
        return k + 1
    return k + 2 if low(sentence, k + 1) == phrase.split()[1] else None


def _excluded(sentence: Sentence, k: int, after: int, word: Word, denied: bool) -> Trigger | None:
    """ "cannot be excluded", "would not rule out an assault": it may well come."""
    if not denied and not any(low(sentence, m) in NOT for m in range(max(0, k - 4), k)):
        return None
    level: Likelihood = word.negated or word.level
    if low(sentence, k - 1) in {"be", "been"}:
        return Trigger(k - 1, after, k, "is_expected", word, level, True, True)
    if tag(sentence, after) == "VBG" or happening(sentence, after):
        return Trigger(k, after, after, "is_expected", word, level, True, True, subject=False)
    return None


def _complement(sentence: Sentence, k: int) -> int | None:
    """The first token of what an expectation foretells: after "that", or the infinitive, or a modal's verb."""
    for m in range(k, min(k + 25, len(sentence.tokens))):
        word = low(sentence, m)
        if word in {".", ";", ":", "because", "who", "which", "whom"}:
            return None
        if word == "to" and (tag(sentence, m + 1) in {"VB", "VBP", "RB", "JJ"} or low(sentence, m + 1) in outcomes()):
            return m + 2 if tag(sentence, m + 1) == "RB" else m + 1
        if tag(sentence, m) == "MD":
            return m + 1
        if m == k and word == "that":
            continue
    return None


def _predicate(sentence: Sentence, k: int) -> Trigger | None:
    word = predicates().get(low(sentence, k))
    if word is None:
        return None
    first = k
    while first > 0 and (low(sentence, first - 1) in STRESS | NOT or tag(sentence, first - 1) == "RB"):
        first -= 1
    be = _be(sentence, first)
    if be is None:
        return _judged(sentence, k, first, word)
    past = low(sentence, be) in PAST and word.needs != "that"
    modal = low(sentence, be) == "be" and low(sentence, be - 1) in {"will", "would", "should"}
    if word.needs == "if":
        return _surprised(sentence, k, first, be, word)
    if low(sentence, be) == "be" and not modal:
        return None
    after = low(sentence, k + 1)
    if word.needs == "to":
        if after == "for" and happening(sentence, k + 2):
            return Trigger(first, k + 1, k + 2, "is_expected", word, word.level, False, False, told=past)
        if after in _AT and low(sentence, k) in _FIXED:
            return Trigger(first, k + 1, k, "is_expected", word, word.level, False, False, timed=True, told=past)
        if after not in {"to", "na"} or tag(sentence, k + 2) not in {"VB", "VBP", "RB"}:
            return None
        denied = negated(sentence, k)
        return Trigger(first, k + 2, k + 2, "is_expected", word, word.level, False, denied, told=past, impersonal=True)
    if word.needs == "that" and (after not in {"that", "the", "we", "they"} or not _to_come(sentence, k + 1)):
        return None
    if (
        _attributive(sentence, k + 1)
        or after in {"of", "about", "for"}
        or (after == "that" and not _to_come(sentence, k + 2))
    ):
        return None
    if after == "to" and tag(sentence, k + 2) in {"VB", "VBP"} and low(sentence, k + 2) == "have":
        return None
    if low(sentence, k) in _SURE and after not in {"to", "that"} and low(sentence, k - 1) != "almost":
        close = after in {"”", '"', "»", "''"}
        if not close and tag(sentence, k + 1) not in {"PRP", "DT"}:
            return None
    level = _level(sentence, k, word, any(low(sentence, m) in NOT for m in range(be, k)))
    main = k + 2 if after == "to" else k
    if low(sentence, first - 1) == ",":
        first = be  # an aside stands between: the clause is that of "be"
    by = be if word.needs == "that" else -1
    return Trigger(first, k + 1, main, "is_expected", word, level, True, level != word.level, told=past, by=by)


def _attributive(sentence: Sentence, k: int) -> bool:
    """ "is likely his doing": the word belongs to what follows and tells of what is."""
    if low(sentence, k) in {"”", '"', "»", "''"}:
        k += 1
    return tag(sentence, k) in {"NN", "NNS", "NNP", "NNPS", "DT", "PRP$", "JJ", "CD"} and low(sentence, k - 1) in {
        "likely", "possible", "probable", '"', "”",
    }  # fmt: skip


def _be(sentence: Sentence, first: int) -> int | None:
    """The form of "be" before a predicate at token `first`; an aside between commas may stand between them."""
    be = first - 1
    if low(sentence, be) == ",":
        aside = next((m for m in range(be - 1, max(0, be - _ASIDE), -1) if low(sentence, m) == ","), None)
        be = aside - 1 if aside is not None else be
    if low(sentence, be) in {"``", '"', "“", "«"}:
        be -= 1
    if low(sentence, be) in NOT:
        be -= 1
    return be if low(sentence, be) in BE else None


def _level(sentence: Sentence, k: int, word: Word, denied: bool) -> Likelihood:
    if denied and word.negated:
        return word.negated
    if word.stressed and low(sentence, k - 1) in STRESS:
        return word.stressed
    return word.level


def _surprised(sentence: Sentence, k: int, first: int, be: int, word: Word) -> Trigger | None:
    """ "I would be surprised if the truce lasted": what is foretold stands after "if"."""
    at = next((m for m in range(k + 1, k + 6) if low(sentence, m) == "if"), None)
    if at is None or low(sentence, be) != "be":
        return None
    denied = any(low(sentence, m) in NOT for m in range(max(0, be - 2), k))
    level = word.negated if denied and word.negated else word.level
    return Trigger(first, at + 1, at + 1, "is_expected", word, level, True, denied)


def _judged(sentence: Sentence, k: int, first: int, word: Word) -> Trigger | None:
    """ "Observers think an early truce unlikely": a judgement without a verb of its own."""
    if word.needs is not None or low(sentence, k + 1) not in _ENDING or word.level == "unstated":
        return None
    judge = next(
        (m for m in range(first - 2, max(-1, first - 2 - 2 * _ASIDE), -1) if low(sentence, m) in _JUDGING), None
    )
    if judge is None or not tag(sentence, judge).startswith("VB"):
        return None
    between = [tag(sentence, m) for m in range(judge + 1, first)]
    if any(one[:2] == "VB" or one in {"MD", ",", ":"} for one in between):
        return None
    if not any(one.startswith("NN") for one in between) or tag(sentence, judge + 1) == "IN":
        return None
    denied = negated(sentence, judge)
    return Trigger(first, k + 1, k, "is_expected", word, _level(sentence, k, word, denied), True, denied, by=judge)


def _to_come(sentence: Sentence, k: int) -> bool:
    """Is the next verb a modal one? "it is likely that he was there" tells of what is or was."""
    for m in range(k, min(k + 15, len(sentence.tokens))):
        if tag(sentence, m) == "MD":
            return True
        if tag(sentence, m) in {"VBZ", "VBP", "VBD"}:
            return False
    return False


def _chance(sentence: Sentence, k: int) -> Trigger | None:
    for length in chance_lengths().get(low(sentence, k), ()):
        word = chances().get(sentence.lows[k : k + length])
        if word is not None:
            return Trigger(k, k + length, k + length, "is_expected", word, word.level, True, False)
    if (share := share_before(sentence, k)) is not None:
        return Trigger(k - 1, k + 1, k + 1, "is_expected", *share, True, False)
    told = odds(sentence, k)
    if told is None:
        return None
    word, level, j = told
    by = next(
        (m for m in (k - 1, k - 2, k - 3) if low(sentence, m) in {"put", "puts", "gave", "gives", "rates", "rated"}), -1
    )
    return Trigger(k, j, k, "is_expected", word, level, True, False, subject=False, by=by)


def _due(sentence: Sentence, k: int) -> Trigger | None:
    """ "talks to be held on Friday": what is to be done to a thing."""
    if low(sentence, k) != "to" or low(sentence, k + 1) != "be" or tag(sentence, k + 2) != "VBN":
        return None
    if tag(sentence, k - 1) not in {"NN", "NNS", "NNP", "NNPS"}:
        return None
    return Trigger(
        k, k + 3, k + 2, "is_expected", predicates()["due"], "unstated", False, False, timed=True, impersonal=True
    )
