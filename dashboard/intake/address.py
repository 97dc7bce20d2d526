"""A page fetched by the server for somebody who gave its address: public addresses only, bounded, checked at each step.

The name is resolved once for each hop and the connection goes to that very address, so that a name which answers
otherwise the second time leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from dashboard.errors import DocumentError

MOST_BYTES = 5_000_000
SECONDS = 10.0
_MOST_HOPS = 5
_LONGEST = 2_000
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_HEADERS = {"User-Agent": "reported-losses (an analyst asked for this page)", "Accept": "text/html, text/plain"}
Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, and the address at which it was found in the end."""

    data: bytes
    address: str


def resolved(name: str, port: int) -> list[str]:
    """The addresses of a name, as the system knows them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, and none of this machine or its networks."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not found.is_multicast


def fetch(address: str, resolve: Resolve = resolved, public: Callable[[str], bool] = is_public) -> Fetched:
    """The page at an address. Raises DocumentError where it may not be fetched, or does not come whole and in time."""
    until, place = time.monotonic() + SECONDS, address.strip()
    with httpx.Client(trust_env=False, follow_redirects=False, timeout=SECONDS) as client:
        for _ in range(_MOST_HOPS + 1):
            found = _hop(client, place, until, resolve, public)
            if isinstance(found, bytes):
                return Fetched(found, place)
            place = urljoin(place, found)
    raise DocumentError(f"{_short(address)} leads on more than {_MOST_HOPS} times; paste the text instead")


def _hop(
    client: httpx.Client, place: str, until: float, resolve: Resolve, public: Callable[[str], bool]
) -> bytes | str:
    """The bytes at one address, or the address to which it leads on."""
    host, port, direct = _checked(place, resolve, public)
    headers = {**_HEADERS, "Host": host if port in (80, 443) else f"{host}:{port}"}
    try:
        with client.stream("GET", direct, headers=headers, extensions={"sni_hostname": host}) as answer:
            if answer.is_redirect:
                return answer.headers["Location"]
            _refuse(place, answer)
            return _body(place, answer, until)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise DocumentError(
            f"{_short(place)} could not be fetched ({type(error).__name__}); paste the text instead"
        ) from error


def _checked(place: str, resolve: Resolve, public: Callable[[str], bool]) -> tuple[str, int, str]:
    """Host and port of the address, and the same address with the number that its name stands for."""
    try:
        parts = urlsplit(place)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise DocumentError(f"{_short(place)} is no address; write it as https://…") from None
    if parts.scheme not in ("http", "https") or not host or parts.username or len(place) > _LONGEST:
        raise DocumentError(f"{_short(place)} is no address that is fetched; write it as https://…")
    try:
        numbers = resolve(host, port)
    except (OSError, UnicodeError):
        raise DocumentError(f"no server is called {host[:80]}; check the address") from None
    if not numbers or not all(public(number) for number in numbers):
        raise DocumentError(f"{host[:80]} is no public address and is not fetched; paste the text instead")
    number = f"[{numbers[0]}]" if ":" in numbers[0] else numbers[0]
    return host, port, parts._replace(netloc=f"{number}:{port}", fragment="").geturl()


def _refuse(place: str, answer: httpx.Response) -> None:
    kind = answer.headers.get("Content-Type", "text/html").partition(";")[0].strip().lower()
    if answer.status_code != 200:
        raise DocumentError(f"{_short(place)} answered {answer.status_code}; paste the text instead")
    if kind not in _KINDS:
        raise DocumentError(f"{_short(place)} is no page of text ({kind[:40]}); paste the text instead")


def _body(place: str, answer: httpx.Response, until: float) -> bytes:
    """The bytes of the answer, unpacked as they come, so that a small one that unpacks without end is cut off."""
    parts, size = [], 0
    for part in answer.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise DocumentError(f"{_short(place)} is larger than {MOST_BYTES:,} bytes; paste the text instead")
        if time.monotonic() > until:
            raise DocumentError(f"{_short(place)} took longer than {SECONDS:g} seconds; try again or paste the text")
    return b"".join(parts)


def _short(address: str) -> str:
    return "".join(letter for letter in address if letter.isprintable())[:120]
