"""Bytes to text: which encoding, and is it HTML? Refuses what cannot be read, with one line that says why."""

import codecs
import re
from typing import Final

from fogline.errors import PageError
from fogline.page.charsets import CODECS
from fogline.settings import Settings

LARGEST: Final = int(Settings().max_page_mb * 1e6)
"""Bytes. A larger page is a dump, not a report; the setting `max_page_mb` holds the figure."""

_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF-", "a PDF", "save its text first"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a rar archive", "unpack it first"),
    (b"\x89PNG", "a PNG image", "fogline reads text"),
    (b"\xff\xd8\xff", "a JPEG image", "fogline reads text"),
    (b"GIF87a", "a GIF image", "fogline reads text"),
    (b"GIF89a", "a GIF image", "fogline reads text"),
    (b"RIFF", "a RIFF media file", "fogline reads text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text"),
    (b"{\\rtf", "a rich text file", "save it as plain text"),
    (b"\x7fELF", "a program", "fogline reads text"),
    (b"SQLite format 3", "a database", "fogline reads text"),
    (b"OggS", "an Ogg media file", "fogline reads text"),
    (b"ID3", "an MP3 file", "fogline reads text"),
)
_CHARSET: Final = re.compile(rb"(?:charset|encoding)\s{0,8}=\s{0,8}[\"']?\s{0,8}([A-Za-z0-9][A-Za-z0-9_.:-]{1,40})")
_RUBBISH: Final = re.compile(r"[\x00-\x07\x0e-\x1a]")
_WIDE: Final = ["utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]
# White space, the joiners and marks of direction, variation selectors, blank letters: nothing of them is seen.
_SEEN: Final = re.compile(
    r"[^\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

_TAGS: Final = (
    "html|head|body|title|meta|link|script|style|div|p|span|article|section|header|footer|main|nav|table|tr|td|ul|ol|li|"
    "h[1-6]|br|hr|img|a|b|i|em|strong|font|center|blockquote|figure|figcaption|form|iframe|noscript|pre|dl|dt|dd|svg|time"
)
_DOCUMENT: Final = re.compile(
    r"\s{0,4096}(?:<\?xml[^>]{0,200}\?>\s{0,4096})?<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(rf"<(?:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_CLOSING: Final = re.compile(rf"</(?:{_TAGS})\s{{0,20}}>", re.IGNORECASE)
_HEAD: Final = 65_536


def decode(data: bytes, name: str = "", largest: int = LARGEST) -> tuple[str, bool]:
    """The text of a page and whether it is HTML.

    Order of trust: byte order mark, UTF-8 that decodes, what an HTML page declares, UTF-16 without a mark, then
    statistics. Raises `PageError` for a page that is too large, empty or no text.
    """
    if len(data) > largest:
        raise PageError(f"larger than {largest / 1e6:g} MB; split it, or raise max_page_mb to read it")
    if not data.strip():
        raise PageError("empty, there is nothing to read; save the page with its text")
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic) and not _reads_as_text(data[:512]):
            raise PageError(f"this is {what}, not text; {remedy}")
    text = _text(data)
    if blank(text):
        raise PageError("only white space or invisible characters; save the page with its text")
    _refuse_rubbish(text)
    return text, is_html(text, name)


def blank(text: str) -> bool:
    """Is there nothing to be seen in this text?"""
    return _SEEN.search(text) is None


def is_html(text: str, name: str = "") -> bool:
    """Is this a page of HTML? Text that merely contains "<", or quotes a tag or two, is not."""
    if _DOCUMENT.match(_without_comments(text[:_HEAD])):
        return True
    head = text[:_HEAD]
    if "<" not in head:
        return False
    opened = len(_OPENING.findall(head))
    closed = len(_CLOSING.findall(head))
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return opened + closed >= 1
    # A fragment: it starts with a tag, closes some, and its tags are not rare guests in prose.
    return bool(_OPENING.match(head.lstrip())) and opened >= 2 and closed >= 1 and opened + closed >= len(head) / 2000


def _without_comments(head: str) -> str:
    head = head.lstrip("\ufeff \t\r\n")
    for _ in range(20):
        if not head.startswith("<!--"):
            break
        head = head.partition("-->")[2].lstrip()
    return head


def _reads_as_text(head: bytes) -> bool:
    """Magic such as "BZh" or "ID3" can begin a sentence: then the bytes after it are letters."""
    try:
        return (
            all(byte >= 32 or byte in b"\t\r\n" for byte in head)
            and bool(head.decode("utf-8"))
            and head[:1] not in b"%{"
        )
    except UnicodeDecodeError:
        return False


def _text(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                if encoding == "utf-8-sig":
                    break
                raise PageError(f"starts as {encoding.upper()} and then breaks off; save it again as UTF-8") from None
    if b"\0" in data[:4096]:
        wide = _wide(data)
        if wide is None:
            raise PageError("binary data (NUL bytes), not text; give a page or a text file")
        return wide
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # One broken byte in a long UTF-8 page (cut in the middle, a stray byte) is no reason to take it for Latin.
        sample = data[:65_536]
        if error.start > 1000 or error.start >= len(data) - 4:
            lenient = sample.decode("utf-8", "replace")
            wide_letters = sum(1 for char in lenient if char > "\x7f" and char != "\ufffd")
            if wide_letters > 4 * lenient.count("\ufffd"):
                return data.decode("utf-8", "replace").removeprefix("\ufeff")
    declared = _declared(data)
    if declared:
        text = data.decode(declared, "replace")
        broken = text.count("\ufffd")
        if declared == "utf-8":
            # Letters of several bytes that decode do so by no accident; a page with more broken ones is something else.
            if 2 * broken <= sum(char > "\x7f" for char in text):
                return text
        elif broken <= len(text) / 200:
            return text
    return _guessed(data)


def _wide(data: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark: of every four bytes one end is NUL, or every other byte of Latin text is."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    likely = []
    if not any(sample[3::4]):
        likely.append("utf-32-le")
    if not any(sample[0::4]):
        likely.append("utf-32-be")
    if max(even, odd) >= 0.3 * len(sample) / 2 and min(even, odd) <= 0.1 * len(sample) / 2:
        likely.append("utf-16-le" if odd > even else "utf-16-be")
    for encoding in likely:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text[:4096]:
            return text
    return None


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    if b"<" not in head:
        return None
    match = _CHARSET.search(head)
    if not match:
        return None
    return CODECS.get(match.group(1).decode("ascii").lower())


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = data[:200_000]
    # What the page declares was weighed before; text of wide letters has NUL bytes and doesn't come here.
    best = from_bytes(sample, cp_exclusion=_WIDE, preemptive_behaviour=False).best()
    encoding = best.encoding if best else "cp1252"
    # Short Western text carries too few letters to tell code pages apart: Windows Latin is by far the most likely.
    high = sum(1 for byte in sample if byte >= 0x80)
    if high < 0.05 * len(sample) and not encoding.startswith(("utf", "cp125", "gb", "big5", "shift", "euc")):
        encoding = "cp1252"
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        text = data.decode("cp1252", "replace")
        if text.count("\ufffd") > len(text) / 50:
            raise PageError("its encoding cannot be told; save it as UTF-8") from None
        return text


def _refuse_rubbish(text: str) -> None:
    sample = text[:_HEAD]
    control = len(_RUBBISH.findall(sample))
    if "\0" in sample or control > max(8, len(sample) / 50):
        raise PageError("binary data, not text; give a page or a text file")
    if sample.count("\ufffd") > len(sample) / 10:
        raise PageError("most of it cannot be decoded; save it as UTF-8")
