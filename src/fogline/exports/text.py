"""The anatomy of a report for the terminal: what it is, what was set aside, who says what, and the rest, by its words.

What stands in a report is never trusted: control characters and direction overrides are shown as ``\\N{REPLACEMENT
CHARACTER}``, and nothing of it is read as markup.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from fogline.explain import Explanation, Item, bounds, item_id
from fogline.nouns import AUTHOR, UNNAMED, Amount, Claim, Mention, Place, Reading, Source

STATUS_STYLE = {
    "asserted": "bold",
    "hedged": "yellow",
    "denied": "red",
    "demanded": "magenta",
    "planned": "blue",
    "forecast": "cyan",
}
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
_QUIET = "bright_black"


def write(readings: Iterable[Reading], out: TextIO) -> None:
    """Print each reading as soon as it is there; colours only on a terminal, 100 columns elsewhere."""
    console = Console(file=out, highlight=False, markup=False, emoji=False, width=None if out.isatty() else 100)
    for reading in readings:
        console.print(anatomy(reading), soft_wrap=False)


def clean(words: str | None, limit: int = 0) -> str:
    """Words of a report that are safe to print, on one line, cut in the middle when longer than `limit`."""
    line = _SPACE.sub(" ", _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words or "")).strip()
    if limit and len(line) > limit:
        head = line[: limit * 2 // 3].rsplit(" ", 1)[0]
        tail = line[-(limit // 3) :].split(" ", 1)[-1]
        line = f"{head} … {tail}"
    return line


def anatomy(reading: Reading) -> RenderableType:
    """Everything a reading holds, for a person."""
    parts: list[RenderableType] = [_head(reading)]
    for title, body in (
        ("Who says what", _claims(reading)),
        ("Events", _events(reading)),
        ("Figures", _figures(reading)),
        ("Forecasts", _forecasts(reading)),
        ("Times", _times(reading)),
        ("Places", _places(reading)),
    ):
        parts.append(Text(f"\n{title.upper()}", style="bold"))
        parts.append(Padding(body if body is not None else Text("none found", style=_QUIET), (0, 0, 0, 1)))
    parts.append(
        Text(f"\nWhy? Ask for any mark in brackets: fogline explain FILE MARK  ({reading.desk})\n", style=_QUIET)
    )
    return Group(*parts)


def _head(reading: Reading) -> RenderableType:
    report = reading.article
    title = clean(report.title, 160) or clean(reading.name) or "untitled"
    lines: list[RenderableType] = [Rule(style=_QUIET), Text(title, style="bold underline")]
    facts = [clean(part, 80) for part in (report.outlet, f"by {report.author}" if report.author else None) if part]
    lines_of_day: list[str] = []
    if report.published:
        day = report.published
        facts.append(f"published {day.value}, {day.basis}")
        reason = clean(day.note, 300) or (f"“{clean(day.words.text, 80)}”" if day.words else "")
        if reason:
            lines_of_day.append(f"day {day.basis}: {reason}")
    else:
        facts.append("no day of publication: nothing in the page tells it")
    body: list[RenderableType] = [*lines, Text(" · ".join(facts))]
    body.extend(Text(line, style=_QUIET) for line in lines_of_day)
    aside = [report.text[b.start : b.end] for b in report.blocks if b.kind == "furniture"]
    if aside:
        shown = " | ".join(clean(words, 48) for words in aside[:6]) + (" | …" if len(aside) > 6 else "")
        size = sum(map(len, aside))
        body.append(
            Text(
                f"set aside as furniture ({count(len(aside), 'block')}, {count(size, 'character')}): {shown}",
                style=_QUIET,
            )
        )
    kinds = [b.kind for b in report.blocks if b.kind in {"caption", "postscript", "correction"}]
    if kinds:
        counted = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
        body.append(Text(f"apart from the body: {counted}", style=_QUIET))
    return Group(*body)


def count(number: int, thing: str) -> str:
    """A number with its noun.

    >>> count(1, "report"), count(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), show_header=False, pad_edge=False, expand=True)


