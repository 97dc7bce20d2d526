"""Which attribution of a sentence covers a figure, and who passed it on."""

from __future__ import annotations

import itertools

from dashboard.extract.attribution import Attribution
from dashboard.extract.speakers import is_outlet
from dashboard.extract.tokens import Token

_ADDING = frozenset("also including not only".split())
# By these verbs an office counts; who tells of it is named behind: "a call centre has recorded 7,200, a minister said".
_COUNTED = frozenset(f"subject of {verb}" for verb in "recorded registered logged documented counted".split())
# How far behind a closing mark the one quoted begins: "…," a spokesman for.
_RIGHT_BEHIND = 8
_BREAKING = frozenset("but while whereas although though compared".split())


def attribution_for(
    index: int, tokens: list[Token], found: list[Attribution], text: str = ""
) -> tuple[Attribution | None, Attribution | None]:
    """The attribution that covers the figure at a token, and the one who passed it on; (None, None) without any."""
    leading = [a for a in found if a.end < index and (a.leads or _opens(a, tokens))]
    trailing = [a for a in found if not a.leads and a.start > index] + [
        a for a in found if a.leads and a.start > index and _trails(tokens, a)
    ]
    trailing.sort(key=lambda a: a.start)
    inner = [a for a in found if not a.leads and a.end < index]
    chosen: Attribution | None = None
    alone = len(found) == 1 and not any(t.symbol == ";" for t in tokens[index : found[0].start])
    if trailing and (
        alone or _quoted(tokens, index, trailing[0], text) or not _parted(tokens, index, trailing[0].start)
    ):
        chosen = trailing[0]
    if chosen is not None and is_outlet(chosen.name):
        cited = next((a for a in trailing[1:] if a.how in ("citing", "according to") and not is_outlet(a.name)), None)
        if cited is not None:
            return cited, chosen
    lead = leading[-1] if leading else None
    if lead is not None and is_outlet(lead.name) and (cited := _cited(found, lead, index)) is not None:
        return cited, lead
    if lead is not None and chosen is not None and _tells_little(tokens, lead) and not is_outlet(chosen.name):
        return chosen, None
    if (
        lead
        and not _broken(tokens, lead, index, found)
        and (chosen is None or chosen.how in ("subject of told",) or lead.how != "before a colon")
    ):
        if chosen is None or chosen.leads or is_outlet(chosen.name) or _own_deed(tokens, lead):
            chosen, other = lead, chosen
        else:
            other = lead
        return chosen, (other if other is not None and other.name != chosen.name else None)
    if chosen is None and inner and not _broken(tokens, inner[-1], index, found):
        chosen = inner[-1]
    return chosen, None


def _opens(attribution: Attribution, tokens: list[Token]) -> bool:
    """Whether a sentence begins with its source: "According to X, …", "Also, according to X, …"."""
    return (
        attribution.start <= 2
        and attribution.how in ("according to", "citing")
        and all(t.symbol != "N" for t in tokens[:2])
    )


def _cited(found: list[Attribution], lead: Attribution, index: int) -> Attribution | None:
    """Whom an outlet cites between its name and the figure."""
    cited = (a for a in found if a.how == "citing" and (lead.end < a.start < index or a.start == 0))
    return next((a for a in cited if not is_outlet(a.name)), None)


def _tells_little(tokens: list[Token], lead: Attribution) -> bool:
    """Whether a source is a count or a common noun, whose maker another source behind the figure tells."""
    counts = lead.name.islower() and lead.how in _COUNTED
    return counts or (_only_office(lead.name) and not _own_deed(tokens, lead))


def _own_deed(tokens: list[Token], lead: Attribution) -> bool:
    """Whether a source tells what it did itself, which others pass on: "it says it killed nine, according to"."""
    behind = [t.word for t in tokens[lead.end + 1 : lead.end + 4] if t.word != "that"]
    return behind[:1] in (["it"], ["they"]) or behind[:2] == ["to", "have"]


def _only_office(name: str) -> bool:
    """Whether a name is a common noun that tells little: "the alliance believes …, a NATO diplomat said"."""
    return name.islower() and len(name.split()) == 1


def _trails(tokens: list[Token], attribution: Attribution) -> bool:
    """Whether "X said" comes after what it says: a comma stands before it and the sentence ends soon after."""
    before = attribution.start - 1
    behind = tokens[attribution.end + 1 :]
    if before >= 0 and tokens[before].symbol == "-" and any(t.symbol == "N" for t in behind):
        return False
    if behind and (behind[0].word == "that" or (tokens[before].word == "and" and any(t.symbol == "N" for t in behind))):
        return False
    if before >= 0 and tokens[before].symbol in "XKPCq" and (not behind or behind[0].symbol in ",.TI;)B"):
        return not any(t.symbol == "N" for t in behind[:4])
    return before >= 0 and (
        tokens[before].symbol in ",." or tokens[before].word in ("and",) or tokens[before].symbol == "-"
    )


def _quoted(tokens: list[Token], index: int, source: Attribution, text: str) -> bool:
    """Whether the quotation in which a figure stands closes right before the one who is quoted."""
    between = text[tokens[index].end : tokens[source.start].start]
    return between.count('"') == 1 and len(between) - between.rindex('"') < _RIGHT_BEHIND


def _parted(tokens: list[Token], index: int, start: int) -> bool:
    """Whether a break lies between a figure and an attribution behind it."""
    return any(
        t.symbol == ";"
        or (t.word == "but" and after.word not in _ADDING)
        or t.word in ("whereas", "although", "though")
        or (t.word == "while" and not after.word.endswith("ing") and after.symbol not in "Nad")
        for t, after in itertools.pairwise(tokens[index : start + 1])
    )


def _in_passing(tokens: list[Token], start: int) -> bool:
    """Whether a source is told between the parts of what it says: "10 died, the mayor said, while 5 were hurt"."""
    return start > 0 and tokens[start - 1].symbol == "," and any(t.symbol == "N" for t in tokens[:start])


def _counts_on(tokens: list[Token], cut: int, index: int) -> bool:
    """Whether a "while" goes on counting: no side or source stands between it and the figure."""
    return all(t.symbol in "daw," for t in tokens[cut + 2 : index])


def _broken(tokens: list[Token], source: Attribution, index: int, found: list[Attribution]) -> bool:
    """Whether what a source says ends before the figure; "while … had been" goes on with what was said."""
    between = tokens[source.end + 1 : index]
    cut = max((k for k, t in enumerate(between) if t.symbol == ";" or t.word in _BREAKING), default=None)
    if cut is None or source.how == "before a colon":
        return False
    if _opens(source, tokens) and between[cut].symbol != ";" and not any(a.start > source.end + cut for a in found):
        return False
    if between[cut].word == "while" and (
        _in_passing(tokens, source.start) or _counts_on(tokens, source.end + cut, index)
    ):
        return any(a.start > index for a in found)
    if between[cut].symbol == ";":
        other = any(t.symbol in "DG" for t in between[cut + 1 : cut + 2])
        return other or any(a.start > source.end + cut for a in found)
    told = {t.word for t in [*between[cut:], *tokens[index : index + 8]]}
    return between[cut].word not in ("while", "but", "and") or "had" not in told or bool({"has", "have"} & told)
