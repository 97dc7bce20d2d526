"""Whose losses a figure counts: the side beside the figure, of the verb, of the noun, then what the sentence
implies."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dashboard.extract.lexicon.places import COUNTRY_OF_PLACE
from dashboard.extract.lexicon.sides import ENEMY
from dashboard.extract.lexicon.sources import OUTLETS_BY_COUNTRY
from dashboard.extract.linking import Link
from dashboard.extract.speakers import Registry, side_of, side_of_name
from dashboard.extract.tokens import Side, Token, read
from dashboard.model import Document

_ENEMY = frozenset(ENEMY)
_NEAR = 40
_SUFFER = frozenset(
    """
        suffered suffer suffers suffering sustained sustaining sustain incurred incur taken had losing lost
        seen recorded faced faces facing endured lose loses
    """.split()
)
_PLACED = frozenset("in near across inside around into at on from throughout outside over".split())
LOCAL = frozenset(
    """
        health hospital hospitals medics doctors rescuers rescue governor mayor police emergency civil local
        regional prosecutors administration
    """.split()
)
_AIMED = frozenset("against with by to for between".split())
_WEAPONS = frozenset(
    """
        strike strikes airstrike airstrikes air attack attacks missile missiles drone drones shelling
        bombardment bombing raid raids rocket rockets fire assault offensive forces troops gunmen fighters
        militants jets warplanes artillery army military operation mortar invasion
    """.split()
)


@dataclass(slots=True)
class Setting:
    """What earlier sentences tell: sides of losses in order, sides spoken of, the text's usual category and side."""

    registry: Registry
    sides: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    usual_category: str = "personnel"
    usual_side: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One figure in its sentence, as every rule sees it."""

    link: Link
    index: int
    tokens: list[Token]
    setting: Setting
    claimant: str | None
    sources: tuple[range, ...]
    former: tuple[int, str | None] | None = None

    @property
    def registry(self) -> Registry:
        """The names of sides."""
        return self.setting.registry

    @property
    def armed(self) -> bool:
        """Whether the figure counts soldiers by its noun, or things."""
        return self.link.head is not None and self.tokens[self.link.head].symbol in "PE"

    @property
    def civil(self) -> bool:
        """Whether the figure counts people who are no soldiers by its noun."""
        return self.link.head is not None and self.tokens[self.link.head].symbol in "C"


Rule = Callable[[Case], str | None]


def subject_of(
    link: Link,
    index: int,
    tokens: list[Token],
    setting: Setting,
    claimant: str | None,
    sources: tuple[range, ...] = (),
    former: tuple[int, str | None] | None = None,
) -> tuple[str | None, str]:
    """The side that suffered and the rule that tells it."""
    if _both(link, index, tokens):
        return "both sides", "both sides together"
    case = Case(link, index, tokens, setting, claimant, sources, former)
    for name, rule in _RULES:
        side = rule(case)
        if side == "*enemy":
            own = side_of_name(claimant, case.registry) or _side_of_source(case)
            side = opponent(own, case.registry) or _told_before(case)
            name = "the enemy of the one who reports"
        if side:
            return side, name
    return None, "no side is named"


def _both(link: Link, index: int, tokens: list[Token]) -> bool:
    """Whether a figure counts the losses of two sides together."""
    end = max([index, *link.triggers, link.head or index])
    words = [t.word for t in tokens[index : end + 4]]
    if "both" in words and words[words.index("both") + 1 : words.index("both") + 2] in (["sides"], ["armies"]):
        return True
    counted = [k - 5 for k in link.triggers if tokens[k].symbol == "X"]
    first = min([index, *counted])
    return any(
        tokens[k].symbol == "J" and tokens[k - 1].symbol in "DG" and tokens[k + 1].symbol in "DG"
        for k in range(max(1, first), min(end, len(tokens) - 1))
    )


def _side_of_source(case: Case) -> str | None:
    """The party that the words about a source name: "commander of Ukraine's ground forces"."""
    named = (side_of(case.tokens[k], case.registry) for span in case.sources for k in span if k < len(case.tokens))
    return next((side for side in named if side in case.registry.parties), None)


def _of_whom(case: Case) -> str | None:
    """The side of those just named: "12,000 North Koreans were sent, of whom 4,000 have been killed"."""
    before = [t.word for t in case.tokens[max(0, case.index - 2) : case.index]]
    if before != ["of", "whom"]:
        return None
    named = (
        side_of(t, case.registry)
        for k, t in reversed(list(enumerate(case.tokens[: case.index])))
        if not _source(case, k)
    )
    return next((side for side in named if side), None)


def _beside(case: Case) -> str | None:
    """A side between the figure and its noun or loss word, or right behind the noun."""
    link, index, tokens = case.link, case.index, case.tokens
    end = max([link.head if link.head is not None else index, *[t for t in link.triggers if index < t <= index + 6]])
    for k in range(index + 1, end + 1):
        token = tokens[k]
        if token.word in _ENEMY or (isinstance(token.data, Side) and token.data.name == "*enemy"):
            return "*enemy"
        if (
            token.symbol in "DG"
            and not _in_adverbial(tokens, k)
            and not (
                k + 1 < len(tokens)
                and tokens[k + 1].word in _WEAPONS - {"forces", "troops", "fighters", "militants", "military", "army"}
            )
        ):
            return side_of(token, case.registry)
    after = tokens[end + 1 : end + 4]
    if len(after) > 1 and after[0].word in ("from", "of") and after[1].symbol == "D" and link.head is not None:
        return side_of(after[1], case.registry)
    return None


def _of_verb(case: Case) -> str | None:
    """The subject of "lost" or "suffered"."""
    link, index, tokens = case.link, case.index, case.tokens
    first = min(link.triggers, default=index)
    verb = first if tokens[first].symbol == "L" and first < index else None
    if verb is None and tokens[first].symbol in "XL":
        verb = next((k for k in range(index - 1, max(-1, index - 14), -1) if tokens[k].word in _SUFFER), None)
    if verb is None:
        return None
    for k in range(verb - 1, max(-1, verb - 16), -1):
        token = tokens[k]
        if token.symbol == ";" or (token.symbol == "S" and k < verb - 1) or token.word in ("while", "said", "says"):
            break
        if token.word in _ENEMY:
            return "*enemy"
        if (
            token.word in ("it", "they", "we", "country")
            and k >= verb - 3
            and (own := side_of_name(case.claimant, case.registry) or _country(case.claimant))
        ):
            return own
        side = side_of(token, case.registry)
        if side and not _in_adverbial(tokens, k) and not any(k in s for s in case.sources):
            return side
    return None


def _of_noun(case: Case) -> str | None:
    """The side in front of or behind a noun of loss: "Russian casualties", "losses of the enemy"."""
    tokens = case.tokens
    for trigger in case.link.triggers:
        if tokens[trigger].symbol not in "XK" or (
            tokens[trigger].symbol == "K" and case.link.rule.startswith("active")
        ):
            continue
        for k in range(trigger - 1, max(-1, trigger - 6), -1):
            token = tokens[k]
            if token.symbol in ",;:nNLVSOBM":
                break
            if token.word in _ENEMY:
                return "*enemy"
            side = side_of(token, case.registry)
            if (
                side
                and (tokens[trigger].symbol == "X" or tokens[k + 1].symbol in "PCGKDJ")
                and not _in_adverbial(tokens, k)
            ):
                return side
        after = tokens[trigger + 1 : trigger + 6]
        if len(after) > 1 and after[0].word in ("of", "among", "for", "by", "on") and tokens[trigger].symbol == "X":
            for token in after[1:4]:
                if token.symbol in ",;NS":
                    break
                if token.word in _ENEMY:
                    return "*enemy"
                if side_of(token, case.registry):
                    return side_of(token, case.registry)
        if (
            tokens[trigger].symbol == "X"
            and any(t.word in _SUFFER for t in after)
            and not any(t.symbol in ",;" for t in after[:2])
        ):
            side = next((side_of(t, case.registry) for t in after if side_of(t, case.registry)), None)
            if side:
                return side
    return None


def _own(case: Case) -> str | None:
    """The claimant's own side: "its servicemen", or soldiers whom a party's officials report dead without naming a
    side."""
    side = side_of_name(case.claimant, case.registry) or _country(case.claimant)
    if side is None:
        return None
    near = case.tokens[max(0, case.index - 2) : case.index + 5]
    if any(t.word in ("its", "their", "our", "his") for t in near) and not case.link.rule.startswith("active"):
        return side
    passive = not case.link.rule.startswith(("active", "lose", "coordinated", "destroy", "noun"))
    told = bool(case.setting.sides or case.setting.spoken)
    return (
        side
        if passive
        and case.armed
        and case.tokens[case.link.head or 0].symbol == "P"
        and not told
        and case.tokens[case.index].data.size < 2000
        else None
    )


def _country(name: str | None) -> str | None:
    """The country in whose name a claimant speaks, by the first side word in the name."""
    words = (name or "").replace("'s", "")
    tokens = read(words, 0, len(words), {})
    return next((t.data.name for t in tokens if isinstance(t.data, Side)), None)


def _place(case: Case) -> str | None:
    """The side on whose soil civilians died, or soldiers in a land that is no party to the war."""
    parties = case.registry.parties
    sides = list(_places(case))
    agent = _agent(case)
    for side in sides:
        if side == agent and len(sides) > 1:
            continue
        if not case.armed and (case.civil or side not in parties or _struck(case)):
            return side
        if case.armed and side not in parties:
            return side
    return None


def _struck(case: Case) -> bool:
    """Whether the sentence tells of a strike from afar."""
    return any(
        t.word
        in (
            "strike",
            "strikes",
            "airstrike",
            "airstrikes",
            "missile",
            "missiles",
            "shelling",
            "drone",
            "drones",
            "bombardment",
            "attack",
            "attacks",
        )
        for t in case.tokens
    )


def _places(case: Case) -> Iterator[str]:
    """The sides of places named in the sentence, in order."""
    tokens = case.tokens
    for k in _around(case):
        token = tokens[k]
        if _source(case, k):
            continue
        pair = f"{token.word} {tokens[k + 1].word}" if k + 1 < len(tokens) else ""
        country = COUNTRY_OF_PLACE.get(token.word) or COUNTRY_OF_PLACE.get(pair)
        if country and (token.capital or token.word == "enclave"):
            yield country
        elif (
            token.symbol == "D"
            and not _owns_weapon(tokens, k)
            and (
                _in_place(tokens, k)
                or (
                    k + 1 < len(tokens)
                    and tokens[k + 1].word
                    in ("city", "town", "village", "region", "capital", "province", "district", "border")
                )
            )
        ):
            side = side_of(token, case.registry)
            if side:
                yield side


def _in_place(tokens: list[Token], k: int) -> bool:
    """Whether a side's name stands as a place: "in Lebanon", "in southern Gaza", "on the northern Gaza town"."""
    for token in tokens[max(0, k - 4) : k][::-1]:
        if token.word in _PLACED:
            return True
        if token.symbol not in "daw" or token.symbol in ",":
            return False
    return False


