"""Articles to claims: the gate on text without losses, and articles beside quantulum3 on the same text in the same run.

The articles are made here, of our own sentences with figures drawn by a fixed seed; nobody lost what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from statistics import median
from time import process_time

from dashboard.extract import extract
from dashboard.extract.gate import may_report_losses
from dashboard.model import Document
from tests.eval import quantities
from tests.eval.known import claimants, conflict

RUNS = 3
ARTICLES = 100
# quantulum3 is the slow one, at a second or so an article.
SAMPLE = 10
PARAGRAPHS = 10
# One plain article in five has a stray loss word, which the gate may not stop.
STRAY = 5
QUIET = (
    "Nobody had asked the fishermen, who learned of the plan from the radio like everyone else.",
    "The mayor, a former teacher, said that the town would have to choose between the pool and the library.",
    "Those who wanted to speak had to put their names on a list, and many did so before the doors opened.",
    "It was the first time that the two sides had sat at the same table, and they did not shake hands.",
    "Critics say the plan comes too late and does little for those who rent their homes.",
    "In the afternoon the clouds broke, and the square in front of the church filled with people again.",
    "A spokeswoman for the bank declined to comment on what she called rumours.",
    "The court will hear the case in autumn, and its ruling is expected before the end of the year.",
)
PLAIN = (
    "The council met on {day} March {year} and voted {n} to 3 for a new bridge over the river.",
    "Prices rose by {n} per cent last year, and a loaf now costs ${n}.40 in the capital.",
    "Some {big} visitors came to the fair, its director told reporters, more than in {year}.",
    "The train leaves at 0{n}:15 and needs two hours for the {big} metres to the coast.",
    "She is 4{n} years old, has three children, and has taught at the school since {year}.",
    "Engineers laid {big} kilometres of cable between the two towns and expect to finish in {n} weeks.",
    "The minister promised $1{n} million for roads, schools and a hospital with {n}0 beds.",
    "Rain is expected over the northern hills, with winds of up to {n}0 km an hour by the evening.",
    "The museum shows {big} coins, a sword and the letters of a merchant who lived here around 1{n}40.",
    "The home side won 3-{n} after a goal in the 7{n}th minute, and now stands second in the table.",
)
# Loss words without a loss: what a plain article now and then says.
TURNS = (
    "The company reported losses for the third quarter, its chairman said in a letter to the owners.",
    "He lost his way twice in the old town, and missed the last bus home.",
)
LOSSES = (
    "Ukraine's General Staff said on Tuesday that Russia had lost {big} troops over the past day.",
    "Around {big} Russian soldiers were killed or wounded in the past 24 hours, according to the ministry.",
    "The UK Ministry of Defence said Russian forces suffered an average of {big} casualties a day in October.",
    "Since the start of the full-scale invasion Russia has lost about {n}10,{n}60 personnel, the ministry added.",
    "Officials in Moscow said that up to {big} Ukrainian servicemen and {n}4 tanks had been destroyed near the border.",
)


def measure() -> str:
    """The gate in MB/s; articles a second with a tenth and with all reporting losses, each as a ratio to quantulum3."""
    people, war = claimants(), conflict()

    def ours(document: Document) -> object:
        return extract(document, people, war)

    plain = articles(ARTICLES, 0, stray=0)
    text = "\n".join(document.text for document in plain)
    size = len(text.encode()) / 1e6
    gate = _median(lambda: may_report_losses(text))
    pasted = articles(1, 1)[0]
    return "\n".join(
        (
            f"gate on {size:.1f} MB of made-up text without losses: {size / gate:,.0f} MB/s",
            _beside(
                "articles, one in ten reporting losses, one in five with a stray loss word",
                articles(ARTICLES, 10),
                ours,
            ),
            _beside("articles that all report losses", articles(ARTICLES, 1), ours),
            f"one pasted article of {len(pasted.text):,} characters: {_median(lambda: ours(pasted)) * 1e3:.1f} ms",
        )
    )


def articles(count: int, every: int, *, stray: int = STRAY) -> list[Document]:
    """Made-up articles, each `every`-th with five sentences on losses, each `stray`-th with a loss word; 0: none."""
    chance = Random(7)
    return [_article(n, chance, _hit(n, every), _hit(n + 1, stray)) for n in range(count)]


def _hit(number: int, every: int) -> bool:
    return bool(every) and number % every == 0


def _article(number: int, chance: Random, reports: bool, stray: bool) -> Document:
    """Three sentences a paragraph, one of them with numbers, as in a plain article."""
    sentences = [chance.choice(PLAIN if n % 3 == 1 else QUIET) for n in range(PARAGRAPHS * 3)]
    if stray:
        sentences[chance.randrange(len(sentences))] = chance.choice(TURNS)
    for place, sentence in zip((0, 2, 7, 15, 24), LOSSES if reports else (), strict=False):
        sentences[place] = sentence
    filled = [_filled(sentence, chance) for sentence in sentences]
    text = "\n".join(" ".join(filled[n : n + 3]) for n in range(0, len(filled), 3))
    return Document(f"made-up-{number}", text, "A Paper", date(2024, 11, 12))


def _filled(sentence: str, chance: Random) -> str:
    n, big = chance.randrange(4, 10), f"{chance.randrange(1000, 9999):,}"
    return sentence.format(n=n, big=big, day=chance.randrange(1, 29), year=chance.randrange(1990, 2024))


def _beside(what: str, texts: Sequence[Document], ours: Callable[[Document], object]) -> str:
    """Our articles a second and quantulum3's, its on the first `SAMPLE`, of which as many report losses."""
    sample = texts[:SAMPLE]
    each = _median(lambda: [ours(document) for document in texts]) / len(texts)
    theirs = _median(lambda: [quantities.read(document) for document in sample], runs=1) / len(sample)
    characters = sum(len(document.text) for document in texts) / len(texts)
    return (
        f"{len(texts)} {what}, {characters:,.0f} characters each: {1 / each:,.0f} a second; quantulum3 "
        f"{1 / theirs:,.1f}; ratio {theirs / each:.1f}"
    )


def _median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of one core, after one run that fills what is made once."""
    times = []
    for _ in range(runs + 1):
        began = process_time()
        work()
        times.append(process_time() - began)
    return median(times[1:])
