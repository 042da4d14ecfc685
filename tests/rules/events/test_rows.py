"""Every row of the tables: the trigger, its type and the fields that the row names; and words that tell of nothing."""

import pytest

from tests.marks import check
from tests.rules.events import rows

GOOD = [
    line
    for block in (
        rows.AIR, rows.SHELLS, rows.BOMBS, rows.CLASHES, rows.GROUND, rows.PEOPLE, rows.THINGS, rows.MOVES, rows.WORDS,
    )
    for line in rows.lines(block)
]  # fmt: skip


@pytest.mark.parametrize("marked", GOOD)
def test_found(marked: str) -> None:
    assert "<event" in marked
    check(marked)


@pytest.mark.parametrize("text", rows.lines(rows.NOTHING))
def test_nothing(text: str) -> None:
    check(text, layer="events")
