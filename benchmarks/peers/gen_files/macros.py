"""What mkdocs-macros-plugin runs: the macro that pages call for each footnote."""

from __future__ import annotations

from typing import Any

from benchmarks.peers.gen_files.sheets import load


def define_env(env: Any) -> None:
    """Add the macros of this site to those of the plugin."""

    @env.macro  # type: ignore[untyped-decorator]
    def note(source: str, quote: str = "", locator: str = "") -> str:
        """Say what a footnote cites: the words quoted, who published them and when, and where they stand."""
        sheet = load()[source]
        folder = env.page.file.src_uri.rpartition("/")[0]
        words = f"“{quote}” — " if quote else ""
        where = f", {locator}" if locator else ""
        data = sheet.data
        title = f"[{sheet.name}]({sheet.address(folder)})"
        return f"{words}{title}, {data['publisher']}, {data['issued']}{where} ({data['reliability']})."
