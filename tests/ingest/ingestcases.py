"""Articles about an invented strait, a dossier that knows its people, and how to take the one into the other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from dossiers import tree

from dossier import disk
from dossier.ingest import Asked, Ingested, take_in
from dossier.pipeline import check

__all__ = ["ARTICLES", "ENGLISH", "JAPANESE", "RUSSIAN", "STRAIT", "TODAY", "taken", "without_the_seed"]

ROOT = Path(__file__).parents[2]
ARTICLES = Path(__file__).parent / "articles"
TODAY = date(2021, 6, 1)

STRAIT = tree(
    """
    content/actors/northland.yml
      name: Northland
      names: {ru: Северия, ja: 北国}
      type: state
    content/actors/ivar-holm.yml
      name: Ivar Holm
      names: {ru: Ивар Холм, ja: イーヴァル・ホルム}
      aliases: [Holm, ホルム]
      type: person
    content/treaties/ferry-treaty.yml
      name: Ferry Treaty
      aliases: [Treaty of Ferry Harbour]
      type: treaty
    content/sources/almanac.yml
      type: book
      title: An Almanac
      publisher: The Office
      language: en
      reliability: reference
    content/briefing.yml
      title: The strait
      description: A strait and a ferry.
      as_of: 2020-03-12
      updated: 2021-12
      sections:
        - title: Bottom line
          body: |
            [[northland]] talks: [[ivar-holm]] on the [[ferry-treaty]]. [@almanac]
    """
)

ENGLISH = """\
Ministers of the strait to meet in March

NORTHPORT, March 12. /HARBOUR/. The foreign ministers of Northland and Southland will meet on March 20, Northland \
Foreign Minister Ivar Holm said on Thursday.

"We will sign the memorandum next week," Holm told reporters. The two last met in December.

Southland President Mara Lind said last Friday that the 1987 Treaty of Ferry Harbour remained in force.

In 1987 the two states ended a dispute. On October 4, their delegations signed a first paper. Trade was left out \
until 1994.

Their embassies were opened on May 3, 2018, and in June 2019 the ferry returned.
"""

RUSSIAN = """\
Главы внешнеполитических ведомств встретятся в марте

СЕВЕРСК, 12 мар — ТАСС. Министр иностранных дел Ивар Холм заявил в четверг, что встреча с министром Южии Марой \
Линдовой состоится 20 марта.

Стороны подпишут меморандум на следующей неделе. В последний раз министры встречались в декабре прошлого года.

В 1987 году страны завершили спор. 4 октября делегации подписали первый документ. Посольства открылись 3 мая 2019 года.
"""

JAPANESE = """\
北国と南国の外相、20日に会談へ

【北港共同】北国のホルム外相は12日、南国のリンド外相と20日に北港で会談する予定だと述べた。両氏は昨年12月にも会談している。

マラ・リンド氏は先月14日の記者会見で「来週にも覚書に署名したい」と語った。

両国は1987年10月4日に条約に署名した。平成31年2月に航路が再開された。
"""


def taken(
    text: str | bytes, *, date: str = "", publisher: str = "The Harbour Post", **asked: str
) -> Ingested:
    """An article, taken into the dossier of the strait."""
    data = text.encode() if isinstance(text, str) else text
    return take_in(STRAIT, check(STRAIT), data, Asked(date=date, publisher=publisher, **asked), TODAY)


def without_the_seed() -> dict[str, bytes]:
    """The dossier of this repository without its source, and without all that is said: it knows the names alone."""
    files, _ = disk.read(ROOT)
    names = re.compile(rb"^(?:name|names|aliases|type):.*\n(?:(?:  |- ).*\n)*", re.MULTILINE)
    kept = {"content/briefing.yml": STRAIT["content/briefing.yml"], **{p: STRAIT[p] for p in STRAIT}}
    for path, data in files.items():
        if path.split("/")[1] in ("actors", "treaties", "islands"):
            kept[path] = b"".join(names.findall(data))
    return kept
