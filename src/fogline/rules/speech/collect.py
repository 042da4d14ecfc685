"""From frames to claims: content, cue, source, relay, status and date put together, each with what it rests on."""

from msgspec.structs import replace

from fogline.nouns import AUTHOR, UNNAMED, Claim, Source, Why, span
from fogline.rules.speech.cues import Cue, Frame, cues_of
from fogline.rules.speech.drafts import Desk, Draft
from fogline.rules.speech.ends import other_voice
from fogline.rules.speech.frames import verbal
from fogline.rules.speech.hedged import author_hedges
from fogline.rules.speech.nominal import Found, according_to, counted, nominal, quoted_as
from fogline.rules.speech.passives import passive
from fogline.rules.speech.relays import at_the_end, hands_on, relayed, rumoured
from fogline.rules.speech.sources import Named
from fogline.rules.speech.status import Firmness
from fogline.rules.speech.subjects import Subject, phrase_before, subject_before
from fogline.rules.speech.units import Unit

_NO_SPEAKERS = [
    "nobody",
    "no one",
    "no-one",
    "none",
    "nothing",
    "neither",
    "neither side",
    "neither party",
    "everything",
]
# An article alone speaks as little: in "an estimated 60 men" the tagger's verb is none.
_NOBODY = frozenset([*_NO_SPEAKERS, "a", "an", "the"])


def of_unit(desk: Desk, unit: Unit) -> list[Claim]:
    """All claims of one unit, in order."""
    drafts: list[Draft] = []
    relays = list(quoted_as(unit))
    taken: list[tuple[int, int]] = []
    for found, relay in relays:
        draft = _relay(desk, unit, found, relay)
        drafts.append(draft)
        taken.append((found.cue_i, found.cue_j))
    previous: Named | None = None
    for cue in cues_of(unit):
        if any(a <= cue.group.head < b for a, b in taken):
            continue
        frame = verbal(unit, cue)
        if frame is None or frame.j <= frame.i:
            continue
        # A cue inside another's content is told by that speaker; only a relay hands over to it.
        holder = next((d for d in drafts if d.rule == "speech.verbal" and d.i <= cue.group.head < d.j), None)
        if holder is not None and not hands_on(desk, holder, frame):
            continue
        named = _source(desk, unit, cue, frame, previous)
        if named is None or named.own or (named.source.text or "").lower() in _NOBODY:
            continue
        previous = named
        taken.append((cue.group.head, cue.group.head + 1))
        frame, named, via, cue_span = relayed(desk, unit, frame, named, (cue.group.head, frame.cue_j))
        firm = desk.firm(unit, frame.i, frame.j, cue, frame.kind, cue.entry.status, named.source.text or "")
        firm = rumoured(desk, unit, frame, named, firm)
        if frame.j <= cue.group.i and at_the_end(desk, unit, frame, named, drafts):
            continue
        if drafts and hands_on(desk, drafts[-1], frame):
            # "The radio reported the minister recommended …": who reports only relays.
            via = (drafts[-1].named, *via)
            drafts.pop()
        frame = _shared(unit, frame, drafts)
        left = min(frame.subject.i if frame.subject else cue.group.i, cue.group.i)
        reach = (left, max(cue.j + 6, left + 1))
        rows = _split(desk, unit, cue, frame, named, firm)
        drafts.extend(
            Draft(unit, i, j, cue_span, named, via, mood, "speech.verbal", frame.kind, reach) for i, j, mood in rows
        )
        drafts.extend(judged(desk, unit, cue, frame))
        desk.speakers.remember(named)
    for found in (*according_to(unit), *passive(unit), *nominal(unit), *counted(unit)):
        drafts.extend(_plain(desk, unit, found, drafts))
    for found in author_hedges(unit):
        if any(d.i <= found.cue_i < d.j for d in drafts if d.rule not in {"speech.nominal", "speech.author_hedges"}):
            continue
        if any(d.firm.hedge is not None and d.firm.hedge.start == unit.tokens[found.cue_i].start for d in drafts):
            continue
        firm = Firmness(
            "hedged",
            span(desk.text, unit.tokens[found.cue_i].start, unit.tokens[found.cue_j - 1].end),
            "the report's own words leave it open",
        )
        own = Named(Source(AUTHOR), Why("source", found.rule, None, "the report's own voice"))
        # "Presumably they expect that …": the hedge governs the cue, nobody has said it.
        drafts = [
            d
            for d in drafts
            if not (
                d.rule == "speech.verbal"
                and d.cue is not None
                and found.cue_j <= d.cue[0] < found.j
                and found.i <= d.cue[0]
            )
        ]
        drafts.append(
            Draft(unit, found.i, found.j, None, own, (), firm, found.rule, "hedge", (found.cue_i, found.cue_j))
        )
    return _merge(desk, unit, drafts)


