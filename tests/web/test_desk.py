"""The calls by which pages write: only ours, only with a token; each whole or refused in a sentence."""

import base64
import hashlib

import pytest

from dashboard.intake import address
from dashboard.intake.address import Fetched
from dashboard.store import open_store
from dashboard.web.access import Access, Person
from dashboard.web.application import assemble
from dashboard.web.editions import Editions, stored

from .conftest import ROOT, TODAY

# Made-up figures; only the form is that of a daily report.
TEXT = (
    "Russia lost 1,234 troops over the past day, the General Staff of Ukraine said. "
    "It put Russia's total losses since the invasion at 698,765 troops. The front is held by 3,000 soldiers."
)


@pytest.fixture
def store(tmp_path):
    return open_store(str(tmp_path / "losses.db"))


@pytest.fixture
def app(store):
    return assemble(Editions(stored(ROOT / "data", store)), lambda: TODAY, may_sync=False)


@pytest.fixture
def client(app):
    return app.server.test_client()


@pytest.fixture
def token(client):
    return client.get("/desk/token").get_json()["token"]


@pytest.fixture
def post(client, token):
    def call(name, **body):
        answer = client.post(
            f"/desk/{name}", json=body, headers={"X-Losses-Token": token, "Origin": "http://localhost"}
        )
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    return call


@pytest.fixture
def added(post, store):
    assert post("add", text=TEXT, published="12 Nov 2024", publisher="The Made-up Times")["ok"]
    return store.held()


def test_a_pasted_article_is_kept_with_its_claims(post, store):
    answer = post("add", text=TEXT, published="12 Nov 2024", publisher="The Made-up Times", title="Made up")
    (kept,) = store.documents()
    assert answer["documents"] == [kept.document.id]
    assert answer["told"] == ["Made up was added, with 2 claims to review."]
    assert (kept.document.publisher, str(kept.document.published)) == ("The Made-up Times", "2024-11-12")
    assert [one.claim.value for one in store.held()] == [1234, 698765]


def test_the_same_article_again_is_recognised(post, added, store):
    answer = post("add", text=TEXT, published="12 Nov 2024", publisher="The Made-up Times")
    assert "is in the store already; nothing was added" in answer["told"][0]
    assert len(store.documents()) == 1


def test_several_files_at_once(post, store):
    page = f"<html><head><title>Made up</title></head><body><article><p>{TEXT}</p></article></body></html>"
    files = [
        {"name": "a.txt", "data": "data:text/plain;base64," + base64.b64encode(TEXT.encode()).decode()},
        {"name": "b.html", "data": base64.b64encode(page.encode()).decode()},
        {"name": "c.pdf", "data": base64.b64encode(b"%PDF-1.7 \x00\x01").decode()},
    ]
    answer = post("add", files=files, published="12 Nov 2024")
    assert answer["ok"]
    assert len(answer["documents"]) == 2
    assert "c.pdf" in answer["told"][-1]


def test_a_date_is_asked_for_where_none_is_found(post, store):
    answer = post("add", text=TEXT)
    assert not answer["ok"]
    assert "No date of publication was found in pasted text" in answer["told"][0]
    assert post("add", text=TEXT, undated=True)["ok"]
    assert store.documents()[0].document.published is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "There is nothing to add; paste a text or choose files."),
        ({"text": "   "}, "There is nothing to add; paste a text or choose files."),
        ({"text": TEXT, "published": "11/12/2024"}, "is no date; write it as 11 Nov 2024."),
        ({"files": [{"name": "a.txt", "data": "data:text/plain;base64,§"}]}, "did not arrive whole"),
        ({"files": [{"name": "a.txt", "data": ""}] * 51}, "At most 50 files"),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_kept(post, store, body, told):
    answer = post("add", **body)
    assert not answer["ok"]
    assert told in answer["told"][0]
    assert store.documents() == []


def test_what_was_added_is_told_in_words_that_agree_with_their_numbers(post, added):
    like = post("add", text=TEXT.replace("3,000", "3,001"), published="13 Nov 2024")["told"]
    assert like == ["The text was added, with 2 claims to review. It is like 1 document kept before."]
    assert post("add", text="The bridge was opened on Monday.", published="13 Nov 2024")["told"] == [
        "The text was added, but no figure of losses was found in it."
    ]


def test_a_claim_is_accepted_and_taken_back(post, added, store):
    claim = added[0].claim.claim_id
    made = post("decide", claim=claim, seen=1, deed="accept")
    assert "was accepted by this machine" in made["told"][0]
    assert store.held()[0].status == "accepted"
    assert post("undo", number=made["number"])["ok"]
    assert store.held()[0].status == "pending"


