"""Many pages: order, and a process that dies."""

import os
import pathlib

import pytest

from fogline import scale
from fogline.feeds import pages
from fogline.scale import Outcome, run
from fogline.settings import Settings


def _write(folder: pathlib.Path, count: int) -> None:
    for n in range(count):
        (folder / f"p{n:02}.txt").write_text(f"Police said {n + 2} people died.")


def _die(page: object, settings: Settings) -> Outcome:
    if "p05" in str(page):
        os._exit(9)
    return Outcome(str(page), None, "read")


def test_outcomes_come_in_the_order_of_their_pages(tmp_path: pathlib.Path) -> None:
    _write(tmp_path, 20)
    one = [outcome.reading for outcome in run(pages([str(tmp_path)]), Settings(workers=1))]
    two = [outcome.reading for outcome in run(pages([str(tmp_path)]), Settings(workers=2))]
    assert one == two
    assert [reading.name for reading in one if reading] == [f"p{n:02}" for n in range(20)]


def test_a_process_that_dies_costs_its_page_alone(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, 20)
    monkeypatch.setattr(scale, "read_page", _die)
    problems = [outcome.problem or "" for outcome in run(pages([str(tmp_path)]), Settings(workers=2))]
    assert len(problems) == 20
    assert [n for n, problem in enumerate(problems) if "died" in problem] == [5]
