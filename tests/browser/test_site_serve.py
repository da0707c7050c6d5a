"""`dossier serve` in a browser: what is found comes and goes over the page that is open, and the reader stays."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

_THEME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="application-name" content="dossier">
<meta name="color-scheme" content="light dark"><title>{{ page.title }}</title></head>
<body><main><article>{{ page.content }}</article></main></body></html>
"""
_CONFIG = """
site_name: Small
docs_dir: build/pages
use_directory_urls: false
theme: {name: null, custom_dir: theme}
plugins: []
nav: [index.md]
markdown_extensions: [footnotes, md_in_html, tables]
validation: {omitted_files: ignore}
"""
_GOOD = 'name: Reef\ntype: island\nsummary: |\n  It is said to have rained. [@diary "It rained all day"]\n'
_BAD = _GOOD.replace("Reef", "Reef: <img src=x onerror=alert(1)>")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A sheet with a slip in it, served before there is any site; and the address."""
    for name in ("content/islands", "content/sources", "seeds", "theme"):
        (tmp_path / name).mkdir(parents=True)
    golden = Path(__file__).parents[1] / "golden/smallest"
    for name in ("content/sources/diary.yml", "seeds/diary.txt"):
        (tmp_path / name).write_bytes((golden / name).read_bytes())
    briefing = (golden / "content/briefing.yml").read_text("utf-8")
    lines = "".join('\n\n      It rained on [[reef]]. [@diary "It rained all day"]' for _ in range(200))
    briefing = briefing.partition("    body:")[0] + f"    body: |{lines}\n"
    (tmp_path / "content/briefing.yml").write_text(briefing, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    (tmp_path / "theme/main.html").write_text(_THEME, "utf-8")
    sheet = tmp_path / "content/islands/reef.yml"
    sheet.write_text(_BAD, "utf-8")
    command = [sys.executable, "-m", "dossier", "serve", str(tmp_path)]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hear_ctrl_c,
    ) as process:
        try:
            assert process.stderr
            said = iter(process.stderr.readline, "")
            yield sheet, next(line for line in said if line.startswith("Serving")).split()[2]
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=30)[1].splitlines()[-1] == "Stopped."
            assert process.returncode == 0
        finally:
            process.kill()


def _hear_ctrl_c() -> None:
    """What is started by tests that run in the background would ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_findings_come_and_go_and_the_reader_stays(page: Page, served: tuple[Path, str]) -> None:
    sheet, address = served
    found = page.locator("dossier-findings details")
    page.goto(address)
    expect(found).to_contain_text("a colon stands inside a value")
    expect(page.locator("h1")).to_have_text("No site yet")
    sheet.write_text(_GOOD, "utf-8")
    expect(page.locator("article h1").first).to_be_visible(timeout=30_000)
    expect(found).to_have_count(0)

    page.evaluate("scrollTo(0, 3000)")
    text = page.locator("article p").nth(100).evaluate("each => each.getBoundingClientRect().top")
    page.evaluate("window.stays = true")
    sheet.write_text(_BAD, "utf-8")
    expect(found).to_have_attribute("open", "")
    expect(found.locator("mark")).to_have_text(":")
    expect(found.locator("pre")).to_have_text("name: Reef: <img src=x onerror=alert(1)>")
    expect(page.get_by_role("status")).to_contain_text("1 error")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        outcome = Axe().run(page, "dossier-findings", {"resultTypes": ["violations"]})
        assert [each["id"] for each in outcome.response["violations"]] == []

    page.keyboard.press("Escape")
    expect(found).not_to_have_attribute("open", "")
    assert page.evaluate("window.stays")
    sheet.write_text(_BAD.replace("Reef:", "The reef:"), "utf-8")
    expect(found).to_have_attribute("open", "")

    sheet.write_text(_GOOD.replace("Reef", "Great Reef"), "utf-8")
    page.wait_for_function(
        "!window.stays && document.body.textContent.includes('Great Reef')", timeout=30_000
    )
    expect(found).to_have_count(0)
    page.wait_for_function(
        f"Math.abs(document.querySelectorAll('article p')[100].getBoundingClientRect().top - {text}) < 5"
    )
