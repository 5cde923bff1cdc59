"""The server of the Model Context Protocol, asked by the SDK's own client."""

import asyncio
import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from claimgraph import ask, open_store
from claimgraph.type_guards import is_list, is_map
from cli_runs import Run

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "what-people-ask.md"
ASKED = re.findall(r"^    claimgraph (ask .+)$", PAGE.read_text("utf-8"), re.M)
WORDS = [shlex.split(one)[1:] for one in ASKED]
HOSTILE = (
    "'; MATCH (n) DETACH DELETE n; //",
    "../../etc/passwd",
    "\x00",
    "x" * 100_000,
)


def with_client(graph: Path, use: Callable[[Client], Awaitable[None]]) -> None:
    """Does something with a client of a server that the SDK starts as a process."""
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "claimgraph", "mcp", "--store", str(graph)],
        env={**os.environ},
    )

    async def talk() -> None:
        async with Client(command) as client:
            await use(client)

    asyncio.run(talk())


def content_of(answer: CallToolResult) -> dict[str, object]:
    """What a tool answered, as values; its text where it failed."""
    if answer.is_error:
        (one,) = answer.content
        assert isinstance(one, TextContent)
        return {"error": one.text}
    found = answer.structured_content
    assert is_map(found)
    return dict(found)


def test_it_has_five_tools_that_only_read(seeds_graph: Path) -> None:
    async def use(client: Client) -> None:
        listed = (await client.list_tools()).tools
        names = {one.name for one in listed}
        assert names == {"ask", "find", "show", "search", "report"}
        for one in listed:
            assert one.annotations is not None and one.annotations.read_only_hint
        assert client.instructions is not None
        assert "DENIED" in client.instructions
        assert "attacks/attributions" in client.instructions

    with_client(seeds_graph, use)


def test_what_people_ask_is_answered_with_claims_and_quotes(seeds_graph: Path) -> None:
    async def use(client: Client) -> None:
        for name, *pairs in WORDS:
            given = dict(pair.split("=", 1) for pair in pairs)
            sent = {"question": name, "arguments": given, "limit": 100}
            found = content_of(await client.call_tool("ask", sent))
            rows = found["rows"]
            with open_store(str(seeds_graph)) as store:
                wanted = ask(store, name, given)
            assert is_list(rows) and len(rows) == min(len(wanted), 100), name
            first = rows[0]
            quotes = found["quotes"]
            assert is_map(first) and is_map(quotes)
            silent = name in ("attacks/unclaimed", "sources/articles")
            assert first.get("quote") or quotes or silent, name

    with_client(seeds_graph, use)


def test_a_claim_is_found_and_shown_in_its_passage(seeds_graph: Path) -> None:
    async def use(client: Client) -> None:
        hits = content_of(await client.call_tool("search", {"words": "Sikh temple"}))
        quotes = hits["quotes"]
        assert is_list(quotes) and is_map(quotes[0])
        claim = str(quotes[0]["claim"])
        shown = content_of(await client.call_tool("show", {"claim": claim}))
        assert str(shown["quote"]) in str(shown["passage"])
        assert shown["chain"]
        called = content_of(await client.call_tool("find", {"name": "gurdwara"}))
        assert "attack/2020-03-25-kabul-gurdwara" in str(called["entities"])

    with_client(seeds_graph, use)


def test_an_argument_that_no_tool_takes_is_told(seeds_graph: Path) -> None:
    async def use(client: Client) -> None:
        sent = {"question": "attacks/who-did-it", "attack": "Sikh"}
        told = str(content_of(await client.call_tool("ask", sent))["error"])
        assert "ask has no argument 'attack'" in told
        assert "goes into `arguments`" in told

    with_client(seeds_graph, use)


def test_a_report_is_read_with_its_quotes(seeds_graph: Path) -> None:
    async def use(client: Client) -> None:
        sent = {"name": "linkage", "subjects": ["Haqqani Network", "ISIS-K"]}
        found = await client.call_tool("report", sent)
        (text,) = found.content
        assert isinstance(text, TextContent) and not found.is_error
        assert "Taliban denies" in text.text
        ids = re.findall("`([0-9a-f]{8})`", text.text)
        assert "33a319a2" in ids
        # each claim that the report names is quoted below it
        assert all(f"* `{one}` " in text.text for one in ids)
        assert "The Taliban dismissed the NDS statement" in text.text

    with_client(seeds_graph, use)


def test_hostile_words_change_nothing_and_read_no_file(seeds_graph: Path) -> None:
    before = snapshot(seeds_graph)

    async def use(client: Client) -> None:
        for words in HOSTILE:
            for tool, sent in (
                ("ask", {"question": words}),
                ("ask", {"question": "groups/pair", "arguments": {"a": words}}),
                ("ask", {"question": "groups/pair", "arguments": {words: "a"}}),
                ("find", {"name": words}),
                ("find", {"name": "Kabul", "type": words}),
                ("show", {"claim": words}),
                ("search", {"words": words}),
                ("report", {"name": words}),
                ("report", {"name": "group", "subjects": [words]}),
                (
                    "report",
                    {
                        "name": "group",
                        "subjects": ["ISIS-K"],
                        "options": {words: words},
                    },
                ),
                ("delete", {"name": words}),
            ):
                answer = await client.call_tool(tool, sent)
                told = str(answer.content)
                assert "root:" not in told and "Traceback" not in told

    with_client(seeds_graph, use)
    assert snapshot(seeds_graph) == before


def snapshot(graph: Path) -> list[tuple[object, ...]]:
    """All claims of a graph with their digests."""
    with open_store(str(graph)) as store:
        rows = store.read("MATCH (c:Claim) RETURN c.id AS id, c.digest AS digest")
    return sorted((str(row["id"]), str(row["digest"])) for row in rows)


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_at_a_terminal_it_says_what_it_is_and_ctrl_c_ends_it(seeds_graph: Path) -> None:
    from own_terminal import on_terminal

    with on_terminal("mcp", "--store", str(seeds_graph)) as terminal:
        terminal.shown_until(b"Ctrl-C ends it")
        # as deep as it waits for a line
        time.sleep(2)
        pressed = time.monotonic()
        terminal.process.send_signal(signal.SIGINT)
        rest = terminal.rest()
        assert terminal.code() == 130
        assert time.monotonic() - pressed < 5
    assert "ended; it only read" in rest
    assert "Traceback" not in rest and "again" not in rest


def test_without_the_extra_it_says_what_to_install(
    run: Run, seeds_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == "mcp"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "claimgraph.api.assistant_server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp", None)
    result = run("mcp", store=seeds_graph)
    assert result.exit_code == 1
    assert "needs the extra [mcp]: `pip install 'claimgraph[mcp]'`" in result.stderr


def test_a_graph_that_is_not_there_is_told_at_once(run: Run, tmp_path: Path) -> None:
    result = run("mcp", store=tmp_path / "none")
    assert result.exit_code == 1 and "none" in result.stderr
