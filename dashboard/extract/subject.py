"""Whose losses a figure counts: the side beside the figure, of the verb, of the noun, then what the sentence
implies."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

from dashboard.extract.lexicon.places import COUNTRY_OF_PLACE
from dashboard.extract.lexicon.sides import ENEMY
from dashboard.extract.lexicon.sources import OUTLETS_BY_COUNTRY
from dashboard.extract.linking import Link
from dashboard.extract.registry import Registry, opposing, side_of, side_of_name
from dashboard.extract.scene import (
    WEAPONS,
    Case,
    Setting,
    agent_of,
    around,
    in_adverbial,
    in_place,
    in_source,
    places,
    struck,
    sufferer,
)
from dashboard.extract.tokens import Side, Token, read
from dashboard.model import Document

_ENEMY = frozenset(ENEMY)


_SUFFER = frozenset(
    """
        suffered suffer suffers suffering sustained sustaining sustain incurred incur taken had losing lost
        seen recorded faced faces facing endured lose loses
    """.split()
)


_SUFFERED = frozenset("suffered suffer suffers suffering sustained incurred endured losing lost".split())


_TOLD = frozenset("reported estimated recorded claimed given cited listed counted put".split())


_MORE = frozenset("additional further another extra".split())


LOCAL = frozenset(
    """
        health hospital hospitals medics doctors rescuers rescue governor mayor police emergency civil local
        regional prosecutors administration
    """.split()
)


Rule = Callable[[Case], str | None]


_TOGETHER = frozenset((b, s) for b in ("both", "two") for s in ("sides", "armies", "countries", "militaries"))


def _hostile(token: Token, registry: Registry) -> str | None:
    """The side that a word such as "invaders" means in this conflict; "*enemy" where it depends on who speaks."""
    enemy = token.word in _ENEMY or (isinstance(token.data, Side) and token.data.name == "*enemy")
    return registry.sides.get(token.word, "*enemy") if enemy else None


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
            side = opposing(own, case.registry) or _told_before(case)
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
    before = [t.word for t in tokens[max(0, index - 12) : index]]
    pairs = list(itertools.pairwise(before))
    if any(pair in _TOGETHER for pair in pairs) and "each" not in before and set(before) & _SUFFER:
        return True
    counted = [k - 5 for k in link.triggers if tokens[k].symbol == "X"]
    first = min([index, *counted])
    return any(
        tokens[k].symbol == "J" and tokens[k - 1].symbol in "DG" and tokens[k + 1].symbol in "DG"
        for k in range(max(1, first), min(end, len(tokens) - 1))
    )


def _side_of_source(case: Case) -> str | None:
    """The party that the words about a source name: "commander of Ukraine's ground forces"."""
    spans = (range(s.start, s.stop + 7 * (case.tokens[s.stop : s.stop + 1] != [])) for s in case.sources)
    named = (side_of(case.tokens[k], case.registry) for span in spans for k in span if k < len(case.tokens))
    return next((side for side in named if side in case.registry.parties), None)


def _of_whom(case: Case) -> str | None:
    """The side of those just named: "12,000 North Koreans were sent, of whom 4,000 have been killed"."""
    before = [t.word for t in case.tokens[max(0, case.index - 2) : case.index]]
    if before != ["of", "whom"]:
        return None
    named = (
        side_of(t, case.registry)
        for k, t in reversed(list(enumerate(case.tokens[: case.index])))
        if not in_source(case, k)
    )
    return next((side for side in named if side), None)


def _beside(case: Case) -> str | None:
    """A side between the figure and its noun or loss word, or right behind the noun."""
    link, index, tokens = case.link, case.index, case.tokens
    end = max([link.head if link.head is not None else index, *[t for t in link.triggers if index < t <= index + 6]])
    for k in range(index + 1, end + 1):
        token = tokens[k]
        if hostile := _hostile(token, case.registry):
            return hostile
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
    after = tokens[end + 1 : end + 4]
    if len(after) > 1 and after[0].word in ("from", "of") and after[1].symbol == "D" and link.head is not None:
        return side_of(after[1], case.registry)
    return None


def _of_verb(case: Case) -> str | None:
    """The subject of "lost" or "suffered"; what a source says in between, between commas, is passed over."""
    tokens, verb = case.tokens, _losing_verb(case)
    if verb is None:
        return None
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
        if token.word in ("it", "they", "we", "country") and k >= verb - 3 and (own := _pronoun(case, k)):
            return own
        side = side_of(token, case.registry)
        if side and not in_adverbial(tokens, k) and not any(k in s for s in case.sources):
            return side
    return None


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
        return next((k for k in range(index - 1, max(-1, index - 14), -1) if tokens[k].word in _SUFFER), None)
    near = range(index - 1, max(-1, index - 6), -1)
    return next((k for k in near if tokens[k].word in _SUFFERED), None) if index < first else None


def _parenthetical(tokens: list[Token], span: range) -> bool:
    """Whether a source stands between commas inside a clause: "Ukraine, it says, has had"."""
    before, after = span.start - 1, span.stop
    return before >= 0 and tokens[before].symbol == "," and after < len(tokens) and tokens[after].symbol == ","


def _pronoun(case: Case, k: int) -> str | None:
    """Whom "it" or "they" means: who lost in the sentence before where the sentence opens so, else the claimant."""
    opens = k <= 2 and not any(s.start <= k for s in case.sources) and case.tokens[k].word != "we"
    if opens and case.setting.sides:
        return case.setting.sides[-1]
    return side_of_name(case.claimant, case.registry) or _country(case.claimant)


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
            if token.symbol in ",;:nNLVSOBM" or in_source(case, k):
                break
            if hostile := _hostile(token, case.registry):
                return hostile
            side = side_of(token, case.registry)
            if (
                side
                and (tokens[trigger].symbol == "X" or tokens[k + 1].symbol in "PCGKDJ")
                and not in_adverbial(tokens, k)
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
            and any(t.word in _SUFFER for t in after)
            and not any(t.symbol in ",;" for t in after[:2])
        ):
            side = next((side_of(t, case.registry) for t in after if side_of(t, case.registry)), None)
            if side:
                return side
    return None


def _counted(case: Case, trigger: int) -> str | None:
    """The side between a word of loss and the noun it tells of: "the number of dead Ukrainian troops at 80,000"."""
    pair = case.tokens[trigger + 1 : trigger + 3]
    told = len(pair) == 2 and pair[0].symbol == "D" and pair[1].symbol in "PC"
    return side_of(pair[0], case.registry) if told else None


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
    told = bool(case.setting.sides or case.setting.spoken) or sufferer(case.tokens, case.registry) is not None
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
    named = next((t.data.name for t in tokens if isinstance(t.data, Side)), None)
    return named or next((c for t in tokens if t.capital and (c := COUNTRY_OF_PLACE.get(t.word))), None)


def _place(case: Case) -> str | None:
    """The side on whose soil civilians died, or soldiers in a land that is no party to the war."""
    parties = case.registry.parties
    sides = list(places(case))
    agent = agent_of(case)
    for side in sides:
        if side == agent and len(sides) > 1:
            continue
        if not case.armed and (case.civil or side not in parties or struck(case)):
            return side
        if case.armed and side not in parties:
            return side
    return None


def _suffers(case: Case) -> str | None:
    """The side that the sentence says to suffer or lose, for soldiers."""
    return sufferer(case.tokens, case.registry) if case.armed else None


def _inflicted(case: Case) -> str | None:
    """The other party than the one that inflicted the loss."""
    return opposing(agent_of(case), case.registry)


def _civil(case: Case) -> str | None:
    """Civilians of no named place: those of the land last named as a place of blows, else of the land invaded."""
    head = case.link.head
    plain = case.tokens[head].word if head is not None else ""
    told = plain.startswith("civilian") or any(
        case.tokens[k].word.startswith("civilian") for k in range(case.index + 1, min(len(case.tokens), case.index + 4))
    )
    if case.armed or not told:
        return None
    if case.setting.places:
        return case.setting.places[-1]
    parties = case.registry.parties
    named = {side_of(t, case.registry) for t in case.tokens} & set(parties)
    return parties[-1] if named or set(case.setting.spoken) & set(parties) else None


def _place_before(case: Case) -> str | None:
    """The land of the place named in an earlier sentence, for people who are no soldiers."""
    return case.setting.places[-1] if case.setting.places and not case.armed else None


def _named_here(case: Case) -> str | None:
    """The side that the sentence is about: its sufferer, the last possessive or adjective of an army, the only
    party named."""
    found = sufferer(case.tokens, case.registry)
    if found:
        return found
    tokens = case.tokens
    agent = agent_of(case)
    for k in range(case.index - 1, -1, -1):
        side = side_of(tokens[k], case.registry)
        following = tokens[k + 1].symbol if k + 1 < len(tokens) else ""
        if (
            side
            and side != agent
            and (following == "X" or not in_source(case, k))
            and not in_adverbial(tokens, k)
            and (tokens[k].possessive or following in "PCX")
        ):
            return side
    return None


def _more_of_them(case: Case) -> str | None:
    """The side last told of, where a sentence opens with more of the same: "With an additional 500 injured"."""
    opening = [t.word for t in case.tokens[: case.index]]
    more = bool(_MORE & set(opening)) and len(opening) <= 4
    behind = case.tokens[case.index + 1 : case.index + 2]
    also = case.index <= 2 and bool(behind) and behind[0].word in ("more", "others")
    return case.setting.sides[-1] if (more or also) and case.setting.sides else None


def _told_before(case: Case) -> str | None:
    """The side whose losses were told last, unless it inflicted these."""
    agent = agent_of(case)
    return next((s for s in reversed(case.setting.sides) if s != agent), None)


def _only_one(case: Case) -> str | None:
    """The only side that the sentence names besides its sources and the one that inflicted the loss."""
    agent = agent_of(case)
    parties = case.registry.parties
    found = {
        side_of(t, case.registry)
        for k, t in ((k, case.tokens[k]) for k in around(case))
        if t.symbol in "DG"
        and (t.data.form != "place" or side_of(t, case.registry) in parties)
        and not in_source(case, k)
        and not (in_place(case.tokens, k) and case.armed)
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
        t.symbol in "DG;" and not in_place(case.tokens, j) for j, t in enumerate(case.tokens) if k + 3 < j < case.index
    )
    return None if told else side


def _of_claimant(case: Case) -> str | None:
    """The land of the claimant, where it did not strike."""
    side = side_of_name(case.claimant, case.registry) or _country(case.claimant)
    return side if side and side != agent_of(case) and not case.armed else None


def _of_local(case: Case) -> str | None:
    """The land of a local authority that counts the dead: a health ministry, a governor, rescuers."""
    words = set((case.claimant or "").lower().split())
    return _of_claimant(case) if words & LOCAL else None


def _of_source_place(case: Case) -> str | None:
    """The land that the name of the source tells: "the UN mission in Ukraine"."""
    if case.armed:
        return None
    agent = agent_of(case)
    named = (side_of(t, case.registry) for k, t in enumerate(case.tokens) if in_place(case.tokens, k))
    return next((side for side in named if side and side != agent), None)


def _usual(case: Case) -> str | None:
    """The side last spoken of as suffering, else the one that the text is likely about."""
    agent = agent_of(case)
    return next((s for s in [*reversed(case.setting.spoken), case.setting.usual_side] if s and s != agent), None)


_RULES: tuple[tuple[str, Rule], ...] = (
    ("the side beside the figure", _beside),
    ("the side of those just named", _of_whom),
    ("the subject of lost or suffered", _of_verb),
    ("the side of the noun of loss", _of_noun),
    ("the claimant's own", _own),
    ("the side of the figure before", _before_it),
    ("more of the side told before", _more_of_them),
    ("the side on whose soil it was", _place),
    ("civilians of the land", _civil),
    ("the one that is said to suffer", _suffers),
    ("the opponent of those who inflicted it", _inflicted),
    ("the side the sentence is about", _named_here),
    ("the land of the authority that counts", _of_local),
    ("the side spoken of before", _told_before),
    ("the only side named", _only_one),
    ("the land of the place told before", _place_before),
    ("the side the text is about", _usual),
    ("the land of the authority that counts", _of_claimant),
    ("the place in the source's name", _of_source_place),
)


def note_sides(tokens: list[Token], setting: Setting) -> None:
    """Remembers the party whose army or losses a sentence speaks of, for a later figure that names none."""
    registry = setting.registry
    setting.places += [
        country for t in tokens if t.capital and t.symbol == "w" and (country := COUNTRY_OF_PLACE.get(t.word))
    ][:1]
    setting.places += [
        side for k, t in enumerate(tokens) if t.symbol == "D" and in_place(tokens, k) and (side := side_of(t, registry))
    ][:1]
    side = sufferer(tokens, registry)
    if side and not any(t.symbol == "N" for t in tokens):
        setting.sides.append(side)
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
    side = sufferer(tokens, registry)
    if side:
        return side
    return opposing(country_of_publisher(document.publisher), registry)


def country_of_publisher(
    publisher: str | None, outlets: Mapping[str, tuple[str, ...]] = OUTLETS_BY_COUNTRY
) -> str | None:
    """The country whose side an outlet speaks for, by parts of its name; None for all others."""
    name = (publisher or "").lower()
    return next((country for country, parts in outlets.items() if any(p in name for p in parts)), None)
