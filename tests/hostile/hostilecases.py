"""Inputs nobody wrote in good faith, by name: files to be laid over a small dossier without a fault."""
# ruff: noqa: E501 - these are sheets, not code

from __future__ import annotations

from hashlib import sha256

__all__ = ["BASE", "BYTES", "CASES", "source"]

Files = dict[str, bytes]

BASE: Files = {
    "content/briefing.yml": b"""title: Rain
as_of: 1924
updated: 1924
sections:
  - title: The statement
    body: 'It rained. [@diary "It rained all day"] [inferred: On [[rock]].]'
""",
    "content/islands/rock.yml": b"name: Rock\ntype: island\nsummary: 'Wet. [[rock]] [@diary \"It rained all day\"]'\n",
    "seeds/diary.txt": b"It rained all day. Nobody came to the rock.\n",
}
_SOURCE = "type: book\ntitle: {title}\npublisher: P\nlanguage: en\nreliability: press\n{more}"


def source(title: str, text: bytes | None = None, more: str = "") -> bytes:
    """The sheet of a source; with a text, one that holds it as `seeds/<title>.txt`."""
    held = f"text: seeds/{title}.txt\nsha256: {sha256(text).hexdigest()}\n" if text is not None else ""
    return _SOURCE.format(title=title, more=held + more).encode()


BASE["content/sources/diary.yml"] = source("diary", BASE["seeds/diary.txt"])
BASE["content/briefing.yml"] = BASE["content/briefing.yml"].replace(
    b"[inferred: On [[rock]].]", b"See [[rock]]."
)


def _island(rest: str, name: str = "Rock") -> bytes:
    return f"name: {name}\ntype: island\n{rest}".encode()


def _over(folder: str, sheets: dict[str, bytes]) -> Files:
    return {f"content/{folder}/{name}": data for name, data in sheets.items()}


def _text(name: str, text: bytes) -> Files:
    more = f"summary: 'x [@{name} \"It rained all day\"]'\n"
    return {f"seeds/{name}.txt": text, f"content/sources/{name}.yml": source(name, text, more)}


_KIND = "label: Boat\nplural: Boats\n"
_SCRIPT = "'x\"><script>alert(1)</script>'"

