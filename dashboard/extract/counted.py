"""What a figure counts, as every rule about categories sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.extract.case import Setting
from dashboard.extract.linking import Link
from dashboard.extract.tokens import Token

FLEXIBLE = frozenset("people person persons men man victims members nationals citizens humans souls family".split())


@dataclass(frozen=True)
class Counted:
    """One figure with its noun and its words of loss, whose losses they are and who tells of them."""

    link: Link
    index: int
    tokens: list[Token]
    setting: Setting
    side: str | None
    claimant: str | None

    @cached_property
    def head(self) -> Token | None:
        """The noun that is counted, where one is."""
        return self.tokens[self.link.head] if self.link.head is not None else None

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the sentence."""
        return frozenset(token.word for token in self.tokens)

    @cached_property
    def tellers(self) -> frozenset[str]:
        """The words of the claimant's name, who is not counted."""
        return frozenset((self.claimant or "").lower().split())

    @cached_property
    def last(self) -> int:
        """The last word of loss, or the figure where that stands behind it."""
        return max([self.index, *self.link.triggers])

    @property
    def is_vague(self) -> bool:
        """Whether no noun is counted, or one that soldiers and civilians share."""
        return self.head is None or self.head.word in FLEXIBLE

    @property
    def of_party(self) -> bool:
        """Whether those lost are of a party to the conflict."""
        return self.side in self.setting.registry.parties

    @property
    def of_invader(self) -> bool:
        """Whether those lost are of the first party, which fights abroad."""
        return (self.side,) == self.setting.registry.parties[:1]
