"""An archive in an object store, read and written there: a stand-in for S3 on loopback."""

from __future__ import annotations

import pytest
from pyarrow import dataset

from dashboard.archive.places import Folder
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
