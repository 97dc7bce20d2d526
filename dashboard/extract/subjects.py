"""The noun phrases around a verb of saying: its subject, cut into stretches between commas."""

from __future__ import annotations

from dashboard.extract.lexicon import sources
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.lexicon.places import COUNTRY_OF_PLACE
from dashboard.extract.naming import NOUNS, SPEAKING
from dashboard.extract.tokens import Side, Token

SAY = frozenset(sources.SAY_VERBS)


NEVER_FINITE = frozenset(
    """
        claim claims record records documents report reports estimate estimates counts count releases post
        posts figures tally states state lists list tweets note highlight highlights remark mention
    """.split()
)


_OWNING = frozenset(sources.OWNING)


_PRONOUNS = frozenset(sources.PRONOUNS)


BE = frozenset("was were is are been being be".split())


_STOP = frozenset("that but while whereas although because if so and or".split())


_DATELINE = 3
_FURTHEST = 40


# Who count beside an outlet or a project: "Mediazona and volunteers".
_HELPERS = frozenset("volunteers activists researchers partners".split())
_DATES = frozenset([*MONTHS, *WEEKDAYS])
_AT = frozenset("on in late early".split())


def comma_before(tokens: list[Token], after: list[Token]) -> list[Token]:
    """The comma right before some tokens, if any."""
    return [t for t in tokens if after and t.symbol == "," and 0 <= after[0].start - t.end <= 2][:1]


def _dateline(tokens: list[Token], k: int) -> bool:
    """Whether a dash closes the place from which a report was sent: "Bamako - The army said"."""
    article = k + 1 < len(tokens) and tokens[k + 1].symbol == "d"
    city = k == 1 and tokens[0].word in COUNTRY_OF_PLACE
    return (article or city) and k <= _DATELINE and all(t.capital or t.symbol in ",." for t in tokens[:k])


def _parts_clauses(tokens: list[Token], k: int) -> bool:
    """Whether a dash closes a dateline or the clause before."""
    return _dateline(tokens, k) or _clause_ends(tokens, k)


def _opening_dash(tokens: list[Token], k: int) -> int | None:
    """Where the dash stands that opens an insertion which the dash at `k` closes: "the Pentagon - which … - said"."""
    return next((j for j in range(k - 2, 0, -1) if tokens[j].symbol == "-"), None)


def _clause_ends(tokens: list[Token], k: int) -> bool:
    """Whether a dash between spaces, the first of the sentence, parts one clause from the next: "5,000 men - Kyiv puts
    it at"; behind a second dash the clause before goes on."""
    spaced = k + 1 < len(tokens) and tokens[k - 1].end < tokens[k].start < tokens[k].end < tokens[k + 1].start
    if tokens[k].word == "\u2014":
        return any(t.symbol in "NKLYX" for t in tokens[:k])
    told = any(t.symbol in "NKLYX" for t in tokens[:k])
    return spaced and told and not any(t.symbol == "-" for t in tokens[:k])


# What opens an insertion about the speaker: "the report, titled … and completed by his allies, asserts".
INSERTED = frozenset(
    """
        titled entitled called named completed compiled written published released prepared led headed based known
        founded run staffed backed funded seen obtained created launched produced shared
    """.split()
)


def segments_before(tokens: list[Token], index: int) -> list[list[Token]]:
    """The stretches between commas from the start of the clause to a verb, in order; the last may be empty."""
    out: list[list[Token]] = [[]]
    k = index - 1
    while k >= 0 and index - k < _FURTHEST and len(out) < 6:
        token = tokens[k]
        crossed = len(out) > 1
        if token.symbol == "-" and k == index - 1 and (opened := _opening_dash(tokens, k)) is not None:
            k = opened - 1
            continue
        if token.symbol == "-" and k and (tokens[k - 1].symbol == ")" or _parts_clauses(tokens, k)):
            break
        if token.symbol in ";:.(" or token.word in ("according", "citing"):
            break
        if token.symbol in "NnKLYWV" and not (_ordinal(token) or _the_fallen(tokens, k) or _age(tokens, k)):
            if token.symbol == "N" and crossed:
                out[-1] = []
            break
        if token.symbol == ")":
            k = next((j for j in range(k, max(-1, k - 8), -1) if tokens[j].symbol == "("), 0) - 1
            continue
        inserted = token.word == "and" and tokens[k + 1].word in INSERTED
        joined = inserted or (crossed and token.word in ("that", "and", "or")) or tokens[k + 1].word == "far"
        if token.word in _STOP and not inside_name(tokens, k) and not joined:
            break
        told_of = token.word in INSERTED and k > 0 and tokens[k - 1].symbol == ","
        if token.word in SAY and token.word not in NEVER_FINITE and not told_of:
            break
        if token.symbol == ",":
            out.append([])
        else:
            out[-1].append(token)
        k -= 1
    return [segment[::-1] for segment in out[::-1]]


