"""The command line: thin verbs over the library."""

import pathlib

import click
import msgspec

from fogline.desk import load_desk
from fogline.page import open_page


@click.group()
def main() -> None:
    """Read reports of armed conflict: who says what, about when and where, how firmly, in which words."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=pathlib.Path))
@click.option("--format", "form", default="jsonl")
def read(paths: tuple[pathlib.Path, ...], form: str) -> None:
    """Read reports."""
    desk = load_desk()
    for path in paths:
        reading = desk.read(open_page(path.read_bytes(), path.name), path.stem)
        click.echo(msgspec.json.encode(reading).decode())


if __name__ == "__main__":
    main()
