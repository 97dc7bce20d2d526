"""Who stands behind a figure across sentences: taken over from the sentence before, given by the next, or settled once
the whole text is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.extract.aliases import look_up
from dashboard.extract.attribution import Attribution
from dashboard.extract.continuing import (
    BACKGROUND,
    COUNTS,
    EVENT,
    GIVES_IT,
    OF_A_TEXT,
    OF_THOSE,
    OPENS,
    SPEAKS_OF_IT,
    SUMS_UP,
    UNSURE,
    WITHIN,
)
from dashboard.extract.drafts import CARRIED, Draft
from dashboard.extract.impersonal import CREDITED
from dashboard.extract.lexicon import sources
from dashboard.extract.lexicon.sources import HOME
from dashboard.extract.memory import full_name, named_holder
from dashboard.extract.offices import of_its_land
from dashboard.extract.page import Page
from dashboard.extract.quotations import ends_quote, quoting
from dashboard.extract.registry import COUNTRIES, opposing, plain_name, side_of_name
from dashboard.extract.scene import sufferer
from dashboard.extract.sentences import Sentence
from dashboard.extract.speakers import is_outlet
from dashboard.extract.subject import country_of_publisher
from dashboard.extract.subjects import names_enemy
from dashboard.extract.tokens import Token
from dashboard.model import Hedge

if TYPE_CHECKING:
    from dashboard.extract.fields import Line

_MEDIA = frozenset(sources.MEDIA)
_NEWS = frozenset(
    """
        briefed briefing figures update tally report bulletin statement data statistics count assessment press reporters
        journalists conference situation post numbers losses toll estimate estimates study
    """.split()
)
_TOLD = frozenset("announced reported stated said disclosed revealed written".split())
_UNSAID = frozenset("not never declined refused denied cannot neither nor unable without".split())
_FURTHEST_BACK, _OPENING = 3, 3
_MARK = re.compile(r"(?:^|\n)[ \t]{0,2}[•●▪‣*➡→✅❗▶🔹🔻][\ufe0f \t]?|(?:^|\n)[-–—][ \t]")
_OFFICE = frozenset("ministry department staff mod army forces intelligence".split())


def carried(page: Page, line: Line) -> str | None:
    """The source of the sentence before, where this one names none and goes on with its figures."""
    last = page.last_attribution
    if last is not None and quoting(page, line.sentence):
        page.last_attribution = (line.number, last[1])
        return last[1]
    if last is None or not line.number - 2 <= last[0] <= line.number:
        return None
    text = page.cleaned.text[line.sentence.start : line.sentence.end]
    if _listed(page, line.sentence) and last[0] < line.number:
        page.last_attribution = (line.number, last[1])
        return last[1]
    if last[1].lower() in COUNTRIES and OF_A_TEXT.match(text):
        return None
    if last[0] == line.number - 2 and not OF_THOSE.match(text):
        return None
    known = (
        last[0] == line.number
        or OPENS.match(text)
        or _of_those_counted(page, line)
        or WITHIN.search(text)
        or _partisan(page, line, last[1])
    )
    if not (known or _goes_on(page, line, text)):
        return None
    page.last_attribution = (line.number, last[1])
    return last[1]


def _of_those_counted(page: Page, line: Line) -> bool:
    """Whether a sentence opens with some of those counted before, by a number alone: "Fifteen died in air strikes"."""
    told = bool(page.drafts) and page.drafts[-1].sentence == line.number - 1
    return told and "".join(t.symbol for t in line.tokens[:2]) in ("NY", "NB", "Nb", "NK")


def _listed(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list, by the mark before it."""
    return _MARK.search(page.cleaned.text, max(0, sentence.start - 4), sentence.start + 2) is not None


def _goes_on(page: Page, line: Line, text: str) -> bool:
    """Whether a sentence right behind that of a source goes on with what it told, rather than with something else."""
    if BACKGROUND.search(text):
        return False
    announced = bool(page.before) and _announces(page.before[-1].tokens)
    return announced or bool(COUNTS.match(text) or UNSURE.search(text) or EVENT.search(text))


