"""One frozen `Settings`: default, then `fogline.toml`, then `FOGLINE_*` in the environment, then a flag."""

import os
import pathlib
import tomllib
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from fogline.errors import SettingsError


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """What can be set. Each field's description is its help text on the command line and in the reference."""

    max_page_mb: Annotated[
        float, Meta(gt=0, le=100_000, description="A page above this many megabytes is refused.")
    ] = 32.0
    workers: Annotated[int, Meta(ge=0, le=1024, description="Processes that read; 0 takes one for each core.")] = 0


def load_settings(
    flags: Mapping[str, Any] | None = None,
    folder: pathlib.Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """The settings in force. Flags that are None count as not given.

    Raises `SettingsError` for an unknown name, a value out of range or a file that is no TOML.
    """
    file = (folder or pathlib.Path()) / "fogline.toml"
    try:
        values: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: {error}") from error
    environment = os.environ if environment is None else environment
    for field in msgspec.structs.fields(Settings):
        name = f"FOGLINE_{field.name.upper()}"
        if name in environment:
            values[field.name] = environment[name]
        if flags and flags.get(field.name) is not None:
            values[field.name] = flags[field.name]
    try:
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise SettingsError(f"setting: {error}; see `fogline read --help` for what can be set") from error
