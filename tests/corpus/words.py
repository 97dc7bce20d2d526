"""What the made-up pages say: plain sentences, stray words of loss, made-up losses, headlines among the links."""

from __future__ import annotations

from random import Random

from tests.bench.extraction import LOSSES, PLAIN, QUIET, TURNS

EVERY, STRAYS, HEADLINES = 50, 20, 10
SENTENCES = 30
# A loss word beside a number, and no loss that is counted.
BESIDE = (
    "The club has lost {n} of its last 1{n} games and sits near the foot of the table.",
    "About {big} jobs were lost in the region after the mill closed, the union said.",
    "She lost {n} kilograms in a year and now runs to work.",
    "The bank posted losses of ${n}4 million, its worst quarter since {year}.",
)
LINKED = (
    "Two dead after a bus leaves the road",
    "Fire in old mill: {n} injured",
    "Flood toll rises to {n}",
    "{n} missing after boat overturns",
)
PLAINLY = (
    "What the new timetable means for you",
    "Ten recipes for a wet weekend",
    "The house that nobody wants to buy",
    "How a small town kept its library",
    "In pictures: the fair of {year}",
    "Letters: why we need more benches",
)


def filled(sentence: str, chance: Random) -> str:
    """The sentence with made-up figures in its places."""
    n, big = chance.randrange(4, 10), f"{chance.randrange(1000, 9999):,}"
    return sentence.format(n=n, big=big, day=chance.randrange(1, 29), year=chance.randrange(1990, 2024))


def body(number: int, chance: Random) -> list[str]:
    """The paragraphs of the page of that number, three sentences each."""
    said = [chance.choice(PLAIN if n % 3 == 1 else QUIET) for n in range(SENTENCES)]
    if number % 5 == 1:
        said[chance.randrange(SENTENCES)] = chance.choice(TURNS)
    if number % STRAYS == 3:
        said[chance.randrange(SENTENCES)] = chance.choice(BESIDE)
    for place, sentence in zip((0, 2, 7, 15, 24), LOSSES if number % EVERY == 0 else (), strict=False):
        said[place] = sentence
    told = [filled(sentence, chance) for sentence in said]
    return [" ".join(told[n : n + 3]) for n in range(0, SENTENCES, 3)]


def headlines(number: int, chance: Random, count: int = 40) -> list[str]:
    """Headlines of other pages; on one page in ten, one that tells of a loss."""
    told = [filled(chance.choice(PLAINLY), chance) for _ in range(count)]
    if number % HEADLINES == 7:
        told[chance.randrange(count)] = filled(chance.choice(LINKED), chance)
    return told
