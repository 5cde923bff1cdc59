"""A thread that runs calls, so that whoever waits for one can stop waiting."""

import atexit
import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Self, TypeVar

from claimgraph.errors import ClaimgraphError

Answer = TypeVar("Answer")
GRACE = 1.0
# what shells say of a process that Ctrl-C ended
STOPPED = 130


class StillRunningError(Exception):
    """A call is not over: it ran out of time, or an earlier one did."""


class Worker:
    """Runs one call at a time in a thread of its own; whoever comes second waits.

    A call that nobody waits for any more goes on until it ends by itself; a native call
    cannot be stopped from outside. If one still runs when the process wants to end, the
    process leaves at once, with exit code 130 after Ctrl-C, else with that of the error
    which ended a `with`: the engine aborts, with pages of dump, when it is unloaded in
    the middle of a call.
    """

    def __init__(self) -> None:
        self.calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self.over: Callable[[], bool] = lambda: True
        self.turn = Lock()
        self.stopped = False
        self.exit_code = ClaimgraphError.exit_code
        self.thread = Thread(target=self.work, name="claimgraph-worker", daemon=True)
        self.thread.start()
        atexit.register(self.leave)

    def work(self) -> None:
        """Run calls as they come, until there is None."""
        while call := self.calls.get():
            call()

    def run(
        self, call: Callable[[], Answer], limit: float, grace: float = GRACE
    ) -> Answer:
        """What a call returns or raises; StillRunningError after `limit` seconds.

        The call gets so much more to notice by itself that its time is up.
        """
        with self.turn:
            if self.stopped or not self.over():
                raise StillRunningError("an earlier query is still running")
            future = self.begin(call)
            try:
                return future.result(limit + grace)
            except KeyboardInterrupt:
                self.exit_code = STOPPED
                raise
            except TimeoutError:
                if future.done():
                    raise
                message = f"the query took more than {limit:g} s"
                raise StillRunningError(message) from None

    def begin(self, call: Callable[[], Answer]) -> Future[Answer]:
        """What a call will return or raise, once those before it are over."""
        future: Future[Answer] = Future()
        self.over = future.done
        self.calls.put(lambda: settle(future, call))
        return future

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        """End the thread, at the latest with the call that still runs in it."""
        if kind is KeyboardInterrupt:
            self.exit_code = STOPPED
        elif kind is not None and issubclass(kind, ClaimgraphError):
            self.exit_code = kind.exit_code
        self.stop()

    def stop(self) -> bool:
        """End the thread; False if a call still runs in it, with which it will end."""
        self.stopped = True
        self.calls.put(None)
        if not self.over():
            return False
        atexit.unregister(self.leave)
        self.thread.join()
        return True

    def leave(self) -> None:
        """End the process now if a call still runs in the engine."""
        if not self.over():
            for stream in (sys.stdout, sys.stderr):
                with suppress(OSError):
                    stream.flush()
            os._exit(self.exit_code)


def settle(future: Future[Answer], call: Callable[[], Answer]) -> None:
    """Run a call and hand over what came of it."""
    try:
        future.set_result(call())
    except BaseException as error:
        future.set_exception(error)
