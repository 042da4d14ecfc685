"""Marked text."""

import pytest

from fogline.errors import DataError
from fogline.marked import Mark, parse_marked


def test_marks_have_the_offsets_of_the_plain_text() -> None:
    text, marks = parse_marked(
        "<claim status='denied'>A &lt;b&gt; <figure low='3' high=\"null\">three</figure></claim>, x"
    )
    assert text == "A <b> three, x"
    assert marks == (
        Mark("claim", 0, 11, {"status": "denied"}),
        Mark("figure", 6, 11, {"low": "3", "high": "null"}),
    )


@pytest.mark.parametrize("broken", ["<claim>x", "x</claim>", "<claim><figure>x</claim></figure>"])
def test_tags_that_cross_or_hang_are_refused(broken: str) -> None:
    with pytest.raises(DataError):
        parse_marked(broken)
