"""The local server: the site, the findings over it, and an editor's mistakes."""

from __future__ import annotations

import json
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from projects import small_project

from dossier.diagnostics import Diagnostic, Edit, Severity, Span
from dossier.publish import PublishError, publish
from dossier.publish.release import Published
from dossier.publish.server import Outcome, serve
from dossier.publish.server.outcome import show_outcome
from dossier.publish.server.watching import changes

FAULT = Diagnostic("odd-name", Severity.ERROR, Span("a.yml", 1, 7, 1, 9), "an odd <name>", 'type "x & y"')


class Desk:
    """An editor's session: a server in a thread of its own."""

    def __init__(self, project: Path, rebuild: Callable[[], Outcome] | None = None) -> None:
        said: SimpleQueue[str] = SimpleQueue()
        self.stop, self.built = False, 0
        self.ended: list[BaseException] = []
        self.pages = project / "build" / "pages"

        def rebuild_or_stop() -> Outcome:
            if self.stop:
                raise KeyboardInterrupt
            self.built += 1
            return rebuild() if rebuild else published(project)

        def session() -> None:
            try:
                serve(
                    project / "site",
                    rebuild_or_stop,
                    [self.pages, project / "new"],
                    ready=said.put,
                    ports=[0],
                )
            except KeyboardInterrupt as ended:
                self.ended.append(ended)

        self.thread = Thread(target=session, daemon=True)
        self.thread.start()
        self.address = said.get(timeout=60)

    def save(self, text: str) -> None:
        (self.pages / "index.md").write_text(text, "utf-8")

    def sees(self, words: str, name: str = "") -> None:
        """Wait until the page holds the words."""
        end = time.monotonic() + 60
        while words not in self.fetch(name)[1]:
            assert time.monotonic() < end, self.fetch(name)
            time.sleep(0.05)

    def fetch(self, name: str = "", host: str = "localhost") -> tuple[int, str]:
        try:
            with urlopen(Request(self.address + name, headers={"Host": host}), timeout=60) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def answer(self, method: str, path: str) -> HTTPResponse:
        """What is answered when a path is asked for just as it is written."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        connection.request(method, path, headers={"Host": "localhost"})
        return connection.getresponse()

    @contextmanager
    def news(self) -> Iterator[Iterator[dict[str, object]]]:
        """What a page that is open is told, as it is told."""
        with urlopen(self.address + "__dossier__/news", timeout=60) as answer:
            yield (json.loads(line.removeprefix(b"data: ")) for line in answer if line.startswith(b"data: "))

    def close(self) -> None:
        self.stop = True
        self.save(f"# The end {time.monotonic_ns()}\n")
        self.thread.join(60)
        assert self.ended
        with pytest.raises(URLError):
            self.fetch()


@contextmanager
def desk(project: Path, rebuild: Callable[[], Outcome] | None = None) -> Iterator[Desk]:
    session = Desk(project, rebuild)
    try:
        yield session
    finally:
        session.close()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A site with a link that leads out of it, and a folder with an index."""
    with desk(small_project(tmp_path_factory.mktemp("served"))) as session:
        session.sees("Home")
        site = session.pages.parents[1] / "site"
        (site / "link.txt").symlink_to("/etc/passwd")
        (site / "sub").mkdir()
        (site / "sub" / "index.html").write_text("Below", "utf-8")
        yield session


def published(project: Path) -> Outcome:
    outcome = publish(project)
    assert isinstance(outcome, Published)
    return Outcome(outcome.site)


