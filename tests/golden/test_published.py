"""What is read of the same texts by who published them and when, and how documents are explained to a user."""

import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.extract.explain import explain, render
from dashboard.model import Document
from tests.eval import known
from tests.golden.lines import lines_with_rules
from tests.golden.test_golden import DOCUMENTS, opened

PUBLISHED = Path(__file__).with_name("published.read.txt")
# "= text", told behind "@ publisher | day | title" of the documents that hold it; "-" for what is not known.
OF = re.compile(r"@ (.+) \| (.+) \| (.+)")


def document(publisher, day, title, text):
    publisher, day, title = (None if each == "-" else each for each in (publisher, day, title))
    return Document("d", text, publisher, date.fromisoformat(day) if day else None, title)


def test_a_text_is_read_by_who_published_it_and_when_as_before(request):
    people, war = known.claimants(), known.conflict()
    got, of = [], None
    for line in PUBLISHED.read_text(encoding="utf-8").splitlines():
        of = OF.fullmatch(line) or of
        if line.startswith(("@ ", "= ")):
            got.append(line)
        if line.startswith("= "):
            got += lines_with_rules(explain(document(*of.groups(), line[2:]), people, war))
    if request.config.getoption("--update-golden", default=False):
        PUBLISHED.write_text("".join(f"{line}\n" for line in got), encoding="utf-8")
    assert got == PUBLISHED.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", DOCUMENTS, ids=[p.stem for p in DOCUMENTS])
def test_a_document_is_explained_as_before(path, request):
    golden = path.with_suffix(".explained.txt")
    told = opened(path)
    got = render(told, explain(told, known.claimants(), known.conflict())) + "\n"
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")
