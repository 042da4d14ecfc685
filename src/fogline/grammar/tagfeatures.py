"""What the part-of-speech tagger sees of a word: plain strings, one per feature, the same in training and at run time.

A *sort* is a word in one setting (see `setting_of`): "The" at the start of a sentence and "The" inside one are two
sorts, since a capital means something in the second only. Everything here depends on a single sort, so it can be
computed once and kept; what depends on the neighbours is arithmetic on arrays and lives in `tagger`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

INSIDE, FIRST, TITLED, CAPITALS = "i", "f", "t", "c"
"""The settings: inside a sentence, its first word, in a Title Case Headline, in A TEXT ALL IN CAPITALS."""

EDGE = "\x00"
"""The word that stands before the first and after the last word of a sentence."""

OFFSETS = (-2, -1, 0, 1, 2)
"""Which neighbours a word looks at."""

OPEN, CLOSE = "``", "''"
"""Double quotes known to open and to close."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "‑": "-", "‐": "-"})
_DOUBLE = {"“": OPEN, "„": OPEN, "«": OPEN, "”": CLOSE, "»": CLOSE, OPEN: OPEN, CLOSE: CLOSE}
_DIGITS = re.compile(r"[0-9]")
_LONGEST = 40
"""Characters of a word that count; no English word is longer, a line of garbage is."""

Sort = tuple[str, str]
"""(setting, word), the word already straightened."""


