"""Numbers in a sentence, in figures and in words, with their qualifiers: what they say as a low and a high bound."""

import re
from functools import cache, lru_cache
from typing import Final, Literal

from msgspec import Struct

from fogline.grammar import Token
from fogline.lexicon import Entry, entries

__all__ = ["CURRENCIES", "QUOTES", "Quantity", "Table", "amounts", "quantities", "wordset"]


def wordset(words: str) -> frozenset[str]:
    """The words of a string, parted by white space, as a set."""
    return frozenset(words.split())


Kind = Literal["number", "vague", "percent", "fraction", "money"]


class AmountWord(Entry, frozen=True):
    """A qualifier (`bound`, standing `where`) or a vague count (`low`, `high`; `times`: it multiplies a scale word)."""

    bound: Literal["low", "high", "about"] | None = None
    where: Literal["before", "after", "verb"] = "before"
    low: float | None = None
    high: float | None = None
    times: bool = False


class Quantity(Struct, frozen=True):
    """Tokens ``i..j`` that give an amount, qualifiers included; the bare number is ``a..b``.

    `low` and `high` are the bounds (None: open), `value` the number that is said, `unit` what is glued to it ("km").
    `bound` are the tokens of the qualifier that opened a bound, `revised` is set for both ends of "from 20 to 30".
    """

    i: int
    j: int
    a: int
    b: int
    low: float | None
    high: float | None
    value: float
    kind: Kind
    unit: str | None = None
    bound: tuple[int, int] | None = None
    revised: bool = False


class Table(Struct, frozen=True):
    """The lexicon of amounts by their words in lower case; the longest entry in words; first words of vague counts."""

    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    vague: dict[tuple[str, ...], AmountWord]
    longest: int
    openers: frozenset[str]


@cache
def amounts() -> Table:
    """The lexicon of qualifiers and vague counts, by position."""
    before: dict[tuple[str, ...], str] = {}
    after: dict[tuple[str, ...], str] = {}
    vague: dict[tuple[str, ...], AmountWord] = {}
    for entry in entries("amounts", AmountWord):
        for word in entry.words:
            key = tuple(word.split())
            if entry.bound is None:
                vague[key] = entry
            else:
                (after if entry.where == "after" else before)[key] = entry.bound
    openers = frozenset(words[0] for words in vague)
    return Table(before, after, vague, max(map(len, (*before, *after, *vague))), openers)


_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNITS: Final = {word: value for value, word in enumerate(_ONES.split())}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES: Final = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9}
_PARTS: Final = {
    "half": 50.0, "halves": 50.0, "third": 33.3, "thirds": 33.3, "quarter": 25.0, "quarters": 25.0,
    "fifth": 20.0, "fifths": 20.0, "tenth": 10.0, "tenths": 10.0,
}  # fmt: skip
CURRENCIES: Final = wordset("$ € £ ¥ ₽ ₺ ₪ ₹")
QUOTES: Final = wordset("\" “ ” „ « » ' ‘ ’")
_DIGITS = re.compile(r"(\d+(?:[.,]\d+)*)([a-zµ°²]{0,4})")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SINGLE: Final = frozenset(["a", "an", "another", "one"])
_PREPOSITIONS: Final = frozenset(["over", "above", "under", "below", "within", "around", "about", "beyond"])
_RANGE: Final = frozenset(["to", "-", "–", "—", "or", "and"])
_PERHAPS: Final = (("may", "be"), ("maybe",), ("perhaps",), ("possibly",), ("or", "even"), ("probably",))
_CHANGE: Final = wordset(
    "raise raised raises raising rise rises rose risen rising increase increased increases increasing climb "
    "climbed grow grew grown jump jumped drop dropped fall fell fallen cut lower lowered revise revised up "
    "down reduced reduce reducing changed upgraded doubled shrank shrunk soared dwindled went gone"
)


