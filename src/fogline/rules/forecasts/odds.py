"""Chances that are told as odds or in percent, and what likelihood they come to."""

from typing import Final

from fogline.grammar import Sentence
from fogline.nouns import Likelihood
from fogline.rules.forecasts.signs import low
from fogline.rules.forecasts.words import Word, odds_words, wordset

__all__ = ["CHANCE", "odds", "share_before"]

CHANCE: Final = wordset("chance chances odds probability likelihood")
_PERCENT: Final = frozenset(["%", "percent", "per", "pct"])
_REACH: Final = 24  # tokens from "the chances of" to the odds
_BANDS: Final[tuple[tuple[float, Likelihood], ...]] = (
    (5, "remote"), (20, "very_unlikely"), (45, "unlikely"), (55, "even"), (80, "likely"), (95, "very_likely"),
)  # fmt: skip
"""The upper ends, in percent, of the bands that analysts use (ICD 203)."""


def odds(sentence: Sentence, k: int) -> tuple[Word, Likelihood, int] | None:
    """Odds that are told at token `k`: the word, the likelihood, and the token after them.

    "the chances of a truce at fifty-fifty" and "the probability that it fails is 80 percent".
    """
    if low(sentence, k) not in CHANCE or low(sentence, k + 1) not in {"of", "that", "for"}:
        return None
    # The odds come after a word of measure, so that an adjective of the thing itself is none.
    measured = False
    for m in range(k + 2, min(k + _REACH, len(sentence.tokens))):
        word = low(sentence, m)
        if word in {";", ".", "who", "which"}:
            return None
        measured = measured or word in {"at", "is", "are", "as", "to", "be", "remain", "remains"}
        if not measured:
            continue
        if (told := odds_words().get(word)) is not None:
            return told, told.level, m + 1
        if _percent(sentence, m):
            return next(iter(odds_words().values())), _band(word), m + 2
    return None


def share_before(sentence: Sentence, k: int) -> tuple[Word, Likelihood] | None:
    """The likelihood of a share that stands before "chance" at token `k`: "a 30 percent chance that"."""
    if low(sentence, k) not in CHANCE:
        return None
    at = next((m for m in (k - 1, k - 2, k - 3) if _percent(sentence, m)), None)
    return (next(iter(odds_words().values())), _band(low(sentence, at))) if at is not None else None


def _band(word: str) -> Likelihood:
    share = float(word.rstrip("%"))
    return next((band for most, band in _BANDS if share <= most), "almost_certain")


def _percent(sentence: Sentence, k: int) -> bool:
    """Is there a share in percent at token `k`, in figures?"""
    word = low(sentence, k)
    digits = word.rstrip("%")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        return False
    return word.endswith("%") or low(sentence, k + 1) in _PERCENT
