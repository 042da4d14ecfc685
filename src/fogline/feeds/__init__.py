"""Where pages come from: a file, a folder, standard input. One function each, one line each in `FEEDS`.

A feed yields pages lazily: nothing is read before a worker asks for it, so a folder of a million files costs nothing to
list twice.
"""

import pathlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from fogline.errors import PageError

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md"})
"""Endings that a folder is searched for; a file that is named outright is read whatever its ending."""


class Page(Struct, frozen=True):
    """A page that can be opened: `name` is the file's name without its ending, `path` where it lies or None."""

    name: str
    path: pathlib.Path | None
    data: bytes | None = None

    @property
    def label(self) -> str:
        """What messages call this page."""
        return str(self.path) if self.path else "standard input"

    def load(self, max_mb: float) -> bytes:
        """The page's bytes. Raises `PageError` when it cannot be read or is larger than `max_mb` megabytes."""
        if self.path is None:
            data = self.data or b""
        else:
            try:
                if self.path.stat().st_size > max_mb * 1e6:
                    raise PageError(f"larger than {max_mb:g} MB; raise max_page_mb to read it")
                data = self.path.read_bytes()
            except OSError as error:
                raise PageError((error.strerror or str(error)).lower()) from error
        if len(data) > max_mb * 1e6:
            raise PageError(f"larger than {max_mb:g} MB; raise max_page_mb to read it")
        return data


def stdin(argument: str) -> Iterator[Page]:
    """`-` reads one page from standard input."""
    if argument == "-":
        yield Page("stdin", None, sys.stdin.buffer.read())


def folder(argument: str) -> Iterator[Page]:
    """A folder gives every page below it, in the order of their paths; hidden files are left out."""
    path = pathlib.Path(argument)
    if argument != "-" and path.is_dir():
        for file in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            if file.suffix.lower() in SUFFIXES and not hidden and file.name.lower() != "readme.md" and file.is_file():
                yield Page(file.stem, file)


def file(argument: str) -> Iterator[Page]:
    """A file gives one page."""
    path = pathlib.Path(argument)
    if argument != "-" and not path.is_dir():
        yield Page(path.stem, path)


FEEDS: dict[str, Callable[[str], Iterator[Page]]] = {"stdin": stdin, "folder": folder, "file": file}
"""Every feed by name; the first that yields anything for an argument serves it."""


def pages(arguments: Iterable[str]) -> Iterator[Page]:
    """The pages that the arguments name, in order; a name that was there before gets a number, so none is lost."""
    seen: Counter[str] = Counter()
    for argument in arguments:
        for feed in FEEDS.values():
            for page in feed(argument):
                seen[page.name] += 1
                yield page if seen[page.name] == 1 else replace(page, name=f"{page.name}-{seen[page.name]}")
