"""Noun phrases, verb groups and clauses of own sentences; phrases stand in [brackets], groups in {braces}."""

import pytest

from fogline.desk import load_desk
from fogline.grammar import Sentence, parse
from fogline.grammar.phrases import clauses, noun_phrases, verb_groups
from tests.marks import report_of


def sentence(text: str) -> Sentence:
    return parse(report_of(text), load_desk().tagger).sentences[0]


def marked(one: Sentence, parts: list[tuple[int, int]], brackets: str) -> str:
    words = [token.text for token in one.tokens]
    for i, j in parts:
        words[i] = brackets[0] + words[i]
        words[j - 1] += brackets[1]
    return " ".join(words).replace(" 's", "'s")


@pytest.mark.parametrize(
    "text",
    [
        "[The old army] left [the burned village] .",
        "[Two young men] saw [Norland's foreign minister] .",
        "[They] met [40 wounded fighters] there .",
        "[The envoy] told [reporters] that [it] was over .",
        "[An officer] , speaking on [condition] of [anonymity] , said [nothing] .",
        "[The mayor] had received [reports] of [heavy shelling] .",
    ],
)
def test_noun_phrases(text: str) -> None:
    one = sentence(text.translate(str.maketrans("", "", "[]")))
    found = [(p.i, p.j) for p in noun_phrases(one)]
    assert marked(one, found, "[]") == text


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("The town {was shelled} .", ["passive past finite"]),
        ("The army {has not left} .", ["negated perfect finite"]),
        ("They {will leave} soon .", ["finite modal:will"]),
        ("Rebels {are shelling} the port .", ["progressive finite"]),
        ("He {wants} {to go} .", ["finite", "infinitive"]),
    ],
)
def test_verb_groups(text: str, traits: list[str]) -> None:
    one = sentence(text.translate(str.maketrans("", "", "{}")))
    groups = verb_groups(one)
    assert marked(one, [(g.i, g.j) for g in groups], "{}") == text
    names = ("finite", "passive", "negated", "perfect", "progressive", "past", "infinitive")
    for group, want in zip(groups, traits, strict=True):
        found = {name for name in names if getattr(group, name)}
        assert found | ({f"modal:{group.modal}"} if group.modal else set()) == set(want.split())


@pytest.mark.parametrize(
    "text",
    [
        "The army withdrew | after the rebels had fled .",
        "He said | the town was empty | and the road was mined .",
        "The bridge fell .",
    ],
)
def test_clauses(text: str) -> None:
    one = sentence(text.replace("| ", ""))
    found = clauses(one)
    assert [" ".join(t.text for t in one.tokens[c.i : c.j]) for c in found] == [
        part.strip() for part in text.split("|")
    ]
    assert [c.i for c in found][1:] == [c.j for c in found][:-1]


def test_hostile_sentences() -> None:
    for text in ("\u200f", "’", "!!!", "he she it they", "of of of of", "was was was been", "(((("):
        one = sentence(text)
        assert noun_phrases(one) is not None
        assert verb_groups(one) is not None
        assert sum(clause.j - clause.i for clause in clauses(one)) == len(one.tokens)
