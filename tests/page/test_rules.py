"""Every rule that a page names can be asked why, and answers an analyst in a sentence."""

import pathlib

import pytest

from fogline.explain import rule_words
from fogline.nouns import Report
from fogline.page import open_page
from fogline.page.labels import _RULES
from tests.page.test_makes import PAGES, opened

NAMES = sorted({file.stem for file in PAGES.iterdir()})
SAMPLES = sorted(pathlib.Path(__file__).parents[2].joinpath("samples").glob("*-*.*"))


def rules(report: Report) -> set[str]:
    found = {block.rule or "none" for block in report.blocks}
    return found | ({report.published.rule} if report.published else set())


@pytest.mark.parametrize("rule", sorted({*_RULES.values(), "page.shapes.dateline", "page.markup.told"}))
def test_a_rule_says_what_it_does(rule: str) -> None:
    words = rule_words(rule)
    assert len(words.split()) >= 6
    assert words.endswith((".", ":"))


def test_the_pages_name_no_other_rule() -> None:
    named = set[str]().union(*(rules(opened(name)) for name in NAMES))
    named |= set[str]().union(*(rules(open_page(file.read_bytes(), file.name)) for file in SAMPLES))
    assert {"page.header.published_day", "page.metadata.published_day", "page.markup.told"} <= named
    assert not [rule for rule in named if not rule_words(rule).endswith((".", ":"))]
