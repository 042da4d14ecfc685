"""The words that a cue verb governs: before it, after it, around it."""

from collections.abc import Callable

from msgspec import Struct

from fogline.grammar.phrases import VerbGroup
from fogline.rules.speech.cues import Cue
from fogline.rules.speech.words import verbs
from fogline.rules.speech.subjects import Subject, subject_after, subject_before
from fogline.rules.speech.units import Unit

_WH = frozenset(["whether", "if", "how", "why", "what", "where", "who", "when", "which"])
_SUBORDINATE = frozenset(
    [
        "while",
        "after",
        "before",
        "when",
        "as",
        "because",
        "since",
        "although",
        "though",
        "during",
        "until",
        "unless",
        "if",
    ]
)
_STOPS = frozenset([".", "!", "?", ";", "…"])
_TIGHT = 16
"""Tokens between a cue and its "that": "told a press conference in Washington on Monday that"."""


class Frame(Struct, frozen=True):
    """Tokens ``i..j`` of the content; `kind`: the frame that gave it; `cue_j`: where the cue's own words end."""

    i: int
    j: int
    kind: str
    cue_j: int
    subject: Subject | None = None
    addressee: tuple[int, int] | None = None


Maker = Callable[[Unit, Cue, Subject | None, int], Frame | None]
"""What makes a frame: the unit, the cue, its subject, the first token after it."""


def _end(unit: Unit) -> int:
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


def _says(unit: Unit, group: VerbGroup) -> bool:
    return any(not rest and "say" in entry.frames for rest, entry in verbs().get(unit.low(group.head), ()))


def content_end(unit: Unit, i: int) -> int:
    """Where a content that begins at token `i` ends: before another attribution, a narrator's clause, the full stop."""
    stop = _end(unit)
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
        if word == "," or word in {"—", "–", "--"}:
            if _attribution_follows(unit, k + 1) or _first_person(unit, k + 1) or other_voice(unit, k + 1) is not None:
                return k
        if word in {"and", "but"} and _narrator_goes_on(unit, i, k):
            return k - 1 if unit.low(k - 1) == "," else k
        if (
            unit.quoted(k)
            and k + 1 < stop
            and k > i
            and unit.low(k + 1) in {"and", "but"}
            and _narrator_goes_on(unit, i, k + 1)
        ):
            return k + 1
    return stop


def _attribution_follows(unit: Unit, k: int) -> bool:
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
                        or unit.tag(group.j) in {"IN", "RB"}
                        and unit.low(group.j) != "that"
                    )
                )
    return False


def _garden_path(unit: Unit, i: int, group: VerbGroup) -> bool:
    """“… says he speaks for the brothers denied that”: a second finite verb that cannot belong to the content."""
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
    """Does the author's own first person follow: ", and I see no reason"?"""
    return unit.low(k) in {"and", "but"} and unit.low(k + 1) in {"i", "we"} and unit.group_at.get(k + 2) is not None