def test_a_saved_page_is_rebuilt_and_open_pages_are_told(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with desk(project) as session, session.news() as news:
        session.sees("Home")
        first = next(each["site"] for each in news if not each["building"])
        assert f'data-site="{first}"' in session.fetch()[1]
        session.save("# Fresh\n")
        told = [next(news), next(news)]
        assert [each["building"] for each in told] == [True, False]
        assert told[0]["site"] == first != told[1]["site"]
        assert "Fresh" in session.fetch()[1]


def test_the_published_site_is_left_as_it_is(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with desk(project) as session:
        session.sees("Home")
        session.sees("__dossier__/live.js")
        assert b"__dossier__" not in (project / "site/index.html").read_bytes()


def test_a_failing_rebuild_keeps_the_last_good_page_up_and_says_so(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    results = [None, Outcome(None, (FAULT,), {"a.yml": b"name: x & y\n"}), RuntimeError("boom")]

    def rebuild() -> Outcome:
        result = results.pop(0) if results else None
        if isinstance(result, RuntimeError):
            raise result
        return result or published(project)

    with desk(project, rebuild) as session, session.news() as news:
        site = next(each["site"] for each in news if not each["building"])
        for words in ("an odd &lt;name&gt;", "RuntimeError: boom"):
            session.save(f"# Broken {words}\n")
            told = next(each for each in news if not each["building"])
            assert words in str(told["found"])
            assert told["site"] == site
            assert "Home" in session.fetch()[1]
        session.save("# Mended\n")
        told = next(each for each in news if not each["building"])
        assert told["found"] == ""
        assert told["site"] != site
        assert "Mended" in session.fetch()[1]


def test_without_a_site_a_page_waits_for_it(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    results = [Outcome(None, (FAULT,))]
    with desk(project, lambda: results.pop() if results else published(project)) as session:
        with session.news() as news:
            told = next(each for each in news if not each["building"])
        assert "an odd" in str(told["found"])
        status, page = session.fetch("actors/japan.html")
        assert status == 503
        assert f'data-site="{told["site"]}"' in page
        session.save("# Mended\n")
        session.sees("Mended")


def test_many_saves_in_a_row_are_one(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with desk(project) as session:
        session.sees("Home")
        for number in range(10):
            session.save(f"# Number {number}\n")
            time.sleep(0.02)
        session.sees("Number 9")
        assert session.built < 5


def test_an_unknown_address_shows_the_sites_own_page(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with desk(project) as session:
        session.sees("Home")
        (project / "site" / "404.html").write_text("Nothing here", "utf-8")
        status, page = session.fetch("none.html")
        assert status == 404
        assert page.startswith("Nothing here<script")
        (project / "site" / "404.html").unlink()
        assert session.fetch("none.html") == (404, "There is nothing at this address.")


@pytest.mark.parametrize(
    "path",
    ["../mkdocs.yml", "..%2fmkdocs.yml", "%2e%2e/mkdocs.yml", "/etc/passwd", "//etc/passwd", "link.txt", "%00",
     "x" * 5000],
)  # fmt: skip
def test_nothing_outside_the_site_is_shown(session: Desk, path: str) -> None:
    answer = session.answer("GET", f"/{path}")
    assert (answer.status, answer.read()) == (404, b"There is nothing at this address.")


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8000", 200), ("127.0.0.1", 200), ("[::1]:80", 200), ("192.168.1.7:8000", 200), ("evil.example", 421),
     ("localhost.evil.example:8000", 421), ("127.0.0.1.evil.example", 421), ("[", 421), ("user@localhost", 200)],
)  # fmt: skip
def test_only_this_machines_own_names_are_answered(session: Desk, host: str, status: int) -> None:
    assert session.fetch(host=host)[0] == status


def test_a_folder_leads_to_its_index(session: Desk) -> None:
    assert "Below" in session.fetch("sub")[1]
    assert session.answer("HEAD", "//sub").headers["Location"] == "/sub/"


def test_the_next_port_is_taken_where_the_first_is_not_free(tmp_path: Path) -> None:
    addresses: list[str] = []

    def stop() -> Outcome:
        raise KeyboardInterrupt

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(KeyboardInterrupt):
            serve(tmp_path, stop, [], ready=addresses.append, ports=[port, 0])
        with pytest.raises(PublishError) as caught:
            serve(tmp_path, stop, [], ready=addresses.append, ports=[port])
    assert caught.value.diagnostic.code == "cannot-serve"
    assert len(addresses) == 1
    assert f":{port}/" not in addresses[0]


# --- what is watched


def _replaced(folder: Path) -> None:
    (folder / ".new").write_text("other")
    (folder / ".new").replace(folder / "a.yml")


def _put_back_in_time(folder: Path) -> None:
    shutil.copy2(folder / "a.yml", folder / ".copy")
    (folder / ".copy").replace(folder / "a.yml")


def _new_folder(folder: Path) -> None:
    (folder / "deep/er").mkdir(parents=True)
    (folder / "deep/er/b.yml").write_text("b")


@pytest.mark.parametrize(
    "act",
    [
        lambda folder: (folder / "a.yml").write_text("other"),
        lambda folder: (folder / "a.yml").unlink(),
        lambda folder: (folder / "a.yml").rename(folder / "b.yml"),
        lambda folder: shutil.rmtree(folder),
        lambda folder: (folder.parent / "seeds").mkdir(),
        _replaced,
        _put_back_in_time,
        _new_folder,
    ],
    ids=["written", "deleted", "renamed", "folder deleted", "new folder", "replaced", "same time", "deep"],
)
def test_however_a_file_is_saved_it_is_noticed(tmp_path: Path, act: Callable[[Path], object]) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.yml").write_text("first")
    noticed: SimpleQueue[None] = SimpleQueue()
    watching = changes([folder, tmp_path / "seeds"])
    Thread(target=lambda: noticed.put(next(watching)), daemon=True).start()
    time.sleep(0.1)
    act(folder)
    noticed.get(timeout=60)


def test_what_editors_put_beside_a_file_is_nothing_new(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("first")
    noticed: SimpleQueue[None] = SimpleQueue()
    watching = changes([tmp_path])

    def watch() -> None:
        for change in watching:
            noticed.put(change)

    Thread(target=watch, daemon=True).start()
    (tmp_path / ".a.yml.swp").write_text("x")
    (tmp_path / "a.yml~").write_text("first")
    time.sleep(1)
    assert noticed.empty()
    (tmp_path / "a.yml").write_text("second")
    noticed.get(timeout=60)


# --- what a page shows


def test_findings_are_escaped_and_marked_at_their_place() -> None:
    shown = show_outcome(Outcome(None, (FAULT,), {"a.yml": b"name: <b>x</b>\n"}))
    assert "an odd &lt;name&gt;" in shown
    assert "<pre>name: <mark>&lt;b</mark>&gt;x&lt;/b&gt;</pre>" in shown
    assert "a.yml, line 1, column 7" in shown
    assert "<p>Type &#34;x &amp; y&#34;</p>" in shown
    assert "open" in shown.partition(">")[0]


def test_what_hides_or_turns_text_around_is_made_visible() -> None:
    fault = Diagnostic("odd-name", Severity.ERROR, Span("a\u202e.yml", 1, 1, 1, 2), "an odd \u202ename")
    shown = show_outcome(Outcome(None, (fault,), {"a\u202e.yml": "\u202ex\n".encode()}))
    assert "\u202e" not in shown
    assert "an odd &lt;U+202E&gt;name" in shown


def test_what_dossier_can_put_right_says_so() -> None:
    fault = Diagnostic("x", Severity.ERROR, Span("a"), "odd", "type y", remedy=(Edit(Span("a"), "y"),))
    assert "<p>Type y. <code>dossier fix</code> does this.</p>" in show_outcome(Outcome(None, (fault,)))


def test_a_site_full_of_findings_shows_the_worst_first_and_not_all() -> None:
    many = [Diagnostic("x", Severity.WARNING, Span("a", line), f"odd {line}") for line in range(1, 201)]
    shown = show_outcome(Outcome(None, (*many, FAULT)))
    assert shown.index("an odd") < shown.index("odd 1")
    assert shown.count("<li") == 50
    assert "And 151 more" in shown


def test_what_stops_nothing_is_folded_up() -> None:
    warning = Diagnostic("lonely", Severity.WARNING, Span("a.yml"), "nothing leads here")
    shown = show_outcome(Outcome(Path("site"), (warning,)))
    assert "1 warning." in shown
    assert "open" not in shown.partition(">")[0]


def test_all_is_well_shows_nothing() -> None:
    assert show_outcome(Outcome(Path("site"))) == ""
