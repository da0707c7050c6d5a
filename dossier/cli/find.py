"""`dossier find`: sentences of held sources that hold some words, each as a citation to paste into a sheet."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from dossier import disk
from dossier.articles import Article
from dossier.articles.quotable import Quotation, alone, beside
from dossier.articles.searching import Hit, nearest, search, terms
from dossier.cli import options
from dossier.cli.progress import progress
from dossier.cli.running import FINDINGS, or_exit, say, uncollected
from dossier.diagnostics.formats.visible import visible
from dossier.model import Dossier, assemble
from dossier.suggestions import did_you_mean

__all__ = ["cited_in_field", "cited_in_text", "command"]

_SPECIAL = re.compile(r'["\\]')


@click.command(
    "find",
    epilog="""\b
Examples:
  dossier find peace treaty
  dossier find "handed over" --source tass-2019-02-25""",
)
@click.argument("words", nargs=-1, required=True)
@click.option("--source", metavar="ID", help="Look in this source only.")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(min=1), help="Show so many sentences."
)
@options.folder_option
def command(words: tuple[str, ...], source: str | None, limit: int, folder: Path) -> None:
    """Find sentences of held sources, and print each as a citation to paste into a sheet.

    A sentence must hold all the WORDS, in any order, case or form. Where none does, those that come nearest are shown.
    The line that begins with "cite:" goes into a field, the one in square brackets to the end of a paragraph.
    """
    wanted = terms(" ".join(words))
    if not wanted:
        raise click.UsageError("there is no word to look for, only signs.")
    with progress("Searching"), uncollected():
        files, _ = or_exit(lambda: disk.read(folder))
        dossier, _ = assemble(files)
        articles = _held(dossier, source)
        hits = search(articles, wanted)
        near = [] if hits else nearest(articles, wanted)
    for hit in (hits or near)[:limit]:
        click.echo("\n".join(_shown(hit, dossier, articles[hit.source])) + "\n")
    say(_summary(len(hits), len(near), limit, len(articles)))
    if not hits:
        sys.exit(FINDINGS)


def _held(dossier: Dossier, source: str | None) -> Mapping[str, Article]:
    """The texts that are held, or the one of a source. Raises `UsageError` where it has none."""
    held = {name: article for name, article in dossier.articles.items() if isinstance(article, Article)}
    if source is None:
        return held
    if source in held:
        return {source: held[source]}
    if source in dossier.sheets:
        raise click.UsageError(f'of "{source}" no text is held here.')
    raise click.UsageError(f'there is no source "{source}". {did_you_mean(source, held)}'.rstrip())


def _shown(hit: Hit, dossier: Dossier, article: Article) -> Iterator[str]:
    """The source, the sentence, and the citation in the two forms in which sheets hold one."""
    yield visible(f"{hit.source}, sentence {hit.sentence.number} · {dossier.sheets[hit.source].name}")
    quotation, plain = beside(article, hit.start, hit.end), alone(article, hit.start, hit.end)
    if not quotation or quotation.quote != hit.sentence.text:
        yield f"  {visible(hit.sentence.text)}"
    if quotation:
        yield f"  {cited_in_field(hit.source, quotation)}"
    if plain:
        yield f"  {cited_in_text(hit.source, plain.quote)}"
    if not (quotation or plain):
        yield "  (It cannot be quoted: nothing tells it from its like.)"


def cited_in_field(source: str, quotation: Quotation) -> str:
    """A citation as `cite:` holds it. Every JSON string is one of YAML."""
    parts = {name: text for name, text in quotation._asdict().items() if text}
    words = "".join(f", {name}: {json.dumps(text, ensure_ascii=False)}" for name, text in parts.items())
    return f"cite: {{source: {source}{words}}}"


def cited_in_text(source: str, quote: str) -> str:
    """A citation as prose holds it."""
    escaped = _SPECIAL.sub(r"\\\g<0>", quote)
    return f'[@{source} "{escaped}"]'


def _summary(found: int, near: int, limit: int, texts: int) -> str:
    if not texts:
        return "No text of a source is held here."
    if not found and not near:
        return "No sentence holds these words, or anything like them."
    rest = f"; --limit {found or near} shows all" if (found or near) > limit else ""
    if not found:
        return f"No sentence holds all these words. These come nearest{rest}."
    return (
        f"{min(found, limit)} of {found} sentences{rest}."
        if rest
        else f"{found} sentence{'s' * (found > 1)}."
    )
