"""The day of publication, inferred from words of our own; None where they leave more than one day."""

import pytest

from fogline.desk import load_desk
from fogline.nouns import Block, BlockKind, Day, Report, identity
from fogline.rules import times


def published(*blocks: tuple[BlockKind, str], stated: str | None = None) -> Day | None:
    text, made = "", []
    for kind, words in blocks:
        made.append(Block(len(text), len(text) + len(words), kind))
        text += words + "\n\n"
    day = Day(stated, "stated", "test") if stated else None
    report = Report(identity("report", text), text, None, None, None, "en", day, tuple(made))
    found = load_desk().read(report).article.published
    if found is not None and found.words is not None:
        assert text[found.words.start : found.words.end] == found.words.text
    if found is not None and found is not day:
        assert hasattr(times, found.rule.removeprefix("times.")) or found.rule == "test"
    return found


@pytest.mark.parametrize(
    ("blocks", "day", "rule"),
    [
        ([("byline", "By our desk, 4 May 2015"), ("body", "Two men died on Sunday.")], "2015-05-04", "dated_line"),
        (
            [("body", "The minister spoke on Tuesday 5 May 2015. Today they struck. A truce will begin on Friday.")],
            "2015-05-05",
            "latest_day",
        ),
        (
            [("body", "The minister spoke on 5 May 2015 in the port. On May 7 a pause will begin, he promised.")],
            "2015-05-05",
            "latest_day",
        ),
        (
            [("body", "By yesterday, Sunday 3 May 2015, they had lost the hill. Today they lost the port.")],
            "2015-05-04",
            "equated_day",
        ),
        (
            [("body", "The Security Council passed Resolution 2118 on 27 September. They left today, 3 October.")],
            "2013-10-03",
            "equated_day",
        ),
        ([("body", "Iraqi troops began their offensive to retake Mosul nine days ago.")], "2016-10-26", "chronicle"),
        ([("body", "Gunmen stormed the Westgate mall in Nairobi yesterday.")], "2013-09-22", "chronicle"),
        ([("body", "The assault on Palma in Cabo Delgado began eight days ago.")], "2021-04-01", "chronicle"),
        (
            [("body", "On Friday, the 11th day of the siege of Marawi, the army rested.")],
            "2017-06-02",
            "counted_day",
        ),
        (
            [
                ("dateline", "ABIDJAN, April 12"),
                ("body", "Gbagbo was arrested in his bunker on 11 April. He was seized with his wife."),
            ],
            "2011-04-12",
            "yearless_line",
        ),
    ],
)  # fmt: skip
def test_inferred(blocks: list[tuple[BlockKind, str]], day: str, rule: str) -> None:
    found = published(*blocks)
    assert found is not None
    assert (found.value, found.rule) == (day, f"times.{rule}")
    assert found.basis == ("stated" if rule == "dated_line" else "inferred")
    assert found.note is not None
    if rule == "chronicle":
        assert "public record" in found.note


@pytest.mark.parametrize(
    "text",
    [
        "Two men died on Sunday.",
        "The war began in 2011.",
        "The minister spoke on 5 May 2015 in the port.",
        "He took office on 2 January 2017. Today he resigned, and will leave on Wednesday.",
        "The offensive began eight days ago.",
        "The convoy left today, 3 October.",
        "A court yesterday convicted two men of the bombing of the Westgate mall in Nairobi by gunmen.",
        "Troops fought in Mosul today.",
        "On the third day of the siege, a Friday, it rained.",
        "The city fell last week.",
        "On Friday, the 12th day of the siege of Marawi, the army rested.",
    ],
)
def test_what_leaves_more_than_one_day_is_not_known(text: str) -> None:
    assert published(("body", text)) is None


def test_what_the_page_states_stands() -> None:
    found = published(("body", "The minister spoke on 5 May 2015 today."), stated="2015-05-09")
    assert found is not None
    assert (found.value, found.rule) == ("2015-05-09", "test")


def test_a_caption_is_only_a_lower_bound() -> None:
    assert published(("caption", "A street on 5 May 2015."), ("body", "Two men died today.")) is None


def test_each_block_has_its_own_day() -> None:
    text = "Smoke over the dam on February 1, 2016. It was mined in December."
    after = "Update, Sunday: The dam was retaken yesterday."
    body = "Two men died on Monday."
    whole = f"{text}\n\n{body}\n\n{after}"
    blocks = (
        Block(0, len(text), "caption"),
        Block(len(text) + 2, len(text) + 2 + len(body), "body"),
        Block(len(whole) - len(after), len(whole), "postscript"),
    )
    report = Report("r", whole, None, None, None, "en", Day("2016-11-03", "stated", "test"), blocks)
    found = {time.text: (time.value, time.anchor) for time in load_desk().read(report).times}
    assert found == {
        "February 1, 2016": ("2016-02-01", None),
        "December": ("2015-12", "caption day 2016-02-01"),
        "Monday": ("2016-10-31", "published 2016-11-03"),
        "Sunday": ("2016-11-06", "postscript day 2016-11-06"),
        "yesterday": ("2016-11-05", "postscript day 2016-11-06"),
    }
