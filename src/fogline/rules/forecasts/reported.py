"""Whether "would" and "could" tell of what is to come: in somebody's words, or of what is only supposed."""

from typing import Final

from fogline.grammar import Sentence
from fogline.grammar.forms import verb_forms
from fogline.nouns import AUTHOR, Claim
from fogline.rules.forecasts.signs import Trigger, low, tag
from fogline.rules.forecasts.words import happenings, measures, wordset

__all__ = ["hypothetical", "open_could", "teller"]

_SAYING: Final = frozenset(
    form
    for lemma in wordset("say tell warn add insist believe claim predict fear think expect state announce reply argue")
    for form in verb_forms(lemma)
)
_ABLE: Final = wordset(
    "see hear feel afford understand find get say tell imagine know remember have make do speak walk move go stand"
)
_SUPPOSED: Final = frozenset(["any", "such", "a", "an", "another", "no"])
_NOBODY: Final = frozenset(["no", "none", "nobody", "neither", "nothing", "only"])
_REACH: Final = 12  # tokens between a verb of saying and the clause that it governs
_HEAD: Final = 8  # tokens before "would" in which its subject stands


def teller(sentence: Sentence, i: int) -> int:
    """The verb of saying that governs the clause starting at token `i`, -1 for none: "adding that he would leave"."""
    first = i - 1 if low(sentence, i - 1) == "that" else i
    for k in range(first - 1, max(-1, first - _REACH), -1):
        word = low(sentence, k)
        if word in _SAYING and tag(sentence, k).startswith("VB"):
            return k
        if word in {";", ".", ",", ":"} or tag(sentence, k) in {"VBD", "VBZ", "MD"}:
            return -1
    return -1


def hypothetical(sentence: Sentence, i: int, k: int) -> bool:
    """Is the subject of "would" at token `k` only supposed or proposed: "any raid would", "the deal would"?"""
    first = max(i, k - _HEAD)
    words = [low(sentence, m) for m in range(first, k)]
    if not words or any(tag(sentence, m) in {"VBD", "WDT", "WP"} for m in range(first, k)):
        return False
    nouns = [low(sentence, m) for m in range(first, k) if tag(sentence, m).startswith("NN")]
    known = measures() | happenings()
    return bool(nouns) and (nouns[-1] in known or nouns[0] in measures() or words[0] in {"any", "such"})


def open_could(sentence: Sentence, trigger: Trigger, claim: Claim | None) -> bool:
    """Does "could" tell of what may come, not of what somebody was able to do? In another's words it mostly does."""
    verb, subject = low(sentence, trigger.main), low(sentence, trigger.i - 1)
    if verb in _ABLE or subject in {"i", "we", "you", "he", "she", "one", "who", "that", "which"}:
        return False
    if any(low(sentence, m) in _NOBODY for m in range(max(0, trigger.i - _HEAD), trigger.i)):
        return False  # "neither account could be checked"
    if tag(sentence, trigger.i - 1) not in {"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "EX", ")"}:
        return False
    quoted = claim is not None and claim.source.name != AUTHOR
    past = any(token.tag == "VBD" for token in sentence.tokens[: trigger.i])
    return quoted or not past
