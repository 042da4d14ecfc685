"""A report's text beside its claims: one self-contained page that needs no server and runs nothing that it shows.

Everything from a report is escaped by the template; the page's own style and script are allowed by their hashes and
nothing else is (Content-Security-Policy), so a hostile report executes nothing and fetches nothing.
"""

import base64
import hashlib
import pathlib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from html import unescape
from importlib import resources
from itertools import pairwise
from typing import TextIO
from urllib.parse import quote

import msgspec
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape
from msgspec import Struct

from fogline.explain import Explanation, Item, bounds, explain, item_id, items
from fogline.exports.text import clean, count, speaker, where
from fogline.nouns import AUTHOR, UNNAMED, Claim, Event, Figure, Forecast, Place, Reading, Source, Span, Time
from fogline.spans import Index

_HUES = 8
_UNSAFE = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*|\n(?=\S)")


class _Note(Struct):
    id: str
    head: str
    line: str
    text: str
    status: str
    hue: str
    note: Explanation


class _Card(Struct):
    id: str
    who: str
    via: tuple[str, ...]
    text: str
    cue: str
    hedge: str
    status: str
    mode: str
    block: str
    hue: str
    note: Explanation


class _Shown(Struct):
    kind: str
    size: int
    html: Markup
    paragraphs: list[Markup]


class _Speaker(Struct):
    name: str
    hue: str
    count: int


class _Section(Struct):
    name: str
    rows: list[_Note]


class _Page(Struct):
    n: int
    title: str
    facts: list[str]
    day_note: str
    language: str | None
    sources: list[_Speaker]
    blocks: list[_Shown]
    counts: list[tuple[str, int]]
    claims: list[_Card]
    narrated: str
    sections: list[_Section]
    desk: str
    summary: str


def write(readings: Iterable[Reading], out: TextIO) -> None:
    """Write one page with every reading on it, in their order."""
    pages = [_page(n, reading) for n, reading in enumerate(readings, 1)]
    if pages:
        out.write(_render("report.html.j2", pages=pages, js=_asset("report.js"), js_hash=_hash("report.js")))


class Summary(Struct, frozen=True):
    """A report's row in the index: what `summary` reads off a reading, and `read_summary` off a page of ours."""

    name: str
    page: str | None
    day: str | None
    title: str
    outlet: str
    claims: int
    speakers: int
    events: int
    figures: int
    forecasts: int


def summary(reading: Reading) -> Summary:
    """A report's row in the index."""
    told = [claim for claim in reading.claims if claim.mode != "narrated"]
    return Summary(
        name=reading.name,
        page=reading.article.page,
        day=reading.article.published.value if reading.article.published else None,
        title=clean(reading.article.title, 140) or clean(reading.name) or "untitled",
        outlet=clean(reading.article.outlet, 60),
        claims=len(told),
        speakers=len({claim.source.name for claim in told} - {AUTHOR}),
        events=len(reading.events),
        figures=len(reading.figures),
        forecasts=len(reading.forecasts),
    )


_SUMMARY = re.compile(r'<meta name="fogline" content="([^"]*)">')


def read_summary(page: pathlib.Path) -> Summary | None:
    """The row of a page that an earlier run wrote; None for a page that is not ours."""
    with page.open(encoding="utf-8", errors="replace") as lines:
        found = _SUMMARY.search(lines.read(20_000))
    try:
        return msgspec.json.decode(unescape(found[1]), type=Summary) if found else None
    except msgspec.DecodeError:
        return None


def write_index(rows: Iterable[Summary], out: TextIO) -> None:
    """Write a table of reports whose pages lie beside this one as ``NAME.html``, earliest first."""
    ordered = sorted(rows, key=lambda row: (row.day or "9999", row.title))
    pages = [(quote(f"{row.name}.html"), row) for row in ordered]
    out.write(_render("index.html.j2", pages=pages, heading=count(len(pages), "report")))


@cache
def _asset(name: str) -> str:
    return (resources.files("fogline.exports") / "assets" / name).read_text(encoding="utf-8")


def _hash(name: str) -> str:
    return base64.b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()


@cache
def _environment() -> Environment:
    templates = {name: _asset(name) for name in ("report.html.j2", "index.html.j2")}
    environment = Environment(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined)
    environment.filters["short"] = clean
    return environment


def _render(template: str, **values: object) -> str:
    css = _asset("report.css")
    return _environment().get_template(template).render(css=css, css_hash=_hash("report.css"), **values)


