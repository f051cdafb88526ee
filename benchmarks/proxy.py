"""What Attunement adds to a language model's server: time and CPU, against one fake upstream.

    python benchmarks/proxy.py                      # 1, 32 and 256 connections, 200 requests each
    python benchmarks/proxy.py --connections 1 --requests 50 --json
    python benchmarks/proxy.py --faults 100         # each fault a hundred times: what the client saw
    python benchmarks/proxy.py --beside http://127.0.0.1:4000/v1   # another gateway, before the same upstream

The upstream gives its first token after 20 ms, then some 50 words. One worker each, on loopback, streamed.
Measure on an idle machine: every server and the client share its cores.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx

MESSAGE = "My dog died last night and I keep looking at his empty bed when I come home from work"
MODES = ("plain", "steer", "check")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@contextmanager
def served(command: list[str], url: str, **environment: str) -> Iterator[int]:
    """A server in a process of its own, ready to answer at ``url``."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("ATTUNEMENT_")}
    process = subprocess.Popen(command, env={**kept, **environment}, stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while True:
            try:
                httpx.get(url, timeout=2)
                break
            except httpx.HTTPError:
                if process.poll() is not None or time.monotonic() > end:
                    raise SystemExit(f"{command[0]} did not start") from None
                time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def cpu_s(pid: int | None) -> float:
    """CPU seconds of a process so far (Linux; proc(5))."""
    if pid is None:
        return 0.0
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid: int | None) -> float:
    """Resident memory of a process, megabytes."""
    if pid is None:
        return 0.0
    with open(f"/proc/{pid}/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def body(mode: str | None, number: int) -> dict:
    messages = [{"role": "user", "content": f"{MESSAGE} ({number})"}]
    extension = {"attunement": {"mode": mode}} if mode else {}
    return {"model": "fake-model", "stream": True, "messages": messages, **extension}


async def one(http: httpx.AsyncClient, url: str, mode: str | None, number: int) -> tuple[float, float, float]:
    """Milliseconds to the first word, to the first sentence's end, and to the end."""
    started = time.perf_counter()
    first = sentence = 0.0
    async with http.stream("POST", f"{url}/chat/completions", json=body(mode, number)) as response:
        response.raise_for_status()
        async for line in response.aiter_lines():
            if '"content":' in line and '"content":""' not in line.replace(" ", ""):
                first = first or time.perf_counter()
                if not sentence and re.search(r'[.?!]( |")', line):
                    sentence = time.perf_counter()
    end = time.perf_counter()
    return tuple((at - started) * 1000 for at in (first or end, sentence or end, end))


async def load(
    url: str, mode: str | None, connections: int, requests: int
) -> list[tuple[float, float, float]]:
    numbers, found = iter(range(requests)), []

    async def worker(http: httpx.AsyncClient) -> None:
        for number in numbers:
            found.append(await one(http, url, mode, number))

    async with httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=None)) as http:
        await asyncio.gather(*(worker(http) for _ in range(connections)))
    return found


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(name: str, url: str, mode: str | None, pid: int | None, connections: int, requests: int) -> dict:
    asyncio.run(load(url, mode, 1, 10))
    before = cpu_s(pid)
    found = asyncio.run(load(url, mode, connections, requests))
    used = (cpu_s(pid) - before) * 1000 / len(found)
    row = {"name": name, "connections": connections, "requests": len(found), "cpu_ms": round(used, 2)}
    for place, what in enumerate(("first_word", "first_sentence", "whole")):
        values = [f[place] for f in found]
        row[f"{what}_p50"] = round(statistics.median(values), 1)
        row[f"{what}_p99"] = round(quantile(values, 0.99), 1)
    return row | {"memory_mb": round(memory_mb(pid))}


def fault_table(url: str, admin: str, times: int, budget_s: float) -> list[dict]:
    """Each fault injected ``times`` times through the mode "check": what was seen, and the longest wait."""
    from attunement.fake_upstream import STATUSES, STREAM_FAULTS

    rows = []
    with httpx.Client(timeout=60) as http:
        for fault in (*STATUSES, *STREAM_FAULTS):
            http.post(admin, json={"always": fault})
            seen, longest = Counter(), 0.0
            for number in range(times):
                started = time.perf_counter()
                response = http.post(f"{url}/chat/completions", json=body("check", number))
                longest = max(longest, time.perf_counter() - started)
                seen[outcome(response)] += 1
            rows.append(
                {
                    "fault": fault,
                    "seen": dict(seen),
                    "longest_s": round(longest, 2),
                    "within": longest <= 1.2 * budget_s,
                }
            )
        http.post(admin, json={"always": None})
    return rows


def outcome(response: httpx.Response) -> str:
    if response.status_code != 200:
        return f"status {response.status_code}"
    if '"error"' in response.text:
        return "error event"
    return "composer" if response.headers.get("x-attunement-upstream") == "attunement" else "answer"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 32, 256])
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--faults", type=int, default=0, help="inject each fault this often instead")
    parser.add_argument("--beside", help="another gateway before the upstream; its address with /v1")
    parser.add_argument(
        "--upstream-port", type=int, default=0, help="so that another gateway can be set to it"
    )
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    up, ours = args.upstream_port or free_port(), free_port()
    uvicorn = [sys.executable, "-m", "uvicorn", "--log-level", "critical", "--no-access-log", "--port"]
    limits = {"connect_s": 1, "first_s": 0.5, "idle_s": 0.5, "total_s": 1, "rest_s": 0} if args.faults else {}
    with ExitStack() as stack:
        upstream = stack.enter_context(
            served([*uvicorn, str(up), "attunement.fake_upstream:app"], f"http://127.0.0.1:{up}/v1/models")
        )
        serve = [
            *(sys.executable, "-c", "from attunement.cli import main; main()", "serve", "--store", "memory"),
            *("--port", str(ours), "--llm", f"http://127.0.0.1:{up}/v1", "--model", "fake-model"),
        ]
        relay = stack.enter_context(
            served(serve, f"http://127.0.0.1:{ours}/readyz", ATTUNEMENT_RELAY=json.dumps(limits))
        )
        direct, url = f"http://127.0.0.1:{up}/v1", f"http://127.0.0.1:{ours}/v1"
        if args.faults:
            rows = fault_table(url, f"http://127.0.0.1:{up}/faults", args.faults, 2 * 1.0)
        else:
            rows = []
            for connections in args.connections:
                rows.append(measure("direct", direct, None, upstream, connections, args.requests))
                for mode in MODES:
                    rows.append(measure(f"attunement {mode}", url, mode, relay, connections, args.requests))
                if args.beside:
                    rows.append(measure("beside", args.beside, None, None, connections, args.requests))
                base = next(r for r in rows if r["connections"] == connections)
                for row in rows:
                    if row["connections"] == connections:
                        row["added_first_p50"] = round(row["first_word_p50"] - base["first_word_p50"], 1)
                        row["added_first_p99"] = round(row["first_word_p99"] - base["first_word_p99"], 1)
    for row in rows:
        if args.json:
            print(json.dumps(row))
        elif args.faults:
            print(f"{row['fault']:14} longest {row['longest_s']:5.2f} s  {row['seen']}")
        else:
            print(
                f"{row['connections']:4} at once  {row['name']:18} first word {row['first_word_p50']:7.1f} ms"
                f" (p99 {row['first_word_p99']:7.1f})  added {row['added_first_p50']:+6.1f} ms (p99"
                f" {row['added_first_p99']:+7.1f})  CPU {row['cpu_ms']:6.2f} ms  memory {row['memory_mb']} MB"
            )


if __name__ == "__main__":
    main()
