"""Pages that nest deeper than the parser goes keep all their words."""

import time

import pytest

from fogline.page import open_page
from fogline.page.dom import BLOCK, lines, parse, parse_html
from fogline.page.flatten import flatten

WORDS = "The army said on Sunday that it had left the town"
MANY = 2_100


def shown(page: str) -> list[str]:
    tree = parse_html(page)
    assert tree is not None
    return [line.text for line in lines(tree)]


DEEP = {
    "blocks": (
        f"<p>{WORDS} first.</p>{'<div>' * MANY}<p>{WORDS}.</p>{'</div>' * MANY}<p>{WORDS} at last.</p>",
        [f"{WORDS} first.", f"{WORDS}.", f"{WORDS} at last."],
    ),
    "words in blocks": ("".join(f"<div>{WORDS} {i}." for i in range(MANY)), [f"{WORDS} {i}." for i in range(MANY)]),
    "inline tags": (
        "".join(f"<p><font size=2>{WORDS} {i}." for i in range(MANY)),
        [f"{WORDS} {i}." for i in range(MANY)],
    ),
    "one line": ("<p>" + "<b><i>on " * MANY + "</p><p>Outro.</p>", [("on " * MANY).strip(), "Outro."]),
    "scripts": (
        "<div>" * MANY + "<script>if (a<b) { x = '</div><p>no</p>' }</script><!-- <p>no</p> --><P TITLE='a>b'>Yes.",
        ["Yes."],
    ),
    "a quote without end": ("<div>" * MANY + "<p title='a>Yes.</p><p>And on.</p>", ["Yes.", "And on."]),
    "a tag without end": ("<div>" * MANY + "<p>Yes.</p><p class=", ["Yes."]),
    "stray end tags": ("<div>" * MANY + "</b></p></table>Yes.<p>And <b>on</b>.</div></i>", ["Yes.", "And on."]),
    "breaks": ("<div>" * MANY + "Yes.<br>And on.<hr>Outro.", ["Yes.", "And on.", "Outro."]),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(DEEP))
def test_nothing_is_dropped_below_any_depth(kind: str) -> None:
    page, words = DEEP[kind]
    assert shown(f"<html><body>{page}</body></html>") == words


@pytest.mark.parametrize("kind", ["blocks", "words in blocks", "inline tags"])
def test_the_report_holds_every_sentence(kind: str) -> None:
    page, words = DEEP[kind]
    text = open_page(page.encode(), "a.html").text
    assert [line for line in words if line not in text] == []


def test_a_page_of_common_depth_is_left_alone() -> None:
    page = "<html><body>" + "<div>" * 40 + f"<p>{WORDS}.</p>" + "</div>" * 40 + "</body></html>"
    assert parse(page)[1] is False
    assert flatten(page, BLOCK).count("<div>") == 40
    assert parse("<div>" * 300 + WORDS)[1] is True


HOSTILE = {
    "blocks": "<div>" * 300_000,
    "inline": "<b>" * 300_000,
    "ends": "<div>" * 3_000 + "<i>" + "<b>" * 150_000 + "</i>" * 150_000,
    "ends past a block": "<i><div>" * 300 + "<b>" * 150_000 + "</i>" * 150_000,
    "tags that never end": "<div>" * 3_000 + "<a " * 300_000,
    "quotes that never end": "<div>" * 3_000 + "<a b=\"c><a b='c>" * 100_000,
    "comments that never end": "<div>" * 3_000 + "<!--" * 300_000,
    "scripts that never end": "<div>" * 3_000 + "<script>" * 150_000,
    "paragraphs": f"<p><font>{WORDS}." * 20_000,
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_flattening_takes_time_linear_in_the_page(kind: str) -> None:
    started = time.perf_counter()
    open_page(f"<p>{WORDS}.</p>{HOSTILE[kind]}".encode(), "a.html")
    assert time.perf_counter() - started < 12
