"""`losses serve` and `losses doctor`: the dashboard, and whether all that it needs is there."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import date
from pathlib import Path

import click

from dashboard.cli.diagnosis import PROBLEM, diagnosis
from dashboard.cli.options import data_option, store_option, unread_data_option, unread_store_option


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
@click.option(
    "--archive", metavar="DIR", envvar="LOSSES_ARCHIVE", help="An archive that was read: its claims get a page."
)
@store_option
@data_option
def serve(
    host: str,
    port: int,
    workers: int,
    offline: bool,
    access_file: Path | None,
    fetch: bool,
    archive: str | None,
    store_address: str | None,
    data_dir: Path,
) -> None:
    """Serve the dashboard.

    \b
    Example:
      losses serve --port 8050
    """
    from dashboard.web.serve import serve as run

    run(host, port, workers, data_dir, store_address, offline, access_file, fetch, archive)


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
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535), help="The port to look at.")
@store_option
@data_option
def doctor(port: int, store_address: str | None, data_dir: Path) -> None:
    """Versions, data and its freshness, store, browser, fonts and port; what is missing, and what mends it.

    \b
    Example:
      losses doctor
    """
    faults = 0
    for name, state, fault in diagnosis(data_dir, store_address, port, date.today()):
        faults += fault
        if name == PROBLEM:
            click.echo(f"losses: {state}", err=True)
        else:
            click.echo(f"{name:<16}{'FAULT: ' if fault else ''}{state}")
    raise SystemExit(1 if faults else 0)
