"""What the report tells in its own voice but keeps at a distance: "reportedly", "appears", "it is unclear"."""

from collections.abc import Iterator

from fogline.grammar.phrases import clauses
from fogline.rules.speech.ends import content_end
from fogline.rules.speech.nominal import Found
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import hedges

_AFTER_AN_ADVERB = frozenset(["because", "as", "in", "after", "by", "to", "for", "on", "at", "with", "from"])


def author_hedges(unit: Unit) -> Iterator[Found]:
    """The report's own voice keeps this at a distance with words such as “reportedly” or “it is unclear”."""
    table = hedges()
    taken = -1
    for k, low in enumerate(unit.lows):
        if low not in table or k < taken:
            continue
        for rest, entry in table[low]:
            if unit.lows[k + 1 : k + 1 + len(rest)] != rest:
                continue
            j = k + 1 + len(rest)
            made = _SCOPES[entry.scope](unit, k, j)
            if made is not None:
                yield made
                taken = j
            break


def _found(unit: Unit, i: int, end: int, k: int, j: int) -> Found | None:
    while end > i and unit.low(end - 1) in {",", ";", "."}:
        end -= 1
    while i < end and unit.low(i) in {",", "and", "but", "however", "meanwhile", "still", "yet", "so"}:
        i += 1
    tail = next((n for n in range(max(i, j), end) if unit.low(n) == "," and unit.low(n + 1) == "with"), end)
    end = tail if tail - i >= 3 else end
    return Found(i, end, k, j, None, "hedged", (k, j), "speech.author_hedges", "hedge") if end > i else None


def _adverb(unit: Unit, k: int, j: int) -> Found | None:
    """The clause around an adverb; a participle or a reason after it when it stands at their beginning."""
    nxt = unit.low(j)
    stop = content_end(unit, j)
    if unit.low(k - 1) == "," and k > 0 and (unit.tag(j) in {"VBN", "VBG"} or nxt in _AFTER_AN_ADVERB):
        return _found(unit, j, next((n for n in range(j, stop) if unit.low(n) == ","), stop), k, j)
    if k == 0 or (unit.low(k - 1) in {"but", "and", ";"} and unit.group_at.get(j) is None):
        return _found(unit, j + (nxt == ","), stop, k, j)
    i, end = clause_around(unit, k)
    if (
        unit.finite_in(i, end) is None
        or not any(n.i <= k < n.j or abs(n.i - k) <= 2 or abs(n.j - k) <= 1 for n in unit.finite)
    ) and unit.tag(j) in {"JJ", "VBN", "DT", "NN", "NNS", "CD"}:
        return _found(unit, j, next((n for n in range(j, stop) if unit.low(n) == ","), stop), k, j)
    return _found(unit, i, end, k, j)


def clause_around(unit: Unit, k: int) -> tuple[int, int]:
    """The narrator's clause around token `k`, with coordinated verbs that share its subject."""
    parts = clauses(unit.sentence)
    at = next((n for n, part in enumerate(parts) if part.i <= k < part.j), 0)
    first = last = at
    while first > 0 and not _breaks(unit, parts[first].i):
        first -= 1
    while last + 1 < len(parts) and not _breaks(unit, parts[last + 1].i):
        last += 1
    return parts[first].i, min(parts[last].j, content_end(unit, max(k, parts[first].i)))


def _breaks(unit: Unit, i: int) -> bool:
    """Does a clause that begins at `i` stand on its own: after a semicolon, or after a comma with a conjunction?"""
    if unit.low(i - 1) in {";", ":", "—", "–"}:
        return True
    return unit.low(i) in {"but", "while", "whereas", "although", "though"} or (
        unit.low(i) == "and" and unit.low(i - 1) == ","
    )


def _verb(unit: Unit, k: int, j: int) -> Found | None:
    """“Appears to”, “seems”: the clause is the author's guess."""
    group = unit.group_at.get(k)
    if group is None or not group.finite or group.head != k:
        return None
    if unit.low(j) not in {"to", "that", "as", "likely", "unlikely"} and unit.tag(j) not in {"IN", "VBN"}:
        return None
    if unit.low(j) in {"in", "on", "at", "before", "from", "with", "by"}:
        return None
    i, end = clause_around(unit, k)
    return _found(unit, i, end, k, j)


def _clause(unit: Unit, k: int, j: int) -> Found | None:
    """“It is unclear whether …”: the question is the content."""
    if unit.low(j) in {"if", "whether"}:
        j_content = j + 1
    elif unit.tag(j) in {"WRB", "WP", "WDT"} or unit.low(j) in {"that", "how", "who"}:
        j_content = j
    else:
        return None
    return _found(unit, j_content, content_end(unit, j), k, j)


def _adjective(unit: Unit, k: int, j: int) -> Found | None:
    """“The owner was unclear”: the clause is left open."""
    if unit.low(k - 1) == "it" or k == 0:
        return None
    i, end = clause_around(unit, k)
    i = max([i, *(n + 1 for n in range(i, k) if unit.low(n) == ";")])
    if k - i == 1 and unit.low(i) in {"this", "that", "these", "those", "it", "they", "which", "neither", "both"}:
        return None
    return _found(unit, i, end, k, j)


_SCOPES = {"adverb": _adverb, "verb": _verb, "clause": _clause, "adjective": _adjective}
