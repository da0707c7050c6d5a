"""`dossier changes`: what differs between two states in git, by meaning."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier import disk
from dossier.changes import Changes, Named, Unread, compare
from dossier.cli import options
from dossier.cli.progress import progress
from dossier.cli.running import USAGE, or_exit, uncollected
from dossier.exports.comparison import as_json, as_markdown
from dossier.history import GitError, Repository
from dossier.suggestions import did_you_mean

__all__ = ["command"]

_FORMS = {"markdown": as_markdown, "json": as_json}
_ON_THE_DISK = Named("", "the files as they are")


@click.command(
    "changes",
    epilog="Example: dossier changes main tells what the files in this folder say otherwise than on the branch main.",
)
@click.argument("base")
@click.argument("head", required=False)
@options.folder_option
@click.option(
    "--output-format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="markdown",
    show_default=True,
    help="markdown for people and pull requests, json for programs.",
)
def command(base: str, head: str | None, folder: Path, form: str) -> None:
    """Tell what changed between two states in git, by meaning: which statements, evidence, dates, names and sources.

    BASE and HEAD are branches, tags or commits; without HEAD, BASE is compared with the files in the folder. How files
    are written and in which order makes no difference. Nothing is checked out and nothing is written.
    """
    try:
        with progress("Comparing"), uncollected(), Repository(folder) as repository:
            before = Named(_commit(repository, base), base)
            after = Named(_commit(repository, head), head) if head else _ON_THE_DISK
            changes = _changes(repository, before, after, folder)
    except GitError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(USAGE)
    click.echo(_FORMS[form](changes, before, after))


def _changes(repository: Repository, before: Named, after: Named, folder: Path) -> Changes:
    former = repository.revision(before.id)
    if after.id:
        revision = repository.revision(after.id)
        return compare(former, revision, former.differing(revision))
    files, faults = or_exit(lambda: disk.read(folder))
    unread = tuple(Unread("after", fault.span.file, fault.span.line, fault.message) for fault in faults)
    changes = compare(former, files, former.differing(files))
    return changes._replace(unread=(*changes.unread, *unread))


def _commit(repository: Repository, name: str) -> str:
    """The id of the commit of that name. Raises `GitError` with what to do where there is none."""
    repository.check()
    try:
        return repository.commit(name)
    except GitError:
        raise GitError(f'there is no revision "{name}" here. {_remedy(repository, name)}') from None


def _remedy(repository: Repository, name: str) -> str:
    known = repository.names()
    if repository.is_shallow():
        return (
            "This copy of the repository holds only the end of its history. Get the rest with: git fetch --unshallow "
            "(in GitHub Actions, give actions/checkout the setting fetch-depth: 0; in GitLab CI, set GIT_DEPTH: 0)."
        )
    if f"origin/{name}" in known:
        return f"There is origin/{name}: write that, or fetch it with: git fetch origin {name}:{name}"
    return did_you_mean(name, known, "Write a branch, a tag or a commit; git log shows them.")
