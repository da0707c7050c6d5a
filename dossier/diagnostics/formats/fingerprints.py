"""A name for each finding that stays the same when lines above it come or go. Owns what makes two findings the same.

Programs that compare one run with another tell by it what is new.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from dossier.diagnostics import Diagnostic
from dossier.diagnostics.formats.setting import Setting

__all__ = ["fingerprints"]


def fingerprints(found: list[Diagnostic], setting: Setting) -> list[str]:
    """A SHA-256 for each finding, of its file, its code, its words, and which of those alike it is; none twice."""
    alike: Counter[tuple[str, str, str]] = Counter()
    names = []
    for each in found:
        key = (setting.path(each.span.file), each.code, each.message)
        alike[key] += 1
        names.append(sha256("\0".join((*key, str(alike[key]))).encode("utf-8", "replace")).hexdigest())
    return names
