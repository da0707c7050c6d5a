"""A group of commands that knows what a mistyped one was meant to be."""

from __future__ import annotations

import click

from dossier.suggestions import did_you_mean

__all__ = ["Group"]


class Group(click.Group):
    """As click's, with a suggestion."""

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
