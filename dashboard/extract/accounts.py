"""Sources told without a verb of saying: "according to X", "citing X", "by X's count", "a tally kept by X"."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dashboard.extract.attribution import Attribution, Hearing
from dashboard.extract.lexicon import sources, telling
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.naming import NOUNS
from dashboard.extract.scene import WEAPONS
from dashboard.extract.subjects import BE
from dashboard.extract.tokens import Token

_PASSIVE = frozenset(sources.PASSIVE_SAYING)
_GIVEN = frozenset(telling.GIVEN)
_RECKONING = frozenset(telling.RECKONING)
_PUT = frozenset("put placed set given estimated counted".split())
_COUNTS = frozenset(telling.COUNTS)
_FIGURES = _COUNTS | frozenset("figure assessment figures estimates data toll total list".split())
_ASSERTIONS = frozenset(telling.ASSERTIONS)
# How far before "by" the figures stand that a loss is put at.
_FURTHEST = 10
_UNITS = frozenset("day cent week month year capita hour head".split())
_THEIRS = frozenset("his her their its".split())
_PLACED = frozenset("in on at".split())
_OWNERS = frozenset("its their his her own".split())
_WHEN = frozenset([*MONTHS, *WEEKDAYS, *"on in late early earlier this last week month year today yesterday".split()])

_BLOWS = WEAPONS | frozenset(telling.EVENTS)
_WHEN_AND_WHERE = _WHEN | frozenset(sources.MEDIA) | frozenset(("a", "social", "media", "via"))


_SPEECHES = frozenset("statements statement remarks speech briefing address words".split())
# The words that may announce a source here.
TURNS = (
    _FIGURES
    | _SPEECHES
    | _RECKONING
    | _ASSERTIONS
    | frozenset("according citing quoting cited if reference per by on in to at".split())
)


def account(hearing: Hearing, index: int) -> Attribution | None:
    """The source that the word at `index` announces by a preposition or a noun of counting."""
    word, after = hearing.word(index), hearing.word(index + 1)
    if word == "according" and after == "to":
        return hearing.behind(index, index + 2, "according to")
    if word in ("citing", "quoting") or (
        word == "cited" and index and hearing.word(index - 1) not in BE and after not in _PLACED
    ):
        return hearing.behind(index, index + 1, "citing")
    if word == "if" and (end := _believed(hearing, index)) is not None:
        name = hearing.name(hearing.tokens[index + 1 : end])
        return Attribution(name, index, end + 3, index == 0, "if they are right") if name else None
    if word == "reference" and after == "to" and hearing.word(index - 1) in ("with", "in"):
        return hearing.behind(index, index + 2, "citing")
    if word == "per" and after not in _UNITS:
        return hearing.behind(index, index + 1, "per")
    if word == "by" and _work_by(hearing.tokens, index):
        return _author(hearing, index)
    if word == "by" and (_given_before(hearing.tokens, index) or _told_that(hearing, index)):
        return hearing.behind(index, index + 1, "by")
    if word == "to" and hearing.word(index - 1) == "attributed":
        return hearing.behind(index, index + 1, "attributed to")
    if word == "from" and _indicating(hearing, index):
        found = hearing.behind(index, index + 1, "figures that show")
        return replace(found, leads=True) if found else None
    if word in _SPEECHES and hearing.tokens[-1].symbol == ":" and hearing.tokens[index - 1].possessive:
        name = hearing.name(hearing.tokens[index - 1 : index])
        return Attribution(name, index - 1, index, True, "whose words follow") if name else None
    if word == "at" and (begin := _beside_putting(hearing, index)) is not None:
        name = hearing.name(hearing.tokens[begin:index])
        return Attribution(name, begin, index, True, "who puts it at") if name else None
    if word == "to" and _known_to(hearing, index):
        return hearing.behind(index, index + 1, "known to")
    return _counted(hearing, index)


def _believed(hearing: Hearing, index: int) -> int | None:
    """Where "is to be believed" begins behind "if", "are right", "is correct"; None where it does not."""
    for k in range(index + 2, min(len(hearing.tokens), index + _FURTHEST)):
        if hearing.tokens[k].symbol in ",;:.NS":
            return None
        if hearing.word(k) in ("is", "are"):
            behind = [t.word for t in hearing.tokens[k + 1 : k + 4]]
            right = behind == ["to", "be", "believed"] or behind[:1] in (["right"], ["correct"], ["accurate"])
            return k if right else None
    return None


def _indicating(hearing: Hearing, index: int) -> bool:
    """Whether "from" tells whose figures show what follows: "data from the General Staff indicating that"."""
    shown = any(t.word in ("indicating", "showing", "suggesting") for t in hearing.tokens[index + 2 : index + 9])
    return shown and hearing.word(index - 1) in _FIGURES


def _beside_putting(hearing: Hearing, index: int) -> int | None:
    """Where the office begins that puts a loss at another figure, its verb left out: "the UK put it at 900, and the spy
    agency at 700"; None where no office does."""
    tokens = hearing.tokens
    put = next((k for k in range(index - 1, -1, -1) if tokens[k].word in ("put", "puts", "putting")), None)
    if (
        put is None
        or hearing.symbols(index + 1, index + 2) != "N"
        or not any(t.symbol == "N" for t in tokens[put:index])
    ):
        return None
    begin = next(
        (k + 1 for k in range(index - 1, put, -1) if tokens[k].symbol in ",J;" or tokens[k].word == "with"), put
    )
    office = tokens[begin:index]
    told = put < begin < index and bool(NOUNS & {t.word for t in office}) and not office[-1].possessive
    return begin if told and not any(t.symbol in "XKLYV" for t in office) else None


