"""page → Report: main text, metadata, blocks labelled."""

from fogline.errors import PageError
from fogline.nouns import Day, Report, checksum, identity
from fogline.page import header
from fogline.page.decode import LARGEST, blank, decode
from fogline.page.extract import extract
from fogline.page.labels import label
from fogline.page.metadata import Metadata

__all__ = ["open_page"]


def open_page(data: bytes, name: str = "", *, largest: int = LARGEST) -> Report:
    """Turn the bytes of a page (HTML or plain text, any encoding) into a report.

    `name` is the file's name or address; its ending helps to tell HTML from text. Plain text is kept to the letter;
    of HTML, the text is ours: what the article says, a blank line between paragraphs. Raises `PageError` with one clear
    line, which leaves it to the caller to name the page, for one that is empty, binary or larger than `largest` bytes.
    """
    text, is_html = decode(data, name, largest)
    head = Metadata()
    if is_html:
        text, blocks, head = extract(text)
        if blank(text):
            raise PageError("HTML without any words; save the page with its text")
    else:
        blocks = label(text)
    stated = header.read(text, blocks)
    published = stated.published
    if head.day:
        published = Day(head.day, "stated", "page.metadata.published_day", None, head.day_from)
    outlet = head.outlet or stated.outlet
    return Report(
        id=identity("report", outlet or "", text),
        text=text,
        title=stated.title or head.title,
        outlet=outlet,
        author=head.author or stated.author,
        language=head.language or stated.language,
        published=published,
        blocks=tuple(blocks),
        url=head.url,
        page=checksum(data),
    )
