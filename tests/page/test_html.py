"""HTML to text with blocks: what is kept, what is set aside, what the head is believed."""

import pytest

from fogline.nouns import Report
from fogline.page import open_page
from fogline.page.metadata import clean, iso_day

FIRST = (
    "Fighters left the northern quarter of the town on Saturday night, two residents and a doctor said by telephone."
)
SECOND = "The governor, who had promised to <b>stay</b>, was seen on the <i>road</i> to the coast with eleven cars."
THIRD = "“We shall be back before the winter,” he told the few people who had come to see him off."


def page(body: str, head: str = "") -> Report:
    head = f"<head><title>Fighters leave | Valley Post</title>{head}</head>"
    return open_page(f"<!doctype html><html lang='en-GB'>{head}<body>{body}</body></html>".encode(), "a.html")


def article(extra: str = "", head: str = "") -> Report:
    return page(
        f"<header><a href=/>Valley Post</a><nav><ul><li><a>Home</a></li><li><a>World</a></li></ul></nav></header>"
        f"<article><h1>Fighters leave the northern quarter</h1><p>{FIRST}</p>{extra}"
        f"<p>{SECOND}</p><p>{THIRD}</p></article>"
        "<aside><h3>More news</h3><ul><li><a href=x>Flour is late again</a></li></ul></aside>"
        "<footer>© 2016 Valley Post. All rights reserved.</footer>",
        head,
    )


def of(report: Report, kind: str) -> str:
    return "\n\n".join(report.text[block.start : block.end] for block in report.blocks if block.kind == kind)


def test_paragraphs_are_joined_and_inline_elements_are_not_split() -> None:
    report = article()
    body = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    for tag in ("<b>", "</b>", "<i>", "</i>"):
        body = body.replace(tag, "")
    assert of(report, "body") == body
    assert of(report, "headline") == report.title == "Fighters leave the northern quarter"
    assert "Flour" not in report.text
    assert "Home" not in report.text


@pytest.mark.parametrize(
    ("extra", "kind", "words"),
    [
        ("<figure><img src=a><figcaption>A crate in Kassala.</figcaption></figure>", "caption", "A crate in Kassala."),
        ("<div><img><p class='wp-caption-text'>A crate in Kassala.</p></div>", "caption", "A crate in Kassala."),
        ("<blockquote><p>We left because nobody would stay with us.</p></blockquote>", "body", "We left because"),
        ("<h2>What the army says</h2>", "body", "What the army says"),
        ("<ul><li>The bridge was opened at noon to everybody.</li></ul>", "body", "The bridge was opened"),
        ("<table><tr><td>North</td><td>21</td></tr><tr><td>South</td><td>4</td></tr></table>", "body", "North\t21"),
        ("<p><a href=x>READ NEXT: Flour is late again</a></p>", "furniture", "READ NEXT"),
        ("<p>First line of the song,<br>second line of the song that they sang.</p>", "body", "song,\nsecond line"),
    ],
)  # fmt: skip
def test_what_stands_between_paragraphs(extra: str, kind: str, words: str) -> None:
    assert words in of(article(extra), kind)


def test_notes_below_the_report_are_kept() -> None:
    note = "<p class=note><em>Correction: An earlier version of this report said that eight cars had left.</em></p>"
    story = f"<h1>Fighters leave the northern quarter</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    report = page(f"<article>{story}{note}</article>")
    assert of(report, "correction").startswith("Correction: An earlier")


def test_hidden_words_are_left_out() -> None:
    hidden = (
        "<p style='display:none'>Nobody sees this sentence on the page.</p><p hidden>Nor this one, which is hidden.</p>"
    )
    assert "Nobody sees" not in article(hidden).text
    assert "Nor this" not in article(hidden).text


def test_a_page_that_the_extractor_gives_up_is_read_by_its_lines() -> None:
    report = page("<div><div><span>The army left the town at noon.</span></div></div>")
    assert "The army left the town at noon." in report.text


HEAD = """<meta property="og:site_name" content="The Valley\u202e Post"><meta name="author" content="Aslan Merid">
<link rel="canonical" href="{url}"><script type="application/ld+json">{json}</script>"""


def test_metadata() -> None:
    people = '[{"name": "Hanna Brook"}, {"name": "Ruth Okello"}]'
    story = f'{{"@type": "NewsArticle", "datePublished": "2016-10-29T23:30:00-05:00", "author": {people}}}'
    json = f'{{"@graph": [{{"@type": "WebPage"}}, {story}]}}'
    report = article(head=HEAD.format(url="https://valley.example/a", json=json))
    assert report.outlet == "The Valley Post"
    assert report.author == "Hanna Brook, Ruth Okello"
    assert report.language == "en"
    assert report.url == "https://valley.example/a"
    assert report.published is not None
    assert (report.published.value, report.published.basis) == ("2016-10-29", "stated")
    assert report.published.note == "JSON-LD datePublished"
    assert report.published.words is None


@pytest.mark.parametrize(
    ("json", "url"),
    [
        ("[" * 5000, "javascript:alert(1)"),
        (
            '{"@type": "NewsArticle", "datePublished": "yesterday", "author": {"name": {"name": 3}}}',
            "ftp://valley.example/a",
        ),
        (
            '{"@type": "NewsArticle", "datePublished": ["2016"], "author": "https://valley.example/staff"}',
            "https://user@evil.example/",
        ),
        ('{"@type": ["Thing"], "datePublished": "2016-13-45"', "//valley.example"),
        ("null", "http://[bad"),
    ],
)
def test_hostile_metadata_is_not_believed(json: str, url: str) -> None:
    report = article(head=HEAD.format(url=url, json=json))
    assert report.url is None
    assert report.published is None
    assert report.author == "Aslan Merid"


def test_a_time_element_states_the_day_only_when_it_is_alone_or_says_so() -> None:
    assert article("<time datetime='2016-11-03T10:00'>Today</time>").published is not None
    two = "<time datetime='2016-11-03'>a</time><time datetime='2016-11-05'>b</time>"
    assert article(two).published is None
    marked = "<time datetime='2016-11-03'>a</time><time itemprop=datePublished datetime='2016-11-05'>b</time>"
    published = article(marked).published
    assert published is not None
    assert published.value == "2016-11-05"


def test_the_outlet_may_stand_in_the_title() -> None:
    assert article().outlet == "Valley Post"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("a\x00b\u202ec\n d", "a b c d"),
        ("x" * 900, "x" * 300),
        ("", None),
        (None, None),
        (7, None),
        ("&amp;amp; so", "&amp; so"),
        ("\u200b", None),
    ],
)
def test_clean(value: object, wanted: str | None) -> None:
    assert clean(value) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2016-11-03", "2016-11-03"),
        ("20161103T1000Z", "2016-11-03"),
        ("2016-02-30", None),
        ("0001-01-01", None),
        ("2016-11-031", None),
        (3, None),
        ("3 May", None),
    ],
)
def test_iso_day(value: object, wanted: str | None) -> None:
    assert iso_day(value) == wanted
