"""page → Report: main text, metadata, blocks labelled."""

from fogline.nouns import Report, identity
from fogline.page.decode import LARGEST, decode
from fogline.page.labels import label

__all__ = ["open_page"]


def open_page(data: bytes, name: str = "", *, largest: int = LARGEST) -> Report:
    """Turn the bytes of a page (HTML or plain text, any encoding) into a report.

    `name` is the file's name or address; its ending helps to tell HTML from text. Raises `PageError` with one clear
    line for a page that is empty, binary or larger than `largest` bytes.
    """
    text, _ = decode(data, name, largest)
    return Report(
        id=identity("report", "", text),
        text=text,
        title=None,
        outlet=None,
        author=None,
        language=None,
        published=None,
        blocks=tuple(label(text)),
    )
