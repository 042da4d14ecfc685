"""Inflected forms: regular and irregular verbs, doubled consonants, phrases, plurals."""

import pytest

from fogline.grammar.forms import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", "attack attacks attacked attacking"),
        ("deny", "deny denies denied denying"),
        ("destroy", "destroy destroys destroyed destroying"),
        ("seize", "seize seizes seized seizing"),
        ("agree", "agree agrees agreed agreeing"),
        ("die", "die dies died dying"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("clash", "clash clashes clashed clashing"),
        ("be", "be is am are was were been being"),
        ("have", "have has had having"),
        ("flee", "flee flees fled fleeing"),
        ("fly", "fly flies flew flown flying"),
        ("win", "win wins won winning"),
        ("gas", "gas gasses gassed gassing"),
        ("hang", "hang hangs hung hanged hanging"),
        ("kidnap", "kidnap kidnaps kidnapped kidnapping"),
        ("shell", "shell shells shelled shelling"),
        ("signal", "signal signals signaled signalled signaling signalling"),
        ("re-arm", "re-arm re-arms re-armed re-arming"),
    ],
)
def test_verbs(lemma: str, forms: str) -> None:
    assert verb_forms(lemma) == set(forms.split())


def test_phrases_inflect_one_word() -> None:
    assert verb_forms("blow up") == {"blow up", "blows up", "blew up", "blown up", "blowing up"}
    assert noun_forms("air strike") == {"air strike", "air strikes"}


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("town", "towns"), ("enemy", "enemies"), ("convoy", "convoys"), ("marsh", "marshes"), ("hero", "heroes")],
)
def test_nouns(singular: str, plural: str) -> None:
    assert noun_forms(singular) == {singular, plural}
