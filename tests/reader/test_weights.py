"""The weights that ship: whole, the ones that their card names, and what they make of a sentence."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from fogline.desk import load_desk
from fogline.errors import DataError
from fogline.meeting import seen
from fogline.reader.attribution import attributions
from fogline.reader.model import WEIGHTS, Reader, load_reader
from fogline.reader.scheme import CHAINED, LAYOUT, LINKS, REACHES, WIDTH
from tests.marks import report_of


@pytest.fixture
def reader() -> Reader:
    found = load_reader()
    assert found is not None, "the weights are missing: make -C training reader DATA=folder"
    return found


def test_the_weights_are_those_of_the_card() -> None:
    card = json.loads((WEIGHTS / "reader.json").read_text(encoding="utf-8"))
    assert hashlib.sha256((WEIGHTS / "reader.onnx").read_bytes()).hexdigest() == card["sha256"]
    assert len(card["calibration"]) == 3


def test_outputs_have_the_layout_of_the_scheme(reader: Reader) -> None:
    rows = reader.forward(np.array([101, 2345, 102]), np.array([0, 0, 0]))
    assert rows.shape == (3, WIDTH)
    assert reader.learned.reaches.shape == (len(LINKS), 2 * len(REACHES))
    for head in CHAINED:
        size = LAYOUT[head].stop - LAYOUT[head].start
        assert reader.learned.steps[head].shape == (size, size)


def test_who_says_what(reader: Reader) -> None:
    text = "The minister, who had flown in at dawn, insisted that no village had been burned."
    (one,) = attributions(reader, text)
    assert text[slice(*one.cue)] == "insisted"
    assert one.source is not None
    assert text[slice(*one.source)].startswith("The minister")
    assert [text[a:b] for a, b in one.contents] == ["that no village had been burned"]


def test_nothing_late_in_a_long_report_is_lost(reader: Reader) -> None:
    text = (
        "Rain fell on the hills all week. " * 200
        + "The colonel insisted that the bridge had been shelled by the rebels."
    )
    sight = seen(reader, report_of(text))
    assert [text[slice(*put.cue)] for put in sight.claims] == ["insisted"]


def test_furniture_is_not_read(reader: Reader) -> None:
    report = report_of("The colonel insisted that the bridge had been shelled.", kind="furniture")
    assert seen(reader, report).claims == ()


def test_the_desk_names_its_reader() -> None:
    assert load_desk().version.endswith("reader 1")


def test_without_weights_there_is_no_reader(tmp_path: Path) -> None:
    assert load_reader(tmp_path) is None


@pytest.mark.parametrize("damage", ["json", "onnx", "keys", "byte", "reaches"])
def test_damaged_weights_are_refused_in_one_line(tmp_path: Path, damage: str) -> None:
    weights = (WEIGHTS / "reader.onnx").read_bytes()
    card = (WEIGHTS / "reader.json").read_text(encoding="utf-8")
    other = {"onnx": weights[: len(weights) // 2], "byte": weights[:-9000] + b"?" + weights[-8999:]}
    short = json.dumps({**json.loads(card), "reaches": [[0.0]]})
    (tmp_path / "reader.onnx").write_bytes(other.get(damage, weights))
    (tmp_path / "reader.json").write_text(
        {"json": card[:40], "keys": "{}", "reaches": short}.get(damage, card), encoding="utf-8"
    )
    with pytest.raises(DataError, match="reinstall fogline") as caught:
        load_reader(tmp_path)
    assert "\n" not in str(caught.value)


def test_no_text_at_all(reader: Reader) -> None:
    assert list(reader.see("")) == []
    assert list(reader.see(" \u00ad\n")) == []
