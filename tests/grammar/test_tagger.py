"""The part-of-speech tagger: own sentences with their tags, any words at all, the weights that the card names."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grammar.tagfeatures import CAPITALS, FIRST, INSIDE, OPEN, TITLED, possible, setting_of, sorts_of
from fogline.grammar.tagger import WEIGHTS, load_tagger

TAGGED = [
    "Russia/NNP 's/POS defence/NN ministry/NN says/VBZ 14/CD drones/NNS were/VBD shot/VBN down/RP overnight/RB ./.",
    "Lt./NNP Col./NNP Ahmed/NNP Saleh/NNP said/VBD the/DT army/NN does/VBZ n't/RB plan/VB any/DT strikes/NNS ./.",
    "At/IN least/JJS 3,000/CD people/NNS have/VBP been/VBN displaced/VBN since/IN Monday/NNP ./.",
    "The/DT shells/NNS hit/VBD a/DT school/NN ./.",
    "He/PRP was/VBD quoted/VBN as/IN saying/VBG that/IN the/DT strike/NN killed/VBD a/DT commander/NN ./.",
    "Reports/NNS of/IN the/DT attack/NN could/MD not/RB be/VB independently/RB verified/VBN ./.",
    "Ukraine/NNP fears/VBZ new/JJ attacks/NNS on/IN Odesa/NNP 's/POS port/NN ./.",
    "Two/CD were/VBD killed/VBN and/CC 14-year-old/JJ boys/NNS were/VBD hurt/VBN ./.",
    "“/`` We/PRP ’re/VBP leaving/VBG ,/, ”/'' she/PRP told/VBD reporters/NNS ./.",
]


@pytest.mark.parametrize("line", TAGGED)
def test_own_sentences(line: str) -> None:
    pairs = [token.rpartition("/") for token in line.split()]
    words = [word for word, _, _ in pairs]
    assert load_tagger().tag([words]) == [[tag for _, _, tag in pairs]]


@given(st.lists(st.lists(st.text(max_size=12), max_size=12), max_size=6))
def test_any_words_get_one_tag_each(sentences: list[list[str]]) -> None:
    found = load_tagger().tag(sentences)
    assert [len(tags) for tags in found] == [len(words) for words in sentences]
    assert {tag for tags in found for tag in tags} <= set(load_tagger().tags)


@given(
    st.lists(
        st.lists(st.sampled_from(["The", "shells", "hit", "Mali", "’s", '"', "\u200f", "🚀", "", "9"])), max_size=5
    )
)
def test_a_sentence_is_tagged_alike_alone_and_in_company(sentences: list[list[str]]) -> None:
    tagger = load_tagger()
    assert tagger.tag(sentences) == [tagger.tag([words])[0] for words in sentences]


def test_a_long_report_is_tagged_like_its_sentences() -> None:
    sentences = [[word.rpartition("/")[0] for word in line.split()] for line in TAGGED] * 200  # several chunks
    tagger = load_tagger()
    assert tagger.tag(sentences) == tagger.tag(sentences[: len(TAGGED)]) * 200


def test_hostile_words() -> None:
    words = ["a" * 1_000_000, "\ud800", "\x00", "e\u0301" * 500, "\u202e", "--", "-", "0" * 5000, "\n"]
    assert len(load_tagger().tag([words])[0]) == len(words)
    assert load_tagger().tag([]) == []
    assert load_tagger().tag([[], []]) == [[], []]


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        (["The", "army", "left"], INSIDE),
        (["Rebels", "Seize", "Town", "in", "North"], TITLED),
        (["REBELS", "SEIZE", "TOWN", "IN", "NORTH"], CAPITALS),
        ([], INSIDE),
    ],
)
def test_setting(words: list[str], setting: str) -> None:
    assert setting_of(words) == setting


def test_only_the_first_word_is_first() -> None:
    assert sorts_of(["“", "They", "left", "They"]) == [
        (INSIDE, OPEN),
        (FIRST, "They"),
        (INSIDE, "left"),
        (INSIDE, "They"),
    ]


@pytest.mark.parametrize(
    ("word", "letters"),
    [("cities", "S"), ("shelled", "D"), ("shelling", "G"), ("shells", "SZ"), ("raiding", "G"), ("zzz", ""), ("s", "")],
)
def test_regular_forms(word: str, letters: str) -> None:
    assert possible(word, {"city": "n", "shell": "nv", "raid": "nv"}) == letters


def test_the_card_names_these_weights() -> None:
    packed = resources.files("fogline.grammar").joinpath(WEIGHTS).read_bytes()
    card = (Path(__file__).parents[2] / "MODEL_CARD.md").read_text(encoding="utf-8")
    named = re.search(r"`tags\.npz`, sha256 `([0-9a-f]{64})`", card)
    assert named is not None
    assert named[1] == hashlib.sha256(packed).hexdigest()
    assert len(packed) < 1_500_000


def test_loads_fast() -> None:
    code = (
        "import time, numpy; from fogline.grammar import tagger; best = 9.0\n"
        "for _ in range(5):\n"
        "    tagger.load_tagger.cache_clear(); start = time.perf_counter(); tagger.load_tagger()\n"
        "    best = min(best, time.perf_counter() - start)\n"
        "print(best)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(found.stdout) < 0.25  # about 0.05 s on a quiet core; the slack is for a busy one
