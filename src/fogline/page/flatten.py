"""HTML that nests too deep, made shallow before it is parsed: the parser stops at some depth and drops what follows.

One pass over the tags, linear in the length of the page. Tags are taken out or put in; the words between them stay.
"""

import re
from typing import Final

DEEPEST: Final = 200
"""Elements. Pages nest some 30; what is open beyond this many keeps its words and loses its tags."""
_REACH: Final = 100
"""How many open inline elements a stray end tag may look through for its beginning: keeps the pass linear."""

_TAG: Final = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})")
_IN_TAG: Final = re.compile(r">|=\s{0,20}([\"'])")
_VOID_WORDS: Final = (
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
_VOID: Final = frozenset(_VOID_WORDS.split())
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp"})
"""Elements that hold no tags: the first end tag of their own name closes them."""
_SIBLINGS: Final = frozenset({"li", "dd", "dt", "td", "th", "tr", "option"})
"""Elements that end where the next of their kind begins."""


class _Flattener:
    """The page that has been written so far, and what is open in it."""

    def __init__(self, block: frozenset[str]) -> None:
        self.block = block
        self.out: list[str] = []
        # What the page has opened: name, and was its tag written?
        self.open: list[tuple[str, bool]] = []
        self.count: dict[str, int] = {}
        self.depth = 0
        self.loose = False

    def start(self, name: str, raw: str) -> None:
        if name in _VOID:
            self.out.append(raw)
            return
        top = self.open[-1][0] if self.open else ""
        if (top == "p" and name in self.block) or (top == name and name in _SIBLINGS):
            self._pop()
        kept = self.depth < DEEPEST
        self.open.append((name, kept))
        self.count[name] = self.count.get(name, 0) + 1
        if kept:
            self.depth += 1
            self._tight()
            self.out.append(raw)
        elif name in self.block:
            self._paragraph()

    def end(self, name: str) -> None:
        """Close what this tag closes: an inline end tag closes no block, any other closes what its element holds."""
        if not self.count.get(name):
            return
        if name not in self.block:
            for other, _ in self.open[: -_REACH - 1 : -1]:
                if other == name:
                    break
                if other in self.block:
                    return
            else:
                return
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        name, kept = self.open.pop()
        self.count[name] -= 1
        if kept:
            self.depth -= 1
            self._tight()
            self.out.append(f"</{name}>")
        elif name in self.block:
            self._paragraph()
        return name

    def _paragraph(self) -> None:
        """Words on both sides of a block's edge are lines apart, whether the block is written or not."""
        self._tight()
        self.out.append("<p>")
        self.loose = True

    def _tight(self) -> None:
        if self.loose:
            if self.out[-1] == "<p>":
                self.out.pop()
            else:
                self.out.append("</p>")
            self.loose = False


def flatten(text: str, block: frozenset[str]) -> str:
    """The same page with at most some `DEEPEST` elements open at a time; `block` names the elements that end a line."""
    made = _Flattener(block)
    at = 0
    while True:
        match = _TAG.search(text, at)
        if match is None:
            break
        if match.start() > at:
            made.out.append(text[at : match.start()])
        if match.group(2) is None:
            end = text.find("-->", match.end())
            at = len(text) if end < 0 else end + 3
            if end < 0:
                made.out.append(text[match.start() :])
            continue
        stop = _tag_end(text, match.end())
        if stop is None:
            at = match.start()
            break
        name = match.group(2).lower()
        at = stop
        if match.group(1):
            made.end(name)
            continue
        if name in _RAW:
            close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, stop)
            at = _tag_end(text, close.end()) or len(text) if close else len(text)
            made.out.append(text[match.start() : at])
            continue
        made.start(name, text[match.start() : stop])
    made.out.append(text[at:])
    return "".join(made.out)


def _tag_end(text: str, at: int) -> int | None:
    """Where a tag ends: behind its first ">" that stands in no quoted value; None where it has no end."""
    while True:
        match = _IN_TAG.search(text, at)
        if match is None:
            return None
        if match.group(1) is None:
            return match.end()
        closed = text.find(match.group(1), match.end())
        if closed < 0:
            # A quote that never closes would take the rest of the page with it.
            plain = text.find(">", match.end())
            return None if plain < 0 else plain + 1
        at = closed + 1