def _inflicted(case: Case) -> str | None:
    """The other party than the one that inflicted the loss."""
    return opponent(_agent(case), case.registry)


def _agent(case: Case) -> str | None:
    """The side that inflicted the loss: subject of an active verb, after "by", or owner of the weapon."""
    doer = _doer(case)
    if doer:
        return doer
    tokens, index = case.tokens, case.index
    for k in _around(case):
        token = tokens[k]
        if token.symbol == "D" and _owns_weapon(tokens, k) and abs(k - index) < 22 and not _source(case, k):
            return side_of(token, case.registry)
    for k in range(index + 1, min(len(tokens) - 1, index + 16)):
        if tokens[k].word == "by":
            return next((side_of(t, case.registry) for t in tokens[k + 1 : k + 4] if side_of(t, case.registry)), None)
    return None


def _around(case: Case) -> range:
    """The tokens near enough to a figure to tell whose losses it counts."""
    return range(max(0, case.index - _NEAR), min(len(case.tokens), case.index + _NEAR))


def _source(case: Case, k: int) -> bool:
    """Whether a token belongs to the name of a source."""
    return any(k in s for s in case.sources)


def _doer(case: Case) -> str | None:
    """The subject of an active verb of killing; a pronoun there is the claimant."""
    tokens, index = case.tokens, case.index
    if case.link.rule.startswith(("active", "coordinated", "destroy")):
        first = min(case.link.triggers, default=index)
        loose = tokens[first].word.endswith("ing") and first and tokens[first - 1].symbol == ","
        for k in range(first - 1, max(-1, first - 14), -1):
            side = side_of(tokens[k], case.registry)
            if (
                side
                and not _in_adverbial(tokens, k)
                and not _in_place(tokens, k)
                and not (loose and not _owns_weapon(tokens, k))
            ):
                return side
            if tokens[k].word in ("it", "its", "they", "we", "our") and first - k < 7:
                if case.former is not None:
                    return opponent(case.former[1], case.registry)
                return side_of_name(case.claimant, case.registry)
    return None


