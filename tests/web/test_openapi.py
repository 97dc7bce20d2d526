"""The API's description of itself: it fits what is answered, and nothing drawn from it finds a fault."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS

from dashboard.web.api_fields import PARAMETERS, PATHS

OPENAPI = "/api/openapi.json"
# A claimant whom nobody knows and a first day after the last are refused although each value is of the right form.
LEFT_OUT = ("positive_data_acceptance",)


@pytest.fixture(scope="module")
def described(app):
    return schemathesis.openapi.from_wsgi(OPENAPI, app.server)


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/readyz"])
def test_schemathesis_finds_nothing(described, path):
    left_out = [check for check in CHECKS.get_all() if check.__name__ in LEFT_OUT]
    operation = described[path]["GET"]
    drawn = st.one_of(
        operation.as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE),
        operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE),
    )

    @settings(
        max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
    )
    @given(case=drawn)
    def finds_nothing(case):
        case.call_and_validate(excluded_checks=left_out, headers={"Accept-Encoding": "identity"})

    finds_nothing()


@pytest.mark.parametrize("path", PATHS)
def test_the_description_names_every_parameter_and_field(client, path):
    told = client.get(OPENAPI).get_json()["paths"][path]["get"]
    assert {one["name"] for one in told["parameters"]} == {one.name for one in PARAMETERS if path in one.paths}
    fields = told["responses"]["200"]["content"]["application/json"]["schema"]["items"]["properties"]
    assert list(fields) == list(client.get(f"{path}?limit=1").get_json()[0])


@pytest.mark.parametrize("path", PATHS)
def test_each_parameter_stands_once(path):
    names = [one.name for one in PARAMETERS if path in one.paths]
    assert len(names) == len(set(names))


def test_every_parameter_of_a_page_is_taken():
    """An address of a page can be given to the API as it is."""
    from dashboard.web.view import View

    query = View(log=True, claim="a", document="b", search="c", group="d").query()
    for path in PATHS:
        taken = {one.name for one in PARAMETERS if path in one.paths}
        assert {pair.partition("=")[0] for pair in query.split("&")} <= taken
