"""`docs/commands.md` is the help of every command, as it is today. `make docs` writes it anew."""

from __future__ import annotations

import re

import pytest
from click import Command, Context, Group
from walking import DOCS

from dossier.cli import main

OPENING = """# Commands

`dossier COMMAND --help` prints the same. DIR is the folder that holds `content/` and `seeds/`; without it, the one you
are in. The exit code is 0 when nothing was found or all is done, 1 for findings or an edit that was refused, 2 for
wrong use or a disk that does not allow it. What was asked for goes to standard output, talk to standard error.
"""
WIDTH = 100
COMMANDS = main.list_commands(Context(main))


def help_of(name: str) -> str:
    group = Context(main, info_name="dossier", max_content_width=WIDTH, terminal_width=WIDTH)
    command = main.get_command(group, name)
    assert isinstance(command, Command)
    assert not isinstance(command, Group)
    settings = {"help_option_names": ["-h", "--help"], "max_content_width": WIDTH, "terminal_width": WIDTH}
    return command.get_help(Context(command, parent=group, info_name=name, **settings))  # type: ignore[arg-type]


def page() -> str:
    return "\n".join([OPENING, *(f"## {name}\n\n```text\n{help_of(name)}\n```\n" for name in COMMANDS)])


def test_the_page_is_as_the_commands_have_it(rewrite: bool) -> None:
    if rewrite:
        (DOCS / "commands.md").write_text(page(), "utf-8")
    assert (DOCS / "commands.md").read_text("utf-8") == page(), "make docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_with_an_example(name: str) -> None:
    examples = re.split(r"^ +Examples?:", help_of(name), flags=re.MULTILINE)
    assert len(examples) == 2, "the help has no part Example:"
    assert re.match(rf"\s+dossier {name}\b", examples[1])
