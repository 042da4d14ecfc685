"""Where a sentence speaks of what is to come: modal verbs, expectations, promises, and words such as "likely"."""

from typing import Final, Literal

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.nouns import Likelihood
from fogline.rules.forecasts.words import Word, adverbs, chances, intents, modals, plans, predicates, verbs, wordset

__all__ = ["Trigger", "is_expected", "is_promised", "low", "triggers", "will_happen"]


class Trigger(Struct, frozen=True):
    """Tokens ``i..j`` that speak of what is to come; `main` is the first token of what is foretold.

    `firm`: this word alone sets the likelihood (an expectation), else an adverb may ("will probably");
    `negated`: the thing is foretold not to happen, or (firm) not expected. `subject`: the span includes the subject.
    """

    i: int
    j: int
    main: int
    rule: Literal["will_happen", "is_expected", "is_promised"]
    word: Word
    level: Likelihood
    firm: bool
    negated: bool
    subject: bool = True


_BE: Final = wordset(
    "is are was were be been being am 's 're 'm isn't becomes seems looks appears remains seem appear look"
)
_PAST: Final = frozenset(["was", "were"])
_NOT: Final = frozenset(["not", "n't", "never", "no", "neither", "nor"])
_STRESS: Final = wordset("very highly much most extremely quite practically all but overwhelmingly strongly")
_GREATLY: Final = wordset("very much greatly strongly")
_HABIT: Final = wordset("often usually sometimes always")
_KNOWING: Final = wordset("find see know remember understand recall notice hear tell")
_INVITING: Final = wordset("contact visit subscribe click follow email call read")
_FURNITURE: Final = wordset("update updates story article page newsletter comments comment report reports site website")
_SOON: Final = wordset("soon shortly eventually yet ultimately next tomorrow")
_ASKING: Final = wordset("whether how what why where when who whom")
_WISHING: Final = wordset(
    "hope hoping hopes hoped wish wishes demand demanded demands insist insisted ask asked asks pray"
)
_PAST_STEM: Final = frozenset(["VBN", "VBD"])


def low(sentence: Sentence, k: int) -> str:
    """The word at token `k` in lower case; empty beyond the ends."""
    return sentence.tokens[k].low if 0 <= k < len(sentence.tokens) else ""


def _tag(sentence: Sentence, k: int) -> str:
    return sentence.tokens[k].tag if 0 <= k < len(sentence.tokens) else ""


def triggers(sentence: Sentence) -> list[Trigger]:
    """All triggers of a sentence in order; a question has none."""
    if sentence.tokens[-1].low == "?" or (len(sentence.tokens) > 1 and sentence.tokens[-2].low == "?"):
        return []
    found: list[Trigger] = []
    for k in range(len(sentence.tokens)):
        trigger = will_happen(sentence, k) or is_expected(sentence, k) or is_promised(sentence, k)
        if trigger is not None:
            found.append(trigger)
    return found


def is_expected(sentence: Sentence, k: int) -> Trigger | None:
    """The clause says that somebody expects, doubts or fears something, or that it is likely, unlikely or due."""
    return _verb(sentence, k) or _predicate(sentence, k) or _chance(sentence, k)


def is_promised(sentence: Sentence, k: int) -> Trigger | None:
    """The clause says what somebody promises, plans, announces or threatens to do."""
    return _plan(sentence, k) or _intent(sentence, k)


def will_happen(sentence: Sentence, k: int) -> Trigger | None:
    """The clause says in the future tense, or with "may" or "might", what is to come."""
    word = modals().get(low(sentence, k))
    if word is None or _tag(sentence, k) != "MD":
        return None
    j, negated = k + 1, False
    while low(sentence, j) in _NOT or _tag(sentence, j) == "RB" or low(sentence, j) in {"very", "most"}:
        negated = negated or low(sentence, j) in _NOT
        if low(sentence, j) in _HABIT:
            return None
        j += 1
    if low(sentence, j) == "have" and _tag(sentence, j + 1) in _PAST_STEM and word.level == "even":
        return None  # "may have been": what is past
    if low(sentence, j) == "be" and _tag(sentence, j + 1) == "CD":
        return None  # "at least 19, may be 27"
    if k == 0 or low(sentence, j) == "" or _tag(sentence, j)[:2] not in {"VB", "NN", "JJ"}:
        return None
    if low(sentence, j) in _KNOWING and low(sentence, k - 1) in {"you", "we", "one", "readers"}:
        return None
    if low(sentence, j) in _INVITING and low(sentence, k) in {"may", "can", "might", "could"}:
        return None
    if low(sentence, k - 1) in {"readers", "you", "which"} and word.reported:
        return None
    if any(low(sentence, m) in _FURNITURE for m in range(max(0, k - 3), k)) and low(sentence, k) in {"will", "may"}:
        return None
    if word.weak and (negated or low(sentence, j) in {"see", "hear", "feel", "afford", "understand"}):
        return None
    if word.reported and low(sentence, j) in {"later", "go", "have", "seem", "like", "mean"}:
        return None
    if word.reported and any(low(sentence, m) == "later" for m in range(k, j)):
        return None
    return Trigger(k, j + 1, j, "will_happen", word, word.level, False, negated)


