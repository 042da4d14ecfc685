"""The command line: thin verbs over the library."""

import json
import pathlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fogline import __version__
from fogline.errors import FoglineError
from fogline.exports import FORMATS
from fogline.nouns import Reading
from fogline.settings import Settings, load_settings


class _Refused(click.ClickException):
    """One clear line on standard error, exit status 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        _complain(self.format_message())


def _complain(line: str) -> None:
    from fogline.exports.text import clean

    click.echo(f"fogline: {clean(line)}", err=True)


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn our errors into one line for the person at the keyboard."""
    try:
        yield
    except FoglineError as error:
        raise _Refused(str(error)) from error


def _setting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each field of `Settings`, with the field's own description as help."""
    described = msgspec.json.schema(Settings)["$defs"]["Settings"]["properties"]
    for field in reversed(msgspec.structs.fields(Settings)):
        told = described[field.name]
        option = click.option(
            f"--{field.name.replace('_', '-')}",
            field.name,
            type=float if told["type"] == "number" else int,
            help=f"{told['description']}  [default: {told['default']:g}]",
        )
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="fogline")
def main() -> None:
    """Read reports of armed conflict: who says what, about when and where, how firmly, in which words."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to print."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=pathlib.Path), help="A file, or a folder (one file a report)."
)
@click.option("--force", is_flag=True, help="Overwrite what is at --output.")
@click.option("--resume", is_flag=True, help="Go on where a run to --output FILE.jsonl or to a folder stopped.")
@_setting_options
def read(
    paths: tuple[str, ...], form: str, output: pathlib.Path | None, force: bool, resume: bool, **flags: float | None
) -> None:
    """Read reports: files of HTML or plain text, folders of them, or - for standard input.

    A page that cannot be read is reported on standard error and the rest go on; the exit status is then 1.
    """
    from fogline import scale
    from fogline.exports.target import Target
    from fogline.feeds import pages

    output = None if output == pathlib.Path("-") else output
    with _refusing():
        settings = load_settings(flags)
        target = Target(output, FORMATS[form], force=force, resume=resume)
        found = list(pages(paths))
        target.spare(found)
    if not found:
        raise _Refused(
            f"no report in {', '.join(paths)}: give a .html or .txt file, a folder of them, or - for standard input"
        )
    waiting = [page for page in found if not target.has(page)]
    failed: list[str] = []

    def readings(step: Callable[[], None]) -> Iterator[Reading]:
        for outcome in scale.run(waiting, settings):
            step()
            if outcome.reading is not None:
                yield outcome.reading
            else:
                failed.append(outcome.page)
                _complain(f"{outcome.page}: {outcome.problem}")

    try:
        with _refusing(), _progress(len(waiting), show=len(waiting) > 1 and not _drawing(output)) as step:
            target.write(readings(step))
    except KeyboardInterrupt:
        raise _Refused("interrupted" + ("; run again with --resume to go on" if output else "")) from None
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    if failed:
        _complain(f"{len(failed)} of {len(waiting)} could not be read")
        sys.exit(1)


@main.command()
@click.argument("path", metavar="PATH")
@click.argument("wanted", metavar="[MARK]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print an array of JSON objects.")
def explain(path: str, wanted: str | None, as_json: bool) -> None:
    """Tell for one claim, event, figure, forecast, time or place what each value rests on.

    MARK is what `fogline read` prints in brackets (its first characters are enough), or words of the item. Without
    MARK every claim is explained.
    """
    from fogline import scale
    from fogline.explain import claims_by_id, find_items
    from fogline.explain import explain as take_apart
    from fogline.exports.text import explanation
    from fogline.feeds import pages

    with _refusing():
        found = list(pages([path]))
        settings = load_settings()
    if len(found) != 1:
        raise _Refused(f"{path}: explain takes one report, this names {len(found)}")
    outcome = scale.read_page(found[0], settings)
    if outcome.reading is None:
        raise _Refused(f"{outcome.page}: {outcome.problem}")
    reading = outcome.reading
    chosen = [("claims", claim) for claim in reading.claims] if wanted is None else find_items(reading, wanted)
    if wanted is not None and not chosen:
        raise _Refused(
            f"nothing in {outcome.page} has the mark or the words {wanted!r}; `fogline read` prints the marks"
        )
    claims = claims_by_id(reading)
    explained = [take_apart(reading, layer, item, claims) for layer, item in chosen]
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(explained), ensure_ascii=False, indent=1))
        return
    console = Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else 120)
    for one in explained:
        console.print(explanation(one))


@main.command()
def schema() -> None:
    """Print the JSON Schema of a reading."""
    from fogline.exports import jsonl

    click.echo(json.dumps(jsonl.schema(), indent=1))


def _drawing(output: pathlib.Path | None) -> bool:
    """Are readings printed on the same screen as the progress bar would be?"""
    return output is None and sys.stdout.isatty()


@contextmanager
def _progress(total: int, show: bool) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, drawn on a terminal only; yields the function that takes a step."""
    if not show or not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)


if __name__ == "__main__":
    main()
