"""Who was named so far in a text, and whom a pronoun, a role or a bare office means by that."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.extract.aliases import is_known, look_up
from dashboard.extract.lexicon import sources, telling
from dashboard.extract.naming import NOUNS
from dashboard.extract.registry import COUNTRIES, Registry, plain_name, side_of
from dashboard.extract.tokens import Token

_GENERIC = frozenset(sources.GENERIC_SOURCES) | frozenset(sources.TAKEN_UP)
_ROLES = frozenset(sources.ROLES)
_TAKEN_UP = frozenset(sources.TAKEN_UP)
_KINDS = tuple(frozenset(line.split()) for line in sources.KINDS.strip().splitlines())
_ANYBODY = frozenset("general admiral colonel official leader head boss chief commander".split())
# Offices, and their holders, that "general" stands behind.
_GENERALS = frozenset("prosecutor attorney inspector solicitor surgeon auditor".split())
_OFFICES = frozenset(
    "defence defense health interior foreign emergency general staff military top brass mod of".split()
)
_STATE = frozenset("ministry ministries military army mod staff brass".split())
_OWNERS = frozenset("its their".split())
_COUNTRY = frozenset("country nation state".split())
_NO_KIND = frozenset("general defence defense data figures".split())
_OUTLETS = frozenset(o.strip().lower().removeprefix("the ") for o in sources.OUTLETS.split("|"))
# Roles that many hold: whoever speaks by one need not be the person named.
_SPEAKING_FOR = frozenset("official diplomat lawmaker spokesman spokeswoman spokesperson financier".split())
_OF_AN_OFFICE = 3
_NO_SOURCE = frozenset("statement report post message reports".split())
# What a text calls an armed group that it has named, and an outlet.
_ARMED = frozenset("group groups movement organisation organization militia".split())
_PRESS = frozenset("magazine newspaper paper outlet outlets tabloid broadcaster channel".split())
_ON_AIR = frozenset("magazine tabloid broadcaster channel".split())
_SUBJECT_OF = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it"}
_SAID = frozenset(telling.RECKONING) | frozenset(sources.REFERRING)


@dataclass(slots=True)
class Memory:
    """Who was named so far, latest last: persons and organisations by name; `initials` tells whom
    "NIS" means; `groups` are the armed groups told of; `source` is that of a line "Source: X".

    `topic` is the country or group that a sentence is about; the numbers tell in which sentence it and the last name
    stand, and which sentence is read; `subject` is the land with which this one opens.
    """

    names: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    spoken: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    initials: dict[str, str] = field(default_factory=dict)
    source: str | None = None
    topic: str | None = None
    subject: str | None = None
    topic_at: int = -1
    named_at: int = -1
    sentence: int = 0


def remember(memory: Memory, name: str, *, person: bool, words: frozenset[str] = frozenset()) -> None:
    """Adds a name as the latest, with the words by which the text called it."""
    memory.names.append(name)
    memory.named_at = memory.sentence
    plain = plain_name(name.lower().split()).split()
    memory.spoken.append((name, frozenset(plain) | {w.replace("defense", "defence") for w in words}))
    if person:
        memory.persons.append(name)


def meant(words: list[Token], memory: Memory) -> str | None:
    """Who is meant by a pronoun that is no subject, alone or before a word for what is said: "him", "their
    estimates", "reports from its teams"."""
    behind = next((k + 1 for k in range(1, min(3, len(words) - 1)) if words[k].word in ("by", "from")), 0)
    pronoun, last = _SUBJECT_OF.get(words[behind].word), words[-1].word
    of_his = len(words) == 1 or last in _SAID or (behind > 0 and last not in NOUNS)
    named = any(t.capital or t.possessive or t.symbol in "DG" for t in words[behind + 1 :])
    return antecedent(pronoun, memory) if pronoun and of_his and not named else None


def antecedent(pronoun: str, memory: Memory) -> str | None:
    """Who a pronoun stands for: the last person for he and she, the last name otherwise."""
    if pronoun in ("he", "she"):
        own = [n for n in memory.names if n.lower().removeprefix("the ") not in _OUTLETS]
        return next(iter([*memory.persons[-1:], *own[-1:], *memory.names[-1:]]), None)
    if memory.topic and memory.topic_at > memory.named_at and (pronoun == "it" or _are_many(memory.topic)):
        return memory.topic
    return last_speaker(pronoun, memory)


def last_speaker(pronoun: str | None, memory: Memory) -> str | None:
    """Who of those named so far goes on speaking as "it" or "they"."""
    if pronoun in ("it", "they"):
        offices = [n for n in memory.names if n not in memory.persons] if pronoun == "it" else memory.names
        known = offices or memory.names
        return known[-1] if known else None
    return None


def _is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet."""
    return name.lower().removeprefix("the ") in _OUTLETS


def _are_many(name: str) -> bool:
    """Whether a name is a common noun of several: "analysts"."""
    return name.islower() and name.endswith("s")


def role_holder(phrase: list[Token], registry: Registry, memory: Memory) -> str | None:
    """The person named before whom a definite role calls: "the head of the group", "Ukraine's top general"."""
    definite = any(t.word in ("the", "its", "their") or t.possessive for t in phrase[:2])
    roles = {t.word for t, before in zip(phrase, [None, *phrase], strict=False) if _is_role(t, before)}
    named = any(t.symbol == "w" and t.capital and t.word not in NOUNS and t is not phrase[0] for t in phrase)
    if not definite or not roles or named:
        return None
    lands = {side_of(t, registry) for t in phrase if t.symbol in "DG"}
    return next((p for p in reversed(memory.persons) if _holds(p, roles, lands, registry)), None)


def _is_role(token: Token, before: Token | None) -> bool:
    """Whether a word tells a person's role; the "general" of a prosecutor general does not."""
    titled = token.word == "general" and before is not None and before.word in _GENERALS
    return token.word in _ROLES and not token.possessive and not titled


