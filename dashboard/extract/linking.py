"""The grammar: which loss a figure counts, told by rules over the symbols of a sentence.

Every rule is anchored at the figure and bounded, so the work on a sentence grows with its figures alone. The rules
are tried in order of how closely they bind; the name of the one that reads a figure is kept for `explain`.
"""

# ruff: noqa: E501 - a rule or a list stays on one line, so that it can be read as one

from __future__ import annotations

import re

from dashboard.extract.sharing import count_of_former, of_whole, shared, unrelated
from dashboard.extract.ties import ADJECTIVE, Link, head_of, part_is_civilian
from dashboard.extract.tokens import Token

__all__ = ["Link", "count_of_former", "head_of", "link", "part_is_civilian"]

_ADJ = ADJECTIVE
_NP = rf"(?:Od?)?{_ADJ}{{0,5}}?(?:JD[aw]{{0,2}})?[PCGE](?:[J\-,]{_ADJ}{{0,3}}[PCGE]){{0,2}}"
_ANY = rf"(?:Od?)?{_ADJ}{{1,4}}?"
_CHAIN = r"K(?:,?J?[da]{0,2}K){0,4}"
_POST = r"(?:[dI]w(?=[BbY])|w[^;:,NPCGSqJc]{1,14}(?=[Bb])|(?:[J,]{1,2}[daDw]{0,4}N[aDdw\-]{0,4}[PCGE]){1,4}|[ITAO(][^;:NSqM]{0,9}|,[^;:NS]{1,14},|,?i[^;:,]{1,8},|\([^)]{1,8}\)|-[^;:\-]{1,12}-|,?[iI][daDw]{0,3}N[^;:]{1,8}?,?)?"
_NOT_ACTIVE = r"(?![da]{0,2}N(?![aDdPC]{0,4}(?:K|X|Y)))"
_RIGHT: list[tuple[str, re.Pattern[str]]] = [
    ("figure, participle", re.compile(rf"N[aDd]{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, noun of loss", re.compile(r"N(?:Od?)?x?[aDdw\-PCG]{0,3}?(?:JD)?[aDdw\-PCG]{0,4}?(?P<t>X)")),
    ("figure, people, participle", re.compile(rf"N(?P<np>{_NP})[aBb(,]{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, people, passive", re.compile(rf"N(?P<np>{_NP}){_POST}q?b?B?[Bb]{{1,2}}[aISM]{{0,3}}(?:Tb?B?)?a?(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, people, place, participle", re.compile(rf"N(?P<np>{_NP})[IA][dDw]{{1,4}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, passive", re.compile(rf"N{_POST}q?b?B?[Bb]{{1,2}}[aI]{{0,3}}(?:TB?b?B?)?a?(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, people, die", re.compile(rf"N(?:(?P<np>{_NP}){_POST}|{_ADJ}{{0,3}})q?[Bb]{{0,3}}[aISM]{{0,2}}(?:Tb?)?a?(?P<t>Y)")),
    ("figure, people, lost", re.compile(rf"N(?:(?P<np>{_NP}){_POST}|{_ADJ}{{0,3}})q?[Bb]{{0,3}}a{{0,2}}(?P<t>L)(?![da]{{0,2}}[NE])")),
    ("figure, equipment, destroyed", re.compile(rf"N(?P<np>{_NP}){_POST}q?[Bb]{{0,3}}a{{0,2}}(?P<t>W)(?![da]{{0,2}}N)")),
    ("figure, group, participle", re.compile(rf"N{_ANY}{_POST}q?[Bb]{{0,3}}a{{0,3}}(?:TB?b?B?)?(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, group, die", re.compile(rf"N{_ANY}{_POST}q?[Bb]{{0,3}}a{{0,3}}(?P<t>Y)")),
]  # fmt: skip
# On the reversed symbols: what stands before the figure.
_LEFT: list[tuple[str, re.Pattern[str]]] = [
    ("active verb, figure", re.compile(r"N[daDOx,:]{0,3}(?P<t>[KV](?:[da]{0,2}J?,?[KV]){0,4})(?!a{0,2}B)")),
    ("lose, figure", re.compile(r"N[daDOx]{0,4}(?P<t>L)")),
    ("destroy, figure", re.compile(r"N[daDO]{0,3}(?P<t>W)")),
]
# "killed a commander and two bodyguards": an object without a figure stands between the verb and the figure.
# The types right behind the people counted or the noun of loss: "lost 600 men killed and wounded".
_DEFINED = re.compile(r"[,(\-]?(?P<t>K(?:,?J?[da]{0,2}K){1,3}|(?<=[PCG])K(?=$|[.,)IJc]))(?!a?N)")
_DEFINING = re.compile(r"[,(\-]?[aidq]{0,2}(?P<t>K(?:,?J?[da]{0,2}K){1,3})(?!a?N)")
# What befell prisoners: "50 prisoners of war were killed".
_FATE = re.compile(rf"(?:[IO][aDdw]{{1,4}})?[aBb]{{1,3}}(?P<t>{_CHAIN})")
_BESIDE = re.compile(r"N[da]{0,2}(?:J|I[aw]?)[^;:,NXqBbSc]{1,9}(?P<t>[KV])(?!a{0,2}B)")
_MEASURED = re.compile(r"N[daDw]{0,3}(?:(?:[TAOMBb:(\-][daMBbO]{0,3}){1,3}|[xi](?=[aw]{0,2}[XK]))")


def link(tokens: list[Token]) -> dict[int, Link]:
    """A link for every figure (by token index) that a rule ties to a loss in its own sentence."""
    symbols = "".join(token.symbol for token in tokens)
    backwards = symbols[::-1]
    out: dict[int, Link] = {}
    counted = [index for index, token in enumerate(tokens) if token.symbol == "N"]
    for index in counted:
        if found := _own(tokens, symbols, backwards, index):
            out[index] = found
    for index in counted:
        if index not in out and (found := shared(tokens, symbols, backwards, index, out)):
            out[index] = found
    of_whole(tokens, symbols, out)
    for index, found in out.items():
        found.head = found.head if found.head is not None else head_of(tokens, symbols, index)
    return out


def _own(tokens: list[Token], symbols: str, backwards: str, index: int) -> Link | None:
    """The link by a rule of its own: right next to the loss, then its object, then further away."""
    size = len(symbols)
    place = size - 1 - index
    right = [_right(tokens, symbols, index, *rule) for rule in _RIGHT[:2]]
    if right[0] and symbols[right[0].triggers[-1] + 1 : right[0].triggers[-1] + 2] in ("P", "C", "G"):
        name, pattern = _LEFT[0]
        if active := _left(tokens, symbols, backwards, size, place, name, pattern):
            active.head = right[0].triggers[-1] + 1
            return active
    for found in (*right, *(_left(tokens, symbols, backwards, size, place, *rule) for rule in _LEFT)):
        if found:
            return found
    for rule in _RIGHT[2:]:
        if found := _right(tokens, symbols, index, *rule):
            return found
    beside = symbols[index - 1 : index] == "J" or (index > 0 and tokens[index - 1].word == "with")
    others = index + 1 < len(tokens) and tokens[index + 1].word == "others"
    found = _left(tokens, symbols, backwards, size, place, "active verb, object and figure", _BESIDE)
    if found and beside and (found.head is not None or others):
        return found
    return _measured(tokens, symbols, backwards, index)


def _right(tokens: list[Token], symbols: str, index: int, name: str, pattern: re.Pattern[str]) -> Link | None:
    """The link of one rule that reads on from the figure."""
    match = pattern.match(symbols, index, index + 40)
    if not match:
        return None
    triggers = [k for k in range(match.start("t"), match.end("t")) if symbols[k] in "KXYLW"]
    if (
        name == "figure, noun of loss"
        and triggers[-1] + 1 < len(tokens)
        and symbols[triggers[-1] + 1 : triggers[-1] + 2] == "x"
    ):
        return None
    if name == "figure, noun of loss" and tokens[triggers[-1]].word in ("prisoners of war", "pows"):
        fate = _FATE.match(symbols, triggers[-1] + 1)
        if fate:
            return Link("figure, people, passive", [k for k in range(*fate.span("t")) if symbols[k] == "K"])
    head = None
    if "np" in pattern.groupindex and match.group("np"):
        head = next((k for k in range(match.start("np"), match.end("np")) if symbols[k] in "PCGE"), None)
    return Link(name, _with_definition(symbols, triggers), head)


def _with_definition(symbols: str, triggers: list[int]) -> list[int]:
    """The triggers and the participles that define a noun right behind it: "casualties, killed and wounded"."""
    last = triggers[-1]
    match = _DEFINING.match(symbols, last + 1) if symbols[last] == "X" else None
    return triggers + [k for k in range(match.start("t"), match.end("t")) if symbols[k] == "K"] if match else triggers


def _left(
    tokens: list[Token], symbols: str, backwards: str, size: int, place: int, name: str, pattern: re.Pattern[str]
) -> Link | None:
    """The link of one rule that reads back from the figure."""
    match = pattern.match(backwards, place, place + 30)
    if not match:
        return None
    triggers = sorted(size - 1 - k for k in range(match.start("t"), match.end("t")) if backwards[k] in "KVLWY")
    index = size - 1 - place
    head = head_of(tokens, symbols, index)
    kind = symbols[head] if head is not None else ""
    if name == "destroy, figure" and kind not in ("E", "P"):
        return None
    if name == "lose, figure" and kind not in ("P", "C", "G", "E") and not _alone(tokens, symbols, index):
        return None
    if all(tokens[k].word in ("captured", "capture", "capturing", "captures") for k in triggers) and kind not in (
        "P",
        "C",
        "G",
    ):
        return None
    if (
        kind == ""
        and symbols[triggers[-1]] == "K"
        and tokens[triggers[-1]].word in ("dead", "missing", "prisoner", "hostage")
    ):
        return None
    if head is not None:
        chain = _DEFINED.match(symbols, head + 1)
        triggers += [k for k in range(chain.start("t"), chain.end("t")) if symbols[k] == "K"] if chain else []
    return Link(name, triggers, head)


def _measured(tokens: list[Token], symbols: str, backwards: str, index: int) -> Link | None:
    """A noun or participle of loss whose measure the figure is: "casualties averaged N", "put the losses at N"."""
    size = len(symbols)
    match = _MEASURED.match(backwards, size - 1 - index, size - 1 - index + 14)
    if index and symbols[index - 1] == "X" and tokens[index].data.hull < tokens[index].data.start:
        return Link("noun of loss, measured", [index - 1])
    if index > 2 and symbols[index - 1] == "K" and tokens[index - 3].word in ("number", "numbers", "count", "total"):
        return Link("noun of loss, measured", [index - 1])
    verbal = tokens[index].data.verbal
    if not (match or verbal) or unrelated(tokens, symbols, index):
        return None
    begin = size - match.end() if match else index - 1
    joint = symbols[begin:index]
    if (
        joint
        and set(joint) <= set("Oda")
        and symbols[begin - 1 : begin] not in ("X", "x", "K", "a")
        and symbols[begin] == "O"
    ):
        return None
    for k in range(begin, max(-1, begin - 26), -1):
        symbol = symbols[k]
        if tokens[k].word in ("fell", "fallen") and "T" in symbols[k + 1 : k + 3]:
            continue
        if symbol in "X" or (symbol in "KY" and k < index - 1 and (verbal or set(joint) & set("MBbTA:xi"))):
            chain = [
                j
                for j in range(max(0, k - 4), k + 1)
                if symbols[j] in ("X", "K") and (j == k or symbols[j] == symbol) and "N" not in symbols[j:k]
            ]
            return Link("noun of loss, measured", chain)
        if (
            symbol == ";"
            or (symbol == "N" and symbols[k + 1 : k + 2] not in ("T", "P", "C") and tokens[k].data.size >= 10)
            or (symbol == "L" and symbols[k + 1] == "T")
        ):
            return None
    return None


def _alone(tokens: list[Token], symbols: str, index: int) -> bool:
    """Whether a figure without a noun is all that a side lost: "the army lost 20,000 in ten years"."""
    before = symbols[max(0, index - 7) : index]
    return (
        tokens[index].data.size >= 100
        and symbols[index + 1 : index + 2] in ("", ".", ",", "I", ";")
        and any(symbol in "DGP" for symbol in before)
        and not tokens[index].data.scaled
    )
