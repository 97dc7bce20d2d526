"""Who says what in a sentence: each attribution with its name and the stretch of the sentence it covers."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.extract.lexicon import sources
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.scene import sufferer
from dashboard.extract.speakers import Memory, is_known, name_of, remember
from dashboard.extract.subjects import (
    NEVER_FINITE,
    NOUNS,
    SAY,
    bare_subject,
    comma_before,
    names_enemy,
    segments_before,
    source_like,
    tells,
)
from dashboard.extract.tokens import Token

_PASSIVE = frozenset(sources.PASSIVE_SAYING)


_GIVEN = frozenset(
    """
        released published issued compiled reported given provided verified cited counted tallied announced shared
        posted stated quoted seen reviewed obtained made collated gathered kept prepared drawn told claimed put out
        disclosed revealed maintained produced conducted
    """.split()
)


_RECKONING = frozenset("count reckoning estimate estimates tally calculations account figures estimation data".split())


_COUNTS = frozenset("count reckoning estimate tally claim claims estimation".split())


_BE = frozenset("was were is are been being be".split())


_PRONOUN = frozenset("he she it they we".split())


_BREAKS = frozenset("as when after where since if because than which".split())


_OWNERS = frozenset("its their his her own".split())


_WHEN = frozenset([*MONTHS, *WEEKDAYS, *"on in late early earlier this last week month year today yesterday".split()])


_LABELS = frozenset("briefing update updates live news digest analysis report video watch war latest explainer".split())


_MOST = 14


_PARTICIPLES = frozenset(
    "adding putting giving citing warning saying claiming stating noting insisting reporting".split()
)


_PERSON = frozenset(
    """
        president minister spokesman spokeswoman spokesperson general admiral colonel chief secretary adviser
        advisor commander governor mayor ambassador leader
    """.split()
)


# The words on which an attribution can turn: all that `_at` looks for.
_TURNS = SAY | _COUNTS | frozenset("according citing quoting cited per by on in".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source by name: token positions of its phrase and of its verb, and whether it precedes what it says."""

    name: str
    start: int
    end: int
    leads: bool
    how: str
    relayed: bool = False


def attributions(
    tokens: list[Token], text: str, registry: Registry, memory: Memory, publisher: str | None, *, headline: bool
) -> list[Attribution]:
    """The attributions of a sentence in order; the names are remembered for later sentences."""
    out: list[Attribution] = []
    taken = -1
    for index, token in enumerate(tokens):
        if index <= taken or token.word not in _TURNS:
            continue
        found = _at(tokens, index, text, registry, memory, publisher)
        if found:
            out.append(found)
            taken = max(index, found.end if not found.leads else index)
            words = {p for t in tokens[found.start : found.end + 1] for p in t.word.split()}
            person = bool(words & _PERSON) or _looks_like_person(tokens[found.start : found.end + 1])
            person = person or found.name in registry.persons
            remember(memory, found.name, person=person, words=frozenset(words))
    out += _by_form(tokens, text, registry, memory, headline=headline, known=out)
    return sorted(out, key=lambda a: a.start)


def _looks_like_person(phrase: list[Token]) -> bool:
    """Whether a phrase ends in two capitalised plain words, or in one after a source noun."""
    plain = [t for t in phrase if t.symbol == "w"]
    return (
        len(plain) >= 2
        and plain[-1].capital
        and plain[-2].capital
        and not any(p in NOUNS for p in plain[-1].word.split())
    )


