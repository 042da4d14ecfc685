"""A plain text as paragraphs with the features by which furniture is told from prose. One pass, linear."""

import re
from itertools import pairwise
from typing import Final

from msgspec import Struct

from fogline.page.cues import Cue, cues

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85\x1c-\x1e]+")
_CLOSERS: Final = "\"'”’»›)]}*"
_ENDS: Final = ".!?…。！？؟।"
_SEPARATORS: Final = re.compile(r"\s[|·•/»>›]{1,2}\s|\|\||(?<![.!?:;,)”’ ])  +")
_STOP_WORDS: Final = (
    "the a an of and in to for that on with was were is are has have had it its as at by from be been he "
    "she they his her their not but or which who will would this these those than said after before over "
    "about into i we you our my de la el que en los del las por con una para der die und den von das "
    "nicht ist des le les et est un il di che per da do na o e os em no dan yang di untuk dengan"
)
_STOP: Final = frozenset(_STOP_WORDS.split())


class Unit(Struct, gc=False):
    """A paragraph of plain text: one line, or lines that a machine wrapped. Offsets without outer white space."""

    start: int
    end: int
    text: str
    words: int
    ended: bool
    """Its last mark closes a sentence."""
    blank: bool
    """A blank line stands before it."""
    cues: tuple[Cue, ...]
    capitals: float
    """Share of its longer words that begin with a capital letter."""
    stops: float
    """Share of its words that are function words."""
    separators: int

    def says(self, kind: str, sure: bool | None = None) -> Cue | None:
        """The first cue of this kind, or None."""
        for cue in self.cues:
            if cue.kind == kind and (sure is None or cue.sure == sure):
                return cue
        return None


def units(text: str) -> list[Unit]:
    """The paragraphs of a text, in order."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        a, b = match.span()
        line = match.group()
        if line.isspace():
            continue
        a += len(line) - len(line.lstrip())
        b -= len(line) - len(line.rstrip())
        spans.append((a, b))
    found: list[Unit] = []
    wrapped = _is_wrapped(text, spans)
    i = 0
    last_end = 0
    while i < len(spans):
        a, b = spans[i]
        j = i
        if wrapped:
            while j + 1 < len(spans) and _goes_on(text, spans[j], spans[j + 1], wrapped):
                j += 1
        b = spans[j][1]
        found.append(_unit(text, a, b, bool(found) and text.count("\n", last_end, a) > 1))
        last_end = b
        i = j + 1
    return found


def unit(line: str) -> Unit:
    """The features of one line that stands for itself."""
    return _unit(line, 0, len(line), False)


def _unit(text: str, a: int, b: int, blank: bool) -> Unit:
    piece = text[a:b]
    count = len(piece.split()) if b - a <= 600 else piece.count(" ") + 1
    # Forty words tell how a paragraph is written; a longer look only costs time.
    tokens = piece[:400].split()[:40]
    tail = piece[-6:].rstrip(_CLOSERS)
    long = [token for token in tokens if len(token) > 3]
    return Unit(
        start=a,
        end=b,
        text=piece,
        words=count,
        ended=bool(tail) and tail[-1] in _ENDS,
        blank=blank,
        cues=tuple(cues(piece)),
        capitals=len([1 for token in long if token[0].isupper()]) / len(long) if long else 0.0,
        stops=len([1 for token in tokens if token.lower() in _STOP]) / len(tokens) if tokens else 0.0,
        separators=len(_SEPARATORS.findall(piece)) if b - a < 300 else 0,
    )


def _is_wrapped(text: str, spans: list[tuple[int, int]]) -> int:
    """The width in characters at which lines were cut (mail, wires, old pages); 0 where a line is a paragraph."""
    widths = []
    stops = 0
    for (a, b), (c, _) in pairwise(spans[:4000]):
        if text.count("\n", b, c) == 1 and b - a >= 40:
            widths.append(b - a)
            if text[b - 1] not in _ENDS + _CLOSERS + ":;" and text[c].islower():
                stops += 1
    if len(widths) < 4 or stops < len(widths) / 3 or max(widths) > 100:
        return 0
    return sorted(widths)[int(0.9 * len(widths))]


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Was the paragraph cut between these lines? The next word would not have fitted into the line."""
    if text.count("\n", line[1], following[0]) != 1 or line[1] - line[0] < 40:
        return False
    if text[following[0]].islower():
        return True
    word = next(iter(text[following[0] : following[0] + 40].split()), "")
    if line[1] - line[0] + 1 + len(word) < width - 12:
        return False
    return text[line[1] - 1] not in _ENDS or line[1] - line[0] >= 62
