"""Measure a checkpoint on the development parts: `python -m training.reader.evaluate DATA RUN [--only NAME,…]`.

RUN is a folder with `reader.pt`. The shipped weights are measured by `python -m bench.reader`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from bench.reader import PARTS, report

from fogline.reader.decode import Floats, Ints, Learned
from fogline.reader.model import Reader
from fogline.reader.scheme import CHAINED
from training.reader.model import Reader as Trained


def open_run(folder: Path) -> Reader:
    """Open trained weights as the desk would see them."""
    state = torch.load(folder / "reader.pt", weights_only=True, map_location="cpu")
    learned = learned_of(state)
    model = Trained()
    model.load_state_dict(state)
    model.eval()

    def forward(ids: Ints, shapes: Ints) -> Floats:
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            out: Floats = model(torch.from_numpy(ids)[None], torch.from_numpy(shapes)[None])[0].float().numpy()
        return out

    return Reader(forward, learned, folder.name)


def learned_of(state: dict[str, torch.Tensor]) -> Learned:
    """Take what is learned besides the encoder out of a saved state."""
    if "reaches" in state:
        return Learned(state.pop("reaches").numpy(), {})
    steps = {head: state.pop(f"learned.steps.{head}").numpy() for head in CHAINED}
    return Learned(state.pop("learned.reaches").numpy(), steps)


def main() -> None:
    """Print the development figures."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    cli.add_argument("run", type=Path)
    cli.add_argument("--only", default=",".join(PARTS))
    args = cli.parse_args()
    report(open_run(args.run), args.data, args.only.split(","))


if __name__ == "__main__":
    main()