def _at(
    tokens: list[Token], index: int, text: str, registry: Registry, memory: Memory, publisher: str | None
) -> Attribution | None:
    """The attribution that turns on the word at `index`, None where there is none."""
    word = tokens[index].word
    after = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if word == "according" and after == "to":
        return _right(tokens, index, index + 2, text, registry, memory, "according to")
    if word in ("citing", "quoting") or (word == "cited" and index and tokens[index - 1].word not in _BE):
        return _right(tokens, index, index + 1, text, registry, memory, "citing")
    if word == "per" and after not in ("day", "cent", "week", "month", "year", "capita"):
        return _right(tokens, index, index + 1, text, registry, memory, "per")
    if word == "by" and _given_before(tokens, index):
        return _right(tokens, index, index + 1, text, registry, memory, "by")
    if word in _COUNTS and after == "of" and (begin := _owner(tokens, index)) is not None:
        name = name_of(tokens[begin:index], text, registry, memory)
        return Attribution(name, begin, index, True, "its count of") if name else None
    if word in ("by", "on", "in") and (end := _reckoned(tokens, index)):
        name = name_of(tokens[index + 1 : end], text, registry, memory)
        return Attribution(name, index, end, index < 2, "by its count") if name else None
    if (word, after) == ("wrote", "off") or (after == "responsibility" and word.startswith("claim")):
        return None
    if word not in SAY or (after == "by" and word.endswith("ed")):
        return None
    if (
        index
        and tokens[index - 1].word in _BE
        and not (index > 1 and tokens[index - 2].word in ("has", "have", "had") and word not in _PASSIVE)
    ):
        return None
    if {"not", "cannot", "unable", "independently"} & {t.word for t in tokens[max(0, index - 3) : index]}:
        return None
    if word in _PARTICIPLES and index and tokens[index - 1].symbol == "," and memory.names and index > 4:
        return Attribution(memory.names[-1], index, index, True, f"subject of {word}") if memory.names else None
    left = _left(tokens, index, text, registry, memory, publisher)
    if left:
        return left
    if index and tokens[index - 1].symbol not in ",-." and not _quote_before(text, tokens, index):
        return None
    if word in (
        "said",
        "says",
        "say",
        "claimed",
        "claims",
        "reported",
        "reports",
        "added",
        "according",
        "announced",
        "confirmed",
        "estimates",
        "estimated",
        "wrote",
        "writes",
        "confirms",
        "announces",
        "finds",
        "reveals",
        "shows",
    ):
        return _right(tokens, index, index + 1, text, registry, memory, "said by", stop_at_prepositions=True)
    return None


def _given_before(tokens: list[Token], index: int) -> bool:
    """Whether "by" follows a word of saying, with no more than a date between: "published on Saturday by"."""
    k = index - 1
    while k > max(0, index - 6) and (tokens[k].word in _WHEN or tokens[k].symbol == "n"):
        k -= 1
    return k >= 0 and tokens[k].word in _PASSIVE | _GIVEN


def _reckoned(tokens: list[Token], index: int) -> int | None:
    """Where "by X's count" ends: the position of the noun of counting behind a possessive."""
    for k in range(index + 1, min(len(tokens), index + 8)):
        if tokens[k].word in _RECKONING:
            owned = any(t.possessive or t.word in _OWNERS for t in tokens[index + 1 : k])
            return k if owned else None
        if tokens[k].symbol in ",;:.NnKVLY":
            return None
    return None


def _owner(tokens: list[Token], index: int) -> int | None:
    """Where the owner of a count stands: "Moscow's own count of 5,937"; None where nobody owns it."""
    for k in range(index - 1, max(-1, index - 5), -1):
        if tokens[k].possessive:
            return next((j for j in range(k, max(-1, k - 4), -1) if tokens[j].symbol in "dI,"), k)
        if tokens[k].symbol not in "wa":
            return None
    return None


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
        while start and (
            phrase[start - 1].word in NOUNS or phrase[start - 1].capital or phrase[start - 1].symbol in "DG"
        ):
            start -= 1
        phrase = phrase[start:] or phrase
    return phrase


def _quote_before(text: str, tokens: list[Token], index: int) -> bool:
    return '"' in text[tokens[index - 1].end : tokens[index].start] if index else True


def _left(
    tokens: list[Token], index: int, text: str, registry: Registry, memory: Memory, publisher: str | None
) -> Attribution | None:
    """The subject of a verb of saying: the words right before it, or those before an apposition or an adverbial."""
    segments = segments_before(tokens, index)
    phrase = bare_subject(segments[-1])
    start = index - len(segments[-1])
    if [t.word for t in phrase] in (["which"], ["who"]) and len(segments) > 1:
        before = segments[-2]
        cut = max((k for k, t in enumerate(before) if t.symbol in "IATO" or t.symbol == "K"), default=-1)
        phrase = before[cut + 1 :]
    elif not tells(phrase):
        offset = index - sum(len(s) + 1 for s in segments) + 1
        phrase = []
        for k, segment in enumerate(segments[:-1]):
            if tells(segment) and segment[0].symbol not in "IAc":
                extra = (
                    segments[k + 1] if k + 1 < len(segments) - 1 and len(segment) + len(segments[k + 1]) < 10 else []
                )
                extra = extra if not extra or extra[0].symbol != "q" else []
                phrase, start = [*segment, *comma_before(tokens, extra), *extra], offset
                break
            offset += len(segment) + 1
    phrase = _speaker_alone(tokens, index, phrase)
    spoken = bool(phrase) and phrase[-1].word in _PRONOUN
    if not phrase or (tokens[index].word in NEVER_FINITE and not spoken and not source_like(phrase)):
        return None
    if len(phrase) == 1 and phrase[0].word == "we":
        return Attribution(publisher, start, index, True, "we are the publisher") if publisher else None
    name = name_of(phrase, text, registry, memory)
    return Attribution(name, start, index, True, f"subject of {tokens[index].word}") if name else None


