"""What a server tells of its own work: an id for every request, a line of JSON for its log, numbers for Prometheus.

Neither holds a secret: no query, header, cookie, body or name of a person is written, and a route stands for its path.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from dashboard.errors import LossesError
from dashboard.web.editions import Editions

METRICS = "/metrics"
HEADER = "X-Request-ID"
ACCESS_LOG = "dashboard.access"
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
_LOG = logging.getLogger(ACCESS_LOG)
_ELSEWHERE = "(elsewhere)"
_SECONDS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


def register(server: Flask, editions: Editions, clock: Callable[[], float] = time.perf_counter) -> None:
    """Number, count, time and log every request, and answer at /metrics. Call it first, so that refusals count too."""
    registry = CollectorRegistry()
    answered = Counter("losses_requests", "Requests answered", ["method", "route", "status"], registry=registry)
    seconds = Histogram(
        "losses_request_seconds", "Seconds until the answer began", ["route"], registry=registry, buckets=_SECONDS
    )
    _describe_data(editions, registry)

    @server.before_request
    def _begin() -> None:
        given = request.headers.get(HEADER, "")
        g.request_id = given if _GIVEN.fullmatch(given) else secrets.token_hex(8)
        g.began = clock()

    @server.after_request
    def _end(response: Response) -> Response:
        route, took = _route(), clock() - g.began
        answered.labels(request.method, route, response.status_code).inc()
        seconds.labels(route).observe(took)
        response.headers[HEADER] = g.request_id
        fields = {"method": request.method, "route": route, "status": response.status_code, "ms": round(took * 1e3, 1)}
        _LOG.info("answered", extra={"fields": fields})
        return response

    @server.get(METRICS)
    def _metrics() -> Response:
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _describe_data(editions: Editions, registry: CollectorRegistry) -> None:
    """Gauges of the edition in use, read when they are asked for."""
    told: dict[str, tuple[str, Callable[[], float]]] = {
        "losses_claims": ("Claims that count", lambda: len(editions.at_hand().losses.claims)),
        "losses_pending_claims": ("Claims that await review", lambda: len(editions.at_hand().losses.pending)),
        "losses_documents": ("Documents", lambda: len(editions.at_hand().losses.documents)),
        "losses_left_out": ("Rows and files that were left out", lambda: len(editions.at_hand().losses.problems)),
        "losses_last_published_seconds": (
            "Day of the latest report in the data, in seconds since 1970",
            lambda: datetime.combine(editions.at_hand().losses.last_published, datetime.min.time(), UTC).timestamp(),
        ),
    }
    for name, (words, value) in told.items():
        Gauge(name, words, registry=registry).set_function(value)


def _route() -> str:
    """The rule that answers, never the path itself: what a visitor makes up must not become a label."""
    return _ELSEWHERE if request.url_rule is None else request.url_rule.rule


class Lines(logging.Formatter):
    """Each record as one line of JSON: when, level, logger, request, words, fields, and the kind of an exception.

    An exception's own words are left out where it is none of ours, since they may quote what was sent.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "told": record.getMessage(),
            "request": _request_id(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            told |= {"error": record.exc_info[0].__name__, "trace": _trace(record.exc_info[2])}
            told |= {"reason": str(record.exc_info[1])} if issubclass(record.exc_info[0], LossesError) else {}
        return json.dumps({name: value for name, value in told.items() if value is not None}, ensure_ascii=False)


def _trace(at: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(at)]


def _request_id() -> str | None:
    return g.get("request_id") if g else None


def log_as_json(*, access: bool) -> None:
    """Write what this program logs to standard error as lines of JSON; with `access` a line for each request too."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    ours = logging.getLogger("dashboard")
    ours.handlers[:] = [handler]
    ours.setLevel(logging.INFO)
    _LOG.setLevel(logging.INFO if access else logging.WARNING)
