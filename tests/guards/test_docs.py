"""The documentation names only what there is, and works where it shows code."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, cast

import pytest

import neo4j_jars
from claimgraph import cli, modules
from claimgraph.api.extracting.choosing import WORTH
from claimgraph.browser import GUIDE, PORT
from claimgraph.loaders import corpus
from claimgraph.yaml_file import read_yaml

ROOT = Path(__file__).parents[2]
PAGES = {
    str(path.relative_to(ROOT)): path
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "seeds/README.md",
    ]
}
NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
)
SHARE = re.compile(rf"\b({NUMBER}) (?:claims? )?(?:in|of) ({NUMBER})\b")
# pages that tell how good rules and models are
ABOUT_RULES = ("extracting", "first-ten-minutes", "ethics", "review")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
# Namespaces of vocabularies, places of public specifications, examples, this machine.
HOSTS = {
    *("www.w3.org", "w3id.org", "purl.org", "schema.org", "www.nanopub.org"),
    *("semanticweb.cs.vu.nl", "www.apache.org", "maven.apache.org"),
    *("raw.githubusercontent.com", "json-schema.org", "www.opengis.net"),
    *("www.gexf.net", "graphml.graphdrawing.org"),
    *("localhost", "h", "a", "b", "example.org", "graph.example.org"),
}
HOST = re.compile(r"https?://([\w.-]+)")
MACHINE = re.compile(r"(?<![\w.~$}])/(?:work|root|home)/\w+")


class Service(TypedDict):
    """The keys of a service that are checked."""

    image: str
    ports: list[str]
    command: list[str]
    environment: dict[str, str]
    volumes: list[str]
    healthcheck: dict[str, object]


class Compose(TypedDict):
    """The two blocks of a compose file."""

    services: dict[str, Service]
    volumes: dict[str, None]


def code(text: str) -> Iterator[str]:
    """The lines of shell blocks and all code inside sentences."""
    for language, block in FENCE.findall(text):
        if language in ("sh", ""):
            yield from block.splitlines()
    yield from CODE.findall(FENCE.sub("", text))


def unknown_commands(text: str, targets: set[str], commands: set[str]) -> list[str]:
    """The commands and make targets in a page that do not exist."""
    found: list[str] = []
    for line in code(text):
        first = re.match(r"(?:\.venv/bin/)?(claimgraph|make) ([a-z][\w-]*)", line)
        if first and first[2] not in (targets if first[1] == "make" else commands):
            found.append(first[0])
    return found


def make_targets() -> set[str]:
    """The targets of the Makefile."""
    text = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z][\w-]*):", text, re.MULTILINE))


def tracked() -> list[Path]:
    """The files that git keeps, but for raw articles and what names their sources."""
    ran = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True
    )
    if ran.returncode:
        pytest.skip(f"no git: {ran.stderr.strip()}")
    names = [name for name in ran.stdout.split("\0") if name]
    told = ("seeds/articles/", "benchmarks/codings/")
    paths = [ROOT / name for name in names if not name.startswith(told)]
    return [path for path in paths if path.is_file() and not path.is_symlink()]


@pytest.mark.parametrize("name", PAGES)
def test_commands_and_targets_exist(name: str) -> None:
    text = PAGES[name].read_text("utf-8")
    commands = set(map(cli.command_name, modules.names(cli)))
    assert unknown_commands(text, make_targets(), commands) == []


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    page = PAGES[name]
    targets = LINK.findall(FENCE.sub("", page.read_text("utf-8")))
    paths = [target.partition("#")[0] for target in targets if "://" not in target]
    assert [path for path in paths if not (page.parent / path).exists()] == []


def shares(text: str) -> set[str]:
    """The shares that a text tells in words: "one claim in nine".

    >>> sorted(shares("one claim in nine; four\\nin ten, of what two in three say"))
    ['four in ten', 'one in nine', 'two in three']
    """
    told = SHARE.findall(" ".join(text.split()))
    return {f"{some} in {whole}" for some, whole in told}


def test_pages_say_of_rules_what_the_command_says() -> None:
    known = shares(" ".join(WORTH.values()))
    assert known >= {"one in twelve", "one in four", "two in five"}
    told = {
        name: shares(PAGES[name].read_text("utf-8")) - known
        for name in ("README.md", *map("docs/{}.md".format, ABOUT_RULES))
    }
    assert {name: found for name, found in told.items() if found} == {}


def test_decisions_are_numbered_without_a_gap() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(path.stem[:4]) for path in files] == [*range(1, len(files) + 1)]
    for number, path in enumerate(files, 1):
        assert path.read_text("utf-8").startswith(f"# {number}. ")


def test_every_make_target_that_docs_need_says_what_it_does() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    described = set(re.findall(r"^([a-z][\w-]*):.*## \S", text, re.MULTILINE))
    assert described == make_targets()


def test_what_does_not_exist_is_found() -> None:
    text = (
        "`make nothing`, `claimgraph fly`, `claimgraph ask x`\n```sh\nmake tea\n```\n"
    )
    found = unknown_commands(text, {"demo"}, {"ask"})
    assert sorted(found) == ["claimgraph fly", "make nothing", "make tea"]


def test_no_tracked_file_names_this_machine_or_a_registry() -> None:
    found: list[str] = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        hosts = {host for host in HOST.findall(text) if host not in HOSTS}
        found += [f"{path.relative_to(ROOT)}: {host}" for host in sorted(hosts)]
        found += [f"{path.relative_to(ROOT)}: {one}" for one in MACHINE.findall(text)]
    assert found == []


def test_ids_worked_out_by_hand_are_those_of_the_seeds() -> None:
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    blocks = FENCE.findall(text)
    at = next(number for number, block in enumerate(blocks) if block[0] == "python")
    ran = subprocess.run(
        [sys.executable, "-c", blocks[at][1]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    (claim,) = [
        claim
        for batch in corpus.read(ROOT / "seeds")
        for claim in batch.claims
        if (claim.article[:3], claim.label) == ("000", "nds-gurdwara")
    ]
    assert ran.stdout.split() == [claim.proposition, claim.id]
    assert blocks[at + 1][1].split() == [claim.proposition, claim.id]


def test_compose_file_offers_the_tested_server_to_this_machine_only() -> None:
    held = cast("Compose", read_yaml(ROOT / "docker-compose.yml").plain)
    assert set(held) == {"services", "volumes"}
    server, guide = held["services"]["neo4j"], held["services"]["guide"]
    assert server["image"] == f"neo4j:{neo4j_jars.LTS.version}-community"
    shown = f"play http://localhost:{PORT}/{GUIDE}"
    assert server["environment"]["NEO4J_browser_post__connect__cmd"] == shown
    assert guide["ports"] == [f"127.0.0.1:{PORT}:{PORT}"]
    assert guide["command"][-1] == str(PORT)
    for mounted in guide["volumes"]:
        path, _, end = mounted.partition(":/")
        assert (ROOT / path).exists() and end.endswith(":ro"), mounted
    assert server["ports"] == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]
    auth = server["environment"]["NEO4J_AUTH"]
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", auth)
    assert "http://localhost:7474" in cast("list[str]", server["healthcheck"]["test"])
    (volume,) = held["volumes"]
    assert server["volumes"] == [f"{volume}:/data"]
    assert not {"privileged", "network_mode", "env_file"} & set(server)