def _known_to(hearing: Hearing, index: int) -> bool:
    """Whether "to" tells who knows those counted: "the names of 900 soldiers are known to a monitor"."""
    known = hearing.word(index - 1) == "known" and hearing.word(index - 2) in BE
    return known and hearing.symbols(index + 1, index + 2) not in ("b", "B", "v") and hearing.word(index + 1) != "have"


def _work_by(tokens: list[Token], index: int) -> bool:
    """Whether "by" stands behind a piece of work that counts: "an investigation by X has found", "says a report by"."""
    if index < 2 or tokens[index - 1].word not in _WORKS:
        return False
    before = [t.word for t in tokens[max(0, index - 4) : index - 1]]
    noted = any(t.word == "it" and after.word in BE for t, after in itertools.pairwise(tokens[index : index + 14]))
    named = bool({"a", "an", "the", "new", "joint"} & set(before))
    return named and not noted and not {"according", "citing"} & set(before)


def _author(hearing: Hearing, index: int) -> Attribution | None:
    """Whose work it is, named behind "by" up to the verb that tells what the work does."""
    found = hearing.behind(index, index + 1, "whose work it is")
    if found is None:
        return None
    tokens = hearing.tokens
    verb = next((k for k in range(index + 2, found.end + 1) if _finite(tokens, k)), None)
    name = hearing.name(tokens[index + 1 : verb]) if verb else found.name
    led = any(t.symbol == "N" for t in tokens[found.end :])
    return replace(found, name=name, leads=led) if name else None


def _finite(tokens: list[Token], k: int) -> bool:
    """Whether a small word behind a name is its verb by its ending: "the Havel Institute covers"."""
    small = tokens[k].symbol == "w" and not tokens[k].capital and tokens[k].word not in NOUNS
    return small and tokens[k - 1].capital and tokens[k].word.endswith(("s", "ed"))


_WORKS = frozenset("investigation study analysis survey research report review project".split())


def _told_that(hearing: Hearing, index: int) -> bool:
    """Whether somebody was told by those behind "by" that something is so: "were briefed by officials that"."""
    behind = hearing.tokens[index + 1 : index + _FURTHEST]
    that = next((k for k, t in enumerate(behind) if t.word == "that" or t.symbol in ",;:.N"), None)
    return hearing.word(index - 1) in _HEARING and that is not None and behind[that].word == "that"


_HEARING = frozenset("briefed informed told warned".split())


def _counted(hearing: Hearing, index: int) -> Attribution | None:
    """The owner of a count: "Moscow's own count of 5,937", "by Kyiv's reckoning", "by the count of a monitor"."""
    tokens, word, after = hearing.tokens, hearing.word(index), hearing.word(index + 1)
    if _gives_count(hearing, index) and (begin := _owner(tokens, index)) is not None:
        whose = next((k for k in range(begin, index) if tokens[k].word in (",", "whose")), None)
        owned = whose - 1 if whose else max((k for k in range(begin, index) if tokens[k].possessive), default=begin)
        name = hearing.name(tokens[begin : owned + 1])
        return Attribution(name, begin, index, True, "its count of") if name else None
    if (
        _gives_count(hearing, index)
        and "our" in {t.word for t in tokens[max(0, index - 3) : index]}
        and hearing.publisher
        and not hearing.quoted(index)
    ):
        return Attribution(hearing.publisher, index - 1, index, True, "our own work is the publisher's")
    if word in _RECKONING and after in ("from", "by") and _states(tokens, index):
        found = hearing.behind(index, index + 2, "the figures of")
        return replace(found, leads=True) if found else None
    if word not in ("by", "on", "in"):
        return None
    if (noun := _count_of(hearing, index)) is not None:
        found = hearing.behind(index, noun + 2, "by the count of")
        return replace(found, leads=found.leads or _indicating(hearing, noun + 1)) if found else None
    if (stop := _reckoned(tokens, index)) is None:
        return None
    name = _ours(hearing, index + 1, stop) or hearing.name(tokens[index + 1 : stop])
    return Attribution(name, index, stop, index < 2, "by its count") if name else None


def _gives_count(hearing: Hearing, index: int) -> bool:
    """Whether a noun of counting is told with its number: "count of 500", "the official figure is 500"."""
    if index + 1 >= len(hearing.tokens):
        return False
    after = hearing.tokens[index + 1]
    if hearing.word(index) in _COUNTS and after.word == "of":
        return True
    if hearing.word(index) in _ASSERTIONS and "that" in (after.word, hearing.word(index + 3)):
        return True
    holds = hearing.symbols(index + 1, index + 3) == "bN"
    verb = _verb_behind(hearing, index).symbol in "BM"
    return hearing.word(index) in _FIGURES and (after.word == "that" or verb or holds)