def _announces(tokens: list[Token]) -> bool:
    """Whether a sentence without figures only tells that a source gave news, which the next one then holds."""
    words = {t.word for t in tokens}
    announced = tokens[0].word in ("this", "that", "it") and bool(words & _TOLD)
    told = bool(words & _NEWS) or announced
    return not any(t.symbol == "N" for t in tokens) and told and not words & _UNSAID


def _partisan(page: Page, line: Line, name: str) -> bool:
    """Whether a sentence speaks as one party does of its adversary: of "the enemy", or of its own battlegroups."""
    side = side_of_name(name, page.registry)
    if any(names_enemy(t) for t in line.tokens[:_OPENING]):
        return side in (None, *page.registry.parties)
    if side not in page.registry.parties:
        return False
    foe = opposing(side, page.registry)
    if set(page.memory.names) == {name} and sufferer(line.tokens, page.registry) == foe:
        return True
    return any(t.word in ("enemy", "battlegroup", "battlegroups") for t in line.tokens)


def look_back(page: Page, line: Line) -> None:
    """Gives the source of a sentence about earlier figures to those told just before without one."""
    if not line.found:
        return
    name = next((a.name for a in line.found if not is_outlet(a.name)), line.found[0].name)
    if _about_earlier(page, line):
        _give_back(page, line, name)
    elif ends_quote(page, line.sentence):
        _give_quoted(page, line, name)
    else:
        _sandwiched(page, line)


def _give_back(page: Page, line: Line, name: str) -> None:
    """Gives a source to the figures without one in the sentences right before this one."""
    for draft in reversed(page.drafts):
        if draft.sentence >= line.number:
            continue
        if draft.sentence < line.number - _FURTHEST_BACK or draft.claimant is not None:
            break
        _give(draft, name, "named in the next sentence, which speaks of the figure")


def _give_quoted(page: Page, line: Line, name: str) -> None:
    """Gives the figures of a quotation of several sentences, and those that lead up to it, to who closes it; a blow
    told before it ("an attack killed 900") is news of its own."""
    opened = page.cleaned.blocks[line.sentence.block].start
    for draft in page.drafts:
        inside = draft.start >= opened and page.cleaned.text.count('"', opened, draft.start) % 2 == 1
        before = draft.sentence >= line.number - _FURTHEST_BACK and not draft.link.rule.startswith("active")
        told = draft.claimant is None and (inside or before)
        if draft.sentence < line.number and (told or (inside and draft.rules["claimant"] == CARRIED)):
            _give(draft, name, "who closes the quotation")


def _sandwiched(page: Page, line: Line) -> None:
    """Gives the source of this sentence to the figures of the one before, where the one before that has it too."""
    last, name = page.last_attribution, line.found[0].name
    if last is None or last != (line.number - 2, name):
        return
    for draft in page.drafts:
        if draft.sentence == line.number - 1 and draft.claimant is None:
            _give(draft, name, "named before and after")


def _give(draft: Draft, name: str, rule: str) -> None:
    draft.claimant = name
    draft.rules["claimant"] = rule


def _about_earlier(page: Page, line: Line) -> bool:
    """Whether a sentence tells who gave the figures before it."""
    text = page.cleaned.text[line.sentence.start : line.sentence.end]
    if SPEAKS_OF_IT.match(text) or (line.made and SUMS_UP.match(text)):
        return True
    if _opening_explained(page, line) or line.found[-1].how == CREDITED:
        return True
    given = GIVES_IT.search(text)
    first = line.tokens[min(line.made)].start - line.sentence.start if line.made else len(text)
    if given is not None and given.end() < first:
        return True
    return not line.made and (_only_says(line.tokens, line.found[-1]) or _only_credits(line.tokens))


def _opening_explained(page: Page, line: Line) -> bool:
    """Whether the second sentence of a text, without figures of its own, tells according to whom the first was said."""
    return line.number == 1 and not line.made and line.found[-1].how == "according to" and not line.found[-1].start < 3


