"""What the server refuses (foreign hosts and origins, oversized and malformed calls), and its headers."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, abort, request
from werkzeug.exceptions import HTTPException

from dashboard.errors import LossesError
from dashboard.web.api import failed

LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONGEST_BODY = 1_000_000
# Files come as text, which takes a third more room than they do.
LONGEST_UPLOAD = 28_000_000
UPLOAD = "/desk/add"
API = "/api/"
_CALLBACK = "/_dash-update-component"
_LOG = logging.getLogger(__name__)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def secure(app: Dash, hosts: Sequence[str]) -> None:
    """Guard the app's server. Call it last: the policy names the hashes of the inline scripts known by then."""
    server = app.server
    answered = frozenset(name.lower() for name in (*LOOPBACK, *hosts))
    server.config["MAX_CONTENT_LENGTH"] = LONGEST_BODY
    policy = content_policy(app.csp_hashes())
    server.before_request(_allow_upload)
    server.before_request(lambda: _refuse_foreign_host(answered))
    server.before_request(_refuse_foreign_origin)
    server.before_request(lambda: _refuse_malformed(app.callback_map))
    server.after_request(lambda response: _with_headers(response, policy))
    server.register_error_handler(Exception, _as_sentence)


def content_policy(script_hashes: Sequence[str]) -> str:
    """The Content-Security-Policy: nothing from elsewhere, no eval, no inline script but those hashed."""
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *script_hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def _allow_upload() -> None:
    """One address takes files and may be sent more than the others."""
    if request.path == UPLOAD:
        request.max_content_length = LONGEST_UPLOAD


def _refuse_foreign_host(answered: Collection[str]) -> None:
    """A page elsewhere may point a name of its own at this machine; only our names are answered to.

    Flask's own TRUSTED_HOSTS cuts names at the first colon and so cannot hold [::1].
    """
    try:
        name = urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:
        name = None
    if name not in answered:
        abort(400, "This address is not one that this server answers to.")


def _refuse_foreign_origin() -> None:
    """A page from elsewhere may not call us, whatever its browser allows it to send."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403, "This address answers its own pages only.")


def _refuse_malformed(callbacks: Mapping[str, Mapping[str, Any]]) -> None:
    """A callback must have the shape that our pages send, else it is told so instead of failing further in."""
    if request.path == _CALLBACK and request.method == "POST" and not _is_callback(callbacks):
        abort(400, "This is not a call that a page of ours makes; load the page anew.")


def _is_callback(callbacks: Mapping[str, Mapping[str, Any]]) -> bool:
    try:
        body = json.loads(request.get_data())
    except (ValueError, RecursionError):
        return False
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    declared = callbacks.get(body["output"])
    changed = body.get("changedPropIds", [])
    return (
        declared is not None
        and "callback" in declared
        and isinstance(changed, list)
        and all(isinstance(name, str) for name in changed)
        and _fits(body.get("inputs", []), declared["inputs"])
        and _fits(body.get("state", []), declared["state"])
        and _has_outputs(body.get("outputs"), body["output"])
    )


def _fits(given: object, declared: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the values sent are for the properties that the callback declares, in their order."""
    return (
        isinstance(given, list)
        and len(given) == len(declared)
        and all(
            isinstance(one, dict) and "id" in one and one.get("property") == wanted["property"]
            for one, wanted in zip(given, declared, strict=True)
        )
    )


def _has_outputs(given: object, declared: str) -> bool:
    """Whether the outputs sent are as many as the callback declares."""
    several = given if isinstance(given, list) else [given]
    return len(several) == len(declared.strip(".").split("...")) and all(
        isinstance(one, dict) and "id" in one and "property" in one for one in several
    )


def _with_headers(response: Response, policy: str) -> Response:
    response.headers["Content-Security-Policy"] = policy
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html" or request.path.startswith("/_dash-"):
        response.headers.setdefault("Cache-Control", "no-cache")
    return response


def _as_sentence(error: Exception) -> Response:
    """The error as a sentence without a traceback, to programs as JSON; the unforeseen goes to the log in full."""
    if isinstance(error, HTTPException):
        answer = _told(str(error.description or error.name), error.code or 500)
        for name, value in error.get_headers():
            if name not in ("Content-Type", "Content-Length"):
                answer.headers[name] = value
        return answer
    if isinstance(error, DependencyException):
        return _told("There is no script of that name.", 404)
    if isinstance(error, LossesError):
        _LOG.warning("%s %s: the data cannot give this: %s", request.method, request.path, error)
        return _told(str(error), 503)
    status = 400 if request.path == _CALLBACK and isinstance(error, TypeError | ValueError | KeyError) else 500
    _LOG.exception("%s %s failed", request.method, request.path)
    return _told("This could not be shown; the reason is in the server's log. Load the page anew.", status)


def _told(sentence: str, status: int) -> Response:
    if request.path.startswith(API):
        return failed(sentence, status)
    return Response(f"{sentence}\n", status, mimetype="text/plain")
