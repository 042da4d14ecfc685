"""page → Report: main text, metadata, blocks labelled."""

from fogline.errors import PageError
from fogline.nouns import Block, Report, identity

__all__ = ["open_page"]


def open_page(data: bytes, name: str = "") -> Report:
    """Turn the bytes of a page (HTML or plain text, any encoding) into a report.

    `name` is the file's name or address; its ending helps to tell HTML from text. Raises `PageError` with one clear
    line for a page that is empty, binary or too large.
    """
    text = data.decode("utf-8")
    if not text.strip():
        raise PageError(f"{name}: empty")
    return Report(
        id=identity("report", text),
        text=text,
        title=None,
        outlet=None,
        author=None,
        language=None,
        published=None,
        blocks=(Block(0, len(text), "body"),),
    )
