"""The encoder (BERT as in MiniLM-L6) with one linear layer for all heads, in plain PyTorch."""

from __future__ import annotations

import hashlib
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from fogline.reader.scheme import WIDTH

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SIZE, LAYERS, HEADS, INNER = 384, 6, 12, 1536
SHAPES = 4
DROPOUT = 0.1


class Layer(nn.Module):
    """One transformer layer, normalised after each part."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(SIZE, SIZE) for _ in range(3))
        self.out = nn.Linear(SIZE, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.inner, self.outer = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.norm2 = nn.LayerNorm(SIZE, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Shapes: x batch × pieces × SIZE; mask batch × 1 × 1 × pieces, true where a piece stands."""
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, HEADS, SIZE // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # No dropout inside attention: it forbids the fast kernel on a CPU.
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, SIZE))))
        return self.norm2(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Reader(nn.Module):
    """Word pieces and shapes of words in, a row of head outputs a piece out (see `fogline.reader.scheme`)."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, SIZE)
        self.places = nn.Embedding(512, SIZE)
        self.shapes = nn.Embedding(SHAPES, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(DROPOUT)
        self.heads = nn.Linear(SIZE, WIDTH)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Shapes: ids, shapes, mask (true where a piece stands) batch × pieces; result batch × pieces × WIDTH."""
        x = self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        result: Tensor = self.heads(self.dropout(x))
        return result


def load_base(weights: Path) -> Reader:
    """Give a reader with the encoder of all-MiniLM-L6-v2. Raises `ValueError` if the file is not the genuine one."""
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise ValueError(f"{weights} has sha256 {found}, not that of all-MiniLM-L6-v2")
    given = load_file(str(weights))
    reader = Reader()
    names = {
        "pieces.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{i}.{ours}.{kind}"] = f"encoder.layer.{i}.{theirs}.{kind}"
    state = reader.state_dict()
    for ours, theirs in names.items():
        state[ours] = given[theirs]
    state["shapes.weight"] = given["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1)
    reader.load_state_dict(state)
    nn.init.normal_(reader.heads.weight, std=0.02)
    nn.init.zeros_(reader.heads.bias)
    return reader
