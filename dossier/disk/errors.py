"""What the disk may answer instead of doing what it is asked."""

from __future__ import annotations

__all__ = ["DiskError"]


class DiskError(Exception):
    """The disk, not the content, stands in the way: nothing there, no permission, no room."""
