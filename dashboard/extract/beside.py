"""Whose losses a figure counts, by the words around it: the side beside it, of its verb, of its noun."""

from __future__ import annotations

import re

from dashboard.extract.case import Case, in_source
from dashboard.extract.lexicon.sides import ENEMY
from dashboard.extract.registry import Registry, side_of, side_of_name
from dashboard.extract.scene import WEAPONS, in_adverbial, land_of, shrinks
from dashboard.extract.tokens import Side, Token

_ENEMY = frozenset(ENEMY)


SUFFER = frozenset(
    """
        suffered suffer suffers suffering sustained sustaining sustain incurred incur taken had losing lost
        seen recorded faced faces facing endured lose loses take takes taking
    """.split()
)


_SUFFERED = frozenset(
    "paid paying pays suffered suffer suffers suffering sustained incurred endured losing lost lose loses".split()
)


_COUNTING = frozenset("had has have counted counts mourned mourns buried saw".split())


# Verbs whose subject is not who suffers the losses behind them: "Ukraine inflicted casualties on".
_INFLICTING = frozenset("inflict inflicts inflicted inflicting deal deals dealt dealing cause causes caused".split())


# By what a sentence calls a side that it need not name.
_TAKEN_UP = frozenset("group movement army military militia force forces side nation".split())
_TOLD = frozenset("reported estimated recorded claimed given cited listed counted put".split())


def _hostile(token: Token, registry: Registry) -> str | None:
    """The side that a word such as "invaders" means in this conflict; "*enemy" where it depends on who speaks."""
    enemy = token.word in _ENEMY or (isinstance(token.data, Side) and token.data.name == "*enemy")
    return registry.sides.get(token.word, "*enemy") if enemy else None


def of_whom(case: Case) -> str | None:
    """The side of those just named: "12,000 North Koreans were sent, of whom 4,000 have been killed"."""
    before = [t.word for t in case.tokens[max(0, case.index - 2) : case.index]]
    if before != ["of", "whom"]:
        return None
    named = (
        side_of(t, case.registry)
        for k, t in reversed(list(enumerate(case.tokens[: case.index])))
        if not in_source(case, k)
    )
    side = next((side for side in named if side), None)
    hired = case.setting.hired and side not in case.registry.parties
    return next(reversed(case.setting.sides), side) if hired else side


def of_ellipsis(case: Case) -> str | None:
    """The side that stands alone before a figure whose verb is left out: "and Uganda five"."""
    if case.link.rule not in ("verb left out", "lose, figure"):
        return None
    k = case.index - 1 - (case.tokens[case.index - 1].symbol in "Lh-,:")
    while k and case.index - k < 4 and case.tokens[k].symbol in "daw" and not case.tokens[k].capital:
        k -= 1
    if case.tokens[k].symbol not in "DG" or in_adverbial(case.tokens, k):
        return None
    return side_of(case.tokens[k], case.registry)


def beside(case: Case) -> str | None:
    """A side between the figure and its noun or loss word, or right behind the noun."""
    link, index, tokens = case.link, case.index, case.tokens
    end = max([link.head if link.head is not None else index, *[t for t in link.triggers if index < t <= index + 6]])
    for k in range(index + 1, end + 1):
        token = tokens[k]
        if hostile := _hostile(token, case.registry):
            return hostile
        if token.symbol == "P" and (named := case.registry.sides.get(token.word)):
            return named
        if (
            token.symbol in "DG"
            and not in_adverbial(tokens, k)
            and not (
                k + 1 < len(tokens)
                and tokens[k + 1].word in WEAPONS - {"forces", "troops", "fighters", "militants", "military", "army"}
            )
        ):
            return side_of(token, case.registry)
    if side := _behind(case, end):
        return side
    if side := _placed(case, end):
        return side
    after = [t for t in tokens[end + 1 : end + 5] if t.symbol != "d"]
    if len(after) > 1 and after[0].word in ("from", "of") and after[1].symbol == "D" and link.head is not None:
        return side_of(after[1], case.registry)
    return None


def _placed(case: Case, end: int) -> str | None:
    """The land right behind a bare figure of several: "a toll of 232 in Gaza and 12 in Israel"."""
    after = case.tokens[end + 1 : end + 3]
    bare = case.link.head is None and end == case.index and len(after) == 2 and after[0].word == "in"
    parallel = sum(t.symbol == "N" for t in case.tokens) > 1 and any(
        case.tokens[k].symbol == "X" for k in case.link.triggers
    )
    return side_of(after[1], case.registry) if bare and parallel and not after[1].possessive else None