CASES: dict[str, Files] = {
    "ids that are none": _over(
        "islands",
        {f"{name}.yml": _island("") for name in ("index", "-", "-a", "A", "a_b", "a--b", "é", "ａ", "a b", "x'", "٣")},
    ),
    "ids of devices, numbers and 240 letters": _over(
        "islands", {f"{name}.yml": _island("", name) for name in ("con", "nul", "1", "0x1", "null", "true", "a" * 240)}
    ),
    "an id twice": {"content/actors/rock.yml": b"name: R\ntype: state\n"},
    "the id of the briefing": _over("islands", {"briefing.yml": _island("", "B")}),
    "empty files": {
        **_over("islands", {"a.yml": b"", "b.yml": b"\n \n", "c.yml": b"# c\n", "d.yml": b"---\n", "e.yml": b"{}"}),
        **_over("kinds", {"k.yml": b"", "l.yml": b"- x\n", "m.yml": b"x\n"}),
        "content/pages/a.md": b"",
        "content/geo/a.geojson": b"",
        "seeds/a.txt": b"",
    },
    "a folder named like a sheet": {"content/islands/x.yml/y.yml": _island("")},
    "files where none belong": {
        "content/x.md": b"x",
        "content/islands/x.yaml": _island(""),
        "content/islands/x.txt": b"x",
        "content/nowhere/x.yml": _island(""),
        "seeds/deep/er/x.txt": b"x",
        "content/pages/x.html": b"<script>alert(1)</script>",
        "content/kinds/x.json": b"{}",
        "content/geo/x.md": b"x",
    },
    "every shape where another belongs": {
        "content/islands/rock.yml": b"name: [x]\ntype: {a: b}\nfacts: {area: [[1], {value: [1]}, 2, {}], population: x}\n"
        b"relations: [a]\nclaims: {a: b}\nnames: x\naliases: {a: b}\nsummary: [x]\nformerly: {a: [b]}\nbody: {}\n",
        "content/actors/a.yml": b"name: A\ntype: person\nrelations: {holds_office: [x, [y], {}, {to: [a]}]}\nnames: {en: {a: b}}\n",
        "content/events/e.yml": b"name: E\ndate: [1]\nstatus: {}\nactors: [[a], {b: c}, '']\ncite: [[x], {a: b}, '', {source: []}]\n",
    },
    "an empty briefing": {"content/briefing.yml": b""},
    "a briefing that is a list": {"content/briefing.yml": b"- a\n- b\n"},
    "a briefing that is a word": {"content/briefing.yml": b"briefing\n"},
    "a briefing without its days": {"content/briefing.yml": b"title: x\n"},
    "a briefing of wrong shapes": {
        "content/briefing.yml": b"title: [x]\nas_of: {a: b}\nupdated: []\nsections: [x, [y], {title: t}, {body: b}, {}]\n"
    },
    "a circle of parts": _over(
        "islands",
        {
            "a.yml": _island("relations: {part_of: {to: b, cite: {inferred: x}}}\n", "A"),
            "b.yml": _island("relations: {part_of: {to: a, cite: {inferred: x}}}\n", "B"),
            "c.yml": _island("relations: {part_of: {to: c, cite: {inferred: x}}}\nsummary: '[[c]] [inferred: x]'\n", "C"),
        },
    ),
    "a circle of events": _over(
        "events",
        {
            "a.yml": b"name: A\ndate: 1900\nstatus: planned\noutcome: b\npart_of: [a, b]\ncite: {inferred: x}\n",
            "b.yml": b"name: B\ndate: 1901\nstatus: planned\noutcome: [a, b]\npart_of: a\ncite: {inferred: x}\n",
        },
    ),
    "a circle of sources": _over(
        "sources",
        {
            "a.yml": source("A", more="based_on: b\nsummary: 'x [@b]'\n"),
            "b.yml": source("B", more="based_on: [a, b]\nsummary: 'x [@a]'\n"),
        },
    ),
    "an island that cites itself": {"content/islands/rock.yml": _island('summary: x [@rock "It rained all"]\n')},
    "a source that cites itself": _over("sources", {"own.yml": source("Own", more="summary: 'x [@own]'\n")}),
    "former ids that are taken": {
        "content/islands/rock.yml": _island("formerly: [rock, old, old, index, diary]\n"),
        "content/islands/reef.yml": _island("formerly: [old, rock]\n"),
    },
    "former ids that lead elsewhere": {
        "content/islands/rock.yml": _island('formerly: ["../../evil", /etc/passwd, a/b, "..", ".", a.md, "", "a\\nb"]\n')
    },
    "shapes that are none": _over(
        "geo",
        {
            "a.geojson": b"{{{",
            "b.geojson": b"[1e999, NaN]",
            "c.geojson": b'{"type":"FeatureCollection","features":[null, 3, {"id": {"a":1}}, {"id":[]}, {}]}',
            "d.geojson": b"[" * 100_000,
            "e.geojson": b'{"features": {"a":1}}',
            "f.geojson": b'{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point",'
            b'"coordinates":[NaN,1e400]}},{"type":"Feature","id":"a"}]}',
            "g.geojson": b"\xff\xfe\x00",
            "h.geojson": b'{"id": ' + b"9" * 5000 + b"}",
            "i.geojson": b'"' + "\ud800".encode("utf-8", "surrogatepass") + b'"',
            "j.geojson": b'{"type":"FeatureCollection","features":[{"type":"Feature","id":"../../x\\u0000<script>"}]}',
        },
    ),
    "pages that are none": {
        "content/pages/a.md": b"---\ntitle: x\n---\n# T\n\nx\n",
        "content/pages/b.md": b"#",
        "content/pages/c.md": b"# \n\nx",
        "content/pages/d.md": b"\xff\xfe\x00",
        "content/pages/e.md": b"# E\n\n[x](javascript:alert(1)) ![y](data:text/html,x) [[nobody]] [@nobody] [[\n",
        "content/pages/sub/f.md": b"# F\n\nx\n",
        "content/pages/UP.md": b"# Up\n\nx\n",
    },
    "pages that would do more": {
        "content/pages/a.md": b"# T <script>alert(1)</script> {{ 7*7 }}\n\n<script>alert(1)</script> {% raw %} {{ config }}\n\n"
        b'--8<-- "mkdocs.yml"\n\n<div onclick=alert(1)>\n\n![x](x) {: onclick=alert(1) }\n\n///Footnotes Go Here///\n\n[TOC]\n\n'
        b"```\n<script>alert(1)</script>\n```\n\n    <script>alert(1)</script>\n\n[x]: javascript:alert(1)\n[^1]: x\n"
    },
    "texts that are none": {
        **_text("nul", b"It rained all day.\x00"),
        **_text("bytes", b"\xff\xfe\xfa"),
        **_text("empty", b""),
        **_text("blank", b"   \n \n"),
        **_text("huge", b"a" * (1024 * 1024 + 1)),
    },
    "a text outside seeds": _over(
        "sources",
        {
            f"s{n}.yml": source(f"S{n}", more=f"text: {path!r}\nsha256: {'0' * 64}\n")
            for n, path in enumerate(("content/briefing.yml", "/etc/passwd", "seeds/../mkdocs.yml", "seeds/", "../x"))
        },
    ),
    "kinds that reach out": {
        **_over(
            "kinds",
            {
                f"boat{n}.yml": _KIND.encode() + f"folder: {folder!r}\n".encode()
                for n, folder in enumerate(
                    ("../../../evil", ".", "..", "/tmp/evil", "actors", "pages", "geo", "a/b", "a](javascript:x) [b", "X y")
                )
            },
        ),
        "content/kinds/ship.yml": b"label: Ship\nplural: ../../evil\n",
    },
    "kinds whose names would be markup": {
        "content/kinds/boat.yml": f"{_KIND}facts: {{{_SCRIPT}: {{type: text}}}}\nfields: {{{_SCRIPT}: {{type: text}}}}\n"
        f"relations: {{{_SCRIPT}: {{label: x, reverse: y, to: [actor]}}}}\n".encode(),
        "content/boats/b.yml": f"name: B\n{_SCRIPT}: x\nfacts: {{{_SCRIPT}: {{value: x, cite: {{inferred: y}}}}}}\n".encode(),
    },
    "kinds whose labels would be markup": {
        "content/kinds/boat.yml": b"label: <b>\nplural: '<script>alert(1)</script>'\nfolder: boats\nabout: '{{ 7*7 }} <b>'\n"
        b"facts: {built: {type: date, label: '| <i>', event: <img src=x onerror=alert(1)>}}\n"
        b"relations: {of: {label: '</td><script>', reverse: '# <script>', to: [island]}}\n",
        "content/boats/b.yml": b"name: B\nfacts: {built: {value: 1900, cite: {inferred: y}}}\n"
        b"relations: {of: {to: rock, cite: {inferred: y}}}\nsummary: 'See [[b]] [inferred: y]'\n",
    },
    "kinds of wrong shapes": _over(
        "kinds",
        {
            "a.yml": b"label: [a]\nplural: {a: b}\nfields: [a, b]\nfacts: x\nrelations: {a: x, b: {to: {a: b}, label: [x]}}\n",
            "b.yml": b"extends: b\nlabel: B\nplural: Bs\n",
            "c.yml": b"extends: nobody\nlabel: C\nplural: Cs\nfields: {a: {type: colour}, b: {type: choice, choices: x}}\n",
            "event.yml": b"fields: {date: {type: number}, status: {type: text}}\n",
            "island.yml": b"extends: source\nrole: event\nfields: {name: {type: number}}\n",
            "source.yml": b"fields: {text: {type: number}, publish: {type: text}, issued: {type: url}}\n",
        },
    ),
    "values of every wrong type": {
        "content/islands/rock.yml": _island(
            "facts: {area: {value: 1e999, cite: diary}, population: {value: '٣', cite: diary}, coordinates: {value: '91, 0'},"
            " outline: ../../x, highest_point: {value: 9" + "9" * 400 + "}}\nnames: {'x\" onload=\"y': z, 'en ': a}\n"
        ),
        "content/events/e.yml": b"name: E\ndate: " + b"9" * 4301 + b"\nstatus: happened\ncite: {inferred: x}\n",
        "content/events/f.yml": b"name: F\ndate: 2019-02-30/..\nstatus: maybe\ncite: {inferred: x}\n",
        "content/actors/a.yml": b"name: A\ntype: person\nfacts: {website: {value: 'javascript:alert(1)', cite: diary},"
        b" established: {value: '[1..2..3]', cite: diary}}\n",
    },
    "5,000 unknown ids": {
        "content/events/e.yml": f"name: E\ndate: 1900\nstatus: happened\nactors: [{', '.join(f'n{i}' for i in range(5000))}]\n"
        "cite: {inferred: x}\n".encode()
    },
    "8,000 brackets": {"content/islands/rock.yml": _island(f"body: |\n  {'[' * 8000}\n  {'[@a' * 8000} [inferred: x]\n")},
    "5,000 marks": {"content/islands/rock.yml": _island(f"body: |\n  {'*a **b _c `d ' * 1250} [inferred: x]\n")},
    "lists in lists": {
        "content/islands/rock.yml": _island("body: |\n" + "".join(f"  {'  ' * i}- x [inferred: y]\n" for i in range(300)))
    },
}  # fmt: skip

