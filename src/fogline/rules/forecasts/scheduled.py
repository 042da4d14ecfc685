"""Where a sentence gives a timetable: "the court sits on Friday", "the envoys are to meet next week"."""

from typing import Final

from fogline.grammar import Sentence
from fogline.rules.forecasts.signs import NOT, PAST, Trigger, low, tag
from fogline.rules.forecasts.words import predicates, scheduled, wordset

__all__ = ["is_scheduled", "timetable"]

_AIMS: Final = wordset(
    "aim aims goal goals task tasks way ways purpose idea objective objectives priority priorities job role duty "
    "step thing point plan plans strategy solution option options choice answer policy mission intention intent need "
    "key trick challenge path it this that alternative all what yet nowhere here there"
)
_BE: Final = frozenset(["is", "are", "'s", "'re", "was", "were"])
_SUBJECT: Final = 8  # tokens before "is to" in which its subject stands
_WHEN: Final = 14  # tokens after the verb in which the time of a timetable stands
_VERBS_FIRST: Final = frozenset(["VBZ", "VBP", "VBG"])


def is_scheduled(sentence: Sentence, k: int) -> Trigger | None:
    """The clause gives a timetable: something takes place, or is to take place, at a time to come."""
    return _is_to(sentence, k) or _present(sentence, k)


def timetable() -> frozenset[str]:
    """The words at which `is_scheduled` can find something."""
    return _BE | scheduled().keys()


def _is_to(sentence: Sentence, k: int) -> Trigger | None:
    """ "the envoys are to meet": what has been arranged."""
    if low(sentence, k) not in _BE:
        return None
    after = k + 1
    denied = low(sentence, after) in NOT
    if denied:
        after += 1
    if low(sentence, after) != "to" or tag(sentence, after + 1) != "VB":
        return None
    if k == 0 or any(low(sentence, m) in _AIMS for m in range(max(0, k - _SUBJECT), k + 1)):
        return None  # "the aim is to win": what something consists in
    before = tag(sentence, k - 1)
    if (
        not before.startswith("NN")
        and before not in {"PRP", "CD"}
        and low(sentence, k - 1) not in {"which", "who", ")"}
    ):
        return None
    if low(sentence, after + 1) in {"blame", "thank", "say"}:
        return None
    past = low(sentence, k) in PAST
    be = low(sentence, after + 1) == "be"  # "is to be welcomed" foretells nothing, "is to be held on Friday" does
    due = predicates()["due"]
    return Trigger(k, after + 1, after + 1, "is_scheduled", due, "unstated", False, denied, timed=past or be, told=past)


def _present(sentence: Sentence, k: int) -> Trigger | None:
    """ "the court sits on Friday", "the brigade is leaving tomorrow": the present tense beside a time to come."""
    word = scheduled().get(low(sentence, k))
    if word is None or sentence.kind == "headline" or tag(sentence, k) not in _VERBS_FIRST:
        return None
    first = k
    if tag(sentence, k) == "VBG":
        if low(sentence, k - 1) not in {"is", "are", "'s", "'re", "'m", "am"}:
            return None
        first = k - 1
    elif k == 0 or low(sentence, k - 1) in {"to", "when", "that", "who", "which"}:
        return None
    return Trigger(
        first, k + 1, k, "is_scheduled", word, "unstated", False, False, timed=True, within=k + _WHEN
    )  # fmt: skip
