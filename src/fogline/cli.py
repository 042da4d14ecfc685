"""The command line: thin verbs over the library."""

import json
import pathlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fogline import __version__
from fogline.errors import FoglineError
from fogline.nouns import Reading

if TYPE_CHECKING:
    from fogline.feeds import Page

FORMAT_NAMES = (
    "text",
    "jsonl",
    "html",
)  # named here so that `--help` needs no import; a test holds them against FORMATS


class _Refused(click.ClickException):
    """One clear line on standard error, exit status 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        click.echo(f"fogline: {self.format_message()}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="fogline")
def main() -> None:
    """Read reports of armed conflict: who says what, about when and where, how firmly, in which words."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(FORMAT_NAMES), default="text", show_default=True, help="How to print."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=pathlib.Path), help="A file, or a folder (one file a report)."
)
@click.option("--force", is_flag=True, help="Overwrite what is at --output.")
@click.option("--resume", is_flag=True, help="Go on where a run to --output FILE.jsonl or to a folder stopped.")
@click.option("--workers", type=int, help="Processes that read; 0 takes one for each core.  [default: 0]")
@click.option("--max-page-mb", type=float, help="Refuse a page above this size.  [default: 32]")
@click.option("--profile", is_flag=True, help="Say on standard error what each stage cost.")
def read(
    paths: tuple[str, ...],
    form: str,
    output: pathlib.Path | None,
    force: bool,
    resume: bool,
    workers: int | None,
    max_page_mb: float | None,
    profile: bool,
) -> None:
    """Read reports: files of HTML or plain text, folders of them, or - for standard input.

    A page that cannot be read is reported on standard error and the rest go on; the exit status is then 1.
    """
    from fogline import scale
    from fogline.exports import FORMATS
    from fogline.feeds import pages
    from fogline.settings import load_settings

    try:
        settings = load_settings(workers=workers, max_page_mb=max_page_mb)
        found = list(pages(paths))
    except FoglineError as error:
        raise _Refused(str(error)) from error
    if not found:
        raise _Refused(
            f"no report in {', '.join(paths)}: give a .html or .txt file, a folder of them, or - for standard input"
        )
    if profile:
        _profile(found, settings.max_page_mb)
        return
    target = _Target(output, FORMATS[form].suffix, force, resume)
    waiting = [page for page in found if not target.has(page.name)]
    failed = 0

    def readings(progress: "_Progress") -> Iterator[Reading]:
        nonlocal failed
        for outcome in scale.run(waiting, settings):
            progress.step()
            if outcome.reading is None:
                failed += 1
                progress.say(f"{outcome.page}: {outcome.problem}")
            else:
                yield outcome.reading

    try:
        with _progress(len(waiting), show=len(waiting) > 1 and (output is not None or form == "jsonl")) as progress:
            if target.folder:
                written = []
                for reading in readings(progress):
                    with target.file(reading.name) as out:
                        FORMATS[form].write([reading], out)
                    written.append(reading)
                if form == "html":
                    from fogline.exports.html import write_index

                    with target.file("index") as out:
                        write_index(written, out)
            else:
                with target.file(None) as out:
                    FORMATS[form].write(readings(progress), out)
    except KeyboardInterrupt:
        hint = "; run again with --resume to go on" if output and (target.folder or form == "jsonl") else ""
        raise _Refused(f"interrupted{hint}") from None
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    if failed:
        click.echo(f"fogline: {failed} of {len(waiting)} could not be read", err=True)
        sys.exit(1)


@main.command()
@click.argument("path", metavar="PATH")
@click.argument("wanted", metavar="[MARK]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print an array of JSON objects.")
def explain(path: str, wanted: str | None, as_json: bool) -> None:
    """Tell for one claim, event, figure, forecast, time or place what each value rests on.

    MARK is the id in brackets that `fogline read` prints (its first characters are enough), or words of the item.
    Without MARK every claim is explained.
    """
    import msgspec

    from fogline import scale
    from fogline.explain import explain as take_apart
    from fogline.explain import find_items, items
    from fogline.exports.text import explanation
    from fogline.feeds import pages
    from fogline.settings import load_settings

    try:
        found = list(pages([path]))
        settings = load_settings()
    except FoglineError as error:
        raise _Refused(str(error)) from error
    if len(found) != 1:
        raise _Refused(f"{path}: explain takes one report, this names {len(found)}")
    outcome = scale.read_page(found[0], settings)
    if outcome.reading is None:
        raise _Refused(f"{outcome.page}: {outcome.problem}")
    reading = outcome.reading
    if wanted is None:
        chosen = [(layer, item) for layer, item in items(reading) if layer == "claims"]
    else:
        chosen = find_items(reading, wanted)
        if not chosen:
            raise _Refused(
                f"nothing in {outcome.page} has the id or the words {wanted!r}; `fogline read` prints the ids"
            )
    explained = [take_apart(reading, layer, item) for layer, item in chosen]
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


