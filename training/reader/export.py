"""Turn a trained run into the weights that ship: `python -m training.reader.export RUN [--out FOLDER] --version N`.

Writes reader.onnx (int8, each output channel with its own scale) and reader.json (version,
checksum, what was learned besides).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from fogline.reader.decode import Floats
from training.reader.evaluate import learned_of
from training.reader.model import HEADS, SIZE, Reader

PACKAGE = Path(__file__).resolve().parent.parent.parent / "src" / "fogline" / "reader" / "weights"


class Plain(nn.Module):
    """The same computation in operations that export and quantise well: one window, no mask, no dropout."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Shapes: ids, shapes 1 × pieces; result 1 × pieces × WIDTH."""
        net = self.reader
        length = ids.shape[1]
        x = net.norm(net.pieces(ids) + net.places.weight[:length] + net.shapes(shapes))
        for layer in net.layers:
            q, k, v = (
                part(x).view(1, length, HEADS, SIZE // HEADS).transpose(1, 2)
                for part in (layer.query, layer.key, layer.value)
            )
            weights = torch.softmax(torch.matmul(q, k.transpose(2, 3)) / (SIZE // HEADS) ** 0.5, dim=-1)
            mixed = torch.matmul(weights, v).transpose(1, 2).reshape(1, length, SIZE)
            x = layer.norm(x + layer.out(mixed))
            x = layer.norm2(x + layer.outer(functional.gelu(layer.inner(x))))
        result: Tensor = net.heads(x)
        return result


def rounded(values: Floats) -> list[list[float]]:
    """Give a table with four decimals."""
    return [[round(float(value), 4) for value in row] for row in values]


def main() -> None:
    """Export, quantise and write the card."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("run", type=Path)
    cli.add_argument("--out", type=Path, default=PACKAGE)
    cli.add_argument("--version", default="0")
    args = cli.parse_args()
    state = torch.load(args.run / "reader.pt", weights_only=True, map_location="cpu")
    learned = learned_of(state)
    reader = Reader()
    reader.load_state_dict(state)
    plain = Plain(reader).eval()
    args.out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 20000, (1, 77))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            plain, (ids, torch.zeros_like(ids)), str(full), input_names=["ids", "shapes"], output_names=["rows"],
            dynamic_axes={"ids": {1: "n"}, "shapes": {1: "n"}, "rows": {1: "n"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        target = args.out / "reader.onnx"
        quantize_dynamic(
            full,
            target,
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": 1, "MatMulConstBOnly": True},
        )
    card = {
        "version": args.version,
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "reaches": rounded(learned.reaches),
        "steps": {head: rounded(values) for head, values in learned.steps.items()},
    }
    (args.out / "reader.json").write_text(json.dumps(card) + "\n", encoding="utf-8")
    print(f"{target} {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