def _split(
    desk: Desk, unit: Unit, cue: Cue, frame: Frame, named: Named, firm: Firmness
) -> list[tuple[int, int, Firmness]]:
    """A content "A and that B" is two claims when A and B are put forward in different ways: told, denied, foretold."""
    if frame.kind != "that":
        return [(frame.i, frame.j, firm)]
    for k in range(frame.i + 2, frame.j - 3):
        if (
            unit.low(k) in {"and", "but"}
            and unit.low(k + 1) == "that"
            and (unit.quoted(k + 2) or unit.finite_in(k + 1, frame.j) is not None)
        ):
            name = named.source.text or ""
            one = desk.firm(unit, frame.i, k, cue, "that", cue.entry.status, name)
            two = desk.firm(unit, k + 2, frame.j, cue, "that", cue.entry.status, name)
            if one.status != two.status:
                return [(frame.i, k, one), (k + 2, frame.j, two)]
    return [(frame.i, frame.j, firm)]


def _shared(unit: Unit, frame: Frame, drafts: list[Draft]) -> Frame:
    """“The town denied arming the clan, as the report alleges”: what is denied is what is alleged."""
    if frame.subject is None or unit.low(frame.subject.i - 1) != "as" or frame.j > frame.subject.i:
        return frame
    inner = next((d for d in drafts if d.cue is not None and frame.i <= d.cue[0] < d.i and d.j <= frame.j), None)
    if inner is None:
        return frame
    return Frame(inner.i, inner.j, frame.kind, frame.cue_j, frame.subject, frame.addressee)


def judged(desk: Desk, unit: Unit, cue: Cue, frame: Frame) -> list[Draft]:
    """“…, which the guards call nonsense”: the same words, rejected by somebody else."""
    k = frame.j + 1
    group = other_voice(unit, k) if unit.low(frame.j) == "," else None
    if group is None:
        return []
    subject = subject_before(unit, group)
    if subject is None or subject.i <= k:
        return []
    named = desk.speakers.of(unit, subject)
    end = min(len(unit.tokens), group.j + 3)
    words = span(desk.text, unit.tokens[group.i].start, unit.tokens[group.j - 1].end)
    firm = Firmness("denied", None, f"“{words.text}”: somebody else's judgement of these words", words)
    return [Draft(unit, frame.i, frame.j, (group.i, group.j), named, (), firm, "speech.judged", "that", (k, end))]


def _merge(desk: Desk, unit: Unit, drafts: list[Draft]) -> list[Claim]:
    """Drop what stands inside another's content: cues inside it are told by that speaker."""
    kept: list[Draft] = []
    spans: dict[tuple[int, int], list[Draft]] = {}
    for draft in drafts:
        spans.setdefault((draft.i, draft.j), []).append(draft)
    for draft in drafts:
        inner = False
        twins = spans[draft.i, draft.j]
        if len(twins) > 1 and {"speech.nominal", "speech.verbal"} <= {twin.rule for twin in twins}:
            # "rejected his demand that …" is his demand; "confirmed reports that …" is a confirmation.
            owned = any(twin.rule == "speech.nominal" and twin.firm.hedge is None for twin in twins)
            if draft.rule == ("speech.verbal" if owned else "speech.nominal"):
                continue
        for other in drafts:
            if other is draft or other.cue is None or draft.cue is None:
                continue
            if (
                other.i <= draft.cue[0]
                and draft.cue[1] <= other.j
                and (other.j - other.i) > 0
                and not (draft.i <= other.cue[0] < draft.j)
            ):
                if (
                    draft.rule == "speech.passive"
                    and other.named.source.name in {UNNAMED, AUTHOR}
                    and other.rule == "speech.passive"
                ):
                    continue
                if draft.rule == "speech.nominal" and (draft.firm.hedge is not None or other.kind in {"np", "object"}):
                    continue
                inner = True
        if not inner:
            kept.append(draft)
    made: list[Claim] = []
    seen: set[object] = set()
    for draft in kept:
        claim = desk.claim(draft)
        key = (claim.start, claim.end, claim.source.name) if claim is not None else None
        if claim is not None and key not in seen:
            seen.add(key)
            made.append(claim)
    return sorted(made, key=lambda claim: (claim.start, -claim.end))


