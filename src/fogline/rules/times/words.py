"""What each word of a sentence can be in a calendar expression: one letter a token, and the number behind it."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from msgspec import Struct

from fogline.grammar import Token
from fogline.lexicon import Entry, entries

__all__ = ["HEADS", "Word", "classify", "cues", "letters"]

Kind = Literal[
    "weekday", "weekday_short", "month", "unit", "unit_plural", "part", "season", "day", "last", "next", "this",
    "current", "that", "previous", "following", "early", "late", "mid", "start", "end", "ago", "earlier", "later",
    "now", "vague", "every", "often", "few", "about", "quarter", "fiscal", "decade", "feast",
]  # fmt: skip


class TimeWord(Entry, frozen=True):
    """A lexicon entry: words of one kind; `values` stand beside them, one each."""

    kind: Kind
    values: tuple[str, ...] = ()


class Cue(Entry, frozen=True):
    """A lexicon entry: words beside an expression that tell how to read it."""

    kind: Literal[
        "ahead", "scheduled", "asking", "demand", "telling", "began", "govern", "measure", "numbered", "bearer",
        "label", "adopt", "aftermath",
    ]  # fmt: skip


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of one kind of cue."""
    return frozenset(word for entry in entries("times_cues", Cue) if entry.kind == kind for word in entry.words)


class Word(Struct, frozen=True):
    """What a token is: its letter in the grammar, its value (a number, a code), early/mid/late when it is glued on."""

    letter: str
    value: str = ""
    mod: str = ""


_LETTER: Final[dict[str, str]] = {
    "weekday": "W", "weekday_short": "w", "month": "M", "unit": "U", "unit_plural": "u", "part": "P", "season": "S",
    "day": "R", "last": "L", "next": "X", "this": "h", "current": "c", "that": "B", "previous": "C", "following": "V",
    "early": "E", "late": "T", "mid": "m", "start": "s", "end": "z", "ago": "g", "earlier": "e", "later": "l",
    "now": "p", "vague": "y", "every": "K", "often": "D", "few": "A", "about": "~", "quarter": "Q", "fiscal": "%",
    "decade": "9", "feast": "Z",
}  # fmt: skip

