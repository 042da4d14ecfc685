"""Content that is an object or an infinitive: "demanded an inquiry", "urged them to go", "put the dead at 14"."""

from collections.abc import Callable

from fogline.rules.speech.cues import Cue, Frame
from fogline.rules.speech.ends import TOLL, content_end, phrase_end, skip_adverbials, stop_of, that_after
from fogline.rules.speech.subjects import Subject
from fogline.rules.speech.timing import DAYS, time_phrase
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import COUNT_NOUNS

Maker = Callable[[Unit, Cue, Subject | None, int], Frame | None]
"""What makes a frame: the unit, the cue, its subject, the first token after it."""

_COUNTS = COUNT_NOUNS | {"dead", "losses"}
_NO_TELLERS = frozenset(
    ["flood", "fire", "war", "fighting", "deaths", "attack", "battle", "raid", "blast", "it", "this"]
)
_NO_OBJECT = frozenset(["it", "him", "them", "us", "me", "so"])
_OBJECT_TAGS = frozenset(
    ["DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "VBG", "PDT", "JJR", "JJS", "WP"]
)


def _object_starts(unit: Unit, k: int) -> bool:
    return unit.tag(k) in _OBJECT_TAGS or unit.low(k) in {'"', "“", "«", "‘", "no", "nearly", "about", "almost"}


def _np(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    k = after if unit.low(after) not in {"at", "on", "in"} else skip_adverbials(unit, after)
    if unit.low(k) == "'s" or k >= stop_of(unit) or time_phrase(unit, k) > k:
        return None
    if unit.quoted(k):
        return Frame(k, phrase_end(unit, k), "np", cue.j, subject)
    if _object_starts(unit, k):
        if (unit.tag(k) == "PRP" and unit.low(k) not in {"it", "this"}) or unit.low(k) in _NO_OBJECT:
            return None
        return Frame(k, phrase_end(unit, k), "np", cue.j, subject)
    return None


def _to(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    k = after
    while k < after + 4 and unit.low(k) != "to" and unit.low(k) in DAYS | {"on", "not", "also"}:
        k += 1
    if unit.low(k) == "to" and unit.group_at.get(k) is not None and unit.group_at[k].infinitive:
        return Frame(k, content_end(unit, k), "to", cue.j, subject)
    return None


def _object_then(*links: str) -> Maker:
    def made(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
        if not _object_starts(unit, after) or (
            unit.low(after) in {"it", "there"}
            and "at" not in links
            and "of" not in links
            and "for" not in links
            and "as" not in links
        ):
            return None
        limit = min(stop_of(unit), after + 25)
        for n in range(after + 1, limit):
            if unit.low(n) in links:
                if links == ("at",) and not _number_follows(unit, n + 1):
                    continue
                # "put it at 27": the number alone is the content.
                i = n + 1 if unit.low(after) in {"it", "this", "that"} and links == ("at",) else after
                return Frame(i, phrase_end(unit, i), "object", cue.j, subject)
            group = unit.group_at.get(n)
            if (group is not None and group.finite) or unit.low(n) in {";", ":"}:
                return None
        return None

    return made


def _number_follows(unit: Unit, k: int) -> bool:
    return unit.quoted(k) or any(
        unit.tag(n) == "CD" or unit.low(n) in {"dozens", "scores", "hundreds", "thousands", "%"}
        for n in range(k, k + 5)
    )


def _that_only(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    that = that_after(unit, after)
    if that is None or that - after > 3 or that + 1 >= stop_of(unit):
        return None
    return Frame(that + 1, content_end(unit, that + 1), "that", cue.j, subject)


def _np_to(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    k = after
    if k not in unit.phrase_at:
        return None
    limit = min(stop_of(unit), k + 18)
    for n in range(k, limit):
        group = unit.group_at.get(n)
        if group is not None and group.infinitive and group.i == n and unit.low(n) == "to":
            return Frame(n, content_end(unit, n), "np_to", cue.j, subject, (k, n))
        if (group is not None and group.finite) or unit.low(n) in {";", ":", "that", ","}:
            return None
    return None


def _prep(*links: str) -> Maker:
    def made(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
        k = after
        if "told" in cue.entry.frames and k in unit.phrase_at:
            k = unit.phrase_at[k].j
        while unit.low(k) in {"this", "last"} and k in unit.phrase_at and unit.low(unit.phrase_at[k].j) in links:
            k = unit.phrase_at[k].j
        if unit.low(k) not in links and (
            links[0] in {"of", "about", "against"} or unit.low(k) not in {"to", "on", "in", "again"}
        ):
            return None
        for n in range(k, min(stop_of(unit), k + 10)):
            if unit.low(n) in links:
                return (
                    Frame(n + 1, phrase_end(unit, n + 1), links[0], cue.j if n > k else n + 1, subject)
                    if n + 1 < stop_of(unit)
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
    if subject is not None and unit.low(subject.i - 1) in {"what", "which"} and (_object_starts(unit, after)):
        # "what she called a rant": the label alone stands after the verb.
        return Frame(after, phrase_end(unit, after), "object", cue.j, subject)
    if after not in unit.phrase_at or unit.phrase_at[after].i != after or unit.low(after).endswith(("self", "selves")):
        return None
    k = unit.phrase_at[after].j
    while unit.low(k) in {"of", "for", "and", "on", "in"} and k + 1 in unit.phrase_at:
        k = unit.phrase_at[k + 1].j
    if (
        unit.quoted(k)
        or (k in unit.phrase_at and unit.phrase_at[k].i == k)
        or unit.tag(k) in {"JJ", "DT"}
        or unit.low(k) in {'"', "“", "'", "‘", "«"}
    ):
        return Frame(after, phrase_end(unit, after), "object", cue.j, subject)
    return None


def _whole(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """The cue and all its clause: "claimed responsibility"."""
    start = subject.i if subject is not None else cue.group.i
    return Frame(start, phrase_end(unit, cue.j), "whole", cue.j, subject)


def _ving(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“The factions deny having used such weapons.”"""
    group = unit.group_at.get(after)
    if group is None or group.i != after or unit.tag(after) != "VBG":
        return None
    return Frame(after, phrase_end(unit, after), "np", cue.j, subject)


def _np_blame(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“Laid the blame for the fire on the army.”"""
    phrase = unit.phrase_at.get(after)
    if phrase is None or unit.low(phrase.head) not in {"blame", "responsibility", "guilt", "onus"}:
        return None
    return Frame(after, phrase_end(unit, after), "object", cue.j, subject)


def _np_number(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“The clinic tallied 31 by noon.”"""
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
    """“The clinic had it at 31.”"""
    if unit.low(after) not in {"it", "them", "this"} or unit.low(after + 1) != "at":
        return None
    return _np_number(unit, cue, subject, after + 1)


def _np_toll(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“The hospital now has 31 dead and 12 wounded.”"""
    k = after
    while unit.low(k) in {"at", "least", "about", "some", "nearly", "over", "only", "almost"}:
        k += 1
    if unit.tag(k) != "CD" or not any(unit.low(n) in TOLL for n in range(k + 1, k + 4)):
        return None
    return Frame(after, phrase_end(unit, after), "np", cue.j, subject)


def _np_count(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“The ministry raised the toll to 31”: a count that somebody puts forward, not what made it rise."""
    phrase = unit.phrase_at.get(after)
    end = phrase.j if phrase is not None else after + (unit.low(after) in {"it", "that", "this"})
    counts = any(unit.low(k) in _COUNTS for k in range(after, end)) or unit.low(after) in {"it", "that", "this"}
    while unit.low(end) == "of" and end + 1 in unit.phrase_at:
        end = unit.phrase_at[end + 1].j
    while unit.tag(end) == "RB":  # "raised it sharply to 31"
        end += 1
    if not counts or subject is None or unit.low(end) not in {"to", "from", "at", "by"}:
        return None
    if not _number_follows(unit, end + 1) or unit.low(subject.head - 1) in _NO_TELLERS:
        return None
    return Frame(after, phrase_end(unit, after), "object", cue.j, subject)


def _np_it(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“A rebel captain denied that.”: what was said before is meant; the clause itself is the claim."""
    if subject is None or unit.low(after) not in {"it", "that", "this", "them", "both"}:
        return None
    if unit.low(after + 1) not in {"", ".", ",", ";", "and", "but", "with", "on", "in", "at", "as"}:
        return None
    return Frame(subject.i, after + 1, "whole", cue.j, subject)


def _np_vb(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“A shepherd saw gunmen burn the mill.”"""
    phrase = unit.phrase_at.get(after)
    if phrase is None or phrase.i != after or subject is None or unit.tag(after) == "PRP$":
        return None
    group = unit.group_at.get(phrase.j)
    if group is None or group.i != phrase.j or unit.tag(phrase.j) not in {"VB", "VBP", "VBG"}:
        return None
    return Frame(after, content_end(unit, after), "np", cue.j, subject)


def _np_negated(unit: Unit, cue: Cue, subject: Subject | None, after: int) -> Frame | None:
    """“The clans do not endorse the truce.”"""
    return _np(unit, cue, subject, after) if cue.group.negated else None


OBJECTS: dict[str, Maker] = {
    "np_blame": _np_blame,
    "ving": _ving,
    "np_number": _np_number,
    "np_toll": _np_toll,
    "np_count": _np_count,
    "np_it": _np_it,
    "np_vb": _np_vb,
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
    "of": _prep("of"),
    "about": _prep("about", "over"),
    "against": _prep("against"),
    "with": _prep("with"),
    "whole": _whole,
}
