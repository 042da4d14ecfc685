"""Content that no verb of saying introduces: "according to X", "reports that", "is believed to", "accused of"."""

from collections.abc import Iterator

from msgspec import Struct

from fogline.grammar.phrases import VerbGroup
from fogline.nouns import Status
from fogline.rules.speech.ends import clause_start, content_end, phrase_end
from fogline.rules.speech.subjects import Subject, subject_before
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import COUNT_NOUNS, NounEntry, nouns, verbs

_PHRASES: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)
_BY_ACCOUNT = frozenset(["by", "in"])
_OPENERS = _BY_ACCOUNT | {phrase[0] for phrase in _PHRASES}


_JOINS = frozenset([",", "and", "but", "or", "who", "which", "that", "when", "as", "after", "because", ";", "if"])


class Found(Struct, frozen=True):
    """Content tokens ``i..j``, the cue's tokens, its owner (tokens; None for nobody), status and hedge."""

    i: int
    j: int
    cue_i: int
    cue_j: int
    owner: tuple[int, int] | None
    status: Status
    hedge: tuple[int, int] | None
    rule: str
    kind: str = "that"


def according_to(unit: Unit) -> Iterator[Found]:
    """“According to” gives the rest of the sentence to those it names."""
    tokens = unit.tokens
    for k, low in enumerate(unit.lows):
        if low not in _OPENERS:
            continue
        account = _by_account(unit, k)
        if account is not None:
            yield account
        for phrase in _PHRASES:
            if unit.lows[k : k + len(phrase)] != phrase:
                continue
            name = k + len(phrase)
            end = owner_end(unit, name)
            if end == name:
                continue
            if k == 0 or (unit.low(k - 1) in {"and", "but", "that", ";"} and not _clause_before(unit, k)):
                i = end + 1 if unit.low(end) == "," else end
                comma = next((n for n in range(i, min(len(tokens), i + 15)) if tokens[n].low == ","), None)
                if comma is not None and unit.verb_in(i, comma) is None and unit.tag(i) in {"NN", "NNS", "DT"}:
                    # "According to Amy Cook, director of the clinic, the road is shut": the office is no content.
                    i = comma + 1 if unit.finite_in(comma, len(tokens)) is not None else i
                j = content_end(unit, i)
                if j > i:
                    yield Found(i, j, k, name, (name, end), "asserted", None, "speech.according_to")
                continue
            inserted = _inserted(unit, k, end)
            if inserted is not None:
                yield Found(inserted, k, k, name, (name, end), "asserted", None, "speech.according_to", "np")
                continue
            i = clause_start(unit, k)
            j = k
            while j > i and unit.low(j - 1) in {",", "—", "–", "-"}:
                j -= 1
            if unit.quoted(j - 1) and (j - 2 < i or unit.low(j - 2) in {",", ":"}):
                i = j - 1
            if (
                unit.finite_in(i, j) is None
                and not unit.quoted(i)
                and unit.low(end) == ","
                and unit.finite_in(end, len(tokens)) is not None
            ):
                i, j = end + 1, content_end(unit, end + 1)
            if j > i:
                yield Found(
                    i,
                    j,
                    k,
                    name,
                    (name, end),
                    "asserted",
                    None,
                    "speech.according_to",
                    "quote" if unit.quoted(i) and j == i + 1 else "that",
                )


def _inserted(unit: Unit, k: int, end: int) -> int | None:
    """“More than 300 people, most of them farmers according to the council, have fled”: the insertion alone is told."""
    if unit.low(end) != "," or unit.low(k - 1) in {",", "and", "but"} or unit.finite_in(end, end + 2) is None:
        return None
    comma = next((n for n in range(k - 1, max(-1, k - 12), -1) if unit.low(n) == ","), None)
    return comma + 1 if comma is not None and unit.finite_in(comma, k) is None else None


def _by_account(unit: Unit, k: int) -> Found | None:
    """“… , by his own account, …”: the clause around is told by that person."""
    phrase = unit.phrase_at.get(k + 1)
    if (
        unit.low(k) not in _BY_ACCOUNT
        or phrase is None
        or unit.low(phrase.head) not in {"words", "account", "telling", "estimate", "reckoning", "count"}
    ):
        return None
    owner = _possessor(unit, phrase.i, phrase.head)
    if owner is None or (k > 0 and unit.low(k - 1) not in {",", ":", ";", "and", "but", "that"}):
        return None
    i = clause_start(unit, k)
    colon = next((n for n in range(k, i, -1) if unit.low(n) == ":"), None)
    i = colon + 1 if colon is not None else i
    if k - i < 2 and unit.low(phrase.j) == ",":
        i = phrase.j + 1
    closes = unit.low(k - 1) == "," and unit.low(phrase.j) in {",", ".", ""} and unit.finite_in(i, k) is not None
    j = k - 1 if closes else content_end(unit, phrase.j)
    return Found(i, j, k, phrase.j, owner, "asserted", None, "speech.according_to") if j > i else None


