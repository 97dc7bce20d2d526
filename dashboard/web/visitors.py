"""Who is calling: sessions, the way in, and the token without which nothing is written."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from html import escape
from urllib.parse import urlsplit

from flask import Flask, Response, abort, g, jsonify, redirect, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response as AnyResponse

from dashboard.web.access import REVIEWER, Access, Person

LOGIN, LOGOUT, TOKEN = "/login", "/logout", "/desk/token"
TOKEN_HEADER = "X-Losses-Token"
_SESSION, _VISIT = "losses_session", "losses_visit"
_DAYS = 7 * 24 * 3600
_OPEN = (LOGIN, "/healthz", "/readyz", "/assets/", "/favicon.ico")
_LONGEST_TOKEN = 200


def register(server: Flask, access: Access) -> None:
    """Let in whom `access` names, and give each visit the token that its writes must carry."""
    signer = URLSafeTimedSerializer(access.secret, salt="session")

    @server.before_request
    def _ask() -> AnyResponse | None:
        g.person = _known(access, signer)
        if g.person is not None or request.path.startswith(_OPEN):
            return None
        if request.method == "GET" and "text/html" in request.headers.get("Accept", ""):
            return redirect(f"{LOGIN}?next={_own(request.full_path)}")
        abort(401, "Say who you are first: open the login page, or send your token as a Bearer.")

    @server.get(TOKEN)
    def _token() -> Response:
        visit = request.cookies.get(_VISIT) or secrets.token_urlsafe(24)
        answer = jsonify(token=_of(access, visit), may_write=g.person is not None and g.person.may_write)
        answer.headers["Cache-Control"] = "no-store"
        answer.set_cookie(_VISIT, visit, httponly=True, samesite="Strict", secure=request.is_secure)
        return answer

    if access.people:
        _register_login(server, access, signer)


def writer(access: Access) -> Person:
    """The person who writes; refused with 401 without the token of the visit, with 403 where they may only read."""
    visit, given = request.cookies.get(_VISIT, ""), request.headers.get(TOKEN_HEADER, "")
    if not visit or not hmac.compare_digest(_of(access, visit).encode(), given.encode()):
        abort(401, "This call carries no valid token; load the page anew.")
    person: Person | None = g.get("person")
    if person is None or not person.may_write:
        abort(403, "You may read here, but not decide; ask for the role of a reviewer.")
    return person


def _known(access: Access, signer: URLSafeTimedSerializer) -> Person | None:
    if access.local is not None:
        return Person(access.local, REVIEWER)
    if person := access.by_proxy(request.headers, request.remote_addr or ""):
        return person
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return access.by_token(token[:_LONGEST_TOKEN])
    try:
        name = signer.loads(request.cookies.get(_SESSION, ""), max_age=_DAYS)
    except BadSignature:
        return None
    return access.by_name(str(name))


def _of(access: Access, visit: str) -> str:
    return hmac.new(access.secret, f"write:{visit}".encode(), hashlib.sha256).hexdigest()


def _register_login(server: Flask, access: Access, signer: URLSafeTimedSerializer) -> None:
    @server.get(LOGIN)
    def _form() -> str:
        return _page(_own(request.args.get("next", "/")))

    @server.post(LOGIN)
    def _enter() -> AnyResponse:
        person = access.by_token(request.form.get("token", "")[:_LONGEST_TOKEN])
        place = _own(request.form.get("next", "/"))
        if person is None:
            return Response(_page(place, "This token is not known."), 401, mimetype="text/html")
        answer = redirect(place)
        held = signer.dumps(person.name)
        answer.set_cookie(_SESSION, held, max_age=_DAYS, httponly=True, samesite="Strict", secure=request.is_secure)
        return answer

    @server.post(LOGOUT)
    def _leave() -> AnyResponse:
        answer = redirect(LOGIN)
        answer.delete_cookie(_SESSION)
        return answer


def _own(place: str) -> str:
    """The address if it is one of ours, else the overview: nobody is sent elsewhere after the login."""
    parts = urlsplit(place)
    ours = not parts.scheme and not parts.netloc and place.startswith("/") and not place.startswith(("//", "/\\"))
    return place.rstrip("?") if ours else "/"


def _page(place: str, told: str = "") -> str:
    fault = f'<p role="alert">{escape(told)}</p>' if told else ""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Log in · Reported Losses</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/assets/style.css"></head><body><main class="column login">'
        f'<h1>Reported Losses</h1>{fault}<form method="post" action="{LOGIN}">'
        '<label for="token">Your token</label> '
        '<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>'
        f'<input type="hidden" name="next" value="{escape(place, quote=True)}"> '
        '<button class="main-button">Log in</button></form></main></body></html>'
    )