def named_holder(name: str, memory: Memory, registry: Registry) -> str | None:
    """The person named anywhere in the text who holds the office by which alone a source was called: "the president
    said … Idriss Maro said"."""
    words = set(name.lower().split())
    roles = words & _ROLES
    if not name.islower() or not roles or len(words) > _OF_AN_OFFICE or roles & _SPEAKING_FOR:
        return None
    people = [p for p in dict.fromkeys(memory.persons) if not p.islower()]
    titled = {p: _offices_of(p, memory, registry) for p in people}
    holders = [p for p in people if any(_kin(role, titled[p]) for role in roles)]
    alone = [p for p in people if not titled[p]] if len(people) == 1 else []
    return next(iter([*holders, *alone]), None)


def _offices_of(person: str, memory: Memory, registry: Registry) -> frozenset[str]:
    """The roles by which a text or the register calls a person."""
    told = {w for name, words in memory.spoken if name == person for w in words}
    return frozenset(told | registry.offices.get(person, frozenset())) & _ROLES


def _holds(person: str, roles: set[str], lands: set[str | None], registry: Registry) -> bool:
    """Whether a person may be the one whom a role of some land calls."""
    land = registry.countries.get(person)
    others = (set(person.lower().split()) | registry.offices.get(person, frozenset())) & _ROLES
    if person.islower() and not others:
        return False
    fits = not others or roles <= _ANYBODY or any(_kin(role, frozenset(others)) for role in roles)
    return fits and (not lands or land is None or land in lands)


def full_name(name: str, memory: Memory, registry: Registry, country: str | None) -> str:
    """A bare office by the full name that the text has for it, else as that of the publisher's country: "Defense
    Ministry" in Russian news."""
    words = plain_name(name.lower().split()).split()
    bare = all(w in _GENERIC or w in _OFFICES for w in words) and bool(_STATE & set(words))
    if is_known(name, registry) or not bare:
        return name
    longer = (n for n, told in memory.spoken if len(told) > len(words) and set(words) - {"of"} <= told and n != name)
    other = next(longer, None)
    if other is not None and is_known(other, registry):
        return other
    return _of_land(other or name, memory, registry, country) or other or name


def _of_land(name: str, memory: Memory, registry: Registry, country: str | None) -> str | None:
    """The registered name of a bare office, of a land that the text names as a source or of the publisher's."""
    words = plain_name(name.lower().split()).split()
    lands = [COUNTRIES.get(w) for n in memory.names for w in plain_name(n.lower().split()).split()]
    for land in (*lands, (country or "").lower()):
        for office in ([land or "", *words], [land or "", "defence", *words]):
            if land and (found := look_up(office, registry)):
                return found
    return None


def of_its_land(phrase: list[Token], registry: Registry, memory: Memory) -> str | None:
    """The registered office of the land that was spoken of last: "Russia disputes this. Its defence ministry said"."""
    opens = 2 if len(phrase) > 1 and phrase[1].word in _COUNTRY and phrase[1].possessive else 1
    owned = opens == 2 or (phrase[:1] != [] and phrase[0].word in _OWNERS)
    office = phrase[opens:] if owned else []
    if not office or not {t.word for t in office} <= _GENERIC | _OFFICES:
        return None
    topic = memory.topic if memory.topic_at >= memory.sentence - 1 else None
    land = COUNTRIES.get((memory.subject or topic or "").lower())
    holder = registry.roles.get((memory.subject, " ".join(t.word for t in office))) if memory.subject else None
    if holder is not None:
        return holder
    words = plain_name([p for t in office for p in t.word.split()]).split()
    return look_up([land, *words], registry) if land else None


def definite(plain: list[str], phrase: list[Token], memory: Memory) -> str | None:
    """Who "the ministry" or "officials" means: the last one named with that word, unless the phrase brings in somebody
    new ("an official"); else as written, if it tells enough."""
    nouns = [p for w in plain for p in w.split() if p in _GENERIC and p not in _NO_KIND]
    nouns = nouns or [w for w in plain[-1:] if w == "general"]
    new = any(t.word in ("a", "an", "another", "some", "other") or t.symbol == "N" for t in phrase)
    for name, known in reversed(memory.spoken) if not new else ():
        if any(_kin(noun, known) for noun in nouns):
            return name
    taken_up = any(t.word in ("the", "its", "this", "their", "these") for t in phrase)
    if taken_up and nouns and set(nouns) <= _ARMED and memory.groups:
        return memory.groups[-1]
    if taken_up and any(n in _TAKEN_UP for n in nouns):
        authors = [n for n in memory.names if COUNTRIES.get(n.lower()) is None]
        if set(nouns) <= _PRESS:
            press = [n for n in authors if _is_outlet(n)]
            authors = press or ([] if set(nouns) <= _ON_AIR else authors)
        if authors or (memory.names and "statement" in nouns):
            return (authors or memory.names)[-1]
    if nouns and set(nouns) <= _NO_SOURCE and "statement" in nouns and memory.named_at >= memory.sentence - 1:
        return last_speaker("it", memory)
    return " ".join(plain) if set(nouns) - _NO_SOURCE else None


def _kin(noun: str, known: frozenset[str]) -> bool:
    """Whether a name holds a source noun or one of its kind."""
    return noun in known or any(noun in kind and kind & known for kind in _KINDS)
