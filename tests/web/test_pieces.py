"""The parts of the pages that need no browser: the finding, the check box, the marks in a text, pictures, verdicts."""

import json
from datetime import date

import pytest

from dashboard.model import Basis, Claim, Document, Evidence, Extraction, Period, PeriodKind, Rejection, Span
from dashboard.web import credit
from dashboard.web.checking import LONGEST, checked
from dashboard.web.choosing import is_known, touches
from dashboard.web.edition import Edition
from dashboard.web.editions import Asked
from dashboard.web.filtering import typed
from dashboard.web.finding import age_words, finding, headline
from dashboard.web.marking import marked, marks, named
from dashboard.web.page import outside
from dashboard.web.pages.document import shown
from dashboard.web.picture import file_name
from dashboard.web.readings import period_words
from dashboard.web.view import View


def words_of(components) -> str:
    """All text in the components, as JSON without escapes."""
    return json.dumps(components, default=lambda c: c.to_plotly_json(), ensure_ascii=False)


def test_the_finding_is_the_latest_report_by_the_as_of_date(losses):
    found = finding(losses, View(as_of=date(2024, 11, 12)))
    assert (found.losses, found.start, found.published) == (1950, date(2024, 11, 11), date(2024, 11, 12))
    assert headline(found).startswith("1,950 reported for 11 Nov 2024, the highest of the ")


def test_the_finding_follows_the_basis(losses):
    found = finding(losses, View(as_of=date(2024, 11, 12), basis=Basis.PUBLISHED))
    assert headline(found).startswith("1,950 reported on 12 Nov 2024")


def test_before_the_first_report_there_is_no_finding(losses):
    assert finding(losses, View(as_of=date(2022, 2, 24))) is None


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 8, 8), "published today"),
        (date(2026, 8, 9), "published yesterday"),
        (date(2026, 8, 18), "10 days ago"),
    ],
)
def test_how_fresh_the_data_are_is_said_in_words(today, words):
    assert words in age_words(date(2026, 8, 8), today)


def test_a_clock_behind_the_data_is_told():
    assert "check this machine's clock" in age_words(date(2026, 8, 8), date(2026, 8, 1))


def test_a_pasted_sentence_is_read_and_checked(losses):
    text = "Russia lost 1,950 soldiers killed or wounded on Tuesday, Ukraine's General Staff said."
    words = words_of(checked(losses, View(), text, "12 Nov 2024", "a made-up paper"))
    assert "1,950" in words
    assert "equal" in words
    assert "710,660 to 712,610" in words


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        ("", None, "nothing to check yet"),
        (None, None, "nothing to check yet"),
        (7, None, "nothing to check yet"),
        ("x" * (LONGEST + 1), None, "at most 50,000 are read at a time"),
        ("Russia lost 1,950 troops.", "12/11/2024", "is no date of publication"),
        ("The weather was fine.", None, "No reported loss was found"),
    ],
)
def test_what_cannot_be_checked_is_told(losses, text, published, words):
    assert words in words_of(checked(losses, View(), text, published, None))


def test_checking_stores_nothing(losses):
    before = len(losses.claims), len(losses.extractions), len(losses.observations)
    checked(losses, View(), "Russia lost 1,950 troops on Tuesday, Kyiv said.", "12 Nov 2024", None)
    assert (len(losses.claims), len(losses.extractions), len(losses.observations)) == before


def made_up(text: str, *spans: tuple[int, int]) -> Extraction:
    claims = tuple(Claim(f"d:{a}", "d", 1, evidence=Evidence(text[a:b], a, b), figure=Span(a, b)) for a, b in spans)
    return Extraction(Document("d", text), claims)


def test_marks_cover_the_text_without_loss():
    text = "10 and 20 and 30"
    parts = marked(made_up(text, (0, 2), (7, 9)), View(claim="d:7"))
    flat = "".join(p if isinstance(p, str) else p.children.children for p in parts)
    assert flat == text
    assert [p.id for p in parts if getattr(p, "id", None)] == ["selected-figure"]


def test_overlapping_marks_do_not_repeat_text():
    read = made_up("1,000–2,000 lost", (0, 5), (0, 11), (6, 11))
    kept = marks(read)
    assert [(m.start, m.end) for m in kept] == [(0, 11)]


