"""Copies of a text are found, other texts are not."""

from __future__ import annotations

from dashboard.intake.alike import NEAR, Signatures, signature

WORDS = [f"word{n}" for n in range(300)]
TEXT = " ".join(WORDS)


def among(*texts: str) -> Signatures:
    known = Signatures()
    known.learn([(n + 1, f"D-{n}", signature(text)) for n, text in enumerate(texts)])
    return known


def test_the_same_words_in_other_case_and_punctuation_are_the_same():
    assert among(TEXT).near(signature(TEXT.upper().replace(" ", ", "))) == [("D-0", 1.0)]


def test_a_copy_with_another_headline_and_a_sentence_less_is_near():
    ((name, share),) = among(TEXT).near(
        signature("A made up headline of eight words stands here " + " ".join(WORDS[:280]))
    )
    assert name == "D-0"
    assert NEAR <= share < 1


def test_texts_on_the_same_matter_in_other_words_are_not():
    assert among(TEXT).near(signature(" ".join(reversed(WORDS)))) == []
    assert among(TEXT, "a b c").near(signature("nothing of all this is the same as in there")) == []


def test_the_closest_comes_first_and_later_documents_are_learnt():
    known = among(" ".join(WORDS[:270]))
    known.learn([(2, "D-1", signature(TEXT))])
    assert [name for name, _ in known.near(signature(TEXT))] == ["D-1", "D-0"]
    assert known.last == 2


def test_a_text_without_words_is_like_nothing():
    assert signature(" …! ") == b""
    assert among(" …! ", TEXT).near(b"") == []
    assert among(TEXT).share("D-9", signature(TEXT)) == 0