@lru_cache(maxsize=1 << 14)
def straighten(word: str) -> str:
    """Give `word` with typewriter quotes and hyphens and without its unreasonable tail."""
    if len(word) > _LONGEST:
        word = word[: _LONGEST // 2] + word[-_LONGEST // 2 :]
    if word in _DOUBLE:
        return _DOUBLE[word]
    return word if word.isascii() else word.translate(_STRAIGHT)


@lru_cache(maxsize=1 << 14)
def _case(word: str) -> str:
    """Give C for capitals, A for a capital first, a for a longer word in lower case, "" for what tells no setting."""
    if not word[:1].isalpha():
        return ""
    if word.isupper():
        return "C" if len(word) > 1 else ""
    return "A" if word[:1].isupper() else "a" if len(word) > 3 else ""


def setting_of(words: Sequence[str]) -> str:
    """Give the setting of a whole sentence: CAPITALS, TITLED or INSIDE.

    A word of at least four letters in lower case makes a sentence ordinary, for the little words stay small in titles.
    """
    cases = list(map(_case, words))
    upper, title, lower = cases.count("C"), cases.count("A"), cases.count("a")
    if upper > 2 and upper >= 4 * (title + lower):
        return CAPITALS
    if title + upper > 3 and title + upper >= 4 * lower:
        return TITLED
    return INSIDE


def sorts_of(words: Sequence[str]) -> list[Sort]:
    """Give the sort of every word of one sentence."""
    straight = list(map(straighten, words))
    marks = [at for at, word in enumerate(straight) if word == '"'] if '"' in straight else []
    for start, end in zip(marks[::2], marks[1::2], strict=False):  # one without its other half stays as it is
        straight[start], straight[end] = OPEN, CLOSE
    setting = setting_of(straight)
    if setting is not INSIDE:
        return [(setting, word) for word in straight]
    sorts = [(INSIDE, word) for word in straight]
    for at, word in enumerate(straight):
        if word[:1].isalnum():  # an opening quote or bracket is not the first word
            sorts[at] = (FIRST, word)
            break
    return sorts


def lowered(word: str) -> str:
    """Give the form under which a word is looked up: small letters, every digit a 0, long numbers alike."""
    low = word.lower()
    if low[-1:].isdigit() or low[:1].isdigit():
        low = _DIGITS.sub("0", low)
        if len(low) > 6 and low.strip("0.,") == "":
            low = "000000"
    return low


def shape_of(word: str) -> str:
    """Give the shape of a word in one or two letters: a lower, A title, C capitals, M mixed, 0 number, . mark…"""
    if word.isdigit():
        return "04" if len(word) == 4 else "00"
    first = word[:1]
    digits = any(c.isdigit() for c in word)
    if not any(c.isalpha() for c in word):
        return "0." if digits else "."
    dash = "-" if "-" in word else ""
    if digits:
        return ("0x" if first.isdigit() else "x0") + dash
    if word.islower():
        return "a" + dash
    if word.isupper():
        return ("C." if "." in word else "C1" if len(word) == 1 else "C") + dash
    if first.isupper():
        rest = word[1:]
        return ("A." if word.endswith(".") else "A" if rest.islower() else "M") + dash
    return "m" + dash


def _stems(word: str, ending: str) -> list[str]:
    """Give the words that `word` may be the regular form of, with `ending` s, ed, ing, er or est."""
    if ending == "s":
        found = [word[:-1]]
        if word.endswith("es"):
            found.append(word[:-2])
        if word.endswith("ies"):
            found.append(word[:-3] + "y")
        return found
    stem = word[: -len(ending)]
    found = [stem, stem + "e"]
    if stem[-1:] == stem[-2:-1]:
        found.append(stem[:-1])
    if stem[-1:] == "i":
        found.append(stem[:-1] + "y")
    return found


_ENDINGS = (("s", (("n", "S"), ("v", "Z"))), ("ed", (("v", "D"),)), ("ing", (("v", "G"),)))
_DEGREES = (("er", (("a", "C"),)), ("est", (("a", "T"),)))


def possible(low: str, wordlist: Mapping[str, str]) -> str:
    """Give what a word may be, after `wordlist` and the regular endings, as letters; "" where the word is unknown.

    The letters: n noun, v verb, a adjective, r adverb; S plural; of a verb, Z with -s, D past or participle, G with
    -ing, d past only, N participle only; C comparative, T superlative; P in the name of a place, E of a people
    (Syrian), M month or day, O rank or title before a name.
    """
    found = set(wordlist.get(low, ""))
    if low[-1:] in "sn" and low.endswith(("ns", "is")) and "E" in wordlist.get(low[:-1], ""):
        found.add("S")
    for ending, forms in _ENDINGS + _DEGREES:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            kinds = "".join(wordlist.get(stem, "") for stem in _stems(low, ending))
            found.update(form for kind, form in forms if kind in kinds)
    return "".join(sorted(found))


def features_of(sort: Sort, wordlist: Mapping[str, str]) -> tuple[list[str], list[str], list[str]]:
    """Give the features of a sort for itself, for a word next to it and for a word two away."""
    setting, word = sort
    if word == EDGE:
        return ["^"], ["^"], ["^"]
    low = lowered(word)
    shape = "?" if setting == CAPITALS else shape_of(word)
    cased = setting + shape
    own = ["b", "w" + low, "S" + cased]
    if setting == INSIDE and low != word:
        own.append("W" + _DIGITS.sub("0", word))
    for size in (1, 2, 3, 4, 5):
        if len(low) > size:
            own.append("s" + low[-size:])
    for size in (1, 2, 3, 4):
        if len(low) > size:
            own.append("p" + low[:size])
    own += ["c" + cased + low[-1:], "C" + cased + low[-2:], "D" + cased + low[-3:]]
    head, dash, tail = low.rpartition("-")
    if dash and tail and head:
        own += ["h" + tail, "H" + head, "e" + possible(tail, wordlist)]
    kinds = possible(low, wordlist)
    own += ["d" + kinds, "d" + cased + kinds, "D" + low[-2:] + "/" + kinds]
    own += ["k" + kind for kind in kinds]
    near = ["w" + low, "S" + cased, "s" + low[-2:], "s" + low[-3:], "d" + kinds]
    far = ["w" + low, "s" + low[-2:], "S" + shape, "d" + kinds]
    return own, near, far