def other_voice(unit: Unit, k: int) -> VerbGroup | None:
    """“…, which the police call a fantasy”: the cue of somebody else who judges the words before it."""
    if unit.low(k) != "which" or k + 1 not in unit.phrase_at:
        return None
    group = next((group for group in unit.finite if group.i > k), None)
    if group is None or group.i - k > 10:
        return None
    low = unit.low(group.head)
    entry = next(
        (
            entry
            for rest, entry in verbs().get(low, ())
            if not rest and (entry.status == "denied" or "np_np" in entry.frames)
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
        if not group.finite or group.modal is not None:
            return False
        return _says(unit, group) or is_cue(unit, group) and unit.finite_in(i, k) is not None
    if unit.low(n) == "that":
        return False
    following = unit.finite_in(n, len(unit.tokens))
    if following is None or following.i - n > 14 or not _says(unit, following):
        return False
    subject = subject_before(unit, following)
    return subject is not None and subject.i <= n + 1 and unit.low(k - 1) == ","


def clause_start(unit: Unit, k: int) -> int:
    """Where the clause around token `k` begins: after a semicolon, after a coordinated clause, or at the unit's start."""
    n = k
    while n > 0 and unit.low(n - 1) not in {";"}:
        n -= 1
    if unit.low(n) in {"but", "and", "yet", "so"} and unit.low(n + 1) != ",":
        n += 1
    return n


def _skip_adverbials(unit: Unit, k: int) -> int:
    """Skip adverbs and short time or place phrases after a cue: "said on Tuesday in a statement"."""
    while True:
        word, tag = unit.low(k), unit.tag(k)
        if tag in {"RB", "RP"} and k not in unit.group_at and word not in {"not", "no"}:
            k += 1
        elif (
            word in {"on", "in", "at", "during", "late", "early", "by", "via", "through", "from", "earlier", "after"}
            and k + 1 in unit.phrase_at
            and unit.phrase_at[k + 1].i == k + 1
        ):
            k = unit.phrase_at[k + 1].j
        elif word in {"to", "of", "with"} and k + 1 in unit.phrase_at and unit.phrase_at[k + 1].i == k + 1:
            k = unit.phrase_at[k + 1].j
        elif word in _DAYS:
            k += 1
        elif word in {"this", "last", "next"} and unit.low(k + 1) in _PERIODS:
            k += 2
        else:
            return k


_PERIODS = frozenset(
    [
        "week",
        "month",
        "year",
        "night",
        "morning",
        "evening",
        "afternoon",
        "weekend",
        "summer",
        "spring",
        "autumn",
        "winter",
    ]
)
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "earlier",
        "later",
        "recently",
    ]
)


def _that(unit: Unit, k: int) -> int | None:
    """The "that" which opens the content of a cue ending at `k`, when nothing but adverbials and an addressee stand between."""
    for n in range(k, min(len(unit.tokens), k + _TIGHT)):
        word = unit.low(n)
        if word == "," and _attribution_follows(unit, n + 1):
            return None
        if word == "that" and unit.low(n - 1) in {"so", "such", "now", "like"} and n > k:
            return None
        if word == "that" and unit.tag(n) in {"IN", "DT", "WDT"}:
            if unit.tag(n) == "DT" and n + 1 < len(unit.tokens) and unit.finite_in(n, n + 2) is not None and n > k:
                return None
            if n > k and unit.tag(n) == "WDT" and unit.finite_in(n + 1, n + 2) is not None:
                return None
            return n
        group = unit.group_at.get(n)
        if group is not None and group.finite or word in {";", ":", "and", "but", "who", "which"} or unit.quoted(n):
            return None
    return None


_PREPOSITIONS = frozenset(
    "of on in to for with by from about at over against into between among during and or but than".split()
)


def _quantity(unit: Unit, k: int) -> bool:
    """“At least 20”, “over 300”, “about two dozen” begin a noun phrase, not an adverbial."""
    return (
        unit.low(k + 1) in {"least", "most", "a", "half"}
        or unit.tag(k + 1) == "CD"
        and unit.low(k) in {"over", "about", "between"}
    )


def first_verb(unit: Unit, i: int, j: int) -> VerbGroup | None:
    """The finite verb that carries the content ``i..j``: after an opening condition, outside relative clauses."""
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


def _bare(unit: Unit, k: int, strict: bool) -> bool:
    """Does a clause without "that" begin at `k`? `strict`: the verb takes noun phrases too, so look twice."""
    verb = unit.finite_in(k, len(unit.tokens)) or (None if strict else unit.verb_in(k, len(unit.tokens)))
    if verb is None or verb.i == k and unit.tag(k) != "EX":
        return False
    if (
        unit.low(k) in _PREPOSITIONS
        and not _quantity(unit, k)
        and not any(unit.low(n) == "," for n in range(k, verb.i))
    ):
        return False
    for n in range(k, verb.i):
        word = unit.low(n)
        if word in {";", ":"} or unit.quoted(n) and n == k:
            return False
        if strict and (
            word
            in {
                "who",
                "which",
                "that",
                "where",
                ",",
                "and",
                "when",
                "after",
                "as",
                "but",
                "while",
                "because",
                "before",
                "since",
                "if",
            }
            or unit.tag(n) == "WDT"
        ):
            return False
        if n == k and word in {
            "while",
            "after",
            "when",
            "as",
            "before",
            "because",
            "although",
            "though",
            "and",
            "but",
            ",",
        }:
            return False
    return True


