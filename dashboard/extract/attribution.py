"""Who says what in a sentence: each attribution with its name and the stretch of the sentence it covers."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.extract.lexicon import sources
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.speakers import Memory, Registry, is_known, is_outlet, name_of, remember
from dashboard.extract.tokens import Side, Token

_SAY = frozenset(sources.SAY_VERBS)
_NEVER_FINITE = frozenset(
    """
        claim claims record records documents report reports estimate estimates counts count releases post
        posts figures tally states state
    """.split()
)
_PASSIVE = frozenset(sources.PASSIVE_SAYING)
_NOUNS = frozenset(sources.SOURCE_NOUNS)
_PRONOUNS = frozenset(sources.PRONOUNS)
_STOP = frozenset("that but while whereas although because if so and or".split())
_BE = frozenset("was were is are been being be".split())
_MOST = 14
_FURTHEST = 40
_DATES = frozenset([*MONTHS, *WEEKDAYS])
_PARTICIPLES = frozenset("adding saying claiming stating noting insisting reporting".split())
_PERSON = frozenset(
    """
        president minister spokesman spokeswoman spokesperson general admiral colonel chief secretary adviser
        advisor commander governor mayor ambassador leader
    """.split()
)


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
    for index, _token in enumerate(tokens):
        if index <= taken:
            continue
        found = _at(tokens, index, text, registry, memory, publisher)
        if found:
            out.append(found)
            taken = max(index, found.end if not found.leads else index)
            words = {p for t in tokens[found.start : found.end + 1] for p in t.word.split()}
            person = bool(words & _PERSON) or _looks_like_person(tokens[found.start : found.end + 1])
            remember(memory, found.name, person=person)
    out += _by_form(tokens, text, registry, memory, headline=headline, known=out)
    return sorted(out, key=lambda a: a.start)


def _looks_like_person(phrase: list[Token]) -> bool:
    """Whether a phrase ends in two capitalised plain words, or in one after a source noun."""
    plain = [t for t in phrase if t.symbol == "w"]
    return (
        len(plain) >= 2
        and plain[-1].capital
        and plain[-2].capital
        and not any(p in _NOUNS for p in plain[-1].word.split())
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
    if (
        word == "by"
        and index
        and tokens[index - 1].word
        in _PASSIVE
        | {
            "released",
            "published",
            "issued",
            "compiled",
            "reported",
            "given",
            "provided",
            "verified",
            "cited",
            "counted",
            "tallied",
        }
    ):
        return _right(tokens, index, index + 1, text, registry, memory, "by")
    if word not in _SAY:
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
        "told",
        "added",
        "according",
        "announced",
        "confirmed",
        "estimates",
        "estimated",
    ):
        return _right(tokens, index, index + 1, text, registry, memory, "said by", stop_at_prepositions=True)
    return None


def _quote_before(text: str, tokens: list[Token], index: int) -> bool:
    return '"' in text[tokens[index - 1].end : tokens[index].start] if index else True


def _left(
    tokens: list[Token], index: int, text: str, registry: Registry, memory: Memory, publisher: str | None
) -> Attribution | None:
    """The subject of a verb of saying: the words right before it, or those before an apposition or an adverbial."""
    segments = _segments(tokens, index)
    phrase = _subject(segments[-1])
    start = index - len(segments[-1])
    if [t.word for t in phrase] in (["which"], ["who"]) and len(segments) > 1:
        before = segments[-2]
        cut = max((k for k, t in enumerate(before) if t.symbol in "IATO" or t.symbol == "K"), default=-1)
        phrase = before[cut + 1 :]
    elif not _tells(phrase):
        offset = index - sum(len(s) + 1 for s in segments) + 1
        phrase = []
        for k, segment in enumerate(segments[:-1]):
            if _tells(segment) and segment[0].symbol not in "IAc":
                extra = segments[k + 1] if k + 1 < len(segments) - 1 and len(segment) + len(segments[k + 1]) < 8 else []
                phrase, start = [*segment, *_comma(tokens, extra), *extra], offset
                break
            offset += len(segment) + 1
    if not phrase or (tokens[index].word in _NEVER_FINITE and not _source_like(phrase)):
        return None
    if len(phrase) == 1 and phrase[0].word == "we":
        return Attribution(publisher, start, index, True, "we are the publisher") if publisher else None
    name = name_of(phrase, text, registry, memory)
    return Attribution(name, start, index, True, f"subject of {tokens[index].word}") if name else None


def _comma(tokens: list[Token], after: list[Token]) -> list[Token]:
    """The comma right before some tokens, if any."""
    return [t for t in tokens if after and t.symbol == "," and 0 <= after[0].start - t.end <= 2][:1]


def _segments(tokens: list[Token], index: int) -> list[list[Token]]:
    """The stretches between commas from the start of the clause to a verb, in order; the last may be empty."""
    out: list[list[Token]] = [[]]
    k = index - 1
    while k >= 0 and index - k < _FURTHEST and len(out) < 6:
        token = tokens[k]
        crossed = len(out) > 1
        if token.symbol in ";:.(" or token.word in ("according", "citing"):
            break
        if token.symbol in "NnKLYWV" and not _ordinal(token):
            break
        if token.symbol == ")":
            k = next((j for j in range(k, max(-1, k - 8), -1) if tokens[j].symbol == "("), 0) - 1
            continue
        if (
            token.word in _STOP
            and not _inside_name(tokens, k)
            and not (crossed and token.word in ("that", "and", "or"))
        ):
            break
        if token.word in _SAY and token.word not in _NEVER_FINITE:
            break
        if token.symbol == ",":
            out.append([])
        else:
            out[-1].append(token)
        k -= 1
    return [segment[::-1] for segment in out[::-1]]


def _enemy(token: Token) -> bool:
    """Whether a word is one by which a party calls its adversary."""
    return isinstance(token.data, Side) and token.data.form == "enemy"


def _tells(phrase: list[Token]) -> bool:
    """Whether a phrase can name a source: a source noun, a side, a capital that is no date, or a pronoun."""
    return any(
        t.word in _PRONOUNS
        or any(p in _NOUNS for p in t.word.split())
        or t.symbol in "DG"
        or (t.capital and t.word not in _DATES)
        for t in phrase
    )


def _ordinal(token: Token) -> bool:
    """Whether a number belongs to a name, as in the 3rd Assault Brigade."""
    return (token.symbol == "n" and token.data.reason.startswith("an ordinal")) or (
        token.symbol == "N" and token.data.word and token.data.size <= 3
    )


def _inside_name(tokens: list[Token], index: int) -> bool:
    """Whether "and" stands between two parts of one source ("US and Western officials")."""
    return (
        tokens[index].word == "and"
        and index + 1 < len(tokens)
        and index > 0
        and (tokens[index - 1].symbol in "DG" or tokens[index - 1].capital)
        and (tokens[index + 1].symbol in "DG" or tokens[index + 1].capital)
    )


def _subject(phrase: list[Token]) -> list[Token]:
    """The noun phrase without auxiliaries, adverbs and time words at its end, and without an opening adverbial."""
    words = list(phrase)
    while words and (
        words[-1].symbol in "Bac-"
        or words[-1].word in _DAYS
        or (words[-1].word.endswith("ly") and not words[-1].capital)
    ):
        words.pop()
    if words and words[-1].symbol == ",":
        words.pop()
    commas = [k for k, t in enumerate(words) if t.symbol == ","]
    if commas and words[0].symbol in "IA" and words[0].word not in ("of",):
        words = words[commas[0] + 1 :]
    return words


_DAYS = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday on in today yesterday earlier later also then
        recently previously has have had
    """.split()
)


