"""Dossiers that are made by code: what git or an editor would mangle, what is too large, what only a disk has."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

__all__ = ["MADE", "ON_DISK"]

Made = tuple[str, bytes, bytes, str]
"""A file of the dossier, what is wrong in it, the same repaired, and what is found."""

_SHEET = "content/actors/northland.yml"
_SEED = "seeds/gazette.txt"
_PAGE = "content/pages/about.md"
_GOOD = b"name: Northland\ntype: state\n"


def _sheet(bad: bytes, found: str, good: bytes = _GOOD) -> Made:
    return _SHEET, bad, good, f"{_SHEET}:{found}"


def _name(bad: bytes, good: bytes, found: str) -> Made:
    return _sheet(b"name: " + bad + b"\ntype: state\n", f"1:{found}", b"name: " + good + b"\ntype: state\n")


def _seed(bad: bytes, found: str) -> Made:
    """A text is pinned, so none can be put right but by the one that was pinned."""
    return _SEED, bad, b"", f"{_SEED}:{found}"


def _many(count: int) -> bytes:
    return _GOOD + b"aliases:\n" + b"".join(b"- x%d\n" % number for number in range(count))


MADE: Mapping[str, list[Made]] = {
    "byte-order-mark": [
        _sheet(
            b"\xef\xbb\xbf" + _GOOD,
            "1:1: error[byte-order-mark] the file starts with U+FEFF, an invisible byte order mark",
        )
    ],
    "not-utf8": [
        _sheet(
            _GOOD.decode().encode("utf-16"),
            "1:1: error[not-utf8] the file was saved as UTF-16, not as UTF-8",
        ),
        _sheet(
            b"name: Northl\xe5nd\n",
            "1:13: error[not-utf8] the file was not saved as UTF-8: the byte 0xE5 stands here",
        ),
    ],
    "control-character": [
        _name(
            b"North\x07land",
            b"Northland",
            "12: error[control-character] U+0007 BELL stands here, a control character",
        ),
    ],
    "lone-carriage-return": [
        _name(
            b"North\rland",
            b"North\r\n  land",
            "12: error[lone-carriage-return] U+000D CARRIAGE RETURN stands here and ends no line",
        ),
    ],
    "bidirectional-character": [
        _name(
            "North\u202eland".encode(),
            "\u05e0\u05d5\u05e8\u05ea".encode(),
            "12: error[bidirectional-character] U+202E RIGHT-TO-LEFT OVERRIDE stands here, which changes the order"
            " text is shown in",
        ),
    ],
    "invisible-character": [
        _name(
            "North\u200bland".encode(),
            "North\u00a0land".encode(),
            "12: error[invisible-character] U+200B ZERO WIDTH SPACE stands here, an invisible character",
        ),
    ],
    "undefined-character": [
        _name(
            "North\ue000land".encode(),
            "North\U0001f600land".encode(),
            "12: error[undefined-character] U+E000 PRIVATE USE stands here, which has no agreed meaning",
        ),
        (
            _PAGE,
            "# About\n\nA \U000f0000.\n".encode(),
            b"# About\n\nA page.\n",
            f"{_PAGE}:3:3: error[undefined-character] U+F0000 PRIVATE USE stands here, which has no agreed meaning",
        ),
    ],
    "not-nfc": [
        _name(
            "Northla\u0301nd".encode(),
            "Northl\u00e1nd".encode(),
            "13: error[not-nfc] a\u0301 is written as U+0061 and U+0301, where one character does",
        ),
    ],
    "tab-in-text": [_name(b"North\tland", b"North land", "12: error[tab-in-text] a tab stands here")],
    "tab-indents-line": [
        _sheet(_GOOD + b"names:\n\tno: Nordland\n", "4:1: error[tab-indents-line] a tab indents this line")
    ],
    "file-too-large": [
        _sheet(
            _GOOD + b"#" * 262_144,
            "1:1: error[file-too-large] the file is 262,172 bytes long; at most 262,144 are read",
        )
    ],
    "too-many-nodes": [
        _sheet(
            _many(20_000),
            "19997:3: error[too-many-nodes] the file holds more than 20,000 keys and values",
            _many(19_000),
        )
    ],
    "unreadable-text": [
        _seed(b"Northl\xe5nd\n", "1:1: error[unreadable-text] not UTF-8: byte 0xe5"),
        _seed(b"North\nland\x00\n", "2:1: error[unreadable-text] control character U+0000"),
        _seed(b"North\nland\n" * 110_000, "190651:1: error[unreadable-text] larger than 1024 KiB"),
    ],
}


def _link(root: Path) -> None:
    (root / "content/actors/brim.yml").symlink_to("/etc/hostname")


def _folder_link(root: Path) -> None:
    (root / "content/more").symlink_to(root / "content/actors")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "seeds/pipe.txt")


def _large(root: Path) -> None:
    (root / "seeds/large.txt").write_bytes(b"x" * (4 * 1024 * 1024 + 1))


def _named(root: Path) -> None:
    (root / "content/actors/\u202ebrim.yml").write_bytes(_GOOD)


def _not_unicode(root: Path) -> None:
    os.close(os.open(os.fsencode(root) + b"/content/actors/brim\xff.yml", os.O_CREAT | os.O_WRONLY))


def _deep(root: Path) -> None:
    (root / "content/a/b/c/d").mkdir(parents=True)


ON_DISK: Mapping[str, list[tuple[Callable[[Path], None], str]]] = {
    "unreadable-file": [
        (
            _link,
            "content/actors/brim.yml:1:1: error[unreadable-file] this is a link, and links are not followed",
        ),
        (_folder_link, "content/more:1:1: error[unreadable-file] this is a link, and links are not followed"),
        (_pipe, "seeds/pipe.txt:1:1: error[unreadable-file] this is not an ordinary file"),
        (_large, "seeds/large.txt:1:1: error[unreadable-file] it is larger than 4 MB"),
        (
            _named,
            "content/actors/<U+202E>brim.yml:1:1: error[unreadable-file] its name holds characters that no name should",
        ),
        (
            _not_unicode,
            "content/actors/brim?.yml:1:1: error[unreadable-file] its name holds characters that no name should",
        ),
        (_deep, "content/a/b/c/d:1:1: error[unreadable-file] folders do not lie this deep"),
    ],
}
"""What is put into the folder of the base dossier, and what is found; taken away, nothing is."""
