"""Answers the requests of browsers. Owns what of the disk may be seen, and what is added to a page on its way.

Nothing outside the site's folder is answered with, and nothing to a page of another host that had its name lead here.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import socketserver
import sys
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from dossier.publish.server.board import Board

__all__ = ["Desk", "HttpServer"]

_NEWS, _SCRIPT = "__dossier__/news", "__dossier__/live.js"
_HEARTBEAT = 15.0  # seconds; that a browser has gone is noticed only by writing to it
_NO_SITE = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>No site yet</title></head>
<body style="font: 18px/1.5 system-ui, sans-serif; margin: 3em auto; max-width: 40em; padding: 0 1em">
<main><h1>No site yet</h1>
<p>It is being built, or something stands in the way. As soon as there is a site, this page becomes it.</p></main>
</body></html>
"""


@dataclass(slots=True)
class Desk:
    """What is served: the folder of the site, which may change, and the news for its pages. `host` is its own name."""

    site: Path
    board: Board
    host: str


class HttpServer(ThreadingHTTPServer):
    """Listens, and answers each browser in a thread of its own."""

    daemon_threads = True

    def __init__(self, port: int, desk: Desk) -> None:
        self.desk = desk
        self.address_family = socket.AF_INET6 if ":" in desk.host else socket.AF_INET
        super().__init__((desk.host, port), _Answer)

    def server_bind(self) -> None:
        """Bind, and do not ask the network what this machine is called, which can take seconds."""
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Answer(BaseHTTPRequestHandler):
    server: HttpServer
    server_version, sys_version = "dossier", ""

    def do_GET(self) -> None:
        if not _is_own_name(self.headers.get("Host", ""), self.server.desk.host):
            name = (
                "Open the site by its number or as localhost, or give this name to dossier serve with --host."
            )
            return self._send(HTTPStatus.MISDIRECTED_REQUEST, name.encode(), "text/plain")
        path = unquote(urlsplit(self.path).path, errors="replace").lstrip("/")
        if path == _NEWS:
            return self._news()
        if path == _SCRIPT:
            return self._send(HTTPStatus.OK, _script(), "text/javascript")
        return self._page(path)

    do_HEAD = do_GET  # noqa: N815

    def _page(self, path: str) -> None:
        release = (
            self.server.desk.board.news.site
        )  # asked before the page is read, so that no page is taken for newer
        site = self.server.desk.site
        file = _inside(site, path)
        if file and file.name == "index.html" and path and not path.endswith(("/", "index.html")):
            return self._move(f"/{quote(path)}/")
        data, status = _read(file), HTTPStatus.OK
        if data is None:
            file, status = site / "404.html", HTTPStatus.NOT_FOUND
            data = _read(file)
        if data is None:
            missing = b"There is nothing at this address."
            if (site / "index.html").is_file():
                return self._send(status, missing, "text/plain")
            file, data, status = Path("no-site.html"), _NO_SITE, HTTPStatus.SERVICE_UNAVAILABLE
        kind = guess_type(str(file))[0] or "application/octet-stream"
        return self._send(status, _with_script(data, release) if kind == "text/html" else data, kind)

    def _news(self) -> None:
        """Tell the news as long as the browser listens (server-sent events of the HTML standard)."""
        self._start(HTTPStatus.OK, "text/event-stream")
        known = None
        while self.command == "GET":
            news = self.server.desk.board.after(known, _HEARTBEAT)
            self.wfile.write(f"data: {json.dumps(news._asdict())}\n\n".encode() if news else b":\n\n")
            known = news or known

    def _move(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self._start(status, kind, len(data))
        if self.command == "GET":
            self.wfile.write(data)

    def _start(self, status: HTTPStatus, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for findings."""


def _is_own_name(named: str, host: str) -> bool:
    """Whether a request names this machine by its number, as localhost, or as it was told to be called."""
    try:
        name = urlsplit(f"//{named}").hostname or ""
        return name in ("localhost", host.lower()) or bool(ipaddress.ip_address(name))
    except ValueError:
        return False


def _inside(site: Path, path: str) -> Path | None:
    """The file of the site at an address, of a folder its index; None where that leads out of the site."""
    try:
        file = (site / path).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.resolve().is_relative_to(site.resolve()) else None
    except (OSError, ValueError, RuntimeError):  # a name too long, a NUL in it, links in a circle
        return None


def _read(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file and file.is_file() else None
    except OSError:
        return None


def _with_script(page: bytes, release: str) -> bytes:
    script = f'<script src="/{_SCRIPT}" data-site="{release}"></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script


@cache
def _script() -> bytes:
    return resources.files("dossier.publish.server").joinpath("live.js").read_bytes()