def _owns_weapon(tokens: list[Token], k: int) -> bool:
    """Whether a side's name stands before a weapon, a strike or an army: the one who strikes."""
    after = [t.word for t in tokens[k + 1 : k + 3]]
    return bool(after) and (
        after[0] in _WEAPONS or (len(after) > 1 and after[1] in _WEAPONS and tokens[k + 1].symbol in "aw")
    )


def _named_here(case: Case) -> str | None:
    """The side that the sentence is about: its sufferer, the last possessive or adjective of an army, the only
    party named."""
    found = _sufferer(case.tokens, case.registry)
    if found:
        return found
    tokens = case.tokens
    agent = _agent(case)
    for k in range(case.index - 1, -1, -1):
        side = side_of(tokens[k], case.registry)
        following = tokens[k + 1].symbol if k + 1 < len(tokens) else ""
        if (
            side
            and side != agent
            and not _source(case, k)
            and not _in_adverbial(tokens, k)
            and (tokens[k].possessive or following in "PCX")
        ):
            return side
    return None


def _told_before(case: Case) -> str | None:
    """The side whose losses were told last, unless it inflicted these."""
    agent = _agent(case)
    return next((s for s in reversed(case.setting.sides) if s != agent), None)


def _only_one(case: Case) -> str | None:
    """The only side that the sentence names besides its sources and the one that inflicted the loss."""
    agent = _agent(case)
    parties = case.registry.parties
    found = {
        side_of(t, case.registry)
        for k, t in ((k, case.tokens[k]) for k in _around(case))
        if t.symbol in "DG"
        and (t.data.form != "place" or side_of(t, case.registry) in parties)
        and not _source(case, k)
        and not (_in_place(case.tokens, k) and case.armed)
    }
    found -= {None, agent}
    return next(iter(found)) if len(found) == 1 else None