def verbal(unit: Unit, cue: Cue) -> Frame | None:
    """A verb of saying, asking, promising or denying gives these words to its subject.

    The content by the first frame of the cue's entry that fits; None when the verb introduces nothing.
    """
    group, frames = cue.group, cue.entry.frames
    if _hypothetical(unit, group) or group.modal in {"can", "should", "must", "may", "shall"}:
        return None
    if not group.finite and unit.tag(group.i) != "VBG":
        return None
    subject = subject_before(unit, group) if group.finite else None
    after = _skip_plain(unit, cue.j)
    speaks = "say" in frames or "that" in frames or "told" in frames or "paren" in frames or "quote" in frames
    if speaks and group.finite:
        inverted = _inverted(unit, cue, subject)
        if inverted is not None:
            return inverted
        postposed = _postposed(unit, cue, subject, cue.j)
        if postposed is not None:
            return postposed
    if speaks:
        following = _following(unit, cue, subject, after)
        if following is not None:
            return following
    for kind in frames:
        maker = _FRAMES.get(kind)
        made = maker(unit, cue, subject, after) if maker else None
        if made is not None:
            return made
    return None


def _hypothetical(unit: Unit, group: VerbGroup) -> bool:
    """Is the cue's clause a condition: "even if the government tells them to"? Nobody has said it then."""
    for k in range(group.i - 1, max(-1, group.i - 14), -1):
        word = unit.low(k)
        if word in {"if", "unless", "whether", "until"}:
            return True
        if (
            word in {",", ";", ":", "“”", "that", "and", "but"}
            and (word != "and" or k + 1 not in unit.phrase_at)
            or k in unit.group_at
        ):
            return False
    return False


def _skip_plain(unit: Unit, k: int) -> int:
    while unit.tag(k) in {"RB", "RP"} and k not in unit.group_at:
        k += 1
    return k


def _inverted(unit: Unit, cue: Cue, subject: Subject | None) -> Frame | None:
    """“…,” said Mr Colville; The bomb was left in a market, stated the minister, and …"""
    i = cue.group.i
    if cue.group.j - cue.group.i > 1 or not (unit.quoted(i - 1) or unit.low(i - 1) == "," or i == 0):
        return None
    if (
        subject is not None
        and not unit.quoted(i - 1)
        and (unit.low(i - 1) != "," or unit.finite_in(0, subject.i) is None)
    ):
        return None
    if i == 0:
        after = subject_after(unit, cue.j)
        if after is None or unit.low(after.j) not in {",", ":"} or not unit.quoted(after.j + 1):
            return None
        return Frame(after.j + 1, after.j + 2, "quote", cue.j, after)
    named = subject_after(unit, cue.j)
    if named is None or unit.tag(named.i) == "PRP" and unit.low(named.i) in {"it", "him", "them", "her", "me", "us"}:
        return None
    if unit.finite_in(named.j, named.j + 1) is not None:
        return None
    if not unit.quoted(i - 1) and not unit.quoted(i - 2):
        # Without a quotation the words before must be a clause, and the named one must be able to speak.
        if (
            unit.verb_in(0, i - 1) is None
            or unit.low(named.j) not in {".", ",", "", ";", ":"}
            and (unit.tag(named.j) != "IN" or unit.low(named.j) == "that")
        ):
            return None
    return _before(unit, i, named, cue, named.j)


