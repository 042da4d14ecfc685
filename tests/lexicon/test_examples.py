"""Every example in the lexicon is read, every counter-example too."""

import pytest

from fogline.lexicon import families, family
from tests.marks import DAY, check

CASES = [
    pytest.param(text, content.get("published", DAY), content["layer"], good, id=f"{name}-{entry['words'][0]}-{n}")
    for name in families()
    for content in [family(name)]
    for entry in content["entry"]
    for good in (True, False)
    for n, text in enumerate(entry["examples"] if good else entry.get("counter", ()))
]


@pytest.mark.parametrize(("text", "day", "layer", "good"), CASES)
def test_example(text: str, day: str, layer: str, good: bool) -> None:
    if good:
        assert "<" in text, "an example marks what must be found"
    check(text, day, layer=None if good else layer)
