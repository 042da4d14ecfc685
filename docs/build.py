"""Write the generated pages of docs/ anew, the reference and the JSON Schema; a test holds them current."""

import json
import pathlib
from collections.abc import Callable, Iterator

import click
import msgspec

from fogline import cli, errors, feeds, nouns, rules
from fogline.exports import FORMATS, jsonl
from fogline.lexicon import families, family
from fogline.settings import Settings

DOCS = pathlib.Path(__file__).parent


def _first(thing: object) -> str:
    return (thing.__doc__ or "").strip().partition("\n")[0]


def commands() -> Iterator[str]:
    yield "## Commands\n"
    group = click.Context(cli.main, info_name="fogline", **cli.main.context_settings)
    for name, command in cli.main.commands.items():
        context = click.Context(command, parent=group, info_name=name, terminal_width=100)
        yield f"### fogline {name}\n\n```text\n{command.get_help(context)}\n```\n"


def settings() -> Iterator[str]:
    yield "## Settings\n\nDefault, then `fogline.toml`, then the environment, then a flag.\n"
    yield "| setting | environment | default | what it does |\n|---|---|---|---|"
    described = msgspec.json.schema(Settings)["$defs"]["Settings"]["properties"]
    for name, field in described.items():
        yield f"| `{name}` | `FOGLINE_{name.upper()}` | {field['default']} | {field['description']} |"
    yield ""


def tables() -> Iterator[str]:
    yield "## Formats\n\n| `--format` | what it writes |\n|---|---|"
    yield from (f"| `{name}` | {form.about} |" for name, form in FORMATS.items())
    yield "\n## Feeds\n\n| feed | |\n|---|---|"
    yield from (f"| `{name}` | {_first(feed)} |" for name, feed in feeds.FEEDS.items())
    yield "\n## Layers\n\nIn the order in which they run; each sees what those before it have found.\n"
    yield "| layer | function | |\n|---|---|---|"
    yield from (f"| {layer} | `{find.__module__}.{find.__name__}` | {_first(find)} |" for layer, find in rules.FINDERS)
    yield "\n## Lexicon\n\n| file | serves | entries | words |\n|---|---|---|---|"
    for name in families():
        content = family(name)
        words = sum(len(entry["words"]) for entry in content["entry"])
        yield f"| `{name}.toml` | {content['layer']} | {len(content['entry'])} | {words} |"
    yield "\n## Errors\n"
    yield (errors.__doc__ or "").partition("\n\n")[2]


def types() -> Iterator[str]:
    yield "## Nouns\n"
    for name in ("Report", "Block", "Day", "Reading", "Time", "Place", "Claim", "Source", "Event", "Mention", "Amount",
                 "Figure", "Forecast", "Why"):  # fmt: skip
        noun = getattr(nouns, name)
        fields = ", ".join(f"`{field.name}`" for field in msgspec.structs.fields(noun))
        yield f"- **{name}**: {' '.join((noun.__doc__ or '').split())} Fields: {fields}."
    yield ""


def reference() -> str:
    head = "# Reference\n\nWritten by `make docs` from the code; do not edit.\n"
    return "\n".join([head, *commands(), *settings(), *tables(), *types()])


PAGES: dict[str, Callable[[], str]] = {
    "reference.md": reference,
    "reading.schema.json": lambda: json.dumps(jsonl.schema(), indent=1) + "\n",
}
"""Each generated page with the function that writes it."""

if __name__ == "__main__":
    for page, build in PAGES.items():
        (DOCS / page).write_text(build(), encoding="utf-8")
