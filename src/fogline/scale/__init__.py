"""Many pages at once: `run(pages, settings)` gives an outcome for each, in order, on as many processes as it is told.

One bad page never stops a batch: it becomes an outcome with a message. Nothing is held in memory but the pages in work.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from msgspec import Struct

from fogline.desk import load_desk
from fogline.errors import FoglineError
from fogline.feeds import Page
from fogline.nouns import Reading
from fogline.page import open_page
from fogline.settings import Settings

_FEW = 8
"""Below this many pages a pool costs more than it saves: starting one worker takes as long as reading some twenty."""


class Outcome(Struct, frozen=True):
    """What became of one page: a reading, or a problem in one line."""

    page: str
    reading: Reading | None
    problem: str | None


def read_page(page: Page, settings: Settings) -> Outcome:
    """Open and read one page; whatever is wrong with it becomes the outcome's `problem`."""
    try:
        data = page.load(settings.max_page_mb)
        report = open_page(data, page.path.name if page.path else page.name, largest=int(settings.max_page_mb * 1e6))
        return Outcome(page.label, load_desk().read(report, page.name), None)
    except FoglineError as error:
        return Outcome(page.label, None, str(error))
    except Exception as error:  # a page that breaks a rule must not take the other 999 with it
        return Outcome(
            page.label, None, f"could not be read ({type(error).__name__}: {error}); please report this page"
        )


def run(pages: Iterable[Page], settings: Settings) -> Iterator[Outcome]:
    """Read pages, yielding an outcome for each in their order."""
    waiting = iter(pages)
    first = list(islice(waiting, _FEW))
    workers = settings.workers or os.cpu_count() or 1
    if workers == 1 or len(first) < _FEW:
        for page in first:
            yield read_page(page, settings)
        for page in waiting:
            yield read_page(page, settings)
        return
    with ProcessPoolExecutor(workers) as pool:
        queue: deque[Future[Outcome]] = deque(pool.submit(read_page, page, settings) for page in first)
        try:
            while queue:
                for page in islice(waiting, 4 * workers - len(queue)):
                    queue.append(pool.submit(read_page, page, settings))
                yield queue.popleft().result()
        finally:
            for future in queue:
                future.cancel()
