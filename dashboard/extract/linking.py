"""The grammar: which loss a figure counts, told by rules over the symbols of a sentence.

Every rule is anchored at the figure and bounded, so the work on a sentence grows with its figures alone. The rules
are tried in order of how closely they bind; the name of the one that reads a figure is kept for `explain`.
"""

# ruff: noqa: E501 - a rule or a list stays on one line, so that it can be read as one

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dashboard.extract.tokens import Token

_ADJ = r"[aDdw\-]"
_NP = rf"(?:Od?)?{_ADJ}{{0,5}}?(?:JD[aw]{{0,2}})?[PCGE](?:[J\-,]{_ADJ}{{0,3}}[PCGE]){{0,2}}"
_ANY = rf"(?:Od?)?{_ADJ}{{1,4}}?"
_CHAIN = r"K(?:,?J?[da]{0,2}K){0,4}"
_POST = r"(?:[dI]w(?=[BbY])|w[^;:,NPCGSqJc]{1,14}(?=[Bb])|(?:[J,]{1,2}[daDw]{0,4}N[aDdw\-]{0,4}[PCGE]){1,4}|[ITAO(][^;:NSqM]{0,9}|,[^;:NS]{1,14},|,?i[^;:,]{1,8},|\([^)]{1,8}\)|,?[iI][daDw]{0,3}N[^;:]{1,8}?,?)?"
_NOT_ACTIVE = r"(?![da]{0,2}N(?![aDdPC]{0,4}(?:K|X|Y)))"
_RIGHT: list[tuple[str, re.Pattern[str]]] = [
    ("figure, participle", re.compile(rf"N[aDd]{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, noun of loss", re.compile(r"N(?:Od?)?[aDdw\-PCG]{0,3}?(?:JD)?[aDdw\-PCG]{0,4}?(?P<t>X)")),
    ("figure, people, participle", re.compile(rf"N(?P<np>{_NP})[aBb(,]{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, people, passive", re.compile(rf"N(?P<np>{_NP}){_POST}q?b?B?[Bb]{{1,2}}[aISM]{{0,3}}(?:Tb?B?)?a?(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, people, place, participle", re.compile(rf"N(?P<np>{_NP})[IA][dDw]{{1,4}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, passive", re.compile(rf"N{_POST}q?b?B?[Bb]{{1,2}}[aI]{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, people, die", re.compile(rf"N(?:(?P<np>{_NP}){_POST}|{_ADJ}{{0,3}})q?[Bb]{{0,3}}[aISM]{{0,2}}(?:Tb?)?a?(?P<t>Y)")),
    ("figure, people, lost", re.compile(rf"N(?:(?P<np>{_NP}){_POST}|{_ADJ}{{0,3}})q?[Bb]{{0,3}}a{{0,2}}(?P<t>L)(?![da]{{0,2}}[NE])")),
    ("figure, equipment, destroyed", re.compile(rf"N(?P<np>{_NP}){_POST}q?[Bb]{{0,3}}a{{0,2}}(?P<t>W)(?![da]{{0,2}}N)")),
    ("figure, group, participle", re.compile(rf"N{_ANY}{_POST}q?[Bb]{{0,3}}a{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}")),
    ("figure, group, die", re.compile(rf"N{_ANY}{_POST}q?[Bb]{{0,3}}a{{0,3}}(?P<t>Y)")),
]  # fmt: skip
# On the reversed symbols: what stands before the figure.
_LEFT: list[tuple[str, re.Pattern[str]]] = [
    ("active verb, figure", re.compile(r"N[daDOx,:]{0,3}(?P<t>[KV](?:[da]{0,2}J?,?[KV]){0,4})(?!a{0,2}B)")),
    ("lose, figure", re.compile(r"N[daDOx]{0,4}(?P<t>L)")),
    ("destroy, figure", re.compile(r"N[daDO]{0,3}(?P<t>W)")),
]
# "killed a commander and two bodyguards": an object without a figure stands between the verb and the figure.
_BESIDE = re.compile(r"N[da]{0,2}(?:J|I[aw]?)[^;:,NXqBbSc]{1,9}(?P<t>[KV])(?!a{0,2}B)")
_MEASURED = re.compile(r"N[daDw]{0,3}(?:[TAOMBb:(\-][daMBbO]{0,3}){1,3}")
_COUNTED = re.compile(r"N[daDw]{0,2}[OTAMB:\-I]{0,3}[daw]{0,3}x")
_COORDINATED = re.compile(r"N[da]{0,2}[J,]{1,2}")
_INCLUDED = re.compile(r"N[daD]{0,2}(?:J[^;N]{0,4}N[daD]{0,2})?i")
_AMONG = re.compile(rf"N{_NP}[Bb]{{1,2}}a?i[da]{{0,2}}N")
_COMPARED = re.compile(r"N[daD]{0,2}v")
_SUBSET = re.compile(
    rf"N(?:{_ADJ}{{0,2}}O?[dq]?[Bb]{{1,2}}[daDw]{{0,3}}[PCGwD]|O[qdaw]{{1,2}}[Bb]{{0,2}}[daDw]{{0,3}}[PCGwK])"
)


@dataclass(slots=True)
class Link:
    """How a figure is tied to a loss: the rule, the trigger tokens, the people or things counted, the parent figure."""

    rule: str
    triggers: list[int] = field(default_factory=list)
    head: int | None = None
    parent: int | None = None


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
        if index not in out and (found := _shared(tokens, symbols, backwards, index, out)):
            out[index] = found
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
    head = None
    if "np" in pattern.groupindex and match.group("np"):
        head = next((k for k in range(match.start("np"), match.end("np")) if symbols[k] in "PCGE"), None)
    return Link(name, _with_definition(symbols, triggers), head)


def _with_definition(symbols: str, triggers: list[int]) -> list[int]:
    """The triggers and the participles that define a noun right behind it: "casualties, killed and wounded"."""
    last = triggers[-1]
    match = (
        re.compile(r"[,(\-]?[aidq]{0,2}(?P<t>K(?:,?J?[da]{0,2}K){1,3})(?!a?N)").match(symbols, last + 1)
        if symbols[last] == "X"
        else None
    )
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
    if name == "destroy, figure" and kind != "E":
        return None
    if name == "lose, figure" and kind not in ("P", "C", "G", "E"):
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
        chain = re.compile(r"[,(\-]?(?P<t>K(?:,?J?[da]{0,2}K){1,3})(?!a?N)").match(symbols, head + 1)
        triggers += [k for k in range(chain.start("t"), chain.end("t")) if symbols[k] == "K"] if chain else []
    return Link(name, triggers, head)


def _measured(tokens: list[Token], symbols: str, backwards: str, index: int) -> Link | None:
    """A noun or participle of loss whose measure the figure is: "casualties averaged N", "put the losses at N"."""
    size = len(symbols)
    match = _MEASURED.match(backwards, size - 1 - index, size - 1 - index + 14)
    if index and symbols[index - 1] == "X" and tokens[index].data.hull < tokens[index].data.start:
        return Link("noun of loss, measured", [index - 1])
    verbal = tokens[index].data.verbal
    if not (match or verbal) or _unrelated(tokens, symbols, index):
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
        if symbol in "X" or (symbol in "KY" and k < index - 1 and (verbal or set(joint) & set("MBbTA:"))):
            chain = [
                j for j in range(max(0, k - 4), k + 1) if symbols[j] in ("X", "K") and (j == k or symbols[j] == symbol)
            ]
            return Link("noun of loss, measured", chain)
        if (
            symbol == ";"
            or (symbol == "N" and symbols[k + 1 : k + 2] not in ("T", "P", "C"))
            or (symbol == "L" and symbols[k + 1] == "T")
        ):
            return None
    return None


def _unrelated(tokens: list[Token], symbols: str, index: int) -> bool:
    """Whether what follows the figure shows that it counts something other than the loss before it."""
    head = head_of(tokens, symbols, index)
    after = symbols[index + 1 : index + 2]
    return head is None and after == "w" and tokens[index + 1].end - tokens[index + 1].start > 2


def head_of(tokens: list[Token], symbols: str, index: int) -> int | None:
    """The noun that the figure counts: the first of people, troops or things in its noun phrase."""
    match = re.compile(rf"N(?:Od?)?{_ADJ}{{0,5}}?(?:JD[aw]{{0,2}})?(?P<h>[PCGE])").match(symbols, index)
    return match.start("h") if match else None


def _shared(tokens: list[Token], symbols: str, backwards: str, index: int, links: dict[int, Link]) -> Link | None:
    """A link taken from another figure of the sentence: coordinated objects, parts of a whole, comparisons."""
    size = len(symbols)
    place = size - 1 - index
    parent = max((k for k in links if k < index), default=None)
    head = head_of(tokens, symbols, index)
    if _INCLUDED.match(backwards, place, place + 12):
        ahead = _ahead(tokens, symbols, index)
        parent = parent if parent is not None else ahead if ahead in links else None
        return (
            Link("part of a figure", links[parent].triggers if parent in links else [], head, parent)
            if parent is not None
            else None
        )
    among = _AMONG.match(symbols, index, index + 24)
    if among and (whole := among.end() - 1) in links:
        return Link("part of a figure", links[whole].triggers, head, whole)
    if parent is None:
        return None
    base = links[parent]
    if (
        index
        and tokens[index - 1].word in ("abducted", "kidnapped", "abducting", "kidnapping")
        and base.rule.startswith("active")
    ):
        return Link("abducted beside killed", [index - 1], head, parent)
    if _rated(tokens, index) and re.match(r"N[daM]{0,3}O?[daM]{0,2}[J,(\-]", backwards[place:]):
        return Link("rate of the same loss", base.triggers, base.head if head is None else head, parent)
    if (
        head is not None
        and _COORDINATED.match(backwards, place, place + 5)
        and base.rule.startswith(("active", "lose", "destroy", "coordinated", "part of a figure"))
    ):
        told_anew = re.match(rf"N{_NP}[Bb]{{1,2}}(?!a?K)", symbols[index : index + 16])
        if not told_anew and not re.search(r"[;cS]|[J,][daDw]{0,4}[Bb]", symbols[parent:index]):
            return Link("coordinated object", base.triggers, head, parent)
    if _COMPARED.match(backwards, place, place + 5):
        return Link("compared figure", base.triggers, base.head if head is None else head, parent)
    if _COUNTED.match(backwards, place, place + 12) and not _unrelated(tokens, symbols, index):
        return Link("count noun of the same loss", base.triggers, base.head if head is None else head, parent)
    if _SUBSET.match(symbols, index) and re.match(r"N[da]{0,3}[J,;:(\-]", backwards[place:]):
        return Link("part of a figure", base.triggers, head, parent)
    return None


def _rated(tokens: list[Token], index: int) -> bool:
    """Whether a figure is told per day, week or month right away."""
    words = [t.word for t in tokens[index + 1 : index + 5]]
    joined = " ".join(words)
    return bool(re.search(r"\b(?:(?:a|per|each|every|every single) (?:day|week|month)|daily|weekly|monthly)\b", joined))


def _ahead(tokens: list[Token], symbols: str, index: int) -> int | None:
    """The figure before this one that a later participle will claim: "27 people, including two civilians, were killed"."""
    for k in range(index - 1, max(-1, index - 14), -1):
        if symbols[k] == "N":
            return k
    return None


def count_of_former(tokens: list[Token], index: int) -> bool:
    """Whether a figure without a loss word goes on with the loss told before: "the total stands at N", "N were volunteers"."""
    nearby = tokens[max(0, index - 14) : index + 16]
    symbols = "".join(token.symbol for token in nearby)
    place = index - max(0, index - 14)
    counted = _COUNTED.match(symbols[::-1], len(symbols) - 1 - place)
    if counted and not _unrelated(nearby, symbols, place) and head_of(nearby, symbols, place) is None:
        return True
    if [t.word for t in tokens[index + 1 : index + 3]] in (["of", "them"], ["of", "those"], ["of", "whom"]):
        return True
    opening = [t.word for t in tokens[:3]]
    return bool(
        index <= 6
        and (
            opening[:1] in (["among"], ["including"], ["among them"], ["among whom"])
            or opening[:2] in (["of", "those"], ["of", "these"], ["of", "them"], ["among", "them"])
        )
    )


def part_is_civilian(index: int, tokens: list[Token]) -> bool:
    """Whether civilians are told as a smaller part of the figure, so that the rest were none: "27 people, including two civilians"."""
    after = tokens[index + 1 : index + 8]
    for k, token in enumerate(after[:-2]):
        if token.symbol == "i" and after[k + 1].symbol == "N":
            part = after[k + 1].data
            return any(t.word == "civilians" for t in after[k + 2 : k + 4]) and part.size * 2 < tokens[index].data.size
    return False
