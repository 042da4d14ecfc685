"""How sure the reader must be, by layer. Chosen on the development tenth of our own reports."""

from typing import Final

CLAIM_ALONE: Final = 0.4
"""A claim that no rule found comes in from here on."""
CLAIM_DOUBT: Final = 0.05
"""A claim whose cue the reader holds for one with less than this goes."""
CLAIM_RESTATE: Final = 0.95
"""A status that the reader is this sure of takes the place of the rules'."""
EVENT_ALONE: Final = 0.6
EVENT_DOUBT: Final = 0.05
EVENT_AGAIN: Final = 0.5
"""A happening that is more likely than this only mentioned again does not come in."""
EVENT_RETYPE: Final = 0.8
"""A type that the reader is this sure of takes the place of the rules'."""
FIGURE_ALONE: Final = 0.7
FIGURE_DOUBT: Final = 0.03
FIGURE_RECOUNT: Final = 0.9
"""What a number counts, when the reader is this sure of it, takes the place of what the rules say."""
FORECAST_ALONE: Final = 0.6
FORECAST_DOUBT: Final = 0.0
