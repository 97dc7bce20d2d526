"""The dashboard and the figures over HTTP: `create_app(losses, today)`."""

from dashboard.web.application import create_app

__all__ = ["create_app"]
