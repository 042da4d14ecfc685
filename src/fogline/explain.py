"""Why does a reading say this? For one item: its sentence, what each value rests on, and the rule's own words."""

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from msgspec import Struct

from fogline.nouns import Claim, Event, Figure, Forecast, Mention, Place, Reading, Source, Span, Time

Item = Time | Place | Claim | Event | Figure | Forecast

LAYERS: tuple[str, ...] = ("claims", "events", "figures", "forecasts", "times", "places")
"""The layers of a reading whose items can be explained, in this order."""

_HIDDEN = frozenset({"start", "end", "text", "id", "rule", "why", "score", "claim"})


_OWN_WORDS = frozenset({"low", "high", "value", "timex", "name", "lat", "lon", "level", "type", "likelihood"})
"""Fields that are read from the item's own words unless `why` says otherwise."""


class Ground(Struct, frozen=True):
    """One field of an item: its value in plain words, the words it rests on, its rule and what the rule says."""

    field: str
    value: str
    words: str | None
    rule: str
    says: str
    note: str | None = None


class Explanation(Struct, frozen=True):
    """One item of a reading, taken apart."""

    layer: str
    id: str
    item: Span
    sentence: Span
    rule: str
    says: str
    grounds: tuple[Ground, ...]
    claim: Claim | None = None


@cache
def rule_words(rule: str) -> str:
    """The first line of a rule's docstring: what the rule says of itself. `rule` is ``module.function``."""
    module_name, _, function_name = rule.rpartition(".")
    for home in ("fogline.rules", "fogline"):
        try:
            module = import_module(f"{home}.{module_name}")
        except ImportError:
            continue
        function = getattr(module, function_name, None)
        if function is not None:
            return (inspect.getdoc(function) or "").partition("\n")[0]
    return ""


def item_id(layer: str, item: Item) -> str:
    """The id by which an item is asked for; times and places go by their offset."""
    return getattr(item, "id", f"{layer[:-1]}-{item.start}")


def items(reading: Reading) -> Iterator[tuple[str, Item]]:
    """Every item of a reading with its layer, layer by layer."""
    for layer in LAYERS:
        for item in getattr(reading, layer):
            yield layer, item


def find_items(reading: Reading, wanted: str) -> list[tuple[str, Item]]:
    """The items whose id begins with `wanted`; failing that, those whose words contain it, the shortest first.

    Claims of the report's own voice are whole sentences: they answer only when nothing else does.
    """
    everything = list(items(reading))
    by_id = [(layer, item) for layer, item in everything if item_id(layer, item).startswith(wanted)]
    if by_id:
        return by_id
    low = wanted.lower()
    by_words = [(layer, item) for layer, item in everything if low in item.text.lower()]
    spoken = [(layer, item) for layer, item in by_words if getattr(item, "mode", None) != "narrated"]
    return sorted(spoken or by_words, key=lambda found: found[1].end - found[1].start)


def claims_by_id(reading: Reading) -> dict[str, Claim]:
    """The claims of a reading by their ids: what `explain` looks an item's claim up in."""
    return {claim.id: claim for claim in reading.claims}


def explain(reading: Reading, layer: str, item: Item, claims: Mapping[str, Claim] | None = None) -> Explanation:
    """Take one item apart. Every field is named, also those that the report leaves open.

    `claims`, from `claims_by_id`, tells the claim that the item stands in; who does not show that leaves it out.
    """
    text = reading.article.text
    why = {entry.field: entry for entry in item.why}
    grounds = []
    for name in item.__struct_fields__:
        if name in _HIDDEN:
            continue
        value = getattr(item, name)
        entry = why.get(name)
        rule = entry.rule if entry else item.rule
        absent = value is None or value == ()
        own = item.text if name in _OWN_WORDS and not absent else None
        words = entry.words.text if entry and entry.words else getattr(value, "text", own)
        grounds.append(
            Ground(
                field=name,
                value=plain(value),
                words=words,
                rule="" if absent and not entry else rule,
                says="" if absent and not entry else rule_words(rule),
                note=entry.note if entry else None,
            )
        )
    return Explanation(
        layer=layer,
        id=item_id(layer, item),
        item=Span(item.start, item.end, item.text),
        sentence=_around(text, item.start, item.end),
        rule=item.rule,
        says=rule_words(item.rule),
        grounds=tuple(grounds),
        claim=claims.get(getattr(item, "claim", None) or "") if claims else None,
    )


def plain(value: Any) -> str:
    """A value as an analyst would write it down."""
    if value is None or value == ():
        return "not told"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Source | Mention):
        return value.name
    if isinstance(value, Span):
        return value.text
    if isinstance(value, tuple):
        return " ← ".join(plain(part) for part in value)
    if isinstance(value, float):
        return f"{value:,.4g}" if value % 1 else f"{value:,.0f}"
    if hasattr(value, "low"):
        return bounds(value.low, value.high)
    return str(value).replace("_", " ")


def bounds(low: float | None, high: float | None) -> str:
    """A number with open ends, in signs: the words themselves stand beside it.

    >>> bounds(40, None), bounds(None, 300), bounds(3000, 5000), bounds(12, 12)
    ('≥ 40', '≤ 300', '3,000–5,000', '12')
    """
    if low is None or high is None:
        return "not told" if low is high else f"≥ {_number(low)}" if high is None else f"≤ {_number(high)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    return "" if value is None else (f"{value:,.0f}" if value % 1 == 0 else f"{value:,g}")


_STOP = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|\n+")
_REACH = 600


def _around(text: str, start: int, end: int) -> Span:
    """The sentence around a span: from the full stop or line break before it to the one behind it."""
    left = max(0, start - _REACH)
    for match in _STOP.finditer(text, left, start):
        left = match.end()
    after = _STOP.search(text, max(end - 1, start), end + _REACH)
    right = after.start() if after else min(len(text), end + _REACH)
    right = max(right, end)
    return Span(left, right, text[left:right])
