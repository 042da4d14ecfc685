"""Who only relays what another says: the outlet told, the outlet at the end, the one who cites, hearsay."""

from msgspec.structs import replace

from fogline.nouns import span
from fogline.rules.speech.cues import Frame
from fogline.rules.speech.drafts import Desk, Draft
from fogline.rules.speech.nominal import owner_end
from fogline.rules.speech.sources import Named, is_outlet
from fogline.rules.speech.status import Firmness
from fogline.rules.speech.units import Unit

_RECORDS = frozenset({
    "report", "reports", "tally", "count", "data", "figures", "statement", "source", "sources", "official", "officials",
    "study", "survey", "record", "records", "document", "documents", "witness", "witnesses", "residents", "letter",
})  # fmt: skip


def hands_on(desk: Desk, outer: Draft, frame: Frame) -> bool:
    """Does the content of the claim before begin with this cue's subject, and is its source one who relays?"""
    if frame.subject is None or outer.rule != "speech.verbal" or outer.i != frame.subject.i:
        return False
    return outer.kind == "np" or is_outlet(outer.named.source.text or "")


def rumoured(desk: Desk, unit: Unit, frame: Frame, named: Named, firm: Firmness) -> Firmness:
    """“Reports say”, “rumours speak of”: the source itself is hearsay."""
    if firm.status != "asserted" or not named.source.text:
        return firm
    words = named.source.text.lower().split()
    hearsay = next(
        (word for word in words[:3] if word in {"reports", "rumours", "rumors", "speculation", "hearsay"}), None
    )
    if hearsay is None or named.source.start is None:
        return firm
    at = named.source.start + named.source.text.lower().index(hearsay)
    hedge = span(desk.text, at, at + len(hearsay))
    return Firmness("hedged", hedge, f"“{hedge.text}”: hearsay", hedge)


def relayed(
    desk: Desk, unit: Unit, frame: Frame, named: Named, cue: tuple[int, int]
) -> tuple[Frame, Named, tuple[Named, ...], tuple[int, int]]:
    """Who only relays: the outlet told, the outlet cited at the end, the one who cites another."""
    via: tuple[Named, ...] = ()
    if frame.addressee is not None and unit.low(cue[0]) in {"told", "tell", "tells", "telling", "informed"}:
        a, b = unit.tokens[frame.addressee[0]].start, unit.tokens[frame.addressee[1] - 1].end
        if (
            desk.relays(a, b)
            and unit.tag(frame.addressee[1] - 1).startswith("NN")
            and any(
                unit.tag(k).startswith("NNP") or unit.low(k) in {"television", "tv", "radio"}
                for k in range(*frame.addressee)
            )
        ):
            via = (desk.speakers.words(a, b),)
            cue = (cue[0], frame.addressee[1])
    for k in range(len(unit.tokens)):
        if unit.low(k) == "citing" and frame.subject is not None and k + 1 < len(unit.tokens):
            end = owner_end(unit, k + 1)
            if end > k + 1 and not frame.i <= k < frame.j and _can_tell(desk, unit, k + 1, end):
                cited = desk.speakers.words(unit.tokens[k + 1].start, unit.tokens[end - 1].end)
                return frame, cited, (named, *via), cue
    return frame, named, via, cue


def _can_tell(desk: Desk, unit: Unit, i: int, j: int) -> bool:
    """Are these words somebody or a record: "citing a tally", "citing officials", not "citing the flood"?"""
    if any(unit.low(k) in _RECORDS for k in range(i, j)):
        return True
    inside = desk.speakers.actors.covering(unit.tokens[i].start, unit.tokens[j - 1].end)
    return any(actor.kind != "thing" and actor.start - unit.tokens[i].start < 6 for actor in inside)


def at_the_end(desk: Desk, unit: Unit, frame: Frame, named: Named, drafts: list[Draft]) -> bool:
    """“…, the agency reported”: words that somebody tells, the agency only relays. Changes `drafts`."""
    source = named.source
    if source.start is None or source.end is None or not desk.relays(source.start, source.end):
        return False
    told = [n for n, d in enumerate(drafts) if d.cue is not None and frame.i <= d.cue[0] < frame.j and d.i >= frame.i]
    for n in told:
        drafts[n] = replace(drafts[n], via=(named, *drafts[n].via))
    return bool(told)
