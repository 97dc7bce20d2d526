"""The patterns of the grammar over the symbols of a sentence: what may stand between a figure and its loss.

Each is anchored at the figure and bounded. `RIGHT` reads on from it and `LEFT` back from it, in order of how closely
they bind, under the name that `explain` prints.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dashboard.extract.ties import ADJECTIVE as _ADJ
from dashboard.extract.ties import NOUN_PHRASE as _NP

_ANY = rf"(?:Od?)?{_ADJ}{{1,4}}?"
_CHAIN = r"K(?:(?:,?J?|,?J[Bb]{1,2}|,[Bb]{1,2})[da]{0,2}K){0,4}"
# What may stand between the people counted and "were killed".
_POST = "".join(
    (
        r"(?:[dI]w(?=[BbY])|an(?=[BbY])|qw?a(?=[Bb])|[Oa]O?N[aDdw]{0,2}(?=[Bb])",
        r"|wn(?:Jn)?(?=[Bb])",
        r"|w[^;:,NPCGSqJc]{1,14}(?=[Bb])",
        r"|,?qb?B?w[^;:,NSqJcKYLVX]{1,16},?(?=[Bb])",
        r"|(?:[IO][daDw]{1,3})?,d[^;:cSKVLYX]{2,26},(?=[Bb])",
        r"|J[aDdwPCI]{1,9}(?=[BbYKL])",
        r"|q?[dDwPa]{0,3}S(?=[BbY])",
        r"|(?:[J,]{1,2}[daDw]{0,4}(?:N[aDdw\-]{0,4})?[PCGE]){1,4}",
        r"|(?:[ITAO(]|[av](?=d))(?:(?!BK)[^;:NSqM]){0,9}",
        r"|,[^;:NS]{1,14},",
        r"|,J?[aDdw]{0,3}N[^;:,NSBbKVLYcq]{0,8},",
        r"|,?i[^;:,]{1,8},",
        r"|i[^;:,NBb]{1,8}",
        r"|\([^)]{1,8}\)",
        r"|-[^;:\-]{1,12}-",
        r"|,?[iI][daDw]{0,3}N[^;:c]{1,8}?,?)?",
    )
)
_NOT_ACTIVE = r"(?![da]{0,2}N(?![aDdPC]{0,4}(?:K|X|Y)))"
_WERE = r"q?(?:[Bb]a?){0,2}[Bb]{1,2}"
_MAY = r"q?[Bb]{0,3}"


class Rule(NamedTuple):
    """A rule by its name, its pattern, and the symbols of loss one of which must stand where it reads."""

    name: str
    pattern: re.Pattern[str]
    needs: str


# The symbols with which the loss begins in a pattern.
_NEEDS = re.compile(r"\(\?P<t>\[?(\w+)")


def _compiled(*rows: tuple[str, str]) -> list[Rule]:
    """Each rule with its pattern compiled."""
    return [Rule(name, re.compile(pattern), "".join(_NEEDS.findall(pattern))) for name, pattern in rows]


RIGHT = _compiled(
    ("figure, participle", rf"N[aDd]{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}"),
    ("figure, noun of loss", r"N(?:Od?)?x?[aDdw\-PCG]{0,3}?(?:JD)?[aDdw\-PCG]{0,4}?(?P<t>X)"),
    (
        "figure, people, participle",
        rf"N(?P<np>{_NP})(?:,[^;:,NSKVLYXcq]{{1,4}}i?,)?[aBb(,]{{0,3}}(?P<t>{_CHAIN}){_NOT_ACTIVE}",
    ),
    (
        "figure, people, passive",
        rf"N(?P<np>{_NP}){_POST}{_WERE}[aISM]{{0,3}}(?:Tb?B?)?a?(?P<t>{_CHAIN}){_NOT_ACTIVE}",
    ),
    (
        "figure, number of the lost",
        r"NdxO[aDdw]{0,3}(?P<who>[PCG])[dwaqSBb]{0,4}(?P<t>[KY](?:,?J?[da]{0,2}K){0,3})",
    ),
    (
        "figure, people, place, participle",
        rf"N(?P<np>{_NP})(?:w?[IA][dDw]{{1,4}}|(?:O[aDdw]{{1,4}}){{1,2}})a?(?P<t>{_CHAIN})(?![Bb]){_NOT_ACTIVE}",
    ),
    ("figure, passive", rf"N{_POST}{_WERE}[aI]{{0,3}}(?:TB?b?B?)?a?(?P<t>{_CHAIN}){_NOT_ACTIVE}"),
    ("figure, people, surrender", rf"N(?P<np>{_NP}){_POST}{_MAY}a{{0,2}}(?P<t>K)"),
    ("figure, people, held", rf"N(?P<np>{_NP}){_POST}{_MAY}a{{0,2}}(?P<t>h)(?=$|[.,;IATc)])"),
    ("figure, people, die", rf"N(?:(?P<np>{_NP}){_POST}|{_ADJ}{{0,3}}){_MAY}[aISM]{{0,2}}(?:Tb?)?a?(?P<t>Y)"),
    ("figure, people, lost", rf"N(?:(?P<np>{_NP}){_POST}|{_ADJ}{{0,3}}){_MAY}a{{0,2}}(?P<t>L)(?![da]{{0,2}}[NE])"),
    ("figure, equipment, destroyed", rf"N(?P<np>{_NP}){_POST}{_MAY}a{{0,2}}(?P<t>W)(?![da]{{0,2}}N)"),
    (
        "figure, group, participle",
        rf"N{_ANY}{_POST}{_MAY}a{{0,3}}(?:TB?b?B?)?(?P<t>{_CHAIN}){_NOT_ACTIVE}",
    ),
    ("figure, group, die", rf"N{_ANY}{_POST}{_MAY}a{{0,3}}(?P<t>Y)"),
    ("figure, people, among the lost", rf"N(?P<np>{_NP}){_POST}{_WERE}a{{0,2}}i[da]{{0,2}}N?(?P<t>[KX])"),
    ("figure, of whom", r"N(?:Oq)[Bb]{0,3}a?(?P<t>[KY])"),
    ("figure, deaths of", r"N[aDdw]{0,2}(?P<t>V)[aDdw]{0,3}[PCG]"),
    ("figure, deaths of a day", r"N[aDd]{0,3}(?P<t>V)(?=[wn])"),
    ("figure, people, become", rf"N(?P<np>{_NP})b?w(?P<t>X)"),
    ("figure, lost by name", r"N(?:Oq)?[Bb]{1,2}[da]{0,2}w?(?P<t>X)"),
    ("figure, number of the lost", r"Nd[aw]{0,2}xO[aDdwPCG]{0,6}(?:[dDwP]{0,2}S(?=[BYK]))?[Bb]{0,2}(?P<t>[XKY])"),
    ("figure, people, with wounds", rf"N(?P<np>{_NP})I[aDdw]{{0,3}}(?P<t>X)"),
    ("figure, in participles", r"N[aDd]{0,2}I(?P<t>K(?:,?J?[da]{0,2}K){1,4})"),
    ("figure, names of the lost", r"N[aDdw]{1,2}O[aDdw]{0,3}[PC]?(?P<t>[KXV](?!(?<=V)[aDdwNPCG]))"),
)
# On the reversed symbols: what stands before the figure.
LEFT = _compiled(
    ("active verb, figure", r"N[daDOx,:]{0,3}(?P<t>[KV](?:[da]{0,2}J?,?[KV]){0,4})(?!a{0,2}B)"),
    ("lose, figure", r"N(?:[daDGOx]{0,4}|A[daDGP]{0,3})(?P<t>L)"),
    ("cost, figure", r"N[daDGOxPw]{1,6}(?P<t>L)"),
    ("hold, figure", r"N[da]{0,3}(?P<t>h)(?!a{0,2}B)"),
    ("destroy, figure", r"N[daDO]{0,3}(?P<t>W)"),
    ("active verb, party of figure", r"NO[wP][daDw]{0,2}(?P<t>[KV])(?!a{0,2}B)"),
)
# "killed a commander and two bodyguards": an object without a figure stands between the verb and the figure.
(BESIDE_OBJECT,) = _compiled(
    ("active verb, object and figure", r"N[da]{0,2}(?:J|I[aw]?)[^;:,NXqBbSc]{1,9}(?P<t>[KVL])(?!a{0,2}B)"),
)
# The types right behind the people counted or the noun of loss: "lost 600 men killed and wounded".
TYPES_OF_ALL = re.compile(r"I(?P<t>K(?:,?J?K){1,3})(?=$|[.,;)Ja])")
TYPES_BEHIND = re.compile(r"[,(\-]?(?P<t>K(?:,?J?[da]{0,2}K){1,3}|(?<=[PCG])K(?=$|[.,)IJc]))(?!a?N)")
# "losing 900 men a day, whether killed or wounded".
TYPES_AFTER_TIME = re.compile(
    r"[dwaI]{0,3}(?:,?[acw]?(?P<t>K(?:,?J?[da]{0,2}K){1,3})(?=$|[.,;)c])|,a?(?P<one>K)(?=$|[.,)]))"
)
TYPES_OF_NOUN = re.compile(r"(?:,w|[,(\-]?)[aidq]{0,2}(?P<t>K(?:,?J?[da]{0,2}K){1,3})(?!a?N)")
# The same behind the words of who says so: "the toll was 396, he said, killed and wounded together".
TYPES_SAID = re.compile(r"N,[aDdwP]{1,4}[aS],(?P<t>K(?:,?J?[da]{0,2}K){1,3})(?=$|[aw.,;)])")
# "900 destroyed, damaged or captured Russian tanks".
WRECKS = re.compile(r"N[aw]{0,2}(?P<t>[WK](?:,?J?[aw]?[WK]){1,5})[aDd]{0,3}E")
# What befell prisoners: "50 prisoners of war were killed".
FATE = re.compile(rf"(?:[IO][aDdw]{{1,4}})?[aBb]{{1,3}}(?P<t>{_CHAIN})")
