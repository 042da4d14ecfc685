"""Whether a later part of the same report tells that a forecast came true or failed."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from fogline.grammar import Sentence, Token
from fogline.grammar.forms import verb_forms
from fogline.nouns import Forecast, Outcome, Why, span
from fogline.rules.context import Context

__all__ = ["settle"]

_OPPOSITES: Final = (
    ("fail", "collapse", "repel", "repulse", "defeat", "stall", "falter"),
    ("succeed", "prevail", "win", "break through"),
    ("hold", "last", "continue"),
    ("break", "collapse", "end"),
    ("fall",),
    ("take", "capture", "seize", "retake"),
    ("arrive", "reach"),
    ("resume", "restart", "reopen"),
    ("leave", "withdraw", "retreat"),
    ("resign", "quit"),
    ("pass", "approve"),
    ("reject", "refuse"),
    ("open",),
    ("launch", "begin", "start"),
    ("sign", "agree"),
    ("kill",),
    ("surrender",),
)
_AGAINST: Final = ((0, 1), (2, 3), (10, 11))
_CLASSES: Final = tuple(frozenset(f for lemma in row for f in verb_forms(lemma)) for row in _OPPOSITES)
_NOT: Final = frozenset(["not", "n't", "never", "no", "nobody", "none", "neither", "without"])
_WINDOW: Final = 12  # tokens before a verb in which its subject stands


def settle(context: Context, forecasts: tuple[Forecast, ...]) -> tuple[Forecast, ...]:
    """A postscript, update or correction of the same report tells that what was foretold has happened, or has not."""
    later = [s for s in context.prose.sentences if s.kind in {"postscript", "correction"}]
    if not later or not forecasts:
        return forecasts
    return tuple(_settled(context, forecast, later) for forecast in forecasts)


def _names(tokens: Iterable[Token]) -> frozenset[str]:
    """The nouns among some words, without the plural's ending."""
    return frozenset(token.low.rstrip("s") for token in tokens if token.tag.startswith("NN") and len(token.low) > 2)


def _settled(context: Context, forecast: Forecast, later: list[Sentence]) -> Forecast:
    home = context.prose.sentence_at(forecast.start)
    if home is None or home.kind in {"postscript", "correction"}:
        return forecast
    words = home.within(forecast.start, forecast.end)
    condition = forecast.condition or ""
    cut = forecast.text.find(condition) if condition else -1
    low, high = forecast.start + cut, forecast.start + cut + len(condition)
    inside = [t for t in words if cut < 0 or not low <= t.start < high]
    main = next((t for k, t in enumerate(inside) if _is_verb(inside, k) and _class(t.low) is not None), None)
    if main is None:
        return forecast
    group = _class(main.low)
    negative = forecast.likelihood in {"unlikely", "very_unlikely", "remote"}
    negative = negative ^ any(
        t.low in _NOT for t in inside if t.start < main.start and forecast.likelihood == "unstated"
    )
    # "I expect it to fail": the words for "it" stand elsewhere in the sentence.
    bare = any(t.low in {"it", "they", "them", "he", "she", "this"} for t in inside)
    subject = _names(home.tokens if bare else inside)
    for sentence in later:
        for k, token in enumerate(sentence.tokens):
            kind = _told(sentence.tokens, k)
            if kind is None or group is None:
                continue
            shared = subject & _names(sentence.tokens[max(0, k - _WINDOW) : k])
            same = kind == group
            against = (min(kind, group), max(kind, group)) in _AGAINST
            if not shared or not (same or against):
                continue
            denied = any(t.low in _NOT for t in sentence.tokens[max(0, k - 3) : k])
            came = same ^ denied
            outcome: Outcome = "reported_true" if came ^ negative else "reported_false"
            note = f"a later note of the report speaks of {', '.join(sorted(shared))} again"
            why = Why("outcome", "forecasts.settle", span(context.text, token.start, token.end), note)
            return replace(forecast, outcome=outcome, why=(*forecast.why, why))
    return forecast


def _is_verb(tokens: list[Token], k: int) -> bool:
    """Is token `k` a verb? After a modal with its adverbs it is one, whatever the tagger took it for."""
    if tokens[k].tag.startswith("VB"):
        return True
    back = k - 1
    while back >= 0 and tokens[back].tag == "RB":
        back -= 1
    return back >= 0 and tokens[back].tag == "MD"


def _told(tokens: tuple[Token, ...], k: int) -> int | None:
    """The kind of happening that token `k` tells of; something that "is back" has been resumed."""
    token = tokens[k]
    if token.low == "back" and k and tokens[k - 1].low in {"is", "are", "was", "were"}:
        return _class("resumed")
    return _class(token.low) if token.tag.startswith("VB") else None


def _class(word: str) -> int | None:
    return next((n for n, forms in enumerate(_CLASSES) if word in forms), None)
