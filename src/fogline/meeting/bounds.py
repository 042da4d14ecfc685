"""How sure the reader must be, by layer.

Chosen on the development tenth of our own reports, and looked at on nine others: our own are denser and ask for lower
bounds than real ones bear. Letting a sure reader overrule the rules' status, type or count was tried: it gained 2 to 5
points on our own reports, whose habits it has learned, and lost 4 to 8 on the others.
"""

from typing import Final

CLAIM_ALONE: Final = 0.3
"""A claim that no rule found comes in from here on."""
CLAIM_DOUBT: Final = 0.05
"""A claim whose cue the reader holds for one with less than this goes."""
EVENT_ALONE: Final = 0.5
EVENT_DOUBT: Final = 0.05
EVENT_AGAIN: Final = 0.5
"""A happening that is more likely than this only mentioned again does not come in."""
FIGURE_ALONE: Final = 0.8
FIGURE_DOUBT: Final = 0.1
FORECAST_ALONE: Final = 0.7
