"""The page that shows a report executes nothing and fetches nothing, whatever the report holds."""

import io
from typing import Any

import lxml.html
import pytest

from fogline.exports import FORMATS
from fogline.exports.html import summary, write_index
from fogline.nouns import Reading
from tests.marks import read

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "</style><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    "<iframe src=https://evil.example></iframe>",
    "\u202egnp.exe",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;script&gt;",
)


def xpath(tree: Any, path: str) -> list[Any]:
    found = tree.xpath(path)
    assert isinstance(found, list)
    return found


def page(*readings: Reading) -> str:
    out = io.StringIO()
    FORMATS["html"].write(readings, out)
    return out.getvalue()


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_words(attack: str) -> None:
    text = f"Police said {attack} three people died in Homs. “{attack},” Colonel {attack} Smith told Reuters on Friday."
    reading = read(text)
    tree: Any = lxml.html.fromstring(page(reading))
    assert len(tree.findall(".//script")) == 1
    assert len(tree.findall(".//style")) == 1
    assert not [node for tag in ("img", "svg", "iframe", "object", "embed", "form", "base") for node in tree.iter(tag)]
    for node in tree.iter():
        assert not [name for name in node.attrib if name.startswith("on")]
        assert str(node.get("href", "#")).startswith("#")
    shown = tree.find(".//main").text_content()
    assert attack.replace("\u202e", "\ufffd") in shown


def test_policy_allows_only_our_own_script(samples: dict[str, Reading]) -> None:
    tree = lxml.html.fromstring(page(*samples.values()))
    policy = xpath(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not xpath(tree, "//@src")


def test_every_claim_is_beside_its_words(samples: dict[str, Reading]) -> None:
    for reading in samples.values():
        tree = lxml.html.fromstring(page(reading))
        ids = set(xpath(tree, "//@id"))
        assert len(ids) == len(xpath(tree, "//@id"))
        for claim in reading.claims:
            if claim.mode != "narrated":
                assert {f"r1-{claim.id}", f"w-r1-{claim.id}"} <= ids
                marked = xpath(tree, f"//main//*[contains(concat(' ', @data-ids, ' '), ' r1-{claim.id} ')]")
                words = "".join("".join(node.text_content().split()) for node in marked)
                assert words == "".join(claim.text.split())
        assert not [href for href in xpath(tree, "//@href") if href[1:] not in ids]


def test_index_links_to_its_pages(samples: dict[str, Reading]) -> None:
    out = io.StringIO()
    write_index(map(summary, samples.values()), out)
    links = xpath(lxml.html.fromstring(out.getvalue()), "//td/a/@href")
    assert sorted(links) == sorted(f"{name}.html" for name in samples)
