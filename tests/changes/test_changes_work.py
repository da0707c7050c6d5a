"""However large a page is, comparing it comes to an end, and what is the same is still found to be so."""

from __future__ import annotations

from dossiers import BASE, overlaid

from dossier.changes import What, compare

ISLAND = "content/islands/gull-island.yml"
CITE = "cite: {source: gazette, quote: both delegations said}"


def claims(words: list[str]) -> dict[str, bytes]:
    lines = "".join(f"  - {{text: {each}, {CITE}}}\n" for each in words)
    return overlaid(BASE, {ISLAND: f"name: Gull Island\ntype: island\nclaims:\n{lines}".encode()})


def test_a_page_rewritten_from_beginning_to_end() -> None:
    old = claims([f"In year {number} a ship of the line came" for number in range(1500)])
    new = claims([f"In year {number} a ship of the line left" for number in range(1500)])
    (sheet,) = compare(old, new).sheets
    assert len(sheet.statements) >= 1500


def test_one_claim_among_many() -> None:
    words = [f"In year {number} a ship of the line came" for number in range(1500)]
    (sheet,) = compare(
        claims(words), claims([*words[:700], "In year 700 two ships of the line came", *words[701:]])
    ).sheets
    (change,) = sheet.statements
    assert change.what == (What.REWORDED,)


def test_a_long_text_reworded() -> None:
    def text(word: str) -> dict[str, bytes]:
        long = f"{word} " * 40_000
        body = f'name: Gull Island\ntype: island\nbody: {long} [@gazette "both delegations said"]\n'
        return overlaid(BASE, {ISLAND: body.encode()})

    (sheet,) = compare(text("wind"), text("rain")).sheets
    assert sheet.statements
