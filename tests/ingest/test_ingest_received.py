"""A file as somebody has it gives its text, whatever its form; a hostile one ends in a sentence."""

from __future__ import annotations

import random
import zlib
from email.message import EmailMessage
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingestcases import ARTICLES, ENGLISH, JAPANESE, RUSSIAN, taken

from dossier.ingest import LARGEST, RefusedError, extracting
from dossier.ingest.extracting import Taken, take_out
from dossier.ingest.received import receive

PAGE = (ARTICLES / "ferry.html").read_bytes()
PDF = (ARTICLES / "ferry.pdf").read_bytes()
LEAD = (
    "NORTHPORT, March 12. The foreign ministers of Northland and Southland will meet on March 20, Northland Foreign "
    "Minister Ivar Holm said on Thursday."
)


def test_text_in_utf8_is_kept_as_it_is() -> None:
    for data in (
        ENGLISH.encode(),
        ENGLISH.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + RUSSIAN.encode(),
    ):
        received = receive(data)
        assert (received.text, received.original) == (data, None)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN.replace("—", "-"), "koi8-r"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso2022_jp"),
        (JAPANESE, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH.replace('"We', "“We").replace('week,"', "week,”"), "cp1252"),
    ],
)
def test_other_encodings_are_read_and_the_bytes_kept(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    received = receive(data)
    assert received.text.decode() == text
    assert received.original == data
    assert received.encoding


def test_a_web_page_gives_its_article_and_what_it_says_of_itself() -> None:
    received = receive(PAGE)
    text = received.text.decode()
    assert LEAD in text
    assert "Subscribe" not in text
    assert "privacy" not in text
    assert (received.original, received.suffix) == (PAGE, "html")
    about = received.about
    assert (about.title, about.publisher, about.issued, about.language, about.url) == (
        "Ministers of the strait to meet",
        "The Harbour Post",
        "2020-03-12",
        "en-GB",
        "https://www.example.org/2020/03/ministers",
    )


def test_a_web_archive_is_a_web_page() -> None:
    message = EmailMessage()
    message["Subject"] = "Saved"
    message.set_content("a picture", subtype="plain")
    message.add_alternative(PAGE.decode(), subtype="html")
    received = receive(bytes(message))
    assert (received.text, received.suffix) == (receive(PAGE).text, "mhtml")


def test_a_pdf_of_three_pages_gives_whole_paragraphs_without_heads_and_feet() -> None:
    received = receive(PDF)
    paragraphs = received.text.decode().split("\n\n")
    assert paragraphs[:2] == ["Ministers of the strait to meet", LEAD]
    assert (
        "“We will sign the memorandum next week,” Holm told reporters. The two last met in December, when they spoke "
        "of the well-known question of the international ferry and of the self-governing harbours on both of its "
        "shores."
    ) in paragraphs
    assert "Page" not in received.text.decode()
    assert "The Harbour Post," not in received.text.decode()
    assert (received.original, received.suffix) == (PDF, "pdf")


@pytest.mark.parametrize("name", ["ferry.html", "ferry.pdf"])
def test_the_same_is_drafted_of_each_form(name: str) -> None:
    found = taken((ARTICLES / name).read_bytes(), date="2020-03-12")
    assert [event.date for event in found.drafts.events] == [
        "2020-03-20", "2020-03-12", "[2020-03-16..2020-03-22]", "2019-12", "1987", "2018-05-03", "2019-06",
    ]  # fmt: skip
    original = f"seeds/{found.source}.{name.partition('.')[2]}"
    sheet = found.files[f"content/sources/{found.source}.yml"].decode()
    assert f"received: {original}\nreceived_sha256: {sha256(found.files[original]).hexdigest()}\n" in sheet
    assert f"sha256: {sha256(found.files[f'seeds/{found.source}.txt']).hexdigest()}\n" in sheet


def test_what_pages_nest_is_no_matter() -> None:
    deep = "<html><body>" + "<div>" * 50_000 + "<p>They met.</p>"
    broken = (
        f'<html><script type="application/ld+json">{"[" * 50_000}</script><body><p>{LEAD}</p></body></html>'
    )
    with pytest.raises(RefusedError, match="no text was found"):
        receive(deep.encode())
    assert receive(broken.encode()).text.decode() == LEAD


def _scratched(seed: int) -> bytes:
    chance = random.Random(seed)  # the same file each time
    data = bytearray(PDF)
    for _ in range(500):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _endless() -> bytes:
    """A page whose text is far more than it looks: a few hundred kilobytes that hold gigabytes of commands."""
    body = zlib.compress(b"BT /F1 12 Tf (a) Tj ET " * 6_000_000, 9)
    head = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length %d/Filter/FlateDecode>>stream\n"
    )
    return head % len(body) + body + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    "data",
    [PDF[:3000], b"%PDF-1.7\n" + b"\x00\xff" * 1000, _scratched(1), b"%PDF-"],
    ids=["cut short", "noise", "scratched", "empty"],
)
def test_a_damaged_pdf_ends_in_a_sentence(data: bytes) -> None:
    with pytest.raises(RefusedError, match="damaged or protected"):
        receive(data)


def test_a_pdf_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "_SECONDS", 1)
    with pytest.raises(RefusedError, match=r"within 1 seconds|damaged or protected"):
        receive(_endless())


def test_what_the_reader_of_a_file_prints_is_not_believed() -> None:
    assert isinstance(take_out(b"", "pdf"), str)
    assert take_out(b"", "html") == Taken()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"x" * (LARGEST + 1), "larger than 4 MB"),
        (b" \n\t", "is empty"),
        (b"PK\x03\x04rest", "Word document"),
        (b"{\\rtf1 words}", "RTF document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"<html></html>", "no text was found"),
        (b"The word of it. " * 80_000, "larger than 1024 KiB"),
        (bytes(range(256)) * 20, "encoding is not known"),
        (b"MIME-Version: 1.0\n\nA letter.", "without a web page"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_reason(data: bytes, says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        receive(data)


@given(st.binary(max_size=400).filter(lambda data: b"%PDF-" not in data and b"<" not in data))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        received = receive(data)
    except RefusedError:
        return
    assert received.text.decode()
    assert received.original in (None, data)
