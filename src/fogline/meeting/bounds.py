"""How sure the reader must be, by layer. Chosen on the development tenth of our own reports."""

from typing import Final

CLAIM_ALONE: Final = 0.6
"""A claim that no rule found comes in from here on."""
CLAIM_DOUBT: Final = 0.05
"""A claim whose cue the reader holds for one with less than this goes."""
EVENT_ALONE: Final = 0.6
EVENT_DOUBT: Final = 0.05
EVENT_AGAIN: Final = 0.5
"""A happening that is more likely than this only mentioned again does not come in."""
FIGURE_ALONE: Final = 0.7
FIGURE_DOUBT: Final = 0.03
FORECAST_ALONE: Final = 0.6
FORECAST_DOUBT: Final = 0.0
