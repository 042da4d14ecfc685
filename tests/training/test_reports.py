"""Our own training reports are well formed, and their checker finds what is wrong."""

from pathlib import Path

import pytest
from training.notation import OwnReport, mark_problems, problems, read_report
from training.reader.corpora import own_document, own_part

from fogline.marked import Mark

FOLDER = Path(__file__).parent.parent.parent / "training" / "reports"
REPORTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_form_of_a_report(path: Path) -> None:
    report = read_report(path)
    assert problems(report) == []
    assert 100 <= len(report.text.split()) <= 560
    assert "checked" in report.header


def test_there_are_three_hundred_of_every_kind() -> None:
    assert len(REPORTS) >= 300
    genres = [read_report(path).header["genre"] for path in REPORTS]
    assert all(genres.count(genre) >= 15 for genre in set(genres))
    held = [path for path in REPORTS if own_part(path.stem) == "dev"]
    assert 0.05 <= len(held) / len(REPORTS) <= 0.15


@pytest.mark.parametrize(
    ("kind", "attributes", "problem"),
    [
        ("actor", {"kind": "king"}, "is not one of"),
        ("actor", {}, "lacks kind"),
        ("time", {"value": "Friday"}, "is no time value"),
        ("figure", {"low": "many", "high": "null", "what": "killed"}, "is no number"),
        ("event", {"type": "attack"}, "lacks status"),
        ("event", {"type": "attack", "status": "asserted", "actor": "the moon"}, "does not stand in the text"),
        ("tank", {}, "no such tag"),
        ("weapon", {"size": "big"}, "has no attribute"),
    ],
)
def test_a_wrong_mark_is_named(kind: str, attributes: dict[str, str], problem: str) -> None:
    found = mark_problems(Mark(kind, 0, 3, attributes), "Ali fled.")
    assert any(problem in line for line in found), found


def test_a_claim_without_words_is_a_problem() -> None:
    header = dict.fromkeys(("told", "published", "real", "invented", "hand"), "x") | {"genre": "wire"}
    report = OwnReport("a", header, "Ali said no.", (Mark("cue", 4, 8, {"n": "1"}),))
    assert any("no claim has n=1" in problem for problem in problems(report))


def test_marks_become_spans_links_and_classes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "# genre: wire\n\n<source n='1'>The <actor kind='group'>army</actor></source> <cue n='1'>said</cue> "
        "<claim n='1' source='The army' status='asserted'>rebels "
        "<event type='shelling' actor='rebels' target='the bridge' status='asserted'>shelled</event> "
        "the bridge</claim>.",
        encoding="utf-8",
    )
    document = own_document(read_report(path))
    text = document.text
    assert {(t.head, text[t.start : t.end], t.label) for t in document.tagged} == {
        ("mention", "army", "group"), ("claim", "said", "cue"), ("event", "shelled", "trigger"),
    }  # fmt: skip
    links = {
        (link.role, text[link.anchor :].split()[0], tuple(text[a:b] for a, b in link.spans)) for link in document.links
    }
    assert ("source", "said", ("The army",)) in links
    assert ("content", "said", ("rebels shelled the bridge",)) in links
    assert ("target", "shelled", ("the bridge",)) in links
    assert ("weapon", "shelled", ()) in links
    assert {(s.head, s.label) for s in document.sorted} == {
        ("type", "shelling"), ("again", "new"), ("status", "asserted"),
    }  # fmt: skip