def before_relative_clause(tokens: list[Token], index: int) -> int:
    """Where the comma stands before a clause between subject and verb ("New Delhi, which admits five dead, says"), or
    the clause itself without commas ("a commander who asked to be named by his rank alone said"); the verb's own place
    where there is none."""
    if index < 2 or tokens[index - 1].symbol != ",":
        return _before_asking(tokens, index)
    for k in range(index - 2, max(0, index - _FURTHEST), -1):
        if tokens[k].symbol in ";:":
            break
        if tokens[k - 1].symbol == "," and (_opens_insertion(tokens, k) or _doing(tokens, k, index)):
            return k - 1
    return index


def _before_asking(tokens: list[Token], index: int) -> int:
    """Where a clause begins that tells how a speaker wants to be called, and so holds words of saying itself."""
    for k in range(index - 2, max(0, index - _CLAUSE), -1):
        if tokens[k].symbol in ",;:.N":
            break
        if tokens[k].word == "who" and tokens[k + 1].word in _WANTING:
            return k
    return index


_CLAUSE = 24
_WANTING = frozenset("asked requested wished wanted declined spoke insisted refused gave goes".split())


def before_date(tokens: list[Token], index: int) -> int:
    """Where a date with its day stands before a verb ("the ministry on 14 November said"); else the verb's place."""
    k = index
    while k and (tokens[k - 1].symbol == "n" or tokens[k - 1].word in _DATES | _AT or _shortened(tokens, k - 1)):
        k -= 1
    dated = [t for t in tokens[k:index] if t.word in _DATES or t.symbol in "nN"]
    return k if len(dated) > 1 and any(t.word in _DATES for t in dated) else index


def _shortened(tokens: list[Token], k: int) -> bool:
    """Whether a word belongs to a date only as it stands: the stop of "Dec.", the day of "2 May"."""
    if tokens[k].symbol == ".":
        return k > 0 and tokens[k - 1].word in _DATES
    return tokens[k].symbol == "N" and tokens[k + 1].word in _DATES


def before_adverbs(tokens: list[Token], index: int) -> int:
    """Where the adverbs right before a verb begin, else the verb's place: "to regularly report"."""
    k = index
    while k and tokens[k - 1].word.endswith("ly") and not tokens[k - 1].capital:
        k -= 1
    return k


def _opens_insertion(tokens: list[Token], k: int) -> bool:
    """Whether a relative clause or a participle with a preposition begins at a word: ", briefed by the agency,"."""
    token = tokens[k]
    participle = token.word.endswith(("ed", "ing")) and not token.capital and tokens[k + 1].symbol in "IA"
    return token.word in ("who", "which", "whose") or participle


def _doing(tokens: list[Token], k: int, index: int) -> bool:
    """Whether a participle tells what the speaker did, up to the comma before the verb: "the group, claiming
    responsibility, said"."""
    token = tokens[k]
    participle = token.word.endswith("ing") and token.symbol in "wS" and not token.capital
    return participle and not any(t.symbol in ",NXKYLV" for t in tokens[k + 1 : index - 1])


def opening_phrase(tokens: list[Token]) -> list[Token]:
    """The words of a sentence up to its first verb or comma."""
    start = 2 if [t.symbol for t in tokens[1:2]] == [","] and tokens[0].word.endswith("ly") else 0
    end = next((k for k in range(start, len(tokens)) if _ends_subject(tokens, k)), len(tokens))
    return tokens[start:end]


