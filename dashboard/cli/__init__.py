"""The `losses` command: text to claims, series, comparison and checks, and the dashboard, from a shell."""

from __future__ import annotations

import sys

import click

from dashboard import __version__
from dashboard.cli.analysis import check, compare, series
from dashboard.cli.archiving import archive
from dashboard.cli.briefing import brief
from dashboard.cli.exporting import export, verify
from dashboard.cli.reading import extract
from dashboard.cli.running import doctor, serve, token
from dashboard.cli.storing import ingest, store
from dashboard.cli.syncing import sync
from dashboard.errors import LossesError


class _Sentences(click.Group):
    """A group whose commands end in a sentence and exit code 1 where the input is at fault, never in a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """The command's result; a LossesError is told on stderr and ends with exit code 1."""
        try:
            return super().invoke(ctx)
        except LossesError as error:
            click.echo(f"losses: {error}", err=True)
            sys.exit(1)


@click.group(cls=_Sentences, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="losses")
def main() -> None:
    """Reported losses: read them out of articles, check them, compare them, and see them.

    \b
    Example:
      echo "Russia lost 1,950 troops on Tuesday, Kyiv said." | losses check --published 2024-11-12 -
    """


for command in (
    *(archive, brief, check, compare, doctor, export, extract, ingest),
    *(series, serve, store, sync, token, verify),
):
    main.add_command(command)
