"""A proxy of the tests' own between a store and its server: it lets through, delays, swallows, refuses or cuts."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

COMMIT = b"COMMIT"


@dataclass
class Proxy:
    """How it behaves towards what comes next: `delay` seconds a piece, `silent`, or cut at the next COMMIT.

    `cut` is "before" (the server never hears of it) or "after" (it does, and the client never learns).
    """

    behind: int
    delay: float = 0.0
    silent: bool = False
    cut: str | None = None
    cuts: int = 0
    port: int = 0
    _open: list[socket.socket] = field(default_factory=list)
    _listener: socket.socket | None = None

    def up(self) -> None:
        """Listen, on the same port as before."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def down(self) -> None:
        """Refuse new connections and reset those that are open."""
        if self._listener:
            _reset(self._listener)
        for one in self._open:
            _reset(one)
        self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", self.behind))
            except OSError:
                return
            self._open += [client, server]
            threading.Thread(target=self._pass, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, asks: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                time.sleep(self.delay)
                while self.silent:
                    time.sleep(0.05)
                if asks and self.cut and COMMIT in data:
                    self._cut(data, source, target)
                    return
                target.sendall(data)
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _cut(self, data: bytes, client: socket.socket, server: socket.socket) -> None:
        when, self.cut = self.cut, None
        self.cuts += 1
        _reset(client)
        if when == "after":
            server.sendall(data)
            time.sleep(0.2)
        _reset(server)


def _reset(one: socket.socket) -> None:
    """End the connection at once; the shutdown wakes the thread that waits for its data."""
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextlib.contextmanager
def between(port: int) -> Iterator[Proxy]:
    """A proxy before the server at that port."""
    proxy = Proxy(port)
    proxy.up()
    try:
        yield proxy
    finally:
        proxy.silent = False
        proxy.down()