def _verb_behind(hearing: Hearing, index: int) -> Token:
    """The verb behind a noun of counting, or the word where none may follow: "its figure for Russian losses hit"."""
    behind = hearing.tokens[index + 1 : index + 7]
    closing = next((k for k, t in enumerate(behind[1:], 1) if t.symbol == ","), 0)
    parted = any(t.symbol == "N" or (t.symbol == "S" and t.word not in _GIVEN) for t in behind[:closing])
    if behind[0].symbol == "," and closing and not parted:
        behind = hearing.tokens[index + closing + 2 : index + closing + 8] or behind
    if behind[0].word not in ("for", "of", "on"):
        return behind[0]
    return next((t for t in behind if t.symbol in "BMSN,.:;c"), behind[0])


def _states(tokens: list[Token], index: int) -> bool:
    """Whether figures of somebody are the subject that is, or comes to, a number: "estimates from the UN would be"."""
    verb = next((t for t in tokens[index + 3 : index + 12] if t.symbol in "BMbN,"), None)
    return verb is not None and verb.symbol in "BMb"


def _ours(hearing: Hearing, begin: int, end: int) -> str | None:
    """The publisher, whose count "our count" is."""
    return hearing.publisher if "our" in {t.word for t in hearing.tokens[begin:end]} else None


def _count_of(hearing: Hearing, index: int) -> int | None:
    """Where the noun of "by the count of", "in the words of" stands, if a source may follow it."""
    noun = index + 1 + (hearing.word(index + 1) in ("the", "a", "an"))
    told = hearing.word(noun) in _RECKONING and hearing.word(noun + 1) in ("of", "by", "from")
    return noun if told else None


def _given_before(tokens: list[Token], index: int) -> bool:
    """Whether "by" follows a word of saying, with no more than a date between: "published on Saturday by"; an attack
    claimed by somebody is none."""
    k = index - 1
    while k > max(0, index - 8) and (tokens[k].word in _WHEN_AND_WHERE or tokens[k].symbol == "n"):
        k -= 1
    if k >= 0 and tokens[k].word == "claimed" and {t.word for t in tokens[max(0, k - 4) : k]} & _BLOWS:
        return False
    if k >= 0 and tokens[k].symbol in "NxPXKC":
        return _estimated_at(tokens, k)
    if k >= 0 and tokens[k].word == "out":
        return tokens[k - 1].word in ("put", "given")
    return k >= 0 and tokens[k].word in _PASSIVE | _GIVEN


def _estimated_at(tokens: list[Token], k: int) -> bool:
    """Whether a figure that stands before "by" is what a loss is put at: "estimated at 500 by the ministry"."""
    for figure in range(k, max(0, k - _FURTHEST), -1):
        if tokens[figure].symbol in "SBc.;":
            return False
        if tokens[figure].symbol == "N" and tokens[figure - 1].word in ("at", "as", "to"):
            return bool((_PASSIVE | _GIVEN | _PUT) & {t.word for t in tokens[max(0, figure - 3) : figure]})
    return False


def _reckoned(tokens: list[Token], index: int) -> int | None:
    """Where "by X's count" ends: the position of the noun of counting behind a possessive."""
    for k in range(index + 1, min(len(tokens), index + 8)):
        if tokens[k].word in _RECKONING:
            owned = any(t.possessive or t.word in _OWNERS or t.word == "our" for t in tokens[index + 1 : k])
            national = getattr(tokens[k - 1].data, "form", None) == "adjective"
            return k if owned or national else None
        if tokens[k].symbol in ",;:.NnKVLY":
            return None
    return None


def _named_from(tokens: list[Token], k: int) -> int:
    """Where the name begins that ends in an owner, by its sides and capitals: "US officials' estimate"."""
    while k and (tokens[k - 1].symbol in "DG" or (tokens[k - 1].capital and tokens[k - 1].symbol == "w")):
        k -= 1
    return k


def _before_whose(tokens: list[Token], k: int) -> int | None:
    """Where the name begins whose count it is: "Moscow, whose own last count was 5,937"."""
    end = k - (tokens[k - 1].symbol == ",")
    begin = end
    while begin and (tokens[begin - 1].symbol in "DGP" or tokens[begin - 1].word in NOUNS or tokens[begin - 1].capital):
        begin -= 1
    return begin if begin < end else None


def _owner(tokens: list[Token], index: int) -> int | None:
    """Where the owner of a count stands: "Moscow's own count of 5,937"; None where nobody owns it."""
    for k in range(index - 1, max(-1, index - 5), -1):
        if tokens[k].word == "whose":
            return _before_whose(tokens, k)
        if tokens[k].word in _THEIRS and tokens[index].word not in ("toll", "total"):
            return k
        if tokens[k].possessive:
            if tokens[k].symbol == "D":
                return k
            return next((j for j in range(k, max(-1, k - 4), -1) if tokens[j].symbol in "dI,"), _named_from(tokens, k))
        if tokens[k].symbol not in "wa":
            return None
    return None
