"""Where readings are written: standard output, one file, or a folder with a file for each report.

An interrupted run leaves nothing half written behind, and can be gone on with.
"""

import json
import pathlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal, TextIO

from msgspec.structs import replace

from fogline.errors import OutputError
from fogline.exports import Format
from fogline.nouns import Reading

_INDEX = "index"
"""The name that a folder of pages keeps for its table; a report of that name is written as ``index-report``."""


class Target:
    """A place to write readings to. `done` holds the names of the reports that an earlier run wrote there."""

    def __init__(self, output: pathlib.Path | None, form: Format, *, force: bool, resume: bool) -> None:
        self.output, self.form, self.force, self.resume = output, form, force, resume
        self.folder = output is not None and (output.is_dir() or not output.suffix)
        self.done: set[str] = set()
        if output is None:
            return
        try:
            self._prepare(output)
        except OSError as error:
            raise OutputError(f"{output}: {(error.strerror or str(error)).lower()}") from error

    def _prepare(self, output: pathlib.Path) -> None:
        if self.folder:
            output.mkdir(parents=True, exist_ok=True)
            self.done = {file.stem for file in output.glob(f"*{self.form.suffix}")} if self.resume else set()
        elif self.resume and self.form.module != "jsonl":
            raise OutputError("--resume needs --format jsonl, or a folder as --output")
        elif self.resume and output.exists():
            self.done = _finished(output)
        elif output.exists() and not self.force:
            raise OutputError(f"{output} is there already: give --force to overwrite it or --resume to go on with it")
        elif not output.parent.is_dir():
            raise OutputError(f"{output.parent} is no folder")

    def has(self, name: str) -> bool:
        """Did an earlier run write this report?"""
        return self._stem(name) in self.done

    def write(self, readings: Iterable[Reading]) -> None:
        """Write the readings as they come. Raises `OutputError` when the disk is full or a file is in the way."""
        try:
            if self.output is None:
                sys.stdout.reconfigure(errors="replace", encoding="utf-8")  # type: ignore[union-attr]
                self.form.write(readings, sys.stdout)
            elif self.folder:
                self._write_folder(self.output, readings)
            else:
                mode: Literal["a", "w"] = "a" if self.resume else "w"
                with self.output.open(mode, encoding="utf-8", errors="replace", newline="\n") as out:
                    self.form.write(readings, out)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"{self.output}: {(error.strerror or str(error)).lower()}") from error

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
        return f"{_INDEX}-report" if self.folder and name == _INDEX else name


def _write_index(folder: pathlib.Path) -> None:
    """Write the table of every page in the folder, those of earlier runs included."""
    from fogline.exports.html import read_summary, write_index

    found = ((page, read_summary(page)) for page in sorted(folder.glob("*.html")))
    rows = [replace(row, name=page.stem) for page, row in found if row]
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


def _finished(output: pathlib.Path) -> set[str]:
    """The names of the readings in a JSON lines file; a last line that was cut off is taken out of the file."""
    names: set[str] = set()
    good = 0
    with output.open("rb+") as lines:
        for line in lines:
            try:
                name = json.loads(line)["name"]
            except (ValueError, KeyError, TypeError):
                break
            if not line.endswith(b"\n"):
                break
            names.add(name)
            good += len(line)
        lines.truncate(good)
    return names
