"""Pictures of Neo4j Browser with the seeds and our style: for people to look at.

    python tests/browser_pictures.py FOLDER [WORD ...]

Of every step of the guide, of every question that draws with two sets of arguments, and
of what people ask first; with words, only of those whose names hold one of them.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claimgraph.browser import GUIDE, STYLE
from claimgraph.browser.guide import CONNECT_OFF
from claimgraph.browser.statements import parameter_line, statement
from claimgraph.browser.steps import AIRPORT, KHORASAN, STEPS
from claimgraph.library import Question, questions
from claimgraph.loaders import find_loader
from claimgraph.loading import load
from claimgraph.store import open_store
from neo4j_browser import Task, as_it_stands, shown_files, type_all
from neo4j_server import Server, start, stop
from places import SEEDS

GURDWARA = "MATCH (a:Attack {name: 'attack on the gurdwara in Kabul'})"
# what people ask first
FIRST = {
    "anything": "MATCH (n) RETURN n LIMIT 50",
    "groups": "MATCH (n:Group) RETURN n LIMIT 25",
    "claims": "MATCH (n:Claim) RETURN n LIMIT 10",
    "edges": "MATCH (a:Attack)-[r:ATTRIBUTED_TO]->(g) RETURN a, r, g LIMIT 15",
    "attack": f"{GURDWARA}-[r]-(n:Entity) RETURN a, r, n LIMIT 30",
    "attack and claims": f"{GURDWARA}-[r]-(n) RETURN a, r, n LIMIT 30",
    "group": "MATCH (g:Group {name: 'Haqqani Network'})-[r]-(n:Entity) "
    "RETURN g, r, n LIMIT 25",
    "person": "MATCH (p:Person {name: 'Sanaullah'})-[r]-(n:Entity) RETURN p, r, n",
    "denied": "MATCH p = ()-[:DENIED]->() RETURN p",
    "article": "MATCH (d:Article)<-[r:IN_ARTICLE]-(c:Claim) RETURN d, r, c LIMIT 12",
}
EXPANDED = {
    "Sanaullah": "MATCH (p:Person {name: 'Sanaullah'}) RETURN p",
    "Haqqani Network": "MATCH (g:Group {name: 'Haqqani Network'}) RETURN g",
}
# besides the arguments that a question has by itself
OTHERS: Mapping[str, Mapping[str, object]] = {
    "graphs/article": {"article": "003_7cc125320d65fb31"},
    "graphs/attack": {"attack": "attack/2020-05-12-kabul-maternity-ward"},
    "graphs/chains": {"hops": 2, "speaker": "org/un-monitoring-team"},
    "graphs/denials": {"relation": "ATTRIBUTED_TO"},
    "graphs/leaders": {"group": "group/islamic-state-khorasan"},
    "graphs/links": {"group": "group/taliban"},
    "graphs/one-origin": {"a": AIRPORT, "b": KHORASAN},
    "graphs/pair": {"b": "group/taliban"},
    "graphs/paths": {"from": "group/islamic-state-khorasan", "to": "state/pakistan"},
    "graphs/speaker": {"speaker": "org/un-monitoring-team"},
    "graphs/values": {"relation": "KILLED"},
}


def tasks(address: str) -> Iterator[Task]:
    """All that is looked at; the first two set Browser up."""
    known = {one.name: one for one in questions()}
    yield Task("guide 0", [f":play {address}/{GUIDE}"])
    yield Task("style", [f":style {address}/{STYLE}", CONNECT_OFF])
    for number, step in enumerate(STEPS, 1):
        yield with_arguments(f"guide {number}", known[step.question], step.arguments)
    for one in known.values():
        if one.draws is not None:
            yield as_it_stands(one)
            yield with_arguments(f"{one.name} other", one, OTHERS.get(one.name, {}))
    for name, text in FIRST.items():
        yield Task(f"first {name}", [text])
    for name, text in EXPANDED.items():
        yield Task(f"expanded {name}", [text], expand=name)


def with_arguments(name: str, question: Question, given: Mapping[str, object]) -> Task:
    """A question with arguments other than its own."""
    return Task(name, [parameter_line(question, given), statement(question, {})])


def pictures(server: Server, folder: Path, words: Sequence[str]) -> Iterator[str]:
    """Writes the pictures; says what each shows."""
    with shown_files() as address:
        listed = [
            replace(one, picture=str(folder / f"{one.name.translate(PLAIN)}.png"))
            for one in tasks(address)
            if one.name == "style"
            or not words
            or any(word in one.name for word in words)
        ]
        for one in type_all(server, listed).values():
            told = one.error or f"{one.nodes} nodes, {one.edges} edges"
            yield "; ".join([f"{one.name}: {told}", *one.notifications])


PLAIN = str.maketrans("/ ", "--")


def main(folder: Path, words: Sequence[str]) -> None:
    """Starts a server with the seeds for it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "neo4j"
        # as docker-compose.yml has it; else a banner stands above everything
        quiet = {"client.allow_telemetry": "false"}
        server = start(data, browser=True, settings=quiet)
        try:
            with open_store(
                server.uri, user=server.user, password=server.password
            ) as store:
                load(find_loader("corpus").read(SEEDS), store)
            for line in pictures(server, folder.absolute(), words):
                print(line, flush=True)
        finally:
            stop(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
