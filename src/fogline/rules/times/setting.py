"""From where a calendar expression is reckoned: the day of telling, the day last spoken of, the tense of its clause."""

from bisect import bisect_left
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from fogline.grammar import Sentence
from fogline.grammar.phrases import VerbGroup, verb_groups
from fogline.rules.times.almanac import Stretch
from fogline.rules.times.scan import Expression
from fogline.rules.times.words import cues

__all__ = ["Anchor", "Setting", "Value", "tense"]

Tense = Literal["past", "present", "future"]


class Anchor(Struct, frozen=True):
    """A day to reckon from, and how the report has it, in words ("published", "caption day", "spoken of before")."""

    at: date
    how: str

    def __str__(self) -> str:
        return (
            f"{self.how}: {self.at.isoformat()}" if self.how.endswith("before") else f"{self.how} {self.at.isoformat()}"
        )


class Setting(Struct, frozen=True):
    """What an expression's value may rest on. `here`: the day of telling; `spoken`: the stretch last spoken of.

    `day_first`: do the report's numeric dates put the day first? None where nothing tells. `sunday`: its weeks begin
    on Sunday.
    """

    here: Anchor | None
    spoken: Anchor | None
    spoken_of: Stretch | None
    tense: Tense
    day_first: bool | None = None
    sunday: bool = False


class Value(Struct, frozen=True):
    """What an expression says: ISO value, TIMEX3 value, vagueness, the anchor in words, and the days it covers."""

    value: str | None
    timex: str | None
    approx: bool = False
    anchor: str | None = None
    days: Stretch | None = None


_AHEAD: Final = cues("ahead")
_SCHEDULED: Final = cues("scheduled")
_ASKING: Final = cues("asking")
_DEMAND: Final = cues("demand")
_TELLING: Final = cues("telling")
_MODALS: Final = frozenset(
    ["will", "'ll", "shall", "would", "may", "might", "could", "can", "should", "must", "wo", "ca", "'d"]
)
_DEADLINE: Final = frozenset(["by", "until", "till", "before"])


@lru_cache(maxsize=1024)  # asked for the day of publication, and again for the times
def tense(e: Expression) -> Tense:
    """The tense of the clause that an expression stands in, as far as it tells whether the time is over or to come.

    A time belongs to the nearest verb before it in its clause, or else to the next one. A caption tells what was.
    """
    sentence = e.sentence
    groups = verb_groups(sentence)
    if not groups:
        return "present"
    lead = [token.low for token in e.sentence.tokens[max(0, e.i - 3) : e.i]]
    if lead in (["as", "soon", "as"], ["as", "early", "as"], ["no", "later", "than"]):
        return "future"
    near = e.before()
    if near is not None and near.low in {"on", "late", "early", "since"}:
        near = e.before(2)
    at = bisect_left(groups, e.i, key=lambda group: group.j)
    closing = next((g for g in groups[max(0, at - 1) : at + 1] if e.i - 1 <= g.j <= e.i), None)
    ahead_or_now = closing is not None and (closing.modal is not None or _now(sentence, closing))
    if near is not None and near.tag in {"VBD", "VBN"} and near.low not in _AHEAD and not ahead_or_now:
        return "past"
    following = e.after()
    possessed = following is not None and following.low == "'s"
    # The verb group that ends at or before the expression, not across a full break of the sentence.
    before = groups[at] if at < len(groups) and groups[at].j <= e.i else groups[at - 1] if at else None
    after = next((g for g in groups[at : at + 2] if g.i >= e.j), None)
    if before is not None and after is not None and _breaks(sentence, before.j, e.i):
        before = None
    if after is not None and before is None and _breaks(sentence, e.j, after.i):
        after = None
    chosen = before or after
    if chosen is None:
        return "present"
    found = _of(sentence, chosen, groups)
    if before is not None and found != "future" and _asked_for(sentence, chosen, e.i):
        return "future"
    if found == "present" and before is not None and _scheduled(e, chosen):
        return "future"
    if found == "present" and e.i and sentence.tokens[e.i - 1].low in {"by", "until", "till"}:
        return "future"
    if possessed and found == "future" and chosen.modal not in {"will", "'ll"}:
        return "past"  # "to look into Monday's raid"
    if found == "past" and sentence.kind == "caption":
        return "past"
    if before is not None and found == "past" and e.i and sentence.tokens[e.i - 1].low in _DEADLINE:
        words = {t.low for t in sentence.tokens[max(0, before.i - 4) : e.i]}
        if words & _AHEAD:
            return "future"
    return found


