"""The words of the lists that rules of the reader go by, each in a sentence in which it decides what is read.

Words in braces are read alike in that sentence, each in its turn; `pytest --update-golden` rewrites the file, and parts
those that have come to be read otherwise. The sentences are ours with one word for another, and few make sense.
"""

import re
from datetime import date
from pathlib import Path

from dashboard.extract.explain import explain
from dashboard.model import Document
from tests.eval import known
from tests.golden.lines import lines_with_rules

WORDS = Path(__file__).with_name("words.read.txt")
TOLD = re.compile(r"= (.*)\{(.+)\}(.*)")


def readings(before, words, behind):
    """What is read of the sentence, without places, and the words with which that is read of it."""
    people, war = known.claimants(), known.conflict()
    alike = {}
    for word in words:
        text = f"{before}{word}{behind}".replace("\\n", "\n")
        found = explain(Document("d", text, "A paper", date(2025, 6, 1)), people, war)
        alike.setdefault(tuple(lines_with_rules(found, places=False)), []).append(word)
    return alike


def test_each_word_of_a_list_is_read_in_its_sentence_as_before(request):
    told = [m for line in WORDS.read_text(encoding="utf-8").splitlines() if (m := TOLD.fullmatch(line))]
    assert sum(len(m[2].split("|")) for m in told) >= 1000
    got = []
    for before, words, behind in (m.groups() for m in told):
        for read, alike in readings(before, words.split("|"), behind).items():
            got += [f"= {before}{{{'|'.join(alike)}}}{behind}", *read]
    if request.config.getoption("--update-golden", default=False):
        WORDS.write_text("".join(f"{line}\n" for line in got), encoding="utf-8")
    assert got == WORDS.read_text(encoding="utf-8").splitlines()
