"""What the CI files run does what they say, in a dossier made by `dossier init`: for a good and for a bad pull request.

What only GitHub and GitLab can do is not seen here: fetching, keeping files, publishing, and marking lines.
"""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from cifiles import GITHUB, GITLAB, HOOKS, github_steps, gitlab_script, loaded
from runner import Machine, build_wheel, git

SHEET = "content/islands/heron-holm.yml"
GOOD = (SHEET, "value: 1\n", "value: 2\n")
BAD = (SHEET, "Nobody lives there but the keeper", "Nobody lives here but the keeper")
BROKEN = ("mkdocs.yml", "evidence.md", "nowhere.md")
CONDITIONS = ("github.event_name == 'pull_request'", "github.ref == 'refs/heads/main'")
PULL_REQUEST = dict(zip(CONDITIONS, (True, False), strict=True))
PUSH = dict(zip(CONDITIONS, (False, True), strict=True))
INSTALL, CHANGES, CHECK, BUILD = "Install dossier", "Say what would change", "Check", "Build the site"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine that has the program, from the wheel."""
    folder = tmp_path_factory.mktemp("desk")
    machine = Machine(folder)
    done = machine.run(f'python -m pip install -q "{build_wheel(folder)}"', folder)
    assert done.returncode == 0, done.stderr
    return machine


@pytest.fixture(scope="module")
def made(desk: Machine) -> Path:
    """A dossier made there, and put where others fetch it from."""
    done = desk.run("dossier init bell", desk.home)
    assert done.returncode == 0, done.stderr
    git(desk.home / "bell", "init", "-q", "-b", "main")
    git(desk.home / "bell", "add", ".")
    git(desk.home / "bell", "commit", "-q", "-m", "A new dossier")
    return desk.home / "bell"


@pytest.fixture
def fresh(tmp_path: Path) -> Machine:
    """A machine that has nothing yet, as each run of CI gets one."""
    return Machine(tmp_path / "machine")


@pytest.fixture
def clone(made: Path, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "-q", made, "clone")
    git(tmp_path / "clone", "checkout", "-q", "-b", "proposal")
    return tmp_path / "clone"


def propose(clone: Path, path: str, old: str, new: str) -> None:
    """Commit a change of words in a file."""
    text = (clone / path).read_text("utf-8")
    assert old in text
    (clone / path).write_text(text.replace(old, new), "utf-8")
    git(clone, "commit", "-qam", "A proposal")


def on_github(machine: Machine, clone: Path, event: dict[str, bool], skip: str = "") -> dict[str, str]:
    steps = [step for step in github_steps(GITHUB["new"], "build") if step.name != skip]
    return machine.steps(steps, clone, event, github__base_ref="main")


def test_the_conditions_are_those_of_the_workflow() -> None:
    steps = loaded(GITHUB["new"])["jobs"]["build"]["steps"]
    assert {each["if"] for each in steps if "if" in each} == set(CONDITIONS)


def test_github_on_a_good_pull_request(fresh: Machine, clone: Path) -> None:
    propose(clone, *GOOD)
    printed = on_github(fresh, clone, PULL_REQUEST)
    assert list(printed) == [INSTALL, CHANGES, CHECK, BUILD], printed
    assert "Heron Holm" in fresh.summary.read_text("utf-8")
    assert (clone / "site/index.html").is_file()
    assert git(clone, "status", "--porcelain") == ""


def test_github_marks_what_is_wrong_on_its_line(desk: Machine, clone: Path) -> None:
    propose(clone, *BAD)
    line = next(
        n for n, text in enumerate((clone / SHEET).read_text("utf-8").splitlines(), 1) if BAD[2] in text
    )
    printed = on_github(desk, clone, PULL_REQUEST, skip=INSTALL)
    assert printed[""] == CHECK
    assert f"::error file={SHEET},line={line}," in printed[CHECK]
    assert "Heron Holm" in desk.summary.read_text("utf-8")  # what would change is told all the same
    assert not (clone / "site").exists()


def test_github_stops_at_a_broken_link(desk: Machine, clone: Path) -> None:
    propose(clone, *BROKEN)
    printed = on_github(desk, clone, PULL_REQUEST, skip=INSTALL)
    assert printed[""] == BUILD
    assert "nowhere.md" in printed[BUILD]


def test_github_tells_of_no_changes_on_main(desk: Machine, clone: Path) -> None:
    assert list(on_github(desk, clone, PUSH, skip=INSTALL)) == [CHECK, BUILD]
    assert (clone / "site/index.html").is_file()


@pytest.mark.parametrize("change", [GOOD, BAD], ids=["good", "bad"])
def test_gitlab_on_a_merge_request(change: tuple[str, str, str], desk: Machine, clone: Path) -> None:
    base = git(clone, "rev-parse", "HEAD")
    propose(clone, *change)
    is_good = change is GOOD
    checked = desk.run(gitlab_script(GITLAB["new"], "check", setup=False), clone)
    assert (checked.returncode == 0) is is_good, checked.stdout + checked.stderr
    quality = json.loads((clone / "code-quality.json").read_text("utf-8"))
    assert [each["location"]["path"] for each in quality] == ([] if is_good else [SHEET])
    failures = ElementTree.parse(clone / "junit.xml").getroot().findall(".//failure")
    assert len(failures) == len(quality)

    script = gitlab_script(GITLAB["new"], "preview", setup=False)
    shown = desk.run(script, clone, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert (shown.returncode == 0) is is_good, shown.stdout + shown.stderr
    assert "Heron Holm" in (clone / "changes.md").read_text("utf-8")
    assert (clone / "site/index.html").is_file() is is_good


def test_gitlab_publishes_from_the_folder_that_it_asks_for(fresh: Machine, clone: Path) -> None:
    done = fresh.run(gitlab_script(GITLAB["new"], "pages", setup=True), clone)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (clone / "public/index.html").is_file()


@pytest.mark.parametrize("whose", HOOKS)
def test_pre_commit_stops_a_commit_that_is_wrong(whose: str, desk: Machine, clone: Path) -> None:
    config = clone / ".pre-commit-config.yaml"
    if (
        whose == "here"
    ):  # offered by this repository: run without the environment that pre-commit would fetch for it
        hooks = [{**hook, "language": "system"} for hook in yaml.safe_load(HOOKS["here"].read_text("utf-8"))]
        config.write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}), "utf-8")
    good = desk.run("python -m pre_commit run --all-files", clone)
    assert good.returncode == 0, good.stdout + good.stderr
    assert good.stdout.count("Passed") == 2
    propose(clone, *BAD)
    bad = desk.run("python -m pre_commit run --all-files", clone)
    assert bad.returncode == 1
    assert "quote-not-found" in bad.stdout
