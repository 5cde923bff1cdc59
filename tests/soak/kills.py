"""Commands that are ended at any moment, then run again: is the graph an honest one?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from signal import SIGINT, SIGKILL, Signals

from soak.ground import EMPTY, Bench, Folder, Ground, Server, State, Words
from soak.processes import DONE, STOPPED, Blow, faults, run
from soak.tally import Failure, Kind, Tally

MARKET: State = (("load", "@market"),)
BIG: State = (*MARKET, ("load", "@big.claims.jsonl"))
CHANGED: State = (*BIG, ("load", "@changed.claims.jsonl"))
JUDGED: State = (*BIG, ("load", "@judged.claims.jsonl"))
FORGOTTEN: State = (*BIG, ("forget", "big"))
IMPORTED: State = (*MARKET, ("import", "@big.trig"))
FIRST: State = (("load", "@big.claims.jsonl"),)
# of what a command is thought to take where it was not seen yet
SLOWER = 1.3


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
    Scenario("make-ctrl-c", EMPTY, MARKET, 20, SIGINT, making=True),
    Scenario("first-load-ctrl-c", EMPTY, FIRST, 20, SIGINT, making=True),
)
ON_SERVERS = (
    Scenario("load", MARKET, BIG, 34),
    Scenario("re-load", BIG, CHANGED, 33),
    Scenario("forget", BIG, FORGOTTEN, 33),
)


def kill_kinds(bench: Bench, server: Server | None) -> Iterator[Kind]:
    """Every kind of kill on the embedded store, and on a server where there is one."""
    folder = Folder(bench, bench.scratch / "killed")
    grounds = [(folder, one) for one in IN_FOLDERS]
    for ground, scenario in grounds:
        yield kind(bench, ground, scenario)
    for scenario in ON_SERVERS if server else ():
        if server:
            yield kind(bench, server, scenario)


def kind(bench: Bench, ground: Ground, scenario: Scenario) -> Kind:
    """The kind of a scenario on a ground."""
    name = f"kill/{ground.name}/{scenario.name}"
    how = "Ctrl-C" if scenario.signal == SIGINT else "kill -9"
    row = f"{how}, {ground.name}: {scenario.name.removesuffix('-ctrl-c')}"
    run_one = partial(kill, bench, ground, scenario, name)
    return Kind(name, row, scenario.goal, run_one)


def kill(
    bench: Bench, ground: Ground, scenario: Scenario, name: str, seed: int, tries: int
) -> Tally:
    """Kill a command at a moment that the seed says, complete it, and compare."""
    tally = Tally()
    for number in range(seed, seed + tries):
        ground.bring(scenario.before)
        command = bench.command(ground, scenario.words)
        blow = blow_of(bench, ground, scenario, Random(f"{name}/{number}"))
        ran = run(
            command,
            ground.settings,
            seconds=bench.patience,
            blow=blow,
            server=ground.pid,
        )
        whole = ran.ended == ""
        if whole:
            bench.paces[name] = ran.seconds
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
    name = f"kill/{ground.name}/{scenario.name}"
    bench.should(scenario.after)
    words = " ".join(scenario.words)
    whole = bench.paces.get(name, bench.paces[words] * SLOWER)
    # what was seen on a busy machine may be too long for a whole command on an idle one
    start = min(start_of(bench), whole / 2)
    if scenario.making and isinstance(ground, Folder):
        after = chance.uniform(0, whole - start)
        return Blow(after, scenario.signal, ground.folder)
    return Blow(chance.uniform(start, whole), scenario.signal)


def start_of(bench: Bench) -> float:
    """How long a command takes until it does anything, in seconds."""
    if "start" not in bench.paces:
        ran = run((*bench.honest, "load", "--help"))
        bench.paces["start"] = ran.seconds
    return bench.paces["start"]


def kept(ground: Ground) -> tuple[Path, ...]:
    """What is left of a failure: the folder of the graph."""
    return (ground.folder,) if isinstance(ground, Folder) else ()
