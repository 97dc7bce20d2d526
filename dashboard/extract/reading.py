"""A document read sentence by sentence: figures tied to losses become drafts, all others are set aside with a
reason."""

from __future__ import annotations

import itertools
import logging

from dashboard.extract.attribution import Hearing
from dashboard.extract.carrying import look_back, settle
from dashboard.extract.context import at_play, not_war
from dashboard.extract.drafts import Draft, Refusal
from dashboard.extract.echoes import both_sides
from dashboard.extract.ellipsis import hailing, left_out, of_next_date
from dashboard.extract.fields import RECORD, Line, read_fields
from dashboard.extract.foes import speaks_of_hired
from dashboard.extract.homeland import lands_named, settle_sides
from dashboard.extract.kinds import definition
from dashboard.extract.linking import Link, count_of_former, link
from dashboard.extract.naming import NOUNS
from dashboard.extract.page import Page
from dashboard.extract.rejection import reason_linked
from dashboard.extract.resuming import of_former, of_the_dead, told_again, told_alone
from dashboard.extract.sentences import Sentence, sentences
from dashboard.extract.skimming import BEYOND, MOST_REFUSALS, refused, skimmed
from dashboard.extract.sourcing import attributions
from dashboard.extract.subject import note_sides
from dashboard.extract.subjects import SAY
from dashboard.extract.ties import Row
from dashboard.extract.tokens import Token, read
from dashboard.model import PeriodKind

# As `MOST_REFUSALS`, for figures read as losses.
MOST_DRAFTS = 250
# Why nothing more is read of a sentence on which a rule failed; please report its text.
FAULT = "a fault of the reader"
_LONGEST_TOLD = 280
_LOG = logging.getLogger(__name__)
# As well for those read as losses and then set aside as no losses of war.
MOST_READ = 400


def read_page(page: Page, taken: list[tuple[int, int]]) -> None:
    """Reads every sentence that no list line (`taken`) covers."""
    lines = [
        (number, sentence)
        for number, sentence in enumerate(sentences(page.cleaned))
        if not any(start < sentence.end and sentence.start < end for start, end in taken)
    ]
    known = skimmed(page, lines)
    if known is None:
        return
    for number, sentence in lines:
        if len(page.drafts) > MOST_DRAFTS or page.read > MOST_READ or len(page.refusals) > MOST_REFUSALS:
            page.refusals.append(Refusal(sentence.start, sentence.end, BEYOND))
            return
        tokens = known.get(number) or read(page.cleaned.text, sentence.start, sentence.end, page.registry.overlay)
        try:
            _read_sentence(page, number, sentence, tokens)
        except Exception as fault:  # ours; it must not cost the rest of the text, and is told with what was set aside
            _LOG.exception("a sentence could not be read")
            end = min(sentence.end, sentence.start + _LONGEST_TOLD)
            page.refusals.append(Refusal(sentence.start, end, f"{FAULT}: {type(fault).__name__}"))
    settle(page)
    settle_sides(page)


def _read_sentence(page: Page, number: int, sentence: Sentence, tokens: list[Token]) -> None:
    """Adds the drafts and refusals of one sentence."""
    text = page.cleaned.text
    found = attributions(Hearing(tokens, text, page.registry, page.memory, page.document.publisher))
    links = link(tokens)
    line = Line(number, sentence, tokens, found)
    page.setting.hired = page.setting.hired or speaks_of_hired(tokens)
    for index, token in enumerate(tokens):
        if token.symbol == "n":
            page.refusals.append(refused(tokens, index))
        elif token.symbol == "N" and (draft := _draft(page, line, index, links.get(index))):
            line.made[index] = draft
    page.drafts += both_sides(line, page.registry)
    note_sides(tokens, page.setting)
    page.lands += lands_named(tokens, page.registry)
    _define_back(page, number, tokens)
    _mark_record(page, line)
    look_back(page, line)
    if found:
        page.last_attribution = (number, found[-1].name)
    page.before.append(line)


def _draft(page: Page, line: Line, index: int, tie: Link | None) -> Draft | None:
    """The draft of one figure, or None once it is set aside."""
    token, tokens = line.tokens[index], line.tokens
    former = None
    if tie is None and (former := _former(page, line, index)):
        tie = Link("count of the loss told before", [], Row(tokens).head(index))
    if tie is None:
        page.refusals.append(refused(tokens, index))
        return None
    telling = [a for a in line.found if a.start <= index <= a.end]
    if telling and (tie.rule == "coordinated object" or not telling[0].leads):
        page.refusals.append(Refusal(token.start, token.end, "people who say it"))
        return None
    told = bool(page.drafts or line.made)
    if reason := reason_linked(tie, index, tokens, told=told) or _not_counted(tie, index, tokens):
        page.refusals.append(Refusal(token.start, token.end, reason))
        return None
    parent = line.made.get(tie.parent) if tie.parent is not None else None
    if parent is None and tie.head is None and line.made and _included(tokens, index):
        parent = line.made[max(line.made)]
    if parent is None and former is None and page.drafts and (of_former(tokens, index) or of_the_dead(tokens, index)):
        former = _whole_of([*page.drafts, *line.made.values()], token.data.size)
        tie.rule = "part of those just told"
    if parent is None and former is None and told_again(tokens, index, tie) and _told_just_now(page, line):
        former, tie.rule = page.drafts[-1], "toll told again"
    page.read += 1
    draft = read_fields(page, line, index, tie, parent or former)
    if reason := _outside_war(page, line, draft):
        page.refusals.append(Refusal(token.start, token.end, reason))
        return None
    if draft.subject:
        page.setting.sides.append(draft.subject)
    page.setting.categories.append(draft.category)
    if draft.subject and tie.head is not None:
        page.setting.counted[tokens[tie.head].word] = draft.subject
    return draft


