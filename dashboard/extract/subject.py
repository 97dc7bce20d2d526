"""Whose losses a figure counts: the side beside the figure, of the verb, of the noun, then what the sentence
implies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping

from dashboard.extract import agents, beside, foes, implied, losing, owners, soil
from dashboard.extract.armies import EITHER_SIDE
from dashboard.extract.case import Case, Setting, of_office
from dashboard.extract.lexicon.places import CIVIL_PLACES, COUNTRY_OF_PLACE
from dashboard.extract.lexicon.sources import OUTLETS_BY_COUNTRY
from dashboard.extract.linking import Link
from dashboard.extract.registry import BOTH_SIDES, Registry, opposing, side_of, side_of_name
from dashboard.extract.respective import respective
from dashboard.extract.scene import in_adverbial, in_place, owns_weapon, struck_category, sufferer
from dashboard.extract.tokens import Token, read
from dashboard.model import Document

Rule = Callable[[Case], str | None]


_SIDES_TOGETHER = EITHER_SIDE | {("both", "armies"), ("all", "sides")}
_TOGETHER = frozenset((b, s) for b in ("both", "two") for s in ("sides", "armies", "countries", "militaries"))


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
        return BOTH_SIDES, "both sides together"
    case = Case(link, index, tokens, setting, claimant, sources, former)
    for name, rule in _RULES:
        side = rule(case)
        setting.agent = case.told.get("agent") or setting.agent
        if side == "*enemy":
            own = side_of_name(claimant, case.registry) or _side_of_source(case) or setting.home or _party_named(case)
            own = own or _defended(case)
            side = opposing(own, case.registry) or implied.told_before(case)
            name = "the enemy of the one who reports"
        if side:
            return side, name
    return None, "no side is named"


def _both(link: Link, index: int, tokens: list[Token]) -> bool:
    """Whether a figure counts the losses of two sides together."""
    end = max([index, *link.triggers, link.head or index])
    behind = next(
        (k for k in range(end + 1, min(len(tokens), end + 4)) if tokens[k].symbol in "c;,." or tokens[k].word == "as"),
        end + 4,
    )
    words = [t.word for t in tokens[index:behind]]
    if _SIDES_TOGETHER & set(itertools.pairwise(words)):
        return True
    if _combined(index, tokens) or _on_all_sides(end, tokens) or _of_their_war(link, tokens):
        return True
    before = [t.word for t in tokens[max(0, index - 12) : index]]
    pairs = list(itertools.pairwise(before))
    if any(pair in _TOGETHER for pair in pairs) and "each" not in before and set(before) & losing.SUFFER:
        return True
    counted = [k - 5 for k in link.triggers if tokens[k].symbol == "X"]
    first = min([index, *counted])
    return any(
        tokens[k].symbol == "J" and tokens[k - 1].symbol in "DG" and tokens[k + 1].symbol in "DG"
        for k in range(max(1, first), min(end, len(tokens) - 1))
    )


def _on_all_sides(end: int, tokens: list[Token]) -> bool:
    """Whether a figure is told of all who fight, at the end of its clause: "are killed every week, on all sides"."""
    for k in range(end + 1, len(tokens) - 1):
        if tokens[k].symbol in "N;cS":
            return False
        if tokens[k - 1].word == "on" and (tokens[k].word, tokens[k + 1].word) in _SIDES_TOGETHER:
            return True
    return False


def _of_their_war(link: Link, tokens: list[Token]) -> bool:
    """Whether a noun of loss is followed by a war named by both who fight it: "losses in the Russo-Ukrainian war"."""
    nouns = [k for k in link.triggers if tokens[k].symbol == "X"]
    behind = tokens[nouns[-1] + 1 : nouns[-1] + 4] if nouns else []
    return bool(behind) and behind[0].word in ("in", "of") and any("-" in t.word and t.word in _PAIRED for t in behind)


_PAIRED = frozenset("russo-ukrainian russian-ukrainian russia-ukraine ukraine-russia ukrainian-russian".split())


def _combined(index: int, tokens: list[Token]) -> bool:
    """Whether a figure is the number of two sides' soldiers: "the combined number of Omani and Yemeni soldiers is"."""
    symbols = "".join(t.symbol for t in tokens[:index])
    pair = next((m.start() for m in re.finditer(r"[DG]JD?[DG][aDw]{0,2}[PXK]", symbols)), None)
    return pair is not None and bool(_COUNTS & {t.word for t in tokens[max(0, pair - 5) : pair]})