def _negated(sentence: Sentence, k: int) -> bool:
    """Is there a "not" among the auxiliaries before token `k`?"""
    return any(
        low(sentence, m) in _NOT and all(_tag(sentence, n) not in {"VBZ", "VBD", "VBP"} for n in range(m + 1, k))
        for m in range(max(0, k - 3), k)
    )


def _stressed(sentence: Sentence, k: int) -> bool:
    return low(sentence, k - 1) in _STRESS and low(sentence, k - 1) != "no"


def _verb(sentence: Sentence, k: int) -> Trigger | None:
    """ "I expect X to fail", "X is expected to arrive", "we fear that…"."""
    word, tag = verbs().get(low(sentence, k)), _tag(sentence, k)
    if word is None or not (tag.startswith("VB") or _after_pronoun(sentence, k)):
        return None
    phrase = next((w for w in word.words if " " in w and w.split()[0][:3] == low(sentence, k)[:3]), None)
    after = k + 1
    if phrase is not None and low(sentence, k)[:4] != "excl":
        if low(sentence, after) != phrase.split()[1]:
            return None
        after += 1
    passive = tag in _PAST_STEM and any(low(sentence, m) in _BE for m in range(max(0, k - 3), k))
    past = (tag == "VBD" and not passive) or any(
        low(sentence, m) in _PAST | {"had", "did"} for m in range(max(0, k - 3), k)
    )
    if past or (not passive and low(sentence, k - 1) in {"would", "might", "could"}):
        return None
    negated = _negated(sentence, k)
    if passive:
        if low(sentence, after) not in {
            "to",
            "in",
            "on",
            "by",
            "within",
            "this",
            "later",
            "next",
            "at",
            "soon",
            "that",
        }:
            return None
        main = after + 1 if low(sentence, after) == "to" else k
    else:
        complement = _complement(sentence, after)
        if complement is None:
            return None
        main = complement
    level = word.level
    if negated and word.negated is not None:
        level = word.negated
    elif word.stressed is not None and any(
        low(sentence, m) in {"very", "much", "greatly"} for m in range(max(0, k - 3), k)
    ):
        level = word.stressed
    return Trigger(k, after, main, "is_expected", word, level, level != "unstated", negated)


def _after_pronoun(sentence: Sentence, k: int) -> bool:
    """Does a pronoun stand before the word, so that it is a verb even where the tagger took it for a noun?"""
    back = k - 1
    while back > 0 and low(sentence, back) in _GREATLY | {"do", "n't", "not", "also", "still"}:
        back -= 1
    return low(sentence, back) in {"i", "we", "they", "you"}


def _complement(sentence: Sentence, k: int) -> int | None:
    """The first token of what an expectation foretells: after "that", or the infinitive, or a modal's verb."""
    for m in range(k, min(k + 25, len(sentence.tokens))):
        word, tag = low(sentence, m), _tag(sentence, m)
        if word in {".", ";", ":", "because"}:
            return None
        if word == "to" and _tag(sentence, m + 1) in {"VB", "VBP", "RB"}:
            return m + 2 if _tag(sentence, m + 1) == "RB" else m + 1
        if tag == "MD":
            return m + 1
        if m == k and word == "that":
            continue
    return None


def _predicate(sentence: Sentence, k: int) -> Trigger | None:
    word = predicates().get(low(sentence, k))
    if word is None:
        return None
    first = k
    while first > 0 and (low(sentence, first - 1) in _STRESS | _NOT or _tag(sentence, first - 1) == "RB"):
        first -= 1
    be = first - 1
    if low(sentence, be) in {"``", '"', "“", "«"}:
        be -= 1
    if low(sentence, be) in _NOT:
        be -= 1
    modal = low(sentence, be) == "be" and low(sentence, be - 1) in {"will", "would", "should"}
    if low(sentence, be) not in _BE or (low(sentence, be) in _PAST and word.needs != "if"):
        return None
    if (low(sentence, be) in _PAST or (low(sentence, be) == "be" and word.needs != "if")) and not modal:
        return None
    after = low(sentence, k + 1)
    if word.needs == "to":
        if after not in {"to", "na"} or _tag(sentence, k + 2) not in {"VB", "VBP", "RB"}:
            return None
        return Trigger(first, k + 2, k + 2, "is_expected", word, word.level, False, _negated(sentence, k))
    if word.needs == "if":
        conditional = any(low(sentence, m) == "if" for m in range(k + 1, k + 6))
        if not conditional or low(sentence, be) != "be":
            return None
        at = next(m for m in range(k + 1, k + 6) if low(sentence, m) == "if")
        denied = any(low(sentence, m) in _NOT for m in range(max(0, be - 2), k))
        level = word.negated if denied and word.negated else word.level
        return Trigger(first, at + 1, at + 1, "is_expected", word, level, True, denied)
    if after in {"of", "about", "for"} or (after == "that" and not _to_come(sentence, k + 2)):
        return None
    if after == "to" and _tag(sentence, k + 2) in {"VB", "VBP"} and low(sentence, k + 2) == "have":
        return None
    if word.level == "almost_certain" and after not in {"to", "that"} and low(sentence, k - 1) != "almost":
        close = after in {"”", '"', "»", "''"}
        if not close and _tag(sentence, k + 1) not in {"PRP", "DT"}:
            return None
    negated = any(low(sentence, m) in _NOT for m in range(be, k))
    level = word.level
    if negated and word.negated:
        level = word.negated
    elif word.stressed and _stressed(sentence, k):
        level = word.stressed
    return Trigger(first, k + 1, k + 2 if after == "to" else k, "is_expected", word, level, True, negated)


