"""Each stage between text and claim, on single sentences."""

from datetime import date

import pytest

from dashboard.extract.cleaning import clean
from dashboard.extract.dates import Calendar
from dashboard.extract.gate import may_report_losses
from dashboard.extract.kinds import casualty_types
from dashboard.extract.language import language_of
from dashboard.extract.linking import link
from dashboard.extract.periods import mentions
from dashboard.extract.sentences import LONGEST, sentences
from dashboard.extract.tokens import read
from dashboard.model import PeriodKind

DAYS = Calendar(date(2024, 11, 12), date(2022, 2, 24))


def test_offsets_lead_back_to_the_text_as_given():
    text = "The\u200b army lost 1\u00a0770 men &amp; 5 tanks, it\u2019s said"
    cleaned = clean(text)
    for word in ("army", "men", "tanks", "said"):
        start = cleaned.text.index(word)
        assert text[cleaned.original(start) : cleaned.original(start + len(word), end=True)] == word


def test_mis_decoded_quotation_marks_are_mended():
    assert "Russia's losses" in clean("Russiaâ€™s losses").text


def test_a_repeated_paragraph_and_boilerplate_are_left_out():
    told = "The army said that 1,770 soldiers had been killed or wounded in a day."
    cleaned = clean(f"{told}\n\n{told}\n\nSign up for our newsletter today, 500 killed readers can't be wrong")
    assert [cleaned.text[b.start : b.end] for b in cleaned.blocks] == [told]


def test_sentences_do_not_end_at_abbreviations():
    text = "Gen. Smith of the U.S. Army spoke on Feb. 24. He left."
    spans = [text[s.start : s.end] for s in sentences(clean(text))]
    assert spans == ["Gen. Smith of the U.S. Army spoke on Feb. 24.", "He left."]


def test_one_endless_sentence_is_cut():
    assert all(s.end - s.start <= LONGEST for s in sentences(clean("killed 5 men and " * 5000)))


@pytest.mark.parametrize(
    ("sentence", "rule", "types"),
    [
        ("33 soldiers were killed", "figure, people, participle", ("killed",)),
        ("militants killed 33 soldiers", "active verb, figure", ("killed",)),
        ("6 others seriously injured", "figure, participle", ("wounded",)),
        ("97,000 injured", "figure, participle", ("wounded",)),
        ("890 Russian soldier losses", "figure, noun of loss", ()),
        ("Russia lost 640 troops", "lose, figure", ()),
        ("casualties averaged 1,500", "noun of loss, measured", ()),
        ("killed or wounded 4,600 soldiers", "active verb, figure", ("killed", "wounded")),
        ("12 people died", "figure, people, die", ("killed",)),
        ("1,200 troops taken prisoner", "figure, people, participle", ("captured",)),
        ("17 soldiers lost their lives", "figure, people, lost", ("killed",)),
        ("500 casualties - killed and wounded", "figure, noun of loss", ("killed", "wounded")),
    ],
)
def test_a_figure_is_tied_to_its_loss(sentence, rule, types):
    tokens = read(sentence, 0, len(sentence), {})
    links = link(tokens)
    assert len(links) == 1
    tie = next(iter(links.values()))
    assert (tie.rule, casualty_types(tie, tokens)) == (rule, types)


@pytest.mark.parametrize(
    "sentence",
    ["massed 50,000 soldiers", "8,000 North Korean soldiers sent to the front", "lost 20 villages", "5 days"],
)
def test_a_figure_without_a_loss_is_tied_to_none(sentence):
    assert not link(read(sentence, 0, len(sentence), {}))


@pytest.mark.parametrize(
    ("words", "kind", "start", "end"),
    [
        ("in just 24 hours", PeriodKind.DAY, date(2024, 11, 12), date(2024, 11, 12)),
        ("on Monday", PeriodKind.DAY, date(2024, 11, 11), date(2024, 11, 11)),
        ("yesterday", PeriodKind.DAY, date(2024, 11, 11), date(2024, 11, 11)),
        ("within a mere 48 hours", PeriodKind.HOURS48, date(2024, 11, 11), date(2024, 11, 12)),
        ("last week", PeriodKind.WEEK, date(2024, 11, 6), date(2024, 11, 12)),
        ("in October", PeriodKind.MONTH, date(2024, 10, 1), date(2024, 10, 31)),
        ("last month", PeriodKind.MONTH, date(2024, 10, 1), date(2024, 10, 31)),
        ("in December", PeriodKind.MONTH, date(2023, 12, 1), date(2023, 12, 31)),
        ("this year", PeriodKind.YEAR, date(2024, 1, 1), date(2024, 11, 12)),
        ("in 2023", PeriodKind.YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        ("since the start of the invasion", PeriodKind.SINCE_START, date(2022, 2, 24), date(2024, 11, 12)),
        ("since 24 February 2022", PeriodKind.SINCE_START, date(2022, 2, 24), date(2024, 11, 12)),
        ("so far in the war", PeriodKind.SINCE_START, date(2022, 2, 24), date(2024, 11, 12)),
        ("in the first half of 2024", PeriodKind.OTHER, date(2024, 1, 1), date(2024, 6, 30)),
        ("in a day back in May", PeriodKind.DAY, date(2024, 5, 1), date(2024, 5, 31)),
    ],
)
def test_a_period_resolves_against_the_day_of_publication(words, kind, start, end):
    text = f"They lost 500 men {words}."
    found = mentions(text, 0, len(text), DAYS)
    assert (found[0].period.kind, found[0].period.start, found[0].period.end) == (kind, start, end)


def test_without_a_day_of_publication_dates_stay_open():
    text = "They lost 500 men on Tuesday."
    period = mentions(text, 0, len(text), Calendar(None, None))[0].period
    assert (period.kind, period.start, period.end) == (PeriodKind.DAY, None, None)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The army lost 500 men.", True),
        ("Dozens were wounded.", True),
        ("Ворог втратив 1770 осіб.", True),
        ("The budget rose by 4.5 per cent to 3.2 million pounds.", False),
        ("Nobody was killed.", False),
        ("He lost his keys. " + "The sun shone on the town. " * 40 + "It was 2024.", False),
    ],
)
def test_the_gate_lets_through_only_loss_words_near_numbers(text, passes):
    assert may_report_losses(text) is passes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that more than five hundred of its soldiers were killed in the fighting " * 2, "en"),
        ("Ворог втратив близько тисячі осіб за минулу добу", "uk"),
        ("Противник потерял около тысячи человек за минувшие сутки", "ru"),
        (
            "Die Armee teilte mit, dass fünfhundert Soldaten getötet und viele weitere verletzt worden seien " * 3,
            "other",
        ),
    ],
)
def test_the_language_is_told(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In June, Russia lost over 900 soldiers in just 24 hours.", date(2024, 6, 1), date(2024, 6, 30)),
        ("But in May 2023, Russia lost 980 troops in a single day.", date(2023, 5, 1), date(2023, 5, 31)),
        ("In June, Russia lost 900 soldiers in the past 24 hours.", date(2024, 11, 12), date(2024, 11, 12)),
        ("Russia lost 900 soldiers in just 24 hours.", date(2024, 11, 12), date(2024, 11, 12)),
    ],
)
def test_a_month_that_opens_the_sentence_holds_an_open_day(text, start, end):
    days = Calendar(date(2024, 11, 12), date(2022, 2, 24))
    [told] = [m.period for m in mentions(text, 0, len(text), days) if m.period.kind is PeriodKind.DAY]
    assert (told.start, told.end) == (start, end)