def _only_credits(tokens: list[Token]) -> bool:
    """Whether a sentence is no more than "According to X."."""
    citing = next((k for k, t in enumerate(tokens) if t.word in ("citing", "quoting")), len(tokens))
    plain = not any(t.symbol in "NSKVLYWXBbM" for t in tokens[:citing])
    return tokens[0].word == "according" and plain


def _only_says(tokens: list[Token], source: Attribution) -> bool:
    """Whether a sentence holds no more than a source and where it spoke: "The staff said in a post on Facebook"."""
    alone = tokens[source.start].word in ("he", "she") and source.start > _OPENING
    rest = tokens[source.end + 1 :] if source.leads and not alone else []
    plain = [t for t in rest if t.symbol not in ".,"]
    spoken = any(t.word in _MEDIA for t in plain)
    return spoken and len(plain) <= 10 and plain[0].symbol == "I" and not any(t.symbol in "NSKVLY" for t in plain)


def settle(page: Page) -> None:
    """Names in full those called by a bare office, and gives the sources that only the whole text tells."""
    publisher = page.document.publisher
    country = country_of_publisher(publisher)
    home = (country or country_of_publisher(publisher, HOME)) if page.of_parties else None
    for draft in page.drafts:
        if draft.claimant is not None:
            name = full_name(draft.claimant, page.memory, page.registry, home)
            name = named_holder(name, page.memory, page.registry) or name
            draft.claimant = of_its_land(name, page, country)
    for draft in page.drafts:
        if draft.claimant is None:
            _settle_open(page, draft, country)


def _settle_open(page: Page, draft: Draft, country: str | None) -> None:
    """The source of a headline's rounded figure, or of a party's own news about its adversary."""
    if page.memory.source is not None:
        _give(draft, page.memory.source, "the line that names the source")
        return
    exact = next((d for d in page.drafts if _rounds(draft, d)), None) or _told_under(draft, page.drafts)
    publisher = page.document.publisher
    words = plain_name((publisher or "").lower().split()).split()
    office = look_up(words, page.registry) if _OFFICE & set(words) else None
    if exact is not None and exact.claimant is not None:
        _give(draft, exact.claimant, "named where the figure is told in full")
    elif publisher is not None and publisher in page.memory.names and draft.category == "personnel":
        _give(draft, publisher, "the publisher, whose own count it is")
    elif office is not None and draft.category == "personnel":
        _give(draft, office, "the publisher, an office of state")
    elif country in page.registry.parties and draft.subject == opposing(country, page.registry):
        ours = _of_party(page, draft, country)
        if ours and draft.category != "civilians":
            _give(draft, ours, "the party whose news it is")


def _of_party(page: Page, draft: Draft, country: str | None) -> str | None:
    """Who speaks for a party in its own news, where nobody else does: the source of the figure before, else the first
    named."""
    names = [full_name(n, page.memory, page.registry, country) for n in page.memory.names]
    if any(n.islower() for n in names):
        return None
    ours = [n for n in names if side_of_name(n, page.registry) == country and not is_outlet(n)]
    before = [d.claimant for d in page.drafts if d.sentence < draft.sentence and d.subject == draft.subject]
    return next((n for n in reversed(before) if n in ours), None) or next(iter(ours), None)


def _told_under(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The first figure of the same side under a headline, where one source gives all of them."""
    if not draft.headline:
        return None
    body = [d for d in drafts if not d.headline and d.subject == draft.subject and d.sentence <= draft.sentence + 3]
    return body[0] if body and len({d.claimant for d in body}) == 1 and body[0].sentence <= 2 else None


def _rounds(draft: Draft, other: Draft) -> bool:
    """Whether a headline's figure is another one, rounded: the same side, at most a twentieth above it, or a quarter
    where it says "over"."""
    if not draft.headline or other.headline or other.claimant is None or draft.subject != other.subject:
        return False
    size, most = draft.figure.size, 1.25 if draft.figure.hedge is Hedge.AT_LEAST else 1.05
    return size >= 100 and size <= other.figure.size <= most * size
