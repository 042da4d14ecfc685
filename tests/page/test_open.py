"""Bytes to a report, or one clear refusal; never anything else, and never slowly."""

import codecs
import pathlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.errors import PageError
from fogline.feeds import Page
from fogline.nouns import Report
from fogline.page import open_page
from fogline.page.charsets import CODECS
from fogline.page.decode import LARGEST
from fogline.scale import read_page
from fogline.settings import Settings

STORY = (
    "Rebels leave the town\n\nBy Aslan Merid\n3 November 2016\n\n"
    "The last buses left the town on Sunday, the governor said, and the road was shut behind them.\n\n"
    "“Nobody was left behind,” he told reporters.\n"
)

PIECES = st.sampled_from(
    [
        "<", ">", "<p>", "</p>", "<div", "<br>", "<!--", "-->", "<![CDATA[", "&", "&lt;", "&#x0;", "<html>", "<script>",
        "</html>", "<title>x", "<table><tr><td>1", "<meta charset=utf-16>", "\x00", "\ufeff", "\u202e", "\n", "\n\n",
        "\r\n", "\u2028", "\x85", "\x1c", "\xa0", "“", "🙂", "e\u0301", "| | |", "Share", "Comments", "Reply",
        "2 hours ago",         "By Ann Lee", "POSTSCRIPT: ", "3 November 2016", "27.10.17", "© 2016 Post",
        "ADEN, Nov. 3 (Agency) -- ", "a" * 3000,         "The army said on Sunday that it had left the town.",
    ]
)  # fmt: skip
WILD = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=40).map("".join))


def sound(report: Report) -> None:
    """Blocks are ordered and apart, lie in the text, end with words, and leave out nothing but white space."""
    at = 0
    for block in report.blocks:
        assert at <= block.start < block.end <= len(report.text)
        words = report.text[block.start : block.end]
        assert words == words.strip()
        assert not report.text[at : block.start].strip()
        at = block.end
    assert not report.text[at:].strip()
    if report.published and report.published.words:
        words_ = report.published.words
        assert report.text[words_.start : words_.end] == words_.text


def opened(data: bytes, name: str = "") -> Report | None:
    try:
        report = open_page(data, name)
    except PageError:
        return None
    sound(report)
    return report


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(["", "a.txt", "a.html"]))
def test_any_bytes(data: bytes, name: str) -> None:
    opened(data, name)


@settings(max_examples=250, deadline=None)
@given(WILD)
def test_any_text_is_kept_to_the_letter(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    report = opened(data, "a.txt")
    if report is not None and not report.url and "<" not in text and "\x00" not in text:
        assert report.text == text.removeprefix("\ufeff")


@settings(max_examples=150, deadline=None)
@given(WILD)
def test_any_html(text: str) -> None:
    page = f"<html><body><h1>A title here</h1><p>The army said on Sunday that it had left.</p>{text}</body></html>"
    report = opened(page.encode("utf-8", "replace"), "a.html")
    assert report is None or report == opened(page.encode("utf-8", "replace"), "a.html")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "empty"),
        ("\ufeff \u00a0\u2003\n".encode(), "white space"),
        ("\u200b\u200c\u200d\ufeff\u2060\n\u200e\u200f\u202a\u202c\u2066\u2069".encode(), "invisible"),
        ("\u200b\u200d".encode("utf-16"), "invisible"),
        ("<html><body><p>\u200b\u200c</p><p>\u2060</p></body></html>".encode(), "without any words"),
        (STORY.encode("utf-32-le")[:-3], "NUL"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00\x00\x00", "gzip"),
        (b"\x7fELF\x02\x01\x01\x00", "program"),
        (b"text\x00\x01\x02\x00\x00text\x00\x03", "NUL"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"<html><body><script>x()</script></body></html>", "without any words"),
    ],
)
def test_refusals_say_what_in_one_line_and_leave_the_name_to_the_caller(data: bytes, words: str) -> None:
    with pytest.raises(PageError, match=words) as caught:
        open_page(data, "report.bin")
    assert "report.bin" not in str(caught.value)
    assert ";" in str(caught.value), "what is wrong; what to do"
    assert "\n" not in str(caught.value)


