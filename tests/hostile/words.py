"""Every class of word that the reader knows, in any order: numbers in words with fractions and scales, hedges, periods,
verbs of saying, offices, people, losses, places."""

from __future__ import annotations

from random import Random

from dashboard.extract.lexicon import function, losses, people, sources
from dashboard.extract.lexicon.places import COUNTRY_OF_PLACE
from dashboard.extract.number_words import VAGUE

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNITS = "zero no one two three four five six seven eight nine ten eleven twelve thirteen nineteen nought".split()
_FRACTIONS = (
    *("and a half", "half", "half a", "half of a", "a quarter", "three quarters of a", "a third of", "two thirds of"),
    *("one and a half", "two-and-a-half", "a tenth", "three-fifths", "half of no", "½", "1½", "0.5", "1/2", "per cent"),
)
_SCALES = (
    *("hundred", "thousand", "million", "billion", "dozen", "score", "k", "m", "bn", "hundreds", "thousands of"),
    *("tens of", "dozens of", "scores of", "couple of", "a few", "several", "-odd", "or so", "plus"),
)
_HEDGES = (
    *("about", "around", "at least", "more than", "over", "nearly", "almost", "up to", "as many as", "no fewer than"),
    *("between", "from", "to", "and", "or", "some", "close to", "just under", "exceeding", "an estimated", "roughly"),
)
_PERIODS = (
    *(
        "a day",
        "per week",
        "daily",
        "in the past 24 hours",
        "over the past two days",
        "last week",
        "this month",
        "so far",
    ),
    *("in the first half of 2025", "since 24 February 2022", "since", "between January 20-26", "from 3 to 9 March"),
    *("by the spring", "overnight", "on Tuesday", "in 48 hours", "the deadliest month", "a daily high of", "yesterday"),
    *("as of", "in the year", "31 February", "30-31", "in early May", "throughout", "since the start of the month"),
)
_MARKS = (",", ".", ";", ":", "-", "—", "(", ")", '"', "“", "”", "'", "’s", "\n", "\n\n", "?", "!")
_CLASSES: tuple[tuple[str, ...], ...] = (
    (*_UNITS, *_TENS, *VAGUE),
    _FRACTIONS,
    _SCALES,
    _HEDGES,
    (*_PERIODS, *function.MONTHS, *function.WEEKDAYS),
    _MARKS,
    tuple(sources.SAY_VERBS),
    (*sources.SOURCE_NOUNS, *sources.PEOPLE, *sources.ROLES, *sources.PRONOUNS),
    (*people.PERSONNEL, *people.CIVILIANS),
    (*losses.LOSE_VERBS, *losses.DIE_VERBS, *losses.DESTROY_VERBS, *losses.HOLD_VERBS, "killed", "wounded", "dead"),
    (*function.PREPOSITIONS, *function.CONJUNCTIONS, *function.INCLUDING, *function.CLAUSE_BREAKS, "of whom", "each"),
    (*function.AUXILIARIES, *function.HAVING, *function.DETERMINERS, *function.FILLERS),
    (*COUNTRY_OF_PLACE, "Russia", "Ukrainian", "Kyiv's", "the enemy", "Moscow", "both sides", "Hezbollah"),
)
# Numbers in words stand in most sentences, whatever else does.
_NUMBERS = _CLASSES[:4]


def sentence_soup(chance: Random) -> str:
    """Sentences of words of all classes in any order, runs of number words among them."""
    out: list[str] = []
    for _ in range(chance.randrange(3, 400)):
        classes = _NUMBERS if chance.random() < 0.4 else _CLASSES
        word = chance.choice(chance.choice(classes))
        out.append(word.capitalize() if chance.random() < 0.15 else word)
    return " ".join(out)
