"""The speaker of a verb of saying: its subject before it, or behind it where the order is turned."""

from __future__ import annotations

from dataclasses import replace

from dashboard.extract.attribution import Attribution, Hearing
from dashboard.extract.lexicon import sources
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.naming import is_named
from dashboard.extract.subjects import (
    BE,
    NEVER_FINITE,
    NOUNS,
    SAY,
    bare_subject,
    before_relative_clause,
    comma_before,
    opening_phrase,
    segments_before,
    source_like,
    tells,
)
from dashboard.extract.tokens import Token

_PASSIVE = frozenset(sources.PASSIVE_SAYING)
_INVERTING = frozenset(sources.INVERTING)
_PARTICIPLES = frozenset(sources.SAYING_PARTICIPLES)
_PRONOUN = frozenset("he she it they we".split())
_BREAKS = frozenset("as when after where since if because than which".split())
_DENYING = frozenset("not cannot unable independently".split())
_NO_PLACE = frozenset([*MONTHS, *WEEKDAYS, *sources.MEDIA, *sources.REFERRING, "interview", "war", "battle", "year"])
_INFINITIVES = frozenset("have be number total stand include exceed reach comprise".split())
_LONGEST_QUOTED = 14
_MOST_WITH_APPOSITION = 14
_OUR_WORK = frozenset(sources.OUR_WORK)


def speaker(hearing: Hearing, index: int) -> Attribution | None:
    """The source that speaks by the verb at `index`, None where it is no verb of saying or nobody speaks."""
    tokens, word = hearing.tokens, hearing.word(index)
    if word in ("quoted", "cited") and (quoted := _as_saying(hearing, index)) is not None:
        return quoted
    if word not in SAY or _other_sense(hearing, index) or _passive(tokens, index):
        return None
    if _DENYING & {t.word for t in tokens[max(0, index - 3) : index]}:
        return None
    if word in _PARTICIPLES and index > 4 and tokens[index - 1].symbol == "," and (name := _goes_on(hearing)):
        return Attribution(name, index, index, True, f"subject of {word}")
    if (turned := _turned(hearing, index)) is not None:
        return turned
    before = _subject(hearing, index)
    if before or (index and tokens[index - 1].symbol not in ",-." and not _quote_before(hearing, index)):
        return before
    if word not in _INVERTING or not _opens_name(hearing, index + 1):
        return None
    return hearing.behind(index, index + 1, "said by", short=True)


def _as_saying(hearing: Hearing, index: int) -> Attribution | None:
    """Who is "quoted as saying": the object of the verb, its subject in the passive."""
    words = [t.word for t in hearing.tokens[index : index + _LONGEST_QUOTED]]
    if "as" not in words or words[words.index("as") + 1 : words.index("as") + 2] not in (["saying"], ["telling"]):
        return None
    if hearing.word(index - 1) not in BE:
        found = hearing.behind(index, index + 1, "quoted")
        return replace(found, leads=bool(hearing.tokens[found.end + 3 :])) if found else None
    phrase, start = _subject_phrase(hearing.tokens, index - 1)
    name = hearing.name(phrase)
    return Attribution(name, start, index + words.index("as") + 1, True, "quoted") if name else None


def _goes_on(hearing: Hearing) -> str | None:
    """Who goes on with ", saying": the source told last in the sentence, else its subject, else the last of all."""
    memory = hearing.memory
    told_here = memory.named_at == memory.sentence
    opening = None if told_here else hearing.name(opening_phrase(hearing.tokens))
    return opening or (memory.names[-1] if memory.names else None)


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


def _other_sense(hearing: Hearing, index: int) -> bool:
    """Whether nobody speaks by a word of saying: wrote off, claimed responsibility, "reported by", "said to have lost",
    "hard to estimate"."""
    word, after = hearing.word(index), hearing.word(index + 1)
    if (word, after) == ("wrote", "off") or (after == "responsibility" and word.startswith("claim")):
        return True
    listed = {after, hearing.word(index + 2)} if after == "," else {after}
    if word in NEVER_FINITE and (listed & {"and", "or"} or (index and hearing.tokens[index - 1].symbol == "d")):
        return True
    if hearing.word(index - 1) == "to" and hearing.word(index - 2) != "on":
        return True
    return (after == "by" and word.endswith("ed")) or (
        after == "to" and hearing.word(index + 2) in _INFINITIVES and word in _PASSIVE
    )


