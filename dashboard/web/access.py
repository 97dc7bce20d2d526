"""Who may read and who may write: anyone on this machine; elsewhere only those whom an access file names.

The file is TOML: `[[people]]` with `name`, `role` ("reader" or "reviewer") and `token_sha256`, or `[proxy]` with the
`header` in which a proxy names its user, the addresses it comes `from`, and its `reviewers` (all others read only).
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from werkzeug.datastructures import Headers

from dashboard.errors import LossesError

READER, REVIEWER = "reader", "reviewer"
_HASH = re.compile(r"[0-9a-f]{64}")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the dashboard, and whether they may write."""

    name: str
    role: str

    @property
    def may_write(self) -> bool:
        """Whether they may add documents and decide."""
        return self.role == REVIEWER


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that has already asked who its users are."""

    header: str
    addresses: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]
    reviewers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Access:
    """Who is let in. Without an access file it is whoever sits at this machine, by the name they are logged in with.

    `secret` signs sessions and tokens; it is the same in all workers of one server.
    """

    secret: bytes
    local: str | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    proxy: Proxy | None = None

    @property
    def asks(self) -> bool:
        """Whether visitors have to say who they are."""
        return self.local is None

    def by_token(self, token: str) -> Person | None:
        """The person whose token this is, or None; every comparison takes the same time."""
        given, found = hashlib.sha256(token.encode()).hexdigest(), None
        for known, person in self.people.items():
            if hmac.compare_digest(known, given):
                found = person
        return found

    def by_name(self, name: str) -> Person | None:
        """The person of that name, as a signed session tells it."""
        return next((person for person in self.people.values() if person.name == name), None)

    def by_proxy(self, headers: Headers, address: str) -> Person | None:
        """The person whom the proxy names; None where the call does not come from it."""
        if self.proxy is None or not _within(address, self.proxy):
            return None
        name = headers.get(self.proxy.header, "").strip()[:_LONGEST_NAME]
        return Person(name, REVIEWER if name in self.proxy.reviewers else READER) if name else None


def local(name: str, secret: bytes) -> Access:
    """The access of a server that only this machine reaches."""
    return Access(secret, local=name)


def read(path: Path, secret: bytes) -> Access:
    """The access that a file sets out. Raises LossesError naming file, entry and remedy where it cannot be used."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LossesError(f"the access file {path} cannot be read ({error}); correct it or give another") from error
    people = dict(_person(path, number, one) for number, one in enumerate(told.get("people", []), start=1))
    proxy = _proxy(path, told["proxy"]) if "proxy" in told else None
    if not people and proxy is None:
        raise LossesError(f"the access file {path} lets nobody in; add [[people]] or [proxy]")
    return Access(secret, people=people, proxy=proxy)


def _person(path: Path, number: int, entry: Mapping[str, Any]) -> tuple[str, Person]:
    name, role, digest = entry.get("name"), entry.get("role"), entry.get("token_sha256")
    place = f"{path}, [[people]] number {number}"
    if not isinstance(name, str) or not 0 < len(name) <= _LONGEST_NAME:
        raise LossesError(f"{place}: a name of at most {_LONGEST_NAME} letters is missing; add name = …")
    if role not in (READER, REVIEWER):
        raise LossesError(f"{place}: the role {role!r} is unknown; write {READER!r} or {REVIEWER!r}")
    if not isinstance(digest, str) or not _HASH.fullmatch(digest):
        raise LossesError(f"{place}: token_sha256 is no SHA-256; `losses token` makes a token and its hash")
    return digest, Person(name, role)


def _proxy(path: Path, entry: Mapping[str, Any]) -> Proxy:
    header, addresses = entry.get("header"), entry.get("from", [])
    if not isinstance(header, str) or not header or not addresses:
        raise LossesError(f"{path}, [proxy]: header and from are needed; from lists the proxy's addresses")
    try:
        networks = tuple(ipaddress.ip_network(address) for address in addresses)
    except ValueError as error:
        raise LossesError(f"{path}, [proxy]: from holds what is no address ({error}); correct it") from None
    return Proxy(header, networks, frozenset(map(str, entry.get("reviewers", []))))


def _within(address: str, proxy: Proxy) -> bool:
    try:
        return any(ipaddress.ip_address(address) in network for network in proxy.addresses)
    except ValueError:
        return False
