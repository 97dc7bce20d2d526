"""Documents made to break a reader: articles with their pieces moved, dropped and doubled, soups of numbers, deep
nesting, endless sentences, any Unicode. Drawn from the chance given, so that each is made again by its number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from dashboard.model import Document
from tests.bench.extraction import articles
from tests.hostile.words import sentence_soup

LONGEST = 100_000
SCRIPTS = (
    *(
        "0123456789",
        "٠١٢٣٤٥٦٧٨٩",
        "abc xyz",
        "Їжак втрат убит",
        "ﬁ ſ K İ ß",
        "\u200b\u202f\u00ad\u2009",
        "‘’“”«»—\u2013−",
    ),
    *(
        "²½¾№",
        "\n\n\t  ",
        "😀🇺🇦",
        "中文死亡人数",
        "الجيش",
        "(((",
        ")]}",
        "&amp;&#8217;&lt;",
        "â€™Ã©",
        "\x00\x07\x85\u2028",
    ),
    *("éèü", ",.;:!?'\"", "+-±%$€"),
)
WORDS = (
    *("killed", "wounded", "dead", "Russia", "Ukraine's", "soldiers", "troops", "losses", "said", "according to"),
    *(
        "the",
        "in May",
        "since the invasion",
        "a day",
        "of whom",
        "including",
        "and",
        "or",
        "-",
        "(",
        ")",
        ";",
        ":",
        "“",
    ),
    *("more than", "up to", "between", "from", "to", "1,770", "710 660", "1.5k", "half a million", "dozens"),
    *("of", "tens of thousands of", "24.02.22", "per cent", "tanks", "втрат", "військових", "убито", "it", "he", "who"),
    *("ministry", "General Staff", "2024", "24 hours", "missing", "lost", "destroyed", "on Tuesday", "civilians"),
    *(".", "?", "\n", "’s"),
)


def document(number: int, seed: int = 7) -> Document:
    """The hostile document of that number: the kinds in turn."""
    chance = Random(seed * 1_000_003 + number)
    text = KINDS[number % len(KINDS)](chance)[:LONGEST]
    published = chance.choice((None, date(2024, 11, 12), date(1, 1, 1), date(9999, 12, 31)))
    language = chance.choice((None, None, None, "en", "uk", "ru"))
    return Document(f"hostile-{number}", text, chance.choice((None, "A Paper", "")), published, language=language)


def _mutated(chance: Random) -> str:
    """An article on losses after some moves, losses and doublings of its stretches."""
    text = articles(1, 1)[0].text
    for _ in range(chance.randrange(1, 12)):
        start = chance.randrange(len(text) + 1)
        piece = text[start : start + chance.randrange(120)]
        place = chance.randrange(len(text) + 1)
        text = chance.choice(
            (text[:place] + piece + text[place:], text.replace(piece, "", 1), text.replace(piece, piece * 3, 1))
        )
    return text


def _salted(chance: Random) -> str:
    """An article with odd characters strewn in."""
    letters = list(_mutated(chance))
    for _ in range(chance.randrange(1, 200)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(chance.choice(SCRIPTS)))
    return "".join(letters)


def _unicode(chance: Random) -> str:
    """Any characters at all, lone surrogates left out."""
    return "".join(_character(chance) for _ in range(chance.randrange(2_000))) + " killed 5 men"


def _character(chance: Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(chance.choice(SCRIPTS))
    code = chance.randrange(0x20000)
    return chr(code) if not 0xD800 <= code < 0xE000 else " "


def _numbers(chance: Random) -> str:
    """Numbers with every separator, a loss word now and then."""
    marks = (
        " ",
        ",",
        ".",
        "-",
        "–",
        " and ",
        " killed ",
        "\n",
        "/",
        ":",
        "+",
        " (+",
        ") ",
        "k ",
        " million ",
        " 000 ",
        "'",
    )
    size = chance.randrange(10, 3_000)
    return "".join(f"{chance.randrange(10 ** chance.randrange(1, 19))}{chance.choice(marks)}" for _ in range(size))


def _words(chance: Random) -> str:
    """Words of the grammar in any order, in sentences of any length."""
    return " ".join(chance.choices(WORDS, k=chance.randrange(5, 1_500)))


def _nested(chance: Random) -> str:
    """Brackets, quotations or clauses within one another."""
    opening, closing = chance.choice((("(", ")"), ("“", "”"), ("he said that ", " "), ("<div>", "</div>"), ("[", "]")))
    depth = chance.randrange(1, 5_000)
    return opening * depth + "Russia lost 1,770 troops killed" + closing * depth


def _endless(chance: Random) -> str:
    """One phrase, repeated up to the longest text allowed."""
    phrase = " ".join(chance.choices(WORDS, k=chance.randrange(1, 12))) + chance.choice(
        ("", " ", ", ", ". ", "\n", ".\n\n")
    )
    return phrase * chance.choice((10, 100, 1_000, LONGEST // len(phrase) + 1))


KINDS: tuple[Callable[[Random], str], ...] = (
    *(_mutated, _salted, _mutated, _words, _mutated, _numbers, _salted, _unicode, _nested, _words, _mutated, _salted),
    *(_endless, sentence_soup, sentence_soup, sentence_soup),
)
