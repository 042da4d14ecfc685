"""Where content ends, and what stands around it: other attributions, the narrator, adverbials, the full stop."""

from fogline.grammar.phrases import VerbGroup
from fogline.rules.speech.subjects import subject_before
from fogline.rules.speech.timing import DAYS, MONTHS, PERIODS, time_phrase
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import verbs

_NOT_IN_A_SUBJECT = frozenset({
    "who", "which", "that", "where", ",", "and", "when", "after", "as", "but", "while", "because", "before",
    "since", "if",
})  # fmt: skip
_NO_CONTENT_BEGINS = frozenset(
    ["while", "after", "when", "as", "before", "because", "although", "though", "and", "but", ","]
)
_TIGHT = 16
"""Tokens between a cue and its "that": "told a hall of traders at the port on Friday that"."""


DASHES = frozenset({"—", "–", "--", "―"})
_ADVERBIAL = frozenset({
    "on", "in", "at", "during", "late", "early", "by", "via", "through", "from", "earlier", "after", "to", "of",
    "with",
})  # fmt: skip
TOLL = frozenset({"dead", "killed", "wounded", "injured", "missing", "captured", "hurt"})


SUBORDINATE = frozenset({
    "while", "after", "before", "when", "as", "because", "since", "although", "though", "during", "until",
    "unless", "if",
})  # fmt: skip


_PREPOSITIONS = frozenset({
    "of", "on", "in", "to", "for", "with", "by", "from", "about", "at", "over", "against", "into", "between",
    "among", "during", "and", "or", "but", "than",
})  # fmt: skip


def stop_of(unit: Unit) -> int:
    """The end of a unit without its closing full stop."""
    j = len(unit.tokens)
    while j > 0 and unit.low(j - 1) in {".", "…"}:
        j -= 1
    return j


def is_cue(unit: Unit, group: VerbGroup) -> bool:
    """Is this verb group one that can introduce speech?"""
    return any(
        "say" in entry.frames or "that" in entry.frames or "told" in entry.frames
        for _, entry in verbs().get(unit.low(group.head), ())
    )


def says(unit: Unit, group: VerbGroup) -> bool:
    """Is it a verb that takes a bare clause or a quotation, as "say" does?"""
    return any(not rest and "say" in entry.frames for rest, entry in verbs().get(unit.low(group.head), ()))


def content_end(unit: Unit, i: int) -> int:
    """Where a content that begins at token `i` ends: before another attribution, a narrator's clause, the full stop."""
    stop = stop_of(unit)
    for k in range(i, stop):
        word = unit.low(k)
        if word == ";" and k > i:
            return k
        if k <= i:
            continue
        if word == ":" and unit.quoted(k + 1):
            return k
        group = unit.group_at.get(k)
        if (
            group is not None
            and group.i == k
            and group.finite
            and unit.low(group.j) == "that"
            and _garden_path(unit, i, group)
        ):
            return k
        if word in DASHES | {","} and (
            attribution_follows(unit, k + 1) or _first_person(unit, k + 1) or other_voice(unit, k + 1) is not None
        ):
            return k
        if word in {"and", "but"} and _narrator_goes_on(unit, i, k):
            return k - 1 if unit.low(k - 1) == "," else k
        if unit.quoted(k) and k > i and unit.tag(k + 1) == "VBG" and attribution_follows(unit, k + 1):
            return k + 1
        if (
            unit.quoted(k)
            and k + 1 < stop
            and k > i
            and unit.low(k + 1) in {"and", "but"}
            and _narrator_goes_on(unit, i, k + 1)
        ):
            return k + 1
    return stop


def attribution_follows(unit: Unit, k: int) -> bool:
    """Does another attribution begin at `k`: "according to …", "citing …", "adding that …", "Reuters reports"?"""
    word = unit.low(k)
    if word in {"and", "but"}:
        k += 1
        word = unit.low(k)
    if (word, unit.low(k + 1)) in {("according", "to"), ("quoted", "by"), ("as", "reported"), ("quoting", "a")}:
        return True
    group = unit.group_at.get(k) or (unit.group_at.get(k + 1) if unit.tag(k).startswith("RB") else None)
    if group is not None and unit.tag(group.i) == "VBG" and is_cue(unit, group):
        return True
    if word in {"citing", "quoting", "adding", "saying"}:
        return True
    if word == "with" and k + 1 in unit.phrase_at:
        # "…, with officials reporting 150 dead"
        group = unit.group_at.get(unit.phrase_at[k + 1].j)
        return group is not None and unit.tag(group.i) == "VBG" and is_cue(unit, group)
    if k in unit.phrase_at:
        # "…, Reuters reports": a short subject, a cue, the end.
        for group in unit.finite:
            if group.i > k:
                if group.i - k > 12 or not is_cue(unit, group):
                    return False
                after = unit.low(group.j)
                subject = subject_before(unit, group)
                return (
                    subject is not None
                    and subject.i >= k
                    and (
                        after in {"", ",", ".", ";"}
                        or (unit.tag(group.j) in {"IN", "RB"} and unit.low(group.j) != "that")
                    )
                )
    return False


