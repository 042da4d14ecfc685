"""The whole reading of every sample, as people see it: any change of a rule shows here, item by item, in review.

After a change that is meant: `python -m tests.test_snapshots` writes them anew; read the difference before you commit.
"""

import io
import pathlib

import pytest

from fogline.exports import FORMATS
from fogline.feeds import pages
from fogline.nouns import Reading
from fogline.scale import run
from fogline.settings import Settings

HERE = pathlib.Path(__file__).parent
FOLDER = HERE / "snapshots"
SAMPLES = HERE.parent / "samples"
NAMES = sorted(page.name for page in pages([str(SAMPLES)]))


def shown(reading: Reading) -> str:
    """The anatomy of a reading, without the blanks that tables end their lines with."""
    out = io.StringIO()
    FORMATS["text"].write([reading], out)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip() + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_sample(name: str, samples: dict[str, Reading]) -> None:
    kept = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert shown(samples[name]) == kept, "if this is meant: python -m tests.test_snapshots, and read the difference"


def test_no_snapshot_without_its_sample() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.txt")) == NAMES


if __name__ == "__main__":
    for outcome in run(pages([str(SAMPLES)]), Settings(workers=1)):
        assert outcome.reading is not None, outcome.problem
        (FOLDER / f"{outcome.reading.name}.txt").write_text(shown(outcome.reading), encoding="utf-8")
