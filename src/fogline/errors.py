"""What can go wrong, as one small tree; every message is one line that says what is wrong and what to do.

```
FoglineError
├── PageError        a page that cannot become a report: empty, binary, too large, unreadable
├── SettingsError    a setting that is unknown or out of range
├── OutputError      a place that cannot be written to: taken, full, no folder
└── DataError        a data file of ours (lexicon, atlas, roster, weights) that is missing or damaged
```
"""


class FoglineError(Exception):
    """Anything that fogline refuses, with a message for the person at the keyboard."""


class PageError(FoglineError):
    """A page that cannot become a report."""


class SettingsError(FoglineError):
    """A setting that is unknown or out of range."""


class OutputError(FoglineError):
    """A place that readings cannot be written to."""


class DataError(FoglineError):
    """A data file that ships with fogline is missing or damaged: reinstall the package."""
