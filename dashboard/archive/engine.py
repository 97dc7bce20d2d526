"""Who reads the pieces: this process, several of this machine, or a Dask cluster; the same pieces, the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from typing import Any, NamedTuple

from dashboard.archive.pieces import Piece
from dashboard.archive.work import Done, read_piece
from dashboard.errors import ArchiveError
from dashboard.intake.adding import Reader

# A piece that has brought so many processes down is left out and told.
TRIES = 3
# Pieces handed out ahead, for each that can be read at once: enough to keep all busy, few enough for any archive.
AHEAD = 3


class Lost(NamedTuple):
    """A piece that could not be read, and why; the next run tries it again."""

    piece: Piece
    reason: str


Result = Done | Lost
Engine = Callable[[Sequence[Piece], str, Reader], Iterator[Result]]


def here(pieces: Sequence[Piece], out: str, reader: Reader) -> Iterator[Result]:
    """One after another in this process."""
    for piece in pieces:
        yield _kept(piece, lambda piece=piece: read_piece(piece, out, reader))  # type: ignore[misc]


def processes(count: int) -> Engine:
    """An engine of `count` processes of this machine; one that is killed is replaced, and its piece tried again."""

    def run(pieces: Sequence[Piece], out: str, reader: Reader) -> Iterator[Result]:
        tries: dict[str, int] = {}
        left = list(pieces)
        while left:
            done: set[str] = set()
            try:
                for result in _pooled(count, left, out, reader):
                    done.add(_id(result))
                    yield result
            except BrokenProcessPool:
                pass
            left = [piece for piece in left if piece.id not in done]
            # Nobody tells which of those at work brought it down: each of them has one try less.
            for piece in left[: count * AHEAD]:
                tries[piece.id] = tries.get(piece.id, 0) + 1
            for piece in [one for one in left if tries.get(one.id, 0) >= TRIES]:
                yield Lost(piece, "the process that read it was killed, by a lack of memory or by somebody")
                left.remove(piece)

    return run


def _pooled(count: int, pieces: Sequence[Piece], out: str, reader: Reader) -> Iterator[Result]:
    """Results as they come; raises BrokenProcessPool where a process was killed."""
    waiting, coming = dict[Future[Done], Piece](), iter(pieces)
    # Not forked: a fork would share the reading process of pages with us.
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        while True:
            for piece in islice(coming, count * AHEAD - len(waiting)):
                waiting[pool.submit(read_piece, piece, out, reader)] = piece
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                yield _kept(waiting.pop(future), future.result)


def _kept(piece: Piece, result: Callable[[], Done]) -> Result:
    try:
        return result()
    except BrokenProcessPool:
        raise
    except Exception as error:  # A file that cannot be read is told, and the others are read.
        return Lost(piece, f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")


def _id(result: Result) -> str:
    return result.piece.id if isinstance(result, Lost) else result.piece


def dask(scheduler: str, told: Callable[[str], object] = print) -> Engine:
    """An engine of the workers of the Dask scheduler at an address; `told` is given its dashboard's address."""

    def run(pieces: Sequence[Piece], out: str, reader: Reader) -> Iterator[Result]:
        from distributed import Client

        try:
            client = Client(scheduler, timeout="8s")
        except (OSError, ValueError) as error:
            raise ArchiveError(f"no Dask scheduler answers at {scheduler}; start one, or check the address") from error
        try:
            if not client.scheduler_info()["workers"]:
                told("The scheduler has no worker yet: nothing is read before one comes.")
            told(f"Dask dashboard: {client.dashboard_link}")
            yield from _clustered(client, pieces, out, reader)
        finally:
            with suppress(Exception):
                client.close(timeout=5)

    return run


def _clustered(client: Any, pieces: Sequence[Piece], out: str, reader: Reader) -> Iterator[Result]:  # noqa: ANN401
    """Results as they come. Raises ArchiveError where the scheduler is lost: what was kept stays."""
    from distributed import CancelledError, as_completed

    coming = iter(pieces)
    waiting: dict[str, Piece] = {}
    ready = as_completed()

    def hand_out() -> None:
        room = max(8, AHEAD * sum(client.nthreads().values())) - len(waiting)
        for piece in islice(coming, room):
            waiting[f"losses-{piece.id}"] = piece
            ready.add(client.submit(read_piece, piece, out, reader, key=f"losses-{piece.id}", retries=1, pure=False))

    try:
        hand_out()
        for future in ready:
            piece = waiting.pop(future.key)
            if future.cancelled():
                raise CancelledError(future.key)
            yield _kept(piece, future.result)
            future.release()
            hand_out()
    except (CancelledError, OSError, TimeoutError) as error:
        raise ArchiveError(
            "the connection to the scheduler was lost; all pieces read so far are kept. Start it again and give the "
            "same command to go on"
        ) from error
