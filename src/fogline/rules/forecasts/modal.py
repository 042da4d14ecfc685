"""Where a sentence speaks in the future tense, or with a modal verb, of what is to come."""

from typing import Final

from fogline.grammar import Sentence
from fogline.rules.forecasts.signs import NOT, STEM, Trigger, low, tag
from fogline.rules.forecasts.words import modals, outcomes, predicates, wordset

__all__ = ["will_happen"]

_HABIT: Final = wordset("often usually sometimes always")
_KNOWING: Final = wordset("find see know remember understand recall notice hear tell")
_INVITING: Final = wordset("contact visit subscribe click follow email call read")
_FURNITURE: Final = wordset("update updates story article page newsletter comments comment report reports site website")
_WRITING: Final = wordset("write report update publish post return bring keep")
_SENSING: Final = wordset("see hear feel afford understand")
_VAGUELY: Final = wordset("later go have seem like mean prefer bet say argue suggest hope think")
_EXPECTED: Final = wordset("arrive reach begin start end last be take finish return reopen resume come open hold")
_QUOTES: Final = wordset("\" “ ” « » `` ''")


def will_happen(sentence: Sentence, k: int) -> Trigger | None:
    """The clause says in the future tense, or with "may" or "might", what is to come."""
    word = modals().get(low(sentence, k))
    if word is None or tag(sentence, k) != "MD" or k == 0:
        return None
    j, denied, never = k + 1, False, False
    while low(sentence, j) in NOT | _QUOTES or tag(sentence, j) == "RB" or low(sentence, j) in {"very", "most"}:
        denied = denied or low(sentence, j) in NOT
        never = never or low(sentence, j) == "never"
        if low(sentence, j) in _HABIT:
            return None
        j += 1
    if (
        tag(sentence, j)[:2] not in {"VB", "NN", "JJ"}
        and tag(sentence, j - 1) == "RB"
        and low(sentence, j - 1) not in NOT
    ):
        j -= 1  # a verb that the tagger took for an adverb
    if tag(sentence, j)[:2] not in {"RB", "VB", "NN", "JJ"} or _no_future(sentence, k, j):
        return None
    if word.reported and (low(sentence, j) in _VAGUELY or any(low(sentence, m) == "later" for m in range(k, j))):
        return None
    if low(sentence, k) == "should" and low(sentence, j) not in _EXPECTED:
        return None  # "should resign": what is right, not what is to come
    if word.weak and (denied or low(sentence, j) in _SENSING):
        return None
    level = "remote" if never and word.timed else word.level
    leads = low(sentence, j) in outcomes()
    return Trigger(
        k, j + 1, j, "will_happen", word, level, False, denied,
        timed=word.timed and not never, weak=word.weak and not leads,
    )  # fmt: skip


def _no_future(sentence: Sentence, k: int, j: int) -> bool:
    """The modal at token `k` with its verb at `j` tells of what is past, of a number, of the page or its readers."""
    modal, verb, subject = low(sentence, k), low(sentence, j), low(sentence, k - 1)
    done = j + 2 if tag(sentence, j + 1) == "RB" else j + 1
    if verb == "have" and tag(sentence, done) in STEM and modal in {"may", "might", "could"}:
        return True  # "may have been": what is past
    if verb == "be" and tag(sentence, j + 1) == "CD":
        return True  # "sixty, may be eighty"
    judged = predicates().get(low(sentence, j + 1)) or predicates().get(low(sentence, j + 2))
    if verb == "be" and judged is not None and judged.needs == "if":
        return True  # "would be surprised if": what is foretold comes after
    if verb in _KNOWING and subject in {"you", "we", "one", "readers"}:
        return True
    if verb in _WRITING and subject in {"i", "we"} and modal in {"will", "shall", "'ll"} and _of_the_page(sentence, j):
        return True
    if modal in {"may", "can", "might", "could"} and (verb in _INVITING or subject == "you"):
        return True
    if modal == "would" and subject in {"readers", "you", "which"}:
        return True
    return modal in {"will", "may"} and any(low(sentence, m) in _FURNITURE for m in range(max(0, k - 3), k))


def _of_the_page(sentence: Sentence, j: int) -> bool:
    """ "I shall write again", "we will update this story": a writer on the writing."""
    near = [low(sentence, m) for m in range(j + 1, j + 5)]
    return bool({"again", "more", "story", "page", "updates", "article", "you"} & set(near))