def test_a_figure_set_aside_says_why():
    read = Extraction(Document("d", "50,000 massed"), (), (Rejection("d", Evidence("50,000", 0, 6), "troop strength"),))
    assert "troop strength" in words_of(marked(read, View()))


@pytest.mark.parametrize(
    "bad", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//x"]
)
def test_only_http_addresses_become_links(bad):
    assert not hasattr(outside("source", bad), "href")


def test_http_addresses_become_links_that_tell_nothing_of_us():
    made = outside("source", "https://example.org/a")
    assert (made.href, made.rel) == ("https://example.org/a", "noopener noreferrer external")


def test_an_own_note_says_that_it_is_ours(losses):
    note = next(read.document for read in losses.extractions if read.document.own_note)
    assert "Our note, not the article’s words" in words_of(shown(Asked(Edition(losses), View(document=note.id), ())))


def test_a_register_row_shows_its_fields(losses):
    row = losses.estimates[0]
    words = words_of(shown(Asked(Edition(losses), View(claim=row.claim_id), ())))
    assert row.claim_id in words
    assert row.source_row in words


def test_a_report_of_the_dataset_has_its_own_page(losses):
    words = words_of(shown(Asked(Edition(losses), View(claim="GS-2024-11-11"), ())))
    assert "710,660" in words
    assert "10 Nov 2024" in words


def test_an_unknown_document_is_told(losses):
    assert "Nothing here is called “nope”" in words_of(shown(Asked(Edition(losses), View(claim="nope"), ())))


def test_a_claim_without_a_date_is_left_out_of_a_dated_view():
    undated = Claim("a", "a", 5)
    assert is_known(undated, View())
    assert not is_known(undated, View(as_of=date(2024, 1, 1)))


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("2024-10-01", "2024-10-31", True),
        ("2024-10-31", None, True),
        ("2024-11-01", None, False),
        (None, "2024-09-30", False),
    ],
)
def test_a_claim_is_in_range_when_its_days_touch_it(start, end, fits):
    october = Claim("a", "a", 5, period=Period(PeriodKind.MONTH, date(2024, 10, 1), date(2024, 10, 31)))
    day = date.fromisoformat
    assert touches(october, View(start=start and day(start), end=end and day(end))) is fits


def test_a_day_left_open_reads_as_one_day_within():
    claim = Claim("a", "a", 1730, period=Period(PeriodKind.DAY, date(2024, 5, 1), date(2024, 5, 31)))
    assert period_words(claim) == "one day within 1–31 May 2024"


def test_typed_dates_become_the_address():
    query, fault = typed("?log=1", {"start": "1 Nov 2024", "end": "2024-11-30", "as_of": ""})
    assert (query, fault) == ("?start=2024-11-01&end=2024-11-30&log=1", "")


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"start": "soon", "end": None, "as_of": None}, "“soon” is no date"),
        ({"start": "2 Nov 2024", "end": "1 Nov 2024", "as_of": None}, "swap them"),
    ],
)
def test_typed_dates_that_cannot_be_used_are_told(texts, words):
    assert words in typed("", texts)[1]


def test_a_picture_is_named_after_what_it_shows():
    view = View(start=date(2024, 11, 1), end=date(2024, 11, 30), basis=Basis.PUBLISHED, log=True)
    assert file_name("daily", view, "2024-12-01") == (
        "reported-losses_daily_2024-11-01_to_2024-11-30_published_as-of-2024-12-01_log.png"
    )
    assert file_name("daily", View(), "2026-08-08") == "reported-losses_daily_all_as-of-2026-08-08.png"


def test_a_malformed_credit_file_is_named(tmp_path):
    (tmp_path / "credit.toml").write_text("[[credit]]\nwhat = 1\n")
    with pytest.raises(ValueError, match=r"credit\.toml"):
        credit.read(tmp_path)


def test_without_a_credit_file_the_claimant_is_the_source(tmp_path):
    assert credit.source_line(credit.read(tmp_path), "A claimant") == "A claimant, as in the files of the data folder"


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("A title", "A text.", "A title"),
        (None, "A short\n text.", "A short text."),
        (None, "word " * 30, "word " * 13 + "…"),
        (None, " ", "D-1"),
    ],
)
def test_a_document_is_named_by_its_title_or_else_by_its_first_words(title, text, name):
    assert named(Document("D-1", text, title=title)) == name