def test_a_decision_on_what_changed_meanwhile_shows_both(post, added, store):
    claim = added[0].claim.claim_id
    post("decide", claim=claim, seen=1, deed="accept")
    answer = post("decide", claim=claim, seen=1, deed="reject")
    assert not answer["ok"]
    assert "look at what it says now" in answer["told"][0]
    assert "was read in the text" in answer["seen"]
    assert "was accepted" in answer["now"]
    assert store.held()[0].status == "accepted"


def test_a_reading_is_corrected_field_by_field(post, added, store):
    fields = {
        "value": "1,240",
        "hedge": "at_least",
        "claimant": "general staff of the armed forces of ukraine",
        "casualty_types": ["wounded", "killed"],
        "period_kind": "day",
        "start": "11 Nov 2024",
        "end": "2024-11-11",
        "basis": "covers",
    }
    claim = added[0].claim
    assert post("change", claim=claim.claim_id, seen=1, fields=fields, note="the table says so")["ok"]
    changed = store.held()[0].claim
    assert (changed.value, changed.low, changed.high, changed.casualty_types) == (
        1240,
        1240,
        None,
        ("killed", "wounded"),
    )
    assert (str(changed.period.start), str(changed.period.end), changed.basis) == ("2024-11-11", "2024-11-11", "covers")
    assert changed.claimant == "General Staff of Ukraine"
    assert changed.evidence == claim.evidence
    assert store.decisions()[0].note == "the table says so"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"value": "many"}, "'many' is no number"),
        ({"value": "-3"}, "is no number"),
        ({"value": "1e400"}, "is no number"),
        ({"value": "nan"}, "is no number"),
        ({"hedge": "range"}, "A range needs its second number"),
        ({"hedge": "perhaps"}, "is no hedge; choose among exact"),
        ({"start": "12/11/2024"}, "is no date"),
        ({"start": "13 Nov 2024", "end": "12 Nov 2024"}, "swap the two dates"),
        ({"casualty_types": ["maimed"]}, "choose among these"),
        ({"subject": "x" * 300}, "shorten it"),
    ],
)
def test_a_correction_that_cannot_be_is_told_and_changes_nothing(post, added, store, fields, told):
    answer = post("change", claim=added[0].claim.claim_id, seen=1, fields=fields)
    assert not answer["ok"]
    assert told in answer["told"][0]
    assert store.held() == added


def test_a_figure_selected_in_the_text_becomes_a_claim_with_its_sentence(post, added, store):
    start = TEXT.index("3,000")
    fields = {"subject": "Russia", "claimant": "", "period_kind": "unspecified"}
    answer = post("claim", document=added[0].claim.document_id, start=start, end=start + 5, fields=fields)
    assert answer["ok"], answer
    made = next(one for one in store.held() if one.claim.claim_id == answer["claim"])
    assert (made.deed, made.status, made.claim.value, made.claim.claimant) == ("added", "accepted", 3000, None)
    assert made.claim.evidence.text == "The front is held by 3,000 soldiers."


def test_all_sure_readings_are_accepted_at_once_or_none(post, added, store):
    claims = [{"claim": one.claim.claim_id, "seen": one.version} for one in added]
    stale = [claims[0], {**claims[1], "seen": 7}]
    assert not post("bulk", claims=stale, deed="accept")["ok"]
    assert {one.status for one in store.held()} == {"pending"}
    assert post("bulk", claims=claims, deed="accept")["told"] == ["2 claims were accepted."]
    assert {one.status for one in store.held()} == {"accepted"}


def test_an_accepted_claim_joins_what_is_served(post, added, app, client):
    post("decide", claim=added[0].claim.claim_id, seen=1, deed="accept")
    for _ in range(100):
        if added[0].claim.claim_id in client.get("/api/claims?q=1234").text:
            break
    else:
        pytest.fail("the accepted claim is not among those served")


def test_an_address_is_fetched_only_where_the_server_may(post, store, monkeypatch):
    answer = post("add", url="https://made-up.example/a")
    assert "This server fetches no pages" in answer["told"][0]
    assert store.documents() == []


def test_a_page_that_is_fetched_is_kept_under_its_address(store, monkeypatch):
    page = f"<html><head><title>Made up</title></head><body><article><p>{TEXT}</p></article></body></html>"
    fetched = Fetched(page.encode(), "https://made-up.example/b")
    monkeypatch.setattr(address, "fetch", lambda place: fetched)
    app = assemble(Editions(stored(ROOT / "data", store)), lambda: TODAY, may_sync=False, may_fetch=True)
    client = app.server.test_client()
    headers = {"X-Losses-Token": client.get("/desk/token").get_json()["token"]}
    body = {"url": "https://made-up.example/a", "undated": True}
    assert client.post("/desk/add", json=body, headers=headers).get_json()["ok"]
    (kept,) = store.documents()
    assert (kept.origin, len(store.held())) == ("https://made-up.example/b", 2)


