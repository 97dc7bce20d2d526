"""Documents in our own words with the claims they give; `pytest --update-golden` rewrites the claims for review."""

import json
from datetime import date
from pathlib import Path

import frontmatter
import pytest

from dashboard.extract import extract
from dashboard.extract.explain import explain
from dashboard.model import Document, claim_to_json
from tests.eval import known
from tests.eval.scoring import passages
from tests.golden.lines import lines, lines_with_rules

HERE = Path(__file__).parent
DOCUMENTS = sorted(HERE.glob("*.md"))
# The labels of tests/eval say what is right; this says everything else, so that nothing changes unseen.
PASSAGES = ("newsroom", "passages")
SENTENCES = HERE / "sentences.read.txt"
# Those with a word or a clause changed, so that one condition of one rule decides; most say nothing that makes sense.
NEAR = HERE / "near.read.txt"
# More of those, in which each condition of the rules holds three times, and fails three times, where any does.
CONDITIONS = HERE / "conditions.read.txt"
# Thirty ways to open a report, each followed by 26 sentences that leave who, whose or when to what stood before.
PAIRS = HERE / "pairs.read.txt"


def opened(path):
    page = frontmatter.loads(path.read_text(encoding="utf-8"))
    return Document(
        path.stem, page.content, page["publisher"], date.fromisoformat(str(page["published"])), page["title"]
    )


def read(path):
    found = extract(opened(path), known.claimants(), known.conflict())
    return {
        "claims": [claim_to_json(claim) for claim in found.claims],
        "rejections": [{"text": r.evidence.text, "reason": r.reason} for r in found.rejections],
    }


@pytest.mark.parametrize("path", DOCUMENTS, ids=[p.stem for p in DOCUMENTS])
def test_a_document_gives_the_claims_that_were_reviewed(path, request):
    golden = path.with_suffix(".claims.json")
    got = read(path)
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert got == json.loads(golden.read_text(encoding="utf-8"))


def test_there_are_golden_documents():
    assert len(DOCUMENTS) >= 3


@pytest.mark.parametrize("name", PASSAGES)
def test_passages_are_read_as_before(name, request):
    documents = [each.document for each in passages(HERE.parent / "eval" / f"{name}.txt")]
    hold(HERE / f"{name}.read.txt", [(document.id, document) for document in documents], request)


def test_sentences_are_read_as_before(request):
    told = told_in(SENTENCES)
    assert len(told) >= 600
    hold(SENTENCES, told, request)


@pytest.mark.parametrize("path", [NEAR, CONDITIONS, PAIRS], ids=["near", "conditions", "pairs"])
def test_more_sentences_are_read_by_the_same_rules_as_before(path, request):
    told = told_in(path)
    assert len(told) >= 500
    hold(path, told, request, lambda *asked: lines_with_rules(explain(*asked)))


def told_in(golden):
    """The texts that stand in the file itself, behind "= ", as documents; a line break is written \\n."""
    told = [line[2:] for line in golden.read_text(encoding="utf-8").splitlines() if line.startswith("= ")]
    return [(text, Document("d", text.replace("\\n", "\n"), "A paper", date(2025, 6, 1))) for text in told]


def hold(golden, documents, request, read_as=lambda *asked: lines(extract(*asked))):
    """What is read of each document stands in the file under its name, or is written there where that is asked."""
    people, war = known.claimants(), known.conflict()
    got = [line for name, document in documents for line in (f"= {name}", *read_as(document, people, war))]
    if request.config.getoption("--update-golden", default=False):
        golden.write_text("".join(f"{line}\n" for line in got), encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8").splitlines()