_COUNTS = frozenset("number total count combined toll sum".split())


def _side_of_source(case: Case) -> str | None:
    """The party that the words about a source name: "commander of Ukraine's ground forces"."""
    spans = (range(s.start, s.stop + 7 * (case.tokens[s.stop : s.stop + 1] != [])) for s in case.sources)
    named = (side_of(case.tokens[k], case.registry) for span in spans for k in span if k < len(case.tokens))
    return next((side for side in named if side in case.registry.parties), None)


def _defended(case: Case) -> str | None:
    """The party on whose soil it was, which calls the other its enemy there."""
    soil_of = soil.place(case)
    return soil_of if soil_of == case.registry.reference_country else None


def _party_named(case: Case) -> str | None:
    """The first party that the sentence names, who speaks of its enemy."""
    named = (side_of(t, case.registry) for t in case.tokens)
    return next((side for side in named if side in case.registry.parties), None)


IN_ORDER = "the side told in the same order"
_RULES: tuple[tuple[str, Rule], ...] = (
    (IN_ORDER, respective),
    ("the side named instead of the verb", beside.of_ellipsis),
    ("the side whose attack it was", foes.of_attackers),
    ("the name that a party gives its foe", foes.named_as_foe),
    ("the side on which they are told to be", beside.of_their_side),
    ("the side beside the figure", beside.beside),
    ("the side of those just named", beside.of_whom),
    ("the side of the figure it goes on with", implied.goes_on),
    ("the subject of lost or suffered", losing.of_verb),
    ("the one that had them killed", losing.of_had),
    ("the side of the noun of loss", losing.of_noun),
    ("the side that paid with them", losing.of_price),
    ("the side to which the sentence turns", beside.turned_to),
    ("the side whose losses are put at it", losing.of_measured),
    ("the force told as made smaller", losing.of_shrunk),
    ("the opponent of whom they fought", foes.against),
    ("the side whose losses the sentence tells", owners.its_losses),
    ("the foe of those who hold them", implied.held),
    ("the army in which they served", owners.of_army_served),
    ("the government whose soldiers they are", owners.of_government),
    ("the claimant's own", owners.own),
    ("the side of the unit whose commander tells", owners.of_unit),
    ("the side for which it was the worst", implied.worst_for),
    ("the owner of what was struck", agents.of_struck),
    ("the group whose fighters they are", foes.of_group),
    ("the side of the figure before", implied.before_it),
    ("more of the side told before", implied.more_of_them),
    ("the land at the head of the news", soil.heading),
    ("the claimant's own, on its soil", soil.at_home),
    ("the side on whose soil it was", soil.place),
    ("civilians of the land", soil.civil),
    ("the one that is said to suffer", implied.suffers),
    ("the opponent of those who inflicted it", implied.inflicted),
    ("the side the sentence is about", implied.named_here),
    ("the foe whose losses the reference claimant counts", implied.counted_by_reference),
    ("the land of the authority that counts", soil.of_local),
    ("the side spoken of before", implied.told_before),
    ("the only side named", implied.only_one),
    ("the side whose losses are spoken of", implied.losses_spoken_of),
    ("the land of the place told before", soil.place_before),
    ("the side the text is about", implied.usual),
    ("the adversary of the party that tells", implied.adversary),
    ("the land of the authority that counts", soil.of_claimant),
    ("the place in the source's name", soil.of_source_place),
    ("the army of the office that tells", owners.own_army),
)


