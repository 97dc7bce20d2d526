"""What the server fetches for somebody: public pages of text, bounded in size and time; nothing of its own networks."""

from __future__ import annotations

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dashboard.errors import DocumentError
from dashboard.intake import address
from dashboard.intake.address import fetch, is_public

PAGE = b"<html><body><p>A made-up page.</p></body></html>"


class Pages(BaseHTTPRequestHandler):
    """A server of made-up pages; it notes which name each request asked for."""

    hosts: list[str] = []  # noqa: RUF012

    def log_message(self, *_args):
        pass

    def do_GET(self):
        self.hosts.append(self.headers["Host"])
        answers = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/moved": (302, {"Location": "/page"}, b""),
            "/inward": (302, {"Location": "http://inner.example/secret"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
            "/gone": (404, {"Content-Type": "text/html"}, b""),
            "/large": (200, {"Content-Type": "text/html"}, b"x" * (address.MOST_BYTES + 1)),
            "/bomb": (
                200,
                {"Content-Type": "text/html", "Content-Encoding": "gzip"},
                gzip.compress(b"\0" * (20 * address.MOST_BYTES)),
            ),
        }
        status, headers, body = answers[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def port():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


def at(port, path):
    """Fetches as if made-up.example were a public name of the test's server, and inner.example one of the inside."""

    def resolve(name, _port):
        return ["127.0.0.1"] if name == "made-up.example" else ["10.0.0.7"]

    return fetch(f"http://made-up.example:{port}{path}", resolve, lambda number: number == "127.0.0.1")


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_comes_with_the_address_where_it_was_found(port, path):
    got = at(port, path)
    assert (got.data, got.address) == (PAGE, f"http://made-up.example:{port}/page")
    assert set(Pages.hosts) == {f"made-up.example:{port}"}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/inward", "inner.example is no public address"),
        ("/file", "is no address that is fetched"),
        ("/round", "leads on more than 5 times"),
        ("/picture", "is no page of text"),
        ("/gone", "answered 404"),
        ("/large", "is larger than"),
        ("/bomb", "is larger than"),
    ],
)
def test_what_is_not_fetched_is_told(port, path, told):
    with pytest.raises(DocumentError, match=told):
        at(port, path)


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1:1/",
        "http://[::1]/",
        "http://localhost/",
        "http://0x7f000001/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:10.0.0.1]/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user:secret@example.org/",
        "http://",
        "http://[broken",
        "",
    ],
)
def test_nothing_inside_is_ever_asked(place):
    with pytest.raises(DocumentError, match=r"not fetched|no address|no server"):
        fetch(place)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
    ],
)
def test_which_addresses_are_public(number, public):
    assert is_public(number) is public


def test_a_page_that_does_not_come_in_time_is_given_up(port, monkeypatch):
    monkeypatch.setattr(address, "SECONDS", 1e-6)
    with pytest.raises(DocumentError, match=r"took longer|could not be fetched"):
        at(port, "/page")
