"""`losses extract`, and the reading of documents from paths or standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from dashboard.cli.options import data_option, published_option, tell, unread_store_option
from dashboard.errors import Problem
from dashboard.extract import extract as read_claims
from dashboard.extract.explain import explain as read_figures
from dashboard.extract.explain import render
from dashboard.model import Claimant, Conflict, Document, Extraction, claim_to_json
from dashboard.sources import claimants, conflict, documents
from dashboard.wording import definition, figure, span


def known_at(data_dir: Path) -> tuple[dict[str, Claimant], Conflict]:
    """What documents are read with: who claims, and the war; claimants that were left out are told on stderr."""
    war = conflict.read(data_dir / "conflict.toml")
    people, left_out = claimants.read(data_dir / "claimants.toml")
    tell(left_out)
    return people, war


def documents_at(
    paths: Sequence[str], published: date | None = None, publisher: str | None = None, url: str | None = None
) -> tuple[list[Document], list[Problem]]:
    """The documents at `paths` (`-` is standard input), with what they do not say themselves, and the problems."""
    found: list[Document | Problem] = []
    for path in paths:
        found += (
            [documents.from_bytes(sys.stdin.buffer.read(), "stdin")] if path == "-" else documents.read_path(Path(path))
        )
    read = [one for one in found if isinstance(one, Document)]
    filled = [
        replace(
            one,
            published=one.published or published,
            publisher=one.publisher or publisher,
            url=one.url or url,
        )
        for one in read
    ]
    return filled, [one for one in found if isinstance(one, Problem)]


def ended(problems: Sequence[Problem]) -> None:
    """Tells the problems and ends with exit code 1 where there are any."""
    tell(list(problems))
    if problems:
        sys.exit(1)


@click.command()
@click.argument("paths", nargs=-1, required=True)
@published_option
@click.option("--publisher", help="Publisher of the documents, where they do not say.")
@click.option("--url", help="Address of the document, where it does not say.")
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), help="Default: jsonl.")
@click.option("--rejections", is_flag=True, help="The figures set aside, each with the reason, instead of the claims.")
@click.option(
    "--explain", is_flag=True, help="The text itself, each figure followed by its reading and the rule behind it."
)
@unread_store_option
@data_option
def extract(
    paths: tuple[str, ...],
    published: date | None,
    publisher: str | None,
    url: str | None,
    form: str | None,
    rejections: bool,
    explain: bool,
    data_dir: Path,
) -> None:
    """Documents to claims on standard output; stores nothing. PATHS are files or folders, `-` is standard input.

    With --explain each document is printed as read; below a line, `+` is a claim, with whose loss, when and who says
    so, each with its rule, and `-` a figure set aside, with the reason. It is for people, and takes no --format.

    \b
    Example:
      losses extract --published 2024-11-12 --publisher "The Sun" article.txt
      losses extract --explain article.html
      echo "Russia lost 900 men, Kyiv said, 12 km away." | losses extract --explain -
    """
    if explain and (rejections or form is not None):
        raise click.UsageError("--explain shows claims and rejections together, as text: leave the other option out")
    people, war = known_at(data_dir)
    read, problems = documents_at(paths, published, publisher, url)
    with click.progressbar(read, file=sys.stderr, hidden=not sys.stderr.isatty() or len(read) < 50) as progress:
        for document in progress:
            if explain:
                click.echo(_explained(document, people, war))
            else:
                _print(read_claims(document, people, war), form or "jsonl", rejections)
    ended(problems)


def _print(read: Extraction, form: str, rejections: bool) -> None:
    lines = _rejected(read) if rejections else _claimed(read)
    for record, row in lines:
        click.echo(json.dumps(record, ensure_ascii=False) if form == "jsonl" else row)


def _explained(document: Document, people: Mapping[str, Claimant], war: Conflict) -> str:
    """The document under a line with what is known of it, each figure below its line; a blank line ends it."""
    day = document.published.isoformat() if document.published else None
    known = [document.id, document.publisher or "publisher not known", day or "day not known", document.title]
    found = read_figures(document, people, war)
    claims = sum(one.claim is not None for one in found)
    count = f"claims: {claims}, figures set aside: {len(found) - claims}"
    return f"== {' · '.join(filter(None, known))} ==\n{render(document, found)}\n-- {count}\n"


def _claimed(read: Extraction) -> Iterable[tuple[dict[str, object], str]]:
    for claim in read.claims:
        days = span(claim.period.start, claim.period.end) if claim.period.end else "no date"
        row = (
            f"{figure(claim):>18}  {claim.subject or '?':<10} {claim.category:<10} "
            f"{definition(claim.casualty_types):<28} {claim.period.kind:<12} {days:<26} "
            f"{claim.claimant or 'nobody named'}"
        )
        yield claim_to_json(claim), row


def _rejected(read: Extraction) -> Iterable[tuple[dict[str, object], str]]:
    for rejection in read.rejections:
        evidence = rejection.evidence
        record: dict[str, object] = {
            "document_id": rejection.document_id,
            "evidence": {"text": evidence.text, "start": evidence.start, "end": evidence.end},
            "reason": rejection.reason,
        }
        yield record, f"{rejection.reason:<32} {evidence.text}"
