"""yaml-language-server as an editor talks to it: a small client of the Language Server Protocol, over stdio.

A path may hold a `*`: it stands for a name that no file had before. What the server says of a file does not tell of
which text, so every text gets a file of its own, which need not be on the disk.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

_HERE = Path(__file__).parent / "server"
_PATIENCE = 60.0  # seconds for one answer, on a busy machine


class Server:
    """A server at work in a folder, with the settings that an editor would give it."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        node, program = (
            shutil.which("node"),
            _HERE / "node_modules/yaml-language-server/bin/yaml-language-server",
        )
        if node is None or not program.is_file():
            raise RuntimeError("yaml-language-server is not installed: `make editors` installs it")
        self._folder, self._settings = folder, settings
        self._number = 0
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._program = subprocess.Popen(
            [node, program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Server:
        markdown = {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
        self._ask(
            "initialize",
            processId=None,
            rootUri=self._folder.as_uri(),
            workspaceFolders=[{"uri": self._folder.as_uri(), "name": "dossier"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "completion": {"completionItem": markdown},
                    "hover": {"contentFormat": ["markdown"]},
                    "publishDiagnostics": {},
                },
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)
        self._wait()
        return self

    def _wait(self) -> None:
        """Wait until it has read its settings and the schemas: before that it offers nothing."""
        end = time.monotonic() + _PATIENCE
        while not self.completions("content/islands/*.yml", "|"):
            assert time.monotonic() < end, "yaml-language-server does not find the schemas"
            time.sleep(0.1)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.kill()
        self._program.communicate()

    def findings(self, path: str, text: str) -> list[dict[str, Any]]:
        """What the server says of a file that holds this text: LSP diagnostics, in order."""
        return self.all_findings({path: text})[path]

    def all_findings(self, texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
        """The same for several files, opened at once."""
        opened = {path: self._open(path, text) for path, text in texts.items()}
        self._until(lambda _: self._found.keys() >= set(opened.values()))
        return {
            path: sorted(self._found[uri], key=lambda found: list(found["range"]["start"].values()))
            for path, uri in opened.items()
        }

    def completions(self, path: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered where `|` stands in the text: LSP completion items, by their labels."""
        answer = self._ask_at("textDocument/completion", path, text)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item for item in items}

    def hover(self, path: str, text: str) -> str:
        """What is told of the place where `|` stands in the text."""
        answer = self._ask_at("textDocument/hover", path, text)
        return str(answer["contents"]["value"]) if answer else ""

    def changed_on_disk(self, path: Path) -> None:
        """Tell the server what an editor that watches files would."""
        self._tell("workspace/didChangeWatchedFiles", changes=[{"uri": path.as_uri(), "type": 2}])

    def _ask_at(self, method: str, path: str, text: str) -> Any:
        before, _, after = text.partition("|")
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        place = {"line": line, "character": column}
        return self._ask(method, textDocument={"uri": self._open(path, before + after)}, position=place)

    def _open(self, path: str, text: str) -> str:
        """Open a file that holds a text, and return its address."""
        self._number += 1
        uri = (self._folder / path.replace("*", f"new-{self._number}")).as_uri()
        document = {"uri": uri, "version": 1, "languageId": "yaml", "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return uri

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def _until(self, is_wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Read messages, and answer those that ask something, until the one that is wanted."""
        watchdog = threading.Timer(_PATIENCE, self._program.kill)
        watchdog.start()
        try:
            while True:
                message = self._read()
                self._handle(message)
                if is_wanted(message):
                    return message
        finally:
            watchdog.cancel()

    def _handle(self, message: dict[str, Any]) -> None:
        method, params = message.get("method"), message.get("params", {})
        if method == "textDocument/publishDiagnostics":
            self._found[params["uri"]] = params["diagnostics"]
        elif method == "workspace/configuration":
            sections = [self._settings.get(item["section"]) for item in params["items"]]
            self._send({"id": message["id"], "result": sections})
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._program.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._program.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._program.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._program.stdout
        length = 0
        while line := self._program.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._program.stdout.read(length) or b'{"ended": true}')
        assert "ended" not in message, "yaml-language-server ended, or took too long"
        return message
