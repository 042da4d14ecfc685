"""What a number counts: by the noun that it stands with, by its unit, by a label before it, by who counts it."""

from typing import Final

from fogline.nouns import Counted
from fogline.rules.figures.amounts import CURRENCIES, QUOTES, Quantity, wordset
from fogline.rules.figures.outside import DURATIONS
from fogline.rules.figures.words import Finding, Line, Phrase, degrees, head_noun, nouns, states, verbs

__all__ = ["counted_by_degree", "counted_by_label", "counted_by_noun", "counted_by_unit"]

_REACH: Final = 30


def counted_by_degree(line: Line, n: int) -> Finding | None:
    """A participle after a percentage says of what it is a part, as in "80 percent destroyed"."""
    q = line.quantities[n]
    what = degrees().get(line.low(q.j))
    return Finding(what, q.j, q.j + 1) if q.kind in {"percent", "fraction"} and what is not None else None


def counted_by_unit(line: Line, n: int) -> Finding | None:
    """The unit says it: money by its currency, kilometres by the length, a square mile by the area."""
    q, found = line.quantities[n], line.phrases[n]
    if q.kind == "money" or any(line.low(k) in CURRENCIES for k in (q.a, q.b)):
        return Finding("money", q.a, q.a + 1)
    if q.unit in {"km", "kms"}:
        square = line.low(q.b) in {"²", "2"}
        return Finding("territory" if square else "distance", q.a, q.b)
    if line.low(q.b) in {"square", "sq", "sq."}:
        return Finding("territory", q.b, min(q.b + 2, len(line.sentence.tokens)))
    if line.low(q.b) in DURATIONS and found.head is not None:
        running = line.low(q.b + 1) in {"now", "straight", "running", "on"} or (
            line.low(q.b + 1) == "in" and line.low(q.b + 3) == "row"
        )
        lasting = line.low(q.b + 1) == "of" or line.low(q.i - 1) in {"lasted", "lasts", "lasting"}
        if DURATIONS[line.low(q.b)] and lasting and line.low(q.i - 1) not in {"a", "the"}:
            return Finding("days", q.b, q.b + 1)
        if DURATIONS[line.low(q.b)] and running and line.low(q.i - 1) in {"for", "after", "in", ","}:
            return Finding("days", q.b, q.b + 1)
    return None


def counted_by_noun(line: Line, n: int) -> Finding | None:
    """The counted noun itself says it, as in "3,000 rebels" or "eight vehicles"."""
    q, found = line.quantities[n], line.phrases[n]
    noun = head_noun(line, found)
    if noun is None or found.head is None:
        return None
    share = q.kind in {"fraction", "percent"}
    if noun.people and not share and (befallen := _befallen(line, found)) is not None:
        return befallen
    if noun.share and not share:
        return None
    if noun.deed and not share and not _destroyed(line, q, found):
        return None
    if share and not (noun.share or noun.people or noun.what in {"territory", "equipment", "other"}):
        return None
    if noun.people and q.kind == "fraction":
        return None
    most = q.high if q.high is not None else (q.value if q.low is not None else 0)
    if not share and q.kind != "vague" and most < noun.least:
        return None
    if q.kind == "vague" and q.value < 10 and noun.what == "civilians":
        return None
    if noun.people and most < 10 and _speaks(line, found):
        return None
    what = noun.what
    if what == "strikes" and _taken(line, q):
        what = "equipment"
    return Finding(what, found.head, found.head + 1)


def _befallen(line: Line, found: Phrase) -> Finding | None:
    """ "43 wounded villagers": the word before the noun says what befell them."""
    for k in range(found.a, found.head or found.a):
        what = states().get(line.low(k))
        if what is not None:
            return Finding(what, k, k + 1)
    return None


_SPEECH: Final = wordset("said say says told tell tells spoke speaking added add confirmed quoted")
_TAKING: Final = wordset(
    "seized seize found find destroyed destroy captured capture delivered deliver delivering supplied "
    "intercepted bought sold ordered possess possesses stockpiled built produced destroying seizing"
)


