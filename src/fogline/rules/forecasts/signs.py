"""What the rules of this room share: a trigger, and small questions about the tokens around it."""

from typing import Final, Literal

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.nouns import Likelihood
from fogline.rules.forecasts.words import Word, happenings, wordset

__all__ = [
    "BE",
    "NOT",
    "PAST",
    "STEM",
    "STRESS",
    "Trigger",
    "after_pronoun",
    "demanded",
    "happening",
    "low",
    "negated",
    "tag",
]


class Trigger(Struct, frozen=True):
    """Tokens ``i..j`` that speak of what is to come; `main` is the first token of what is foretold.

    `firm`: this word alone sets the likelihood (an expectation), else an adverb may ("will probably");
    `negated`: the thing is foretold not to happen, or (firm) not expected. `subject`: the span includes the subject.
    It foretells only: beside a time to come or a condition (`timed`), also beside "soon" (`weak`), or in somebody's
    words (`told`). `impersonal`: nobody is said to expect it ("is expected"); `by`: the verb
    whose subject foretells, -1 for none. `within`: the time to come stands before this token, -1 for anywhere.
    """

    i: int
    j: int
    main: int
    rule: Literal["will_happen", "is_expected", "is_promised", "is_scheduled"]
    word: Word
    level: Likelihood
    firm: bool
    negated: bool
    subject: bool = True
    timed: bool = False
    weak: bool = False
    told: bool = False
    impersonal: bool = False
    by: int = -1
    within: int = -1


BE: Final = wordset(
    "is are was were be been being am 's 're 'm isn't becomes seems looks appears remains seem appear look"
)
PAST: Final = frozenset(["was", "were"])
NOT: Final = frozenset(["not", "n't", "never", "no", "neither", "nor", "cannot"])
STRESS: Final = wordset("very highly much most extremely quite practically all but overwhelmingly strongly")
STEM: Final = frozenset(["VBN", "VBD"])
"""Tags of a verb's past forms."""
_GREATLY: Final = wordset("very much greatly strongly do n't not also still")
_DEMANDING: Final = wordset("to must should can could ought need please let")


def low(sentence: Sentence, k: int) -> str:
    """The word at token `k` in lower case; empty beyond the ends."""
    lows = sentence.lows
    return lows[k] if 0 <= k < len(lows) else ""


def tag(sentence: Sentence, k: int) -> str:
    """The tag of token `k`; empty beyond the ends."""
    tags = sentence.tags
    return tags[k] if 0 <= k < len(tags) else ""


def negated(sentence: Sentence, k: int) -> bool:
    """Is there a "not" among the auxiliaries before token `k`?"""
    return any(
        low(sentence, m) in NOT and all(tag(sentence, n) not in {"VBZ", "VBD", "VBP"} for n in range(m + 1, k))
        for m in range(max(0, k - 3), k)
    )


def after_pronoun(sentence: Sentence, k: int) -> bool:
    """Does a pronoun stand before the word, which makes it a verb even where the tagger took it for a noun?"""
    back = k - 1
    while back > 0 and low(sentence, back) in _GREATLY:
        back -= 1
    return low(sentence, back) in {"i", "we", "they", "you"}


def demanded(sentence: Sentence, k: int) -> bool:
    """Is the verb at token `k` what somebody is asked or told to do: "they must agree to leave", "promise to go"?"""
    return tag(sentence, k) == "VB" and (k == 0 or low(sentence, k - 1) in _DEMANDING)


def happening(sentence: Sentence, k: int) -> bool:
    """Does a noun phrase that names a happening start at token `k`: "a complete withdrawal", "an early assault"?"""
    head = k
    for m in range(k, min(k + 7, len(sentence.tokens))):
        if tag(sentence, m) not in {"DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "CD", "VBN", "VBG", "HYPH", "PRP$"}:
            break
        head = m
    return low(sentence, head) in happenings()