def test_too_large_is_refused_and_the_limit_can_be_raised() -> None:
    with pytest.raises(PageError, match="larger than"):
        open_page(STORY.encode(), largest=50)
    assert open_page(STORY.encode(), largest=5000).text == STORY


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode("utf-8"),
        codecs.BOM_UTF8 + STORY.encode("utf-8"),
        STORY.encode("utf-16"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("utf-16-le"),
        STORY.encode("utf-16-be"),
        STORY.encode("utf-32"),
        STORY.encode("utf-32-le"),
        STORY.encode("utf-32-be"),
        STORY.encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "utf-8 bom",
        "utf-16",
        "utf-16-be bom",
        "utf-16-le bare",
        "utf-16-be bare",
        "utf-32",
        "utf-32-le bare",
        "utf-32-be bare",
        "cp1252",
    ],
)
def test_encodings_of_plain_text(data: bytes) -> None:
    report = open_page(data, "a.txt")
    assert report.text == STORY
    assert report.published is not None
    assert report.published.value == "2016-11-03"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("windows-1256", '<meta charset="windows-1256">'),
        ("cp1251", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"),
        ("koi8-r", "<meta charset=koi8-r>"),
        ("utf-8", "<meta charset=utf-8>"),
    ],
)
def test_declared_encodings(encoding: str, head: str) -> None:
    words = "حلب" if encoding == "windows-1256" else "Алеппо"
    page = f"<html><head>{head}</head><body><p>The army left the town ({words}) on Sunday, he said.</p></body></html>"
    assert words in open_page(page.encode(encoding), "a.html").text


@pytest.mark.parametrize(
    "declared",
    [
        "utf-16", "utf-16-le", "utf-16le", "utf-16be", "utf-32", "utf-7", "unicode_escape", "unicode-escape",
        "raw_unicode_escape", "undefined", "punycode", "idna", "rot13", "rot_13", "base64", "hex", "zip", "mbcs",
        "charmap", "palmos", "cp037", "no-such-thing",
    ],
)  # fmt: skip
def test_a_declared_encoding_that_no_browser_would_follow_is_not_followed(declared: str) -> None:
    body = "<body><p>The army “left” C:\\u0041 on Sunday, the governor’s office said – at last.</p></body></html>"
    page = f"<html><head><meta charset='{declared}'></head>{body}"
    for encoding in ("utf-8", "cp1252"):
        text = open_page(page.encode(encoding), "a.html").text
        assert text == "The army “left” C:\\u0041 on Sunday, the governor’s office said – at last."


def test_what_is_declared_as_utf_16_and_breaks_once_is_utf_8() -> None:
    words = "<p>Армия покинула город в воскресенье, сказал губернатор.</p>" * 3
    page = f"<html><head><meta charset=utf-16le></head><body>{words}".encode()
    text = open_page(page + b"\xff</body>", "a.html").text
    assert "покинула город" in text


def test_every_label_names_a_codec_of_letters() -> None:
    for label, codec in CODECS.items():
        assert label == label.lower()
        assert "left on Sunday, <p>".encode("ascii").decode(codec) == "left on Sunday, <p>", label


