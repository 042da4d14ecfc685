"""Numbers that somebody puts forward: a count that is somebody's, a count that is raised."""

import pytest

from tests.marks import check


@pytest.mark.parametrize(
    "marked",
    [
        "<claim source='The monitors'><source>The monitors</source>' latest <cue>count</cue> is 312 dead</claim>.",
        "Last week <claim source='the ministry' status='asserted'>the ministry's <cue>tally</cue> stood at 41</claim>.",
        "<source>The ministry</source> has since <cue>raised</cue> <claim source='The ministry'>the toll sharply to 90"
        "</claim>.",
        "The Serbs and the Croats said that 900 fighters had come. "
        "<claim source='The Serbs and the Croats'>Their most widely quoted <cue>figure</cue> was "
        "<figure low='2000' high='2000' source='The Serbs and the Croats'>2,000</figure></claim>.",
        "<not layer='claims'>The number was 312.</not>",
        "<not layer='claims'>An estimated 60 rebels died.</not>",
        "<not layer='claims'>Neither side has confirmed the toll.</not>",
    ],
)
def test_counts(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "<not layer='figures'>One</not> doctor at the clinic, who asked not to be named, said the dead would rise.",
        "<source>Doctors Without Borders (MSF)</source> said <claim source='Doctors Without Borders (MSF)'>"
        "<figure low='12' what='killed'>12</figure> people died</claim>.",
    ],
)
def test_who_speaks_is_named_whole_and_not_counted(marked: str) -> None:
    check(marked)
