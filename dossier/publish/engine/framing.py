"""What is not a page, at its time: made before processes are forked, copied while they work, written after them.

Owns when it is made, and whether it need be. What it is, `frame` knows.
"""

from __future__ import annotations

from dossier.publish.engine.frame import static_files, templates
from dossier.publish.engine.kept import frame_key, stays
from dossier.publish.engine.memory import Memory
from dossier.publish.engine.plan import Plan
from dossier.publish.engine.sources import Source, look
from dossier.publish.engine.watched import NeedsAll
from dossier.publish.manifest import Record
from dossier.publish.staging import Staging

__all__ = ["Frame"]


class Frame:
    """What is not a page. MkDocs makes it after it has read all pages, so what goes wrong here waits to be told."""

    def __init__(self, site: Plan, staging: Staging, before: Memory) -> None:
        self._site = site
        self._staging = staging
        self._before = before
        self._error: BaseException | None = None
        self._files: dict[str, bytes] = {}
        self._records: dict[str, Record] = {}
        self.copied: dict[str, Source] = {}
        key, records = before.frame
        self._stays = key == frame_key(site, before) and all(
            stays(address, record, staging) for address, record in records.items()
        )
        # Before processes are forked: all pages share most of the templates that this reads.
        if not self._stays:
            self._make()

    def _make(self) -> None:
        try:
            self._files = templates(self._site)
        except NeedsAll:
            raise
        except (Exception, SystemExit) as error:  # a template may raise anything
            self._error = error

    def copy(self) -> None:
        """Bring what is copied as it is."""
        try:
            for file in static_files(self._site):
                source = look(file.abs_src_path or "", self._before.static.get(file.dest_uri))
                if stays(file.dest_uri, Record(source.size, source.sha256.hex()), self._staging):
                    self._staging.keep(file.dest_uri)
                else:
                    self._staging.write(file.dest_uri, file.content_bytes)
                self.copied[file.dest_uri] = source
        except OSError as error:
            self._error = error

    def check(self) -> None:
        """Raise what went wrong so far."""
        if self._error:
            raise self._error

    def write(self) -> None:
        """Write what was made of templates, or keep what need not be made."""
        self.check()
        if self._stays:
            self._records = {
                path: record for path in self._before.frame[1] if (record := self._staging.keep(path))
            }
        else:
            self._records = {path: self._staging.write(path, data) for path, data in self._files.items()}

    def remembered(self, after: Memory) -> tuple[str, dict[str, Record]]:
        """What to know the next time, where `after` says what pages may show."""
        return frame_key(self._site, after), self._records
