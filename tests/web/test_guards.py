"""What the server refuses, and what it answers with."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CALL = "/_dash-update-component"
PAGES = ("/", "/compare", "/claims", "/equipment", "/document", "/data", "/help")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def filter_call(**changes):
    """A call as the pages make it: the navigation for an address."""
    body = {
        "output": "..pages.children...filter.hidden...data-to.children...alarms.children..",
        "outputs": [
            {"id": "pages", "property": "children"},
            {"id": "filter", "property": "hidden"},
            {"id": "data-to", "property": "children"},
            {"id": "alarms", "property": "children"},
        ],
        "inputs": [
            {"id": "url", "property": "pathname", "value": "/"},
            {"id": "url", "property": "search", "value": "?start=2024-11-01"},
            {"id": "synced", "property": "data", "value": None},
        ],
        "changedPropIds": ["url.search"],
    }
    return body | changes


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers(client, page):
    answer = client.get(page)
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text


def test_an_unknown_page_says_404(client):
    assert client.get("/nowhere").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8050"])
def test_a_foreign_host_is_refused(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost:8050", "127.0.0.1:9", "[::1]:8050"])
def test_loopback_names_are_answered(client, host):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_call_from_a_foreign_page_is_refused(client):
    answer = client.post(CALL, json=filter_call(), headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403


def test_a_call_from_our_own_page_is_answered(client):
    answer = client.post(CALL, json=filter_call(), headers={"Origin": "http://localhost"})
    assert answer.status_code == 200
    assert "start=2024-11-01" in answer.text


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        "x",
        None,
        filter_call(output="nothing"),
        filter_call(output=7),
        filter_call(inputs=None),
        filter_call(inputs=[]),
        filter_call(inputs=[{}, {}]),
        filter_call(inputs=[1, 2]),
        filter_call(outputs=None),
        filter_call(outputs=[]),
        filter_call(outputs=[1]),
        filter_call(changedPropIds=[7]),
        filter_call(changedPropIds="url.search"),
        filter_call(state=[{"id": "url", "property": "search"}]),
    ],
)
def test_a_malformed_call_is_refused_without_a_traceback(client, body):
    answer = client.post(CALL, data=json.dumps(body), content_type="application/json")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    body=JSON
    | st.builds(lambda part, value: filter_call(**{part: value}), st.sampled_from(sorted(filter_call())), JSON)
)
def test_no_call_is_too_odd(client, body):
    answer = client.post(CALL, data=json.dumps(body), content_type="application/json")
    assert answer.status_code in (200, 204, 400)
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("value", [7, ["x"], {"a": 1}, True, "?start=" + "9" * 5000, "?%00=%ff&start=\u0000"])
def test_an_odd_address_in_a_call_is_answered(client, value):
    body = filter_call()
    body["inputs"][1]["value"] = value
    assert client.post(CALL, json=body).status_code == 200


def test_a_call_that_is_not_json_or_too_deep_is_refused(client):
    assert client.post(CALL, data=b"\xff\x00", content_type="application/json").status_code == 400
    assert client.post(CALL, data=b"[" * 100_000, content_type="application/json").status_code == 400


def test_a_call_that_is_too_large_is_refused(client):
    assert client.post(CALL, data=b" " * 1_100_000, content_type="application/json").status_code == 413


def test_the_policy_allows_our_own_scripts_alone(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "'self'" in scripts
    assert "unsafe" not in scripts
    assert "connect-src 'self'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("path", ["/", "/api/series", "/assets/style.css", "/nowhere", "/_dash-layout"])
def test_every_answer_carries_the_guards(client, path):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_the_table_script_is_loaded_on_its_page_only(client):
    assert "dash_ag_grid.min" in client.get("/claims").text or "dash_ag_grid.v" in client.get("/claims").text
    assert "/dash_ag_grid." not in client.get("/").text


def test_scripts_are_compressed_and_kept(client):
    page = client.get("/").text
    script = page.split('src="')[2].split('"')[0]
    answer = client.get(script, headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert "max-age=31536000" in answer.headers["Cache-Control"]


def test_two_apps_in_one_process_keep_apart(losses, app):
    from dashboard.web import create_app

    from .conftest import TODAY

    other = create_app(losses, lambda: TODAY, hosts=["figures.example"])
    assert other.server.test_client().get("/healthz", headers={"Host": "figures.example"}).status_code == 200
    assert app.server.test_client().get("/healthz", headers={"Host": "figures.example"}).status_code == 400
