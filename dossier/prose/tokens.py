"""The bracketed things in prose: links to sheets, links to the web, citations.

Owns their grammar and the findings on their form. Each is lifted out of the text and leaves one character of Unicode's
private use area behind, which no checked text can contain; so Markdown never sees inside a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from urllib.parse import urlsplit

from dossier.citations import ID, Citation, Cite, Inference, Place, Reference
from dossier.diagnostics import Diagnostic, Edit, Finding, Rule, Span, rule
from dossier.prose.values import Cited, Inline, Text, WebLink, WikiLink
from dossier.strict_yaml import Scalar

__all__ = ["RULES", "URL_SCHEMES", "Lifted", "bad_address", "is_safe_address", "lift"]

URL_SCHEMES = ("http", "https", "mailto")

# Lengths are capped so that a text of nothing but openings costs linear time.
_TOKEN = re.compile(
    r"""
    \[\[ (?P<link> [^\[\]\n]{0,200} ) \]\]
  | \[ (?P<inferred> inferred: [^\[\]]{0,2000} ) \]
  | \[ (?P<cites> @ (?: "(?:[^"\\]|\\.){0,2000}" | “[^“”]{0,2000}” | [^\[\]"“”] ){0,4000} ) \]
  | \[ (?P<words> [^\[\]\n]{1,500} ) \] \( (?P<url> [^\s()<>]{1,2000} (?: \([^\s()<>]{0,200}\) [^\s()<>]{0,200} )? ) \)
  | (?P<broken> \[\[ | \[@ | \[inferred: | ［［ | [［【（(]@(?=[\w-]+\ *["“「«［】］)）]) )
    """,
    re.VERBOSE | re.DOTALL,
)
_CITE = re.compile(
    r"""
    \s* @ (?P<source> [^\s;,"“”]+ )
    (?: \s+ (?: "(?P<straight>(?:[^"\\]|\\.)*)" | “(?P<curly>[^“”]*)” ) )?
    \s*+ ,?+ (?P<locator> [^;"“”]*+ ) (?: ; | $ )
    """,
    re.VERBOSE | re.DOTALL,
)
_MOST_BROKEN = 20  # in a value: each costs a look at the rest of it, and one is enough to stop the build
_PRIVATE = 0xF0000  # first of 65,533 characters of Supplementary Private Use Area-A
_PRIVATE_COUNT = 0xFFFD
_PLACEHOLDER = re.compile("[\U000f0000-\U000ffffc]")


@rule()
def malformed_reference(span: Span, found: str, remedy: tuple[Edit, ...] = ()) -> Finding:
    """Square brackets open a link or a citation that is not well formed.

    Bad:

        Promised in [[joint-declaration-1956]. [@tass-2019-02-25 Japan laid claims]

    Good:

        Promised in [[joint-declaration-1956]]. [@tass-2019-02-25 "Japan laid claims"]
    """
    return Finding(
        span,
        f"{found} is not well formed",
        'Write a link as [[id]] or [[id|words]], a citation as [@source "exact words"]; '
        "where the words hold straight double quotes, put the curly ones “ ” around them.",
        remedy=remedy,
    )


@rule()
def bad_address(span: Span, address: str) -> Finding:
    """An address is not one that readers can be sent to: only http, https and mailto are published.

    Bad:

        [the text](javascript:alert(1))
        url: www.example.org/page

    Good:

        [the text](https://www.example.org/page)
        url: https://www.example.org/page
    """
    return Finding(
        span,
        f'"{address[:60]}" is not a web address',
        "Write it in full, from https:// on; to lead to a page of this dossier write [[id]].",
    )


class Lifted:
    """A text whose bracketed things stand aside: `text` holds a placeholder for each, `inlines` gives them back."""

    def __init__(self, scalar: Scalar, report: list[Diagnostic]) -> None:
        self._tokens: list[Inline] = []
        self._places: list[int] = []  # where the placeholder of each token stands in `text`
        self._grown = [0]  # how much shorter `text` is than the value, before each of them and at the end
        self.text = "".join(self._pieces(scalar, report))

    def _pieces(self, scalar: Scalar, report: list[Diagnostic]) -> Iterator[str]:
        end = 0
        for match in _tokens(scalar.value):
            inline = _read(match, scalar, report)
            if inline is None or len(self._tokens) >= _PRIVATE_COUNT:
                continue
            yield scalar.value[end : match.start()]
            yield chr(_PRIVATE + len(self._tokens))
            end = match.end()
            self._tokens.append(inline)
            self._places.append(match.start() - self._grown[-1])
            self._grown.append(self._grown[-1] + len(match[0]) - 1)
        yield scalar.value[end:]

    def inlines(self, text: str) -> Iterator[Inline]:
        """Cut a piece of `text` at its placeholders into words and the things that stood there."""
        end = 0
        for match in _PLACEHOLDER.finditer(text):
            if match.start() > end:
                yield Text(text[end : match.start()])
            yield self._tokens[ord(match[0]) - _PRIVATE]
            end = match.end()
        if end < len(text):
            yield Text(text[end:])

    def original(self, offset: int) -> int:
        """The offset in the value as written, for an offset in `text`."""
        return offset + self._grown[bisect_left(self._places, offset)]


def _tokens(text: str) -> Iterator[re.Match[str]]:
    broken = 0
    for match in _TOKEN.finditer(text):
        yield match
        broken += match["broken"] is not None
        if broken == _MOST_BROKEN:
            return


def lift(scalar: Scalar, report: list[Diagnostic]) -> Lifted:
    """Lift the links and citations out of a value; what is not well formed goes to the report."""
    return Lifted(scalar, report)


def is_safe_address(address: str) -> bool:
    """Whether an address may be published: absolute, of a scheme readers can follow, and not malformed."""
    try:
        parts = urlsplit(address)
        has_port = parts.port is not None  # asking for one that is no number raises
    except ValueError:
        return False
    if not address.isprintable() or " " in address or (has_port and not parts.hostname):
        return False
    return parts.scheme in URL_SCHEMES and bool(parts.netloc or (parts.scheme == "mailto" and parts.path))


def _read(match: re.Match[str], scalar: Scalar, report: list[Diagnostic]) -> Inline | None:
    if match["link"] is not None:
        return _wiki_link(match, scalar, report)
    if match["inferred"] is not None:
        return _inferred(match, scalar, report)
    if match["cites"] is not None:
        return _cited(match, scalar, report)
    if match["url"] is not None:
        return _web_link(match, scalar, report)
    report.append(malformed_reference(scalar.span_of(*match.span()), f'"{match["broken"]}"'))
    return None


def _wiki_link(match: re.Match[str], scalar: Scalar, report: list[Diagnostic]) -> WikiLink | None:
    target, bar, words = match["link"].partition("|")
    start = match.start("link")
    place = Place(scalar, start, start + len(target))
    if not target.strip() or (bar and not words.strip()):
        report.append(malformed_reference(place.span, f'"{match[0]}"'))
        return None
    return WikiLink(Reference(target.strip(), place), words.strip())


def _inferred(match: re.Match[str], scalar: Scalar, report: list[Diagnostic]) -> Cited | None:
    place = Place(scalar, match.start(), match.end())
    why = match["inferred"].removeprefix("inferred:").strip()
    if not why:
        report.append(malformed_reference(place.span, f'"{match[0]}"'))
        return None
    return Cited((Inference(why, place),), place)


def _web_link(match: re.Match[str], scalar: Scalar, report: list[Diagnostic]) -> WebLink | None:
    if is_safe_address(match["url"]):
        return WebLink(match["words"], match["url"])
    report.append(bad_address(scalar.span_of(*match.span("url")), match["url"]))
    return None


def _cited(match: re.Match[str], scalar: Scalar, report: list[Diagnostic]) -> Cited | None:
    text, base = match["cites"], match.start("cites")
    cites: list[Cite] = []
    position = 0
    while position < len(text):
        part = _CITE.match(text, position)
        if part is None or not ID.fullmatch(part["source"]):
            remedy = _in_small_letters(part, scalar, base) if part else ()
            report.append(malformed_reference(scalar.span_of(*match.span()), "this citation", remedy))
            return None
        cites.append(_citation(part, scalar, base))
        position = part.end()
    return Cited(tuple(cites), Place(scalar, match.start(), match.end()))


def _in_small_letters(part: re.Match[str], scalar: Scalar, base: int) -> tuple[Edit, ...]:
    """The id of the source as all ids are, where that is all that is wrong with it."""
    start, end = (base + at for at in part.span("source"))
    small = part["source"].lower()
    is_written_so = scalar.written(start, end) == part["source"]
    return (Edit(scalar.span_of(start, end), small),) if ID.fullmatch(small) and is_written_so else ()


def _citation(part: re.Match[str], scalar: Scalar, base: int) -> Citation:
    group = "straight" if part["straight"] is not None else "curly"
    quote = part[group] or ""
    start, end = part.span(group)
    source_start, source_end = part.span("source")
    return Citation(
        source=Reference(part["source"], Place(scalar, base + source_start, base + source_end)),
        quote=re.sub(r"\\(.)", r"\1", quote) if group == "straight" else quote,
        quote_place=Place(scalar, base + start, base + end) if quote else None,
        locator=(part["locator"] or "").strip(),
    )


RULES: tuple[Rule[...], ...] = (malformed_reference, bad_address)