_GRAMMAR: Final[dict[str, str]] = {
    "the": "t", "a": "a", "an": "a", "of": "f", ",": ",", "-": "-", "–": "-", "—": "-", "--": "-", "/": "/",
    "and": "+", "or": "+", "&": "+", "to": ">", "till": ">", "until": ">", "through": ">", "in": "i", "from": "<",
    "between": "(", "on": "v", "at": "@", "within": "I", "before": "j", "after": "J", "more": "q", "less": "q",
    "fewer": "q", "longer": "q", "another": "a", "than": "=", "since": "r", "during": "r", "by": "r",
    "throughout": "r", "into": "r", "for": "r", "'s": "'", "'": "'", "eve": "5",
}  # fmt: skip

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth
"""

HEADS: Final = frozenset("WwMYRUuPSZpyHQDK9^#3o/")
"""Letters of which a sentence must have one, or it names no time."""

_NUMBER = re.compile(r"(\d{1,4})(st|nd|rd|th|s|['’]s)?")
_DOTTED = re.compile(r"\d{1,4}\.\d{1,2}\.\d{1,4}")
_STAMP = re.compile(r"(\d\d)t\d\d")  # the day and hour of an ISO time stamp
_GLUED = re.compile(r"(mid|early|late|pre|post)[-‑](.+)")
_LONG = re.compile(
    r"(\d{1,3}|[a-z]+)[-‑](second|minute|hour|day|night|week|month|year|decade|century)s?([-‑](?:long|old))?"
)
_UNIT_CODES: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "N", "week": "W", "month": "M", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip
_CAPITAL: Final = frozenset("WwMZ")


@cache
def _lexicon() -> tuple[dict[str, Word], dict[str, list[tuple[tuple[str, ...], Word]]]]:
    """Single words, and phrases by their first word, longest first."""
    single = {word: Word(letter) for word, letter in _GRAMMAR.items()}
    small, ordinals = _SMALL.split(), _ORDINALS.split()
    for n, word in enumerate(small):
        single[word] = Word("N", str(n))
    for n, word in enumerate(_TENS.split(), 2):
        single[word] = Word("N", str(n * 10))
        single[word[:-1] + "ieth"] = Word("O", str(n * 10))
        for k, digit in enumerate(small[1:10], 1):
            single[f"{word}-{digit}"] = Word("N", str(n * 10 + k))
            single[f"{word}-{ordinals[k - 1]}"] = Word("O", str(n * 10 + k))
    for n, word in enumerate(ordinals, 1):
        single[word] = Word("O", str(n))
    single |= {"hundred": Word("N", "100"), "thousand": Word("N", "1000"), "dozen": Word("N", "12")}
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for family in ("times", "times_feasts"):
        for entry in entries(family, TimeWord):
            values = entry.values or ("",) * len(entry.words)
            for text, value in zip(entry.words, values, strict=True):
                parts = tuple(text.lower().replace("'s", " 's").split())
                made = Word(_LETTER[entry.kind], value)
                if len(parts) == 1:
                    single[parts[0]] = made
                else:
                    phrases.setdefault(parts[0], []).append((parts, made))
    for found in phrases.values():
        found.sort(key=lambda item: -len(item[0]))
    return single, phrases


@cache
def _keys() -> frozenset[str]:
    """The longest word of each phrase: without it the phrase is not there."""
    return frozenset(max(parts, key=len) for found in _lexicon()[1].values() for parts, _ in found)


_NOTHING: Final = Word("_")


@lru_cache(maxsize=1 << 15)
def classify(low: str) -> Word:
    """What a word in lower case can be on its own."""
    single, _ = _lexicon()
    word = single.get(low)
    if word is not None:
        return word
    first = low[0]
    if first.isdecimal() and first.isascii():
        return _numeral(low)
    if "-" in low or "‑" in low:
        return _hyphened(low)
    return _NOTHING


def _numeral(low: str) -> Word:
    match = _NUMBER.fullmatch(low)
    if match:
        digits, ending = match.groups()
        number = int(digits)
        if ending in {"st", "nd", "rd", "th"}:
            return Word("o", digits)
        if ending:
            whole = number if len(digits) == 4 else 1900 + number
            return Word("9", str(whole // 10)) if number % 10 == 0 and number >= 10 else _NOTHING
        if len(digits) == 4:
            return Word("Y", digits) if 1000 <= number <= 2199 else Word("n", digits)
        return Word("d" if len(digits) <= 2 and 1 <= number <= 31 else "n", digits)
    stamp = _STAMP.fullmatch(low)
    if stamp:
        return Word("d", stamp[1]) if 1 <= int(stamp[1]) <= 31 else _NOTHING
    if _DOTTED.fullmatch(low):
        return Word("#", low)
    if len(low) > 12:
        return _NOTHING
    if low.replace(",", "").replace(".", "").isdecimal() and low.isascii():
        return Word("n", low.replace(",", ""))
    return _hyphened(low)


def _hyphened(low: str) -> Word:
    long = _LONG.fullmatch(low)
    if long:
        count, unit, tail = long.groups()
        inner = classify(count) if count not in _UNIT_CODES else _NOTHING
        if tail and tail.endswith("old"):
            return _NOTHING
        if inner.letter in "Nd" or inner.letter == "n":
            return Word("H", f"{inner.value} {_UNIT_CODES[unit]}")
        if inner.letter == "O":
            return _NOTHING
    head, _, tail = low.replace("‑", "-").partition("-")
    if head in _UNIT_CODES and tail == "long":
        return Word("H", f"1 {_UNIT_CODES[head]}")
    if head.rstrip("s") in _UNIT_CODES and tail == "long":
        return Word("H", f"X {_UNIT_CODES[head.rstrip('s')]}")
    if tail == "quarter" and classify(head).letter in "Oo":
        return Word("3", classify(head).value)
    glued = _GLUED.fullmatch(low)
    if glued:
        inner = classify(glued[2])
        if inner.letter in "WMYRUPS9" and not inner.mod:
            return Word(inner.letter, inner.value, glued[1])
    return _NOTHING


@lru_cache(maxsize=1 << 15)
def _telling(low: str) -> bool:
    """Is it a word of which a sentence must have one, or it names no time?"""
    word = classify(low)
    return word.letter in HEADS or word.letter == "o" or word.value == "19" or low in _keys()


@lru_cache(maxsize=1 << 15)
def _depends(low: str) -> bool:
    """Can what this word is depend on the words around it?"""
    word = classify(low)
    return word.letter in _CAPITAL or word.letter in "SPUYd" or word.value == "19" or low in _lexicon()[1]


def letters(tokens: Sequence[Token]) -> tuple[str, list[Word]]:
    """One letter for each token, and what is behind it; "" when the tokens name no time."""
    lows = [token.low for token in tokens]
    if not any(map(_telling, lows)):
        return "", []
    words = list(map(classify, lows))
    _, phrases = _lexicon()
    free = 0
    for i in [i for i, low in enumerate(lows) if _depends(low)]:
        if i < free:
            continue
        token, word = tokens[i], words[i]
        found = phrases.get(token.low)
        if found:
            size = _phrase(tokens, i, found)
            if size is not None:
                words[i], length = size
                free = i + length
                words[i + 1 : free] = [Word("&")] * (length - 1)
                continue
        if word.letter == "U" and word.value == "N" and i and words[i - 1].letter in "WwRM":
            words[i] = Word("P", "NI")
        elif word.letter == "U" and word.value == "WE" and i and words[i - 1].letter == "t":
            words[i] = Word("Ü", "WE")
        elif word.letter in _CAPITAL or word.letter in "SPU":
            words[i] = _seen(tokens, i, word)
        elif (
            word.value == "19"
            and word.letter == "N"
            and i + 1 < len(tokens)
            and words[i + 1].letter == "N"
            and 10 <= int(words[i + 1].value) <= 99
        ):
            words[i], words[i + 1] = Word("Y", str(1900 + int(words[i + 1].value))), Word("&")  # "nineteen ninety-six"
        elif (
            word.letter == "Y" and i and token.start == tokens[i - 1].end and tokens[i - 1].low in {"$", "£", "€", "#"}
        ):
            words[i] = Word("n", word.value)
        elif word.letter == "d" and i and tokens[i - 1].low in {"'", "‘"} and token.start == tokens[i - 1].end:
            words[i] = Word("^", word.value)
    return "".join([word.letter for word in words]), words


def _phrase(tokens: Sequence[Token], i: int, found: list[tuple[tuple[str, ...], Word]]) -> tuple[Word, int] | None:
    for parts, word in found:
        if len(parts) <= len(tokens) - i and all(tokens[i + k].low == part for k, part in enumerate(parts)):
            if word.letter == "Z" and not (tokens[i].text[:1].isupper() or parts[:2] == ("the", "new")):
                continue
            beyond = tokens[i + len(parts)].low if len(parts) < len(tokens) - i else ""
            if parts == ("the", "past") and beyond and classify(beyond).letter in "NdnAaUuSQ":
                continue  # "the past 24 hours" is no "past" on its own
            return word, len(parts)
    return None


_BASE = frozenset(["VB", "VBP", "VBZ", "VBD", "MD", "VBG"])


def _seen(tokens: Sequence[Token], i: int, word: Word) -> Word:
    """The word as it stands here: names of months and days need a capital; "may", "march", "sat" can be verbs."""
    token = tokens[i]
    low = token.low.rstrip(".")
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    before = tokens[i - 1] if i else None
    if word.letter in _CAPITAL:
        if not token.text[:1].isupper() and not word.mod:
            return _NOTHING
        beside = [classify(t.low).letter for t in (before, after) if t is not None]
        dated = any(letter in "dYoW" for letter in beside)
        if (
            low in {"may", "march"}
            and not dated
            and (
                token.tag in _BASE
                or (
                    before is None
                    and token.text != token.text.upper()
                    and after
                    and after.tag in {"PRP", "DT", "NNP", "PRP$", "IN", "RB", "TO"}
                )
            )
        ):
            return _NOTHING
        if word.letter == "w" and not token.text.endswith(".") and not dated and token.tag != "NNP":
            return _NOTHING
        if (
            word.letter == "w"
            and low in {"sun", "sat", "wed", "fri", "mon"}
            and not dated
            and not (after and after.low == ",")
        ):
            return _NOTHING
        if word.letter == "M" and not dated and not word.mod:
            # A name: Theresa May, April Glaspie, Jan Egeland, August Wilson.
            if after and after.tag.startswith("NNP") and after.text[:1].isupper() and classify(after.low).letter == "_":
                return (
                    _NOTHING
                    if token.text != token.text.upper() and after.start - token.end <= 1 and not _plain(before)
                    else word
                )
            if (
                before
                and before.tag.startswith("NNP")
                and before.text[:1].isupper()
                and classify(before.low).letter == "_"
                and before.end + 2 > token.start
            ):
                return _NOTHING
            if low in {"jan", "mar", "jun", "dec", "sep"} and not token.text.endswith("."):
                return _NOTHING
        if (
            word.letter == "Z"
            and after
            and after.tag in {"NNS", "NNP", "NNPS", "NN"}
            and classify(after.low).letter == "_"
        ):
            return _NOTHING
        if word.letter == "Z" and before and before.tag.startswith("NNP") and classify(before.low).letter == "_":
            return _NOTHING
    elif word.letter == "S" and not word.mod:
        if low in {"fall", "spring"} and token.tag.startswith("V"):
            return _NOTHING
    elif word.letter == "P":
        if token.text[:1].isupper() and before is not None and token.low == "dawn":
            return _NOTHING
    elif word.letter == "U" and low == "second" and token.tag in {"JJ", "RB"}:
        return Word("O", "2")
    return word


def _plain(before: Token | None) -> bool:
    return before is not None and before.low in {"in", "since", "last", "until", "by", "of", "this", "next", "from"}