def _clause_before(unit: Unit, k: int) -> bool:
    return unit.finite_in(0, k) is not None and unit.low(k - 1) in {"and", "but"}


def owner_end(unit: Unit, i: int) -> int:
    """The end of the words that name an owner and begin at `i`."""
    end = i
    stop = len(unit.tokens)
    if i not in unit.phrase_at and unit.tag(i) not in {"DT", "PRP"}:
        return i
    end = unit.phrase_at[i].j if i in unit.phrase_at else i + 1
    while end < stop:
        word = unit.low(end)
        if unit.tag(end) == "POS" and end + 1 in unit.phrase_at:
            end = unit.phrase_at[end + 1].j
            continue
        if (
            word in {"of", "in", "from", "at", "with", "for", "by", "on", "and", "familiar", "close", "to"}
            and (end + 1) in unit.phrase_at
        ):
            if word == "and" and unit.finite_in(end, unit.phrase_at[end + 1].j + 1) is not None:
                break
            end = unit.phrase_at[end + 1].j
        elif word in {"who", "which", "that"}:
            group = unit.finite_in(end, end + 3)
            if group is None:
                break
            end = content_end(unit, group.j)
            return next((n for n in range(group.j, end) if unit.low(n) in {",", ";"}), end)
        elif unit.tag(end) in {"VBN", "VBG", "JJ"} and unit.low(end + 1) in {"by", "in", "with", "on", "to"}:
            end += 1
        else:
            break
    return end


def nominal(unit: Unit) -> Iterator[Found]:
    """A noun such as “reports of” or “his demand that” carries the content after it."""
    table = nouns()
    for k, low in enumerate(unit.lows):
        entry = table.get(low)
        if entry is None or unit.tags[k] not in {"NN", "NNS"}:
            continue
        link = unit.low(k + 1)
        if link == "by":
            yield from _by_whom(unit, k, entry)
            continue
        if link == ":" and entry.status != "hedged" and not unit.quoted(k + 2) and unit.finite:
            yield from _after_noun_colon(unit, k, entry)
            continue
        if link not in entry.links:
            continue
        phrase = unit.phrase_at.get(k)
        if phrase is None or phrase.j != k + 1:
            continue
        owner = _possessor(unit, phrase.i, k)
        i = k + 2
        if link == "to":
            group = unit.group_at.get(k + 1)
            if group is None or not group.infinitive or owner is None:
                continue
            i = k + 1
            j = phrase_end(unit, i)
        elif link == "that":
            j = content_end(unit, i)
            if unit.finite_in(i, j) is None or unit.finite_in(i, i + 1) is not None:
                continue
        else:
            j = phrase_end(unit, i)
        if j <= i:
            continue
        hedge = (k, k + 1) if entry.hedged and owner is None else None
        if owner is None and not entry.hedged:
            continue
        yield Found(
            i,
            j,
            k,
            k + 1,
            owner,
            entry.status if hedge or not entry.hedged else "asserted",
            hedge,
            "speech.nominal",
            "noun",
        )


def counted(unit: Unit) -> Iterator[Found]:
    """“The ministry's count is 31”: whose count it is puts the number forward."""
    if COUNT_NOUNS.isdisjoint(unit.lows):
        return
    for phrase in dict.fromkeys(unit.phrase_at.values()):
        owner = _possessor(unit, phrase.i, phrase.head) or _owner_before(unit, phrase.i)
        verb = unit.verb_in(phrase.j, phrase.j + 1) if unit.low(phrase.head) in COUNT_NOUNS else None
        if owner is None or verb is None or unit.low(verb.head) not in _STANDS:
            continue
        if any(unit.tag(k) == "CD" for k in range(verb.j, verb.j + 4)):
            end = phrase_end(unit, verb.j)
            i = min(phrase.i, owner[0])
            yield Found(i, end, phrase.head, phrase.head + 1, owner, "asserted", None, "speech.counted")


def _owner_before(unit: Unit, i: int) -> tuple[int, int] | None:
    """The owner of "their most widely cited figure", which a participle parts from its noun."""
    k = i - 1
    while k > 0 and unit.tag(k) in {"RB", "RBS", "RBR", "JJ", "JJS", "VBN", "VBD"}:
        k -= 1
    return (k, k + 1) if unit.tag(k) == "PRP$" else None


