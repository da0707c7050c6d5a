"""What a page holds that only the library's own code reads."""

from __future__ import annotations

__all__ = ["Unusual"]


class Unusual(Exception):  # noqa: N818  # no error: the work is another's
    """Raised in the middle of a page; the page is then made anew by the library."""
