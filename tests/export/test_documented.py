"""Every command that docs/pictures.md shows, run as it stands there, in its order, in one folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from dashboard.cli import main

from .test_commands import ROOT

TEXT = (ROOT / "docs" / "pictures.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
SCHEDULED = [line for block in re.findall(r"```cron\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
CRON = re.compile(r"(?:[\d*/,-]+ ){5}losses ")


def run(line: str) -> str:
    result = CliRunner().invoke(main, shlex.split(line)[1:])
    assert result.exit_code == 0, (line, result.output)
    return result.output


@pytest.fixture
def folder(browser, tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOSSES_STORE", str(tmp_path / "losses.db"))
    Presentation().save(tmp_path / "house.pptx")
    return tmp_path


@pytest.mark.browser
def test_every_command_does_what_it_is_shown_for(folder: Path) -> None:
    told = {line: run(line) for line in COMMANDS}
    assert len(told) == 6
    assert "same figures" in told["losses verify pictures/daily_slide_light.png"]
    for name in ("brief.pdf", "brief.md", "brief.png", "pictures/daily_slide_light.csv"):
        assert (folder / name).is_file()
    assert (folder / "deck" / "reported-losses_slide_light.pdf").is_file()


@pytest.mark.browser
def test_every_scheduled_line_runs_and_leaves_alone_what_has_not_changed(folder: Path) -> None:
    assert all(CRON.match(line) for line in SCHEDULED)
    lines = [line[line.index("losses ") :] for line in SCHEDULED]
    assert lines[0] == "losses sync"  # asks the network, which no test does
    first, again = [run(line) for line in lines[1:]], [run(line) for line in lines[1:3]]
    assert not any("unchanged" in told for told in first)
    assert all("unchanged" in told for told in again)