def _page(n: int, reading: Reading) -> _Page:
    report = reading.article
    told = [claim for claim in reading.claims if claim.mode != "narrated"]
    speakers = Counter(claim.source.name for claim in told)
    named = [name for name, _ in speakers.most_common() if name not in {AUTHOR, UNNAMED}]
    # Eight colours can be told apart; a ninth speaker takes the first again, and every card says its speaker's name.
    hues = {name: f"h{k % _HUES} s{k}" for k, name in enumerate(named)}
    keys = [*hues, *(name for name in (UNNAMED, AUTHOR) if speakers[name])]
    shown = [_Speaker(speaker(Source(name)), _hue(name, hues), speakers[name]) for name in keys]
    facts = [
        part for part in (clean(report.outlet, 80), f"by {clean(report.author, 80)}" if report.author else "") if part
    ]
    day = report.published
    facts.append(f"published {day.value} ({day.basis})" if day else "no day of publication is told")
    note = (
        (clean(day.note, 400) or (f"the page says “{clean(day.words.text, 80)}”" if day.words else "")) if day else ""
    )
    sections = [
        _Section("events", [_event(reading, event, n) for event in reading.events]),
        _Section("figures", [_figure(reading, figure, hues, n) for figure in reading.figures]),
        _Section("forecasts", [_forecast(reading, forecast, hues, n) for forecast in reading.forecasts]),
        _Section("times", [_time(reading, time, n) for time in reading.times]),
        _Section("places", [_place(reading, place, n) for place in reading.places]),
    ]
    return _Page(
        n=n,
        title=clean(report.title, 200) or clean(reading.name) or "untitled",
        facts=facts,
        day_note=f"Day {day.basis}: {note}" if day and note else "",
        language=report.language,
        sources=shown,
        blocks=_blocks(reading, hues, n),
        counts=[("claims", len(told)), *((section.name, len(section.rows)) for section in sections)],
        claims=[_card(reading, claim, hues, n) for claim in told],
        narrated=count(n_own, "sentence") if (n_own := len(reading.claims) - len(told)) else "",
        sections=sections,
        desk=reading.desk,
        summary=msgspec.json.encode(summary(reading)).decode(),
    )


def _anchor(n: int, layer: str, item: Item) -> str:
    return f"r{n}-{item_id(layer, item)}"


def _hue(name: str, hues: dict[str, str]) -> str:
    return hues.get(name, "hown sunnamed" if name == UNNAMED else "hown sauthor")


def _card(reading: Reading, claim: Claim, hues: dict[str, str], n: int) -> _Card:
    return _Card(
        id=_anchor(n, "claims", claim),
        who=speaker(claim.source),
        via=tuple(clean(via, 60) for via in claim.via),
        text=clean(claim.text),
        cue=clean(claim.cue.text) if claim.cue else "",
        hedge=clean(claim.hedge.text) if claim.hedge else "",
        status=claim.status,
        mode=claim.mode,
        block=next((b.kind for b in reading.article.blocks if b.start <= claim.start < b.end), "body"),
        hue=_hue(claim.source.name, hues),
        note=explain(reading, "claims", claim),
    )


def _note(reading: Reading, layer: str, item: Item, n: int, head: str, line: str, **more: str) -> _Note:
    return _Note(
        id=_anchor(n, layer, item),
        head=head,
        line=line,
        text=clean(item.text),
        status=more.get("status", ""),
        hue=more.get("hue", ""),
        note=explain(reading, layer, item),
    )


def _event(reading: Reading, event: Event, n: int) -> _Note:
    who = " → ".join(clean(part.name, 60) if part else "?" for part in (event.actor, event.target))
    toll = [
        f"{bounds(amount.low, amount.high)} {word}"
        for word, amount in (("killed", event.killed), ("injured", event.injured))
        if amount
    ]
    parts = [
        "" if who == "? → ?" else who,
        clean(event.place.name, 60) if event.place else "",
        event.when or "no day",
        *toll,
    ]
    line = " · ".join(part for part in parts if part)
    return _note(reading, "events", event, n, event.type.replace("_", " "), line, status=event.status)


