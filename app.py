"""Reported Losses as a WSGI application: `server` for any WSGI server; `losses serve` is the usual way."""

from dashboard.web.serve import make_server

server = make_server()