def _source_like(phrase: list[Token]) -> bool:
    """Whether a phrase holds a source noun, a side or a capital."""
    return any(p in _NOUNS for t in phrase for p in t.word.split()) or any(
        t.symbol in "DG" or t.capital for t in phrase
    )


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
        if token.symbol == "-" and end > begin:
            break
        if stop_at_prepositions and token.symbol in "IA" and end > begin:
            break
        end += 1
    phrase = tokens[begin:end]
    if (
        end < len(tokens)
        and tokens[end].symbol == ","
        and end + 1 < len(tokens)
        and not any(t.symbol == "w" and t.capital for t in phrase)
    ):
        extra = [t for t in tokens[end + 1 : end + 4] if t.capital and t.symbol == "w"]
        phrase = phrase + ([] if len(extra) < 2 else [])
    name = name_of(phrase, text, registry, memory)
    return Attribution(name, index, max(index, end - 1), False, how) if name else None


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
        and _source_like(tokens[:colon])
        and any(p in _NOUNS for t in tokens[:colon] for p in t.word.split())
    ):
        name = name_of(tokens[:colon], text, registry, memory)
        if name:
            out.append(Attribution(name, 0, colon, True, "before a colon"))
    elif (
        colon and not known and (name := name_of(tokens[:colon], text, registry, Memory())) and is_known(name, registry)
    ):
        out.append(Attribution(name, 0, colon, True, "before a colon"))
    elif colon == 1 and not known and tokens[0].symbol == "D" and any(_enemy(t) for t in tokens):
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
            and (any(p in _NOUNS for t in phrase for p in t.word.split()) or len(phrase) <= 3)
        ):
            name = name_of(phrase, text, registry, memory)
            if name:
                out.append(Attribution(name, dash + 1, len(tokens) - 1, False, "after a dash"))
    for attribution in out:
        remember(memory, attribution.name, person=False)
    return out


