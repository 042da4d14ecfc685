"""All that a sentence says of what is to come, and what stands around it: adverbs, questions, wishes."""

from collections.abc import Callable, Set
from functools import cache
from typing import Final, TypeAlias

from fogline.grammar import Sentence
from fogline.rules.forecasts.expected import expecting, is_expected
from fogline.rules.forecasts.modal import will_happen
from fogline.rules.forecasts.promised import is_promised
from fogline.rules.forecasts.scheduled import is_scheduled, timetable
from fogline.rules.forecasts.signs import Trigger, low
from fogline.rules.forecasts.words import Word, adverbs, intents, modals, nearing, plans, wordset

__all__ = ["asked_or_wished", "nearest_adverb", "soon", "triggers"]

Rule: TypeAlias = Callable[[Sentence, int], Trigger | None]

_SOON: Final = wordset("soon shortly eventually yet ultimately next tomorrow")
_ASKING: Final = wordset("whether how what why where when who whom")
_WISHING: Final = wordset(
    "hope hoping hopes hoped wish wishes demand demanded demands insist insisted ask asked asks pray"
)


def triggers(sentence: Sentence) -> list[Trigger]:
    """All triggers of a sentence in order; a question has none."""
    if sentence.tokens[-1].low == "?" or (len(sentence.tokens) > 1 and sentence.tokens[-2].low == "?"):
        return []
    found: list[Trigger] = []
    table = _rules()
    for k, word in enumerate(sentence.lows):
        for rule in table.get(word, ()):
            trigger = rule(sentence, k)
            if trigger is not None:
                found.append(trigger)
                break
    return found


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules that look at a word, in the order in which they are tried; most words have none."""
    openers: tuple[tuple[Rule, Set[str]], ...] = (
        (will_happen, modals().keys()),
        (is_expected, expecting()),
        (is_promised, plans().keys() | intents().keys() | nearing().keys()),
        (is_scheduled, timetable()),
    )
    words = {word for _, opening in openers for word in opening}
    return {word: tuple(rule for rule, opening in openers if word in opening) for word in words}


def nearest_adverb(sentence: Sentence, i: int, j: int, at: int) -> tuple[Word, int, int] | None:
    """The adverb of likelihood in tokens ``i..j`` that stands nearest to token `at`, the longest one there."""
    best: tuple[int, int, Word, int, int] | None = None
    table = adverbs()
    for k in range(i, j):
        for length in (4, 3, 2, 1):
            word = table.get(sentence.lows[k : k + length])
            if word is not None and k + length <= j:
                candidate = (abs(k - at), -length, word, k, k + length)
                if best is None or candidate[:2] < best[:2]:
                    best = candidate
                break
    return (best[2], best[3], best[4]) if best else None


def asked_or_wished(sentence: Sentence, i: int) -> bool:
    """Does the clause that starts at token `i` depend on a question, a wish or a demand?"""
    if low(sentence, i) in _ASKING or low(sentence, i - 1) in {"whether", "how", "what", "why"}:
        return True
    return any(low(sentence, m) in _WISHING for m in range(max(0, i - 3), i))


def soon(sentence: Sentence, i: int, j: int) -> bool:
    """Is there a word of the near future among tokens ``i..j``?"""
    return any(low(sentence, m) in _SOON for m in range(i, j))