_STANDS = frozenset(["is", "was", "were", "are", "stands", "stood", "reached", "comes", "came", "has", "had"])


def _by_whom(unit: Unit, k: int, entry: NounEntry) -> Iterator[Found]:
    """“A claim by the clinic that ten had died”: the noun's owner stands after it."""
    end = owner_end(unit, k + 2)
    link = unit.low(end)
    if end == k + 2 or link not in entry.links or link not in {"that", "to"}:
        return
    i = end + (link == "that")
    group = unit.group_at.get(end)
    j = content_end(unit, i) if link == "that" else phrase_end(unit, i)
    verb = unit.finite_in(i, j)
    if (link == "to" and (group is None or not group.infinitive)) or (link == "that" and verb is None):
        return
    if verb is not None and link == "that":
        j = _own_verb(unit, verb, j)
    status: Status = entry.status if not entry.hedged else "asserted"
    yield Found(i, j, k, end, (k + 2, end), status, None, "speech.nominal", "noun")


def _own_verb(unit: Unit, verb: VerbGroup, j: int) -> int:
    """“An earlier claim by the clinic that ten had died was withdrawn”: where the claim's own verb ends its content."""
    for k in range(verb.i + 1, j):
        if unit.low(k) in _JOINS:
            return j
        if k > verb.head and unit.tag(k) in {"VBD", "VBZ", "VBP", "MD"}:
            return k
        if unit.tag(k) in {"VBD", "VBZ", "VBP"} and unit.tag(k - 1) == "VBN":
            return k
    return j


def _after_noun_colon(unit: Unit, k: int, entry: NounEntry) -> Iterator[Found]:
    """“He renewed his demand: free the captives.”"""
    verb = next((group for group in unit.finite if group.i < k), None)
    subject = subject_before(unit, verb) if verb is not None else None
    j = content_end(unit, k + 2)
    if subject is not None and j - k > 4:
        yield Found(k + 2, j, k, k + 1, (subject.i, subject.j), entry.status, None, "speech.nominal", "noun")


def _possessor(unit: Unit, i: int, k: int) -> tuple[int, int] | None:
    """The owner inside the noun's own phrase: "Putin's", "his"."""
    for n in range(k - 1, i - 1, -1):
        if unit.tag(n) == "POS":
            return i, n
        if unit.tag(n) == "PRP$":
            return n, n + 1
    return None


def _saying(unit: Unit, k: int) -> bool:
    return unit.tag(k) == "VBG" or (unit.low(k).endswith("ing") and unit.low(k) in verbs())


def quoted_as(unit: Unit) -> Iterator[tuple[Found, tuple[int, int] | None]]:
    """A relay (“quotes a clerk as saying”, “is quoted as telling”): the quoted one speaks, the quoting one relays."""
    for group in unit.groups:
        word = unit.low(group.head)
        if word not in {"quoted", "quotes", "quote", "quoting", "cited", "cites", "citing"}:
            continue
        limit = min(len(unit.tokens), group.j + 25)
        at = next((k for k in range(group.j, limit) if unit.low(k) == "as" and _saying(unit, k + 1)), None)
        if at is None:
            continue
        saying = at + 1
        i = at + 2
        if unit.low(i) in {"that", ",", ":"}:
            i += 1
        subject = subject_before(unit, group) if group.finite else None
        if group.passive:
            owner = (subject.i, subject.j) if subject is not None else None
            relay = None
        else:
            owner = (group.j, at)
            relay = (subject.i, subject.j) if subject is not None else None
        if i >= len(unit.tokens) or unit.low(i) in {".", ","}:
            # “…,” the paper quotes her as saying.
            left = subject.i if subject is not None else group.i
            j = left
            while j > 0 and unit.low(j - 1) == ",":
                j -= 1
            if j == 0:
                continue
            i = j - 1 if unit.quoted(j - 1) and (j == 1 or unit.low(j - 2) in {",", ":"}) else clause_start(unit, j - 1)
            yield (
                Found(
                    i,
                    j,
                    group.head,
                    saying + 1,
                    owner,
                    "asserted",
                    None,
                    "speech.quoted_as",
                    "quote" if unit.quoted(i) else "that",
                ),
                relay,
            )
        else:
            warning = unit.low(saying) in {"warning", "threatening"}
            yield (
                Found(
                    i,
                    content_end(unit, i),
                    group.head,
                    saying + 1,
                    owner,
                    "forecast" if warning else "asserted",
                    None,
                    "speech.quoted_as",
                    "that",
                ),
                relay,
            )


__all__ = ["Found", "Subject", "according_to", "nominal", "owner_end", "quoted_as"]
