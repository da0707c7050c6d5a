"""`dossier explain`: what a finding means and how to put it right."""

from __future__ import annotations

import click

from dossier.rulebook import RULEBOOK
from dossier.suggestions import did_you_mean

__all__ = ["command"]


@click.command("explain", epilog="Example: dossier explain quote-not-found")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain what a finding means and how to put it right. Without CODE, list them all."""
    if code is None:
        for each in RULEBOOK.values():
            click.echo(f"{each.code}: {each.explanation.partition(chr(10))[0]}")
        return
    if code not in RULEBOOK:
        raise click.UsageError(f'there is no finding "{code}". {did_you_mean(code, RULEBOOK)}'.rstrip())
    click.echo(f"{code} ({RULEBOOK[code].severity})\n\n{RULEBOOK[code].explanation}")
