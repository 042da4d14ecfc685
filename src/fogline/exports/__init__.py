"""Readings written down: one file and one line in `FORMATS` each."""

from collections.abc import Iterable
from importlib import import_module
from typing import TextIO

from msgspec import Struct

from fogline.nouns import Reading

__all__ = ["FORMATS", "Format"]


class Format(Struct, frozen=True):
    """A way to write readings: the module of this package that has `write`, and the ending of a file of this form."""

    module: str
    suffix: str
    about: str

    def write(self, readings: Iterable[Reading], out: TextIO) -> None:
        """Write each reading as soon as it is there."""
        # Imported when it is used: `fogline --help` names the formats and must not load a template engine.
        import_module(f"fogline.exports.{self.module}").write(readings, out)


FORMATS: dict[str, Format] = {
    "text": Format("text", ".txt", "the anatomy of each report, for the terminal"),
    "jsonl": Format("jsonl", ".jsonl", "one JSON object a line a report (see docs/reading.md)"),
    "html": Format("html", ".html", "one self-contained page: the text beside its claims"),
}
"""Every format by the name that `--format` takes."""