def _garden_path(unit: Unit, i: int, group: VerbGroup) -> bool:
    """“… says he drives for the clinic denied that”: a second finite verb that cannot belong to the content."""
    if not is_cue(unit, group):
        return False
    earlier = [other for other in unit.finite if i <= other.i < group.i]
    if not earlier or is_cue(unit, earlier[-1]):
        return False
    between = range(earlier[-1].j, group.i)
    return not any(
        unit.low(k) in {",", "and", "but", "who", "which", "that", "or", ";", "what"} or k in unit.group_at
        for k in between
    )


def _first_person(unit: Unit, k: int) -> bool:
    """Does the author's own first person follow: ", and I doubt it"?"""
    return unit.low(k) in {"and", "but"} and unit.low(k + 1) in {"i", "we"} and unit.group_at.get(k + 2) is not None


_CHARGES = frozenset({
    "charge", "accusation", "allegation", "claim", "report", "figure", "version", "account", "assertion", "toll",
    "accusations", "charges", "characterisation", "characterization", "suggestion", "assessment",
})  # fmt: skip


def other_voice(unit: Unit, k: int) -> VerbGroup | None:
    """“…, which the guards call nonsense”: the cue of somebody else who judges the words before it."""
    charged = unit.low(k) in {"a", "an"} and unit.low(k + 1) in _CHARGES
    n = k + 2 if charged else k + 1
    n += charged and unit.low(n) in {"that", "which"}
    if not (charged or unit.low(k) == "which") or n not in unit.phrase_at:
        return None
    group = next((group for group in unit.finite if group.i > k), None)
    if group is None or group.i - k > 10:
        return None
    low = unit.low(group.head)
    entry = next(
        (
            entry
            for rest, entry in verbs().get(low, ())
            if not rest and (entry.status == "denied" or ("np_np" in entry.frames and not charged))
        ),
        None,
    )
    return group if entry is not None and not group.passive else None


def _narrator_goes_on(unit: Unit, i: int, k: int) -> bool:
    """After the "and" or "but" at `k`: does the narrator go on with another cue, rather than the speaker?"""
    n = k + 1
    while unit.tag(n).startswith("RB") and n not in unit.group_at:
        n += 1
    group = unit.group_at.get(n)
    if group is not None:
        if unit.tag(group.i) == "VBG" and unit.low(group.j) == "that" and is_cue(unit, group):
            return True
        if not group.finite or group.modal is not None:
            return False
        return says(unit, group) or (is_cue(unit, group) and unit.finite_in(i, k) is not None)
    if unit.low(n) == "that":
        return False
    following = unit.finite_in(n, len(unit.tokens))
    if following is None or following.i - n > 14 or not says(unit, following):
        return False
    subject = subject_before(unit, following)
    return subject is not None and subject.i <= n + 1 and unit.low(k - 1) == ","


def clause_start(unit: Unit, k: int) -> int:
    """Where the clause around token `k` begins: after a semicolon, or at the unit's start."""
    n = k
    while n > 0 and unit.low(n - 1) != ";":
        n -= 1
    if unit.low(n) in {"but", "and", "yet", "so"} and unit.low(n + 1) != ",":
        n += 1
    return n


def phrase_end(unit: Unit, k: int) -> int:
    """The end of an object that begins at `k`: up to a clause mark, a comma, or a coordinated verb."""
    stop = stop_of(unit)
    n = k
    while n < stop:
        word = unit.low(n)
        if word in DASHES | {",", ";", ":"} and n > k:
            if word == "," and _listed(unit, k, n):
                n += 1
                continue
            if word == "," and unit.low(n + 1) in {"with", "including"} and not attribution_follows(unit, n + 1):
                n += 1
                continue
            if (
                word == ","
                and unit.low(n + 1) in {"who", "which", "and"}
                and unit.tag(n + 2).startswith(("N", "DT", "CD", "JJ"))
                and unit.finite_in(n, min(stop, n + 12)) is None
            ):
                n += 1
                continue
            return n
        if word in {"and", "but", "while", "as", "after", "when", "because", "before"} and n > k:
            m = n + 1
            while unit.tag(m).startswith("RB") and m not in unit.group_at:
                m += 1
            group = unit.group_at.get(m)
            if group is not None and group.finite:
                return n
            if word != "and" and word != "as" and unit.finite_in(n, stop) is not None:
                return n
            if word == "and" and unit.tag(n + 1) == "CD" and any(unit.low(m) in TOLL for m in (n + 2, n + 3)):
                n += 2
                continue
            following = unit.finite_in(n, min(stop, n + 8))
            if word == "and" and following is not None and unit.low(n + 1) not in {"that", "who"}:
                return n
        n += 1
    return stop