def test_a_refusal_names_the_page_once(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "hollow.txt"
    path.write_bytes(b" ")
    outcome = read_page(Page("hollow", path), Settings())
    assert f"{outcome.page}: {outcome.problem}".count("hollow.txt") == 1


def test_an_old_page_that_says_latin_1_means_windows() -> None:
    head = "<head><meta charset='iso-8859-1'></head>"
    page = f"<html>{head}<body><p>The army “left” on Sunday, he said – at last.</p></body></html>"
    assert "“left”" in open_page(page.encode("cp1252")).text


def test_a_broken_byte_does_not_turn_utf8_into_latin() -> None:
    text = "The army “left” the town on Sunday, the governor said.\n" * 60
    data = text.encode()
    report = open_page(data[:2000] + b"\xff" + data[2000:], "a.txt")
    assert "“left”" in report.text
    assert "â€" not in report.text


@pytest.mark.parametrize(
    "text",
    [
        "Losses were < 40 and > 20, the army said on Sunday.",
        "He wrote <p> on the wall and left, a witness said.",
        "A < B\n<\n<<<<\n>",
        "The page said <b>stop</b> and nothing else, the editor said on Sunday morning.",
        "<unfinished",
        "<3 from the front, he wrote on Sunday.",
        "a <html",
    ],
)
def test_text_with_a_bracket_is_not_html(text: str) -> None:
    assert open_page(text.encode(), "a.txt").text == text


def test_what_plain_text_holds_is_kept() -> None:
    text = (
        "A\u00a0head\r\n\r\nThe town (\u200fحلب\u200f) “fell” on Sunday, he said.\x0bIt came at dawn.\u2028It rained."
    )
    assert open_page(text.encode(), "a.txt").text == text


def test_entities_are_not_expanded_and_files_not_read() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>The army left the town. &b; &x;</p></body></html>'
    )
    text = open_page(bomb.encode(), "a.html").text
    assert "haha" not in text
    assert "root:" not in text


BODY = "<p>The army said on Sunday that it had left the town, and that nobody had been hurt there.</p>"
HOSTILE = {
    "deep": "<div>" * 10_000 + BODY + "</div>" * 10_000,
    "unclosed": "<p><b><i><font>" * 5_000 + BODY,
    "attribute": f"<div class='{'x ' * 500_000}'>" + BODY + "</div>",
    "attributes": "<div " + " ".join(f"a{i}=1" for i in range(20_000)) + ">" + BODY,
    "scripts": "<script>var a = '<p>no</p>';</script>" * 5_000 + BODY,
    "comment": "<!--" + "x" * 1_000_000 + BODY,
    "one line": "<p>" + "word " * 300_000 + "</p>" + BODY,
    "links": "<ul>" + "<li><a href=x>One more story to read</a></li>" * 8_000 + "</ul>" + BODY,
    "tables": "<table><tr><td>" * 1_500 + BODY,
    "entities": BODY + "&#65;&amp;&bogus;" * 50_000,
    "json": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>" + BODY,
    "titles": "<title>" + "a " * 200_000 + "</title>" + BODY,
    "brackets": BODY + "<" * 100_000,
    "breaks": BODY + "<br>" * 50_000,
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_html_is_read_or_refused_in_time(kind: str) -> None:
    started = time.perf_counter()
    opened(f"<html><body><h1>Army leaves the town</h1>{HOSTILE[kind]}</body></html>".encode(), "a.html")
    assert time.perf_counter() - started < 12


@pytest.mark.parametrize(
    "text",
    [
        "a" * 2_000_000,
        "word " * 400_000,
        "\n" * 1_000_000 + "x",
        "A, " * 600_000,
        "(" * 1_000_000,
        "By " * 400_000,
        "1.1.1" * 300_000,
        "A.\n" * 300_000,
    ],
    ids=["letters", "words", "lines", "capitals", "brackets", "by", "numbers", "short lines"],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    started = time.perf_counter()
    opened(text.encode(), "a.txt")
    assert time.perf_counter() - started < 12


def test_reading_time_grows_with_length_not_faster() -> None:
    def seconds(times: int) -> float:
        started = time.perf_counter()
        open_page((STORY * times).encode(), "a.txt")
        return time.perf_counter() - started

    seconds(100)
    assert seconds(8_000) < 40 * max(seconds(800), 0.005)


def test_the_limit_is_the_setting_s() -> None:
    assert Settings().max_page_mb * 1e6 == LARGEST
    page = Page("long", None, STORY.encode() * 4)
    outcome = read_page(page, Settings(max_page_mb=0.0005))
    assert outcome.problem is not None
    assert "larger than" in outcome.problem


def test_a_raised_limit_reaches_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_page, "__kwdefaults__", {"largest": 50})
    assert read_page(Page("a", None, STORY.encode()), Settings()).problem is None
