"""Where a sentence says what somebody promises, plans, announces or threatens to do."""

from typing import Final

from fogline.grammar import Sentence
from fogline.rules.forecasts.signs import STEM, Trigger, after_pronoun, demanded, happening, low, negated, tag
from fogline.rules.forecasts.words import intents, nearing, plans

__all__ = ["is_promised"]


_NOMINAL: Final = frozenset(["DT", "JJ", "JJR", "PRP$", "NN", "NNS", "CD"])


def is_promised(sentence: Sentence, k: int) -> Trigger | None:
    """The clause says what somebody promises, plans, announces or threatens to do."""
    return _plan(sentence, k) or _intent(sentence, k) or _nearing(sentence, k)


def _intent(sentence: Sentence, k: int) -> Trigger | None:
    """ "a promise to leave", "gave its word to open the road"."""
    word = intents().get(low(sentence, k))
    if word is None or low(sentence, k + 1) != "to" or tag(sentence, k + 2) not in {"VB", "VBP"}:
        return None
    if tag(sentence, k) not in {"NN", "NNS"} or {low(sentence, k - 1), low(sentence, k - 2)} & {"no", "any", "'s"}:
        return None
    return Trigger(k, k + 2, k + 2, "is_promised", word, "unstated", False, False, False, timed=word.timed)


def _plan(sentence: Sentence, k: int) -> Trigger | None:
    word, kind = plans().get(low(sentence, k)), tag(sentence, k)
    noun_taken = kind == "NN" and low(sentence, k + 1) == "to" and tag(sentence, k - 1) == "NNS"
    if word is None or not (kind.startswith("VB") or after_pronoun(sentence, k) or noun_taken):
        return None
    if demanded(sentence, k) or (low(sentence, k) == "decided" and negated(sentence, k)):
        return None
    perfect = any(low(sentence, m) in {"has", "have", "'ve"} for m in range(max(0, k - 3), k))
    back = low(sentence, k - 1) in {"had", "was", "were"}
    had = any(low(sentence, m) == "had" for m in range(max(0, k - 3), k))
    if not word.past and (back or (kind in STEM and not perfect)):
        return None
    after = k + 1
    if low(sentence, after) == "not" or tag(sentence, after) == "RB":
        after += 1
    if low(sentence, after) == "to" and tag(sentence, after + 1) in {"VB", "VBP", "RB"}:
        return Trigger(
            k,
            after + 1,
            after + 1,
            "is_promised",
            word,
            "unstated",
            False,
            negated(sentence, k),
            not word.past,
            told=had,
            by=k,
        )
    if not word.past and kind in {"VBZ", "VBP", "VBG"}:
        what = after + 1 if low(sentence, after) == "for" else after
        if happening(sentence, what) and low(sentence, what) not in {"the", "its", "their"}:
            return Trigger(k, what, what, "is_promised", word, "unstated", False, negated(sentence, k), by=k)
    if not word.bare:
        return None
    if (kind in {"VBZ", "VBP", "VBD"} or perfect) and tag(sentence, after) in _NOMINAL and not had:
        # "promises an offensive within weeks": only beside a time to come.
        return Trigger(k, after, after, "is_promised", word, "unstated", False, False, False, by=k)
    return None


def _nearing(sentence: Sentence, k: int) -> Trigger | None:
    """ "an imminent assault on the port": a happening that is near."""
    word = nearing().get(low(sentence, k))
    if word is None or low(sentence, k - 1) in {"the", "no"} or not happening(sentence, k):
        return None
    return Trigger(k, k + 1, k, "is_promised", word, word.level, True, False, subject=False)
