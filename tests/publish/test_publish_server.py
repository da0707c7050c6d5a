"""The local server: pages, reload on save, and an editor's mistakes."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from projects import small_project

from dossier.publish import PublishError, publish
from dossier.publish.server import serve


class Desk:
    """An editor's session: a server in a thread of its own, and what it said."""

    def __init__(self, project: Path, rebuild: Callable[[], object]) -> None:
        self.said: SimpleQueue[str] = SimpleQueue()
        self.stop = False
        self.page = project / "build" / "pages" / "index.md"

        def rebuild_or_stop() -> object:
            if self.stop:
                raise KeyboardInterrupt
            return rebuild()

        arguments = (project / "site", rebuild_or_stop, [self.page.parent])
        self.thread = Thread(target=serve, args=arguments, kwargs={"port": 0, "say": self.said.put})
        self.thread.start()
        self.address = self.said.get(timeout=60).split()[2]
        self.sees(b"Home")  # it answers once it watches

    def save(self, text: str) -> None:
        self.page.write_text(text, "utf-8")

    def sees(self, words: bytes, name: str = "") -> None:
        """Wait until the page holds the words."""
        while words not in self.fetch(name):
            time.sleep(0.05)

    def fetch(self, name: str = "") -> bytes:
        with urlopen(self.address + name, timeout=60) as answer:
            content: bytes = answer.read()
        return content

    def close(self) -> None:
        self.stop = True
        self.save("# The end\n")
        self.thread.join()


def test_a_saved_page_is_rebuilt_and_served(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    publish(project)
    desk = Desk(project, lambda: publish(project))
    try:
        desk.save("# Fresh\n")
        desk.sees(b"Fresh")
    finally:
        desk.close()
    assert desk.said.get(timeout=60) == "Stopped."


def test_a_failing_rebuild_keeps_the_last_good_page_up(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    publish(project)
    faults = [RuntimeError("boom")]

    def rebuild() -> object:
        if faults:
            raise faults.pop()
        return publish(project)

    desk = Desk(project, rebuild)
    try:
        desk.save("# Broken\n")
        assert "RuntimeError: boom" in desk.said.get(timeout=60)
        desk.sees(b"Home")
        desk.save("# Mended\n")
        desk.sees(b"Mended")
    finally:
        desk.close()


def test_an_unknown_address_shows_the_sites_own_page(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    publish(project)
    (project / "site" / "404.html").write_text("Nothing here", "utf-8")
    desk = Desk(project, lambda: None)
    try:
        with pytest.raises(HTTPError) as caught:
            desk.fetch("none.html")
        assert (caught.value.code, caught.value.read()) == (404, b"Nothing here")
    finally:
        desk.close()


def test_a_taken_port_is_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PublishError) as caught:
            serve(tmp_path, lambda: None, [], port=port, say=lambda _: None)
    assert caught.value.diagnostic.code == "cannot-serve"