def attribution_for(
    index: int, tokens: list[Token], found: list[Attribution]
) -> tuple[Attribution | None, Attribution | None]:
    """The attribution that covers the figure at a token, and the one who passed it on; (None, None) without any."""
    leading = [a for a in found if a.leads and a.end < index]
    trailing = [a for a in found if not a.leads and a.start > index] + [
        a for a in found if a.leads and a.start > index and _trails(tokens, a)
    ]
    trailing.sort(key=lambda a: a.start)
    inner = [a for a in found if not a.leads and a.end < index]
    chosen: Attribution | None = None
    if trailing and not _parted(tokens, index, trailing[0].start):
        chosen = trailing[0]
    lead = leading[-1] if leading else None
    if (
        lead
        and not _broken(tokens, lead.end, index)
        and (chosen is None or chosen.how in ("subject of told",) or lead.how != "before a colon")
    ):
        if chosen is None or chosen.leads or is_outlet(chosen.name):
            chosen, other = lead, chosen
        else:
            other = lead
        return chosen, (other if other is not None and other.name != chosen.name else None)
    if chosen is None and inner and not _broken(tokens, inner[-1].end, index):
        chosen = inner[-1]
    return chosen, None


def _trails(tokens: list[Token], attribution: Attribution) -> bool:
    """Whether "X said" comes after what it says: a comma stands before it and the sentence ends soon after."""
    before = attribution.start - 1
    return before >= 0 and (
        tokens[before].symbol in ",." or tokens[before].word in ("and",) or tokens[before].symbol == "-"
    )


def _parted(tokens: list[Token], index: int, start: int) -> bool:
    """Whether a break lies between a figure and an attribution behind it."""
    return any(
        t.symbol == ";" or t.word in ("but", "while", "whereas", "although", "though") for t in tokens[index:start]
    )


def _broken(tokens: list[Token], end: int, index: int) -> bool:
    """Whether what a source says ends before the figure."""
    between = tokens[end + 1 : index]
    return any(
        t.symbol == ";" or (t.word in ("but", "while", "whereas", "although", "though", "compared")) for t in between
    )
