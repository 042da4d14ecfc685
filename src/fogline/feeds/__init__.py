"""Where pages come from: a file, a folder, standard input. One function each, one line each in `FEEDS`.

A feed yields pages lazily: nothing is read before a worker asks for it, so a folder of a million files costs nothing to
list twice.
"""

import os
import pathlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from fogline.errors import PageError

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md"})
"""Endings that a folder is searched for; a file that is named outright is read whatever its ending."""


class Page(Struct, frozen=True):
    """A page that can be opened: `name` is the file's name without its ending, `path` where it lies or None.

    `data` holds what was read from standard input; `problem` says why there is nothing to load.
    """

    name: str
    path: pathlib.Path | None
    data: bytes | None = None
    problem: str | None = None

    @property
    def label(self) -> str:
        """What messages call this page."""
        return _utf8(str(self.path)) if self.path else "standard input"

    def load(self, max_mb: float) -> bytes:
        """The page's bytes. Raises `PageError` when it cannot be read or is larger than `max_mb` megabytes."""
        if self.problem:
            raise PageError(self.problem)
        most = int(max_mb * 1e6)
        try:
            data = _read(self.path.open("rb"), most) if self.path else self.data or b""
        except OSError as error:
            raise PageError((error.strerror or str(error)).lower()) from error
        if len(data) > most:
            raise PageError(f"larger than {max_mb:g} MB; raise max_page_mb to read it")
        return data


def _read(file: BinaryIO, most: int) -> bytes:
    """At most one byte more than `most`: a device or a pipe may never end."""
    with file:
        return file.read(most + 1)


def _utf8(name: str) -> str:
    """A name that can be written down: bytes that are no UTF-8 become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def take_stdin(max_mb: float) -> bytes:
    """What stands on standard input, up to the size that is refused."""
    return sys.stdin.buffer.read(int(max_mb * 1e6) + 1)


def stdin(argument: str) -> Iterator[Page]:
    """`-` reads one page from standard input."""
    if argument == "-":
        yield Page("stdin", None)


def folder(argument: str) -> Iterator[Page]:
    """A folder gives every page below it, in the order of their paths; hidden files are left out."""
    path = pathlib.Path(argument)
    if argument == "-" or not path.is_dir():
        return
    refused: list[OSError] = []
    for root, folders, files in os.walk(path, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = pathlib.Path(root, name)
            if file.suffix.lower() in SUFFIXES and not name.startswith(".") and name.lower() != "readme.md":
                yield Page(file.stem, file)
    for error in refused:
        yield Page("", pathlib.Path(str(error.filename)), problem=(error.strerror or str(error)).lower())


def file(argument: str) -> Iterator[Page]:
    """A file gives one page."""
    path = pathlib.Path(argument)
    if argument != "-" and not path.is_dir():
        yield Page(path.stem, path)


FEEDS: dict[str, Callable[[str], Iterator[Page]]] = {"stdin": stdin, "folder": folder, "file": file}
"""Every feed by name; the first that yields anything for an argument serves it."""


def pages(arguments: Iterable[str]) -> Iterator[Page]:
    """The pages that the arguments name, in order; a name that was there before gets a number, so none is lost."""
    taken: set[str] = set()
    for argument in arguments:
        for feed in FEEDS.values():
            for page in feed(argument):
                stem = name = _utf8(page.name)
                number = 1
                while name in taken:
                    number += 1
                    name = f"{stem}-{number}"
                taken.add(name)
                yield replace(page, name=name)
