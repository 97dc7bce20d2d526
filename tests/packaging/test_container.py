"""The container's description: its steps are those of `make setup`, its files make the wheel, its command serves.

No image is built here; the steps are held against what the other tests of this folder run.
"""

from __future__ import annotations

import json
import re
import shlex
import urllib.error
import urllib.request

import pytest
import yaml

from .conftest import PARTS, ROOT
from .test_wheel import answer, served

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_what_is_copied_in_is_what_makes_the_wheel_and_its_lock():
    copied = {name for line in re.findall(r"^COPY (?!--)(.+)$", DOCKERFILE, re.MULTILINE) for name in line.split()[:-1]}
    assert copied == {*PARTS, "requirements.lock"}
    let_in = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(let_in) == copied


def test_its_steps_are_those_of_make_setup():
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    ours = set(re.findall(r"pip install (--quiet .+)$", recipe, re.MULTILINE))
    theirs = {step.removesuffix(" \\") for step in re.findall(r"pip install (--quiet .+)$", DOCKERFILE, re.MULTILINE)}
    assert {step.replace(" -e .", " .") for step in ours} == theirs
    assert all("--require-hashes" in step or "--no-deps" in step for step in theirs)


def test_it_runs_as_nobody_special_on_a_root_that_it_cannot_write():
    assert re.search(r"^USER [1-9][0-9]*$", DOCKERFILE, re.MULTILINE)
    app = COMPOSE["services"]["app"]
    assert app["read_only"] is True
    assert app["cap_drop"] == ["ALL"]
    assert all(port.startswith("127.0.0.1:") for port in app["ports"])
    assert "healthcheck" in COMPOSE["services"]["store"]


def test_no_secret_stands_in_either():
    text = DOCKERFILE + (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert not re.search(r"(?i)password\s*[=:]\s*[a-z0-9]{4,}\b", text)


def test_its_command_and_its_health_check_work(installed, tmp_path):
    """The image's own words, with the port and the place of the access file replaced."""
    command = json.loads(re.search(r"^CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)[1])
    check = json.loads(re.search(r"^HEALTHCHECK .*CMD \\\n\s*(\[.+\])$", DOCKERFILE, re.MULTILINE)[1])
    access = tmp_path / "access.toml"
    access.write_text(f'[[people]]\nname = "A"\nrole = "reader"\ntoken_sha256 = "{"0" * 64}"\n', encoding="utf-8")
    assert command[:2] == ["losses", "serve"]
    words = [str(access) if word.endswith("access.toml") else word for word in command[2:]]
    with served(installed, tmp_path, *words) as (address, process):
        assert answer(f"{address}/healthz", process)[0] == 200
        with pytest.raises(urllib.error.HTTPError, match="401"):
            urllib.request.urlopen(f"{address}/api/series", timeout=10)
        port = address.rpartition(":")[2]
        exec(compile(check[2].replace("8050", port), shlex.join(check), "exec"), {})
