"""The same screen over a loopback: for whoever has the key, and for nobody else."""

import asyncio
import os
import re
import sys
from pathlib import Path

import aiohttp
import pytest

from claimgraph.reviewing.desk import open_desk
from review_corpus import river
from review_pages import HOME, key_of, page_with, served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The corpus."""
    return river(tmp_path / "c")


@pytest.mark.skipif(os.name != "posix", reason="sends Ctrl-C to a process")
def test_a_key_press_in_the_browser_is_a_decision(folder: Path) -> None:
    async def visit(client: aiohttp.ClientSession, address: str) -> None:
        async with client.get(address) as page:
            text = await page.text()
            assert page.status == 200
            outside = re.findall(rf"https?://(?!{HOME}|www\.w3\.org)", text)
            assert outside == []
            assert "connect-src 'self'" in page.headers["Content-Security-Policy"]
        key = await key_of(client, address)
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
        async with page_with(client, address, key) as terminal:
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
