"""One JSON object a line a report: the form that `docs/reading.md` describes and `docs/reading.schema.json` checks."""

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from fogline.nouns import Reading


def write(readings: Iterable[Reading], out: TextIO) -> None:
    """Write each reading as a line of JSON, as soon as it is there."""
    for reading in readings:
        out.write(dumps(reading) + "\n")
        out.flush()


def dumps(reading: Reading) -> str:
    """A reading as one line of JSON."""
    return msgspec.json.encode(reading).decode()


def loads(line: str | bytes) -> Reading:
    """The reading that `dumps` wrote. Raises `msgspec.ValidationError` for anything else."""
    return msgspec.json.decode(line, type=Reading)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line."""
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "fogline reading",
        **msgspec.json.schema(Reading),
    }
    # Through JSON and back: a default that is a tuple here is an array there.
    return msgspec.json.decode(msgspec.json.encode(told), type=dict[str, Any])