@pytest.mark.parametrize("headers", [{}, {"X-Losses-Token": ""}, {"X-Losses-Token": "0" * 64}])
def test_nothing_is_written_without_the_token_of_the_visit(client, token, store, headers):
    answer = client.post("/desk/add", json={"text": TEXT, "undated": True}, headers=headers)
    assert answer.status_code == 401
    assert "load the page anew" in answer.text
    assert store.documents() == []


def test_a_token_is_worth_nothing_in_another_visit(app, token, store):
    other = app.server.test_client()
    other.get("/desk/token")
    answer = other.post("/desk/add", json={"text": TEXT, "undated": True}, headers={"X-Losses-Token": token})
    assert answer.status_code == 401


def test_a_page_from_elsewhere_is_refused(client, token):
    headers = {"X-Losses-Token": token, "Origin": "https://evil.example"}
    assert client.post("/desk/add", json={"text": TEXT}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("nothing", {}),
        ("decide", {}),
        ("decide", {"claim": "x", "seen": "many", "deed": "accept"}),
        ("decide", {"claim": "x", "seen": 1, "deed": "destroy"}),
        ("bulk", {"claims": 3, "deed": "accept"}),
        ("claim", {"document": "x"}),
        ("undo", {"number": None}),
        ("decide", [1]),
        ("change", {"claim": {}, "fields": 7}),
    ],
)
def test_malformed_calls_end_in_a_sentence_and_never_in_a_fault_of_ours(client, token, added, name, body):
    answer = client.post(f"/desk/{name}", json=body, headers={"X-Losses-Token": token})
    assert answer.status_code in (200, 400)
    assert "Traceback" not in answer.text
    assert answer.status_code == 400 or answer.get_json()["ok"] is False


def test_more_than_is_allowed_is_not_even_read(client, token):
    headers = {"X-Losses-Token": token, "Content-Type": "application/json"}
    assert client.post("/desk/add", data=b"x" * 28_000_001, headers=headers).status_code == 413
    assert client.post("/desk/decide", data=b"x" * 1_000_001, headers=headers).status_code == 413


SECRET = b"made up for this test"


@pytest.fixture
def guarded(store):
    people = {
        hashlib.sha256(b"anna-token").hexdigest(): Person("Anna", "reviewer"),
        hashlib.sha256(b"ben-token").hexdigest(): Person("Ben", "reader"),
    }
    access = Access(SECRET, people=people)
    app = assemble(Editions(stored(ROOT / "data", store)), lambda: TODAY, may_sync=False, access=access)
    return app.server.test_client


def test_where_people_are_named_nobody_else_sees_anything(guarded):
    client = guarded()
    answer = client.get("/", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login?next=/")
    for path in ("/api/claims", "/_dash-layout", "/desk/token"):
        assert client.get(path).status_code == 401
    assert client.get("/healthz").status_code == 200


def test_a_reviewer_logs_in_writes_under_their_name_and_leaves(guarded, store):
    client = guarded()
    assert client.post("/login", data={"token": "wrong"}).status_code == 401
    answer = client.post("/login", data={"token": "anna-token", "next": "/review?id=x"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/review?id=x")
    token = client.get("/desk/token").get_json()["token"]
    client.post("/desk/add", json={"text": TEXT, "undated": True}, headers={"X-Losses-Token": token})
    assert [kept.added_by for kept in store.documents()] == ["Anna"]
    client.post("/logout")
    assert client.get("/api/claims").status_code == 401


def test_a_reader_reads_and_does_not_write(guarded, store):
    client = guarded()
    client.post("/login", data={"token": "ben-token"})
    assert client.get("/api/claims").status_code == 200
    token = client.get("/desk/token").get_json()["token"]
    answer = client.post("/desk/add", json={"text": TEXT, "undated": True}, headers={"X-Losses-Token": token})
    assert answer.status_code == 403
    assert store.documents() == []


def test_programs_send_their_token_as_a_bearer(guarded):
    client = guarded()
    assert client.get("/api/claims", headers={"Authorization": "Bearer anna-token"}).status_code == 200
    assert client.get("/api/claims", headers={"Authorization": "Bearer nobody"}).status_code == 401


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere_after_the_login(guarded, place):
    answer = guarded().post("/login", data={"token": "anna-token", "next": place})
    assert answer.headers["Location"] == "/"
