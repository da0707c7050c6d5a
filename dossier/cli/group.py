"""A group of commands that are loaded when they are used, and that knows what a mistyped one was meant to be.

Owns the list of commands. `dossier check` would otherwise wait for what only `dossier ingest` needs.
"""

from __future__ import annotations

from importlib import import_module

import click

from dossier.suggestions import did_you_mean

__all__ = ["Group"]

_COMMANDS = (
    "init",
    "new",
    "ingest",
    "accept",
    "check",
    "build",
    "clean",
    "serve",
    "changes",
    "show",
    "find",
    "fix",
    "fmt",
    "rename",
    "schema",
    "explain",
)
"""In the order of the help: `NAME` is the command `command` of the module `dossier.cli.NAME`."""


class Group(click.Group):
    """As click's, with lazy commands and a suggestion."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name all commands, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"dossier.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; say what was probably meant where there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            hint = did_you_mean(
                name, self.list_commands(ctx), f"Commands: {', '.join(self.list_commands(ctx))}."
            )
            raise click.UsageError(f'there is no command "{name}". {hint}', ctx)
        return super().resolve_command(ctx, args)
