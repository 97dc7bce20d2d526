"""Links taken from another figure: coordinated objects, parts of a whole, comparisons, verbs left out."""

# ruff: noqa: E501 - a rule or a list stays on one line, so that it can be read as one

from __future__ import annotations

import re

from dashboard.extract.lexicon.function import MONTHS
from dashboard.extract.ties import ADJECTIVE, Link, head_of
from dashboard.extract.tokens import Token

_NP = rf"(?:Od?)?{ADJECTIVE}{{0,5}}?(?:JD[aw]{{0,2}})?[PCGE](?:[J\-,]{ADJECTIVE}{{0,3}}[PCGE]){{0,2}}"
_COUNTED = re.compile(r"N[daDw]{0,2}[OTAMB:\-I]{0,3}[daw]{0,3}(?:[nwd]{0,3}I)?x")
_COORDINATED = re.compile(r"N[da]{0,2}[J,]{1,2}")
_INCLUDED = re.compile(r"N[daD]{0,2}(?:J[^;N]{0,4}N[daD]{0,2})?i")
_AMONG = re.compile(rf"N{_NP}[Bb]{{1,2}}a?i[da]{{0,2}}N")
_COMPARED = re.compile(r"N[daD]{0,2}v")
_RATED = re.compile(r"N[daM]{0,3}O?[daM]{0,2}[J,(\-]")
_TOLD_ANEW = re.compile(rf"N{_NP}[Bb]{{1,2}}(?!a?K)")
_SUBSET = re.compile(
    rf"N(?:{ADJECTIVE}{{0,2}}O?[dq]?[Bb]{{1,2}}[daDw]{{0,3}}[PCGwD]|O[qdaw]{{1,2}}[Bb]{{0,2}}[daDw]{{0,3}}[PCGwK])"
)
# "561 of the 1,042 who arrived have been killed": the verb behind the whole counts the part before it.
_OF_WHOLE = re.compile(
    r"N[a]{0,2}Od{0,2}[aDdw]{0,4}(?P<whole>[Nn])[^;:.NXKYc]{0,18}?[Bb]{1,3}a{0,2}(?:(?P<t>K(?:,?J?[da]{0,2}K){0,4})|(?P<y>Y))"
)
# "40 civilians and 11 members of its forces died": a subject shares the verb of the one behind it.
_BEFORE_SUBJECT = re.compile(rf"N{_NP}(?:[IO][aDdw]{{1,4}})?[,J]{{1,2}}[da]{{0,2}}N")
# "and East 130", "and in October - 26,000": name or date and figure, all else left out.
_ELLIPSIS = re.compile(r"N[da(]{0,2}[,:\-]?(?P<name>(?:[dawDO]{1,5}|[dawDO]{0,3}P))I?[J,;]{1,2}")
_PARALLEL = re.compile(r"N(?P<prep>[Ii])[aDdw]{0,4}[PCGD]")
_TAKEN = frozenset("captured capturing capture captures".split())
_ADDED = frozenset(("along with", "as well as", "together with", "in addition to"))
_SPOKEN = frozenset("speak speaks spoke spoken talk talks talked".split())
_SHARED_VERBS = ("active", "lose", "destroy", "coordinated", "part of a figure", "verb left out")


def shared(tokens: list[Token], symbols: str, backwards: str, index: int, links: dict[int, Link]) -> Link | None:
    """A link taken from another figure of the sentence: coordinated objects, parts of a whole, comparisons."""
    place = len(symbols) - 1 - index
    parent = max((k for k in links if k < index), default=None)
    head = head_of(tokens, symbols, index)
    part = _part(tokens, symbols, backwards, index, links)
    if part or _INCLUDED.match(backwards, place, place + 12):
        return part
    if ahead := _of_later(symbols, index, head, links):
        return ahead
    if parent is None:
        return None
    base = links[parent]
    told = base.head if head is None else head
    if tokens[index - 1].word in ("abducted", "kidnapped", "abducting", "kidnapping") and base.rule.startswith(
        "active"
    ):
        return Link("abducted beside killed", [index - 1], head, parent)
    if _rated(tokens, index) and _RATED.match(backwards, place):
        return Link("rate of the same loss", base.triggers, told, parent)
    if _coordinated(tokens, symbols, backwards, index, head, parent, base):
        return Link("coordinated object", base.triggers, told, parent)
    if _COMPARED.match(backwards, place, place + 5):
        return Link("compared figure", base.triggers, told, parent)
    if _accounted(tokens, index) or (
        _COUNTED.match(backwards, place, place + 12) and not unrelated(tokens, symbols, index)
    ):
        return Link("count noun of the same loss", base.triggers, told, parent)
    if tokens[index - 1].word in _TAKEN and index + 1 < len(tokens) and tokens[index + 1].word in ("others", "more"):
        return Link("captured beside killed", [index - 1], told, parent)
    if _SUBSET.match(symbols, index) and re.match(r"N[da]{0,3}[J,;:(\-]", backwards[place:]):
        return Link("part of a figure", base.triggers, head, parent)
    if left_out(tokens, symbols, index, parent) or _of_other_time(tokens, symbols, index, parent, base):
        return Link("verb left out", base.triggers, base.head, parent)
    return _parallel(tokens, symbols, backwards, index, parent, base)


