"""Does what a page of `docs/` tells a reader to do, in a new dossier, and looks at what comes of it.

```sh          each line is run: `dossier …` and `git …` for real, `cd`; what only people can do is left out
```text        right after that: lines of what was printed; a lone … stands for others
```yaml        `# content/…` in its first line: the text of that file;
               `# at the end of content/…`: what is put there; else an excerpt of a sheet
```            any other text, for any other file, is named as `<!-- seeds/article.txt -->` on the line before
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from click.testing import CliRunner
from markdown_it import MarkdownIt

from dossier.cli import main

__all__ = ["DOCS", "PAGES", "Walk", "blocks"]

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md") if path.name != "commands.md")

_BY_HAND = {"pipx", "python", "pre-commit", "make", "dossier serve", "git remote", "git push"}
_FILE = re.compile(r"<!-- (\S+) -->")
_WHOLE = re.compile(r"# (content/\S+)\n")
_AT_THE_END = re.compile(r"# at the end of (content/\S+)\n")


def blocks(page: str) -> list[tuple[str, str]]:
    """The fenced blocks of a page in order: language, or the file that one is for, and text."""
    found: list[tuple[str, str]] = []
    file = ""
    for token in MarkdownIt("commonmark").parse((DOCS / page).read_text("utf-8")):
        if token.type == "fence":
            found.append((file or token.info, token.content))
        named = _FILE.fullmatch(token.content.strip()) if token.type == "html_block" else None
        file = named[1] if named else ""
    return found


@dataclass
class Walk:
    """Somebody at a terminal, in a folder."""

    folder: Path
    printed: str = ""
    done: list[str] = field(default_factory=list)

    def follow(self, page: str) -> None:
        """Do all that a page tells. Fails with what did not come out as told."""
        steps = blocks(page)
        for (kind, text), (following, _) in pairwise([*steps, ("", "")]):
            if kind == "sh":
                self.printed = "".join(self._run(line, following == "text") for line in text.splitlines())
            elif kind == "text" and self.printed:
                self._look(text)
            elif kind == "yaml":
                self._write(text)
            elif "/" in kind or "." in kind:
                self._save(kind, text)

    def _run(self, line: str, may_find: bool) -> str:
        words = shlex.split(line, comments=True)
        if not words or words[0] in _BY_HAND or " ".join(words[:2]) in _BY_HAND:
            return ""
        self.done.append(line)
        if words[0] == "cd":
            self.folder /= words[1]
            os.chdir(self.folder)
            return ""
        if words[0] == "git":
            return subprocess.run(
                words, cwd=self.folder, check=True, capture_output=True, text=True, timeout=60
            ).stdout
        assert words[0] == "dossier", f"nobody knows how to run: {line}"
        os.chdir(self.folder)
        result = CliRunner().invoke(main, words[1:], prog_name="dossier")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        assert result.exit_code == 0 or may_find, f"{line}\n{result.output}"
        return result.output

    def _look(self, text: str) -> None:
        printed = " ".join(self.printed.split())
        for part in re.split(r"^ *…$", text, flags=re.MULTILINE):
            told = " ".join(part.split())
            assert told in printed, f"told:\n{part}\nprinted:\n{self.printed}"

    def _write(self, text: str) -> None:
        if whole := _WHOLE.match(text):
            self._save(whole[1], text)
        elif end := _AT_THE_END.match(text):
            file = self.folder / end[1]
            file.write_text(file.read_text("utf-8") + text[end.end() :], "utf-8")

    def _save(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
