"""Quotations of a report: where quoted words begin and end, whatever marks the outlet uses."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from fogline.nouns import Report

QUOTE = "QUOTE"
"""The tag of a token that stands for a whole quotation."""

_MARK = re.compile(r"[\"“”„‟«»‘’'‹›]")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_PAIRS = {"“": "”", "„": "”“‟", "«": "»", "»": "«", "‘": "’", '"': '"', "'": "'", "‹": "›", "”": "”"}
_OPEN_AFTER = frozenset(" \t\u00a0\u202f([{—–-…/:,")
_ELISIONS = re.compile(r"['’‘](?:\d0s|\d\ds?\b|em\b|til\b|tis\b|twas\b|n\b|cause\b)", re.IGNORECASE)
_PARAGRAPHS_AT_MOST = 30
"""A quotation over more paragraphs than this is an opening mark that nobody closed."""


class Quotation(Struct, frozen=True):
    """Quoted words ``start..end`` with their marks, ``inner_start..inner_end`` without; `closed` by a mark."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def quotations(report: Report) -> tuple[Quotation, ...]:
    """All quotations outside furniture, in order; the outer one where they nest. Linear in the text's length."""
    found: list[Quotation] = []
    for block in report.blocks:
        if block.kind != "furniture":
            found.extend(_of_block(report.text, block.start, block.end))
    return tuple(found)


def _of_block(text: str, start: int, end: int) -> Iterator[Quotation]:
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text, start, end)]
    paragraphs = [(a, b) for a, b in paragraphs if not text[a:b].isspace()]
    skip_until = -1
    for k, (a, b) in enumerate(paragraphs):
        if b <= skip_until:
            continue
        for quotation in _of_paragraph(text, max(a, skip_until), b, paragraphs, k):
            yield quotation
            skip_until = max(skip_until, quotation.end)


def _csv_cell(text: str, a: int, b: int) -> tuple[int, int] | None:
    """The inside of a line that a table wrote with quotes around it and every quote in it doubled."""
    while b > a and text[b - 1].isspace():
        b -= 1
    if b - a > 6 and text[a] == '"' == text[b - 1] and text.find('""', a + 1, b - 1) >= 0:
        return a + 1, b - 1
    return None


def _of_paragraph(text: str, a: int, b: int, paragraphs: list[tuple[int, int]], k: int) -> Iterator[Quotation]:
    cell = _csv_cell(text, a, b)
    if cell:
        a, b = cell
    marks = _marks(text, a, b, doubled=cell is not None)
    closers: dict[str, list[int]] = {}
    for number, (mark, _, _, closes, _) in enumerate(marks):
        if closes:
            closers.setdefault(mark, []).append(number)
    i = 0
    while i < len(marks):
        mark, at, to, _, opens = marks[i]
        if not opens or mark not in _PAIRS:
            i += 1
            continue
        closing = _closer(text, marks, closers, i)
        if closing is not None:
            yield Quotation(at, marks[closing][2], to, marks[closing][1], True)
            i = closing + 1
            continue
        beyond = None if cell or mark in "'‘‹" else _over_paragraphs(text, mark, at, to, paragraphs, k)
        if beyond is not None:
            yield beyond
            return
        i += 1


_Mark = tuple[str, int, int, bool, bool]


def _marks(text: str, a: int, b: int, doubled: bool) -> list[_Mark]:
    """The quotation marks of a paragraph: (mark, start, end, can close, can open)."""
    found: list[_Mark] = []
    after = a
    for match in _MARK.finditer(text, a, b):
        at, to, mark = match.start(), match.end(), match.group()
        if at < after:
            continue
        if mark == '"' and text[to : to + 1] == '"' and to < b:
            to += 1
        elif doubled and mark == '"':
            continue
        elif mark in "'‘" and text[to : to + 1] == mark and to < b:
            to, mark = to + 1, '"'  # ``two single marks for one double''
        after = to
        before, behind = text[at - 1] if at > a else " ", text[to] if to < b else " "
        if mark in "'’‘":
            if (before.isalnum() and behind.isalnum()) or _ELISIONS.match(text, at):
                continue
            closes = mark != "‘" and not before.isspace() and not behind.isalnum()
            opens = mark != "’" and (before in _OPEN_AFTER or before in '"“«') and not behind.isspace()
        elif mark == '"':
            opens = (before.isspace() or before in _OPEN_AFTER or before in "'‘“") and not behind.isspace()
            closes = not before.isspace() and not (opens and before not in "—–-…,")
        else:
            opens = mark in "“„«‹" or (mark in "”»" and (before.isspace() or at == a) and not behind.isspace())
            closes = (mark in "”»›‟" and not (opens and mark == "»")) or (mark == "“" and not before.isspace())
        found.append((mark, at, to, closes, opens))
    return found


def _closer(text: str, marks: list[_Mark], closers: dict[str, list[int]], i: int) -> int | None:
    """The number of the mark that closes mark `i`."""
    mark = marks[i][0]
    best: int | None = None
    for closing in _PAIRS[mark]:
        row = closers.get(closing, [])
        at = bisect_left(row, i + 1)
        if at < len(row) and (best is None or row[at] < best):
            best = row[at]
            if closing in "'’" and text[marks[best][1] - 1] == "s" and at + 1 < len(row):
                # A plural's apostrophe ("the soldiers’ camp") looks like a closing mark; prefer a later one.
                later = row[at + 1]
                if not any(marks[n][0] == mark and marks[n][4] for n in range(best + 1, min(later, best + 9))):
                    best = later
    if best is None and mark == "“":
        # Curly marks open and a straight one closes, where somebody typed half of it.
        row = closers.get('"', [])
        at = bisect_left(row, i + 1)
        best = row[at] if at < len(row) else None
    return best


def _over_paragraphs(
    text: str, mark: str, at: int, to: int, paragraphs: list[tuple[int, int]], k: int
) -> Quotation | None:
    """A quotation that goes on in the next paragraphs: each may repeat the opening mark, the last one closes it."""
    end = paragraphs[k][1]
    last = end
    for a, b in paragraphs[k + 1 : k + 1 + _PARAGRAPHS_AT_MOST]:
        repeated = text[a] == mark
        if mark == '"' and not repeated:
            break
        marks = [m for m in _marks(text, a + repeated, b, doubled=False) if m[0] == mark or m[0] in _PAIRS[mark]]
        first = marks[0] if marks else None
        if first is None:
            last = b
            continue
        if first[3] and (first[0] != mark or mark == '"'):
            return Quotation(at, first[2], to, first[1], True)
        if repeated:
            last = b
            continue
        break
    else:
        return None
    # Nobody closes it: the words up to the end of the last paragraph that repeats the mark, else of this one.
    repeats = [b for a, b in paragraphs[k + 1 : k + 1 + _PARAGRAPHS_AT_MOST] if b <= last and text[a] == mark]
    stop = repeats[-1] if repeats else end
    while stop > to and text[stop - 1].isspace():
        stop -= 1
    return Quotation(at, stop, to, stop, False) if stop - to >= 2 else None
