"""`losses serve` and `losses doctor`: the dashboard, and whether all that it needs is there."""

from __future__ import annotations

import hashlib
import json
import platform
import secrets
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from dashboard.browser import found_browser
from dashboard.cli.options import data_option, opened, store_option, unread_data_option, unread_store_option
from dashboard.losses import Losses
from dashboard.store import Store, open_store
from dashboard.wording import day, number

_LIBRARIES = ("dash", "plotly", "pandas", "pandera", "dash-ag-grid", "granian", "kaleido")


@click.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; others than loopback need --access."
)
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Server processes.")
@click.option("--offline", is_flag=True, help="Leave the button out that fetches the public dataset.")
@click.option(
    "--access",
    "access_file",
    envvar="LOSSES_ACCESS",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML file that says who may read and who may write.",
)
@click.option("--fetch", is_flag=True, help="Let reviewers add public pages by address, which the server fetches.")
@store_option
@data_option
def serve(
    host: str,
    port: int,
    workers: int,
    offline: bool,
    access_file: Path | None,
    fetch: bool,
    store_address: str | None,
    data_dir: Path,
) -> None:
    """Serve the dashboard.

    \b
    Example:
      losses serve --port 8050
    """
    from dashboard.web.serve import serve as run

    run(host, port, workers, data_dir, store_address, offline, access_file, fetch)


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "reviewer"]), default="reviewer", show_default=True)
@unread_store_option
@unread_data_option
def token(name: str, role: str) -> None:
    """A new token for a person, and the lines of the access file that let them in by it.

    \b
    Example:
      losses token "A. Nalyst" --role reader
    """
    secret = secrets.token_urlsafe(32)
    digest = hashlib.sha256(secret.encode()).hexdigest()
    click.echo(f"The token, which is shown this once and goes to {name} alone:\n\n  {secret}\n")
    quoted = json.dumps(name, ensure_ascii=False)
    click.echo(f'For the access file:\n\n[[people]]\nname = {quoted}\nrole = "{role}"\ntoken_sha256 = "{digest}"')


@click.command()
@store_option
@data_option
def doctor(store_address: str | None, data_dir: Path) -> None:
    """Versions, data and its freshness, and the browser for pictures; what is missing, and what mends it.

    \b
    Example:
      losses doctor
    """
    losses = opened(data_dir, store_address)
    store = open_store(store_address)
    for name, state in (*_libraries(), *_data(losses), ("store", _store(store)), ("browser", _browser())):
        click.echo(f"{name:<16}{state}")
    raise SystemExit(1 if losses.problems else 0)


def _libraries() -> list[tuple[str, str]]:
    return [("python", platform.python_version()), *((name, version(name)) for name in _LIBRARIES)]


def _data(losses: Losses) -> list[tuple[str, str]]:
    age = (date.today() - losses.last_published).days
    named = " (named above)" if losses.problems else ""
    return [
        ("data", str(losses.data_dir)),
        ("observations", number(len(losses.observations))),
        ("freshness", f"last published {day(losses.last_published)}, {number(age)} days ago"),
        ("documents", f"{number(len(losses.documents))}, with {number(len(losses.claims))} claims in all"),
        ("left out", f"{number(len(losses.problems))}{named}"),
    ]


def _store(store: Store) -> str:
    """Where the store is and what it holds, or the command that fills it."""
    held = store.freshness()
    if held is None:
        return f"{store}: nothing synced, the shipped reports are in use; `losses sync` fetches the full series"
    fetched = f"{held.versions} versions of {held.dataset}, the last fetched {day(held.fetched_at.date())}"
    return f"{store}: {number(held.reports)} reports, {fetched}"


def _browser() -> str:
    """The browser that was found, or how to get one."""
    return found_browser() or (
        "none found; pages still save pictures in your own browser. For `losses export` install Chromium "
        "(Debian: apt-get install chromium fonts-dejavu-core), Chrome or Edge, or set CHROMIUM to its path"
    )
