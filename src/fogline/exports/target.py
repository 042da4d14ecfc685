"""Where readings are written: standard output, one file, or a folder with a file for each report.

An interrupted run leaves nothing half written behind, and can be gone on with.
"""

import json
import pathlib
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Literal, TextIO

from msgspec.structs import replace

from fogline.errors import OutputError
from fogline.exports import Format
from fogline.feeds import Page
from fogline.nouns import Reading, checksum

if TYPE_CHECKING:
    from fogline.exports.html import Summary

_INDEX = "index"
"""The name that a folder of pages keeps for its table; a report of that name is written as ``index-report``."""


class Target:
    """A place to write readings to; it knows which reports an earlier run wrote there."""

    def __init__(self, output: pathlib.Path | None, form: Format, *, force: bool, resume: bool) -> None:
        self.output, self.form, self.force, self.resume = output, form, force, resume
        self.folder = output is not None and (output.is_dir() or not (output.exists() or output.suffix))
        self._done: dict[str, set[str | None]] = {}
        if output is None:
            return
        try:
            self._prepare(output)
        except OSError as error:
            raise OutputError(f"{output}: {(error.strerror or str(error)).lower()}") from error

    def _prepare(self, output: pathlib.Path) -> None:
        if self.folder:
            output.mkdir(parents=True, exist_ok=True)
            if self.resume:
                self._done = {row.name: {row.page} for row in _rows(output)}
        elif self.resume and self.form.module != "jsonl":
            raise OutputError("--resume needs --format jsonl, or a folder as --output with --format html")
        elif self.resume and output.exists():
            self._done = _finished(output)
        elif output.is_file() and not self.force:
            raise OutputError(f"{output} is there already: give --force to overwrite it or --resume to go on with it")
        elif not output.parent.is_dir():
            raise OutputError(f"{output.parent} is no folder")

    def has(self, page: Page) -> bool:
        """Did an earlier run write this very page, to the byte, under this name?"""
        stem = self._stem(page.name)
        if page.path is None or stem not in self._done:
            return False
        try:
            return checksum(page.path.read_bytes()) in self._done[stem]
        except OSError:
            return False

    def spare(self, pages: Iterable[Page]) -> None:
        """Refuse to write over a report that is to be read."""
        for page in pages:
            if page.path and self.output and self.output.is_file() and self.output.resolve() == page.path.resolve():
                raise OutputError(f"{self.output} is one of the reports: give another --output")

    def write(self, readings: Iterable[Reading]) -> None:
        """Write the readings as they come. Raises `OutputError` when the disk is full or a file is in the way."""
        try:
            if self.output is None:
                sys.stdout.reconfigure(errors="replace", encoding="utf-8")  # type: ignore[union-attr]
                self.form.write(readings, sys.stdout)
            elif self.folder:
                self._write_folder(self.output, readings)
            else:
                self._write_file(self.output, iter(readings))
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"{self.output}: {(error.strerror or str(error)).lower()}") from error

    def _write_file(self, file: pathlib.Path, readings: Iterator[Reading]) -> None:
        # The file is opened when there is something to write: a run that reads nothing leaves what was there.
        first = next(readings, None)
        if first is None:
            return
        mode: Literal["a", "w"] = "a" if self.resume else "w"
        with file.open(mode, encoding="utf-8", errors="replace", newline="\n") as out:
            self.form.write(chain([first], readings), out)

    def _write_folder(self, folder: pathlib.Path, readings: Iterable[Reading]) -> None:
        for reading in readings:
            path = folder / f"{self._stem(reading.name)}{self.form.suffix}"
            if path.exists() and not (self.force or self.resume):
                raise OutputError(f"{path} is there already: give --force to overwrite it or --resume to go on")
            with _whole(path) as out:
                self.form.write([reading], out)
        if self.form.module == "html":
            _write_index(folder)

    def _stem(self, name: str) -> str:
        """The name of a report's file: short enough for any disk, and never that of the table."""
        if not self.folder:
            return name
        if _RESERVED.fullmatch(name):
            return f"{name}-report"
        return name if len(name.encode()) <= 180 else f"{name[:40]}-{checksum(name.encode())}"


_RESERVED = re.compile(rf"{_INDEX}(?:-report)*")


def _rows(folder: pathlib.Path) -> "Iterator[Summary]":
    """The rows of the pages in a folder, under the names of their files."""
    from fogline.exports.html import read_summary

    for page in sorted(folder.glob("*.html")):
        row = read_summary(page)
        if row:
            yield replace(row, name=page.stem)


def _write_index(folder: pathlib.Path) -> None:
    """Write the table of every page in the folder, those of earlier runs included."""
    from fogline.exports.html import write_index

    rows = list(_rows(folder))
    with _whole(folder / f"{_INDEX}.html") as out:
        write_index(rows, out)


@contextmanager
def _whole(path: pathlib.Path) -> Iterator[TextIO]:
    """A file that is there whole or not at all: written beside its place and moved into it."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            yield out
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _finished(output: pathlib.Path) -> dict[str, set[str | None]]:
    """The names and pages of the readings in a JSON lines file; a last line that was cut off is taken out of the file.

    Raises `OutputError`, and changes nothing, when an earlier line is no reading.
    """
    done: dict[str, set[str | None]] = {}
    good = 0
    with output.open("rb+") as lines:
        for number, line in enumerate(lines, 1):
            if not line.endswith(b"\n"):
                break
            try:
                row = json.loads(line)
                done.setdefault(row["name"], set()).add(row["article"].get("page"))
            except (ValueError, KeyError, TypeError, AttributeError):
                raise OutputError(
                    f"{output}: line {number} is no reading; --resume goes on with our own files"
                ) from None
            good += len(line)
        if good == 0 and lines.seek(0, 2):
            raise OutputError(f"{output} holds no reading; --resume takes files of ours, --force overwrites")
        lines.truncate(good)
    return done
