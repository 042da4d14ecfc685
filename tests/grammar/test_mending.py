"""Tags set right after the tagger: own sentences, one word of each marked with the tag that it must have."""

import re

import pytest

from fogline.desk import load_desk
from fogline.grammar import parse
from fogline.grammar.mending import mend
from tests.marks import report_of


@pytest.mark.parametrize(
    "text",
    [
        "The army/NN shells/VBZ villages.",
        "Russia bombs/VBZ Syrian town",
        "US sanctions/VBZ Iranian general",
        "Rebels shell/VBP towns.",
        "Troops shot/VBD protesters in the square.",
        "The navy fires/VBZ at boats.",
        "The envoy told/VBD reporters that it was over.",
        "The story told/VBN by Ana is old.",
        "A spokesman told reporters that talks/NNS would go on.",
        "Rebel held/VBN areas were shelled.",
        "Two people died/VBD and three wounded in blast",
        "An exploded/VBN bomb lay there.",
        "He was authorised to brief/VB reporters.",
        "Air strikes/NNS near Zalin",
        "Rebel attacks/NNS in the north",
        "The tank was hit/VBN twice.",
    ],
)
def test_tags(text: str) -> None:
    plain = re.sub(r"/[A-Z]+", "", text)
    sentences = parse(report_of(plain), load_desk().tagger).sentences
    found = {token.text: token.tag for one in sentences for token in one.tokens}
    wanted = dict(re.findall(r"(\w+)/([A-Z]+)", text))
    assert {word: found[word] for word in wanted} == wanted


def test_edges() -> None:
    for lows, tags in ((["told"], ["VBN"]), (["shells"], ["NNS"]), (["talks"], ["VBZ"]), (["army"], ["JJ"]), ([], [])):
        before = list(tags)
        mend(lows, tags)
        assert tags == before
