"""Pages of very different make, as scrapers, mail boxes and archives give them; every sentence is written for the test.

``pages/NAME.txt`` carries its labels as marks. Beside ``pages/NAME.html`` stands ``NAME.blocks``: one line a paragraph
of the report, its kind, a tab, its words.
"""

import pathlib

import pytest

from fogline.marked import parse_marked
from fogline.nouns import Report
from fogline.page import open_page
from tests.marks import check_blocks

PAGES = pathlib.Path(__file__).parent / "pages"

STATED: dict[str, tuple[str | None, str | None, str | None, str | None]] = {
    "boxes-in-boxes": ("Ferry hit on the Ravna, eleven missing", "Delta Dispatch", "Rune Castellan", "2014-08-09"),
    "bulletin-by-mail": ("Bulletin 7: flour, water, the road", None, None, "2014-08-09"),
    "document-of-several-leaves": (
        "Three bridges and a mill: the week on the Ravna", "Upper Ravna Observatory", None, "2014-08-09",
    ),
    "encyclopedia": ("Shelling of the Ostrel mill", "Free Chronicle", None, None),
    "line-breaks": ("The road to Ostrel is shut for another week", "Valley Wire Service", None, "2014-08-09"),
    "list-of-other-stories-in-the-middle": (
        "Army shuts the road to Ostrel for a second week", "The Belmar Packet", "Rune Castellan", "2014-08-09",
    ),
    "live-newest-first": ("Ravna live: guns fall silent at noon", "Delta Dispatch", "Imke Saal", "2014-08-11"),
    "masthead-and-a-kicker": (
        "Who shelled the mill? Two armies, two answers", "The Ravna Herald", "Imke Saal and Rune Castellan",
        "2014-08-08",
    ),
    "message-passed-on": (None, None, None, None),
    "mobile-page": ("Truce mission loses a car to a mine", "Belmar Packet", "Piet Varga", "2014-08-08"),
    "release-with-its-contacts": ("Surgeons reach Ostrel after eleven days", None, None, "2014-08-09"),
    "weblog": ("Four days in Ostrel", "Quay Notes", "Imke Saal", "2014-08-09"),
}  # fmt: skip


def opened(name: str) -> Report:
    text = PAGES / f"{name}.txt"
    if text.exists():
        return open_page(parse_marked(text.read_text(encoding="utf-8"))[0].encode(), "a.txt")
    return open_page((PAGES / f"{name}.html").read_bytes(), "a.html")


@pytest.mark.parametrize("file", sorted(PAGES.glob("*.txt")), ids=lambda file: file.stem)
def test_text(file: pathlib.Path) -> None:
    marked = file.read_text(encoding="utf-8")
    text, marks = parse_marked(marked)
    check_blocks(marked, text, marks)


@pytest.mark.parametrize("file", sorted(PAGES.glob("*.html")), ids=lambda file: file.stem)
def test_html(file: pathlib.Path) -> None:
    report = open_page(file.read_bytes(), file.name)
    shown = [
        f"{block.kind}\t{line}"
        for block in report.blocks
        for line in report.text[block.start : block.end].split("\n")
        if line
    ]
    assert shown == file.with_suffix(".blocks").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", sorted(STATED))
def test_what_a_page_states(name: str) -> None:
    report = opened(name)
    day = report.published.value if report.published else None
    assert (report.title, report.outlet, report.author, day) == STATED[name]
