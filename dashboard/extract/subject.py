"""Whose losses a figure counts, and whether it counts personnel, civilians or equipment."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.extract.lexicon import losses
from dashboard.extract.lexicon.sources import OUTLETS_BY_COUNTRY
from dashboard.extract.linking import Link
from dashboard.extract.speakers import Registry, side_of, side_of_name
from dashboard.extract.tokens import Side, Token, read
from dashboard.model import Document

_UNARMED = frozenset(losses.CIVILIANS)
_FLEXIBLE = frozenset("people person persons lives men man souls women victims staff members workers volunteers nationals citizens humans".split())
_CITY_WORDS = frozenset("strike strikes shelling airstrike airstrikes bombardment missile missiles attack attacks drone apartment hospital market city village residential school".split())


@dataclass(slots=True)
class Setting:
    """What earlier sentences tell: sides of losses in order, sides spoken of, the text's usual category and side."""

    registry: Registry
    sides: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    usual_category: str = "personnel"
    usual_side: str | None = None


def subject_of(link: Link, index: int, tokens: list[Token], setting: Setting, claimant: str | None) -> tuple[str | None, str]:
    """The side that suffered and the rule that tells it."""
    registry = setting.registry
    for side, rule in (_beside(link, index, tokens, registry), _of_verb(link, index, tokens, registry), _of_noun(link, index, tokens, registry)):
        if side and side != "*enemy":
            return side, rule
        if side == "*enemy":
            return _opponent(side_of_name(claimant, registry), registry) or _default(setting), "the enemy of the one who reports"
    agent = _agent(link, index, tokens, registry)
    if agent:
        other = _opponent(agent, registry)
        if other:
            return other, "the opponent of those who inflicted it"
    own = side_of_name(claimant, registry)
    if own and any(t.word in ("their", "its", "our") for t in tokens[max(0, index - 2) : index + 4]) and not link.rule.startswith("active"):
        return own, "their own, says the claimant"
    nearby = _nearest(index, tokens, registry) or _sufferer(tokens, registry)
    if nearby:
        return nearby, "the side named in the sentence"
    armed = _army(index, tokens, registry) if not setting.sides else None
    if armed:
        return armed, "the army named in the sentence"
    return _default(setting), "the side spoken of before"


def _beside(link: Link, index: int, tokens: list[Token], registry: Registry) -> tuple[str | None, str]:
    """A side between the figure and its noun, the noun itself, or an adjective right behind it."""
    end = max([link.head if link.head is not None else index, *[t for t in link.triggers if index < t <= index + 6]])
    if link.head is None and not link.triggers:
        return None, ""
    for k in range(index + 1, end + 1):
        token = tokens[k]
        if token.symbol in "DG" and not (k + 1 < len(tokens) and tokens[k + 1].word == "-"):
            return side_of(token, registry), "the adjective beside the figure"
        if isinstance(token.data, Side) and token.data.name == "*enemy":
            return "*enemy", ""
        if token.word == "enemy":
            return "*enemy", ""
    after = tokens[end + 1 : end + 4]
    if len(after) > 1 and after[0].word in ("from", "of") and after[1].symbol == "D" and link.head is not None:
        return side_of(after[1], registry), "the side the people are of"
    return None, ""


def _of_verb(link: Link, index: int, tokens: list[Token], registry: Registry) -> tuple[str | None, str]:
    """The subject of "lost" or "suffered": whose loss it is."""
    first = min(link.triggers, default=index)
    verb = None
    if tokens[first].symbol == "L" and first < index:
        verb = first
    else:
        for k in range(index - 1, max(-1, index - 14), -1):
            if tokens[k].word in ("suffered", "suffer", "suffers", "suffering", "sustained", "sustaining", "sustain", "incurred", "taken", "had", "losing", "lost", "seen", "recorded") and tokens[first].symbol in "XL":
                verb = k
                break
    if verb is None:
        return None, ""
    for k in range(verb - 1, max(-1, verb - 16), -1):
        token = tokens[k]
        if token.symbol in ";" or token.word in ("said", "says", "that", "claims", "estimates", "while"):
            if token.word not in ("that",) or k < verb - 1:
                break
        side = "*enemy" if token.word in losses_enemy() else side_of(token, registry)
        if side and not _in_adverbial(tokens, k):
            return side, "the subject of lost or suffered"
    return None, ""


