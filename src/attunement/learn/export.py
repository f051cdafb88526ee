"""Export of the body: ONNX, fused, quantised to int8, and checked against the torch module."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch

from attunement.learn.encoder import Body, base_folder
from attunement.models.runtime import OUTPUTS, sha256


def export_body(body: Body, folder: Path, *, name: str, version: str, base: str | None) -> str:
    """Write ``body.onnx`` (int8), ``tokenizer.json`` and ``manifest.json``; return the sha256.

    The graph takes int64 ``input_ids`` and ``attention_mask`` [batch, tokens] and gives ``last``,
    ``mid``, ``mean``, ``embed``. Matrix products are dynamic int8 with one scale a channel, and the
    word embeddings are int8.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    folder.mkdir(parents=True, exist_ok=True)
    work = folder / ".export"
    work.mkdir(exist_ok=True)
    body = body.eval()
    body.bert.config._attn_implementation = "eager"
    example = torch.randint(1000, 20000, (2, 9))
    torch.onnx.export(
        body, (example, torch.ones_like(example)), str(work / "float.onnx"), dynamo=False,
        input_names=["input_ids", "attention_mask"], output_names=list(OUTPUTS), opset_version=17,
        dynamic_axes={n: {0: "batch", 1: "tokens"} for n in ("input_ids", "attention_mask", "last", "mid")}
        | {n: {0: "batch"} for n in ("mean", "embed")},
    )  # fmt: skip
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    fused = optimizer.optimize_model(
        str(work / "float.onnx"), model_type="bert", num_heads=12, hidden_size=384,
        optimization_options=options, opt_level=0,
    )  # fmt: skip
    fused.save_model_to_file(str(work / "fused.onnx"))
    quantize_dynamic(
        str(work / "fused.onnx"), str(folder / "body.onnx"), per_channel=True,
        weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Attention", "Gather"],
        extra_options={"DefaultTensorType": 1},
    )  # fmt: skip
    shutil.copyfile(Path(base_folder(base)) / "tokenizer.json", folder / "tokenizer.json")
    digest = sha256(folder / "body.onnx")
    manifest = {
        "schema": 1, "name": name, "version": version, "body": "body.onnx", "sha256": digest,
        "max_tokens": 128, "licence": "Apache-2.0",
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    shutil.rmtree(work)
    return digest
