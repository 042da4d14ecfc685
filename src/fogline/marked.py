"""Marked text: a report with what should be found written into it, for tests, lexicon examples and training reports.

```
<claim source='Police' status='hedged'>at least <figure low='3'>three</figure> men may have died</claim>, police said.
```

A tag names a layer (``time place claim event figure forecast``), a part of a claim (``source cue hedge``), an
``actor``, or ``not`` for words in which the layer named by ``layer='…'`` must find nothing. Attributes say what the
item's fields must be; ``'null'`` stands for None. Tags nest, they do not cross. ``&lt;`` and ``&amp;`` are escapes.
"""

import html
import re

from msgspec import Struct

from fogline.errors import DataError

_TAG = re.compile(r"<(/?)([a-z]+)((?:\s+[a-z_]+\s*=\s*(?:'[^']*'|\"[^\"]*\"))*)\s*>")
_ATTRIBUTE = re.compile(r"([a-z_]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")")


class Mark(Struct, frozen=True):
    """One tag of a marked text: `kind`, the offsets of its words in the plain text, and its attributes."""

    kind: str
    start: int
    end: int
    attributes: dict[str, str]


def parse_marked(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Split marked text into the plain text and its marks, in order of their start.

    Raises `DataError` for a tag that is not closed or not opened.
    """
    plain: list[str] = []
    marks: list[Mark] = []
    stack: list[tuple[str, int, dict[str, str]]] = []
    at = length = 0
    for match in _TAG.finditer(marked):
        piece = html.unescape(marked[at : match.start()])
        plain.append(piece)
        length += len(piece)
        at = match.end()
        closing, kind, attributes = match.groups()
        if not closing:
            values = {name: html.unescape(one or two) for name, one, two in _ATTRIBUTE.findall(attributes)}
            stack.append((kind, length, values))
            continue
        if not stack or stack[-1][0] != kind:
            raise DataError(f"marked text: </{kind}> closes nothing in {marked[:80]!r}")
        _, start, values = stack.pop()
        marks.append(Mark(kind, start, length, values))
    if stack:
        raise DataError(f"marked text: <{stack[-1][0]}> is not closed in {marked[:80]!r}")
    plain.append(html.unescape(marked[at:]))
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