def _digits(word: str, points: bool) -> tuple[float, str] | None:
    """The value of a number in figures and the letters glued to it; `points`: full stops part thousands."""
    match = _DIGITS.fullmatch(word)
    if match is None or len(word) > 24:
        return None
    number, unit = match.groups()
    if _COMMAS.fullmatch(number):
        return float(number.replace(",", "")), unit
    if points and _POINTS.fullmatch(number):
        return float(number.replace(".", "").replace(",", ".")), unit
    if number.count(".") + number.count(",") > 1:
        return None
    if "," in number:
        # A comma that does not part thousands is a decimal comma ("2,5 km").
        return float(number.replace(",", ".")), unit
    return float(number), unit


def _small(word: str) -> float | None:
    """A number below a hundred in one word: "seven", "thirty-seven"."""
    if word in _UNITS:
        return float(_UNITS[word])
    tens, _, ones = word.partition("-")
    if tens in _TENS and (not ones or ones in _UNITS):
        return float(_TENS[tens] + (_UNITS[ones] if ones else 0))
    return None


class _Core(Struct, frozen=True):
    """A bare number at tokens ``a..b``."""

    a: int
    b: int
    value: float
    kind: Kind
    unit: str | None = None
    scaled: bool = False
    high: float | None = None


def _core(tokens: tuple[Token, ...], k: int, points: bool) -> _Core | None:
    """The bare number that starts at token `k`, if one does."""
    low = tokens[k].low
    if low in CURRENCIES:
        inner = _core(tokens, k + 1, points) if k + 1 < len(tokens) and tokens[k + 1].low not in CURRENCIES else None
        return _Core(k, inner.b, inner.value, "money") if inner and inner.kind == "number" else None
    if low[0].isdigit():
        return _written(tokens, k, points)
    return _spelt(tokens, k)


def _word(tokens: tuple[Token, ...], k: int) -> str:
    return tokens[k].low if 0 <= k < len(tokens) else ""


def _written(tokens: tuple[Token, ...], k: int, points: bool) -> _Core | None:
    read = _digits(tokens[k].low, points)
    if read is None:
        return None
    value, unit = read
    b = k + 1
    # "300 000": groups of three digits parted by one space.
    if not unit and re.fullmatch(r"[1-9]\d{0,2}", tokens[k].low):
        while (
            b < len(tokens) and b < k + 4 and re.fullmatch(r"\d{3}", tokens[b].low)
            and tokens[b].start - tokens[b - 1].end == 1
        ):  # fmt: skip
            value = value * 1000 + float(tokens[b].low)
            b += 1
    following = _word(tokens, b)
    if unit in _SHORT and unit != "m":
        return _Core(k, b, value * _SHORT[unit], "number", scaled=True)
    if not unit and following in _SCALES:
        value *= _SCALES[following]
        b += 1
        return _Core(k, b, value, "number", scaled=True)
    if unit == "%" or (not unit and following in {"%", "percent", "pct"}):
        return _Core(k, b + (0 if unit else 1), value, "percent")
    if not unit and following == "per" and _word(tokens, b + 1) == "cent":
        return _Core(k, b + 2, value, "percent")
    return _Core(k, b, value, "number", unit or None)