def _profile(found: "Iterable[Page]", max_mb: float) -> None:
    """Read on one core and print what each stage cost."""
    import time
    from collections import defaultdict

    from fogline.desk import load_desk
    from fogline.page import open_page

    costs: defaultdict[str, float] = defaultdict(float)
    started = time.perf_counter()
    desk = load_desk()
    costs["start (data loaded)"] = time.perf_counter() - started
    reports = characters = 0

    def clock(stage: str, seconds: float) -> None:
        costs[stage] += seconds

    for page in found:
        try:
            before = time.perf_counter()
            data = page.load(max_mb)
            report = open_page(data, page.path.name if page.path else page.name, largest=int(max_mb * 1e6))
            costs["page"] += time.perf_counter() - before
            desk.read(report, page.name, clock=clock)
        except FoglineError as error:
            click.echo(f"fogline: {page.label}: {error}", err=True)
            continue
        reports += 1
        characters += len(report.text)
    total = sum(cost for stage, cost in costs.items() if not stage.startswith("start"))
    for stage, cost in costs.items():
        share = "" if stage.startswith("start") else f"{cost / total:7.1%}"
        click.echo(f"{stage:22}{cost * 1000:10.1f} ms {share}")
    if reports:
        click.echo(f"{reports} reports, {characters:,} characters, {reports / total:.1f} reports/s on one core")


class _Target:
    """Where the output goes: standard output, one file, or a folder with a file for each report."""

    def __init__(self, output: pathlib.Path | None, suffix: str, force: bool, resume: bool) -> None:
        self.output, self.suffix, self.resume = output, suffix, resume
        self.folder = output is not None and (output.is_dir() or str(output).endswith(("/", "\\")) or not output.suffix)
        self.done: set[str] = set()
        if output is None:
            return
        if resume and not self.folder and suffix != ".jsonl":
            raise _Refused("--resume needs --format jsonl, or a folder as --output")
        if self.folder:
            output.mkdir(parents=True, exist_ok=True)
            if resume:
                self.done = {file.stem for file in output.glob(f"*{suffix}")}
        elif output.exists() and resume:
            self.done = _finished(output)
        elif output.exists() and not force:
            raise _Refused(f"{output} is there already: give --force to overwrite it or --resume to go on with it")
        elif not output.parent.is_dir():
            raise _Refused(f"{output.parent} is no folder")
        self.force = force

    def has(self, name: str) -> bool:
        """Is this report written already?"""
        return name in self.done

    @contextmanager
    def file(self, name: str | None) -> Iterator[TextIO]:
        """The file to write a report (or, with None, all of them) to."""
        if self.output is None:
            sys.stdout.reconfigure(errors="replace", encoding="utf-8")  # type: ignore[union-attr]
            yield sys.stdout
            return
        if not self.folder:
            with self.output.open("a" if self.resume else "w", encoding="utf-8", errors="replace", newline="\n") as out:
                yield out
            return
        path = self.output / f"{name}{self.suffix}"
        if path.exists() and not (self.force or self.resume or name == "index"):
            raise _Refused(f"{path} is there already: give --force to overwrite it or --resume to go on")
        # Written beside and moved into place: an interrupted run leaves no half page behind.
        part = path.with_name(path.name + ".part")
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            yield out
        part.replace(path)


def _finished(output: pathlib.Path) -> set[str]:
    """The names of the readings in a JSON lines file; a last line that was cut off is taken out of the file."""
    names = set()
    good = 0
    with output.open("rb") as lines:
        for line in lines:
            try:
                name = json.loads(line)["name"]
            except (ValueError, KeyError, TypeError):
                break
            if not line.endswith(b"\n"):
                break
            names.add(name)
            good += len(line)
    with output.open("rb+") as file:
        file.truncate(good)
    return names


class _Progress:
    """Steps and messages; drawn only on a terminal."""

    def __init__(self, bar: Progress | None, total: int) -> None:
        self._bar = bar
        self._task = bar.add_task("reading", total=total) if bar else None

    def step(self) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)

    def say(self, line: str) -> None:
        from fogline.exports.text import clean

        if self._bar is not None:
            self._bar.console.print(f"fogline: {clean(line)}", markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(f"fogline: {clean(line)}", err=True)


@contextmanager
def _progress(total: int, show: bool) -> Iterator[_Progress]:
    if not show or not sys.stderr.isatty():
        yield _Progress(None, total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Progress(bar, total)


if __name__ == "__main__":
    main()
