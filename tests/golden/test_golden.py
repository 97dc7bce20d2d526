"""Documents in our own words with the claims they give; `pytest --update-golden` rewrites the claims for review."""

import json
from datetime import date
from pathlib import Path

import frontmatter
import pytest

from dashboard.extract import extract
from dashboard.model import Document, claim_to_json
from tests.eval import known

HERE = Path(__file__).parent
DOCUMENTS = sorted(HERE.glob("*.md"))


def read(path):
    page = frontmatter.loads(path.read_text(encoding="utf-8"))
    document = Document(
        path.stem, page.content, page["publisher"], date.fromisoformat(str(page["published"])), page["title"]
    )
    found = extract(document, known.claimants(), known.conflict())
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
