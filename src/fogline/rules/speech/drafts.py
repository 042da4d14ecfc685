"""A claim on its way, and what collecting needs at hand to finish it."""

from msgspec import Struct
from msgspec.structs import replace

from fogline.nouns import Claim, Mode, Status, Time, Why, identity, span
from fogline.rules.context import Context, Index
from fogline.rules.speech.cues import Cue
from fogline.rules.speech.ends import first_verb
from fogline.rules.speech.sources import Named, Speakers, is_outlet
from fogline.rules.speech.status import Firmness, firmness
from fogline.rules.speech.units import Unit

_TRIM_LEFT = frozenset([",", ":", ";", "that", "—", "–", "―", "and", "•", "*", "·", "▪"])
_TRIM_RIGHT = frozenset([",", ":", ";", "—", "–", "and", "but", ".", "while", "(", "as"])


class Draft(Struct, frozen=True):
    """A claim on its way: content tokens, cue tokens, source, relays."""

    unit: Unit
    i: int
    j: int
    cue: tuple[int, int] | None
    named: Named
    via: tuple[Named, ...]
    firm: Firmness
    rule: str
    kind: str
    reach: tuple[int, int]


class Desk:
    """What collecting needs at hand: the context, who has spoken, the calendar times by place."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.speakers = Speakers(context)
        self.times: Index[Time] = Index(context.times)

    def claim(self, draft: Draft) -> Claim | None:
        """The claim of a draft; None when nothing but marks is left of its content."""
        unit, i, j = draft.unit, draft.i, draft.j
        while i < j and unit.low(i) in _TRIM_LEFT and not (unit.low(i) == "that" and draft.kind == "object"):
            i += 1
        while j > i and (unit.low(j - 1) in _TRIM_RIGHT):
            j -= 1
        straight = [k for k in range(i, j) if unit.low(k) == '"']
        if len(straight) == 1 and j - i > 1:
            # A mark whose partner stands elsewhere, as around the cells of a table.
            i, j = i + (straight[0] == i), j - (straight[0] == j - 1)
        if j <= i:
            return None
        start, end = unit.tokens[i].start, unit.tokens[j - 1].end
        cue = None
        if draft.cue is not None:
            cue = span(self.text, unit.tokens[draft.cue[0]].start, unit.tokens[draft.cue[1] - 1].end)
        why = [draft.named.why]
        if draft.via:
            why += [replace(named.why, field="via") for named in draft.via]
        why.append(Why("status", "speech.firmness", draft.firm.words, draft.firm.note))
        return Claim(
            start=start,
            end=end,
            text=self.text[start:end],
            id=identity("claim", self.context.report.id, start, end, cue.start if cue else ""),
            source=draft.named.source,
            via=tuple(named.source.name for named in draft.via),
            cue=cue,
            hedge=draft.firm.hedge,
            status=draft.firm.status,
            mode=self._mode(unit, i, j),
            said=self._said(unit, draft.reach, start, end),
            score=None,
            rule=draft.rule,
            why=tuple(why),
        )

    def relays(self, start: int, end: int) -> bool:
        """Do these words name an outlet or an agency, who relays rather than speaks?"""
        if is_outlet(self.text[start:end]):
            return True
        return any(actor.kind == "agency" for actor in self.speakers.actors.covering(start, end))

    def _mode(self, unit: Unit, i: int, j: int) -> Mode:
        a, b = unit.tokens[i].start, unit.tokens[j - 1].end
        inside = [quote for quote in unit.quotes if quote.start < b and quote.end > a]
        if not inside:
            return "indirect"
        if inside[0].start <= a and inside[-1].end >= b:
            return "direct"
        return "mixed"

    def _said(self, unit: Unit, reach: tuple[int, int], start: int, end: int) -> str | None:
        a, b = unit.tokens[reach[0]].start, unit.tokens[min(reach[1], len(unit.tokens)) - 1].end
        for time in self.times.covering(a, b):
            if (
                (time.end <= start or time.start >= end)
                and time.value
                and len(time.value) == 10
                and time.value[4] == "-"
            ):
                return time.value
        return None

    def firm(self, unit: Unit, i: int, j: int, cue: Cue | None, kind: str, base: Status, name: str) -> Firmness:
        """The status of the content ``i..j``."""
        start, end = unit.tokens[i].start, unit.tokens[min(j, len(unit.tokens)) - 1].end
        return firmness(self.text, start, end, unit, cue, kind, base, name, first_verb(unit, i, j))
