"""Speech without quotation marks: transcripts, statements, and what stands inside a longer statement."""

import pytest

from tests.marks import check, read

# ruff: noqa: E501  (a row of marked text is one line)

BRIEFING = (
    "Major Lena Brandt spoke on Monday.\n\n"
    "MAJ. BRANDT: <claim source='Lena Brandt' status='asserted' mode='direct' cue='null'>Good morning. Two trucks were lost.</claim>\n\n"
    "Q: Villagers say <claim source='Villagers' via='Q'>the bridge was mined</claim>.\n\n"
    "MAJ. BRANDT: <claim source='Lena Brandt' status='denied'>That is untrue. We checked it twice.</claim>\n\n"
    "Q: Who is missing?\n\n"
    "MAJ. BRANDT: <claim source='Lena Brandt' mode='direct'>We miss six. A shepherd told us that <claim source='A shepherd' via='Lena Brandt'>two of them crossed the river</claim>.</claim>\n\n"
    "— end of transcript —\n\nThe rebels told it otherwise."
)
INTERVIEW = (
    "Q: <not layer='claims'>What did you see?</not>\n"
    "A: <claim source='A' mode='direct'>I saw three boats.</claim>\n"
    "Q: <not layer='claims'>And then?</not>\n"
    "A: <claim source='A' mode='direct'>They left at dawn.</claim>"
)
STATEMENT = (
    "The minister for trade, Omar Haddad <cue>said</cue>:\n\n"
    "<claim source='Omar Haddad' mode='direct' cue='said'>I am shocked by the raid on the mill.\n\n"
    "Those who did it will be found.</claim>"
)
LABELS = "UPDATE: The road is shut.\n\nUPDATE: The road is open.\n\nPHOTO: A boat on the river."
LONG = (
    "“The road is open since dawn. <claim status='demanded' source='the mayor' cue='null'>We call on both sides to spare the wells.</claim> "
    "<claim status='denied' source='the mayor'>No shepherd was hurt.</claim> "
    "<claim status='forecast' source='the mayor'>If the dam breaks, the valley will drown.</claim>” <source>the mayor</source> said."
)
PROMISE = "“The road is open since dawn. <claim status='planned'>We will rebuild the school by spring.</claim>” the mayor said."


@pytest.mark.parametrize("marked", [BRIEFING, INTERVIEW, STATEMENT, LONG, PROMISE])
def test_turn(marked: str) -> None:
    check(marked)


def test_labels_are_nobodys_turns() -> None:
    assert not [claim for claim in read(LABELS).claims if claim.rule == "speech.transcript"]


def test_a_question_claims_nothing() -> None:
    text = "Q: Who is missing?\nMAYOR: Two potters.\nQ: Since when?\nMAYOR: Since noon."
    assert [claim.text for claim in read(text).claims if claim.mode == "direct"] == ["Two potters.", "Since noon."]