def of_verb(case: Case) -> str | None:
    """The subject of "lost" or "suffered", the object of "cost"; what a source says in between, between commas, is
    passed over."""
    tokens, verb = case.tokens, _losing_verb(case)
    if verb is None:
        return None
    if tokens[verb].word.startswith("cost"):
        return next((s for t in tokens[verb + 1 : case.index] if (s := side_of(t, case.registry))), None)
    k = verb
    while (k := k - 1) >= max(0, verb - 16):
        token = tokens[k]
        if (span := next((s for s in case.sources if k in s), None)) and _parenthetical(tokens, span):
            k = span.start
            continue
        if token.symbol == ";" or (token.symbol == "S" and k < verb - 1) or token.word in ("while", "said", "says"):
            break
        if hostile := _hostile(token, case.registry):
            return hostile
        if _takes_up(tokens, k) and k >= verb - 3 and (own := _pronoun(case, k)):
            return own
        side = side_of(token, case.registry)
        if side and not in_adverbial(tokens, k) and not any(k in s for s in case.sources):
            return side
    return None


def of_price(case: Case) -> str | None:
    """Who paid with the losses for what was won: "Russian troops took the town at the cost of 900 casualties"."""
    words = [t.word for t in case.tokens[: case.index]]
    paid = next((k for k in range(len(words) - 1, max(1, len(words) - 8), -1) if words[k] in ("price", "cost")), None)
    if paid is None or words[paid - 2 : paid] not in (["at", "the"], ["at", "a"]):
        return None
    named = (j for j in range(paid) if not in_source(case, j) and not in_adverbial(case.tokens, j))
    return next((side for j in named if (side := side_of(case.tokens[j], case.registry))), None)


def turned_to(case: Case) -> str | None:
    """The side of which a sentence says that it speaks now: "On the Ukrainian side he spoke of 900", "For Russia,"."""
    tokens = case.tokens
    start = 1 + (tokens[1:2] != [] and tokens[1].symbol == "d")
    start += tokens[0].word == "as" and tokens[1:2] != [] and tokens[1].word == "for"
    if tokens[0].word not in ("on", "for", "as", "among") or start >= min(case.index, len(tokens)):
        return None
    sided = tokens[0].word in ("for", "as") or any(t.word in _OF_SIDES for t in tokens[start + 1 : start + 3])
    return side_of(tokens[start], case.registry) if tokens[start].symbol in "DG" and sided else None


_OF_SIDES = frozenset("side sides part ranks forces troops".split())


def _takes_up(tokens: list[Token], k: int) -> bool:
    """Whether a word stands for a side that is not named: "it", "the group"."""
    word = tokens[k].word
    return word in ("it", "they", "we", "country") or (word in _TAKEN_UP and k > 0 and tokens[k - 1].symbol == "d")


def _behind(case: Case, end: int) -> str | None:
    """The side told right behind the loss: "dead and wounded reported for Russia", "killed on the Russian side"."""
    tokens = case.tokens
    last = max([end, *case.link.triggers])
    k = last + 1
    while k < min(len(tokens), last + 3) and tokens[k].word in _TOLD:
        k += 1
    if k >= len(tokens) or tokens[k].word not in ("for", "on", "among"):
        return None
    k += 1 + (tokens[k + 1 : k + 2] != [] and tokens[k + 1].symbol == "d")
    if k >= len(tokens) or tokens[k].symbol not in "DG":
        return None
    sided = tokens[k + 1 : k + 2] != [] and tokens[k + 1].word in ("side", "sides", "ranks")
    return side_of(tokens[k], case.registry) if sided or tokens[last + 1].word in _TOLD else None


def _losing_verb(case: Case) -> int | None:
    """Where "lost" or "suffered" stands before a figure."""
    link, index, tokens = case.link, case.index, case.tokens
    first = min(link.triggers, default=index)
    if tokens[first].symbol == "L" and first < index:
        return first
    if tokens[first].symbol in "XL":
        back = range(index - 1, max(-1, index - 14), -1)
        return next((k for k in back if tokens[k].word in SUFFER and not _auxiliary(tokens, k)), None)
    if tokens[index - 1].word in _COUNTING:
        return index - 1
    near = range(index - 1, max(-1, index - 6), -1)
    return next((k for k in near if tokens[k].word in _SUFFERED), None) if index < first else None


def _auxiliary(tokens: list[Token], k: int) -> bool:
    """Whether "had" stands before another verb: "the invasion had resulted in"."""
    return tokens[k].word == "had" and tokens[k + 1 : k + 2] != [] and tokens[k + 1].symbol in "wBSM"