def _source(desk: Desk, unit: Unit, cue: Cue, frame: Frame, previous: Named | None) -> Named | None:
    group = cue.group
    if frame.subject is not None:
        k = frame.subject.i
        low = unit.low(k)
        if (
            frame.subject.j - k == 1
            and low in {"it", "there", "that", "this", "which", "what"}
            and (group.passive or low in {"there", "that", "what"})
        ):
            return None
        if group.passive and "told" not in cue.entry.frames:
            return None
        if group.passive:
            return desk.speakers.unnamed("the passive names nobody who told it")
        named = desk.speakers.of(unit, frame.subject)
        if low in {"he", "she"} and frame.subject.j - k == 1 and frame.i < k:
            topic = desk.speakers.just_introduced(named, "m" if low == "he" else "f")
            if topic is not None:
                return topic
        if frame.kind == "quote" and frame.subject.j - k == 1 and unit.tag(k) == "PRP":
            if previous is not None and previous.plural == named.plural:
                return previous
            return desk.speakers.outside(named, unit.tokens[frame.i].start, unit.tokens[frame.j - 1].end)
        return named
    if group.passive:
        return None
    if unit.low(group.i - 1) in {"who", "which", "that"}:
        found = phrase_before(unit, group.i - 2 if unit.low(group.i - 2) == "," else group.i - 1)
        if found:
            return desk.speakers.of(unit, Subject(found[0], group.i - 1, found[1]))
        # "Tales went round which tell of …": the relative clause stands after its noun's own verb.
        before = unit.group_at.get(group.i - 2)
        extraposed = subject_before(unit, before) if before is not None and before.finite else None
        return desk.speakers.of(unit, extraposed) if extraposed is not None else None
    if previous is not None:
        return previous
    earlier = [other for other in unit.finite if other.i < group.i]
    if earlier:
        subject = subject_before(unit, earlier[0])
        return desk.speakers.of(unit, subject) if subject is not None else None
    if not group.finite:
        later = next((other for other in unit.finite if other.i > group.j), None)
        subject = subject_before(unit, later) if later is not None else None
        return desk.speakers.of(unit, subject) if subject is not None else None
    return None


def _relay(desk: Desk, unit: Unit, found: Found, relay: tuple[int, int] | None) -> Draft:
    if found.owner is not None:
        named = desk.speakers.of(unit, Subject(found.owner[0], found.owner[1], found.owner[1]))
    else:
        named = desk.speakers.unnamed("nobody is named")
    via = (desk.speakers.of(unit, Subject(relay[0], relay[1], relay[1])),) if relay is not None else ()
    base = found.status
    firm = desk.firm(unit, found.i, found.j, None, found.kind, base, named.source.text or "")
    desk.speakers.remember(named)
    return Draft(
        unit,
        found.i,
        found.j,
        (found.cue_i, found.cue_j),
        named,
        via,
        firm,
        found.rule,
        found.kind,
        (min(found.cue_i, found.i), found.cue_j),
    )


def _plain(desk: Desk, unit: Unit, found: Found, drafts: list[Draft]) -> list[Draft]:
    if found.owner is not None:
        i, j = found.owner
        if unit.tag(i) == "PRP$":
            start, end = unit.tokens[i].start, unit.tokens[j - 1].end
            actor = next((a for a in desk.speakers.actors.covering(start, end) if a.start == start), None)
            named = (
                Named(
                    Source(actor.name, start, end, desk.text[start:end]),
                    Why("source", "speech.speaker", span(desk.text, start, end), "the owner of the words"),
                )
                if actor
                else (desk.speakers.last() or desk.speakers.unnamed("nobody is named"))
            )
        else:
            phrase = unit.phrase_at.get(i)
            named = desk.speakers.of(unit, Subject(i, j, min(j, phrase.j) if phrase is not None else j))
    else:
        named = desk.speakers.unnamed("nobody is named who answers for it")
    if (
        found.owner is not None
        and found.rule == "speech.according_to"
        and desk.relays(unit.tokens[found.owner[0]].start, unit.tokens[found.owner[1] - 1].end)
    ):
        # "…, the army said, according to Reuters": the outlet relays what another claim already carries.
        for n, draft in enumerate(drafts):
            if found.i <= draft.i < max(found.j, found.i + 1) and draft.rule != "speech.nominal":
                drafts[n] = replace(draft, via=(named, *draft.via))
                return []
    hedge = (
        span(desk.text, unit.tokens[found.hedge[0]].start, unit.tokens[found.hedge[1] - 1].end)
        if found.hedge is not None
        else None
    )
    if hedge is not None:
        firm = Firmness("hedged", hedge, f"“{hedge.text}” names nobody who answers for it", hedge)
    elif found.status == "asserted":
        firm = desk.firm(unit, found.i, found.j, None, found.kind, "asserted", named.source.text or "")
    else:
        word = span(desk.text, unit.tokens[found.cue_i].start, unit.tokens[found.cue_j - 1].end)
        firm = Firmness(found.status, None, f"“{word.text}” makes it {found.status}", word)
    if found.rule == "speech.according_to":
        desk.speakers.remember(named)
    return [
        Draft(
            unit,
            found.i,
            found.j,
            (found.cue_i, found.cue_j),
            named,
            (),
            firm,
            found.rule,
            found.kind,
            (found.cue_i, found.cue_j + 4),
        )
    ]
