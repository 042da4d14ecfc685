"""An HTML page as lines: the visible text of each block-level element, with what its markup says about it."""

import re
from typing import Final

from lxml import etree, html
from msgspec import Struct

from fogline.page.flatten import flatten

_BLOCK_WORDS: Final = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol option "
    "p pre section summary table tbody td tfoot th thead tr ul"
)
BLOCK: Final = frozenset(_BLOCK_WORDS.split())
_SILENT_WORDS: Final = (
    "script style noscript template svg math iframe object embed applet canvas audio video map head title "
    "select option textarea input button datalist noframes frameset link meta base param source track "
    "colgroup col"
)
_SILENT: Final = frozenset(_SILENT_WORDS.split())
_INLINE_FORM: Final = frozenset({"button", "label", "select", "textarea"})
_DEEP: Final = 250
"""Elements; older parsers stop at 256 and drop what follows."""
_HIDDEN: Final = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\f\v]+")
_FOOTNOTE: Final = re.compile(r"(?:\[[^\[\]]{1,24}\]){1,6}$")
# Characters of their own in the report: kept as they are, only ordinary white space collapses as a browser would do it.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class Line(Struct, gc=False):
    """One line of a page. `joined`: only a <br> parts it from the line before. `tags` and `names`: of its ancestors.

    `linked` is the share of its characters that are the words of links; `element` numbers the element that holds it;
    `home` is the container that it shares with its neighbours: its class, or its number where it has none.
    """

    text: str
    tag: str
    tags: frozenset[str]
    names: str
    linked: float
    joined: bool
    element: int
    stamp: str | None = None
    row: int = 0
    home: tuple[str, int] = ("", 0)


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree of a page, or None when there is none. Nothing is fetched and no entity of a page's own is expanded."""
    return parse(text)[0]


def parse(text: str) -> tuple[html.HtmlElement | None, bool]:
    """The same, and whether the page nests so deep that it had to be made shallow: all its words, fewer elements."""
    # libxml2 refuses a declared encoding in decoded text and stops at NUL: both go.
    text = (re.sub(r"^\s{0,4096}<\?xml[^>]{0,400}\?>", "", text[:8192]) + text[8192:]).replace("\0", "")
    tree = _tree(text)
    if tree is None or not _too_deep(tree):
        return tree, False
    # libxml2 stops for good at some depth (2,048 in 2.14) and says so in its log alone.
    return _tree(flatten(text, BLOCK)), True


def _tree(text: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _too_deep(tree: html.HtmlElement) -> bool:
    """Pages nest some 30 elements; beyond 250 it is an accident or an attack."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEP:
            return True
    return False


def lines(tree: html.HtmlElement, everything: bool = False) -> list[Line]:
    """The visible lines of a page, in order. With `everything`, as a careless scraper sees them: hidden ones too."""
    found: list[Line] = []
    parts: list[str] = []
    linked = 0
    joined = False
    stamp: str | None = None
    # One frame an open element: (tag, names, is block, is link).
    stack: list[tuple[str, str, bool]] = []
    names: list[str] = []
    blocks: list[tuple[str, int, str]] = [("body", 0, "")]
    rows: list[int] = []
    depth_link = 0
    number = 0
    skip: etree._Element | None = None

    def flush(broken: bool) -> None:
        nonlocal linked, joined, stamp
        raw = _CONTROL.sub("", _SPACES.sub(" ", "".join(parts))).strip()
        if raw:
            size = len(raw)
            found.append(
                Line(
                    text=raw,
                    tag=blocks[-1][0],
                    tags=frozenset(frame[0] for frame in stack[-64:]),
                    names=" ".join(names[-12:])[-400:],
                    linked=min(1.0, linked / size),
                    joined=joined,
                    element=blocks[-1][1],
                    stamp=stamp,
                    row=rows[-1] if rows else 0,
                    home=_home(blocks),
                )
            )
            joined = broken
        elif broken:
            # Two <br> in a row make a paragraph.
            joined = False
        else:
            joined = False
        stamp = None
        parts.clear()
        linked = 0

    def put(words: str | None) -> None:
        nonlocal linked
        if words:
            parts.append(words)
            if depth_link:
                linked += len(words.strip())

    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            if skip is None:
                put(node.tail)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if skip is not None:
                continue
            if tag in _SILENT or (not everything and (_hidden(node) or _reference(node))):
                skip = node
                if tag in BLOCK:
                    flush(False)
                continue
            number += 1
            name = " ".join((node.get(key) or "")[:100] for key in ("class", "id", "itemprop", "role")).lower()
            stack.append((tag, name, tag == "a"))
            if name.strip():
                names.append(name)
            if tag in BLOCK:
                flush(False)
                blocks.append((tag, number, (node.get("class") or "")[:100]))
                if tag == "tr":
                    rows.append(number)
            elif tag in {"br", "hr"}:
                flush(tag == "br")
            if tag == "a":
                depth_link += 1
            if tag == "time" and node.get("datetime"):
                stamp = (node.get("datetime") or "")[:40]
            put(node.text)
        else:
            if skip is not None:
                if node is skip:
                    skip = None
                    if tag in _INLINE_FORM or tag == "svg":
                        put(" ")
                    put(node.tail)
                continue
            if tag in BLOCK:
                flush(False)
                if len(blocks) > 1:
                    blocks.pop()
                if tag == "tr" and rows:
                    rows.pop()
            _, name, was_link = stack.pop()
            if name.strip() and names:
                names.pop()
            if was_link:
                depth_link -= 1
            put(node.tail)
    flush(False)
    return found if everything else _table_rows(found)


def _table_rows(found: list[Line]) -> list[Line]:
    """Join the short cells of one row of a table into one line; the wide cells of a layout table stay apart."""
    joined: list[Line] = []
    for line in found:
        before = joined[-1] if joined else None
        cells = before is not None and line.row and before.row == line.row and {line.tag, before.tag} <= {"td", "th"}
        apart = before is not None and before.element != line.element
        if (
            before is not None
            and cells
            and apart
            and len(line.text) <= 60
            and len(before.text) <= 300
            and not line.joined
        ):
            before.text += "\t" + line.text
        else:
            joined.append(line)
    return joined


def _home(blocks: list[tuple[str, int, str]]) -> tuple[str, int]:
    """The container above a paragraph; for words that stand in a container themselves, that container."""
    _, number, name = blocks[-2] if blocks[-1][0] in {"p", "li", "h2", "h3", "h4"} and len(blocks) > 1 else blocks[-1]
    return (name, 0) if name else ("", number)


def _reference(node: etree._Element) -> bool:
    """A footnote's number or an "edit" link in brackets, as wikis set them: no words of the text."""
    if node.tag == "sup" and len(node) < 8:
        return bool(_FOOTNOTE.match("".join(map(str, node.itertext()))[:80].strip()))
    return node.tag == "span" and "editsection" in (node.get("class") or "")


def _hidden(node: etree._Element) -> bool:
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    style = node.get("style")
    return bool(style and _HIDDEN.search(style[:500]))
