"""Takes the text out of HTML and PDF in a process of its own, with little time and memory.

Owns that process and what passes to and fro: the file goes in, one JSON object comes out. Whatever a hostile file
does to its reader, the command that asked ends in one sentence.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, fields

__all__ = ["Taken", "main", "take_out"]

_SECONDS = 60
_MOST_MEMORY = 2 * 1024**3  # bytes of address space; PDFium and lxml map far more than they use


@dataclass(frozen=True, slots=True)
class Taken:
    """A text taken out of a file, and what the file says of it; each "" where it says nothing. `issued` is ISO 8601."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    issued: str = ""
    language: str = ""
    url: str = ""


def take_out(data: bytes, form: str) -> Taken | str:
    """The text of a file in the form `html` or `pdf`, or why there is none, as a sentence."""
    what = form.upper()
    try:
        done = subprocess.run(  # noqa: S603  # our own module, and the file comes by a pipe
            [
                sys.executable,
                "-P",
                "-X",
                "utf8",
                "-c",
                "from dossier.ingest.extracting import main; main()",
                form,
            ],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"this {what} file could not be read within {_SECONDS} seconds."
    except OSError as error:
        return f"the reader of {what} files could not be started: {error.strerror}."
    try:
        found = json.loads(done.stdout) if done.returncode == 0 else None
        return (
            Taken(**{field.name: str(found[field.name]) for field in fields(Taken)})
            if found
            else _unread(what)
        )
    except (ValueError, KeyError, TypeError):
        return _unread(what)


def _unread(what: str) -> str:
    return f"this {what} file is damaged or protected, and could not be read."


def main() -> None:
    """Read a file from standard input and write what was taken out of it to standard output."""
    _limit()
    form = sys.argv[1]
    data = sys.stdin.buffer.read()
    if form == "pdf":
        from dossier.ingest.pdf import read_pdf

        taken = read_pdf(data)
    else:
        from dossier.ingest.html import read_html

        taken = read_html(data)
    sys.stdout.buffer.write(json.dumps(asdict(taken)).encode())


def _limit() -> None:
    """Keep the process small and short, where the system can."""
    try:
        import resource
    except ImportError:  # Windows; the time is limited all the same
        return
    limits = (
        (resource.RLIMIT_AS, _MOST_MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in limits:
        with suppress(ValueError, OSError):  # macOS knows them all and refuses some
            resource.setrlimit(what, (most, most))
