"""An archive that lies elsewhere: in a stand-in for S3 on loopback, read and written there, or behind https."""

from __future__ import annotations

import re
import ssl
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

import fsspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pyarrow import dataset

from dashboard.archive.places import Folder, files_at
from dashboard.errors import ArchiveError
from tests.archive.conftest import TABLES, rows


@pytest.fixture(scope="module")
def bucket(tmp_path_factory):
    import s3fs
    from moto.moto_server.threaded_moto_server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "made-up",
            "AWS_SECRET_ACCESS_KEY": "made-up", "AWS_DEFAULT_REGION": "us-east-1",
        }.items():  # fmt: skip
            patch.setenv(name, value)
        s3fs.S3FileSystem.clear_instance_cache()
        s3fs.S3FileSystem().mkdir("made-up-news")
        yield "s3://made-up-news"
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


def test_an_archive_in_a_bucket_gives_the_same_in_a_bucket(archive, undisturbed, bucket, read):
    import s3fs

    for path in archive.iterdir():
        s3fs.S3FileSystem().put_file(str(path), f"made-up-news/in/{path.name}")
    out = f"{bucket}/out"
    for _ in range(2):
        _, report = read(out, f"{bucket}/in")
        assert (report.pieces, report.missing, report.lost) == (5, 0, ())
    for table in TABLES[:3]:
        found = dataset.dataset(f"made-up-news/out/{table}", filesystem=Folder(out).system, partitioning="hive")
        told = [{k: v for k, v in row.items() if k != "file"} for row in found.to_table().to_pylist()]
        assert told == [{k: v for k, v in row.items() if k != "file"} for row in rows(undisturbed, table)]


@pytest.fixture
def served(archive, tmp_path, monkeypatch):
    """The address of a server on loopback that gives the archive's files by https, whole or in ranges."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    _certified(key, certificate)

    class Files(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = (archive / self.path.strip("/")).read_bytes()
            asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
            part = data[int(asked[1]) : int(asked[2]) + 1] if asked else data
            self.send_response(206 if asked else 200)
            if asked:
                self.send_header("Content-Range", f"bytes {asked[1]}-{asked[2]}/{len(data)}")
            self.send_header("Last-Modified", self.server.modified)
            self.send_header("Content-Length", str(len(part)))
            self.send_header("Accept-Ranges", "bytes")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(part)

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    class Server(ThreadingHTTPServer):
        modified = "Sat, 02 Nov 2024 10:00:00 GMT"

    server = Server(("127.0.0.1", 0), Files)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    monkeypatch.setitem(fsspec.config.conf, "https", {"ssl": ssl.create_default_context(cafile=str(certificate))})
    with closed_at_the_end(server):
        yield server


@contextmanager
def closed_at_the_end(server: ThreadingHTTPServer):
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _certified(key: Path, certificate: Path) -> None:
    """Writes a key and a certificate for 127.0.0.1 signed by itself."""
    made, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "made up")]),
    )
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(made.public_key())
        .serial_number(1).not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(made, SHA256())
    )  # fmt: skip
    certificate.write_bytes(signed.public_bytes(Encoding.PEM))
    key.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def test_an_archive_behind_https_gives_the_same(archive, undisturbed, served, read, tmp_path):
    host = f"https://127.0.0.1:{served.server_port}"
    read(tmp_path / "out", *(f"{host}/{path.name}" for path in sorted(archive.iterdir())))
    for table in TABLES[:3]:
        told = [{k: v for k, v in row.items() if k != "file"} for row in rows(tmp_path / "out", table)]
        assert told == [{k: v for k, v in row.items() if k != "file"} for row in rows(undisturbed, table)]


def test_a_file_that_changes_behind_https_is_another(archive, served):
    address = f"https://127.0.0.1:{served.server_port}/{next(archive.iterdir()).name}"
    before = files_at(address)
    served.modified = "Sun, 03 Nov 2024 10:00:00 GMT"
    assert files_at(address)[0].stamp != before[0].stamp


@pytest.mark.parametrize(("protocol", "package"), [("gs", "gcsfs"), ("s3", "s3fs")])
def test_an_object_store_whose_package_is_missing_names_the_extra(protocol, package, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules["fsspec.registry"]._registry, protocol, raising=False)
    with pytest.raises(ArchiveError, match=rf"pip install .reported-losses\[{protocol}\]"):
        files_at(f"{protocol}://made-up/in")
