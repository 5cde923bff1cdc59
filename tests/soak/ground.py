"""The graphs of the soak: brought to a state, looked at, and what they should hold."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

import neo4j_server
from places import ServerPlace
from soak.picture import Picture, stored
from soak.processes import CODES, DONE, LIMIT, Blow, Ran, faults, last_line, run

Words = tuple[str, ...]
# the commands that led from an empty graph to a state, one after the other
State = tuple[Words, ...]
# what the soak does for itself may take so long, on a machine that does other things
UNHURRIED = 120.0


class SoakError(Exception):
    """The soak itself cannot go on: what it relies on fails without any attack."""


class Ground(Protocol):
    """A graph that the attacks of a kind are made on."""

    name: str

    @property
    def target(self) -> str:
        """What `--store` takes."""
        ...

    @property
    def settings(self) -> Mapping[str, str]:
        """Variables of the environment that commands need there."""
        ...

    @property
    def pid(self) -> int:
        """The process of its server; 0 where it has none."""
        ...

    def bring(self, state: State) -> None:
        """Let the graph be as after these commands."""
        ...


@dataclass
class Bench:
    """What all attacks share: the product, a scratch folder, honest pictures.

    `program` is the command line of the product, which tests replace by a faulty one;
    `honest` makes what the other is held against. `limit` is in seconds: what a
    command may take, and an input, before it counts as a hang.
    """

    program: Words
    honest: Words
    python: Words
    scratch: Path
    limit: float = LIMIT
    worker: Words = ()
    pictures: dict[State, Picture] = field(default_factory=dict[State, Picture])
    paces: dict[tuple[str, Words], float] = field(
        default_factory=dict[tuple[str, Words], float]
    )

    @property
    def sources(self) -> Path:
        """The folder of the files that are loaded."""
        return self.scratch / "sources"

    def typed(self, words: Words) -> Words:
        """The words of a command with the names of sources made paths.

        >>> Bench((), (), (), Path("/x")).typed(("load", "@big.jsonl"))
        ('load', '/x/sources/big.jsonl')
        """
        at = f"{self.sources}/"
        return tuple(at + word[1:] if word.startswith("@") else word for word in words)

    def command(self, ground: Ground, words: Words) -> Words:
        """A command of the product on a ground."""
        return (*self.program, *self.typed(words), "--store", ground.target)

    def type(self, ground: Ground, words: Words, blow: Blow | None = None) -> Ran:
        """How a command of the product ended."""
        return run(
            self.command(ground, words),
            ground.settings,
            limit=self.limit,
            blow=blow,
            server=ground.pid,
        )

    def type_honestly(self, ground: Ground, words: Words) -> Ran:
        """As `type`, by the honest product; it must come to an end."""
        command = (*self.honest, *self.typed(words), "--store", ground.target)
        ran = run(command, ground.settings, limit=UNHURRIED, server=ground.pid)
        if ran.code != DONE:
            raise SoakError(f"an honest command fails: {ran.told()}")
        self.paces[ground.name, words] = ran.seconds
        return ran

    def pace(self, ground: Ground, state: State) -> float:
        """How long the last command of a state takes there; it is run if need be."""
        if (ground.name, state[-1]) not in self.paces:
            # a server that is in the state already would run nothing
            ground.bring(state[:-1])
            self.type_honestly(ground, state[-1])
        return self.paces[ground.name, state[-1]]

    def look(self, ground: Ground) -> tuple[Picture | None, Ran]:
        """What a graph holds, or None where it says that it cannot be read."""
        path = self.scratch / "picture"
        path.unlink(missing_ok=True)
        command = (*self.python, "-m", "soak.picture", ground.target, str(path))
        ran = run(command, ground.settings, limit=UNHURRIED, server=ground.pid)
        return (stored(path) if path.exists() else None), ran

    def should(self, state: State) -> Picture:
        """What a graph in that state holds, as the embedded engine has it."""
        if state not in self.pictures:
            place = Folder(self, self.scratch / "honest")
            place.bring(state)
            picture, ran = self.look(place)
            if picture is None:
                raise SoakError(f"an honest graph cannot be read: {ran.told()}")
            self.pictures[state] = picture
        return self.pictures[state]

    def differences(self, ground: Ground, state: State) -> list[str]:
        """What is wrong with a graph that should be in that state."""
        picture, ran = self.look(ground)
        if picture is None:
            return [*faults(ran, (DONE,)), f"cannot be read: {last_line(ran.err)}"][:1]
        found = picture.unlike(self.should(state))
        return [f"{len(found)} differences, {one[:300]}" for one in found[:1]]

    def completed(
        self,
        ground: Ground,
        words: Words,
        after: State,
        allowed: Sequence[int] = (DONE,),
    ) -> tuple[list[str], Ran]:
        """What is wrong after a command is run once more, to complete its work."""
        ran = self.type(ground, words)
        found = faults(ran, allowed if words[0] != "forget" else CODES[:2])
        return found or self.differences(ground, after), ran


@dataclass
class Folder:
    """A graph in a folder; its states are kept as templates and copied."""

    bench: Bench
    folder: Path
    name: str = "folder"

    @property
    def target(self) -> str:
        """The folder."""
        return str(self.folder)

    @property
    def settings(self) -> Mapping[str, str]:
        """None are needed."""
        return {}

    @property
    def pid(self) -> int:
        """It has no server."""
        return 0

    def bring(self, state: State) -> None:
        """A copy of the template of that state; none where there is no graph yet."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if state:
            shutil.copytree(self.template(state), self.folder)

    def template(self, state: State) -> Path:
        """The folder of a state, made by the honest product, once."""
        names = [" ".join(words) for words in state]
        place = self.bench.scratch / "templates" / "+".join(names).replace("/", "_")
        if not place.exists():
            making = Folder(self.bench, self.bench.scratch / "making")
            making.bring(state[:-1])
            self.bench.type_honestly(making, state[-1])
            place.parent.mkdir(exist_ok=True)
            making.folder.rename(place)
        return place


@dataclass
class Server:
    """The graph of a Neo4j server; it stays as it is where it is in a state already."""

    bench: Bench
    start: Callable[[], neo4j_server.Server]
    name: str = "Neo4j"
    holds: State | None = None

    @cached_property
    def started(self) -> neo4j_server.Server:
        """The server, started when it is needed."""
        return self.start()

    @property
    def place(self) -> ServerPlace:
        """How it is reached, and wiped."""
        one = self.started
        return ServerPlace(one.uri, one.user, one.password)

    @property
    def pid(self) -> int:
        """Its process."""
        return self.started.pid

    @property
    def target(self) -> str:
        """The address of the server."""
        return self.started.uri

    @property
    def settings(self) -> Mapping[str, str]:
        """Who may come in."""
        return {
            "NEO4J_USERNAME": self.started.user,
            "NEO4J_PASSWORD": self.started.password,
        }

    def bring(self, state: State) -> None:
        """Run the commands that lead to a state from the one that is there."""
        found = [*range(1, len(state) + 1)] if self.holds else []
        there = max((n for n in found if self.looks_like(state[:n])), default=0)
        if not there:
            self.place.wipe(bare=False)
        self.holds = None
        for words in state[there:]:
            self.bench.type_honestly(self, words)

    def looks_like(self, state: State) -> bool:
        """Whether a graph in that state equals the one that is there."""
        return self.holds is not None and (
            self.bench.should(self.holds) == self.bench.should(state)
        )
