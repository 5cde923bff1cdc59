"""A thread that runs calls: whose turn it is, how it ends, and with which exit code."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from claimgraph.store.worker import StillRunningError, Worker

# a load from a pipe that stays open, and what goes wrong meanwhile
PIPED = """
import sys
from claimgraph.cli.terminal.failures import exit_code
from claimgraph.errors import CorpusError, StoreUnreachableError
from claimgraph.store.worker import Worker
with exit_code(), Worker() as ahead:
    ahead.begin(sys.stdin.read)
    raise {error}
"""
ENDS = {
    "StoreUnreachableError('x')": 3,
    "CorpusError('x')": 1,
    "KeyboardInterrupt": 130,
}


@pytest.mark.parametrize("error", ENDS)
def test_exit_code_is_kept_while_a_call_is_blocked(error: str) -> None:
    command = [sys.executable, "-c", PIPED.format(error=error)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as loader:
        assert loader.stderr is not None
        assert len(loader.stderr.read().splitlines()) == 1
        assert loader.wait(10) == ENDS[error]


def test_two_threads_get_their_own_answers() -> None:
    def answer(number: int) -> int:
        time.sleep(0.01)
        return number

    with Worker() as worker, ThreadPoolExecutor(2) as pool:
        numbers = range(20)

        def ask(number: int) -> int:
            return worker.run(lambda: answer(number), 10)

        found = pool.map(ask, numbers)
        assert list(found) == list(numbers)


def test_a_thread_that_is_stopped_ends_with_its_call() -> None:
    worker, hold = Worker(), Event()
    worker.begin(hold.wait)
    assert not worker.stop()
    with pytest.raises(StillRunningError, match="still running"):
        worker.run(lambda: 1, 0.1)
    hold.set()
    worker.thread.join(10)
    assert not worker.thread.is_alive()
    with pytest.raises(StillRunningError):
        worker.run(lambda: 1, 0.1)
    assert worker.stop()