BYTES: dict[str, bytes] = {
    "an archive": b"PK\x03\x04" + bytes(range(256)) * 8,
    "UTF-16": "name: Rock\n".encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbfname: Rock\n",
    "half a letter": b"name: Rock\xc3\n",
    "a surrogate": b"name: \xed\xa0\x80\n",
    "NUL": b"name: a\x00b\n",
    "controls": b"name: \x1b[2J\x07\x08\x7f\n",
    "brackets without end": b"[" * 25_000,
    "braces without end": b"{a: " * 25_000,
    "depth in blocks": b"".join(b" " * i + b"a:\n" for i in range(500)),
    "dashes": b"- " * 50_000,
    "quotes without end": b'a: "' + b"x" * 100_000,
    "one long line": b"a" * 200_000,
    "too large": b"name: x\n" * 40_000,
    "many keys": b"".join(b"k%d: v\n" % i for i in range(20_000)),
    "one key over and over": b"name: x\n" * 10_000,
    "bombs of aliases": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n<<: *b\n",
    "tags": b"name: !!python/object/apply:os.system ['touch evil']\n",
    "directives": b"%YAML 9.9\n%TAG ! tag:x,2000:\n---\nname: x\n",
    "documents": b"---\n---\n--- x\n...\n",
    "comments": b"#" * 200_000,
    "blanks": b" " * 200_000,
    "line ends": b"\r" * 10_000 + b"\r\n" * 10_000,
    "marks on one letter": b"name: a" + "\u0301".encode() * 50_000,
    "questions": b"? " * 20_000,
    "colons": b": " * 20_000,
    "escapes": b'name: "' + b"\\ud800\\x00\\U0010FFFF\\u202e" * 500 + b'"\n',
}
