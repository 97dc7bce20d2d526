"""The speaker of a verb of saying: its subject before it, or behind it where the order is turned."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dashboard.extract.attribution import Attribution, Hearing
from dashboard.extract.lexicon import sources, telling
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.memory import last_speaker
from dashboard.extract.naming import is_named
from dashboard.extract.no_saying import PASSIVE, says_nothing
from dashboard.extract.speech_subject import PRONOUNS, is_ours, speaker_alone, subject_phrase
from dashboard.extract.subjects import (
    BE,
    NEVER_FINITE,
    SAY,
    opening_phrase,
    source_like,
)
from dashboard.extract.tokens import Token

_INVERTING = frozenset(telling.INVERTING)
_PARTICIPLES = frozenset(telling.SAYING_PARTICIPLES)
_GOING = frozenset("go goes went".split())
_COUNTED_BY = [p.split() for line in telling.COUNTING.strip().splitlines() for p in line.strip().split("|")]
_COUNTING = {words[0]: [w for w in _COUNTED_BY if w[0] == words[0]] for words in _COUNTED_BY}
_NAMING = frozenset("name names named".split())
COUNTERS = _GOING | _NAMING | frozenset(_COUNTING)
_NO_PLACE = frozenset([*MONTHS, *WEEKDAYS, *sources.MEDIA, *sources.REFERRING, "interview", "war", "battle", "year"])
_WHEN = frozenset([*MONTHS, *WEEKDAYS])
_ADDING = frozenset("added adds add".split())
_LONGEST_QUOTED = 14
# "quoted as saying", "a report quoting the ministry as having recorded 900".
_AS_SAYING = [["saying"], ["telling"], ["having"], ["putting"]]


def speaker(hearing: Hearing, index: int) -> Attribution | None:
    """The source that speaks by the verb at `index`, None where it is no verb of saying or nobody speaks."""
    tokens, word = hearing.tokens, hearing.word(index)
    if word in ("quoted", "cited", "quoting", "citing") and (quoted := _as_saying(hearing, index)) is not None:
        return quoted
    if _counts(hearing, index):
        return _subject(hearing, index)
    if word not in SAY or says_nothing(hearing, index):
        return None
    if word in NEVER_FINITE and tokens[index].capital and index:
        return None
    if word in _PARTICIPLES and index > 4 and tokens[index - 1].symbol == "," and (name := _goes_on(hearing)):
        return Attribution(name, index, index, True, f"subject of {word}")
    if (turned := _turned(hearing, index)) is not None:
        return turned
    before = _subject(hearing, index)
    if before is None and (name := _joined(hearing, index)) is not None:
        return Attribution(name, index, index, True, f"subject of {word}")
    if before or (index and tokens[index - 1].symbol not in ",-." and not _quote_before(hearing, index)):
        return before
    if word not in _INVERTING or not _opens_name(hearing, index + 1):
        return None
    return hearing.behind(index, index + 1, "said by", short=True)


def _counts(hearing: Hearing, index: int) -> bool:
    """Whether somebody counts by the words from `index` on: "now know of 900", "goes as high as 900"."""
    figure = hearing.tokens[index + 1 : index + 2]
    if hearing.word(index) in _NAMING and figure and figure[0].symbol == "N":
        return index > 0
    if hearing.word(index) in _GOING:
        if hearing.word(index + 1) == "on":
            return index > 0 and hearing.word(index + 2) in (",", ".", ":")
        return bool(figure) and figure[0].symbol == "N" and figure[0].data.hull < figure[0].data.start
    phrases = _COUNTING.get(hearing.word(index), ())
    return any([t.word for t in hearing.tokens[index : index + len(words)]] == words for words in phrases)


def _as_saying(hearing: Hearing, index: int) -> Attribution | None:
    """Who is "quoted as saying": the object of the verb, its subject in the passive."""
    words = [t.word for t in hearing.tokens[index : index + _LONGEST_QUOTED]]
    if "as" not in words or words[words.index("as") + 1 : words.index("as") + 2] not in _AS_SAYING:
        return None
    if hearing.word(index - 1) not in BE:
        found = hearing.behind(index, index + 1, "quoted")
        return replace(found, leads=any(t.symbol == "N" for t in hearing.tokens[found.end :])) if found else None
    phrase, start = subject_phrase(hearing.tokens, index - 1)
    name = hearing.name(phrase)
    return Attribution(name, start, index + words.index("as") + 1, True, "quoted") if name else None


def _goes_on(hearing: Hearing, *, here: bool = False) -> str | None:
    """Who goes on with ", saying": the source told last in the sentence, else its subject, else the last of all, if
    not only those told `here` may."""
    memory = hearing.memory
    told_here = memory.named_at == memory.sentence
    opening = None if told_here else hearing.name(opening_phrase(hearing.tokens))
    return opening or (memory.names[-1] if memory.names and (told_here or not here) else None)


def _joined(hearing: Hearing, index: int) -> str | None:
    """Who goes on with "and reported", "but believe": the source or the subject of the clause before."""
    tokens, k = hearing.tokens, index
    while k and (tokens[k - 1].symbol in "aI" or tokens[k - 1].word in _WHEN or tokens[k - 1].word.endswith("ly")):
        k -= 1
    passive = hearing.word(index) in PASSIVE and any(t.word in BE for t in tokens[:index])
    if not k or hearing.word(k - 1) not in ("and", "but") or passive:
        return None
    return _goes_on(hearing, here=True)


def _turned(hearing: Hearing, index: int) -> Attribution | None:
    """The speaker behind the verb, where verb and speaker follow what is said: "…, said the governor of Kherson."."""
    tokens = hearing.tokens
    told = index > 1 and tokens[index - 1].symbol == "," and any(t.symbol == "N" for t in tokens[:index])
    if hearing.word(index) not in _INVERTING or not told or not _opens_name(hearing, index + 1):
        return None
    found = hearing.behind(index, index + 1, "said by", short=True)
    after = tokens[found.end + 1 : found.end + 2] if found else []
    return found if not after or after[0].symbol in ",.;(I-O" or after[0].word in ("who", "which") else None


def _opens_name(hearing: Hearing, index: int) -> bool:
    """Whether a name may begin at a word: not at a preposition, as in "said on television"."""
    return index < len(hearing.tokens) and hearing.tokens[index].symbol not in "IATO"


def _quote_before(hearing: Hearing, index: int) -> bool:
    gap = hearing.text[hearing.tokens[index - 1].end : hearing.tokens[index].start] if index else '"'
    return '"' in gap


def _subject(hearing: Hearing, index: int) -> Attribution | None:
    """The subject of a verb of saying: the words right before it, or those before an apposition or an adverbial."""
    tokens = hearing.tokens
    phrase, start = subject_phrase(tokens, index)
    if hearing.publisher and is_ours(phrase) and not hearing.quoted(index):
        return Attribution(hearing.publisher, start, index, True, "our own work is the publisher's")
    phrase = speaker_alone(tokens, index, _behind_quote(hearing, phrase))
    spoken = bool(phrase) and phrase[-1].word in PRONOUNS
    noun = tokens[index].word in NEVER_FINITE and not spoken
    if not phrase or (noun and (not source_like(phrase) or any(t.symbol in "bB" for t in phrase) or _new_noun(phrase))):
        return None
    if len(phrase) == 1 and phrase[0].word in ("we", "i"):
        return _we(hearing, start, index)
    goes_on = tokens[index].word in _ADDING and len(phrase) == 1
    name = (last_speaker(phrase[0].word, hearing.memory) if goes_on else None) or _before_colon(hearing, phrase, start)
    name = name or hearing.name(phrase)
    if name is None:
        return None
    return Attribution(name + _whereabouts(hearing, name), start, index, True, f"subject of {tokens[index].word}")


def _before_colon(hearing: Hearing, phrase: list[Token], start: int) -> str | None:
    """Whom "it" or "they" behind a colon takes up: "British intelligence largely agrees: it thinks 900 are dead"."""
    taken_up = len(phrase) == 1 and phrase[0].word in ("it", "they") and hearing.word(start - 1) == ":"
    return hearing.name(opening_phrase(hearing.tokens[: start - 1])) if taken_up else None


def _new_noun(phrase: list[Token]) -> bool:
    """Whether a phrase ends in another noun phrase, with an article, whose noun follows: "lawmakers | the best"."""
    articles = ((before, token) for before, token in itertools.pairwise(phrase) if token.symbol == "d")
    return any(before.symbol in "PCG" or source_like([before]) for before, _ in articles)


def _behind_quote(hearing: Hearing, phrase: list[Token]) -> list[Token]:
    """The part of a phrase behind the mark that closes a quotation: "… losses" a source said."""
    gaps = (hearing.text[a.end : b.start] for a, b in itertools.pairwise(phrase))
    closed = max((k + 1 for k, gap in enumerate(gaps) if gap.startswith('"')), default=0)
    if not closed or phrase[closed].symbol in "IAOT":
        return phrase
    quoted = hearing.text.count('"', hearing.tokens[0].start, phrase[closed].start)
    return phrase[closed:] if quoted % 2 == 0 else phrase


def _we(hearing: Hearing, start: int, index: int) -> Attribution | None:
    """Who "we" is: the one quoted where it stands in quotation marks, else the publisher."""
    quoted = hearing.quoted(index)
    if quoted and _named_behind(hearing, index):
        return None
    names = hearing.memory.names
    name = (names[-1] if names else None) if quoted else hearing.publisher
    how = "we who are quoted" if quoted else "we are the publisher"
    return Attribution(name, start, index, True, how) if name else None


def _named_behind(hearing: Hearing, index: int) -> bool:
    """Whether the one quoted is told behind the quotation: "We confirm the loss of three," a spokesman announced."""
    closing = hearing.text.find('"', hearing.tokens[index].end, hearing.tokens[-1].end)
    behind = [t for t in hearing.tokens if t.start > closing >= 0]
    return any(t.word in SAY and t.word not in NEVER_FINITE for t in behind[: 2 * _LONGEST_QUOTED])


def _whereabouts(hearing: Hearing, name: str) -> str:
    """The place at the head of a sentence, for an office told by a common noun alone: "In Belgorod, officials said"."""
    tokens = hearing.tokens
    comma = next((k for k, t in enumerate(tokens[:7]) if t.symbol == ","), 0)
    place = tokens[1:comma]
    dated = any(t.word in _NO_PLACE or t.symbol in "nN" for t in place)
    if not name.islower() or hearing.word(0) != "in" or dated or not any(is_named(t) for t in place):
        return ""
    return f" in {hearing.text[place[0].start : place[-1].end]}"