def _parenthetical(tokens: list[Token], span: range) -> bool:
    """Whether a source stands between commas inside a clause: "Ukraine, it says, has had"."""
    before, after = span.start - 1, span.stop
    return before >= 0 and tokens[before].symbol == "," and after < len(tokens) and tokens[after].symbol == ","


def _pronoun(case: Case, k: int) -> str | None:
    """Whom "it" or "they" means: who lost in the sentence before where the sentence opens so, else the claimant."""
    opens = k <= 2 and not any(s.start <= k for s in case.sources) and case.tokens[k].word != "we"
    if opens and (case.setting.sides or case.setting.topic):
        return case.setting.topic if not case.setting.sides else case.setting.sides[-1]
    own = _named_before(case, k) or side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    return own or next(reversed(case.setting.spoken), None)


def _named_before(case: Case, k: int) -> str | None:
    """The side that a pronoun takes up from the clause before: "Russia has taken 900, and in May it lost 300"."""
    if case.tokens[k].word not in ("it", "they") or not any(t.symbol == "N" for t in case.tokens[:k]):
        return None
    named = (j for j in range(k) if case.tokens[j].symbol == "D" and not case.tokens[j].possessive)
    own = (j for j in named if not in_source(case, j) and not in_adverbial(case.tokens, j))
    return next((side for j in own if (side := side_of(case.tokens[j], case.registry))), None)


def of_noun(case: Case) -> str | None:
    """The side in front of or behind a noun of loss: "Russian casualties", "losses of the enemy"."""
    tokens = case.tokens
    for trigger in case.link.triggers:
        if tokens[trigger].symbol not in "XK" or (
            tokens[trigger].symbol == "K" and case.link.rule.startswith("active")
        ):
            continue
        for k in range(trigger - 1, max(-1, trigger - 6), -1):
            token = tokens[k]
            if token.symbol in ",;:nNLVSOBM" or token.word in _INFLICTING or in_source(case, k):
                break
            if hostile := _hostile(token, case.registry):
                return hostile
            side = side_of(token, case.registry)
            if (
                side
                and (tokens[trigger].symbol == "X" or tokens[k + 1].symbol in "PCGKDJ")
                and (k + 1 == trigger or not in_adverbial(tokens, k))
            ):
                return side
        if trigger < case.index and (side := _counted(case, trigger)):
            return side
        after = tokens[trigger + 1 : trigger + 6]
        if len(after) > 1 and after[0].word in ("of", "among", "for", "by", "on") and tokens[trigger].symbol == "X":
            for token in after[1:4]:
                if token.symbol in ",;NS":
                    break
                if hostile := _hostile(token, case.registry):
                    return hostile
                if side_of(token, case.registry):
                    return side_of(token, case.registry)
        if (
            tokens[trigger].symbol == "X"
            and any(t.word in SUFFER for t in after)
            and not any(t.symbol in ",;" for t in after[:2])
        ):
            side = next((side_of(t, case.registry) for t in after if side_of(t, case.registry)), None)
            if side:
                return side
    return None


def of_measured(case: Case) -> str | None:
    """The side of the losses that are put at a figure and its participle: "Ukrainian losses stood at 40 killed"."""
    tokens, index = case.tokens, case.index
    if case.link.rule != "figure, participle":
        return None
    symbols = "".join(t.symbol for t in tokens[max(0, index - 10) : index])
    match = re.search(r"D(?P<x>X)(?=[aBbwMAI]{0,9}M[aA]{0,2}$)", symbols)
    return side_of(tokens[index - len(symbols) + match.start()], case.registry) if match else None


def _counted(case: Case, trigger: int) -> str | None:
    """The side between a word of loss and the noun it tells of: "the number of dead Ukrainian troops at 80,000"."""
    pair = case.tokens[trigger + 1 : trigger + 3]
    told = len(pair) == 2 and pair[0].symbol == "D" and pair[1].symbol in "PC"
    return side_of(pair[0], case.registry) if told else None


def of_shrunk(case: Case) -> str | None:
    """The side whose force is told as smaller by the figure: "the Russian army was reduced by N killed"."""
    places = (k for k in range(max(0, case.index - 8), case.index) if shrinks(case.tokens, k))
    verb = next(places, None)
    if verb is None:
        return None
    sides = (side_of(case.tokens[k], case.registry) for k in range(max(0, verb - 6), verb))
    return next((side for side in sides if side), None)
