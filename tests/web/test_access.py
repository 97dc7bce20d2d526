"""Who may read and write: the access file, its faults in sentences, a proxy's users, and binds that are refused."""

import hashlib

import pytest
from click.testing import CliRunner
from werkzeug.datastructures import Headers

from dashboard.cli import main
from dashboard.errors import LossesError
from dashboard.web.access import read
from dashboard.web.serve import serve

TOKEN = "a-made-up-token"
DIGEST = hashlib.sha256(TOKEN.encode()).hexdigest()


def access(tmp_path, text):
    path = tmp_path / "access.toml"
    path.write_text(text, encoding="utf-8")
    return read(path, b"secret")


def person(**changes):
    entry = {"name": '"Anna"', "role": '"reviewer"', "token_sha256": f'"{DIGEST}"'} | changes
    return "[[people]]\n" + "\n".join(f"{name} = {value}" for name, value in entry.items() if value)


def test_a_person_is_known_by_their_token_alone(tmp_path):
    known = access(tmp_path, person())
    assert (known.by_token(TOKEN).name, known.by_token(TOKEN).may_write) == ("Anna", True)
    assert known.by_token("another") is None
    assert known.asks


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "lets nobody in"),
        ("[[people", "cannot be read"),
        (person(name=None), "number 1: a name"),
        (person(role='"owner"'), "role 'owner' is unknown; write 'reader' or 'reviewer'"),
        (person(token_sha256=f'"{TOKEN}"'), "`losses token` makes a token and its hash"),
        ('[proxy]\nheader = "X-User"', "header and from are needed"),
        ('[proxy]\nheader = "X-User"\nfrom = ["everywhere"]', "no address"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_what_to_do(tmp_path, text, told):
    with pytest.raises(LossesError, match=r"access\.toml") as error:
        access(tmp_path, text)
    assert told in str(error.value)


def test_a_proxys_user_counts_from_the_proxys_address_alone(tmp_path):
    known = access(tmp_path, '[proxy]\nheader = "X-User"\nfrom = ["10.0.0.1"]\nreviewers = ["anna"]')
    headers = Headers({"X-User": "anna"})
    assert known.by_proxy(headers, "10.0.0.1").may_write
    assert not known.by_proxy(Headers({"X-User": "ben"}), "10.0.0.1").may_write
    assert known.by_proxy(headers, "10.0.0.2") is None
    assert known.by_proxy(headers, "") is None
    assert known.by_proxy(Headers(), "10.0.0.1") is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_a_server_that_others_reach_does_not_start_without_an_access_file(host, monkeypatch):
    monkeypatch.delenv("LOSSES_ACCESS", raising=False)
    with pytest.raises(LossesError, match=r"can be reached by others.*--access FILE"):
        serve(host, 0, 1)


def test_the_command_makes_a_token_whose_hash_lets_its_owner_in(tmp_path):
    told = CliRunner().invoke(main, ["token", 'An "odd" name']).output
    secret = told.splitlines()[2].strip()
    known = access(tmp_path, told[told.index("[[people]]") :])
    assert known.by_token(secret).name == 'An "odd" name'