def _spelt(tokens: tuple[Token, ...], k: int) -> _Core | None:
    low = tokens[k].low
    if low == "half" or (low == "a" and _word(tokens, k + 1) == "half"):
        return _half(tokens, k if low == "half" else k + 1, k)
    if low in {"a", "an", "one"} and _word(tokens, k + 1) in _SCALES:
        return _compound(tokens, k, k + 1, 1.0)
    if low in {"a", "one"} and _word(tokens, k + 1) in _PARTS:
        return _Core(k, k + 2, _PARTS[_word(tokens, k + 1)], "fraction")
    first, _, last = low.rpartition("-")
    if last in _PARTS and _small(first) is not None:
        return _Core(k, k + 1, round((_small(first) or 0) * _PARTS[last] + 1e-9, 1), "fraction")
    table = amounts()
    for length in range(table.longest if low in table.openers else 0, 0, -1):
        key = tuple(token.low for token in tokens[k : k + length])
        entry = table.vague.get(key)
        if entry is None:
            continue
        b, value = k + len(key), entry.low or entry.high or 0.0
        if entry.times and _word(tokens, b) in _SCALES:
            scale = _SCALES[_word(tokens, b)]
            high = entry.high * scale if entry.high is not None else None
            return _Core(k, b + 1, value * scale, "vague", scaled=True, high=high)
        return _Core(k, b, value, "vague", high=entry.high)
    small = _small(low)
    if small is None:
        return None
    if _word(tokens, k + 1) in _PARTS and _word(tokens, k + 1).endswith("s") and small > 1:
        return _Core(k, k + 2, round(small * _PARTS[_word(tokens, k + 1)] + (0.1 if small == 2 else 0), 1), "fraction")
    return _compound(tokens, k, k + 1, small)


def _half(tokens: tuple[Token, ...], k: int, start: int) -> _Core | None:
    """ "half": of something (50), of a scale ("half a million"), of a unit ("half a square mile")."""
    if _word(tokens, k + 1) in {"a", "an"}:
        following = _word(tokens, k + 2)
        if following in _SCALES:
            return _Core(start, k + 3, 0.5 * _SCALES[following], "number", scaled=True)
        return _Core(start, k + 2, 0.5, "number")
    return _Core(start, k + 1, 50.0, "fraction")


def _compound(tokens: tuple[Token, ...], a: int, b: int, value: float) -> _Core:
    """A number in several words: "two hundred and fifty thousand", "a hundred"."""
    total, part, k, end = 0.0, value, b, b
    scaled = False
    while k < len(tokens) and k < a + 10:
        low = tokens[k].low
        if low in _SCALES:
            part *= _SCALES[low]
            if _SCALES[low] >= 1e3:
                total, part = total + part, 0.0
            k += 1
            end, scaled = k, True
            continue
        small = _small(low) if scaled else None
        if small is not None and low != "zero":
            part += small
            k += 1
            end = k
            continue
        if low == "and" and scaled and _small(_word(tokens, k + 1)) is not None and _after_and(tokens, k + 1, part):
            k += 1
            continue
        break
    return _Core(a, end, total + part, "number", scaled=scaled)


def _after_and(tokens: tuple[Token, ...], k: int, part: float) -> bool:
    """Does "and" add to the number ("a hundred and twelve") rather than start another ("a hundred and two boys")?"""
    return part % 100 == 0 and part > 0 and (_small(tokens[k].low) or 0) >= 1


def quantities(tokens: tuple[Token, ...], points: bool) -> list[Quantity]:
    """All amounts of a sentence in order, with their bounds. Linear in the number of tokens.

    `points` says that this report parts thousands by full stops.
    """
    found: list[Quantity] = []
    floor = 0
    for k in [k for k, token in enumerate(tokens) if _opens(token.low)]:
        core = _core(tokens, k, points) if k >= floor else None
        if core is not None:
            made = _qualified(tokens, core, floor, points)
            found.extend(made)
            floor = max(made[-1].j, core.b)
    return found


@lru_cache(maxsize=1 << 14)
def _opens(low: str) -> bool:
    """Can a number start with this word? Most cannot, whatever follows."""
    if low in CURRENCIES or low[0].isdigit() or low in {"half", "a", "an", "one"} or low in amounts().openers:
        return True
    return low.rpartition("-")[2] in _PARTS or _small(low) is not None