def _listed(unit: Unit, k: int, comma: int) -> bool:
    """Does the comma stand in a list: "for A, B and C", "of jets, of bombs and of …"? No verb stands in a list."""
    n = comma + 1
    if unit.low(n) == unit.low(k - 1) and unit.tag(n) == "IN":
        return True
    for _ in range(4):
        phrase = unit.phrase_at.get(n)
        if phrase is None or phrase.i != n:
            return False
        n = phrase.j
        while unit.low(n) in {"of", "in"} and n + 1 in unit.phrase_at:
            n = unit.phrase_at[n + 1].j
        if unit.low(n) == "and" or (unit.low(n) == "," and unit.low(n + 1) == "and"):
            last = unit.phrase_at.get(n + 1 + (unit.low(n) == ","))
            return last is not None and unit.finite_in(comma, last.j + 1) is None
        if unit.low(n) != ",":
            return False
        n += 1
    return False


def skip_adverbials(unit: Unit, k: int) -> int:
    """Skip adverbs and short time or place phrases after a cue: "said on Tuesday in a statement"."""
    while True:
        word, tag = unit.low(k), unit.tag(k)
        if tag in {"RB", "RP"} and k not in unit.group_at and word not in {"not", "no"}:
            k += 1
        elif (
            word in _ADVERBIAL
            and k + 1 in unit.phrase_at
            and unit.phrase_at[k + 1].i == k + 1
            and not quantity(unit, k)
        ):
            end = unit.phrase_at[k + 1].j
            if word in SUBORDINATE and unit.finite_in(end, end + 1) is not None:
                return k
            k = end
        elif time_phrase(unit, k) > k:
            k = time_phrase(unit, k)
        elif word in DAYS:
            k += 1
        elif word in {"this", "last", "next"} and (unit.low(k + 1) in PERIODS or unit.low(k + 1) in MONTHS):
            k += 2
        else:
            return k


def that_after(unit: Unit, k: int) -> int | None:
    """The "that" which opens the content of a cue ending at `k`; only adverbials and an addressee stand between."""
    for n in range(k, min(len(unit.tokens), k + _TIGHT)):
        word = unit.low(n)
        if word == "," and (attribution_follows(unit, n + 1) or unit.low(n + 1) in {"a", "an", "the"}):
            return None
        if unit.tag(n) == "TO" and n > k and n in unit.group_at:
            return None
        if word == "that" and unit.low(n - 1) in {"so", "such", "now", "like"} and n > k:
            return None
        if word == "that" and unit.tag(n) in {"IN", "DT", "WDT"}:
            if unit.tag(n) == "DT" and n + 1 < len(unit.tokens) and unit.finite_in(n, n + 2) is not None and n > k:
                return None
            if n > k and n - 1 in unit.phrase_at and unit.finite_in(n + 1, n + 2) is not None:
                return None
            return n
        group = unit.group_at.get(n)
        if (group is not None and group.finite) or word in {";", ":", "and", "but", "who", "which"} or unit.quoted(n):
            return None
    return None


def quantity(unit: Unit, k: int) -> bool:
    """“At least 20”, “over 300”, “about two dozen” begin a noun phrase, not an adverbial."""
    return unit.low(k + 1) in {"least", "most", "a", "half"} or (
        unit.tag(k + 1) == "CD" and unit.low(k) in {"over", "about", "between"}
    )


def first_verb(unit: Unit, i: int, j: int) -> VerbGroup | None:
    """The finite verb that carries the content ``i..j``: after an opening condition, outside relative clauses."""
    while i < j and unit.low(i) in {",", "that"}:
        i += 1
    condition = unit.low(i) in {"if", "unless", "when", "once", "until", "after", "as", "although", "while"}
    comma = next((k for k in range(i, j) if unit.low(k) == ","), None) if condition else None
    start = comma if comma is not None and unit.finite_in(comma, j) is not None else i
    for group in unit.finite:
        if not start <= group.i < j:
            continue
        if any(
            unit.low(k) in {"who", "which", "where", "whose"} or unit.tag(k) == "WDT"
            for k in range(max(start, group.i - 3), group.i)
        ):
            continue
        return group
    return None


def bare_clause(unit: Unit, k: int, strict: bool) -> bool:
    """Does a clause without "that" begin at `k`? `strict`: the verb takes noun phrases too, so look twice."""
    verb = unit.finite_in(k, len(unit.tokens)) or (None if strict else unit.verb_in(k, len(unit.tokens)))
    if verb is None or (verb.i == k and unit.tag(k) != "EX"):
        return False
    if unit.low(k) in _PREPOSITIONS and not quantity(unit, k) and not any(unit.low(n) == "," for n in range(k, verb.i)):
        return False
    for n in range(k, verb.i):
        word = unit.low(n)
        if word in {";", ":"} or (unit.quoted(n) and n == k):
            return False
        if strict and (word in _NOT_IN_A_SUBJECT or unit.tag(n) == "WDT"):
            return False
        if n == k and word in _NO_CONTENT_BEGINS:
            return False
    return True
