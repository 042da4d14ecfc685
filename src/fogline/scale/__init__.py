"""Many pages at once: `run(pages, settings)` gives an outcome for each, in order, on as many processes as it is told.

One bad page never stops a batch: it becomes an outcome with a message. Nothing is held in memory but the pages in work.
"""

import os
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import active_children

from msgspec import Struct
from msgspec.structs import replace

from fogline.desk import load_desk
from fogline.errors import FoglineError
from fogline.feeds import Page, take_stdin
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
    """Read pages, yielding an outcome for each in their order.

    A reading process that dies (out of memory, killed) costs the page it died on, not the batch.
    """
    waiting = (_filled(page, settings) for page in pages)
    first = list(islice(waiting, _FEW))
    workers = settings.workers or os.cpu_count() or 1
    if workers == 1 or len(first) < _FEW:
        for page in chain(first, waiting):
            yield read_page(page, settings)
        return
    left = chain(first, waiting)
    while True:
        queue: deque[tuple[Page, Future[Outcome]]] = deque()
        try:
            with _pool(workers) as pool:
                yield from _drain(pool, queue, left, settings, 4 * workers)
            return
        except BrokenProcessPool:
            pass
        # One of these pages broke the pool; each gets a process of its own, and the one that breaks that is named.
        for page, _ in queue:
            yield _alone(page, settings)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that ends with its work, and at once when anything goes wrong.

    An interrupt can strike inside the pool's own locks, where a graceful end would wait for ever.
    """
    others = set(active_children())
    pool = ProcessPoolExecutor(workers, initializer=_end_with_parent)
    try:
        yield pool
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _drain(
    pool: ProcessPoolExecutor,
    queue: deque[tuple[Page, Future[Outcome]]],
    left: Iterator[Page],
    settings: Settings,
    most: int,
) -> Iterator[Outcome]:
    """Keep at most `most` pages in the pool; a page leaves the queue when its outcome is there."""
    while True:
        for page in islice(left, most - len(queue)):
            # Queued before it is submitted: a pool that has just broken refuses it, and the page must not be lost.
            queue.append((page, Future()))
            queue[-1] = page, pool.submit(read_page, page, settings)
        if not queue:
            return
        outcome = queue[0][1].result()
        queue.popleft()
        yield outcome


def _alone(page: Page, settings: Settings) -> Outcome:
    try:
        with _pool(1) as pool:
            return pool.submit(read_page, page, settings).result()
    except BrokenProcessPool:
        return Outcome(page.label, None, "the process that read it died, perhaps for want of memory; read it alone")


def _filled(page: Page, settings: Settings) -> Page:
    """Standard input is read here: a worker has none."""
    return page if page.path or page.problem else replace(page, data=take_stdin(settings.max_page_mb))


def _end_with_parent() -> None:
    """Let a worker end when the process that started it is gone, so that a killed run leaves nothing behind."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
