"""The same screen over a loopback: for whoever has the key, and for nobody else."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from claimgraph.reviewing.desk import open_desk
from review_corpus import river

HOME = "127.0.0.1"
Visit = Callable[[aiohttp.ClientSession, str], Awaitable[None]]


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as one:
        one.bind((HOME, 0))
        number: int = one.getsockname()[1]
        return number


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return river(tmp_path / "c")


def served(folder: Path, visit: Visit) -> str:
    """What the server said until Ctrl-C, while somebody visited its address."""
    port = str(free_port())
    words = ("-m", "claimgraph", "review", str(folder), "--web", "--port", port)

    async def session() -> str:
        server = await asyncio.create_subprocess_exec(
            sys.executable,
            *words,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        assert server.stdout is not None
        first = (await asyncio.wait_for(server.stdout.readline(), 60)).decode()
        address = re.search(rf"http://{HOME}:\d+/\?key=[\w-]+", first)
        try:
            assert address is not None, first
            async with aiohttp.ClientSession() as client:
                await asyncio.wait_for(visit(client, address[0]), 90)
        finally:
            server.send_signal(signal.SIGINT)
            said, _ = await asyncio.wait_for(server.communicate(), 60)
        assert server.returncode == 0
        return said.decode()

    return asyncio.run(session())


@pytest.mark.skipif(os.name != "posix", reason="sends Ctrl-C to a process")
def test_a_key_press_in_the_browser_is_a_decision(folder: Path) -> None:
    async def visit(client: aiohttp.ClientSession, address: str) -> None:
        async with client.get(address) as page:
            text = await page.text()
            assert page.status == 200
            outside = re.findall(rf"https?://(?!{HOME}|www\.w3\.org)", text)
            assert outside == []
            assert "connect-src 'self'" in page.headers["Content-Security-Policy"]
            key = page.cookies["claimgraph-review"].value
        client.cookie_jar.clear()
        place = address.partition("/?")[0]
        for bad, headers in (
            (place, {}),
            (f"{place}/ws", {}),
            (f"{place}/static/js/textual.js", {}),
            (f"{place}/?key=guess", {}),
            (address, {"Origin": "http://example.org"}),
            (address, {"Host": "example.org"}),
        ):
            async with client.get(bad, headers=headers) as answer:
                assert answer.status == 403, bad
        cookie = {"Cookie": f"claimgraph-review={key}"}
        async with client.ws_connect(f"{place}/ws", headers=cookie) as terminal:
            shown = b""
            while b"Two cells at the river" not in shown:
                shown += (await terminal.receive(30)).data
            await terminal.send_json(["stdin", "r"])
            for _ in range(200):
                if len(open_desk(folder).waiting()) == 4:
                    return
                await asyncio.sleep(0.05)
        raise AssertionError("nothing was decided")

    said = served(folder, visit)
    assert said == "Ctrl-C ends it; all decisions are in the files already\n"
    assert [one.review for one in open_desk(folder).claims].count("rejected") == 1


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    async def visit(client: aiohttp.ClientSession, address: str) -> None:
        port = address.partition("/?")[0].rpartition(":")[2]
        words = ("-m", "claimgraph", "review", str(folder), "--web", "--port", port)
        second = await asyncio.create_subprocess_exec(
            sys.executable, *words, stderr=asyncio.subprocess.PIPE
        )
        _, told = await asyncio.wait_for(second.communicate(), 60)
        assert second.returncode == 1
        assert b"name another one" in told and b"Traceback" not in told

    served(folder, visit)