def _mark(layer: str, item: Item) -> Text:
    """The mark by which `fogline explain` knows this item: the first characters of its id, or its offset."""
    mark = item_id(layer, item)
    return Text(f"[{mark[:6] if hasattr(item, 'id') else mark}]", style=_QUIET)


def speaker(source: Source) -> str:
    """How a source is called on a page for people."""
    return {AUTHOR: "the report itself", UNNAMED: "somebody unnamed"}.get(source.name, clean(source.name, 60))


def _who(claim: Claim) -> Text:
    words = Text(speaker(claim.source), style="green" if claim.source.name not in {AUTHOR, UNNAMED} else "italic")
    if claim.via:
        words.append("\nvia " + " ← ".join(clean(via, 40) for via in claim.via), style=_QUIET)
    return words


def _claims(reading: Reading) -> RenderableType | None:
    told = [claim for claim in reading.claims if claim.mode != "narrated"]
    table = _table()
    table.add_column(ratio=3)
    table.add_column(width=9)
    table.add_column(ratio=8)
    table.add_column(width=8)
    blocks = reading.article.blocks
    for claim in told:
        kind = next((b.kind for b in blocks if b.start <= claim.start < b.end), "body")
        words = Text(clean(claim.text, 260))
        trail = []
        if claim.cue:
            trail.append(f"‹{clean(claim.cue.text, 40)}›")
        if claim.hedge:
            trail.append(f"hedged by “{clean(claim.hedge.text, 40)}”")
        trail.append(claim.mode)
        if kind != "body":
            trail.append(f"in the {kind}")
        words.append("  " + ", ".join(trail), style=_QUIET)
        table.add_row(_who(claim), Text(claim.status, STATUS_STYLE[claim.status]), words, _mark("claims", claim))
    narrated = len(reading.claims) - len(told)
    if not reading.claims:
        return None
    own = Text(f"and {count(narrated, 'sentence')} told in the report's own voice" if narrated else "", style=_QUIET)
    return Group(table, own) if narrated else table


def _name(mention: Mention | None) -> str:
    return clean(mention.name, 50) if mention else "—"