def _before_it(case: Case) -> str | None:
    """The side of the figure before it in the same sentence, where no other is named in between."""
    if case.former is None:
        return None
    k, side = case.former
    if case.link.triggers and case.tokens[case.link.triggers[-1]].word in ("toll", "death toll", "body count"):
        return side
    if any(t.word in ("others", "more", "another") for t in case.tokens[case.index - 1 : case.index + 3]):
        return side
    told = any(
        t.symbol in "DG;" and not _in_place(case.tokens, j) for j, t in enumerate(case.tokens) if k + 3 < j < case.index
    )
    return None if told else side


def _of_claimant(case: Case) -> str | None:
    """The land of the claimant, where it did not strike."""
    side = side_of_name(case.claimant, case.registry) or _country(case.claimant)
    return side if side and side != _agent(case) and not case.armed else None


def _of_local(case: Case) -> str | None:
    """The land of a local authority that counts the dead: a health ministry, a governor, rescuers."""
    words = set((case.claimant or "").lower().split())
    return _of_claimant(case) if words & LOCAL else None


def _of_source_place(case: Case) -> str | None:
    """The land that the name of the source tells: "the UN mission in Ukraine"."""
    if case.armed:
        return None
    agent = _agent(case)
    named = (side_of(t, case.registry) for k, t in enumerate(case.tokens) if _in_place(case.tokens, k))
    return next((side for side in named if side and side != agent), None)


