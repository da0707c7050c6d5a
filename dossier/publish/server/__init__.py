"""The site on this machine's own web server: built again on every save, and what is found shown over its pages.

Owns the order of looking, building and telling. What a rebuild does is the caller's: it gives an `Outcome`. What is
published stays as it is: what pages need to reload and to show findings is added on their way to the browser.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Thread

from dossier.publish.rules import PublishError, cannot_serve
from dossier.publish.server.answers import Desk, HttpServer
from dossier.publish.server.board import Board
from dossier.publish.server.outcome import Outcome, show_outcome
from dossier.publish.server.watching import changes

__all__ = ["Outcome", "serve"]


def serve(
    site: Path,
    rebuild: Callable[[], Outcome],
    watched: Sequence[Path],
    *,
    ready: Callable[[str], object],
    host: str = "127.0.0.1",
    ports: Iterable[int] = (8000,),
) -> None:
    """Serve the folder `site`, build, and build again when a file at or below `watched` changes, until interrupted.

    Takes the first of the ports that is free and tells `ready` the address. The folder need not be there yet. Raises
    `PublishError` when the address cannot be used, and lets the KeyboardInterrupt through that ends it.
    """
    desk = Desk(site, Board(), host)
    with _listening(desk, ports) as server:
        Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
        try:
            ready(_address(server))
            changed = changes(watched)
            _build(desk, rebuild)
            for _ in changed:
                _build(desk, rebuild)
        finally:
            server.shutdown()


def _listening(desk: Desk, ports: Iterable[int]) -> HttpServer:
    why, tried = "", ""
    for port in ports:
        try:
            return HttpServer(port, desk)
        except OSError as error:
            why, tried = error.strerror or str(error), f"{desk.host}:{port}"
            if error.errno != errno.EADDRINUSE:
                break
    raise PublishError(cannot_serve(tried, why))


def _address(server: HttpServer) -> str:
    host, port = server.server_address[:2]
    return f"http://[{host!s}]:{port}/" if ":" in str(host) else f"http://{host!s}:{port}/"


def _build(desk: Desk, rebuild: Callable[[], Outcome]) -> None:
    desk.board.building()
    try:
        outcome = rebuild()
    except Exception as error:  # whatever it is, an editor at work needs the page, not a dead server
        outcome = Outcome(None, trouble=f"The site could not be built ({type(error).__name__}: {error}).")
    desk.site = outcome.site or desk.site
    desk.board.built(show_outcome(outcome), is_new=outcome.site is not None)
