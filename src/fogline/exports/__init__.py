"""Readings written down: one file and one line in `FORMATS` each."""

from collections.abc import Callable, Iterable
from typing import TextIO

from msgspec import Struct

from fogline.exports import html, jsonl, text
from fogline.nouns import Reading

__all__ = ["FORMATS", "Format"]


class Format(Struct, frozen=True):
    """A way to write readings: `write(readings, out)` streams them, `suffix` is the ending of a file of this form."""

    write: Callable[[Iterable[Reading], TextIO], None]
    suffix: str
    about: str


FORMATS: dict[str, Format] = {
    "text": Format(text.write, ".txt", "the anatomy of each report, for the terminal"),
    "jsonl": Format(jsonl.write, ".jsonl", "one JSON object a line a report (see docs/reading.md)"),
    "html": Format(html.write, ".html", "one self-contained page: the text beside its claims"),
}
"""Every format by the name that `--format` takes."""