def _ends_subject(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    said = token.word in SAY and token.word not in NEVER_FINITE
    return token.symbol in ",;:(NnBbMSLVWYKI" or said or _verb(tokens, k)


def _verb(tokens: list[Token], k: int) -> bool:
    """Whether a small word behind a name is a verb by its ending or by what follows it: "Ukraine began to"."""
    token, after = tokens[k], tokens[k + 1 : k + 2]
    if not k or token.symbol != "w" or token.capital or token.word in NOUNS or not source_like(tokens[:k]):
        return False
    return token.word.endswith("ed") or bool(after and (after[0].symbol in "TdIA" or after[0].word.endswith("ing")))


def is_clause(phrase: list[Token]) -> bool:
    """Whether a stretch between commas has a verb of its own: "the army carried out strikes"."""
    return any(t.symbol in "bBM" or _verb(phrase, k) for k, t in enumerate(phrase))


def names_enemy(token: Token) -> bool:
    """Whether a word is one by which a party calls its adversary."""
    return isinstance(token.data, Side) and token.data.form == "enemy"


def tells(phrase: list[Token]) -> bool:
    """Whether a phrase can name a source: a source noun, a side, a capital that is no date, or a pronoun."""
    return any(
        t.word in _PRONOUNS
        or any(p in SPEAKING for p in t.word.split())
        or t.symbol in "DG"
        or (t.capital and t.word not in _DATES)
        for t in phrase
    )


def _age(tokens: list[Token], k: int) -> bool:
    """Whether a number between commas is the age of whom the text names before it: "Amina Yusuf, 34, told"."""
    around = [t.symbol for t in tokens[max(0, k - 1) : k + 2]]
    return around in ([",", "n", ","], [",", "N", ","]) and k > 1 and tokens[k - 2].capital


def _the_fallen(tokens: list[Token], index: int) -> bool:
    """Whether a participle stands for people: "relatives of the missing", "the Commissioner for Missing Persons"."""
    described = tokens[index].symbol == "K" and [t.symbol for t in tokens[index + 1 : index + 2]] == ["w"]
    if described and index and tokens[index - 1].symbol == "d":
        return True
    if tokens[index].word == "missing" and [t.word for t in tokens[index + 1 : index + 2]] == ["persons"]:
        return True
    return tokens[index].symbol == "K" and index > 1 and [t.word for t in tokens[index - 2 : index]] == ["of", "the"]


def _ordinal(token: Token) -> bool:
    """Whether a number belongs to a name, as in the 3rd Assault Brigade."""
    return (token.symbol == "n" and token.data.reason.startswith("an ordinal")) or (
        token.symbol == "N" and token.data.word and token.data.size <= 3
    )


def inside_name(tokens: list[Token], index: int) -> bool:
    """Whether "and" stands between two parts of one source ("US and Western officials", "the WHO and its partners")."""
    if tokens[index].word == "and" and index + 1 < len(tokens) and tokens[index + 1].word in _OWNING:
        return True
    after = index + 1 + (tokens[index + 1 : index + 2] != [] and tokens[index + 1].word == "the")
    if index and tokens[index - 1].capital and tokens[after : after + 1] and tokens[after].word in _HELPERS:
        return tokens[index].word == "and"
    return (
        tokens[index].word == "and"
        and after < len(tokens)
        and index > 0
        and (tokens[index - 1].symbol in "DG" or tokens[index - 1].capital)
        and (tokens[after].symbol in "DG" or tokens[after].capital)
    )


def bare_subject(phrase: list[Token]) -> list[Token]:
    """The noun phrase without auxiliaries, adverbs and time words at its end, and without an opening adverbial."""
    words = list(phrase)
    while words and (
        (timed := _time_at_end(words))
        or words[-1].symbol in "Bac-"
        or words[-1].word in _DAYS
        or (words[-1].word.endswith("ly") and not words[-1].capital)
    ):
        del words[-2 if timed else -1 :]
    if words and words[-1].symbol == ",":
        words.pop()
    commas = [k for k, t in enumerate(words) if t.symbol == ","]
    if commas and words[0].symbol in "IA" and words[0].word not in ("of",):
        words = words[commas[0] + 1 :]
    return words


def _time_at_end(words: list[Token]) -> bool:
    """Whether a phrase ends in a span of time: "the army this week", "officials have so far"."""
    spanned = len(words) > 1 and words[-1].word in _SPANS and words[-2].word in _WHICH
    return len(words) > 2 and (spanned or [t.word for t in words[-2:]] in _UNTIL_NOW)


_SPANS = frozenset("week month year morning evening night afternoon weekend day summer autumn winter spring".split())
_UNTIL_NOW = (["so", "far"], ["thus", "far"], ["to", "date"])
_WHICH = frozenset("this last that next same previous past".split())
_DAYS = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday on in today yesterday earlier later also then
        recently previously has have had
    """.split()
)


def source_like(phrase: list[Token]) -> bool:
    """Whether a phrase holds a source noun, a side or a capital."""
    return any(p in NOUNS for t in phrase for p in t.word.split()) or any(t.symbol in "DG" or t.capital for t in phrase)
