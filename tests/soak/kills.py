"""Commands that are ended at any moment, then run again: is the graph an honest one?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from signal import SIGINT, SIGKILL, Signals

from soak.ground import Bench, Folder, Ground, Server, State, Words
from soak.processes import DONE, STOPPED, Blow, faults, run
from soak.states import (
    BIG,
    CHANGED,
    EMPTY,
    FIRST,
    FORGOTTEN,
    IMPORTED,
    JUDGED,
    MARKET,
    ROUND,
)
from soak.tally import Failure, Kind, Tally


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command between two states; `making` counts from when the folder is there."""

    name: str
    before: State
    after: State
    goal: int
    signal: Signals = SIGKILL
    making: bool = False

    @property
    def words(self) -> Words:
        """The command."""
        return self.after[-1]


IN_FOLDERS = (
    Scenario("make", EMPTY, MARKET, 60, making=True),
    Scenario("load", MARKET, BIG, 30),
    Scenario("first-load", EMPTY, FIRST, 20, making=True),
    Scenario("re-load", BIG, CHANGED, 30),
    Scenario("forget", BIG, FORGOTTEN, 20),
    Scenario("import", MARKET, IMPORTED, 20),
    Scenario("judgements", BIG, JUDGED, 20),
    Scenario("make", EMPTY, MARKET, 5, SIGINT, making=True),
    Scenario("first-load", EMPTY, FIRST, 5, SIGINT, making=True),
)
START = "", ("load", "--help")
HOWS = {"kill": "kill -9", "ctrl-c": "Ctrl-C"}
# one after the other: each begins where the one before it ends
ON_SERVERS = (
    Scenario("load", MARKET, BIG, 34),
    Scenario("re-load", BIG, CHANGED, 33),
    Scenario("forget", CHANGED, ROUND, 33),
)


def kill_kinds(bench: Bench, server: Server | None) -> Iterator[Kind]:
    """Every kind of kill on the embedded store, and on a server where there is one."""
    folder = Folder(bench, bench.scratch / "killed")
    for scenario in IN_FOLDERS:
        how = "ctrl-c" if scenario.signal == SIGINT else "kill"
        name = f"{how}/{folder.name}/{scenario.name}"
        row = f"{HOWS[how]}, {folder.name}: {scenario.name}"
        run_one = partial(kill, bench, folder, (scenario,), name)
        yield Kind(name, row, scenario.goal, run_one)
    if server:
        name = f"kill/{server.name}/round"
        names = ", ".join(scenario.name for scenario in ON_SERVERS)
        row = f"{HOWS['kill']}, {server.name}: {names}"
        run_one = partial(kill, bench, server, ON_SERVERS, name)
        goal = sum(scenario.goal for scenario in ON_SERVERS)
        yield Kind(name, row, goal, run_one, 2 * len(ON_SERVERS))


def kill(
    bench: Bench,
    ground: Ground,
    scenarios: Sequence[Scenario],
    name: str,
    seed: int,
    tries: int,
) -> Tally:
    """Kill a command at a moment that the seed says, complete it, and compare."""
    tally = Tally()
    for number in range(seed, seed + tries):
        scenario = scenarios[number % len(scenarios)]
        blow = blow_of(bench, ground, scenario, Random(f"{name}/{number}"))
        ground.bring(scenario.before)
        ran = bench.type(ground, scenario.words, blow)
        whole = ran.ended == ""
        if whole:
            bench.paces[ground.name, scenario.words] = ran.seconds
        tally.missed += whole
        tally.tries += not whole
        found = faults(ran, (DONE, STOPPED), blow=blow)
        stories = [f"{blow}\n", ran.told()]
        # of a command that ended by itself only the end is looked at, as of the others
        wrong, again = bench.completed(ground, scenario.words, scenario.after)
        found += wrong
        if found:
            stories.append(again.told())
            stories += [f"{one}\n" for one in found]
            tally.failures.append(
                Failure(name, number, found[0], "".join(stories), kept(ground))
            )
            tally.tries += whole
        elif isinstance(ground, Server):
            ground.holds = scenario.after
    return tally


def blow_of(bench: Bench, ground: Ground, scenario: Scenario, chance: Random) -> Blow:
    """When to strike: at any moment between the start of the work and its end."""
    whole = bench.pace(ground, scenario.after)
    # what was seen on a busy machine may be too long for a whole command on an idle one
    start = min(start_of(bench), whole / 2)
    if scenario.making and isinstance(ground, Folder):
        after = chance.uniform(0, whole - start)
        return Blow(after, scenario.signal, ground.folder)
    return Blow(chance.uniform(start, whole), scenario.signal)


def start_of(bench: Bench) -> float:
    """How long a command takes until it does anything, in seconds."""
    if START not in bench.paces:
        ran = run((*bench.honest, *START[1]))
        bench.paces[START] = ran.seconds
    return bench.paces[START]


def kept(ground: Ground) -> tuple[Path, ...]:
    """What is left of a failure: the folder of the graph."""
    return (ground.folder,) if isinstance(ground, Folder) else ()
