"""Whose verb it is: the words before or after a cue that name its subject, with apposition and relative clause."""

from msgspec import Struct

from fogline.grammar.phrases import VerbGroup
from fogline.rules.speech.units import Unit

_LINKS = frozenset({
    "of", "for", "in", "from", "at", "near", "on", "with", "within", "to", "inside", "outside", "under", "by",
    "between", "against", "among",
})  # fmt: skip
_ADVERB_TAGS = frozenset(["RB", "RBR", "RBS"])
WEEKDAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"]
)
_RELATIVES = frozenset(["who", "which", "that", "whose", "whom"])
_LONGEST = 60
"""Tokens that a subject may have; a longer one is a sentence that the tagger misread."""


class Subject(Struct, frozen=True):
    """Tokens ``i..j`` of a subject; the first noun phrase ends at `head`."""

    i: int
    j: int
    head: int


def phrase_before(unit: Unit, j: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before token `j`, with "of …", "in …" and coordinated phrases before it."""
    if j <= 0 or j - 1 not in unit.phrase_at:
        return None
    phrase = unit.phrase_at[j - 1]
    i = phrase.i
    head = j
    while i > 0:
        before = unit.low(i - 1)
        if before in {"and", "or", "&"} or before in _LINKS:
            if i - 2 not in unit.phrase_at or unit.low(i - 2) in {"he", "she", "it", "they", "we", "i", "you"}:
                break
            if before in {"and", "or"} and unit.tag(i - 2) == "PRP":
                break
            head = i - 1
            i = unit.phrase_at[i - 2].i
            if before in {"and", "or", "&"}:
                head = j
            continue
        if before == "." and len(unit.low(i - 2)) == 1 and i - 2 in unit.phrase_at and unit.tag(i - 2) == "NNP":
            # "Clara J. Voss": the dot after an initial ends nothing.
            i = unit.phrase_at[i - 2].i
            continue
        if i - 1 in unit.phrase_at and unit.tag(i - 1) != "PRP" and unit.tag(i) not in {"PRP", "DT", "PRP$"}:
            # "our notice of Saturday 29 October", "IMF chief economist": one phrase that the tags cut in two.
            i = unit.phrase_at[i - 1].i
            continue
        if (
            before == ","
            and unit.tag(i - 2) in {"NNP", "NNPS"}
            and head == j
            and unit.low(j - 1)
            and _listed(unit, i, j)
        ):
            i = unit.phrase_at[i - 2].i if i - 2 in unit.phrase_at else i
            continue
        break
    if unit.tag(i) == "CD" and unit.low(i - 1) in {"between", "over", "about", "nearly", "around", "some", "almost"}:
        i -= 1
    return i, head


def _listed(unit: Unit, i: int, j: int) -> bool:
    """Is the phrase before the comma one of a list: "A, B and C"?"""
    return any(unit.low(k) == "and" and unit.tag(k + 1).startswith(("NNP", "DT")) for k in range(i, j))


def subject_before(unit: Unit, group: VerbGroup) -> Subject | None:
    """The subject that stands before a verb group, or None."""
    between = _after_quotation(unit, group)
    return between if between is not None else _subject(unit, group)


def _after_quotation(unit: Unit, group: VerbGroup) -> Subject | None:
    """“…,” Rep. Clara Voss (N-Tal), a member, said: all words between the quotation and its cue."""
    for k in range(group.i - 1, max(-1, group.i - 30), -1):
        if unit.quoted(k):
            first = unit.phrase_at.get(k + 1)
            if first is None or first.i != k + 1 or group.i - k < 2:
                return None
            end = group.i
            while end > k + 2 and (unit.low(end - 1) == "," or unit.tag(end - 1).startswith("RB")):
                end -= 1
            return Subject(k + 1, end, min(first.j, end))
        if unit.low(k) in {";", ":", ".", "but", "that", "?"} or unit.tag(k) in {
            "VBD",
            "VBZ",
            "VBP",
            "MD",
            "VBG",
        }:
            return None
    return None


def _subject(unit: Unit, group: VerbGroup) -> Subject | None:
    j = group.i
    while (
        j > 0
        and (unit.tag(j - 1) in _ADVERB_TAGS or unit.low(j - 1) in {"also", "all", "both", "each"})
        and j - 1 not in unit.phrase_at
    ):
        j -= 1
    found = phrase_before(unit, j)
    while (
        found is not None
        and unit.low(j - 1) in WEEKDAYS
        and j - 2 in range(len(unit.tokens))
        and unit.low(j - 2) in {"on", ",", "late", "early"}
    ):
        # "Neil Basu, on Sunday said": a day between speaker and verb is no speaker.
        j -= 2 if unit.low(j - 2) == "on" else 1
        found = phrase_before(unit, j)
    if found is not None:
        return _with_relative(unit, found[0], j, found[1])
    if unit.low(j - 1) in {",", ")", "—", "–", "--"}:
        return _after_insertion(unit, j)
    # "the guard that saw it said": a verb of a relative clause stands before the cue.
    return _after_relative(unit, j) or _after_contact(unit, j)


def _with_relative(unit: Unit, i: int, j: int, head: int) -> Subject | None:
    """Widen a subject whose noun phrase closes a relative clause or an apposition: "its director, Omar Haddad"."""
    before = unit.group_at.get(i - 1)
    if before is not None:
        wider = _after_relative(unit, i)
        if wider is not None:
            return Subject(wider.i, j, wider.head)
    if unit.low(i - 1) in _LINKS and i - 2 in unit.group_at:
        participle = unit.group_at[i - 2]
        reduced = not participle.finite or (unit.tag(i - 2) == "VBD" and participle.j - participle.i == 1)
        if reduced and not participle.infinitive and participle.i - 1 in unit.phrase_at:
            # "the premier speaking to a think tank said", "drivers met at the port said", "a guard quoted by X said".
            first = phrase_before(unit, participle.i)
            if first is not None:
                return Subject(first[0], j, first[1])
        wider = _after_relative(unit, i - 1)
        if wider is not None:
            return Subject(wider.i, j, wider.head)
    if unit.low(i - 1) == "," and unit.tag(i) in {"NNP", "NNPS"} and unit.tag(j - 1) in {"NNP", "NNPS"}:
        title = phrase_before(unit, i - 1)
        if (
            title is not None
            and unit.tag(i - 2) in {"NN", "NNS"}
            and (title[0] == 0 or unit.low(title[0] - 1) in {",", "and", "but", "“”", ";", "that", "—"})
        ):
            return Subject(title[0], j, j)
        if title is not None and title[1] != i - 1 and title[0] == 0:
            return Subject(title[0], j, j)
    return Subject(i, j, head)


def _after_contact(unit: Unit, j: int) -> Subject | None:
    """“All the drivers we met said”: a relative clause without its pronoun, a short subject and one verb."""
    group = unit.group_at.get(j - 1)
    verb = group is not None and group.j == j and (group.finite or unit.tag(group.i) == "VBN")
    inner = unit.phrase_at.get(group.i - 1) if group is not None and verb else None
    if inner is None or inner.j - inner.i > 2 or unit.tag(inner.i) not in {"PRP", "NNP"}:
        return None
    outer = unit.phrase_at.get(inner.i - 1)
    if outer is None or unit.tag(inner.i - 1) not in {"NN", "NNS"} or outer.j != inner.i:
        return None
    found = phrase_before(unit, inner.i)
    return Subject(found[0], j, found[1]) if found is not None else None


def _after_relative(unit: Unit, j: int) -> Subject | None:
    low = max(0, j - 25)
    for k in range(j - 1, low, -1):
        word = unit.low(k)
        if word in {",", ";", ":", "“”"}:
            return None
        if word in _RELATIVES and unit.tag(k) in {"WP", "WDT", "IN", "WP$", "DT"}:
            found = phrase_before(unit, k)
            return Subject(found[0], j, found[1]) if found is not None else None
    return None


def _after_insertion(unit: Unit, j: int) -> Subject | None:
    """A subject with something between marks after it: "Sara Nasser, of the office, said", "the RC (an NGO) said"."""
    closing = unit.low(j - 1)
    opening = {")": "(", ",": ","}.get(closing, closing)
    for k in range(j - 2, max(-1, j - _LONGEST), -1):
        word = unit.low(k)
        if word == "“”" and closing == ",":
            return None
        if word != opening:
            continue
        named = k
        if unit.low(k - 1) == ")":
            # "The Red Crescent (RC), whose team …, said": the short name in brackets belongs to the name.
            named = next((n for n in range(k - 2, max(-1, k - 9), -1) if unit.low(n) == "("), k)
        found = phrase_before(unit, named)
        if found is not None and named - found[0] == 1 and unit.tag(found[0]) == "CD" and unit.low(found[0] - 1) == ",":
            # "Haddad, 43, a father of three, said": an age is no speaker.
            found = phrase_before(unit, found[0] - 1)
        if found is not None:
            inner = phrase_before(unit, j - 1)
            wide = _with_relative(unit, found[0], k, found[1])
            i = wide.i if wide is not None else found[0]
            head = found[1]
            # "The clerk of the court, Omar Haddad, said": the inserted name speaks.
            if (
                inner is not None
                and inner[0] == k + 1
                and unit.tag(j - 2) in {"NNP", "NNPS"}
                and wide is not None
                and wide.head == k
                and found[1] == k
            ):
                head = j
            return Subject(i, j - 1 if closing != ")" else j, head)
        wide = _after_relative(unit, named) if named - 1 in unit.group_at else None
        if wide is not None:
            # "A pilot whom I trust, and who …, tells me": two relative clauses after one noun.
            return Subject(wide.i, j - 1, wide.head)
        if unit.low(k - 1) in {")", ","} and closing != ")":
            continue
    return None


def subject_after(unit: Unit, j: int) -> Subject | None:
    """The subject of an inverted cue ("said Mr Haddad, a spokesman"): the phrase at `j` with what hangs on it."""
    while unit.tag(j) in _ADVERB_TAGS and j not in unit.phrase_at:
        j += 1
    if j not in unit.phrase_at or unit.phrase_at[j].i != j:
        return None
    end = head = unit.phrase_at[j].j
    while True:
        word = unit.low(end)
        if (word in _LINKS and end + 1 in unit.phrase_at) or (
            word in {"and", "or"}
            and unit.phrase_at.get(end + 1) is not None
            and unit.finite_in(end, unit.phrase_at[end + 1].j + 1) is None
        ):
            end = unit.phrase_at[end + 1].j
        elif word == "," and end + 1 in unit.phrase_at and unit.low(end + 1) in {"a", "an", "the"} | {"chief", "head"}:
            following = unit.phrase_at[end + 1].j
            if unit.finite_in(following, following + 2) is not None:
                break
            end = following
        else:
            break
    return Subject(j, end, head)
