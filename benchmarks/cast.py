"""The twenty sheets of one group of islands. Owns who is in it, what each is called, and what the report says of each.

A `$word` stands for a value of the group: `$a`, `$b` and `$c` are its islands, `$g` the group; `$board_a` is the id of
the sheet with that key and `$board_a_name` its name; `$near_…` is the same in the neighbouring group.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["CAST", "Member"]


@dataclass(frozen=True, slots=True)
class Member:
    """One sheet: its key, folder and template, its name in three scripts, its sentence in the report, and more."""

    key: str
    folder: str
    template: str
    name: str
    ru: str = ""
    ja: str = ""
    said: str = ""
    own: dict[str, str] = field(default_factory=dict)


CAST = (
    Member(
        "board_a", "actors", "board", "$a Harbour Board", "Портовый совет $a_ru", "$a_ja港湾局",
        "The $board_a_name opened the new pier of $a to ships of every length",
        {"island": "$a", "other": "$board_b"},
    ),
    Member(
        "board_b", "actors", "board", "$b Harbour Board", "Портовый совет $b_ru", "$b_ja港湾局",
        "For the $board_b_name the light of $b came before everything else",
        {"island": "$b", "other": "$board_a"},
    ),
    Member(
        "company", "actors", "company", "$g Ferry Company", "Паромная компания $g_ru", "$g_ja汽船会社",
        "A second ship of the $company_name has sailed between the islands since the spring",
        {"island": "$c", "other": "$board_b"},
    ),
    Member(
        "chair", "actors", "person", "$p_given $p", "$p_ru", "$p_ja",
        "The dues are settled, said $chair_name, who chairs the board of $a",
        {"role": "Chair", "island": "$a", "board": "$board_a", "other": "$secretary"},
    ),
    Member(
        "secretary", "actors", "person", "$q_given $q", "$q_ru", "$q_ja",
        "The books were kept by $secretary_name, secretary of the board of $b",
        {"role": "Secretary", "island": "$b", "board": "$board_b", "other": "$chair"},
    ),
    Member(
        "agreement", "treaties", "document", "$a–$b Ferry Agreement", "Паромное соглашение $a_ru — $b_ru",
        "$a_ja・$b_ja航路協定",
        "The $agreement_name promises a crossing on every day of the year",
        {"short": "Ferry Agreement of $a", "type": "agreement", "matter": "daily crossings", "island": "$a",
         "board": "$board_a", "other": "$board_b", "place": "$island_a"},
    ),
    Member(
        "declaration", "treaties", "document", "$g Lights Declaration", "Декларация о маяках $g_ru",
        "$g_ja灯台宣言",
        "In the $declaration_name all boards said that no lamp would be put out without notice",
        {"short": "Lights Declaration of $g", "type": "declaration", "matter": "lamps and bells", "island": "$c",
         "board": "$board_b", "other": "$company", "place": "$islands"},
    ),
    Member(
        "memorandum", "treaties", "document", "$b–$c Pilotage Memorandum", "Лоцманский меморандум $b_ru — $c_ru",
        "$b_ja・$c_ja水先覚書",
        "The $memorandum_name leaves the choice of a pilot to the ship",
        {"short": "Pilotage Memorandum of $c", "type": "memorandum", "matter": "pilots", "island": "$b",
         "board": "$company", "other": "$board_a", "place": "$island_c"},
    ),
    Member(
        "island_a", "islands", "island", "$a", "$a_ru", "$a_ja",
        "More people landed at $a in that summer than in the whole year before",
        {"board": "$board_a", "direction": "north", "opposite": "$b"},
    ),
    Member(
        "island_b", "islands", "island", "$b", "$b_ru", "$b_ja",
        "The light of $b has had a lamp of its own since the autumn",
        {"board": "$board_b", "direction": "south", "opposite": "$c"},
    ),
    Member(
        "island_c", "islands", "island", "$c", "$c_ru", "$c_ja",
        "Nobody at $c remembers a winter without ferries",
        {"board": "$company", "direction": "west", "opposite": "$a"},
    ),
    Member(
        "islands", "islands", "islands", "$g Islands", "Острова $g_ru", "$g_ja諸島",
        "The $islands_name are joined by one ferry and three lights",
        {"direction": "west", "board": "$board_a"},
    ),
    Member(
        "talks", "events", "event", "Talks in $a", "Переговоры в $a_ru", "$a_ja会談",
        "Both boards came to the $talks_name with a timetable of their own",
        {"what": "Talks on the timetable", "status": "happened", "island": "$a", "board": "$board_a",
         "person": "$chair", "document": "$agreement", "place": "$island_a"},
    ),
    Member(
        "signing", "events", "event", "Signing of the $a–$b Ferry Agreement", "Подписание соглашения $a_ru",
        "$a_ja航路協定調印",
        "The $signing_name took less than an hour",
        {"what": "The signing of the agreement", "status": "happened", "island": "$b", "board": "$board_b",
         "person": "$secretary", "document": "$agreement", "place": "$island_b"},
    ),
    Member(
        "adoption", "events", "event", "Adoption of the $g Lights Declaration", "Принятие декларации $g_ru",
        "$g_ja灯台宣言採択",
        "People stood on the quay through the $adoption_name and lit lanterns",
        {"what": "The adoption of the declaration", "status": "happened", "island": "$c", "board": "$board_a",
         "person": "$chair", "document": "$declaration", "place": "$islands"},
    ),
    Member(
        "inspection", "events", "event", "Inspection of the $c Light", "Осмотр маяка $c_ru", "$c_ja灯台検査",
        "The $inspection_name found the lamp clean and the stairs worn",
        {"what": "The yearly inspection", "status": "happened", "island": "$c", "board": "$board_b",
         "person": "$secretary", "document": "$memorandum", "place": "$island_c"},
    ),
    Member(
        "review", "events", "event", "Review Conference in $b", "Обзорная конференция в $b_ru", "$b_ja再検討会議",
        "What remains open is left to the $review_name",
        {"what": "A review of all three documents", "status": "planned", "date": "$planned", "island": "$b",
         "board": "$board_a", "person": "$secretary", "document": "$memorandum", "place": "$island_b"},
    ),
    Member(
        "report", "sources", "report", "$a and $b agree on a ferry for every day", said="Dues will be paid at the pier",
        own={"publisher": "$g Gazette", "person": "$p_given Reporter"},
    ),
    Member(
        "register", "sources", "register", "Register of the harbours of $g",
        own={"publisher": "Boards of $g"},
    ),
    Member(
        "yearbook", "sources", "yearbook", "Yearbook of the piers of $g",
        own={"publisher": "$g Press", "person": "$q_given Printer"},
    ),
)  # fmt: skip