def _right(
    tokens: list[Token],
    index: int,
    begin: int,
    text: str,
    registry: Registry,
    memory: Memory,
    how: str,
    *,
    stop_at_prepositions: bool = False,
) -> Attribution | None:
    """The noun phrase after a word such as "according to"."""
    end = begin
    while end < len(tokens) and end - begin < _MOST:
        token = tokens[end]
        if token.symbol in ",;:.()nNqKLYV" or token.word in (
            "that",
            "which",
            "who",
            "said",
            "says",
            "but",
            "while",
            "has",
            "have",
            "was",
            "were",
        ):
            break
        if end > begin and (token.symbol == "-" or (token.symbol == "S" and token.word not in NOUNS | NEVER_FINITE)):
            break
        if stop_at_prepositions and token.symbol in "IA" and end > begin:
            break
        end += 1
    phrase = tokens[begin:end]
    name = name_of(phrase, text, registry, memory)
    return Attribution(name, index, max(index, end - 1), False, how) if name else None


def _speaks_of_other(tokens: list[Token], registry: Registry) -> bool:
    """Whether a country before a colon tells of another's losses, rather than being the place of the news."""
    if any(names_enemy(t) for t in tokens):
        return True
    loser = sufferer(tokens[2:], registry)
    return loser is not None and loser != side_of(tokens[0], registry)


def _by_form(
    tokens: list[Token], text: str, registry: Registry, memory: Memory, *, headline: bool, known: list[Attribution]
) -> list[Attribution]:
    """Sources set off by a colon or a dash, as headlines do: "Ministry: 500 killed", "315K casualties - Congress
    source"."""
    out: list[Attribution] = []
    colon = next((k for k, t in enumerate(tokens[:8]) if t.symbol == ":"), None)
    if (
        colon
        and not known
        and source_like(tokens[:colon])
        and any(p in NOUNS for t in tokens[:colon] for p in t.word.split())
        and tokens[colon - 1].word not in _LABELS
    ):
        name = name_of(tokens[:colon], text, registry, memory)
        if name:
            out.append(Attribution(name, 0, colon, True, "before a colon"))
    elif (
        colon and not known and (name := name_of(tokens[:colon], text, registry, Memory())) and is_known(name, registry)
    ):
        out.append(Attribution(name, 0, colon, True, "before a colon"))
    elif colon == 1 and not known and tokens[0].symbol == "D" and _speaks_of_other(tokens, registry):
        name = name_of(tokens[:1], text, registry, memory)
        out += [Attribution(name, 0, 1, True, "before a colon")] if name else []
    dash = next(
        (
            k
            for k in range(len(tokens) - 1, max(-1, len(tokens) - 8), -1)
            if tokens[k].symbol == "-" or (tokens[k].symbol == ":" and k > len(tokens) - 6)
        ),
        None,
    )
    if dash is not None and dash > 2 and dash + 1 < len(tokens) and not known and not out:
        phrase = tokens[dash + 1 :]
        spaced = text[tokens[dash].start - 1] == " " or tokens[dash].symbol == ":"
        if (
            spaced
            and not any(t.symbol in "NnKLYX" for t in phrase)
            and (any(p in NOUNS for t in phrase for p in t.word.split()) or len(phrase) <= 3)
        ):
            name = name_of(phrase, text, registry, memory)
            if name:
                out.append(Attribution(name, dash + 1, len(tokens) - 1, False, "after a dash"))
    if not known and not out and tokens and tokens[-1].symbol == ")":
        out += _in_brackets(tokens, text, registry)
    for attribution in out:
        remember(memory, attribution.name, person=False)
    return out


def _in_brackets(tokens: list[Token], text: str, registry: Registry) -> list[Attribution]:
    """A registered source in brackets at the end of a headline: "790,000 killed or wounded (UK MoD)"."""
    opening = next((k for k in range(len(tokens) - 2, max(-1, len(tokens) - 10), -1) if tokens[k].symbol == "("), None)
    if opening is None:
        return []
    name = name_of(tokens[opening + 1 : -1], text, registry, Memory())
    known = name is not None and is_known(name, registry)
    return [Attribution(name, opening, len(tokens) - 1, False, "in brackets")] if name and known else []