def _qualified(tokens: tuple[Token, ...], core: _Core, floor: int, points: bool) -> list[Quantity]:
    table = amounts()
    i, bound, words = _before(tokens, core.a, floor, table)
    between = core.a - 1 >= floor and _word(tokens, core.a - 1) == "between"
    came = core.a - 1 >= floor and _word(tokens, core.a - 1) == "from"
    j, low, high = core.b, core.value, core.value
    if core.kind == "vague":
        high_open: float | None = core.high
        return [Quantity(i, j, core.a, core.b, low, high_open, core.value, "vague", None, words)]
    if core.value == 2 and core.b - core.a == 1 and _word(tokens, core.a - 1) == "or":
        # "a gunner or two"
        opening = next(
            (k for k in range(core.a - 3, max(floor, core.a - 5) - 1, -1) if _word(tokens, k) in _SINGLE), None
        )
        if opening is not None:
            return [Quantity(opening, core.b, core.a, core.b, 1, 2, 2, "number", None, (core.a - 1, core.b))]
    other = _other_end(tokens, core, between, points)
    if other is not None:
        scaled = core.value
        if other.scaled and not core.scaled and core.value < 1000 <= other.value and core.value <= 100:
            scaled = core.value * _scale_of(other)
        if came and any(token.low in _CHANGE for token in tokens[max(floor, core.a - 12) : core.a]):
            first = Quantity(i, core.b, core.a, core.b, scaled, scaled, scaled, core.kind, core.unit, None, True)
            second_i = other.a
            last = Quantity(
                second_i, other.b, other.a, other.b, other.value, other.value, other.value, other.kind, other.unit,
                None, True,
            )  # fmt: skip
            return [first, last]
        if other.value > scaled and (between or core.kind == other.kind):
            start = core.a - 1 if between else i
            kind: Kind = "money" if core.kind == "money" else other.kind
            unit = other.unit or core.unit
            return [
                Quantity(
                    start, other.b, core.a, other.b, scaled, other.value, other.value, kind, unit, (core.b, other.a)
                )
            ]
    following = tuple([token.low for token in tokens[j : j + table.longest]])
    for length in range(len(following), 0, -1):
        key = following[:length]
        if key in table.after:
            bound, words, j = table.after[key], (j, j + length), j + length
            break
    lows: float | None = None if bound == "high" else low
    highs: float | None = None if bound == "low" else high
    return [Quantity(i, j, core.a, core.b, lows, highs, core.value, core.kind, core.unit, words)]


def _scale_of(core: _Core) -> float:
    return next((scale for scale in (1e9, 1e6, 1e3) if core.value >= scale), 1.0)


def _before(
    tokens: tuple[Token, ...], a: int, floor: int, table: Table
) -> tuple[int, str | None, tuple[int, int] | None]:
    """Where the qualifiers before token `a` start, the bound they set, and the tokens that set it."""
    i, bound, words = a, None, None
    while True:
        before = tuple([token.low for token in tokens[max(floor, i - table.longest) : i]])
        for length in range(len(before), 0, -1):
            key = before[-length:]
            if key in table.before:
                if bound is not None and length == 1 and key[0] in _PREPOSITIONS:
                    return i, bound, words  # "over about a mile": a preposition, no second bound
                if bound is None or (bound == "about" and table.before[key] != "about"):
                    bound, words = table.before[key], (i - length, i)
                i -= length
                break
        else:
            return i, bound, words


def _other_end(tokens: tuple[Token, ...], core: _Core, between: bool, points: bool) -> _Core | None:
    """The second number of a range that starts with `core`: "10 to 15", "60-80", "19, maybe 27"."""
    k = core.b
    low = _word(tokens, k)
    if low in _RANGE and (low != "and" or between):
        k += 1
    elif low == ",":
        step = next((len(p) for p in _PERHAPS if tuple(t.low for t in tokens[k + 1 : k + 1 + len(p)]) == p), 0)
        if not step:
            return None
        k += 1 + step
    elif (step := next((len(p) for p in _PERHAPS if tuple(t.low for t in tokens[k : k + len(p)]) == p), 0)) > 0:
        k += step
    else:
        return None
    if k >= len(tokens) or tokens[k].low in {"a", "an"}:
        return None
    other = _core(tokens, k, points)
    return other if other is not None and other.kind in {"number", core.kind} else None
