"""`losses serve` and `losses doctor`: the dashboard, and whether all that it needs is there."""

from __future__ import annotations

import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from dashboard.browser import found_browser
from dashboard.cli.options import data_option, opened, store_option
from dashboard.wording import day, number

_LIBRARIES = ("dash", "plotly", "pandas", "pandera", "dash-ag-grid", "granian")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; loopback only for now.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Server processes.")
@click.option("--offline", is_flag=True, help="Never reach out; the dashboard does not anyway.")
@store_option
@data_option
def serve(host: str, port: int, workers: int, offline: bool, store_address: str | None, data_dir: Path) -> None:
    """Serve the dashboard.

    \b
    Example:
      losses serve --port 8050
    """
    from dashboard.web.serve import serve as run

    run(host, port, workers, data_dir, store_address)


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
    click.echo(f"python      {platform.python_version()}")
    for name in _LIBRARIES:
        click.echo(f"{name:<24}{version(name)}")
    age = (date.today() - losses.last_published).days
    click.echo(f"data        {losses.data_dir}")
    click.echo(
        f"reports     {number(len(losses.observations))} observations, last published {day(losses.last_published)}"
    )
    click.echo(f"freshness   {number(age)} days old")
    click.echo(f"documents   {number(len(losses.documents))}, with {number(len(losses.claims))} claims in all")
    click.echo(f"left out    {number(len(losses.problems))}{' (named above)' if losses.problems else ''}")
    browser = found_browser()
    click.echo(
        f"browser     {browser}"
        if browser
        else "browser     none found: pages still save pictures in your own browser. To run the browser tests install\n"
        "            Chromium (Debian: apt-get install chromium fonts-dejavu-core), Chrome or Edge, or set CHROMIUM"
    )
    raise SystemExit(1 if losses.problems else 0)
