"""The command line as people use it."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import msgspec
import pytest
from click.testing import CliRunner, Result

from fogline.cli import main
from fogline.exports import FORMATS
from fogline.settings import Settings
from tests.conftest import SAMPLES

TEXT = (
    "Police said at least three people died in Homs on Friday, 28 October 2016.\n\nThe army denied that it had fired.\n"
)


def fogline(*arguments: str | pathlib.Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def page(tmp_path: pathlib.Path) -> pathlib.Path:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_every_setting_and_format_is_an_option() -> None:
    words = fogline("read", "--help").stdout
    assert "|".join(FORMATS) in words
    for field in msgspec.structs.fields(Settings):
        assert f"--{field.name.replace('_', '-')}" in words


def test_read_prints_the_anatomy(page: pathlib.Path) -> None:
    result = fogline("read", page)
    assert result.exit_code == 0
    assert "WHO SAYS WHAT" in result.stdout
    assert "at least three" in result.stdout


def test_read_jsonl_is_one_line_a_report(page: pathlib.Path) -> None:
    result = fogline("read", page, SAMPLES, "--format", "jsonl", "--workers", "1")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert lines[0]["name"] == "report"
    assert lines[0]["article"]["text"] == TEXT
    assert len(lines) == 12


def test_standard_input(page: pathlib.Path) -> None:
    result = fogline("read", "-", "--format", "jsonl", stdin=TEXT)
    assert json.loads(result.stdout)["article"]["text"] == TEXT


def test_one_bad_page_never_stops_a_batch(tmp_path: pathlib.Path, page: pathlib.Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b"  \n ")
    (tmp_path / "b-binary.html").write_bytes(b"%PDF-1.4\x00\x01\x02" * 50)
    result = fogline("read", tmp_path, tmp_path / "missing.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == ["report"]
    problems = result.stderr.splitlines()
    assert len(problems) == 4
    assert all(line.startswith("fogline: ") for line in problems)
    assert "a-empty.txt" in problems[0]
    assert "b-binary.html" in problems[1]
    assert "missing.txt: no such file" in problems[2]
    assert problems[3] == "fogline: 3 of 4 could not be read"


def test_nothing_to_read_is_said(tmp_path: pathlib.Path) -> None:
    result = fogline("read", tmp_path)
    assert result.exit_code == 2
    assert "no report in" in result.stderr


def test_output_is_never_overwritten_silently(page: pathlib.Path, tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out.jsonl"
    assert fogline("read", page, "--format", "jsonl", "-o", out).exit_code == 0
    again = fogline("read", page, "--format", "jsonl", "-o", out)
    assert again.exit_code == 2
    assert "--force" in again.stderr
    assert fogline("read", page, "--format", "jsonl", "-o", out, "--force").exit_code == 0
    assert len(out.read_text().splitlines()) == 1


def test_resume_goes_on_after_a_line_that_was_cut_off(tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out.jsonl"
    fogline("read", SAMPLES, "--format", "jsonl", "-o", out)
    whole = out.read_bytes()
    lines = whole.splitlines(keepends=True)
    out.write_bytes(b"".join(lines[:4]) + lines[4][:200])
    result = fogline("read", SAMPLES, "--format", "jsonl", "-o", out, "--resume")
    assert result.exit_code == 0
    assert out.read_bytes() == whole


def test_a_folder_gets_a_page_for_each_report(tmp_path: pathlib.Path) -> None:
    out = tmp_path / "pages"
    assert fogline("read", SAMPLES, "--format", "html", "-o", out).exit_code == 0
    assert len(list(out.glob("*.html"))) == 12
    assert not list(out.glob("*.part"))
    assert "wire-western-aleppo.html" in (out / "index.html").read_text()


def test_the_index_of_a_resumed_folder_has_every_page(tmp_path: pathlib.Path) -> None:
    out, (first, *rest) = tmp_path / "pages", sorted(SAMPLES.glob("*.txt"))
    (tmp_path / "index.txt").write_text(TEXT)
    fogline("read", first, tmp_path / "index.txt", "--format", "html", "-o", out)
    assert fogline("read", first, *rest, "--format", "html", "-o", out, "--resume").exit_code == 0
    index = (out / "index.html").read_text()
    names = {page.stem for page in out.glob("*.html")} - {"index"}
    assert names == {"index-report", first.stem, *(page.stem for page in rest)}
    assert all(f'href="{name}.html"' in index for name in names)


def test_a_place_that_cannot_be_written_is_said(page: pathlib.Path, tmp_path: pathlib.Path) -> None:
    result = fogline("read", page, "--format", "jsonl", "-o", tmp_path / "no" / "such" / "out.jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("fogline: ")
    assert "no folder" in result.stderr


def test_resume_leaves_files_alone_that_are_not_ours(page: pathlib.Path, tmp_path: pathlib.Path) -> None:
    for name, content in (("p.csv", "a,b\n1,2\n"), ("p.jsonl", '{"a": 1}\n'), ("half.jsonl", "half a line")):
        other = tmp_path / name
        other.write_text(content)
        result = fogline("read", page, "--format", "jsonl", "-o", other, "--resume")
        assert result.exit_code == 2
        assert other.read_text() == content


def test_a_report_is_never_its_own_output(page: pathlib.Path) -> None:
    result = fogline("read", page, "--format", "jsonl", "-o", page, "--force")
    assert result.exit_code == 2
    assert page.read_text(encoding="utf-8") == TEXT


def test_a_run_that_reads_nothing_leaves_what_was_there(tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("precious")
    assert fogline("read", tmp_path / "missing.txt", "--format", "jsonl", "-o", out, "--force").exit_code == 1
    assert out.read_text() == "precious"


def test_resume_knows_pages_by_their_bytes(tmp_path: pathlib.Path) -> None:
    for folder, number in (("1", "three"), ("2", "four")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT.replace("three", number))
    out = tmp_path / "s.jsonl"
    fogline("read", tmp_path / "2", "--format", "jsonl", "-o", out)
    fogline("read", tmp_path, "--format", "jsonl", "-o", out, "--resume")
    assert {line.count("at least three") > 0 for line in out.read_text().splitlines()} == {True, False}


def test_names_that_look_numbered_or_are_odd_are_all_kept(tmp_path: pathlib.Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    for name in ("1/a", "2/a", "a-2", "index", "index-report", "x" * 240, "e\x1b]0;PWN\x07", "<b>"):
        file = folder / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT + name)
    (folder / os.fsdecode(b"s\xff.txt")).write_text(TEXT)
    result = fogline("read", folder, "--format", "html", "-o", out)
    assert result.exit_code == 0
    assert len(list(out.glob("*.html"))) == 10
    shown = fogline("read", folder)
    assert shown.exit_code == 0
    assert "\x1b" not in shown.stdout


def test_endless_input_is_refused() -> None:
    result = fogline("read", "/dev/zero", "--max-page-mb", "1")
    assert result.exit_code == 1
    assert "larger than 1 MB" in result.stderr
    piped = fogline("read", "-", "--max-page-mb", "1", stdin=b"x" * 2_000_000)
    assert "larger than 1 MB" in piped.stderr


def test_two_reports_of_one_name_are_both_kept(tmp_path: pathlib.Path, page: pathlib.Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "report.txt").write_text(TEXT)
    result = fogline("read", page, other / "report.txt", "--format", "jsonl")
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == ["report", "report-2"]


def test_explain_names_words_and_rules(page: pathlib.Path) -> None:
    reading = json.loads(fogline("read", page, "--format", "jsonl").stdout)
    figure = reading["figures"][0]
    by_id = fogline("explain", page, figure["id"])
    assert by_id.exit_code == 0
    assert "at least three" in by_id.stdout
    assert "3 or more" in by_id.stdout or "low" in by_id.stdout
    told = json.loads(fogline("explain", page, "--json").stdout)
    assert {one["layer"] for one in told} == {"claims"}
    assert all(one["says"] for one in told)
    missing = fogline("explain", page, "no such words")
    assert missing.exit_code == 2
    assert "fogline read" in missing.stderr


def test_schema_is_printed() -> None:
    assert json.loads(fogline("schema").stdout)["title"] == "fogline reading"


def test_help_costs_nothing() -> None:
    """`fogline --help` loads neither gazetteer nor tagger nor trafilatura."""
    code = "import sys, fogline.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: pass\nprint(sorted(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for module in ("numpy", "trafilatura", "fogline.desk", "fogline.exports.html", "jinja2"):
        assert f"'{module}'" not in out


def test_an_interrupted_run_leaves_whole_lines_and_goes_on(tmp_path: pathlib.Path) -> None:
    folder, out = tmp_path / "pages", tmp_path / "out.jsonl"
    folder.mkdir()
    for n in range(400):
        (folder / f"p{n:03}.txt").write_text(TEXT.replace("three", str(n + 2)))
    command = [sys.executable, "-m", "fogline.cli", "read", str(folder), "--format", "jsonl", "-o", str(out)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "FOGLINE_WORKERS": "2"})
    until = time.monotonic() + 60
    while time.monotonic() < until and (not out.exists() or out.stat().st_size < 5000):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode != 0
    assert 0 < len(out.read_bytes().splitlines()) < 400
    assert fogline("read", folder, "--format", "jsonl", "-o", out, "--resume").exit_code == 0
    names = [json.loads(line)["name"] for line in out.read_text().splitlines()]
    assert names == [f"p{n:03}" for n in range(400)]
