"""Content before its cue or around it: "…, he said", "…, said the mayor, …", "the men they say are gone"."""

from fogline.rules.speech.cues import Cue, Frame
from fogline.rules.speech.ends import (
    DASHES,
    SUBORDINATE,
    bare_clause,
    clause_start,
    content_end,
    is_cue,
    phrase_end,
    skip_adverbials,
    stop_of,
    that_after,
)
from fogline.rules.speech.subjects import Subject, subject_after
from fogline.rules.speech.units import Unit

_GOES_ON = frozenset(["until", "because", "since", "unless", "if", "despite"])
"""After "…, she said," these words go on with what she said; "while" and "as" hand back to the narrator."""


def inverted(unit: Unit, cue: Cue, subject: Subject | None) -> Frame | None:
    """“…,” said Mr Haddad; The boats lay at the pier, stated the harbour master, and …"""
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
    if named is None or (unit.tag(named.i) == "PRP" and unit.low(named.i) in {"it", "him", "them", "her", "me", "us"}):
        return None
    if unit.finite_in(named.j, named.j + 1) is not None:
        return None
    # Without a quotation the words before must be a clause, and the name must end the attribution.
    closes = unit.low(named.j) in {".", ",", "", ";", ":"} or (
        unit.tag(named.j) == "IN" and unit.low(named.j) != "that"
    )
    if not (unit.quoted(i - 1) or unit.quoted(i - 2)) and (unit.verb_in(0, i - 1) is None or not closes):
        return None
    return _before(unit, i, named, cue, named.j)


