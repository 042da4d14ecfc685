"""The words that a cue verb governs: before it, after it, around it."""

from fogline.grammar.phrases import VerbGroup
from fogline.rules.speech.before import inverted, postposed
from fogline.rules.speech.cues import Cue, Frame
from fogline.rules.speech.ends import bare_clause, content_end, quantity, skip_adverbials, stop_of, that_after
from fogline.rules.speech.objects import OBJECTS
from fogline.rules.speech.subjects import Subject, subject_before
from fogline.rules.speech.timing import DAYS, time_phrase
from fogline.rules.speech.units import Unit

_AMOUNTS = frozenset(["much", "more", "most", "less", "little", "about", "nearly", "almost", "only"])
_REASONS = frozenset(["because", "if", "until", "unless", "since"])
_TIMES = frozenset(["when", "before", "after", "until"])
_WH = frozenset(["whether", "if", "how", "why", "what", "where", "who", "when", "which"])


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
        ahead = inverted(unit, cue, subject) or postposed(unit, cue, subject, cue.j)
        if ahead is not None:
            return ahead
    if speaks:
        following = _following(unit, cue, subject, after)
        if following is not None:
            return None if _anonymous(unit, cue, following) else _own_clause(unit, cue, following)
    for kind in frames:
        maker = OBJECTS.get(kind)
        made = maker(unit, cue, subject, after) if maker else None
        if made is not None:
            return None if _anonymous(unit, cue, made) else _own_clause(unit, cue, made)
    return None


def _own_clause(unit: Unit, cue: Cue, frame: Frame) -> Frame:
    """“A guard, who said he was hit, fled”: a cue in a relative clause holds to the comma before the main verb."""
    before = cue.group.i - 1
    while unit.tag(before).startswith("RB"):
        before -= 1
    if unit.low(before) not in {"who", "which"} or frame.i < cue.j:
        return frame
    for k in range(frame.i, frame.j - 1):
        group = unit.group_at.get(k + 1)
        if unit.low(k) == "," and group is not None and group.finite and group.i == k + 1:
            return Frame(frame.i, k, frame.kind, frame.cue_j, frame.subject, frame.addressee)
    return frame


def _anonymous(unit: Unit, cue: Cue, frame: Frame) -> bool:
    """“Asked not to be named”: a condition of speaking, no content."""
    words = {unit.low(k) for k in range(frame.i, min(frame.j, frame.i + 7))}
    return unit.low(cue.group.head) in {
        "asked",
        "requested",
        "insisted",
        "refused",
        "declined",
        "wished",
        "wanted",
    } and bool(words & {"named", "identified", "name", "anonymity", "anonymous", "quoted"})


def _hypothetical(unit: Unit, group: VerbGroup) -> bool:
    """Is the cue's clause a condition: "even if the council orders it"? Nobody has said it then."""
    for k in range(group.i - 1, max(-1, group.i - 14), -1):
        word = unit.low(k)
        if word in {"if", "unless", "whether", "until"}:
            return True
        if (
            word in {",", ";", ":", "“”", "that", "and", "but"} and (word != "and" or k + 1 not in unit.phrase_at)
        ) or k in unit.group_at:
            return False
    return False


def _skip_plain(unit: Unit, k: int) -> int:
    while unit.tag(k) in {"RB", "RP"} and k not in unit.group_at and unit.low(k) not in _AMOUNTS:
        k += 1
    return k


def _following(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """The content after a cue: a quotation, a that-clause, a question word, or a bare clause."""
    frames = cue.entry.frames
    stop = stop_of(unit)
    addressee = None
    k = after
    if "told" in frames and k in unit.phrase_at and unit.phrase_at[k].i == k:
        phrase = unit.phrase_at[k]
        # "told the army it would": the addressee is the first phrase only when a clause, "that" or a quotation follows.
        addressee = (phrase.i, phrase.j)
        k = phrase.j
        if unit.low(k) == "and" and k + 1 in unit.phrase_at and unit.low(unit.phrase_at[k + 1].j) == "that":
            k = unit.phrase_at[k + 1].j
        if unit.low(k) in {"of", "in", "at", "from"} and k + 1 in unit.phrase_at and unit.phrase_at[k + 1].i == k + 1:
            k = unit.phrase_at[k + 1].j
    that = that_after(unit, k)
    if that is not None and (stop - that > 3 or unit.quoted(that + 1) or any(n > that for n in unit.group_at)):
        # "He said that was wrong": the word is the subject.
        i = that + (unit.finite_in(that + 1, that + 2) is None)
        return Frame(i, content_end(unit, i), "that", cue.j, subject, addressee) if i < stop else None
    n = skip_adverbials(unit, k) if not unit.quoted(k) else k
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
        if unit.low(q + 1) in _REASONS and unit.finite_in(q + 1, stop) is not None:
            # "says “the road is gone” because the rains have come"
            return Frame(q, content_end(unit, q), "say", cue.j, subject, addressee)
        end = q + 1
        while end + 1 < stop and unit.quoted(end + 1) and unit.low(end) in {"and", ",", "but"}:
            end += 2
        return Frame(q, end, "quote", cue.j, subject, addressee)
    if unit.low(n) in _TIMES and not cue.group.negated and "say" in frames:
        # "… is what he said when he left": a time, no question.
        return None
    if unit.low(n) in _WH and ("wh" in frames or "told" in frames) and unit.finite_in(n, stop) is not None:
        return Frame(n, content_end(unit, n), "wh", cue.j, subject, addressee)
    if unit.low(n) == "," and "say" in frames:
        m = next((m for m in range(n + 1, min(stop, n + 20)) if unit.low(m) == ","), None)
        if m is not None and bare_clause(unit, m + 1, False) and unit.finite_in(n, m) is None:
            return Frame(m + 1, content_end(unit, m + 1), "say", cue.j, subject, addressee)
        return None
    q = next(
        (m for m in range(n, min(stop, n + 12)) if unit.quoted(m) or m in unit.group_at or unit.low(m) == ","), stop
    )
    if "say" in frames and unit.quoted(q) and n in unit.phrase_at:
        # "said the rebels “might get through”": subject and quoted verb.
        return Frame(n, q + 1, "say", cue.j, subject, addressee)
    for start in {k if time_phrase(unit, k) == k and unit.low(k) not in DAYS else n: None, n: None}:
        if (
            ("say" in frames or ("told" in frames and addressee))
            and bare_clause(unit, start, "np" in frames)
            and unit.low(start) != "to"
        ):
            if start != n and unit.low(start) in {"on", "in", "at"} and not quantity(unit, start):
                continue
            return Frame(start, content_end(unit, start), "say", cue.j, subject, addressee)
    return None