def _rows(rows: Iterable[tuple[str | Text, ...]], widths: tuple[int, ...]) -> RenderableType | None:
    """A table: a width above 8 is fixed, one below is a share of what is left."""
    table = _table()
    for width in widths:
        if width >= 8:
            table.add_column(width=width, overflow="fold")
        else:
            table.add_column(ratio=width, overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
    return table if table.row_count else None


def _toll(event_part: str, amount: Amount | None) -> str:
    return f", {bounds(amount.low, amount.high)} {event_part}" if amount else ""


def _quote(words: str, limit: int = 60, style: str = "italic") -> Text:
    return Text(f"“{clean(words, limit)}”", style=style)


def _events(reading: Reading) -> RenderableType | None:
    return _rows(
        (
            (
                Text(event.type.replace("_", " "), "bold"),
                Text(event.status, STATUS_STYLE[event.status]),
                event.when or "no day",
                _name(event.place),
                f"{_name(event.actor)} → {_name(event.target)}"
                + _toll("killed", event.killed)
                + _toll("injured", event.injured),
                _quote(event.text, 40),
                _mark("events", event),
            )
            for event in reading.events
        ),
        (12, 8, 11, 3, 5, 4, 8),
    )


def _figures(reading: Reading) -> RenderableType | None:
    return _rows(
        (
            (
                _quote(figure.text, 40, "bold"),
                Text(bounds(figure.low, figure.high), _QUIET),
                figure.what + (f" ({clean(figure.side, 40)})" if figure.side else ""),
                clean(figure.place, 40) or "—",
                figure.as_of or "—",
                speaker(figure.source),
                _mark("figures", figure),
            )
            for figure in reading.figures
        ),
        (4, 10, 4, 3, 11, 4, 8),
    )


def _forecasts(reading: Reading) -> RenderableType | None:
    return _rows(
        (
            (
                Text(forecast.likelihood.replace("_", " "), "bold"),
                f"by {forecast.horizon}" if forecast.horizon else "no horizon",
                forecast.outcome.replace("_", " "),
                speaker(forecast.source),
                _quote(forecast.text, 200)
                + Text(f"  if: {clean(forecast.condition, 80)}" if forecast.condition else "", style=_QUIET),
                _mark("forecasts", forecast),
            )
            for forecast in reading.forecasts
        ),
        (10, 11, 8, 3, 7, 8),
    )


def _times(reading: Reading) -> RenderableType | None:
    return _rows(
        (
            (
                _quote(time.text),
                Text(
                    ("about " if time.approx else "") + (time.value or "not known"),
                    "bold" if time.value else "yellow",
                ),
                Text(f"from {clean(time.anchor, 60)}" if time.anchor else "", style=_QUIET),
                _mark("times", time),
            )
            for time in reading.times
        ),
        (4, 4, 5, 12),
    )


def _places(reading: Reading) -> RenderableType | None:
    """Each place once, at its first mention, with the number of its mentions."""
    mentions = Counter(place.text.lower() for place in reading.places)
    first = {place.text.lower(): place for place in reversed(reading.places)}
    return _rows(
        (
            (
                _quote(place.text),
                Text(clean(place.name, 40), "bold"),
                f"{place.level}, {place.country}" if place.country else place.level,
                where(place),
                Text(f"×{mentions[key]}" if mentions[key] > 1 else "", style=_QUIET),
                _mark("places", place),
            )
            for key, place in ((key, first[key]) for key in mentions)
        ),
        (5, 4, 12, 22, 1, 12),
    )


def where(place: Place) -> str:
    """Coordinates with the radius that they are good for, or that they are not known."""
    if place.lat is None or place.lon is None:
        return "not known"
    radius = f" ±{place.radius_km:.0f} km" if place.radius_km else ""
    return f"{place.lat:.2f}, {place.lon:.2f}{radius}"


def explanation(why: Explanation) -> RenderableType:
    """One item taken apart, for the terminal."""
    sentence = why.sentence.text
    start, end = why.item.start - why.sentence.start, why.item.end - why.sentence.start
    quoted = Text("“")
    quoted.append(clean(sentence[:start]) + (" " if sentence[:start].endswith(" ") else ""))
    quoted.append(clean(sentence[start:end]), "bold reverse")
    rest = sentence[end:]
    quoted.append((" " if rest.startswith(" ") else "") + clean(rest) + "”")
    head = Text(f"{why.layer[:-1]} {why.id}", style="bold underline")
    place = Text(f"characters {why.item.start}–{why.item.end}; found by {why.rule}", style=_QUIET)
    table = Table(box=None, padding=(0, 2, 0, 1), pad_edge=False, header_style=_QUIET)
    for title in ("what", "is", "rests on the words", "because"):
        table.add_column(title)
    for ground in why.grounds:
        absent = ground.value == "not told"
        # The item's own rule is told once, above the table; a field says only what it rests on besides.
        own = ground.rule == why.rule and not ground.note
        because = "" if own else clean(ground.note) or clean(ground.says)
        table.add_row(
            Text(ground.field),
            Text(clean(ground.value, 80), _QUIET if absent else "bold"),
            Text(f"“{clean(ground.words, 60)}”" if ground.words else "", "italic"),
            Text(f"{because} ({ground.rule})" if because and ground.rule else because, _QUIET),
        )
    parts: list[RenderableType] = [
        head,
        quoted,
        place,
        Text(f"The rule: {why.says}" if why.says else ""),
        Text(""),
        table,
    ]
    if why.claim:
        parts.append(
            Text(f"\nStands in claim {why.claim.id}: {speaker(why.claim.source)}, {why.claim.status}", style=_QUIET)
        )
    return Group(*parts, Text(""))
