"""Words as data: ``en/*.toml``, one file a family, every entry with examples and counter-examples that the tests run.

A file says which layer its words serve (``layer = "claims"``) and lists entries. Rules say what type an entry has:

```python
class Hedge(Entry, frozen=True):
    strength: Literal["reported", "possible", "uncertain"]


for hedge in entries("hedges", Hedge):
    ...
```
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from fogline.errors import DataError


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every lexicon entry has: its words, marked text in which it must speak, and text in which it must not."""

    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()
    note: str | None = None


T = TypeVar("T", bound=Entry)


@cache
def family(name: str, language: str = "en") -> dict[str, Any]:
    """The raw content of one lexicon file. Raises `DataError` when it is missing or no TOML."""
    try:
        file = resources.files("fogline.lexicon") / language / f"{name}.toml"
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"lexicon {language}/{name}.toml cannot be read: {error}") from error


@cache
def entries(name: str, type_: type[T], language: str = "en") -> tuple[T, ...]:
    """The entries of one lexicon file as values of `type_`. Raises `DataError` for an entry that does not fit."""
    try:
        return msgspec.convert(family(name, language)["entry"], tuple[type_, ...])  # type: ignore[valid-type]
    except (KeyError, msgspec.ValidationError) as error:
        raise DataError(f"lexicon {language}/{name}.toml: {error}") from error


def families(language: str = "en") -> tuple[str, ...]:
    """The names of all lexicon files of a language."""
    folder = resources.files("fogline.lexicon") / language
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))
