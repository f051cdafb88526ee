"""Export of the body: ONNX, fused, quantised to int8, and checked against the torch module."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from attunement.learn.encoder import Body, base_folder
from attunement.models.runtime import OUTPUTS, sha256


class _States(nn.Module):
    """What is read of every message: ``last``, ``mid``, ``mean``."""

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.body = body

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        return self.body.states(input_ids, attention_mask)


def export_body(body: Body, folder: Path, *, name: str, version: str, base: str | None) -> str:
    """Write the int8 graphs, ``tokenizer.json`` and ``manifest.json``; return the sha256 of the body.

    ``body.onnx`` takes int64 ``input_ids`` and ``attention_mask`` [batch, tokens] and gives ``last``,
    ``mid``, ``mean``; ``retrieval.onnx`` takes ``mid`` and ``attention_mask`` and gives ``embed``, and is
    loaded when a vector is first asked for. Matrix products are dynamic int8 with one scale a channel,
    and the word embeddings are int8.
    """
    folder.mkdir(parents=True, exist_ok=True)
    work = folder / ".export"
    work.mkdir(exist_ok=True)
    body = body.eval()
    body.bert.config._attn_implementation = "eager"
    ids = torch.randint(1000, 20000, (2, 9))
    mask = torch.ones_like(ids)
    with torch.no_grad():
        mid = body.states(ids, mask)[1]
    _quantised(_States(body), {"input_ids": ids, "attention_mask": mask}, OUTPUTS, work, folder / "body.onnx")
    _quantised(
        body.retrieval, {"mid": mid, "attention_mask": mask}, ("embed",), work, folder / "retrieval.onnx"
    )
    shutil.copyfile(Path(base_folder(base)) / "tokenizer.json", folder / "tokenizer.json")
    digest = sha256(folder / "body.onnx")
    manifest = {
        "schema": 2, "name": name, "version": version, "body": "body.onnx", "sha256": digest,
        "retrieval": "retrieval.onnx", "retrieval_sha256": sha256(folder / "retrieval.onnx"),
        "max_tokens": 128, "licence": "Apache-2.0",
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    shutil.rmtree(work)
    return digest


def _quantised(
    module: nn.Module, inputs: dict[str, Tensor], outputs: Sequence[str], work: Path, target: Path
) -> None:
    """Export one module, fuse its attention and normalisation, and make its products int8."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    axes = {n: {0: "batch", 1: "tokens"} for n in (*inputs, *outputs)}
    axes |= {n: {0: "batch"} for n in outputs if n in ("mean", "embed")}
    torch.onnx.export(
        module, tuple(inputs.values()), str(work / "float.onnx"), dynamo=False,
        input_names=list(inputs), output_names=list(outputs), opset_version=17, dynamic_axes=axes,
    )  # fmt: skip
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    fused = optimizer.optimize_model(
        str(work / "float.onnx"), model_type="bert", num_heads=12, hidden_size=384,
        optimization_options=options, opt_level=0,
    )  # fmt: skip
    fused.save_model_to_file(str(work / "fused.onnx"))
    quantize_dynamic(
        str(work / "fused.onnx"), str(target), per_channel=True,
        weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Attention", "Gather"],
        extra_options={"DefaultTensorType": 1},
    )  # fmt: skip