def _figure(reading: Reading, figure: Figure, hues: dict[str, str], n: int) -> _Note:
    what = figure.what + (f" ({clean(figure.side, 60)})" if figure.side else "")
    parts = [bounds(figure.low, figure.high), clean(figure.place, 60), figure.as_of or "", speaker(figure.source)]
    line = " · ".join(part for part in parts if part)
    hue = _hue(figure.source.name, hues)
    return _note(reading, "figures", figure, n, what, line, hue=hue)


def _forecast(reading: Reading, forecast: Forecast, hues: dict[str, str], n: int) -> _Note:
    parts = [
        speaker(forecast.source),
        f"by {forecast.horizon}" if forecast.horizon else "no horizon",
        f"if: {clean(forecast.condition, 120)}" if forecast.condition else "",
        forecast.outcome.replace("_", " "),
    ]
    head = f"likelihood {forecast.likelihood.replace('_', ' ')}"
    line = " · ".join(part for part in parts if part)
    return _note(reading, "forecasts", forecast, n, head, line, hue=_hue(forecast.source.name, hues))


def _time(reading: Reading, time: Time, n: int) -> _Note:
    head = ("about " if time.approx else "") + (time.value or "not known")
    return _note(reading, "times", time, n, head, f"reckoned from {clean(time.anchor, 80)}" if time.anchor else "")


def _place(reading: Reading, place: Place, n: int) -> _Note:
    line = " · ".join(part for part in (place.level, place.country or "", where(place)) if part)
    return _note(reading, "places", place, n, clean(place.name, 80), line)


class _Layer(Span, frozen=True):
    """One mark on the words: a claim, a cue, or an item that stands in a note."""

    kind: str
    anchor: str
    claim: Claim | None = None


def _layers(reading: Reading, n: int) -> Index[_Layer]:
    """Everything that marks words of this report."""
    marks = []
    for claim in reading.claims:
        if claim.mode != "narrated":
            marks.append(_Layer(claim.start, claim.end, "", "claim", _anchor(n, "claims", claim), claim))
        if claim.cue:
            marks.append(_Layer(claim.cue.start, claim.cue.end, "", "cue", ""))
    for layer, item in items(reading):
        if layer != "claims":
            marks.append(_Layer(item.start, item.end, "", layer[:-1], _anchor(n, layer, item)))
    return Index(marks)


def _blocks(reading: Reading, hues: dict[str, str], n: int) -> list[_Shown]:
    text = reading.article.text
    layers = _layers(reading, n)
    shown = []
    for block in reading.article.blocks:
        size = block.end - block.start
        if block.kind == "furniture":
            shown.append(_Shown("furniture", size, escape(_visible(text[block.start : block.end])), []))
            continue
        edges = [block.start]
        for match in _PARAGRAPH.finditer(text, block.start, block.end):
            edges += [match.start(), match.end()]
        edges.append(block.end)
        pairs = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]
        shown.append(_Shown(block.kind, size, Markup(), [_marked(text, layers, a, b, hues) for a, b in pairs]))
    return shown


def _visible(words: str) -> str:
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words)


def _marked(text: str, layers: Index[_Layer], start: int, end: int, hues: dict[str, str]) -> Markup:
    """The words ``start..end`` with every mark on them; where marks overlap the words are cut into segments."""
    marks = layers.covering(start, end)
    cuts = sorted({start, end, *(max(m.start, start) for m in marks), *(min(m.end, end) for m in marks)})
    pieces = []
    for a, b in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= a and b <= mark.end]
        words = escape(_visible(text[a:b]))
        kinds = sorted({mark.kind for mark in over} & {"cue", "figure", "event"})
        inner = Markup('<span class="t {}">{}</span>').format(" ".join(kinds), words) if kinds else words
        claims = sorted((mark for mark in over if mark.claim), key=lambda mark: mark.end - mark.start)
        ids = " ".join([mark.anchor for mark in claims] + [m.anchor for m in over if m.anchor and not m.claim])
        # Where a claim begins stands the anchor that its card's quote leads to.
        for mark in claims:
            if mark.start == a:
                pieces.append(Markup('<span id="w-{}"></span>').format(mark.anchor))
        if claims and claims[0].claim:
            first = claims[0].claim
            hue = _hue(first.source.name, hues)
            piece = Markup('<a class="w {} {}" href="#{}" data-ids="{}">{}</a>')
            pieces.append(piece.format(first.status, hue, claims[0].anchor, ids, inner))
        elif ids:
            pieces.append(Markup('<span data-ids="{}">{}</span>').format(ids, inner))
        else:
            pieces.append(inner)
    return Markup().join(pieces)