def _postposed(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """…, Cook said. / “…” he added on Monday, “…”"""
    if subject is None:
        return None
    left = subject.i
    if left == 0 or not (
        unit.low(left - 1) in {",", "—", "–", "--"} or unit.quoted(left - 1) or _as_clause(unit, left)
    ):
        return _embedded(unit, cue, subject, after)
    k = _skip_adverbials(unit, after)
    word = unit.low(k)
    if "told" in cue.entry.frames and k in unit.phrase_at and unit.phrase_at[k].i == k:
        k = _skip_adverbials(unit, unit.phrase_at[k].j)
        word = unit.low(k)
    if _that(unit, after) is not None or unit.quoted(k):
        return None
    ends = (
        word in {"", ".", ",", ";", ":", "…", "and", "but", "?", "—", "–", "--"}
        or word in _SUBORDINATE
        or unit.tag(k) in {"VBG", "IN"}
    )
    if not ends:
        return None
    if word in {",", ":"} and unit.quoted(k + 1) and not unit.quoted(left - 1) and not unit.quoted(left - 2):
        return None
    return _before(unit, left, subject, cue, k)


def _as_clause(unit: Unit, left: int) -> bool:
    return unit.low(left - 1) in {"as", "so"} and unit.low(left - 2) == ","


def _embedded(unit: Unit, cue: Cue, subject: Subject, after: int) -> Frame | None:
    """“The number of fighters they say are involved”: a short attribution inside a noun phrase and its verb."""
    left = subject.i
    group = unit.group_at.get(after)
    if (
        group is None
        or not group.finite
        or group.i != after
        or left - 1 not in unit.phrase_at
        or "say" not in cue.entry.frames
    ):
        return None
    if subject.j - left > 4 or unit.tag(left) not in {"PRP", "NNS", "NNP", "NNPS", "DT"}:
        return None
    i = unit.phrase_at[left - 1].i
    while i > 1 and unit.low(i - 1) == "of" and i - 2 in unit.phrase_at:
        i = unit.phrase_at[i - 2].i
    return Frame(i, phrase_end(unit, after), "embedded", cue.j, subject)


def _before(unit: Unit, left: int, subject: Subject, cue: Cue, after: int) -> Frame | None:
    """The content that stands before an attribution which begins at `left` and ends at `after`."""
    k = left - 1
    if unit.low(k) in {"as", "so"} and unit.low(k - 1) == ",":
        # "…, as the president asked this week": the words before are what was asked.
        k -= 1
    while k >= 0 and unit.low(k) in {",", "—", "–", "--"}:
        k -= 1
    if k < 0:
        return None
    stop = _end(unit)
    if unit.quoted(k):
        start = k
        n = clause_start(unit, k)
        if (
            k > n
            and unit.low(k - 1) not in {",", ":"}
            and (unit.finite_in(n, k) is not None or unit.tag(k - 1) in {"DT", "IN", "NN", "NNS", "JJ", "CD"})
        ):
            start = n
        end = k + 1
        nxt = after
        while nxt < stop and unit.low(nxt) in {",", ":", "and", "but", "—", "–"}:
            nxt += 1
        # The quotation goes on after the attribution: "…," he said, "…".
        if unit.quoted(nxt) and unit.low(after) in {",", ":", "—", "–"} or unit.quoted(nxt) and nxt == after:
            end = nxt + 1
        return Frame(start, end, "quote", cue.j, subject)
    start = clause_start(unit, k)
    interrupted = _interrupted(unit, k, after)
    if interrupted is not None:
        return Frame(interrupted, content_end(unit, after + 1), "say", cue.j, subject)
    if unit.verb_in(start, left) is None:
        # "In Syria, the press secretary said, forces advance": the attribution interrupts.
        if unit.low(after) == "," and _bare(unit, after + 1, False):
            return Frame(after + 1, content_end(unit, after + 1), "say", cue.j, subject)
        if (
            "," not in unit.low(left - 1)
            and unit.low(left - 1) not in {"—", "–"}
            or left - start < 3
            or unit.tag(start) in {"IN", "VBG", "VBN", "RB"}
        ):
            return None
    if _subordinate(unit, start, left) and unit.low(after) != ",":
        if not (unit.low(after) in {"", ".", ";"}):
            return None
    end = k + 1
    if unit.low(after) == ",":
        n = after + 1
        if unit.low(n) in {"and", "but", "or"}:
            n += 1
        group = unit.group_at.get(n)
        if group is not None and group.finite and n > after + 1 and not is_cue(unit, group):
            end = content_end(unit, n)
    return Frame(start, end, "say", cue.j, subject)


def _interrupted(unit: Unit, k: int, after: int) -> int | None:
    """“The ministry, the radio said, opened a road”: where a subject begins whose verb follows the attribution."""
    group = unit.group_at.get(after + 1)
    phrase = unit.phrase_at.get(k)
    if unit.low(after) != "," or group is None or not group.finite or phrase is None:
        return None
    i = phrase.i
    while i > 1 and unit.low(i - 1) in {"of", "for", "in"} and i - 2 in unit.phrase_at:
        i = unit.phrase_at[i - 2].i
    before = unit.low(i - 1)
    return i if i == 0 or before == "and" and unit.low(i - 2) in {",", ";"} or before == ";" else None


def _subordinate(unit: Unit, start: int, left: int) -> bool:
    """Is all that stands before the attribution a subordinate clause: "After the army left, residents said"?"""
    word = unit.low(start)
    if word not in _SUBORDINATE and unit.tag(start) not in {"VBG", "VBN"}:
        return False
    commas = [n for n in range(start, left - 1) if unit.low(n) == ","]
    return not any(unit.finite_in(n, left) is not None for n in commas)


def _following(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """The content after a cue: a quotation, a that-clause, a question word, or a bare clause."""
    frames = cue.entry.frames
    stop = _end(unit)
    addressee = None
    k = after
    if "told" in frames and k in unit.phrase_at and unit.phrase_at[k].i == k:
        phrase = unit.phrase_at[k]
        # "told the army it would": the addressee is the first phrase only when a clause, "that" or a quotation follows.
        addressee = (phrase.i, phrase.j)
        k = phrase.j
        if unit.low(k) in {"of", "in", "at", "from"} and k + 1 in unit.phrase_at and unit.phrase_at[k + 1].i == k + 1:
            k = unit.phrase_at[k + 1].j
    that = _that(unit, k)
    if that is not None:
        i = that + 1
        return Frame(i, content_end(unit, i), "that", cue.j, subject, addressee) if i < stop else None
    n = _skip_adverbials(unit, k) if not unit.quoted(k) else k
    q = n
    while unit.low(q) in {",", ":", "as", "—", "–"} and q < n + 2:
        q += 1
    if unit.low(n) == ":" and "say" in frames and not unit.quoted(n + 1) and unit.finite_in(n, stop) is not None:
        return Frame(n + 1, stop, "colon", cue.j, subject, addressee)
    if not unit.quoted(q):
        colon = next((m for m in range(n, min(stop, n + 25)) if unit.low(m) in {":", ","} and unit.quoted(m + 1)), None)
        if colon is not None and unit.finite_in(n, colon) is None:
            q = colon + 1
    if unit.quoted(q) and (q - n <= 2 or unit.low(q - 1) in {":", ","}):
        if (
            unit.low(q - 1) not in {":", ","}
            and unit.finite_in(q + 1, stop) is not None
            and unit.low(q + 1) not in {",", "and", "but", ".", "while", "as"}
        ):
            return Frame(q, content_end(unit, q), "say", cue.j, subject, addressee)
        end = q + 1
        while end + 1 < stop and unit.quoted(end + 1) and unit.low(end) in {"and", ",", "but"}:
            end += 2
        return Frame(q, end, "quote", cue.j, subject, addressee)
    if unit.low(n) in _WH and ("wh" in frames or "told" in frames) and unit.finite_in(n, stop) is not None:
        return Frame(n, content_end(unit, n), "wh", cue.j, subject, addressee)
    if unit.low(n) == "," and "say" in frames:
        m = next((m for m in range(n + 1, min(stop, n + 20)) if unit.low(m) == ","), None)
        if m is not None and _bare(unit, m + 1, False) and unit.finite_in(n, m) is None:
            return Frame(m + 1, content_end(unit, m + 1), "say", cue.j, subject, addressee)
        return None
    for start in {k: None, n: None}:
        if (
            ("say" in frames or "told" in frames and addressee)
            and _bare(unit, start, "np" in frames)
            and unit.low(start) != "to"
        ):
            if start != n and unit.tag(start) == "IN" and unit.low(start) in {"on", "in", "at"}:
                continue
            return Frame(start, content_end(unit, start), "say", cue.j, subject, addressee)
    return None


def phrase_end(unit: Unit, k: int) -> int:
    """The end of an object that begins at `k`: up to a clause mark, a comma, or a coordinated verb."""
    stop = _end(unit)
    n = k
    while n < stop:
        word = unit.low(n)
        if word in {",", ";", ":", "—", "–"} and n > k:
            if word == "," and unit.low(n + 1) in {"with", "including"} and not _attribution_follows(unit, n + 1):
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
            following = unit.finite_in(n, min(stop, n + 8))
            if word == "and" and following is not None and unit.low(n + 1) not in {"that", "who"}:
                return n
        n += 1
    return stop


_OBJECT_TAGS = frozenset(
    ["DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "VBG", "PDT", "JJR", "JJS", "WP"]
)


def _object_starts(unit: Unit, k: int) -> bool:
    return unit.tag(k) in _OBJECT_TAGS or unit.low(k) in {'"', "“", "«", "‘", "no", "nearly", "about", "almost"}


def _np(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    k = after if unit.low(after) not in {"at", "on", "in"} else _skip_adverbials(unit, after)
    if unit.low(k) in {"'s"} or k >= _end(unit):
        return None
    if unit.quoted(k):
        return Frame(k, phrase_end(unit, k), "np", cue.j, subject)
    if _object_starts(unit, k):
        if (
            unit.tag(k) == "PRP"
            and unit.low(k) not in {"it", "this"}
            or unit.low(k) in {"it", "him", "them", "us", "me", "so"}
        ):
            return None
        return Frame(k, phrase_end(unit, k), "np", cue.j, subject)
    return None


def _to(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    k = after
    while k < after + 4 and unit.low(k) != "to" and unit.low(k) in _DAYS | {"on", "not", "also"}:
        k += 1
    if unit.low(k) == "to" and unit.group_at.get(k) is not None and unit.group_at[k].infinitive:
        return Frame(k, content_end(unit, k), "to", cue.j, subject)
    return None


def _object_then(*links: str) -> Maker:
    def made(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
        if (
            not _object_starts(unit, after)
            or unit.low(after) in {"it", "there"}
            and "at" not in links
            and "of" not in links
            and "for" not in links
            and "as" not in links
        ):
            return None
        limit = min(_end(unit), after + 25)
        for n in range(after + 1, limit):
            if unit.low(n) in links:
                if links == ("at",) and not _number_follows(unit, n + 1):
                    continue
                # "put it at 14": the number alone is the content.
                i = n + 1 if unit.low(after) in {"it", "this", "that"} and links == ("at",) else after
                return Frame(i, phrase_end(unit, i), "object", cue.j, subject)
            group = unit.group_at.get(n)
            if group is not None and group.finite or unit.low(n) in {";", ":"}:
                return None
        return None

    return made


def _number_follows(unit: Unit, k: int) -> bool:
    return any(
        unit.tag(n) == "CD" or unit.low(n) in {"dozens", "scores", "hundreds", "thousands"} for n in range(k, k + 5)
    )


def _that_only(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    that = _that(unit, after)
    if that is None or that - after > 3 or that + 1 >= _end(unit):
        return None
    return Frame(that + 1, content_end(unit, that + 1), "that", cue.j, subject)


def _np_to(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    k = after
    if k not in unit.phrase_at:
        return None
    limit = min(_end(unit), k + 18)
    for n in range(k, limit):
        group = unit.group_at.get(n)
        if group is not None and group.infinitive and group.i == n and unit.low(n) == "to":
            return Frame(n, content_end(unit, n), "np_to", cue.j, subject, (k, n))
        if group is not None and group.finite or unit.low(n) in {";", ":", "that", ","}:
            return None
    return None


def _prep(*links: str) -> Maker:
    def made(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
        k = after
        if unit.low(k) not in links and (
            links[0] in {"of", "about", "against"} or unit.low(k) not in {"to", "on", "in", "again"}
        ):
            return None
        for n in range(k, min(_end(unit), k + 10)):
            if unit.low(n) in links:
                return (
                    Frame(n + 1, phrase_end(unit, n + 1), links[0], cue.j if n > k else n + 1, subject)
                    if n + 1 < _end(unit)
                    else None
                )
            if n in unit.group_at or unit.low(n) in {",", ";", ":", "and"}:
                return None
        return None

    return made


def _on_to(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    if unit.low(after) not in {"on", "upon", "for", "to", "with"}:
        return None
    made = _np_to(unit, cue, subject, after + 1)
    if made is None:
        return None
    # "called for the captives to be freed": who is to be freed belongs to the content.
    start = after + 1 if unit.low(after) == "for" else made.i
    return Frame(start, made.j, made.kind, after + 1, subject, made.addressee)


def _np_np(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    if after not in unit.phrase_at or unit.phrase_at[after].i != after or unit.low(after).endswith(("self", "selves")):
        return None
    k = unit.phrase_at[after].j
    if (
        unit.quoted(k)
        or k in unit.phrase_at
        and unit.phrase_at[k].i == k
        or unit.tag(k) == "JJ"
        or unit.low(k) in {'"', "“"}
    ):
        return Frame(after, phrase_end(unit, after), "object", cue.j, subject)
    return None


def _whole(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """The cue and all its clause: "claimed responsibility"."""
    start = subject.i if subject is not None else cue.group.i
    return Frame(start, phrase_end(unit, cue.j), "whole", cue.j, subject)


def _np_blame(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“Placed the responsibility for the fire on the army.”"""
    phrase = unit.phrase_at.get(after)
    if phrase is None or unit.low(phrase.head) not in {"blame", "responsibility", "guilt", "onus"}:
        return None
    return Frame(after, phrase_end(unit, after), "object", cue.j, subject)


def _np_number(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“It had counted 19 on the first day.”"""
    k = after
    while unit.low(k) in {"it", "them", "at", "about", "around", "some", "nearly", "over", "almost", "only"}:
        k += 1
    if (
        unit.tag(k) != "CD"
        and not any(unit.tag(n) == "CD" for n in range(k, k + 3))
        and not (unit.low(k - 1) == "at" and unit.quoted(k))
    ):
        return None
    return Frame(k, phrase_end(unit, k), "np", cue.j, subject)


def _it_at(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“The ministry had it at 358.”"""
    if unit.low(after) not in {"it", "them", "this"} or unit.low(after + 1) != "at":
        return None
    return _np_number(unit, cue, subject, after + 1)


def _np_negated(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“The front does not accept the truce.”"""
    return _np(unit, cue, subject, after) if cue.group.negated else None


_FRAMES: dict[str, Maker] = {
    "np_blame": _np_blame,
    "np_number": _np_number,
    "it_at": _it_at,
    "np_negated": _np_negated,
    "that_only": _that_only,
    "np": _np,
    "to": _to,
    "np_to": _np_to,
    "on_to": _on_to,
    "np_of": _object_then("of"),
    "np_for": _object_then("for"),
    "np_as": _object_then("as"),
    "np_at": _object_then("at"),
    "np_on": _object_then("on"),
    "np_to_np": _object_then("to"),
    "np_np": _np_np,
    "for": _prep("for"),
    "of": _prep("of", "about"),
    "about": _prep("about", "over"),
    "against": _prep("against"),
    "with": _prep("with"),
    "whole": _whole,
}
