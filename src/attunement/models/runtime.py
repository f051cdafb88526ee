"""The body at run time: tokens in, states out. The only module that imports onnxruntime."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from attunement.errors import ModelError

Floats = npt.NDArray[np.float32]
OUTPUTS: Final = ("last", "mid", "mean")


@dataclass(slots=True)
class Encoded:
    """States of one text.

    Attributes:
        last: token states of the last layer, float32 [tokens, 384].
        mid: token states of the middle layer, same shape.
        mean: mean of ``last``, float32 [384].
        low: mean of ``mid``, float32 [384].
        offsets: start and end code point of each token; (0, 0) for special tokens.
    """

    last: Floats
    mid: Floats
    mean: Floats
    low: Floats
    offsets: tuple[tuple[int, int], ...]
    retrieve: Callable[[Floats], Floats] | None = None
    vector: Floats | None = None

    @property
    def embed(self) -> Floats:
        """Unit retrieval vector, float32 [384]; computed when first asked for."""
        if self.vector is None:
            assert self.retrieve is not None
            self.vector = self.retrieve(self.mid)
        return self.vector

    def features(self, inputs: Sequence[str]) -> Floats:
        """The named pooled states, concatenated: float32 [384 * len(inputs)]."""
        parts: list[Floats] = [getattr(self, name) for name in inputs]
        return np.concatenate(parts) if len(parts) > 1 else parts[0]


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as data:
            while block := data.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise ModelError(f"model file {path.name} cannot be read: {error.strerror}") from None
    return digest.hexdigest()


def read_manifest(folder: Path) -> dict[str, Any]:
    """The model's ``manifest.json``: name, version, body file with its sha256, licence, card."""
    path = folder / "manifest.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"no model in {folder.name}: manifest.json is missing; reinstall") from None
    except ValueError as error:
        raise ModelError(f"{folder.name}/manifest.json is damaged: {error}") from None


class Encoder:
    """One ONNX body with its tokenizer.

    Args:
        folder: model folder with ``manifest.json``.
        threads: threads of one pass; 1 is best for one message at a time.
        verify: compare the body's sha256 with the manifest before loading.

    Raises:
        ModelError: a file is missing or damaged.
    """

    def __init__(self, folder: Path, threads: int = 1, verify: bool = True) -> None:
        manifest = read_manifest(folder)
        body = folder / str(manifest["body"])
        self.body_sha256 = str(manifest["sha256"])
        self.name = str(manifest["name"])
        self._verify, self._threads, self._lock = verify, threads, Lock()
        self._session = self._load(body, self.body_sha256)
        self._branch: Any = None
        self._branch_file = (folder / str(manifest["retrieval"]), str(manifest["retrieval_sha256"]))
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.max_tokens = int(manifest.get("max_tokens", 128))
        self._tokenizer.enable_truncation(self.max_tokens)
        self._tokenizer.no_padding()

    def _load(self, path: Path, digest: str) -> Any:
        if self._verify and sha256(path) != digest:
            raise ModelError(f"{path.name} does not match its sha256; reinstall the package")
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def retrieve(self, mid: Floats) -> Floats:
        """The unit retrieval vector of one text from its middle states [tokens, 384]: float32 [384]."""
        return self.retrieve_batch(mid[None], np.ones((1, len(mid)), dtype=np.int64))[0]

    def retrieve_batch(self, mid: Floats, mask: npt.NDArray[np.int64]) -> Floats:
        """Unit retrieval vectors of a padded batch: float32 [batch, 384]."""
        if self._branch is None:
            with self._lock:
                if self._branch is None:
                    self._branch = self._load(*self._branch_file)
        return self._branch.run(["embed"], {"mid": mid, "attention_mask": mask})[0]

    def embed(self, texts: Sequence[str]) -> Floats:
        """Unit retrieval vectors of texts, float32 [texts, 384]."""
        return np.stack([e.embed for e in self.encode(texts, vectors=True)])

    def encode(self, texts: Sequence[str], batch: int = 32, vectors: bool = False) -> list[Encoded]:
        """States of each text, in order; runs in batches of similar length.

        ``vectors`` computes the retrieval vectors in the same batches; else each is computed when asked for.
        """
        rows = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
        out: list[Encoded | None] = [None] * len(rows)
        for start in range(0, len(order), batch):
            part = order[start : start + batch]
            longest = max(len(rows[i].ids) for i in part)
            ids = np.zeros((len(part), longest), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, i in enumerate(part):
                count = len(rows[i].ids)
                ids[row, :count] = rows[i].ids
                mask[row, :count] = 1
            last, mid, mean = self._session.run(list(OUTPUTS), {"input_ids": ids, "attention_mask": mask})
            found = self.retrieve_batch(mid, mask) if vectors else None
            for row, i in enumerate(part):
                count = len(rows[i].ids)
                out[i] = Encoded(
                    last[row, :count], mid[row, :count], mean[row], mid[row, :count].mean(axis=0),
                    tuple(rows[i].offsets), self.retrieve, None if found is None else found[row],
                )  # fmt: skip
        return [e for e in out if e is not None]
