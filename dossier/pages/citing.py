"""How to cite a page and what it says. Owns the forms of a citation."""

from __future__ import annotations

from dossier.model import Sheet
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown
from dossier.pages.writer import Writer


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:  # noqa: ARG001
    """How to cite the page of a sheet and its claims."""
    return Markdown("")
