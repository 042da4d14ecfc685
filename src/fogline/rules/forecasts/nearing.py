"""Phrases that put a happening near or make it certain: "on the verge of collapse", "fears of a siege"."""

from typing import Final

from fogline.grammar import Sentence
from fogline.rules.forecasts.signs import BE, PAST, Trigger, happening, low, negated, tag
from fogline.rules.forecasts.words import dreads, phrases, wordset

__all__ = ["is_near"]

_UNDER: Final = wordset("under with without no despite")
_BACK: Final = 4  # tokens before a phrase in which "was" makes it past


def is_near(sentence: Sentence, k: int) -> Trigger | None:
    """The words "on the verge of", "bound", "fears of" and their like put a happening near, or dread it."""
    return _phrase(sentence, k) or _dread(sentence, k)


def _phrase(sentence: Sentence, k: int) -> Trigger | None:
    words = sentence.lows[k : k + 6]
    for told, word in phrases().get(low(sentence, k), ()):
        if words[: len(told)] != told:
            continue
        after = k + len(told)
        main = _foretold(sentence, after, word.needs)
        if main is None:
            continue
        past = any(low(sentence, m) in PAST for m in range(max(0, k - _BACK), k))
        level = word.negated if word.negated and negated(sentence, k) else word.level
        first = k
        while first > 0 and (low(sentence, first - 1) in BE or tag(sentence, first - 1) == "RB"):
            first -= 1
        return Trigger(
            first, after, main, "is_expected", word, level, level != "unstated", level != word.level,
            timed=word.timed, told=past,
        )  # fmt: skip
    return None


def _foretold(sentence: Sentence, after: int, needs: str | None) -> int | None:
    """The first token of what a phrase that ends before token `after` foretells; None where it foretells nothing."""
    if needs == "to":
        verb = low(sentence, after) == "to" and tag(sentence, after + 1) in {"VB", "VBP", "RB", "NN"}
        return after + 1 if verb else None
    if needs == "of":
        if low(sentence, after) not in {"of", "to"} or tag(sentence, after + 1) == "VB":
            return None
        doing = tag(sentence, after + 1) == "VBG" or low(sentence, after + 1).endswith("ing")
        return after + 1 if doing or happening(sentence, after + 1) else None
    return max(0, after - 1)


def _dread(sentence: Sentence, k: int) -> Trigger | None:
    """ "fears of an attack", "warned of a siege": the happening alone is what is foretold."""
    word = dreads().get(low(sentence, k))
    if word is None or low(sentence, k + 1) not in {"of", "against"} or not happening(sentence, k + 2):
        return None
    if low(sentence, k + 1) == "against" and not tag(sentence, k).startswith("VB"):
        return None
    if any(low(sentence, m) in _UNDER for m in (k - 1, k - 2)):
        return None
    by = k if tag(sentence, k).startswith("VB") else -1
    return Trigger(
        k, k + 2, k + 2, "is_expected", word, word.level, word.level != "unstated", False,
        subject=False, impersonal=by < 0, by=by,
    )  # fmt: skip
