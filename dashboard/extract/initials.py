"""Names told in short: "the National Intelligence Service (NIS)" is whom NIS means from then on."""

from __future__ import annotations

from dashboard.extract.attribution import Hearing
from dashboard.extract.tokens import Token

_LONGEST = 7
_BETWEEN = frozenset("of the and for in on & to".split())


def note_initials(hearing: Hearing) -> None:
    """Remembers each name whose initials stand in brackets behind it."""
    tokens = hearing.tokens
    for k in range(2, len(tokens) - 2):
        if tokens[k].symbol == "(" and tokens[k + 2].symbol == ")" and _in_capitals(hearing, tokens[k + 1]):
            short = tokens[k + 1].word
            begin = _beginning(tokens, k, short)
            name = hearing.name(tokens[begin:k]) if begin is not None else None
            if name is not None:
                hearing.memory.initials[short] = name


def _in_capitals(hearing: Hearing, token: Token) -> bool:
    raw = hearing.text[token.start : token.end]
    return 2 <= len(raw) <= _LONGEST and raw.isupper()


def _beginning(tokens: list[Token], end: int, short: str) -> int | None:
    """Where the words begin whose first letters the initials before `end` are; None where they are not."""
    left = short
    for k in range(end - 1, max(-1, end - 2 * _LONGEST), -1):
        token = tokens[k]
        if token.word in _BETWEEN and token.word[0] != left[-1]:
            continue
        if not token.capital or token.word[0] != left[-1]:
            return None
        left = left[:-1]
        if not left:
            return k
    return None
