"""No review outlives its page or the server, whenever the page is closed."""

import asyncio
import os
import shlex
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

pytest.importorskip("textual_serve")

from textual_serve.download_manager import DownloadManager

from claimgraph.cli.screen.page_process import PageProcess
from review_corpus import long_river
from review_pages import key_of, left_after, page_with, reviews_of, served

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends signals")
# so big that a pipe cannot hold what is shown at first
SIZE = "width=400&height=150"
ENDS = 15
# a review that hears nothing: neither what it is asked, nor SIGTERM
DEAF = """\
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("__GANGLION__", flush=True)
time.sleep(600)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return long_river(tmp_path / "c")


async def started(folder: Path) -> None:
    """Waits until the review of a page is there."""
    while not reviews_of(folder):
        await asyncio.sleep(0.1)


def test_a_review_ends_whenever_its_page_is_closed(folder: Path) -> None:
    async def visit(client: aiohttp.ClientSession, address: str) -> None:
        key = await key_of(client, address)
        for seconds in (0, 0.7, 1.4, 2.5):
            async with page_with(client, address, key, SIZE):
                await started(folder)
                await asyncio.sleep(seconds)
            assert await left_after(folder, ENDS) == [], seconds
        async with page_with(client, address, key, SIZE) as page:
            while b"raided" not in (await page.receive(60)).data:
                pass
        assert await left_after(folder, ENDS) == []

    said = served(folder, visit)
    assert said == "Ctrl-C ends it; all decisions are in the files already\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_reviews_end_with_the_server(folder: Path, number: int) -> None:
    async def visit(client: aiohttp.ClientSession, address: str) -> None:
        key = await key_of(client, address)
        # two pages that stay open until the server is gone, one at its splash
        for _ in range(2):
            pages.append(await page_with(client, address, key, SIZE).__aenter__())
            await asyncio.sleep(1.5)
        assert len(reviews_of(folder)) == 2

    pages: list[aiohttp.ClientWebSocketResponse] = []
    served(folder, visit, number)
    assert asyncio.run(left_after(folder, ENDS)) == []


def test_a_review_that_hears_nothing_is_ended() -> None:
    async def nothing(_: bytes | str) -> None:
        return None

    async def closed() -> None:
        return None

    async def session() -> int | None:
        review = PageProcess(
            shlex.join([sys.executable, "-c", DEAF]),
            write_bytes=nothing,
            write_str=nothing,
            close=closed,
            download_manager=DownloadManager(),
        )
        await review.start(80, 24)
        await asyncio.sleep(1)
        # the page and the server may end it at once
        await asyncio.gather(review.stop(), review.stop())
        assert review._process is not None
        return review._process.returncode

    assert asyncio.run(session()) == -signal.SIGKILL
