"""What runs where a dossier is kept in common is valid, asks for no more rights than it needs, and is pinned.

What GitHub and GitLab make of it can only be seen there; their schemas and zizmor say what they would refuse or fear.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cifiles import GITHUB, GITLAB, HOOKS, PROGRAM, ROOT, STARTER, loaded
from click import Context

from dossier.cli import main

WORKFLOWS = [*GITHUB.values(), PROGRAM]
NAMED = [str(path.relative_to(ROOT)) for path in WORKFLOWS]
PINNED = re.compile(r"uses: ([\w-]+/[\w-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)\n")


def run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("gitlab-ci", list(GITLAB.values())),
        ("dependabot", [ROOT / ".github/dependabot.yml"]),
    ],
    ids=["github", "gitlab", "dependabot"],
)
def test_a_file_is_as_its_schema_wants_it(schema: str, files: list[Path]) -> None:
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, *files)


def test_pre_commit_accepts_its_files() -> None:
    run(sys.executable, "-m", "pre_commit", "validate-manifest", HOOKS["here"])
    run(sys.executable, "-m", "pre_commit", "validate-config", HOOKS["new"])


def test_zizmor_has_nothing_to_say(tmp_path: Path) -> None:
    """Of templates that could be injected into, credentials left behind, rights too wide, actions not pinned …"""
    new = tmp_path / ".github/workflows/dossier.yml"  # where it looks for one
    new.parent.mkdir(parents=True)
    new.write_bytes(GITHUB["new"].read_bytes())
    zizmor = Path(sys.executable).with_name("zizmor")
    options = ("--offline", "--persona", "pedantic", "--strict-collection", "--no-progress")
    run(zizmor, *options, ROOT / ".github", HOOKS["here"], tmp_path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMED)
def test_actions_are_pinned_to_a_commit_and_its_version_is_told(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(PINNED.findall(text)) == text.count("uses:") > 0


def test_an_action_is_pinned_to_the_same_commit_everywhere() -> None:
    pins = {pin for path in WORKFLOWS for pin in PINNED.findall(path.read_text("utf-8"))}
    assert len(pins) == len({action for action, _, _ in pins})


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMED)
def test_a_workflow_has_the_least_rights(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {}
    rights: dict[str, Any] = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    publish = rights.pop("publish", None)
    assert all(each == {"contents": "read"} for each in rights.values())
    assert publish in (None, {"pages": "write", "id-token": "write"})
    assert set(workflow["on"]) == {"pull_request", "push"}
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN|\bcurl\b|\bwget\b", path.read_text("utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMED)
def test_a_job_of_github_ends_in_time(path: Path) -> None:
    assert all(0 < int(job["timeout-minutes"]) <= 40 for job in loaded(path)["jobs"].values())


@pytest.mark.parametrize("path", GITHUB.values(), ids=GITHUB)
def test_github_publishes_from_main_only(path: Path) -> None:
    publish = loaded(path)["jobs"]["publish"]
    assert publish["if"] == "github.event_name == 'push' && github.ref == 'refs/heads/main'"
    assert publish["needs"] == "build"
    assert [step["name"] for step in publish["steps"]] == ["Publish with GitHub Pages"]


@pytest.mark.parametrize("path", GITLAB.values(), ids=GITLAB)
def test_gitlab_publishes_from_the_default_branch_only(path: Path) -> None:
    data = loaded(path)
    jobs = {name: job for name, job in data.items() if isinstance(job, dict) and "script" in job}
    assert set(jobs) == {"check", "preview", "pages"}
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert all(job["timeout"] == "15 minutes" for job in jobs.values())
    # GitLab takes nothing else for the words of a link.
    assert re.fullmatch(r"[\w -]+", jobs["preview"]["artifacts"]["expose_as"])


@pytest.mark.parametrize(
    ("here", "new"), [tuple(GITHUB.values()), tuple(GITLAB.values())], ids=["github", "gitlab"]
)
def test_this_repository_does_what_a_new_dossier_does(here: Path, new: Path) -> None:
    """But for how it comes by dossier: here the program lies beside the dossier."""
    shared = [line.strip() for line in new.read_text("utf-8").splitlines() if "pip install" not in line]
    ours = [line.strip() for line in here.read_text("utf-8").splitlines() if "pip install" not in line]
    assert [line for line in ours if line != "run: |"] == shared


@pytest.mark.parametrize(
    "path", [*GITHUB.values(), *GITLAB.values(), *HOOKS.values()], ids=lambda path: path.name
)
def test_a_command_it_runs_is_one_of_dossier(path: Path) -> None:
    named = set(re.findall(r"(?:run:|entry:|-) dossier (\w+)", path.read_text("utf-8")))
    assert named
    assert named <= set(main.list_commands(Context(main)))


def test_a_new_dossier_has_all_there_is() -> None:
    assert {path.name for path in STARTER.iterdir()} == {"github.yml", "gitlab.yml", "pre-commit.yml"}