def _part(tokens: list[Token], symbols: str, backwards: str, index: int, links: dict[int, Link]) -> Link | None:
    """A part told with "including" or "among"."""
    place = len(symbols) - 1 - index
    parent = max((k for k in links if k < index), default=None)
    head = head_of(tokens, symbols, index)
    if _INCLUDED.match(backwards, place, place + 12):
        ahead = _ahead(symbols, index)
        parent = parent if parent is not None else ahead if ahead in links else None
        return Link("part of a figure", links[parent].triggers, head, parent) if parent is not None else None
    among = _AMONG.match(symbols, index, index + 24)
    if among and (whole := among.end() - 1) in links:
        return Link("part of a figure", links[whole].triggers, head, whole)
    return None


def _of_later(symbols: str, index: int, head: int | None, links: dict[int, Link]) -> Link | None:
    """The link of a coordinated subject by the verb of the figure behind it."""
    if head is None or not (match := _BEFORE_SUBJECT.match(symbols, index, index + 24)):
        return None
    later = links.get(match.end() - 1)
    if later is None or not later.rule.startswith(("figure, people", "figure, passive", "figure, group")):
        return None
    return Link("subject of the same verb", later.triggers, head)


def _coordinated(
    tokens: list[Token], symbols: str, backwards: str, index: int, head: int | None, parent: int, base: Link
) -> bool:
    """Whether a figure is a further object of the verb of the figure before it."""
    place = len(symbols) - 1 - index
    if tokens[index - 1].word in _ADDED or (symbols[index - 1] in "da" and tokens[index - 2].word in _ADDED):
        return head is not None
    if head is None or not base.rule.startswith(_SHARED_VERBS) or not _COORDINATED.match(backwards, place, place + 5):
        return False
    if _TOLD_ANEW.match(symbols[index : index + 16]):
        return False
    return not re.search(r"[;cS]|[J,][daDw]{0,4}[Bb]", symbols[parent:index])


def left_out(tokens: list[Token], symbols: str, index: int, parent: int) -> bool:
    """Whether a figure stands behind a name or a date alone, its verb and noun left out: "and Battlegroup East 130"."""
    place = len(symbols) - 1 - index
    match = _ELLIPSIS.match(symbols[::-1], place, place + 12)
    if not match or symbols[index + 1 : index + 2] not in ("", ".", ",", "J", "I", ";", ")"):
        return False
    first = index - (match.end("name") - place)
    named = tokens[first:index]
    capital = any(t.capital or t.word in MONTHS for t in named)
    sizes = tokens[index].data.size, tokens[parent].data.size
    verbs = any(symbol in "KVLYSMBb" for symbol in symbols[parent + 1 : index])
    said = re.search(r"[LMV]", symbols[parent + 1 : index])
    return capital and not said and not verbs and 0.02 < (sizes[0] + 1) / (sizes[1] + 1) < 50


def _of_other_time(tokens: list[Token], symbols: str, index: int, parent: int, base: Link) -> bool:
    """Whether a figure tells the same loss over another time: "lost 20,000 men in July, 112,500 since January"."""
    after = [t.word for t in tokens[index + 1 : index + 4]]
    timed = after[:1] == ["since"] or after[:2] in (["this", "year"], ["so", "far"], ["in", "total"], ["in", "all"])
    plain = not re.search(r"[;c]", symbols[parent:index]) and symbols[index - 1] in ",J"
    return timed and plain and base.rule.startswith(_SHARED_VERBS) and tokens[index].data.size >= 10


