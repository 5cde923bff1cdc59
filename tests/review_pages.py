"""A server of reviews in pages, and whoever visits it."""

import asyncio
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import aiohttp

HOME = "127.0.0.1"
Visit = Callable[[aiohttp.ClientSession, str], Awaitable[None]]


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as one:
        one.bind((HOME, 0))
        number: int = one.getsockname()[1]
        return number


def served(folder: Path, visit: Visit, ended_by: int = signal.SIGINT) -> str:
    """What the server said until a signal, while somebody visited its address."""
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
                server.send_signal(ended_by)
                said, _ = await asyncio.wait_for(server.communicate(), 60)
        finally:
            if server.returncode is None:
                server.kill()
                await server.wait()
        assert server.returncode == (-ended_by if ended_by == signal.SIGKILL else 0)
        return said.decode()

    return asyncio.run(session())


async def key_of(client: aiohttp.ClientSession, address: str) -> str:
    """The key that the page gets as a cookie; the client keeps none."""
    async with client.get(address) as page:
        found: str = page.cookies["claimgraph-review"].value
    client.cookie_jar.clear()
    return found


def page_with(
    client: aiohttp.ClientSession, address: str, key: str, size: str = ""
) -> AbstractAsyncContextManager[aiohttp.ClientWebSocketResponse]:
    """The terminal in a page, for whoever has the key."""
    place = address.partition("/?")[0]
    cookie = {"Cookie": f"claimgraph-review={key}"}
    return client.ws_connect(f"{place}/ws?{size}", headers=cookie)


def reviews_of(folder: Path) -> list[str]:
    """The processes that show the review of a corpus in a page."""
    listed = subprocess.run(
        ["ps", "-Awwo", "pid,args"], capture_output=True, text=True, check=True
    )
    lines = listed.stdout.splitlines()
    return [one for one in lines if str(folder) in one and "--web" not in one]


async def left_after(folder: Path, seconds: float) -> list[str]:
    """The reviews that are still there after so many seconds at most."""
    until = time.monotonic() + seconds
    while (found := reviews_of(folder)) and time.monotonic() < until:
        await asyncio.sleep(0.2)
    return found
