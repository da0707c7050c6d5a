"""What a new dossier says it is built with."""

from __future__ import annotations

import json

import pytest

from dossier.starter import Origin, requirements

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT}


def _line(told: object) -> str:
    """The one line of the file that is no comment."""
    text = requirements("1.2", Origin.of(json.dumps(told)))
    (line,) = (line for line in text.splitlines() if not line.startswith("#"))
    return line


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (
            {"url": "https://git.example/us/dossier.git", "vcs_info": GIT},
            f"dossier @ git+https://git.example/us/dossier.git@{COMMIT}",
        ),
        (
            {"url": "https://me:secret@git.example/d.git?token=1", "vcs_info": GIT, "subdirectory": "tool"},
            f"dossier @ git+https://git.example/d.git@{COMMIT}#subdirectory=tool",
        ),
        (
            {"url": "ssh://git@git.example/d.git", "vcs_info": GIT},
            f"dossier @ git+ssh://git@git.example/d.git@{COMMIT}",
        ),
        (
            {
                "url": "https://x.example/dossier-1.2-py3-none-any.whl",
                "archive_info": {"hashes": {"sha256": "ab"}},
            },
            "dossier @ https://x.example/dossier-1.2-py3-none-any.whl#sha256=ab",
        ),
        (
            {"url": "file:///home/me/dossier-1.2-py3-none-any.whl", "archive_info": {}},
            "./wheels/dossier-1.2-py3-none-any.whl",
        ),
        (
            {"url": "file:///home/me/dossier", "dir_info": {"editable": True}},
            "./wheels/dossier-1.2-py3-none-any.whl",
        ),
        ({"url": "file:///home/me/dossier", "vcs_info": GIT}, "./wheels/dossier-1.2-py3-none-any.whl"),
        ({"url": "https://x.example/d.git", "vcs_info": {}}, "./wheels/dossier-1.2-py3-none-any.whl"),
        ({"url": 7}, "./wheels/dossier-1.2-py3-none-any.whl"),
        ([], "./wheels/dossier-1.2-py3-none-any.whl"),
    ],
)
def test_it_names_the_very_program_and_nothing_of_this_machine(told: object, line: str) -> None:
    assert _line(told) == line


def test_without_a_record_of_where_it_came_from_it_is_looked_for_beside_the_dossier() -> None:
    assert Origin.of(None) == Origin.of("{") == Origin()
    assert "./wheels/dossier-1.2-py3-none-any.whl" in requirements("1.2", Origin())
