"""Work on one article after the other: here, in processes, on threads, on a cluster."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from claimgraph.errors import (
    LoaderError,
    StoreUnreachableError,
)
from claimgraph.extras import needs_extra

T = TypeVar("T")
R = TypeVar("R")
# tasks that are under way for each who works: memory stays flat
AHEAD = 4
MOST_ON_CLUSTER = 256
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Crew(Generic[T, R]):
    """Who does a task, and how many are begun before the first of them is done."""

    begin: Callable[[T], Future[R]]
    ahead: int


def in_order(tasks: Iterable[T], crew: Crew[T, R]) -> Iterator[R]:
    """What becomes of each task, in their order; only a few are under way at once."""
    waiting: deque[Future[R]] = deque()
    try:
        for task in tasks:
            waiting.append(crew.begin(task))
            if len(waiting) >= crew.ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        reason = (
            "a process that read articles was ended, for want of memory perhaps: run "
            "the same command again, with fewer --jobs"
        )
        raise LoaderError(reason) from error
    finally:
        for one in waiting:
            one.cancel()


def here(work: Callable[[T], R]) -> Crew[T, R]:
    """This process, which does each task when it is given."""
    one_thread()

    def begin(task: T) -> Future[R]:
        done: Future[R] = Future()
        done.set_result(work(task))
        return done

    return Crew(begin, 1)


@contextmanager
def processes(work: Callable[[T], R], jobs: int) -> Generator[Crew[T, R]]:
    """So many processes that all do one kind of work."""
    one_thread()
    # a process that was forked holds locks of threads that it has not
    executor = ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=hold, initargs=(work,)
    )

    def begin(task: T) -> Future[R]:
        return executor.submit(do_held, task)  # type: ignore[arg-type]  # its own work

    with closing_crew(executor):
        yield Crew(begin, jobs * AHEAD)


@contextmanager
def threads(work: Callable[[T], R], jobs: int) -> Generator[Crew[T, R]]:
    """So many threads, for work that waits for others."""
    executor = ThreadPoolExecutor(jobs)
    with closing_crew(executor):
        yield Crew(lambda task: executor.submit(work, task), jobs)


@contextmanager
def cluster(work: Callable[[T], R], address: str) -> Generator[Crew[T, R]]:
    """The workers of a Dask scheduler; errors say what lacks."""
    with needs_extra("dask", "--dask"):
        from distributed import Client
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError, TypeError) as error:
        reason = f"no Dask scheduler answers at {address}: {error or 'no answer'}"
        raise StoreUnreachableError(reason) from error
    with client:
        count = len(client.scheduler_info(n_workers=-1)["workers"])
        if not count:
            reason = f"the Dask scheduler at {address} has no worker: start some"
            raise StoreUnreachableError(reason)
        executor = client.get_executor(pure=False)
        ahead = min(count * AHEAD, MOST_ON_CLUSTER)
        try:
            yield Crew(lambda task: executor.submit(work, task), ahead)
        finally:
            executor.shutdown()


@contextmanager
def closing_crew(executor: Executor) -> Generator[None]:
    """Ends an executor; what nobody began is not begun any more."""
    try:
        yield
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def one_thread() -> None:
    """Has libraries work on one thread: several that wait busily are far slower."""
    for name in THREADS:
        os.environ.setdefault(name, "1")


HELD: list[Callable[..., object]] = []


def hold(work: Callable[..., object]) -> None:
    """Keeps the work that this process does; Ctrl-C is for the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    HELD[:] = [work]


def do_held(task: object) -> object:
    """Does the work of this process for one task."""
    return HELD[0](task)