def _usual(case: Case) -> str | None:
    """The side last spoken of as suffering, else the one that the text is likely about."""
    agent = _agent(case)
    return next((s for s in [*reversed(case.setting.spoken), case.setting.usual_side] if s and s != agent), None)


_RULES: tuple[tuple[str, Rule], ...] = (
    ("the side beside the figure", _beside),
    ("the side of those just named", _of_whom),
    ("the subject of lost or suffered", _of_verb),
    ("the side of the noun of loss", _of_noun),
    ("the claimant's own", _own),
    ("the side of the figure before", _before_it),
    ("the side on whose soil it was", _place),
    ("the opponent of those who inflicted it", _inflicted),
    ("the side the sentence is about", _named_here),
    ("the land of the authority that counts", _of_local),
    ("the side spoken of before", _told_before),
    ("the only side named", _only_one),
    ("the side the text is about", _usual),
    ("the land of the authority that counts", _of_claimant),
    ("the place in the source's name", _of_source_place),
)


def opponent(side: str | None, registry: Registry) -> str | None:
    """The other party of a war of two."""
    return next((n for n in registry.parties if n != side), None) if side in registry.parties else None


def _in_adverbial(tokens: list[Token], k: int) -> bool:
    """Whether a side is only a place or an adversary ("in Ukraine", "against Ukraine")."""
    if tokens[k].possessive or not k:
        return False
    before = tokens[k - 1]
    return before.word in _PLACED | _AIMED or (
        before.word == "the" and k > 1 and tokens[k - 2].word in _AIMED and tokens[k + 1 : k + 2] == []
    )


def _sufferer(tokens: list[Token], registry: Registry) -> str | None:
    """The side that is said to suffer or lose, wherever in the sentence."""
    for k, token in enumerate(tokens):
        if (
            token.word.startswith("suffer")
            or token.word in ("faced", "faces", "facing", "sustained", "endured", "humiliated", "humiliation")
            or token.symbol == "L"
        ):
            for j in range(k - 1, max(-1, k - 6), -1):
                side = side_of(tokens[j], registry)
                if side and not _in_adverbial(tokens, j):
                    return side
    return None


def note_sides(tokens: list[Token], setting: Setting) -> None:
    """Remembers the party whose army or losses a sentence speaks of, for a later figure that names none."""
    registry = setting.registry
    side = _sufferer(tokens, registry)
    if side is None:
        for k, (token, after) in enumerate(itertools.pairwise(tokens)):
            if token.symbol == "G" and k and tokens[k - 1].symbol == "N":
                side = side_of(token, registry) or side
            if token.symbol == "D" and (after.symbol in "PXK" or after.word in ("casualty", "war", "army", "forces")):
                side = side_of(token, registry) or side
    if side:
        setting.spoken.append(side)


def usual_side(document: Document, registry: Registry) -> str | None:
    """The side whose losses a text is likely about: the sufferer of its title, else the adversary of its
    publisher's country."""
    title = document.title or ""
    tokens = read(title, 0, len(title), registry.overlay)
    side = _sufferer(tokens, registry)
    if side:
        return side
    publisher = (document.publisher or "").lower()
    country = next((c for c, names in OUTLETS_BY_COUNTRY.items() if any(n in publisher for n in names)), None)
    return opponent(country, registry)
