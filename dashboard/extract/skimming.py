"""A first look through a document: where no sentence has a figure beside a word of loss, no grammar need be tried."""

from __future__ import annotations

from dashboard.extract.drafts import Refusal
from dashboard.extract.number_words import may_hold_number
from dashboard.extract.page import Page
from dashboard.extract.rejection import reason_unlinked
from dashboard.extract.sentences import Sentence
from dashboard.extract.tokens import Token, read

# A document with more refused figures than these is a table or hostile: it is read so far, and the work stays bounded.
MOST_REFUSALS = 1200
BEYOND = "beyond the figures read of one document"
# The symbols of words of loss: without one of them in its sentence no figure is tied to a loss.
_LOSS = frozenset("KVWLYXh")
# People who are lost by their name, whatever the verb, and what a headline takes them off by.
_LOST = frozenset("victims hostages captives minus".split())


def skimmed(page: Page, lines: list[tuple[int, Sentence]]) -> dict[int, list[Token]] | None:
    """None once all figures are refused, because none can be tied to a loss; else the tokens read up to the first
    sentence where one can, by the number of the sentence."""
    text, known, refusals = page.cleaned.text, dict[int, list[Token]](), list[Refusal]()
    for number, sentence in lines:
        if len(refusals) > MOST_REFUSALS:
            refusals.append(Refusal(sentence.start, sentence.end, BEYOND))
            break
        if not may_hold_number(text[sentence.start : sentence.end]):
            continue
        tokens = known[number] = read(text, sentence.start, sentence.end, page.registry.overlay)
        symbols = {"X" if token.word in _LOST else token.symbol for token in tokens}
        if "N" in symbols and symbols & _LOSS:
            return known
        refusals += [refused(tokens, k) for k, token in enumerate(tokens) if token.symbol in "nN"]
    page.refusals += refusals
    return None


def refused(tokens: list[Token], index: int) -> Refusal:
    """The refusal of a figure that no rule ties to a loss: for its form, else for what it counts."""
    token = tokens[index]
    return Refusal(token.start, token.end, token.data.reason or reason_unlinked(index, tokens))