def postposed(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """…, the clerk said. / “…” he added on Monday, “…”"""
    if subject is None:
        return None
    subject = _after_comma(unit, subject, after)
    left = subject.i
    if left == 0 or not (unit.low(left - 1) in DASHES | {","} or unit.quoted(left - 1) or _as_clause(unit, left)):
        return _embedded(unit, cue, subject, after)
    k = skip_adverbials(unit, after)
    word = unit.low(k)
    if "told" in cue.entry.frames and k in unit.phrase_at and unit.phrase_at[k].i == k:
        k = skip_adverbials(unit, unit.phrase_at[k].j)
        word = unit.low(k)
        if word == "to":
            return None
    if that_after(unit, after) is not None or unit.quoted(k):
        return None
    ends = (
        word in {"", ".", ",", ";", ":", "…", "and", "but", "?", "—", "–", "--"}
        or word in SUBORDINATE
        or unit.tag(k) in {"VBG", "IN", "WDT"}
    )
    if not ends:
        return None
    if word in {",", ":"} and unit.quoted(k + 1) and not unit.quoted(left - 1) and not unit.quoted(left - 2):
        # "Thousands had left, she said, “and nobody counted them.”": the quotation goes on with the clause before.
        start = clause_start(unit, left - 1)
        begins = unit.low(start) in SUBORDINATE or unit.tag(start) in {"IN", "VBG", "VBN", "RB"}
        # "The mill's new roof, she said, “is a joke by any count”": subject and quoted verb.
        whole = unit.finite_in(start, left) is not None or start in unit.phrase_at
        if word == ":" or begins or not whole or unit.low(left - 1) != ",":
            return None
        return Frame(start, k + 2, "say", cue.j, subject)
    return _before(unit, left, subject, cue, k)


def _after_comma(unit: Unit, subject: Subject, after: int) -> Subject:
    """“The museum, Mr Haddad said, opened in May”: the words before the comma are no title of the speaker."""
    if not _verb_follows(unit, after):
        return subject
    comma = next((k for k in range(subject.i, subject.j) if unit.low(k) == ","), None)
    phrase = unit.phrase_at.get(comma + 1) if comma is not None else None
    if phrase is None or phrase.j != subject.j:
        return subject
    return Subject(phrase.i, subject.j, subject.j)


def _verb_follows(unit: Unit, after: int) -> bool:
    """Does a verb follow the comma at `after`, so that the attribution stands between a subject and its verb?"""
    group = unit.group_at.get(after + 1)
    if unit.low(after) != "," or group is None or group.i != after + 1:
        return False
    return group.finite or (unit.tag(group.i) == "VBN" and unit.finite_in(group.j, len(unit.tokens)) is None)


def _relative(unit: Unit, k: int) -> bool:
    """Does an attribution after `k` stand in a relative clause: "what they say is gone", "a finish that he said"?"""
    return unit.low(k) in {"what", "who", "which"} or (unit.low(k) == "that" and k - 1 in unit.phrase_at)


def _as_clause(unit: Unit, left: int) -> bool:
    return unit.low(left - 1) in {"as", "so"} and unit.low(left - 2) == ","


def _embedded(unit: Unit, cue: Cue, subject: Subject, after: int) -> Frame | None:
    """“The boats they say are missing”: a short attribution inside a noun phrase and its verb."""
    left = subject.i
    group = unit.group_at.get(after)
    if group is not None and group.finite and group.i == after and _relative(unit, left - 1):
        # "what the guards said was a mine", "men who they say are gone"
        return Frame(after, phrase_end(unit, after), "embedded", cue.j, subject) if "say" in cue.entry.frames else None
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
    while k >= 0 and unit.low(k) in DASHES | {","}:
        k -= 1
    if k < 0:
        return None
    if unit.low(k) in {"that", "which", "who"}:
        # "a request that, she said, had been refused": the attribution interrupts a relative clause.
        return Frame(after + 1, content_end(unit, after + 1), "say", cue.j, subject) if unit.low(after) == "," else None
    stop = stop_of(unit)
    if unit.quoted(k):
        start = k
        n = clause_start(unit, k)
        words = any(unit.tokens[m].text[0].isalnum() for m in range(n, k))
        if words and unit.low(k - 1) not in {",", ":", "—", "–"}:
            # "The mayor “is gone for good”, a guard said": the quotation is part of a clause.
            start = n
        end = k + 1
        nxt = after
        while nxt < stop and unit.low(nxt) in {",", ":", "and", "but", "—", "–"}:
            nxt += 1
        # The quotation goes on after the attribution: "…," he said, "…".
        if (unit.quoted(nxt) and unit.low(after) in {",", ":", "—", "–"}) or (unit.quoted(nxt) and nxt == after):
            end = nxt + 1
        return Frame(start, end, "quote", cue.j, subject)
    start = _after_a_colon(unit, clause_start(unit, k), k)
    interrupted = _interrupted(unit, k, after)
    if interrupted is not None:
        return Frame(interrupted, content_end(unit, after + 1), "say", cue.j, subject)
    if unit.verb_in(start, left) is None:
        # "In the hills, the clerk said, patrols advance": the attribution interrupts.
        if unit.low(after) == "," and bare_clause(unit, after + 1, False):
            return Frame(after + 1, content_end(unit, after + 1), "say", cue.j, subject)
        if (
            ("," not in unit.low(left - 1) and unit.low(left - 1) not in {"—", "–"})
            or left - start < 3
            or unit.tag(start) in {"IN", "VBG", "VBN", "RB"}
        ):
            return None
    if _subordinate(unit, start, left):
        if unit.low(after) not in {",", "", ".", ";"}:
            return None
        if unit.low(after) == "," and unit.finite_in(after + 1, after + 12) is not None:
            # "Though the road is open, he said, nobody uses it": the main clause follows.
            return Frame(start, content_end(unit, after + 1), "say", cue.j, subject)
    end = k + 1
    if unit.low(after) == "," and unit.low(after + 1) in {"and", "but"} and unit.quoted(after + 2):
        return Frame(start, after + 3, "say", cue.j, subject)
    if unit.low(after) == "," and unit.low(after + 1) in _GOES_ON:
        return Frame(start, content_end(unit, after + 1), "say", cue.j, subject)
    if unit.low(after) == ",":
        n = after + 1
        if unit.low(n) in {"and", "but", "or"}:
            n += 1
        group = unit.group_at.get(n)
        if group is not None and group.finite and n > after + 1 and not is_cue(unit, group):
            end = content_end(unit, n)
    return Frame(start, end, "say", cue.j, subject)


def _after_a_colon(unit: Unit, start: int, k: int) -> int:
    """“I must mend my figure: there were four, the town says”: what is said begins after the colon."""
    colon = next((n for n in range(k, start, -1) if unit.low(n) == ":"), None)
    return start if colon is None or unit.finite_in(colon, k + 1) is None else colon + 1


def _interrupted(unit: Unit, k: int, after: int) -> int | None:
    """“The ministry, the radio said, opened a road”: where a subject begins whose verb follows the attribution."""
    if not _verb_follows(unit, after):
        return None
    i = k
    while i > 0 and not (unit.low(i - 1) == ";" or (unit.low(i - 1) == "and" and unit.low(i - 2) in {",", ";"})):
        i -= 1
    return i if unit.verb_in(i, k + 1) is None or (i == 0 and k < 8 and unit.tag(0).startswith("VB")) else None


def _subordinate(unit: Unit, start: int, left: int) -> bool:
    """Is all that stands before the attribution a subordinate clause: "After the army left, residents said"?"""
    word = unit.low(start)
    if word not in SUBORDINATE and unit.tag(start) not in {"VBG", "VBN"}:
        return False
    commas = [n for n in range(start, left - 1) if unit.low(n) == ","]
    return not any(unit.finite_in(n, left) is not None for n in commas)
