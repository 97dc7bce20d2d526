"""Whether soldiers or civilians are counted where neither noun nor deed says so: by what stands around the figure."""

from __future__ import annotations

from dashboard.extract.armies import STRUCK, at_barracks, war_dead
from dashboard.extract.case import Setting
from dashboard.extract.counted import FLEXIBLE, Counted
from dashboard.extract.registry import BOTH_SIDES
from dashboard.extract.tokens import Token

_ANYBODY = frozenset("man men members victims captives prisoners".split())
_BLASTS = frozenset("attack attacks blast explosion bomb bombing strike airstrike suicide rampage airport".split())
_HELD = frozenset("hostage hostages families abducted kidnapped".split())
_RANKS = frozenset("general generals commander commanders major officer officers".split())
# So many of the invader's dead fell at the front, not in a raid on a town.
_NO_RAID = 1000
# So many of the invader's people in one figure are soldiers, whatever else is told.
_MANY = 200
_FRONT = frozenset("front frontline sector battlegroup battlefield brigade battalion regiment".split())
# Behind these stand those to whom something is said: "told House lawmakers".
_TO_WHOM = frozenset("told tells telling briefed".split())
_LOSSES = frozenset(("losses", "casualties", "combat losses", "casualty rate", "casualty rates", "casualty figures"))
_SUFFERING = frozenset("taking suffer suffers suffered sustain sustains sustained incur incurs incurred".split())
# By which people far from the front are struck.
_AIRBORNE = frozenset("missile missiles drone drones rocket rockets airstrike airstrikes".split())
_CIVILIAN = frozenset(("civilian", "civilians"))
_TOLLS = frozenset(("toll", "death toll", "body count"))
# What befalls people alone; tanks too are lost and captured.
_BODILY = frozenset("killed wounded missing".split())
_ARMED = frozenset("soldiers troops servicemen military".split())


def by_surroundings(counted: Counted) -> str:
    """personnel or civilians, by the words near the figure, the sentences before it and the text as a whole."""
    window = _window(counted)
    telling = _telling(counted, window)
    symbols = {t.symbol for t in telling if t.word not in _ANYBODY}
    if any(t.word in _CIVILIAN for t in window) and "P" not in symbols:
        return "civilians"
    civil = any(t.symbol == "C" and t.word not in FLEXIBLE for t in telling)
    setting = counted.setting
    party = counted.side in (*setting.registry.parties, BOTH_SIDES)
    if setting.hired and counted.side is not None and not party and not civil:
        return "personnel"
    losses = _suffered(counted)
    if counted.head is not None and counted.head.symbol == "C":
        return "personnel" if _people_at_war(counted, counted.head, party, losses) else "civilians"
    if counted.head is not None:
        return _fighters(counted, party, symbols)
    return _unnamed(counted, losses, symbols, civil=civil)


def _window(counted: Counted) -> list[Token]:
    """The words around figure and loss, without names, and without the nouns of the next figure."""
    tokens, index = counted.tokens, counted.index
    first = min([*counted.link.triggers, index])
    window = [t for t in tokens[max(0, first - 6) : index + 9] if not t.capital or t.word in _CIVILIAN]
    others = next((t.start for t in tokens[counted.last + 1 : index + 9] if t.symbol == "N"), window[-1].end)
    return [t for t in window if t.start < others or not (t.symbol == "C" or t.word == "civilian")]


def _telling(counted: Counted, window: list[Token]) -> list[Token]:
    """The nouns nearby for soldiers and people, without those who tell of the loss or are told of it."""
    tokens = counted.tokens
    told = [k for k, t in enumerate(tokens) if t.word in _TO_WHOM]
    others = [counted.head, *(t for k in told for t in tokens[k + 1 : k + 3])]
    others += [t for t in tokens if t.symbol == "C" and t.word in counted.tellers]
    return [t for t in window if t.symbol in "PC" and t.word not in _RANKS and t not in others]


def _suffered(counted: Counted) -> bool:
    """Whether losses are told of as an army's: lost, suffered, of both sides."""
    tokens, index = counted.tokens, counted.index
    if any(tokens[k].symbol == "L" or tokens[k].word in _LOSSES or war_dead(tokens, k) for k in counted.link.triggers):
        return True
    before = tokens[max(0, index - 4) : index]
    bare = bool(before) and (before[-1].symbol == "L" or any(t.word in _SUFFERING for t in before))
    return (counted.head is None and bare) or counted.side == BOTH_SIDES


def _people_at_war(counted: Counted, head: Token, party: bool, losses: bool) -> bool:
    """Whether "people" and "men" were soldiers."""
    setting, struck = counted.setting, bool(STRUCK & counted.words)
    if at_barracks(counted.tokens) or (setting.struck == "personnel" and not struck):
        return True
    soldiers = _of_people(setting)[-1:] == ["personnel"] and not struck and not _AIRBORNE & counted.words
    same = counted.side is not None and setting.sides[-1:] == [counted.side]
    same = same and not counted.link.rule.startswith("active")
    if same and soldiers and head.word == "people" and not (_BLASTS | _HELD) & counted.words:
        return True
    if head.word == "men" and (losses or (party and not struck)):
        return True
    return party and (losses or soldiers)


def _of_people(setting: Setting) -> list[str]:
    """What the figures of people so far have counted, in order."""
    return [c for c in setting.categories if c in ("personnel", "civilians")]


def _fighters(counted: Counted, party: bool, symbols: set[str]) -> str:
    """What "Russians" or "militants" are: soldiers where they are a party's and no town was struck."""
    struck = bool(STRUCK & counted.words)
    if not party and not struck and not _BLASTS & counted.words:
        return counted.setting.usual_category
    return "personnel" if party and (not struck or "P" in symbols) else "civilians"


def _unnamed(counted: Counted, losses: bool, symbols: set[str], *, civil: bool) -> str:
    """What a figure without a noun counts."""
    setting, tokens = counted.setting, counted.tokens
    size = tokens[counted.index].data.size
    if any(tokens[k].word in _TOLLS for k in counted.link.triggers) and not _ARMED & counted.words:
        at_front = bool(_FRONT & counted.words) or (counted.of_invader and size >= _NO_RAID)
        return "personnel" if at_front else next(reversed(_of_people(setting)), "civilians")
    party = counted.side in (*setting.registry.parties, BOTH_SIDES)
    if party and losses and not civil and not STRUCK & counted.words:
        return "personnel"
    if len(symbols) == 1:
        return "personnel" if symbols == {"P"} else "civilians"
    bodily = any(_BODILY & set(tokens[k].data or ()) for k in counted.link.triggers)
    if told := (_of_people(setting) if bodily else setting.categories):
        return told[-1]
    at_war = counted.of_invader and (losses or size >= _MANY)
    return "personnel" if at_war or at_barracks(tokens) else setting.usual_category