def _parallel(tokens: list[Token], symbols: str, backwards: str, index: int, parent: int, base: Link) -> Link | None:
    """The link of a figure built like the one before: "273 dead among police and 259 among gunmen"."""
    match = _PARALLEL.match(symbols, index, index + 8)
    last = base.triggers[-1] if base.triggers else parent
    if not match or not _COORDINATED.match(backwards, len(symbols) - 1 - index, len(symbols) + 4 - index):
        return None
    if last < parent or last + 1 >= index or tokens[last + 1].word != tokens[index + 1].word:
        return None
    return Link("built like the one before", base.triggers, match.end() - 1, parent)


def _accounted(tokens: list[Token], index: int) -> bool:
    """Whether a figure is a part of the loss told before: "convicts account for 16,541"."""
    before = " ".join(t.word for t in tokens[max(0, index - 2) : index])
    return before.endswith(("account for", "accounted for", "accounting for", "make up", "made up", "making up"))


def compared(symbols: str, index: int) -> bool:
    """Whether a figure is set against the one before it: "up from 1,030"."""
    return bool(_COMPARED.match(symbols[::-1], len(symbols) - 1 - index))


def of_whole(tokens: list[Token], symbols: str, links: dict[int, Link]) -> None:
    """Moves the link of a whole to the part counted before it: "600 of the 15,000 men sent have died"."""
    for index in [k for k, symbol in enumerate(symbols) if symbol == "N"]:
        match = _OF_WHOLE.match(symbols, index, index + 44)
        if not match:
            continue
        whole = match.start("whole")
        if whole in links and links[whole].rule in ("figure, participle", "figure, noun of loss"):
            continue
        begin, end = match.span("t") if match["t"] else match.span("y")
        triggers = [k for k in range(begin, end) if symbols[k] in "KY"]
        links.pop(whole, None)
        if index not in links or links[index].rule.startswith(("figure", "noun")):
            links[index] = Link("part of a group", triggers, head_of(tokens, symbols, whole))


def unrelated(tokens: list[Token], symbols: str, index: int) -> bool:
    """Whether what follows the figure shows that it counts something other than the loss before it."""
    head = head_of(tokens, symbols, index)
    after = symbols[index + 1 : index + 2]
    return head is None and after == "w" and tokens[index + 1].end - tokens[index + 1].start > 2


def _rated(tokens: list[Token], index: int) -> bool:
    """Whether a figure is told per day, week or month right away."""
    words = [t.word for t in tokens[index + 1 : index + 5]]
    joined = " ".join(words)
    return bool(re.search(r"\b(?:(?:a|per|each|every|every single) (?:day|week|month)|daily|weekly|monthly)\b", joined))


def _ahead(symbols: str, index: int) -> int | None:
    """The figure before this one that a later participle will claim: "27 people, including two civilians, were killed"."""
    return next((k for k in range(index - 1, max(-1, index - 14), -1) if symbols[k] == "N"), None)


def count_of_former(tokens: list[Token], index: int) -> bool:
    """Whether a figure without a loss word goes on with the loss told before: "the total stands at N", "N were volunteers"."""
    nearby = tokens[max(0, index - 14) : index + 16]
    symbols = "".join(token.symbol for token in nearby)
    place = index - max(0, index - 14)
    headless = head_of(nearby, symbols, place) is None
    counted = _COUNTED.match(symbols[::-1], len(symbols) - 1 - place)
    if counted and headless and not unrelated(nearby, symbols, place):
        return True
    if headless and _accounted(nearby, place):
        return True
    if headless and _spoken_of(nearby, symbols, place):
        return True
    if [t.word for t in tokens[index + 1 : index + 3]] in (["of", "them"], ["of", "those"], ["of", "whom"]):
        return True
    return of_former(tokens, index)


def of_former(tokens: list[Token], index: int) -> bool:
    """Whether a sentence opens with those just counted: "Of those killed, N were officers"."""
    opening = [t.word for t in tokens[:3]]
    return bool(
        index <= 6
        and (
            opening[:1] in (["among"], ["including"], ["among them"], ["among whom"])
            or opening[:2] in (["of", "those"], ["of", "these"], ["of", "them"], ["among", "them"])
        )
    )


def _spoken_of(tokens: list[Token], symbols: str, index: int) -> bool:
    """Whether a figure alone is what somebody speaks of or puts it at: "rebels spoke of 60", "Kyiv puts it at 400"."""
    if symbols[index + 1 : index + 2] not in ("", ".", ",", ";"):
        return False
    before = [t.word for t in tokens[max(0, index - 3) : index]]
    return (before[-1:] == ["of"] and bool(_SPOKEN & set(before))) or before[-2:] in (["it", "at"], ["them", "at"])
