"""The best chain of tags, links and classes, against slow and plain computations."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.reader.decode import (
    NEVER,
    Floats,
    Learned,
    Rows,
    buckets,
    link,
    linked,
    runs,
    sorted_as,
    structure,
)
from fogline.reader.scheme import CHAINED, LAYOUT, LINK_SIZE, LINKS, REACHES, SORTED, TAGGED, WIDTH, tags_of


def rows_of(logits: Floats, head: str, steps: Floats | None = None) -> Rows:
    values = np.zeros((len(logits), WIDTH), dtype=np.float32)
    values[:, LAYOUT[head]] = logits
    reaches = np.zeros((len(LINKS), 2 * len(REACHES)), dtype=np.float32)
    return Rows(values, np.arange(len(logits)), Learned(reaches, {} if steps is None else {head: steps}))


def best_by_trying(logits: Floats, steps: Floats) -> float:
    size = logits.shape[1]
    best = -np.inf
    for path in product(range(size), repeat=len(logits)):
        score = steps[0, path[0]] + steps[path[-1], 0] + sum(logits[i, tag] for i, tag in enumerate(path))
        score += sum(steps[a, b] for a, b in pairwise(path))
        best = max(best, float(score))
    return best


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.floats(-4, 4, width=32), min_size=3, max_size=3), min_size=1, max_size=6), st.integers(0, 99)
)
def test_the_chain_found_is_the_best_of_all(values: list[list[float]], seed: int) -> None:
    logits = np.array(values, dtype=np.float32)
    learned = np.random.default_rng(seed).normal(size=(3, 3)).astype(np.float32)
    found = runs(rows_of(logits, "event", learned), "event")
    tags = [0] * len(logits)
    for run in found:
        tags[run.start : run.end] = [1] + [2] * (run.end - run.start - 1)
    steps = structure(3) + learned
    score = steps[0, tags[0]] + steps[tags[-1], 0] + sum(logits[i, tag] for i, tag in enumerate(tags))
    score += sum(steps[a, b] for a, b in pairwise(tags))
    assert float(score) == pytest.approx(best_by_trying(logits, steps), abs=1e-3)


def test_an_inside_without_a_begin_is_mended() -> None:
    logits = np.array([[0, -9, 5], [0, -9, 5], [9, 0, 0]], dtype=np.float32)
    assert [(run.start, run.end) for run in runs(rows_of(logits, "event"), "event")] in ([], [(0, 2)])


def test_labels_do_not_run_into_each_other() -> None:
    logits = np.full((4, 7), -5, dtype=np.float32)
    logits[0, 1] = logits[1, 2] = logits[2, 3] = logits[3, 4] = 5
    found = runs(rows_of(logits, "attribution"), "attribution")
    assert [(run.start, run.end, run.label) for run in found] == [(0, 2, "source"), (2, 4, "cue")]
    assert all(0.9 < run.score <= 1 for run in found)


def test_nothing_is_found_where_outside_is_sure() -> None:
    assert runs(rows_of(np.array([[9, 0, 0]] * 5, dtype=np.float32), "event"), "event") == []


def test_a_bias_gives_more_spans() -> None:
    rows = rows_of(np.array([[2, 1, 0]], dtype=np.float32), "event")
    assert runs(rows, "event") == []
    assert len(runs(rows, "event", 2.0)) == 1


def test_forbidden_steps() -> None:
    steps = structure(5)
    assert steps[0, 2] == NEVER
    assert steps[1, 2] == steps[2, 2] == 0
    assert steps[1, 4] == NEVER
    assert steps[:, [0, 1, 3]].max() == 0


def test_a_link_goes_to_the_words_that_answer_the_anchor() -> None:
    rows = rows_of(np.zeros((6, 3), dtype=np.float32), "event")
    rows.values[2, LAYOUT["actor:anchor"]] = 3
    rows.values[[4, 5], LAYOUT["actor:word"]] = 3
    rows.values[:, LAYOUT["actor:edge"]] = -2
    scores = link(rows, "actor", [2])
    assert [(a, b) for a, b, _ in linked(scores[0])] == [(4, 6)]
    assert link(rows, "actor", []).shape == (0, 6, 3)


def test_runs_of_a_link_are_bridged_and_grow() -> None:
    scores = np.zeros((8, 3), dtype=np.float32)
    scores[:, 1:] = -3
    scores[[1, 3, 7], 2] = 1
    scores[[0, 2], 1:] = -1
    assert [(a, b) for a, b, _ in linked(scores)] == [(1, 2), (3, 4), (7, 8)]
    assert [(a, b) for a, b, _ in linked(scores, bridge=1)] == [(1, 4), (7, 8)]
    assert linked(scores, bridge=1, edge=1.5) == [(0, 4, 0.0), (7, 8, 1.0)]
    assert [(a, b) for a, b, _ in linked(scores, bridge=9)] == [(1, 8)]


def test_distances_before_and_after_are_apart() -> None:
    found = buckets(np.array([-5000, -1, 0, 1, 3, 4, 5000])).tolist()
    assert found[2] == 0
    assert found[1] != found[3]
    assert found[0] == 2 * len(REACHES) - 1
    assert found[6] == len(REACHES) - 1


def test_a_class_is_read_at_the_first_word() -> None:
    logits = np.zeros((1, len(SORTED["what"])), dtype=np.float32)
    logits[0, SORTED["what"].index("injured")] = 9
    label, sure = sorted_as(rows_of(logits, "what"), "what", 0)
    assert label == "injured"
    assert sure > 0.99


def test_the_layout_leaves_no_gap() -> None:
    parts = sorted(LAYOUT.values(), key=lambda part: part.start)
    assert parts[0].start == 0
    assert all(a.stop == b.start for a, b in pairwise(parts))
    assert parts[-1].stop == WIDTH
    assert LAYOUT["source:anchor"].stop - LAYOUT["source:anchor"].start == LINK_SIZE
    for head in CHAINED:
        assert LAYOUT[head].stop - LAYOUT[head].start == len(tags_of(TAGGED[head]))
