"""A PostgreSQL server of the tests' own, from the programs that the system has; nothing of the system's is touched."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "no PostgreSQL server was found (Debian: apt-get install postgresql)"


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, or None."""
    found = shutil.which("pg_ctl")
    places = [Path(found).parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists() and (place / "pg_ctl").exists()), None)


@contextmanager
def served() -> Iterator[str]:
    """The address of a server that lives as long as the block, without the name of a database at its end."""
    place = programs()
    assert place is not None
    folder = Path(tempfile.mkdtemp(prefix="losses-pg-"))
    # The server refuses to run as root, so root lends it the account that its package made.
    account = {"user": "postgres"} if os.geteuid() == 0 else {}
    if account:
        shutil.chown(folder, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program: str, *args: str) -> None:
        done = subprocess.run([place / program, *args], cwd=folder, capture_output=True, text=True, **account)
        assert done.returncode == 0, done.stdout + done.stderr

    run("initdb", "-D", str(folder / "data"), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://tests@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
