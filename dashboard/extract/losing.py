"""Whose losses a figure counts, by the verb or the noun of loss: its subject, its owner, the force made smaller."""

from __future__ import annotations

import re

from dashboard.extract.armies import had_before
from dashboard.extract.beside import named_foe
from dashboard.extract.case import Case, in_source
from dashboard.extract.registry import opposing, side_of, side_of_name
from dashboard.extract.scene import in_adverbial, land_of, shrinks
from dashboard.extract.tokens import Token

SUFFER = frozenset(
    """
        suffered suffer suffers suffering sustained sustaining sustain incurred incur taken had losing lost
        seen recorded faced faces facing endured lose loses took take takes taking
    """.split()
)
_SUFFERED = frozenset(
    """
        paid paying pays took take takes taking suffered suffer suffers suffering sustained incurred endured losing lost
        lose loses
    """.split()
)
_PAID_IN = SUFFER | {"cost", "costs"}
_AVERAGED = frozenset("averaged averages averaging".split())
_COUNTING = frozenset("had has have counted counts mourned mourns buried saw".split())
# By what a sentence calls a side that it need not name.
_TAKEN_UP = frozenset("group movement army military militia force forces side nation".split())


# Verbs whose subject is not who suffers the losses behind them: "Ukraine inflicted casualties on".
_INFLICTING = frozenset("inflict inflicts inflicted inflicting deal deals dealt dealing cause causes caused".split())


def of_verb(case: Case) -> str | None:
    """The subject of "lost" or "suffered", the object of "cost"; what a source says in between, between commas, is
    passed over."""
    tokens, verb = case.tokens, _losing_verb(case)
    if verb is None:
        return None
    if tokens[verb].word.startswith("cost"):
        named = next((s for t in tokens[verb + 1 : case.index] if (s := side_of(t, case.registry))), None)
        if named or tokens[verb + 1].word != "it":
            return named
        return next((s for t in tokens[:verb] if (s := side_of(t, case.registry))), None)
    k = verb
    while (k := k - 1) >= max(0, verb - 16):
        token = tokens[k]
        if (span := next((s for s in case.sources if k in s), None)) and _parenthetical(tokens, span):
            k = span.start
            continue
        if token.symbol == ";" or (token.symbol == "S" and k < verb - 1) or token.word in ("while", "said", "says"):
            break
        if hostile := named_foe(token, case.registry):
            return hostile
        if _takes_up(tokens, k) and k >= verb - 3 and (own := _pronoun(case, k)):
            return own
        side = side_of(token, case.registry)
        if side and not in_adverbial(tokens, k) and not any(k in s for s in case.sources):
            return side
    return None


def _takes_up(tokens: list[Token], k: int) -> bool:
    """Whether a word stands for a side that is not named: "it", "the group"."""
    word = tokens[k].word
    return word in ("it", "they", "we", "country") or (word in _TAKEN_UP and k > 0 and tokens[k - 1].symbol == "d")


def _losing_verb(case: Case) -> int | None:
    """Where "lost" or "suffered" stands before a figure."""
    link, index, tokens = case.link, case.index, case.tokens
    first = min(link.triggers, default=index)
    if tokens[first].symbol == "L" and first < index:
        return first
    if tokens[first].symbol in "XL":
        back = range(index - 1, max(-1, index - 14), -1)
        paid = _PAID_IN | _AVERAGED if first > index else _PAID_IN
        return next((k for k in back if tokens[k].word in paid and not _auxiliary(tokens, k)), None)
    if tokens[index - 1].word in _COUNTING:
        return index - 1
    near = range(index - 1, max(-1, index - 6), -1)
    # "took 251 captive" tells what somebody did, "took 900 dead" what befell him.
    taken = any("captured" in (tokens[k].data or ()) for k in link.triggers)
    told = (k for k in near if tokens[k].word in _SUFFERED and not (taken and tokens[k].word.startswith("t")))
    return next(told, None) if index < first else None


def _auxiliary(tokens: list[Token], k: int) -> bool:
    """Whether "had" stands before another verb: "the invasion had resulted in"."""
    return tokens[k].word == "had" and tokens[k + 1 : k + 2] != [] and tokens[k + 1].symbol in "wBSM"


def _parenthetical(tokens: list[Token], span: range) -> bool:
    """Whether a source stands between commas inside a clause: "Ukraine, it says, has had"."""
    before, after = span.start - 1, span.stop
    return before >= 0 and tokens[before].symbol == "," and after < len(tokens) and tokens[after].symbol == ","


