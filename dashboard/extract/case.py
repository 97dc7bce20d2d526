"""One figure in its sentence, and what the sentences before it have told, as every rule about sides sees them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.extract.linking import Link
from dashboard.extract.registry import Registry
from dashboard.extract.tokens import Token

_NEAR = 40


_REMAINS = frozenset("bodies corpses lives".split())


@dataclass(slots=True)
class Setting:
    """What earlier sentences tell: sides of losses in order, sides spoken of, the text's usual category and side.

    `home` is the side that the publisher speaks for; `hired` whether foreigners in a party's pay are spoken of;
    `struck` the category of those on whom the blow fell that the text told of last; `of_war`
    whether the text speaks of the conflict's parties; `topic` the side that the sentence before is about; `agent` the
    one that inflicted the loss told last; `counted` the side last told by each noun that was counted;
    `groups` the armed groups named.
    """

    registry: Registry
    sides: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    usual_category: str = "personnel"
    usual_side: str | None = None
    home: str | None = None
    hired: bool = False
    struck: str | None = None
    of_war: bool = True
    topic: str | None = None
    agent: str | None = None
    counted: dict[str, str] = field(default_factory=dict)
    groups: list[str] = field(default_factory=list)


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
    told: dict[str, str | None] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The first word of loss, or the figure where none is told."""
        return min(self.link.triggers, default=self.index)

    @property
    def active(self) -> bool:
        """Whether the loss is the object of a verb: "killed 40 soldiers"."""
        return self.link.rule.startswith(("active", "coordinated", "destroy", "hold"))

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
        if self.link.head is None:
            return any(self.tokens[k].word in _REMAINS for k in self.link.triggers)
        return self.tokens[self.link.head].symbol == "C"


def around(case: Case) -> range:
    """The tokens near enough to a figure to tell whose losses it counts."""
    return range(max(0, case.index - _NEAR), min(len(case.tokens), case.index + _NEAR))


def in_source(case: Case, k: int) -> bool:
    """Whether a token belongs to the name of a source, or to that of an office that may be one."""
    return any(k in s for s in case.sources) or of_office(case.tokens, k)


def of_office(tokens: list[Token], k: int) -> bool:
    """Whether a side's name stands before an office that counts and tells: "U.S. intelligence"."""
    if tokens[k].symbol != "D":
        return False
    if k + 1 < len(tokens) and tokens[k + 1].word in _OFFICES:
        return True
    of = k - 1 - (tokens[k - 1].symbol == "d") if k else 0
    if of > 0 and tokens[of].word == "of" and tokens[of - 1].word in _STAFFS:
        return True
    told = k > 0 and tokens[k - 1].word in ("told", "tells")
    return told and any(t.word in LISTENERS for t in tokens[k + 1 : k + 4])


# Those to whom something is told: "told Russia's Sputnik agency".
LISTENERS = frozenset("agency news television tv radio newspaper paper channel broadcaster outlet magazine".split())


# Bodies before "of" a side, which count: "the General Staff of Ukraine".
_STAFFS = frozenset("staff ministry government office ministers".split())
_OFFICES = frozenset(
    """
        intelligence officials official estimate estimates spokesman spokeswoman spokesperson minister president
        data statistics documents papers assessment assessments
        government media outlet analysts sources source embassy envoy ambassador ministry diplomats authorities
    """.split()
)
