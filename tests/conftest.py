"""What many tests read: the samples, once a session."""

import pathlib

import pytest
from hypothesis import HealthCheck, settings

from fogline.desk import Desk, load_desk
from fogline.feeds import pages
from fogline.nouns import Reading
from fogline.page import open_page

SAMPLES = pathlib.Path(__file__).parent.parent / "samples"

# CI machines stall; a deadline would fail tests for the machine's reasons.
settings.register_profile("fogline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fogline")


@pytest.fixture(scope="session")
def desk() -> Desk:
    return load_desk()


@pytest.fixture(scope="session")
def samples(desk: Desk) -> dict[str, Reading]:
    """A reading of every sample report, by name."""
    found = {page.name: desk.read(open_page(page.load(32), page.label), page.name) for page in pages([str(SAMPLES)])}
    assert len(found) >= 8
    return found
