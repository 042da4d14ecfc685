"""fogline reads reports of armed conflict and keeps who says what, about when and where, how firmly, in which words.

Four verbs: `open_page` turns a page into a `Report`, `Desk.read` turns a report into a `Reading`; adding readings to a
ledger and telling a brief from it are to come.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Desk", "FoglineError", "Reading", "Report", "load_desk", "open_page"]

if TYPE_CHECKING:
    from fogline.desk import Desk, load_desk
    from fogline.errors import FoglineError
    from fogline.nouns import Reading, Report
    from fogline.page import open_page

_HOMES = {
    "Desk": "fogline.desk",
    "load_desk": "fogline.desk",
    "FoglineError": "fogline.errors",
    "Reading": "fogline.nouns",
    "Report": "fogline.nouns",
    "open_page": "fogline.page",
}


def __getattr__(name: str) -> object:
    # Importing `fogline` must cost nothing: the command line prints its help without loading a gazetteer.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'fogline' has no attribute {name!r}")