def _former(page: Page, line: Line, index: int) -> Draft | None:
    """The draft told before with whose loss a figure without a loss word goes on."""
    tokens = line.tokens
    if line.made:
        last = max(line.made)
        row = Row(tokens)
        told = line.made[last].link.rule == "count of the loss told before"
        if told_alone(row, index) or (told and _goes_on(row, index, last, line.made[last].link.triggers)):
            return line.made[last]
    recent = [d for d in page.drafts[-1:] if d.sentence >= line.number - 3]
    goes_on = bool(recent) and not _of_no_loss(line, index) and count_of_former(tokens, index)
    return recent[0] if goes_on else None


def _goes_on(row: Row, index: int, last: int, triggers: list[int]) -> bool:
    """Whether a figure goes on with the count told before it: "and 40 in May", "up from 30", "47 from Chad"."""
    if row.is_rate(index) and row.symbol(index - 1) in ("J", ",", "(", "-"):
        return True
    return (
        left_out(row, index, last, triggers) or row.compared(index) or hailing(row, index) or of_next_date(row, index)
    )


def _of_no_loss(line: Line, index: int) -> bool:
    """Whether "of them" means those of a larger figure before, which is no loss: "80,000 troops, 30,000 of them"."""
    tokens = line.tokens
    before = next((k for k in range(index - 1, -1, -1) if tokens[k].symbol in "Nn;"), None)
    if (
        before is None
        or tokens[before].symbol != "N"
        or [t.word for t in tokens[index + 1 : index + 3]] != ["of", "them"]
    ):
        return False
    return before not in line.made and tokens[before].data.size > tokens[index].data.size


def _told_just_now(page: Page, line: Line) -> bool:
    """Whether the figure told last is of people, and at most two sentences back."""
    last = page.drafts[-1] if page.drafts else None
    return last is not None and last.sentence >= line.number - 2 and last.category in ("personnel", "civilians")


def _whole_of(told: list[Draft], size: float) -> Draft:
    """The figure of which "those" are a part: the last told that is no smaller."""
    return next((d for d in reversed(told[-6:]) if d.figure.size >= size), told[-1])


def _included(tokens: list[Token], index: int) -> bool:
    """Whether a figure is told as a part, with "including" or "of whom"."""
    return tokens[index - 1].symbol == "i" or [t.word for t in tokens[max(0, index - 2) : index]] == ["of", "whom"]


def _not_counted(tie: Link, index: int, tokens: list[Token]) -> str | None:
    """Why "one" and "two" before plain words are no counts: "one soldier" is, "one of the dead" is not."""
    token = tokens[index]
    if token.data.size <= _FEW_TELLERS and [t.word for t in tokens[index + 1 : index + 2]] == ["of"]:
        behind = (t for t in tokens[index + 2 : index + 8] if t.symbol in "SKVLYXBb,.;" or t.word in SAY)
        if any(t.word in SAY for t in itertools.islice(behind, 1)):
            return "one of those who tell"
    if token.word == "one" and tie.head is None and any(t.word in NOUNS for t in tokens[index + 1 : index + 2]):
        return "one of those who tell"
    if (
        token.data.word
        and token.data.size == 1
        and tie.head is None
        and not tie.rule.startswith(("figure, participle", "figure, noun", "verb left out"))
        and not _one_alone(tie, index, tokens)
    ):
        return "a number in words, not tied to a loss"
    return None


_FEW_TELLERS = 10


def _one_alone(tie: Link, index: int, tokens: list[Token]) -> bool:
    """Whether "one" stands for a person: "killing one and injuring six", "one Afghan was killed"."""
    after = tokens[index + 1 : index + 3]
    objects = tie.rule.startswith(("active", "lose")) and (not after or after[0].symbol in ".,;J")
    people = len(after) == 2 and after[0].symbol == "D" and after[0].capital and after[1].symbol in "BbK"
    return objects or people


def _outside_war(page: Page, line: Line, draft: Draft) -> str | None:
    """Why a person's death here is no loss of war."""
    if draft.category not in ("personnel", "civilians"):
        return None
    weight = line.weigh(page)
    if at_play(weight):
        return "a loss at play"
    many = "killed" in line.text(page) and (draft.figure.size >= 50 or bool(page.drafts))
    known = draft.subject in page.registry.parties or page.party_named
    return not_war(weight, page.weight, personnel=draft.category == "personnel", known_side=known, many=many)


def _mark_record(page: Page, line: Line) -> None:
    """Marks the figure told last as one that is said to be a record, where the next sentence says no more than that:
    "That was a record for a single day"."""
    pointing = [t.word for t in line.tokens[:1]] in (["that"], ["this"], ["it"])
    last = page.drafts[-1] if page.drafts else None
    if not pointing or any(t.symbol == "N" for t in line.tokens) or last is None or last.sentence != line.number - 1:
        return
    if last.period.kind is not PeriodKind.SINCE_START and RECORD.search(line.text(page)):
        last.record = True


def _define_back(page: Page, number: int, tokens: list[Token]) -> None:
    """Lets a sentence about earlier figures settle the types that they left open."""
    defined = definition(tokens)
    for draft in page.drafts:
        if defined and not draft.types and draft.sentence == number - 1:
            for same in (d for d in page.drafts if d.figure.size == draft.figure.size and not d.types):
                same.types = defined
                same.rules["types"] = "defined in the next sentence"
