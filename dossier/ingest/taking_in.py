"""One article into a dossier: what is written, and what is told of it.

Owns the order of the work and the choice of title, publisher, language and id. It changes nothing on a disk: the
files that are to be written are its result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath

from dossier import articles, edtf
from dossier.articles import Article, Found, Role
from dossier.citations import ID
from dossier.ingest.drafting import Drafts, draft
from dossier.ingest.issued import Issued, find_issued
from dossier.ingest.language import guess_language
from dossier.ingest.opening import opening
from dossier.ingest.quotations import is_writable
from dossier.ingest.reading import Reading, read_article
from dossier.ingest.received import Received, RefusedError, receive
from dossier.ingest.sheets import SourceSheet, write_drafts, write_source
from dossier.model import DRAFTS_FOLDER, Sheet
from dossier.model.reading import is_language_tag
from dossier.pipeline import Compiled, Files, check
from dossier.prose.tokens import is_safe_address

__all__ = ["Asked", "Ingested", "take_in"]

_FEW_WORDS, _FEW_LETTERS = 4, 10  # a heading of fewer is furniture of the page: "All news"
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """What the editor says of the article; each "" where nothing is said. `name` is the file's."""

    name: str = ""
    id: str = ""
    url: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Ingested:
    """The new files by their paths, and what was found in the text."""

    source: str
    title: str
    language: str
    issued: Issued
    reading: Reading
    drafts: Drafts
    files: Mapping[str, bytes]
    encoding: str = ""


def take_in(files: Files, compiled: Compiled, data: bytes, asked: Asked, today: date) -> Ingested:
    """Take an article into a dossier. Raises `RefusedError` where it cannot be, or where the editor has to say more."""
    _check_options(asked)
    _refuse_known(compiled, files, sha256(data).hexdigest())
    received = receive(data)
    _refuse_known(compiled, files, sha256(received.text).hexdigest())
    language = asked.language or _tag(received.about.language) or guess_language(received.text.decode())
    if not language:
        raise RefusedError(
            'the language of the text cannot be told. Add --language, such as "--language de".'
        )
    article = articles.read(received.text, language)
    if not isinstance(article, Article):
        raise RefusedError(f"its text cannot be held: {article.message}.")
    publisher = _clean(asked.publisher or received.about.publisher) or (
        article.dateline.agency if article.dateline else ""
    )
    if not publisher:
        raise RefusedError(
            'the text does not say who published it. Add --publisher, such as "--publisher TASS".'
        )
    issued = find_issued(article, asked.date, received.about.issued, today)
    title = _title(article, received)
    source = _id(asked, publisher, issued, title, compiled, files)
    reading = read_article(article, compiled.graph.names, issued.anchor)
    drafted = draft(article, reading, issued, compiled.dossier)
    sheet, held = _source(source, title, publisher, language, article, received, asked, today)
    made = {**held, f"content/sources/{source}.yml": write_source(sheet, issued).encode()}
    drafts = write_drafts(source, drafted.events, drafted.claims)
    if drafts:
        made[f"{DRAFTS_FOLDER}/{source}.yml"] = drafts.encode()
    _verify({**files, **made}, source, len(drafted.events) + len(drafted.claims))
    return Ingested(source, title, language, issued, reading, drafted, made, received.encoding)


def _check_options(asked: Asked) -> None:
    if asked.date:
        parsed = edtf.parse(asked.date)
        if isinstance(parsed, edtf.Fault):
            raise RefusedError(f"--date: {parsed.message}. {parsed.hint[:1].upper()}{parsed.hint[1:]}.")
    if asked.language and not is_language_tag(asked.language):
        raise RefusedError(
            f'--language: "{asked.language}" is not a language tag. Write one such as en, ru or ja.'
        )
    if asked.url and not (is_safe_address(asked.url) and is_writable(asked.url)):
        raise RefusedError(f'--url: "{asked.url}" is not a web address. Write it in full, from https:// on.')
    if asked.id and not ID.fullmatch(asked.id):
        raise RefusedError(
            f'--id: "{asked.id}" cannot be an id: lower-case letters a-z and digits, with single hyphens between.'
        )


