"""A real server on a loopback port, in a thread of its own."""

from __future__ import annotations

import contextlib
import socket
import threading

import uvicorn


@contextlib.contextmanager
def serving(app):
    """The address of ``app`` while it is served."""
    config = uvicorn.Config(app, log_level="critical", access_log=False, timeout_graceful_shutdown=2)
    running = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listening:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            running.should_exit = True
            thread.join(timeout=20)
            assert not thread.is_alive()