def losses_enemy() -> frozenset[str]:
    """Words by which a party's own report calls its adversary."""
    return _ENEMY


_ENEMY = frozenset("enemy invaders invader occupiers occupier occupants aggressor orcs".split())


def _in_adverbial(tokens: list[Token], k: int) -> bool:
    """Whether a side is only a place ("in Ukraine", "the war in Ukraine")."""
    return k > 0 and tokens[k - 1].word in ("in", "near", "against", "across", "on", "to", "from", "inside", "around", "into", "with", "by", "for") and not tokens[k].possessive


def _of_noun(link: Link, index: int, tokens: list[Token], registry: Registry) -> tuple[str | None, str]:
    """The side in front of or behind a noun of loss: "Russian casualties", "losses of the enemy"."""
    for trigger in link.triggers:
        if tokens[trigger].symbol not in "XK":
            continue
        for k in range(trigger - 1, max(-1, trigger - 6), -1):
            token = tokens[k]
            if token.symbol in ",;:nNLVSO" or (token.symbol == "B"):
                break
            if token.word in _ENEMY:
                return "*enemy", ""
            side = side_of(token, registry)
            if side and (tokens[trigger].symbol == "X" or tokens[k + 1].symbol in "PCGKDJ" or k == trigger - 1):
                return side, "the side before the noun of loss"
        after = [t for t in tokens[trigger + 1 : trigger + 6]]
        if len(after) > 1 and after[0].word in ("of", "among", "for", "on", "by", "in") and tokens[trigger].symbol == "X":
            for token in after[1:4]:
                if token.symbol in ",;NS":
                    break
                if token.word in _ENEMY:
                    return "*enemy", ""
                if after[0].word in ("of", "among", "for", "by", "on") and side_of(token, registry):
                    return side_of(token, registry), "the side after the noun of loss"
    return None, ""


def _agent(link: Link, index: int, tokens: list[Token], registry: Registry) -> str | None:
    """The side that inflicted the loss: the subject of an active verb, or after "by"."""
    if link.rule.startswith(("active", "coordinated", "destroy")):
        first = min(link.triggers, default=index)
        for k in range(first - 1, max(-1, first - 14), -1):
            if tokens[k].symbol == ";":
                break
            side = side_of(tokens[k], registry)
            if side and not _in_adverbial(tokens, k):
                return side
    for k in range(index + 1, min(len(tokens) - 1, index + 14)):
        if tokens[k].word == "by":
            for token in tokens[k + 1 : k + 4]:
                if side_of(token, registry):
                    return side_of(token, registry)
            return None
    return None


def _opponent(side: str | None, registry: Registry) -> str | None:
    """The other party of a war of two."""
    return next((n for n in registry.parties if n != side), None) if side in registry.parties else None


def _nearest(index: int, tokens: list[Token], registry: Registry) -> str | None:
    """The last side named before the figure that is neither a place nor a source, else None."""
    for k in range(index - 1, -1, -1):
        token = tokens[k]
        side = side_of(token, registry)
        following = tokens[k + 1].symbol if k + 1 < len(tokens) else ""
        if side and not _in_adverbial(tokens, k) and (token.possessive or following in "PCX"):
            return side
    return None


def _sufferer(tokens: list[Token], registry: Registry) -> str | None:
    """The side that is said to suffer or lose, wherever in the sentence."""
    for k, token in enumerate(tokens):
        if token.word.startswith("suffer") or token.word in ("faced", "faces", "facing", "sustained", "endured") or token.symbol == "L":
            for j in range(k - 1, max(-1, k - 6), -1):
                side = side_of(tokens[j], registry)
                if side and not _in_adverbial(tokens, j):
                    return side
    return None