def note_sides(tokens: list[Token], setting: Setting) -> None:
    """Remembers the party whose army or losses a sentence speaks of, for a later figure that names none."""
    registry = setting.registry
    setting.struck = struck_category(tokens) or setting.struck
    setting.topic = _topic(tokens, registry)
    setting.groups += [t.data.name for t in tokens if getattr(t.data, "form", None) == "group"]
    setting.places += [
        country for t in tokens if t.capital and t.symbol == "w" and (country := COUNTRY_OF_PLACE.get(t.word))
    ][:1]
    setting.places += [
        side
        for k, t in enumerate(tokens)
        if t.symbol == "D" and _as_place(tokens, k) and (side := side_of(t, registry))
    ][:1]
    side = sufferer(tokens, registry) or _whose_men_fell(tokens, registry)
    if side and not any(t.symbol == "N" for t in tokens):
        setting.sides.append(side)
    if side is None:
        for k, (token, after) in enumerate(itertools.pairwise(tokens)):
            if token.symbol == "G" and k and tokens[k - 1].symbol == "N":
                side = side_of(token, registry) or side
            if token.symbol == "D" and (after.symbol in "PXK" or after.word in _DRIVES):
                side = side_of(token, registry) or side
            if token.symbol == "D" and token.possessive and any(t.word in _DRIVES for t in tokens[k + 1 : k + 4]):
                side = side_of(token, registry) or side
    side = side or _struck_owner(tokens, registry)
    if side:
        setting.spoken.append(side)


def _whose_men_fell(tokens: list[Token], registry: Registry) -> str | None:
    """The side whose soldiers a sentence tells as killed: "how many Russian soldiers have been killed"."""
    match = _FELL.search("".join(t.symbol for t in tokens))
    return side_of(tokens[match.start()], registry) if match else None


_FELL = re.compile(r"D[aw]{0,2}P[IAaDdw]{0,4}[Bb]{1,3}a?[KY]")


def _struck_owner(tokens: list[Token], registry: Registry) -> str | None:
    """The side whose posts or men a sentence tells to have been struck: "they struck two depots of the Russians"."""
    verb = next((k for k, t in enumerate(tokens) if t.word in _HIT and k and tokens[k - 1].symbol not in "dIO"), None)
    if verb is None:
        return None
    for token in tokens[verb + 1 : verb + _REACH]:
        if token.symbol in ",;:S" and token.word not in _POSTS:
            return None
        if token.symbol in "DG" and (side := side_of(token, registry)) in registry.parties:
            return side
    return None


_HIT = frozenset("struck hit attacked shelled bombed targeted".split())
_REACH = 14
# Posts may be struck as well as written.
_POSTS = frozenset("post posts".split())


def _topic(tokens: list[Token], registry: Registry) -> str | None:
    """The side that stands as the subject of a sentence, as what "it" at the head of the next one means."""
    for k, token in enumerate(tokens[:_SUBJECT]):
        if token.symbol in "DG" and not in_adverbial(tokens, k) and not in_place(tokens, k):
            return side_of(token, registry)
    return None


_SUBJECT = 14
_DRIVES = frozenset(
    """
        casualty defeat rout dead toll war army forces offensive push campaign advance assault operation
        counteroffensive troops
    """.split()
)


def _as_place(tokens: list[Token], k: int) -> bool:
    """Whether a side's name tells where something was, and not whose weapon it was."""
    named = in_place(tokens, k) and not (owns_weapon(tokens, k) or of_office(tokens, k))
    return named or _town(tokens, k)


def _town(tokens: list[Token], k: int) -> bool:
    """Whether a side's name stands as that of a town before what was struck there: "a Kyiv children's hospital"."""
    place = getattr(tokens[k].data, "form", None) == "place" and not tokens[k].possessive
    return place and any(t.word in CIVIL_PLACES for t in tokens[k + 1 : k + 4])


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
