"""Passives of saying: "is believed to", "men accused of …", "was claimed by"."""

from collections.abc import Iterator

from fogline.grammar.phrases import VerbGroup
from fogline.nouns import Status
from fogline.rules.speech.ends import clause_start, content_end, phrase_end
from fogline.rules.speech.nominal import Found, owner_end
from fogline.rules.speech.subjects import subject_before
from fogline.rules.speech.units import Unit
from fogline.rules.speech.words import verbs


def passive(unit: Unit) -> Iterator[Found]:
    """A passive of saying or thinking (“is believed to”, “was reported to have”) names nobody who answers for it."""
    for group in unit.groups:
        head = group.head
        word = unit.low(head)
        if unit.tag(head) not in {"VBN", "VBD"}:
            continue
        if word == "claimed" and group.passive and group.finite and unit.low(group.j) == "by":
            yield from _claimed_by(unit, group)
            continue
        reduced = not group.passive
        entry = next((entry for rest, entry in verbs().get(word, ()) if not rest and entry.passive), None)
        if entry is None:
            continue
        if (
            unit.low(group.j) == "to"
            and entry.passive != "forecast"
            and any("np_to" in e.frames for _, e in verbs()[word])
        ):
            # "They were told to leave": an order that nobody is named for.
            continue
        status: Status = entry.passive or "hedged"
        after = group.j
        if reduced:
            if group.i == 0 or (group.i - 1) not in unit.phrase_at or group.j - group.i > 1 or unit.tag(head) != "VBN":
                continue
            if (
                (
                    unit.low(after) == "to"
                    and unit.group_at.get(after) is not None
                    and unit.group_at[after].infinitive
                    and unit.low(unit.group_at[after].i + 1) in {"be", "have"}
                )
                or ("np_of" in entry.frames and unit.low(after) == "of")
                or ("np_to_np" in entry.frames and unit.low(after) == "to")
            ):
                i = unit.phrase_at[group.i - 1].i
                while i > 1 and unit.low(i - 1) in {"to", "and", "of"} and i - 2 in unit.phrase_at:
                    i = unit.phrase_at[i - 2].i
                asserted = status == "asserted"
                yield Found(
                    i,
                    phrase_end(unit, after),
                    head,
                    head + 1,
                    None,
                    status,
                    None if asserted or status == "forecast" else (head, head + 1),
                    "speech.passive",
                    "passive",
                )
            continue
        if not group.finite:
            continue
        by = (after + 1, owner_end(unit, after + 1)) if unit.low(after) == "by" else None
        if by is not None:
            after = by[1]
        hedge = (group.i, group.j) if status == "hedged" else None
        link = unit.low(after)
        infinitive = unit.group_at.get(after)
        if (link == "to" and infinitive is not None and infinitive.infinitive) or (
            link in {"of", "for"} and {"np_of", "np_for"} & set(entry.frames)
        ):
            subject = subject_before(unit, group)
            i, j = subject.i if subject is not None else clause_start(unit, group.i), content_end(unit, after)
        elif link == "that" and unit.low(group.i - 1) == "it":
            i, j = after + 1, content_end(unit, after + 1)
        else:
            continue
        yield Found(
            i,
            j,
            head,
            head + 1,
            by,
            status if by is None or status != "hedged" else "asserted",
            hedge if by is None else None,
            "speech.passive",
            "passive",
        )


def _claimed_by(unit: Unit, group: VerbGroup) -> Iterator[Found]:
    """“The attack was claimed by the brigade”: the brigade says that it was the one."""
    subject = subject_before(unit, group)
    end = owner_end(unit, group.j + 1)
    if subject is not None and end > group.j + 1:
        head = group.head
        yield Found(subject.i, end, head, head + 1, (group.j + 1, end), "asserted", None, "speech.passive", "passive")