def _refuse_known(compiled: Compiled, files: Files, digest: str) -> None:
    """Refuse what the dossier holds already, as the text of a source or as the file it was taken out of."""
    for sheet in compiled.dossier.sheets.values():
        if sheet.is_source:
            held = [sheet.text("sha256"), sheet.text("received_sha256")]
            held += [
                sha256(files[path]).hexdigest()
                for name in ("text", "received")
                if (path := sheet.text(name)) in files
            ]
            if digest in held:
                raise RefusedError(
                    f'the dossier holds this already: it is the source "{sheet.id}" ({sheet.path}).'
                )


def _tag(language: str) -> str:
    """The language that a file says it is in, if it is a tag, without the country."""
    return (
        language.partition("-")[0].partition("_")[0].lower()
        if is_language_tag(language.replace("_", "-"))
        else ""
    )


def _clean(words: str) -> str:
    """Words of a file that a sheet can hold on one line; "" where it cannot."""
    shown = articles.display(words)[:_LONGEST_TITLE].strip()
    return shown if is_writable(shown) else ""


def _title(article: Article, received: Received) -> str:
    """The title that the file states, else the first heading that is long enough for one, else how the text begins."""
    stated = _clean(received.about.title)
    headings = [unit.text for unit in article.sentences if unit.role is Role.HEADING]
    long = [text for text in headings if len(text.split()) >= _FEW_WORDS or _is_spaceless(text)]
    first = [unit.text for unit in article.sentences if unit.role is not Role.DATELINE]
    found = stated if received.suffix != "pdf" or stated in headings else ""
    return (
        found
        or next((clean for text in (*long[:1], *headings[:1], *first[:1]) if (clean := _clean(text))), "")
        or "Untitled"
    )


def _is_spaceless(text: str) -> bool:
    return " " not in text and len(text) >= _FEW_LETTERS


def _id(asked: Asked, publisher: str, issued: Issued, title: str, compiled: Compiled, files: Files) -> str:
    taken = {*compiled.dossier.sheets, *compiled.dossier.unreadable}
    taken |= {
        PurePosixPath(path).stem.partition(".")[0]
        for path in files
        if path.startswith(("seeds/", DRAFTS_FOLDER))
    }
    if asked.id:
        if asked.id in taken:
            raise RefusedError(f'--id: "{asked.id}" is taken already. Choose another.')
        return asked.id
    day = issued.edtf.rstrip("?~%")
    who = _slug(publisher) or _slug(PurePosixPath(asked.name).stem) or "source"
    when = day if re.fullmatch(r"[\d-]+", day) else _slug(title)
    wanted = f"{who}-{when}"[:80].strip("-")
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))[:40].strip("-")


def _source(
    source: str,
    title: str,
    publisher: str,
    language: str,
    article: Article,
    received: Received,
    asked: Asked,
    today: date,
) -> tuple[SourceSheet, dict[str, bytes]]:
    """The sheet of the source, and the files in `seeds/` that it names."""
    text = f"seeds/{source}.txt"
    held = {text: received.text}
    original, digest = "", ""
    if received.original is not None:
        original, digest = f"seeds/{source}.{received.suffix}", sha256(received.original).hexdigest()
        held[original] = received.original
    url = asked.url or (received.about.url if is_writable(received.about.url) else "")
    line = opening(article)
    is_page = received.suffix in ("html", "mhtml")
    sheet = SourceSheet(
        type="article-newspaper" if line or is_page else "report" if received.suffix == "pdf" else "article",
        title=title,
        author=_clean(received.about.author),
        publisher=publisher,
        place=_clean(line.place) if line else "",
        url=url,
        accessed=today.isoformat() if url else "",
        language=language,
        reliability="agency" if line and line.agency else "press",
        text=text,
        sha256=article.sha256,
        received=original,
        received_sha256=digest,
    )
    return sheet, held


def _verify(files: Files, source: str, count: int) -> None:
    """Look at what would be written as `dossier check` will: every draft is read, and every quotation found."""
    compiled = check(files)
    sheet: Sheet | None = compiled.dossier.sheets.get(source)
    items = [
        item
        for draft in compiled.dossier.drafts
        if draft.source and draft.source.id == source
        for item in draft.items
    ]
    stated = [item.event or item.claim for item in items]
    cites = [cite for each in stated if each for cite in each.cites]
    evidence = compiled.graph.finder.evidence(tuple(cites))
    exact = all(isinstance(each.outcome, Found) for each in evidence)
    if sheet is None or len(items) != count or len(cites) != count or not exact:
        raise RefusedError(
            "its words cannot be written down so that they read back alike. Take it in as plain text."
        )