def _asked_for(sentence: Sentence, group: VerbGroup, i: int) -> bool:
    """Is what stands here asked for or demanded: "appealed for a pause on …", "the demand that all go on …"?"""
    tokens = sentence.tokens
    if tokens[group.head].low in _ASKING and any(t.low == "for" for t in tokens[group.j : min(i, group.j + 6)]):
        return True
    if tokens[group.head].tag in {"VB", "VBP"}:
        lead = [t.low for t in tokens[max(0, group.i - 6) : group.i]]
        return "that" in lead and bool(_DEMAND & set(lead))
    return False


def _scheduled(e: Expression, group: VerbGroup) -> bool:
    """A present tense with a day: "parliament sits on Saturday"; not in headlines, nor with verbs of telling."""
    if e.form not in {"weekday", "date"} or e.sentence.kind != "body" or not group.finite or group.perfect:
        return False
    head = e.sentence.tokens[group.head]
    before = e.before()
    return (
        head.tag in {"VBZ", "VBP"}
        and head.low not in _TELLING
        and ("v" in e.code or (before is not None and before.low == "on"))
    )


def _now(sentence: Sentence, group: VerbGroup) -> bool:
    """Is the group a present passive: "is closed", "are being moved"?"""
    first = sentence.tokens[group.i].low
    return first in {"is", "are", "am", "'re"} and not group.perfect and sentence.tokens[group.head].tag == "VBN"


def _breaks(sentence: Sentence, i: int, j: int) -> bool:
    """Does a semicolon, a colon or a dash stand between these tokens?"""
    return any(token.low in {";", ":", "—"} for token in sentence.tokens[i:j])


def _of(sentence: Sentence, group: VerbGroup, groups: tuple[VerbGroup, ...]) -> Tense:
    tokens = sentence.tokens
    if group.modal is not None and group.modal in _MODALS:
        return "past" if group.perfect and group.modal in {"may", "might", "could", "must"} else "future"
    words = [token.low for token in tokens[group.i : group.j]]
    if group.infinitive or (group.i and tokens[group.i - 1].low == "to" and tokens[group.head].tag == "VB"):
        lead = [t.low for t in tokens[max(0, group.i - 8) : group.i + 1]]
        if any(word in _AHEAD for word in lead):
            return "future"
        if any(t.low in {"is", "are", "'s", "'re"} for t in tokens[max(0, group.i - 1) : group.i]):
            return "future"
        earlier = [g for g in groups if g.i < group.i and g.finite]
        return _of(sentence, earlier[-1], groups) if earlier else "future"
    if tokens[group.i].tag == "VB" and not group.finite:
        lead = [t.low for t in tokens[max(0, group.i - 8) : group.i]]
        return "future" if any(word in _AHEAD for word in lead) else "present"
    if _now(sentence, group):
        return "future" if set(words) & _SCHEDULED else "present"
    if any(word in {"was", "were", "had", "did"} for word in words) or group.past:
        nearby = {token.low for token in tokens[group.i : group.j]}
        return "future" if nearby & _SCHEDULED and not group.perfect else "past"
    if group.perfect or tokens[group.head].tag in {"VBD", "VBN"}:
        nearby = {token.low for token in tokens[group.i : group.j]}
        return "future" if nearby & _SCHEDULED else "past"
    if tokens[group.head].low in {"going", "due", "set"}:
        return "future"
    if tokens[group.head].tag == "VBG":
        finite = [g for g in groups if g.finite and g.i < group.i]
        if not group.progressive and finite:
            return _of(sentence, finite[-1], groups)
    return "present"
