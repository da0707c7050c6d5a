"""Maps on pages. Owns which pages have one, and the list of names beside it."""

from __future__ import annotations

from dossier.model import Sheet
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown
from dossier.pages.writer import Writer


def overview(desk: Desk, writer: Writer) -> Markdown:  # noqa: ARG001
    """The map of the whole dossier; empty where nothing in it has a shape."""
    return Markdown("")


def locator(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:  # noqa: ARG001
    """Where a sheet lies; empty where it has no shape."""
    return Markdown("")
