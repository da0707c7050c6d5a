"""The published site on this machine's own web server, reloaded in the browser on every save.

Owns the serving and the watching. What a rebuild does is the caller's; the server is MkDocs' own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from dossier.publish.log import kept_messages
from dossier.publish.rules import PublishError, cannot_serve


class _Server(LiveReloadServer):
    """MkDocs' server; says where it listens once it does."""

    say: Callable[[str], object]

    def server_activate(self) -> None:
        super().server_activate()
        host, port = self.server_address[:2]
        self.say(f"Serving on http://{host!s}:{port}/ (stop with Ctrl+C)")


def serve(
    site: Path,
    rebuild: Callable[[], object],
    watch: Iterable[Path],
    *,
    say: Callable[[str], object],
    host: str = "127.0.0.1",
    port: int = 8000,
) -> None:
    """Serve the folder `site` until interrupted, and call `rebuild` when a file under `watch` changes.

    `rebuild` compiles and publishes, and prints its own findings; when it raises, `say` is told why and the
    last good pages stay up. Raises `PublishError` when the address cannot be used.
    """
    with kept_messages():
        server = _Server(_guarded(rebuild, say), host, port, str(site))
        server.say = say
        server.error_handler = lambda _code: _page(site / "404.html")
        for path in watch:
            server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            say("Stopped.")
        except OSError as error:
            raise PublishError(cannot_serve(f"{host}:{port}", error.strerror or str(error))) from error
        finally:
            server.shutdown()


def _guarded(rebuild: Callable[[], object], say: Callable[[str], object]) -> Callable[[], None]:
    """MkDocs' server answers no request after a rebuild that raised, so none may."""

    def guarded() -> None:
        try:
            rebuild()
        except PublishError as error:
            say(f"{error.diagnostic.code}: {error}; the last good site stays up")
        except Exception as error:  # whatever it is, an editor at work needs the page, not a dead server
            say(f"The rebuild failed ({type(error).__name__}: {error}); the last good site stays up")

    return guarded


def _page(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
