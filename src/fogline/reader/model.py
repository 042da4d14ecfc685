"""Run the encoder over a text, window by window."""

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
from msgspec import Struct

from fogline.errors import DataError
from fogline.reader.decode import Floats, Ints, Learned, Rows, Run, runs
from fogline.reader.scheme import LINKS, REACHES, WIDTH
from fogline.reader.tokens import CLOSE, OPEN, WINDOW, Pieces, split, windows, words_of

WEIGHTS = Path(__file__).parent / "weights"

Forward = Callable[[Ints, Ints], Floats]
"""The pieces of one window and the shapes of their words in (one-dimensional), pieces × WIDTH out."""


class Seen(Struct, frozen=True):
    """One window of a text as the model saw it.

    `rows`: what it says about each word; `starts`, `ends`: the words' code points in the text; `owned`: the words of
    this window that no neighbour knows better.
    """

    rows: Rows
    starts: Ints
    ends: Ints
    owned: tuple[int, int]

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Give the code points of words ``start..end``."""
        return int(self.starts[start]), int(self.ends[end - 1])

    def owned_runs(self, head: str, bias: float = 0.0) -> list[Run]:
        """Give the spans of a head that begin in the owned part; for `bias` see `fogline.reader.decode.runs`."""
        a, b = self.owned
        return [run for run in runs(self.rows, head, bias) if a <= run.start < b]


class Reader(Struct, frozen=True):
    """The model: a function that sees a window, and what was learned besides."""

    forward: Forward
    learned: Learned
    version: str

    def see(self, text: str, size: int = WINDOW, shift: int = 0) -> Iterator[Seen]:
        """Give the windows of a text in order. Their owned parts hold every word once.

        `size`: pieces in a window; `shift`: where the text begins in the report, added to all offsets.
        """
        pieces = split(text)
        heads, starts, ends = words_of(pieces)
        if not len(heads):
            return
        starts, ends = starts + shift, ends + shift
        for window in windows(pieces, size):
            first, last, mine, stop = np.searchsorted(
                heads, [window.start, window.end, window.owned_start, window.owned_end]
            ).tolist()
            out = self.forward(*padded(pieces, window.start, window.end))
            at = heads[first:last] - window.start
            rows = Rows(out[at + 1], at, self.learned)
            yield Seen(rows, starts[first:last], ends[first:last], (mine - first, stop - first))


def padded(pieces: Pieces, start: int, end: int) -> tuple[Ints, Ints]:
    """Give the pieces of a window between the two that open and close it, and their shapes."""
    ids = np.empty(end - start + 2, dtype=np.int64)
    ids[0], ids[-1] = OPEN, CLOSE
    ids[1:-1] = pieces.ids[start:end]
    shapes = np.zeros(end - start + 2, dtype=np.int64)
    shapes[1:-1] = pieces.shapes[start:end]
    return ids, shapes


@lru_cache(maxsize=1)
def load_reader(folder: Path = WEIGHTS) -> Reader | None:
    """Open the weights on one thread; None where none are installed. Raises `DataError` when they are damaged."""
    if not (folder / "reader.onnx").exists():
        return None
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    try:
        card = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        learned = Learned(
            np.array(card["reaches"], dtype=np.float32),
            {head: np.array(values, dtype=np.float32) for head, values in card["steps"].items()},
            tuple(card["calibration"]) if card.get("calibration") else None,
        )
        session = onnxruntime.InferenceSession(str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"])
        shapes = (session.get_outputs()[0].shape[-1], learned.reaches.shape, len(learned.calibration or (0, 0, 0)))
        digest = hashlib.sha256((folder / "reader.onnx").read_bytes()).hexdigest()
    except Exception as error:  # onnxruntime raises its own errors, of no common type
        raise DataError(
            f"the reader's weights in {folder} cannot be opened ({error}): reinstall fogline, "
            "or remove reader.onnx to read by rules alone"
        ) from error
    if digest != card.get("sha256") or shapes != (WIDTH, (len(LINKS), 2 * len(REACHES)), 3):
        raise DataError(
            f"the reader's weights in {folder} are damaged or of another version: reinstall fogline, "
            "or remove reader.onnx to read by rules alone"
        )

    def forward(ids: Ints, shapes: Ints) -> Floats:
        result: Floats = session.run(None, {"ids": ids[None], "shapes": shapes[None]})[0][0]
        return result

    return Reader(forward, learned, card["version"])
