"""Numbers that are no figures: dates, clock times, ages, names with numbers, durations, lists."""

import re
from typing import Final

from fogline.rules.figures.amounts import CURRENCIES, Quantity, wordset
from fogline.rules.figures.words import Line, head_noun, nouns

__all__ = ["DURATIONS", "no_figure"]

DURATIONS: Final = {
    **dict.fromkeys(["day", "days"], 1.0),
    **dict.fromkeys(["week", "weeks"], 7.0),
    **dict.fromkeys(["month", "months"], 30.0),
    **dict.fromkeys(
        ["hour", "hours", "minute", "minutes", "second", "seconds", "year", "years", "decade", "decades"], 0.0
    ),
    **dict.fromkeys(["century", "centuries", "night", "nights", "weekend", "weekends", "fortnight"], 0.0),
}
"""Units of time, in days; 0 for those that never make a figure."""
_MONTHS: Final = wordset(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
_YEARS: Final = frozenset(["years", "year", "months"])
_WEEKDAYS: Final = wordset("monday tuesday wednesday thursday friday saturday sunday")
_NUMBERED: Final = wordset(
    "resolution article chapter section paragraph page part phase point channel route highway road flight unit "
    "group brigade division regiment battalion corps squad no. number nr # § room block gate area zone site "
    "sector building street avenue boeing airbus mig su figure table annex annexe protocol law decree order "
    "act line item clause rule version episode season level category grade class type model size day volume "
    "camp apollo task camp- plate plates licence license serial registration flight"
)
_UNCOUNTED: Final = frozenset(["people", "personnel", "staff", "police", "aircraft", "infantry", "cavalry"])
_CLOCK: Final = wordset("a.m. p.m. am pm a.m p.m o'clock gmt utc hrs")
_UNITS: Final = wordset(
    "mm cm kg g kgs ml l mb gb hz mph kph kmh °c °f ° c cal caliber calibre degrees degree "
    "kilo kilos kilogram kilograms litre litres liter liters gram grams barrels bpd points point "
    "percentage times seats votes goals rd th st nd kw mw volts pounds-per"
)
_DIALLED: Final = frozenset(["+", "tel", "phone", "call"])
_PHONE = re.compile(r"\d{5,}")


def no_figure(line: Line, n: int) -> bool:
    """Is this number a date, a clock time, an age, a part of a name, a measure of no interest or a list's numbering?"""
    q = line.quantities[n]
    return _calendar(line, q) or _named(line, q) or _measure(line, n) or _listing(line, q)


def _calendar(line: Line, q: Quantity) -> bool:
    before, after = line.low(q.a - 1), line.low(q.b)
    if q.kind in {"percent", "money"}:
        return False
    small = q.kind == "number" and q.value == int(q.value) and 1 <= q.value <= 31 and line.low(q.a)[0].isdigit()
    if small and (before in _MONTHS or after in _MONTHS or (after == "of" and line.low(q.b + 1) in _MONTHS)):
        return before != "may" or line.tag(q.a - 1) != "MD"
    if small and after in {",", "and", "-", "–", "to"} and line.low(q.b + 2) in _MONTHS:
        return True
    word = line.low(q.a)
    if q.b - q.a == 1 and re.fullmatch(r"0\d{3}", word):
        return True
    if q.b - q.a == 1 and re.fullmatch(r"(?:1[5-9]|20)\d\d", word) and q.bound is None:
        # Four digits of our age or a little before are a year, unless they stand with something that is counted.
        found = line.phrases[line.at[q.i]]
        return head_noun(line, found) is None or line.tag(found.head or 0) in {"NN", "NNP"}
    if before == "at" and re.fullmatch(r"[0-2]\d[0-5]\d", word) and after in {"(", "hours", "local", "on", "and"}:
        return True
    return after in _CLOCK or (before == "at" and after in {"hours", "hrs"})


def _named(line: Line, q: Quantity) -> bool:
    """Part of a name: "Resolution 2254", "T-72", "#5"; or an age: "aged 12", "Karim, 34,"."""
    before, after = line.low(q.a - 1), line.low(q.b)
    if before in {"aged", "age", "ages"} or (
        after in {"years", "year", "months"} and line.low(q.b + 1) in {"old", "of"}
    ):
        return True
    if after in {"-year-old", "year-old", "years-old"} or after.endswith("-old"):
        return True
    if q.a - q.i == 1 and line.low(q.i) in {"under", "over", "above", "below"}:
        # "men under 40": an age, when the number counts nothing of its own.
        person = nouns().get(line.low(q.i - 1))
        if person is not None and person.people and line.phrases[line.at[q.i]].head is None:
            return True
    if q.kind == "number" and _of_age(line, q):
        return True
    if q.i < q.a or q.kind != "number":
        return False
    if before in _NUMBERED:
        return True
    written = line.low(q.a)[0].isdigit()
    found = line.phrases[line.at[q.i]]
    if written and line.tag(q.a - 1) in {"NN", "NNP", "NNPS"} and before not in _WEEKDAYS:
        # "a Kamaz 5350 lorry", "Apollo 13": a name goes before the number, and what follows is not many.
        single = found.head is not None and line.tag(found.head) == "NN" and q.value > 1
        if single and line.low(found.head or 0) not in _UNCOUNTED:
            return True
        if line.tag(q.a - 1) != "NN" and head_noun(line, found) is None:
            return True
    if written and before in {"-", "/", ":"} and line.sentence.tokens[q.a - 1].end == line.sentence.tokens[q.a].start:
        return True
    bracketed = before in {",", "("} and after in {",", ")", "."} and line.tag(q.a - 2) in {"NNP", "NNPS"}
    return bracketed and written and 1 <= q.value <= 105 and q.value == int(q.value)


def _of_age(line: Line, q: Quantity) -> bool:
    """ "in age from eleven to 75", "when he was 18"."""
    if any(line.low(k) in {"age", "ages", "aged"} for k in range(q.i - 3, q.i)):
        return True
    bare = line.phrases[line.at[q.i]].head is None and q.value < 110
    return (
        bare and line.low(q.i - 1) in {"was", "is", "'s", "turned"} and line.low(q.i - 2) in {"he", "she", "who", "i"}
    )


def _measure(line: Line, n: int) -> bool:
    q = line.quantities[n]
    after = line.low(q.b)
    if (q.unit or after) in _UNITS or (q.unit and q.unit not in {"km", "kms", "m"}):
        return True
    if line.low(q.b) in {"-", "/", ":"} and line.sentence.tokens[q.b].start == line.sentence.tokens[q.b - 1].end:
        return True
    if any(
        line.low(k) in {"a", "an", "per", "every", "each"} and line.low(k + 1) in DURATIONS and line.low(k + 2) != "ago"
        for k in (q.b, q.b + 1)
    ):
        return True
    return line.low(q.a - 1) in CURRENCIES or bool(_PHONE.fullmatch(line.low(q.a)) and line.low(q.a - 1) in _DIALLED)


def _listing(line: Line, q: Quantity) -> bool:
    first = line.sentence.tokens[q.a]
    if q.a == 0 and line.low(q.b) in {")", ".", ":", "/"} and first.text[0].isdigit():
        return True
    return line.low(q.a - 1) in {"(", "["} and line.low(q.b) in {")", "]"} and q.kind == "number" and q.value < 1900