def _passive(tokens: list[Token], index: int) -> bool:
    """Whether a form of "be" stands before the verb: "are believed"; "has been saying" is active."""
    if not index or tokens[index - 1].word not in BE:
        return False
    perfect = index > 1 and tokens[index - 2].word in ("has", "have", "had")
    return not (perfect and tokens[index].word not in _PASSIVE)


def _quote_before(hearing: Hearing, index: int) -> bool:
    gap = hearing.text[hearing.tokens[index - 1].end : hearing.tokens[index].start] if index else '"'
    return '"' in gap


def _subject(hearing: Hearing, index: int) -> Attribution | None:
    """The subject of a verb of saying: the words right before it, or those before an apposition or an adverbial."""
    tokens = hearing.tokens
    phrase, start = _subject_phrase(tokens, index)
    if hearing.publisher and _ours(phrase):
        return Attribution(hearing.publisher, start, index, True, "our own work is the publisher's")
    phrase = _speaker_alone(tokens, index, phrase)
    spoken = bool(phrase) and phrase[-1].word in _PRONOUN
    if not phrase or (tokens[index].word in NEVER_FINITE and not spoken and not source_like(phrase)):
        return None
    if len(phrase) == 1 and phrase[0].word == "we":
        publisher = hearing.publisher
        return Attribution(publisher, start, index, True, "we are the publisher") if publisher else None
    name = hearing.name(phrase)
    if name is None:
        return None
    return Attribution(name + _whereabouts(hearing, name), start, index, True, f"subject of {tokens[index].word}")


def _whereabouts(hearing: Hearing, name: str) -> str:
    """The place at the head of a sentence, for an office told by a common noun alone: "In Belgorod, officials said"."""
    tokens = hearing.tokens
    comma = next((k for k, t in enumerate(tokens[:7]) if t.symbol == ","), 0)
    place = tokens[1:comma]
    dated = any(t.word in _NO_PLACE or t.symbol in "nN" for t in place)
    if not name.islower() or hearing.word(0) != "in" or dated or not any(is_named(t) for t in place):
        return ""
    return f" in {hearing.text[place[0].start : place[-1].end]}"


def _ours(phrase: list[Token]) -> bool:
    """Whether the subject is work of the publisher's own: "our analysis", "our calculations"."""
    words = [t.word for t in phrase]
    return "our" in words[:2] and bool(_OUR_WORK & set(words))


def _subject_phrase(tokens: list[Token], index: int) -> tuple[list[Token], int]:
    """The tokens of a verb's subject, and where they start."""
    index = before_relative_clause(tokens, index)
    segments = segments_before(tokens, index)
    phrase = bare_subject(segments[-1])
    start = index - len(segments[-1])
    if [t.word for t in phrase] in (["which"], ["who"]) and len(segments) > 1:
        before = segments[-2]
        cut = max((k for k, t in enumerate(before) if t.symbol in "IATO" or t.symbol == "K"), default=-1)
        return before[cut + 1 :], start
    if tells(phrase):
        return phrase, start
    return _before_apposition(tokens, index, segments, start)


def _before_apposition(
    tokens: list[Token], index: int, segments: list[list[Token]], start: int
) -> tuple[list[Token], int]:
    """The first stretch that can name a source, with the apposition behind it: "the governor, Ivan Bilyk, said"."""
    offset = index - sum(len(s) + 1 for s in segments) + 1
    for k, segment in enumerate(segments[:-1]):
        if (tells(segment) or _ours(segment)) and segment[0].symbol not in "IAc":
            behind = segments[k + 1] if k + 1 < len(segments) - 1 else []
            extra = behind if len(segment) + len(behind) < _MOST_WITH_APPOSITION else []
            extra = extra if not extra or extra[0].symbol != "q" else []
            return [*segment, *comma_before(tokens, extra), *extra], offset
        offset += len(segment) + 1
    return [], start


def _speaker_alone(tokens: list[Token], index: int, phrase: list[Token]) -> list[Token]:
    """The subject without what stands before it: a pronoun ("told the BBC they believed"), what a clause break parts
    off ("as Hamas say"), the speaker of a contact clause ("in an attack doctors say killed")."""
    if not phrase:
        return phrase
    if phrase[-1].word in _PRONOUN:
        return phrase[-1:]
    cut = max((k for k, t in enumerate(phrase) if t.word in _BREAKS and k + 1 < len(phrase)), default=-1)
    phrase = phrase[cut + 1 :]
    if tokens[index + 1 : index + 2] and tokens[index + 1].symbol in "VKWYLB":
        start = len(phrase)
        while start and (phrase[start - 1].word in NOUNS or is_named(phrase[start - 1])):
            start -= 1
        phrase = phrase[start:] or phrase
    return phrase