def _pronoun(case: Case, k: int) -> str | None:
    """Whom "it" or "they" means: who lost in the sentence before where the sentence opens so, else the claimant."""
    early = k <= 2 or (case.tokens[k].word == "country" and not any(t.symbol == "D" for t in case.tokens[:k]))
    opens = early and not any(s.start <= k for s in case.sources) and case.tokens[k].word != "we"
    if opens and (case.setting.sides or case.setting.topic):
        return case.setting.topic if not case.setting.sides else case.setting.sides[-1]
    if named := _named_before(case, k):
        return named
    if case.tokens[k].word == "it" and case.claimant in case.registry.persons:
        return _owner_of_losses(case, k) or next(reversed(case.setting.spoken), None)
    own = side_of_name(case.claimant, case.registry) or land_of(case.claimant)
    if case.tokens[k].word == "they" and opens and (foe := opposing(own, case.registry)):
        return foe
    return own or next(reversed(case.setting.spoken), None)


def _named_before(case: Case, k: int) -> str | None:
    """The side that a pronoun takes up from the clause before: "Russia has taken 900, and in May it lost 300"."""
    told = case.tokens[k].word in ("it", "they") and any(t.symbol == "N" for t in case.tokens[:k])
    return _first_named(case, k) if told else None


def _owner_of_losses(case: Case, end: int) -> str | None:
    """Whose losses a sentence opens with: "Regarding Russia's losses, the president said that it had lost"."""
    tokens = case.tokens
    owners = (j for j in range(end) if tokens[j].symbol == "D" and any(t.symbol == "X" for t in tokens[j + 1 : j + 3]))
    return next((side for j in owners if (side := side_of(tokens[j], case.registry))), None)


def _first_named(case: Case, end: int) -> str | None:
    """The first side that stands as a subject before a word, alone or as the owner of an army."""
    tokens = case.tokens
    named = (j for j in range(end) if tokens[j].symbol == "D" and (not tokens[j].possessive or _army(tokens[j + 1])))
    free = (j for j in named if not in_source(case, j) and not in_adverbial(case.tokens, j))
    return next((side for j in free if (side := side_of(case.tokens[j], case.registry))), None)


def of_had(case: Case) -> str | None:
    """Who had so many people killed: "Russia had a record 900 troops killed"."""
    had = had_before(case.tokens, case.index)
    if had is None or not case.link.rule.startswith("figure, people, participle"):
        return None
    if any(t.symbol in "lNc;,KVYB" for t in case.tokens[had + 1 : case.index]):
        return None
    owner = had - 1 - (had > 1 and _army(case.tokens[had - 1]))
    return side_of(case.tokens[owner], case.registry)


def of_price(case: Case) -> str | None:
    """Who paid with the losses for what was won: "Russian troops took the town at the cost of 900 casualties"."""
    words = [t.word for t in case.tokens[: case.index]]
    near = range(len(words) - 1, max(1, len(words) - 8), -1)
    paid = next((k for k in near if words[k] in ("price", "cost", "paid", "pay", "pays", "paying")), None)
    if paid is None:
        return None
    with_them = words[paid + 1 : paid + 2] == ["with"]
    return _first_named(case, paid) if with_them or words[paid - 2 : paid] in (["at", "the"], ["at", "a"]) else None


def _army(token: Token) -> bool:
    """Whether a word is an army: "forces", "troops"."""
    return token.symbol == "P" or token.word in ("forces", "army", "military")


def of_noun(case: Case) -> str | None:
    """The side in front of or behind a noun of loss: "Russian casualties", "Iraqi military dead"."""
    tokens, measured = case.tokens, case.link.rule == "noun of loss, measured"
    for trigger in case.link.triggers:
        if tokens[trigger].symbol not in ("XKY" if measured else "XK") or (
            tokens[trigger].symbol == "K" and case.link.rule.startswith("active")
        ):
            continue
        for k in range(trigger - 1, max(-1, trigger - 6), -1):
            token = tokens[k]
            if token.symbol in ",;:nNLVSOBM" or token.word in _INFLICTING or in_source(case, k):
                break
            if hostile := named_foe(token, case.registry):
                return hostile
            side = side_of(token, case.registry)
            if (
                side
                and (tokens[trigger].symbol == "X" or measured or tokens[k + 1].symbol in "PCGKDJ")
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
                if hostile := named_foe(token, case.registry):
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
    """The side of the losses that are put at a figure and its participle: "Ukrainian losses stood at 40 killed",
    "put the losses of the Ukrainian army at 40 killed", "those of Ukraine at"."""
    tokens, index = case.tokens, case.index
    if case.link.rule != "figure, participle":
        return None
    first = max(0, index - 12)
    match = _PUT_AT.search("".join(t.symbol for t in tokens[first:index]))
    if match is None or (match["d"] and tokens[first + match.start("d")].word != "those"):
        return None
    return side_of(tokens[first + match.start("own" if match["own"] else "of")], case.registry)


_PUT_AT = re.compile(
    r"(?P<own>[DG])X(?=[aBbwMAIT]{0,9}M[aAT]{0,2}$)|(?:X|(?P<d>d))[Oi]a?d?(?P<of>D)[Pw]{0,2}(?=(?:[aBbw]{0,3}M)?a?A[aA]?$)"
)


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
