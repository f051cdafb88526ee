"""Model servers on this machine, found by their usual ports."""

from __future__ import annotations

from typing import Final

import httpx

from attunement.settings import Upstream

PLACES: Final[tuple[tuple[str, int], ...]] = (
    ("ollama", 11434),
    ("lm-studio", 1234),
    ("llama-cpp", 8080),
    ("vllm", 8000),
)
"""Names and usual ports."""

_PATIENCE_S: Final = 0.5


def local_upstreams(places: tuple[tuple[str, int], ...] = PLACES) -> tuple[Upstream, ...]:
    """The servers that list models on their usual port of this machine; other programs are passed over."""
    found: list[Upstream] = []
    with httpx.Client(timeout=_PATIENCE_S, trust_env=False) as http:
        for name, port in places:
            url = f"http://127.0.0.1:{port}/v1"
            try:
                rows = http.get(f"{url}/models").json()["data"]
                models = tuple(str(row["id"]) for row in rows)
            except (httpx.HTTPError, ValueError, KeyError, TypeError):
                continue
            if models:
                found.append(Upstream(name=name, url=url, models=models))
    return tuple(found)