def _intent(sentence: Sentence, k: int) -> Trigger | None:
    """ "a promise to leave", "gave its word to open the road"."""
    word = intents().get(low(sentence, k))
    if word is None or low(sentence, k + 1) != "to" or _tag(sentence, k + 2) not in {"VB", "VBP"}:
        return None
    if _tag(sentence, k) not in {"NN", "NNS"} or low(sentence, k - 1) in {"no", "any", "'s"}:
        return None
    return Trigger(k, k + 2, k + 2, "is_promised", word, "unstated", False, False, False)


def _to_come(sentence: Sentence, k: int) -> bool:
    """Is the next verb a modal one? "it is likely that he was there" tells of what is or was."""
    for m in range(k, min(k + 15, len(sentence.tokens))):
        if _tag(sentence, m) == "MD":
            return True
        if _tag(sentence, m) in {"VBZ", "VBP", "VBD"}:
            return False
    return False


def _plan(sentence: Sentence, k: int) -> Trigger | None:
    word, tag = plans().get(low(sentence, k)), _tag(sentence, k)
    noun_taken = tag == "NN" and low(sentence, k + 1) == "to" and _tag(sentence, k - 1) == "NNS"
    if word is None or not (tag.startswith("VB") or _after_pronoun(sentence, k) or noun_taken):
        return None
    perfect = any(low(sentence, m) in {"has", "have", "'ve"} for m in range(max(0, k - 3), k))
    back = low(sentence, k - 1) in {"had", "was", "were"}
    if not word.past and (back or (tag in _PAST_STEM and not perfect)):
        return None
    after = k + 1
    if low(sentence, after) == "not" or _tag(sentence, after) == "RB":
        after += 1
    if low(sentence, after) == "to" and _tag(sentence, after + 1) in {"VB", "VBP", "RB"}:
        return Trigger(
            k, after + 1, after + 1, "is_promised", word, "unstated", False, _negated(sentence, k), not word.past
        )
    if tag in {"VBZ", "VBP", "VBD"} and _tag(sentence, after) in {"DT", "JJ", "PRP$", "NN", "NNS", "CD"} and word.past:
        # "promises an offensive within weeks": only beside a time to come.
        return Trigger(k, after, after, "is_promised", plans()["announce"], "unstated", False, False, False)
    return None


def _chance(sentence: Sentence, k: int) -> Trigger | None:
    for length in (5, 4, 3, 2):
        word = chances().get(tuple(token.low for token in sentence.tokens[k : k + length]))
        if word is not None:
            return Trigger(k, k + length, k + length, "is_expected", word, word.level, True, False)
    return None


def nearest_adverb(sentence: Sentence, i: int, j: int, at: int) -> tuple[Word, int, int] | None:
    """The adverb of likelihood in tokens ``i..j`` that stands nearest to token `at`, the longest one there."""
    best: tuple[int, int, Word, int, int] | None = None
    for k in range(i, j):
        for length in (4, 3, 2, 1):
            word = adverbs().get(tuple(token.low for token in sentence.tokens[k : k + length]))
            if word is not None and k + length <= j:
                candidate = (abs(k - at), -length, word, k, k + length)
                if best is None or candidate[:2] < best[:2]:
                    best = candidate
                break
    return (best[2], best[3], best[4]) if best else None


def asked_or_wished(sentence: Sentence, i: int) -> bool:
    """Does the clause that starts at token `i` depend on a question, a wish or a demand?"""
    if low(sentence, i) in _ASKING or low(sentence, i - 1) in {"whether", "how", "what", "why"}:
        return True
    return any(low(sentence, m) in _WISHING for m in range(max(0, i - 3), i))


def soon(sentence: Sentence, i: int, j: int) -> bool:
    """Is there a word of the near future among tokens ``i..j``?"""
    return any(low(sentence, m) in _SOON for m in range(i, j))
