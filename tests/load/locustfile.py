"""A reader as a browser makes one: a page, all of its callbacks and charts, then other choices, with time to think.

Run by `python -m tests.load`; a failed answer, or a 95th centile of LOAD_SLOWEST milliseconds (1,000), ends the run
with an error.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from typing import Any

from locust import HttpUser, between, events, task

SLOWEST = float(os.environ.get("LOAD_SLOWEST", 1000))
PAGES = ("/", "/compare", "/claims", "/equipment", "/document", "/data")
CHOICES = (
    "",
    "basis=published",
    "log=1",
    "by=week",
    "by=month",
    "mean=30",
    "category=tanks",
    "start=2025-08-08&end=2026-08-07",
    "start=2024-11-01&end=2024-11-30",
    "claimant=Tony+Radakin",
)
JSON = {"Accept-Encoding": "br", "Accept": "application/json"}


class Reader(HttpUser):
    """Opens a page, looks, chooses, looks, goes on."""

    wait_time = between(5, 15)

    def on_start(self) -> None:
        """Load the document and what Dash asks for at first."""
        self.client.get("/", headers=JSON, name="document")
        self.shell = ids_in(self.client.get("/_dash-layout", headers=JSON, name="layout").json())
        self.callbacks = self.client.get("/_dash-dependencies", headers=JSON, name="dependencies").json()
        self.path = "/"
        self.turn_to("/")

    @task(6)
    def choose(self) -> None:
        """Another choice on the page that is open."""
        self.look(random.choice(CHOICES))

    @task(2)
    def go_back_in_time(self) -> None:
        """The page as of a day that hardly anybody else asks for."""
        self.look(f"as_of={random.randint(2023, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}")

    @task(3)
    def turn(self) -> None:
        """Another page."""
        self.turn_to(random.choice(PAGES))

    @task(1)
    def take_figures_along(self) -> None:
        """The series over the API."""
        self.client.get("/api/series?start=2024-11-01&end=2024-11-30", headers=JSON, name="api")

    def turn_to(self, path: str) -> None:
        """Open a page and all that is on it."""
        self.path = path
        content = self.call(next(each for each in self.callbacks if "content.children" in each["output"]), "")
        self.there = self.shell | ids_in(content)
        self.look("")

    def look(self, query: str) -> None:
        """Everything on the page for an address."""
        for callback in self.callbacks:
            if self.concerns(callback):
                self.call(callback, query)
        for chart in sorted(name.removeprefix("chart ") for name in self.there if name.startswith("chart ")):
            self.client.get(f"/figures/{chart}?{query}&width=1140", headers=JSON, name=f"figure {chart}")

    def concerns(self, callback: dict[str, Any]) -> bool:
        """Whether a change of the address calls it on this page, and the server answers it."""
        inputs = callback["inputs"]
        return (
            not callback["clientside_function"]
            and "content.children" not in callback["output"]
            and any((each["id"], each["property"]) == ("url", "search") for each in inputs)
            and not callback["state"]
            and all(each["id"] in ("url", "synced") for each in inputs)
            and all(output["id"] in self.there for output in outputs_of(callback))
        )

    def call(self, callback: dict[str, Any], query: str) -> Any:
        """The answer of a callback to the address."""
        values = {"pathname": self.path, "search": f"?{query}" if query else "", "data": None}
        outputs = outputs_of(callback)
        body = {
            "output": callback["output"],
            "outputs": outputs if callback["output"].startswith("..") else outputs[0],
            "inputs": [each | {"value": values[each["property"]]} for each in callback["inputs"]],
            "changedPropIds": ["url.search"],
        }
        name = f"callback {outputs[0]['id']}"
        return self.client.post("/_dash-update-component", json=body, headers=JSON, name=name).json()


def outputs_of(callback: dict[str, Any]) -> list[dict[str, str]]:
    """The ids and properties that a callback fills."""
    names = callback["output"].strip(".").split("...")
    return [dict(zip(("id", "property"), name.rpartition(".")[::2], strict=True)) for name in names]


def ids_in(told: object) -> set[str]:
    """The ids of all components in an answer; a chart's as "chart daily"."""
    return set(_ids(told))


def _ids(told: object) -> Iterator[str]:
    if isinstance(told, list):
        for each in told:
            yield from _ids(each)
    elif isinstance(told, dict):
        found = told.get("id")
        if isinstance(found, str):
            yield found
        elif isinstance(found, dict) and found.get("part") == "graph":
            yield f"chart {found['chart']}"
        for each in told.values():
            yield from _ids(each)


@events.quitting.add_listener
def judge(environment: Any, **_: Any) -> None:
    """Say how it went, and fail where it went wrong."""
    total = environment.stats.total
    slow = total.get_response_time_percentile(0.95) or 0
    told = {
        "requests": total.num_requests,
        "failures": total.num_failures,
        "median_ms": total.median_response_time,
        "p95_ms": slow,
        "p99_ms": total.get_response_time_percentile(0.99),
        "per_second": round(total.total_rps, 1),
    }
    print(json.dumps(told))
    environment.process_exit_code = 1 if total.num_failures or slow >= SLOWEST else 0
