"""The bytes of a dataset's files, from a folder or over HTTPS: all of them, or a sentence and none."""

from __future__ import annotations

import hashlib
import ipaddress
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from dashboard import __version__
from dashboard.errors import DocumentError
from dashboard.sources.reading import Fault, read_bytes

MAX_BYTES = 20_000_000
MAX_REDIRECTS = 3
# Seconds to connect, between two pieces of an answer, and for one file altogether.
CONNECT, PAUSE, WHOLE = 10.0, 20.0, 120.0

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """One file as fetched: its bytes, or None where the server says that it is the version already known."""

    file: str
    source: str
    content: bytes | None
    etag: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return hashlib.sha256(self.content or b"").hexdigest()


def is_address(source: str) -> bool:
    """Whether the source is a web address rather than a folder."""
    return source.lower().startswith(("https://", "http://"))


def place_of(source: str, file: str) -> str:
    """The address or path of one file of a source, as versions keep it."""
    return f"{source.rstrip('/')}/{file}" if is_address(source) else str(Path(source).resolve() / file)


def fetched(
    source: str, files: Sequence[str], optional: Sequence[str], etags: Mapping[str, str], progress: Progress
) -> list[Fetched]:
    """All `files` of the source, and those of `optional` that are there; `etags` by file are the versions known.

    Raises DocumentError where one is missing, too large or cut off, or the address is refused.
    """
    if not is_address(source):
        return _in_folder(Path(source), files, optional)
    read = []
    with _client() as client:
        for number, file in enumerate([*files, *optional]):
            progress(f"fetching {file}", number, len(files) + len(optional))
            read.append(_told(client, source, file, file in optional, etags.get(file)))
    return [one for one in read if one is not None]


def _in_folder(folder: Path, files: Sequence[str], optional: Sequence[str]) -> list[Fetched]:
    if not folder.is_dir():
        raise DocumentError(f"{folder} is no folder. Give the folder of the dataset's files, or an https:// address")
    read = []
    for file in [*files, *optional]:
        if file in optional and not (folder / file).exists():
            continue
        try:
            read.append(Fetched(file, place_of(str(folder), file), read_bytes(folder / file, MAX_BYTES)))
        except Fault as fault:
            raise DocumentError(f"{folder / file}: {fault}. Nothing was changed") from None
    return read


def _client() -> httpx.Client:
    return httpx.Client(
        timeout=httpx.Timeout(PAUSE, connect=CONNECT),
        headers={"User-Agent": f"reported-losses/{__version__}", "Accept-Encoding": "gzip"},
    )


def _told(client: httpx.Client, source: str, file: str, optional: bool, etag: str | None) -> Fetched | None:
    """The file, or None for an optional one that is not there; a fault of the network becomes a sentence."""
    address = place_of(source, file)
    try:
        return _get(client, checked(address), file, optional, etag)
    except httpx.TimeoutException:
        raise DocumentError(f"{address} did not answer in time. Nothing was changed; try again later") from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise DocumentError(
            f"{address} could not be fetched ({error}). Nothing was changed; check the network, then try again"
        ) from None


def _get(client: httpx.Client, url: httpx.URL, file: str, optional: bool, etag: str | None) -> Fetched | None:
    asked = url
    headers = {"If-None-Match": etag} if etag else {}
    for _ in range(MAX_REDIRECTS + 1):
        with client.stream("GET", url, headers=headers) as answer:
            if answer.has_redirect_location:
                url = redirected(url, answer.headers["Location"])
                continue
            if answer.status_code == 304 and etag:
                return Fetched(file, str(asked), None, etag)
            if answer.status_code == 404 and optional:
                return None
            if answer.status_code != 200:
                raise DocumentError(f"{asked} answered {answer.status_code}. Nothing was changed; check the address")
            return Fetched(file, str(asked), _body(answer, asked), answer.headers.get("ETag", "")[:200] or None)
    raise DocumentError(f"{asked} redirects more than {MAX_REDIRECTS} times. Nothing was changed; check the address")


def _body(answer: httpx.Response, asked: httpx.URL) -> bytes:
    """The whole body, within the caps on size and time."""
    started, pieces, size = time.monotonic(), [], 0
    for piece in answer.iter_bytes():
        pieces.append(piece)
        size += len(piece)
        if size > MAX_BYTES:
            raise DocumentError(f"{asked} sends more than {MAX_BYTES:,} bytes. Nothing was changed; check the address")
        if time.monotonic() - started > WHOLE:
            raise DocumentError(f"{asked} took longer than {WHOLE:.0f} s. Nothing was changed; try again later")
    return b"".join(pieces)


def checked(address: str | httpx.URL) -> httpx.URL:
    """The address, being https, or http on this machine alone; raises DocumentError for any other."""
    url = httpx.URL(address)
    if url.userinfo:
        raise DocumentError("an address with a password in it is not used. Leave out what stands before the @")
    if not url.host or not (url.scheme == "https" or (url.scheme == "http" and _is_loopback(url.host))):
        raise DocumentError(f"{url} is not used: the dataset is fetched over https only. Give an https:// address")
    return url


def redirected(origin: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads: never from https to http, never from a public server into a private network."""
    url = checked(origin.join(location))
    if (origin.scheme, url.scheme) == ("https", "http"):
        raise DocumentError(f"{origin} redirects from https to {url}, which is not followed. Nothing was changed")
    if url.host != origin.host and not _is_loopback(origin.host) and _is_private(url.host):
        raise DocumentError(f"{origin} redirects to the private address {url.host}, which is not followed")
    return url


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_private(host: str) -> bool:
    """Whether any address of the host is not public; a name that cannot be resolved fails by itself later."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False
    return any(not ipaddress.ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found)