def _destroyed(line: Line, q: Quantity, found: Phrase) -> bool:
    """Does the clause speak of destroying or taking things?"""
    near = (*range(q.i - 1, max(-1, q.i - 26), -1), *range(found.b, found.b + 5))
    return any(line.low(k) in _RUINING for k in near)


_RUINING: Final = wordset(
    "destroyed destroy destroys destroying damaged damage damages damaging razed demolished demolish "
    "blew burned burnt torched seized captured hit struck wrecked ruined flattened suppressed shelled bombed targeted "
    "took take takes taken taking retook retaken retake recaptured liberated overran overrun lost lose losing "
    "gained occupied occupy freed entered stormed capture capturing seize seizing cleared evacuated evacuate"
)


def _speaks(line: Line, found: Phrase) -> bool:
    return any(line.low(k) in _SPEECH for k in range(found.b, found.b + 3))


def _taken(line: Line, q: Quantity) -> bool:
    """Ammunition that is seized, found or supplied is equipment; fired, it is a strike."""
    return any(line.low(k) in _TAKING for k in range(q.i - 2, q.i))


_TOLLS: Final = frozenset(["toll", "tolls", "count"])
_MARKS: Final = wordset("reached reaches hit stood , : at to is was of - – — be are were been and from than by as")


def counted_by_label(line: Line, n: int) -> Finding | None:
    """A word before the bare number names what it counts, as in "the death toll climbed to 22" or "wounded: 60"."""
    q, found = line.quantities[n], line.phrases[n]
    if found.head is not None or q.kind not in {"number", "vague"} or q.unit is not None:
        return None
    if found.partitive and line.low(found.b - 1) in {"them", "whom", "those", "us"}:
        return None
    if line.low(q.i - 1) in {"--", "–", "—", "-"} and (named := nouns().get(line.low(q.i - 2))) is not None:
        return Finding(named.what, q.i - 2, q.i - 1)
    if line.low(q.i - 1) == "to" and line.low(q.i - 2) == "home":
        return Finding("civilians", q.i - 2, q.i)
    verb_bound = q.i < q.a and line.tag(q.i).startswith("VB")
    if not verb_bound and line.low(q.i - 1) not in _MARKS and line.low(q.i - 1) not in QUOTES:
        return None
    k = q.i - 1
    for k in range(q.i - 1, max(-1, q.i - 1 - _REACH), -1):
        word = line.low(k)
        if word in {";", "?", "!"}:
            return None
        if word in _TOLLS and line.tag(k).startswith("NN"):
            near = [states().get(line.low(m)) or _WORDED.get(line.low(m)) for m in range(max(0, k - 3), k)]
            toll: Counted | None = next((w for w in near if w), "killed" if word != "count" else None)
            return Finding(toll, k, k + 1) if toll else None
        what = states().get(word) or _WORDED.get(word)
        if what is None and word in verbs() and line.tag(k) in {"VBN", "VBD"}:
            what = next((v.what for v in verbs()[word] if not v.beside and v.needs != "things"), None)
        if what is not None:
            return Finding(what, k, k + 1)
        noun = nouns().get(word)
        if noun is not None and word != "other" and line.low(k - 1) == "of" and line.low(k - 2) == "number":
            return Finding(noun.what, k, k + 1)
        if (
            noun is not None
            and noun.people
            and not verb_bound
            and line.low(k + 1) in {":", ",", "are", "were", "at"}
            and k + 2 >= q.i
        ):
            return Finding(noun.what, k, k + 1)
        if (
            word in {"city", "town", "village", "population", "community"}
            and line.low(q.i - 1) == "of"
            and k == q.i - 2
        ):
            return Finding("civilians", k, k + 1)
    return None


_WORDED: Final[dict[str, Counted]] = {
    "deaths": "killed", "fatalities": "killed", "bodies": "killed", "dead": "killed", "losses": "killed",
    "casualties": "casualties", "injuries": "injured", "wounded": "injured", "hostages": "captured",
    "prisoners": "captured", "refugees": "displaced", "escaped": "displaced", "fled": "displaced",
    "rescued": "civilians",
}  # fmt: skip
