"""The datelines of several agencies, and sentences that only look like one."""

from __future__ import annotations

import pytest

from dossier.articles.datelines import Dateline, dateline


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("TOKYO, February 25. /TASS/. ", "TOKYO", "February 25", "TASS"),
        ("МОСКВА, 25 февраля. /ТАСС/. ", "МОСКВА", "25 февраля", "ТАСС"),
        ("МОСКВА, 25 фев — РИА Новости. ", "МОСКВА", "25 фев", "РИА Новости"),
        ("MOSCOW, Feb 25 (Reuters) - ", "MOSCOW", "Feb 25", "Reuters"),
        ("MOSCOW. Feb 25 (Interfax) - ", "MOSCOW", "Feb 25", "Interfax"),
        ("TOKYO, Feb. 25 (Jiji Press) — ", "TOKYO", "Feb. 25", "Jiji Press"),
        ("BEIJING, Feb. 25 (Xinhua) -- ", "BEIJING", "Feb. 25", "Xinhua"),
        ("TOKYO (AP) — ", "TOKYO", "", "AP"),
        ("SEOUL, South Korea (AP) — ", "SEOUL, South Korea", "", "AP"),
        ("UNITED NATIONS, 25 February 2019 (Reuters) – ", "UNITED NATIONS", "25 February 2019", "Reuters"),
        ("ST. PETERSBURG, May 5. /TASS/. ", "ST. PETERSBURG", "May 5", "TASS"),
        ("WASHINGTON, Feb. 25 — ", "WASHINGTON", "Feb. 25", ""),
        ("TOKYO,\u00a0February\r\n25.  /TASS/.  ", "TOKYO", "February 25", "TASS"),
        ("【モスクワ共同】", "モスクワ", "", "共同"),
        ("[東京 25日 ロイター] - ", "東京", "25日", "ロイター"),
    ],
)
def test_datelines(line: str, place: str, date: str, agency: str) -> None:
    assert dateline(line + "The text") == (len(line), Dateline(place, date, agency))


def test_a_dateline_in_a_line_of_its_own() -> None:
    assert dateline("TOKYO, February 25. /TASS/.") == (27, Dateline("TOKYO", "February 25", "TASS"))


@pytest.mark.parametrize(
    "line",
    [
        "The government of Japan works on the issue.",
        "NATO — the alliance — met.",
        "Abe (left) — who spoke first — left.",
        "Kono (Japan) — Lavrov (Russia)",
        "WHO (World Health Organization) — an agency of the UN",
        "U.S. Secretary of State (Pompeo) - A report",
        "TOKYO said on February 25 — again — that",
        "EU (27) — All states",
        "【解説】日本は",
        "[Sergey] Lavrov said",
        "",
    ],
)
def test_no_datelines(line: str) -> None:
    assert dateline(line) is None