def _army(index: int, tokens: list[Token], registry: Registry) -> str | None:
    """The only party that is named by an adjective before its army or people in the sentence."""
    found = {side_of(t, registry) for t, after in zip(tokens, tokens[1:], strict=False) if t.symbol == "D" and (after.symbol in "PCX" or after.word in ("army", "forces", "military", "side"))}
    return next(iter(found)) if len(found) == 1 else None


def note_sides(tokens: list[Token], setting: Setting) -> None:
    """Remembers the party whose army or losses a sentence speaks of, for a later figure that names none."""
    registry = setting.registry
    side = _sufferer(tokens, registry)
    if side is None:
        for token, after in zip(tokens, tokens[1:], strict=False):
            if token.symbol == "D" and (after.symbol in "PXK" or after.word in ("casualty", "war", "army", "forces")):
                side = side_of(token, registry) or side
    if side:
        setting.spoken.append(side)


def usual_side(document: Document, registry: Registry) -> str | None:
    """The side whose losses a text is likely about: the sufferer of its title, else the adversary of its publisher's country."""
    title = document.title or ""
    tokens = read(title, 0, len(title), registry.overlay)
    side = _sufferer(tokens, registry) or _army(0, tokens, registry)
    if side:
        return side
    country = next((c for c, names in OUTLETS_BY_COUNTRY.items() if any(n in (document.publisher or "").lower() for n in names)), None)
    return _opponent(country, registry)


def _default(setting: Setting) -> str | None:
    """The side whose losses were told last, else the one of the headline."""
    if setting.sides:
        return setting.sides[-1]
    return setting.spoken[-1] if setting.spoken else setting.usual_side


def category_of(link: Link, index: int, tokens: list[Token], setting: Setting, side: str | None, claimant: str | None) -> str:
    """Personnel, civilians or an equipment category, by the noun that is counted, else by what surrounds it."""
    registry = setting.registry
    head = tokens[link.head] if link.head is not None else None
    if head is not None and head.symbol == "E":
        return str(head.data)
    warring = set(registry.parties)
    if head is not None and head.symbol == "P":
        return "personnel"
    first = min([*link.triggers, index])
    window = [t for t in tokens[max(0, min(first, index) - 6) : index + 9] if not t.capital]
    if any(t.word in ("lives", "civilian") for t in (tokens[k] for k in link.triggers)) or any(tokens[k].word in ("hostage",) for k in link.triggers):
        return "civilians"
    equipped = _equipment(link, tokens)
    if equipped:
        return equipped
    if head is not None and head.symbol == "C" and head.word not in _FLEXIBLE:
        return "civilians"
    if any(t.word in ("civilian", "civilians", "noncombatants") for t in window) and not any(t.symbol == "P" for t in window):
        return "civilians"
    if head is not None and head.symbol == "C":
        if any(tokens[k].symbol == "L" for k in link.triggers) and side in warring and "lives" not in head.word:
            return "personnel"
        if _soldiers_meant(tokens, index, setting):
            return "personnel"
        return "civilians"
    if head is not None and head.symbol == "G":
        attack = any(t.word in _CITY_WORDS for t in tokens)
        return "personnel" if side in warring and not (attack and side != "Russia") and not attack else ("personnel" if _soldiers_meant(tokens, index, setting) else "civilians")
    people = [t.symbol for t in window if t.symbol in "PC" and t.word not in ("general", "generals", "commander", "major", "officer")]
    if people and len(set(people)) == 1:
        return "personnel" if people[0] == "P" else "civilians"
    if setting.categories:
        return setting.categories[-1]
    return setting.usual_category


def _equipment(link: Link, tokens: list[Token]) -> str | None:
    """The equipment right before a noun of loss: "hardware losses", "tank losses"."""
    for k in link.triggers:
        if tokens[k].symbol == "X" and k and tokens[k - 1].symbol == "E":
            return str(tokens[k - 1].data)
    return None


def _soldiers_meant(tokens: list[Token], index: int, setting: Setting) -> bool:
    """Whether "people" is a count of soldiers: troops in the same sentence that are not the attackers."""
    return bool(setting.categories and setting.categories[-1] == "personnel" and not any(t.word in _CITY_WORDS for t in tokens) and not any(t.symbol == "C" and t.word not in _FLEXIBLE for t in tokens))
