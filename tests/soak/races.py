"""Two commands at once on one graph: each does its work whole, or says why not."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from random import Random

from soak.ground import Bench, Folder, Ground, Server, State, Words
from soak.kills import kept, start_of
from soak.processes import DONE, INPUT, Ran, faults
from soak.states import ALPHA, BIG, GONE, LOAD, MARKET, OTHER
from soak.tally import Failure, Kind, Tally

# how many of each race; those on a server take twice as long
IN_FOLDERS, ON_SERVERS = 15, 10
# seconds between the two: so long is what they do after their start
APART = 1.5


@dataclass(frozen=True, slots=True)
class Race:
    """Two commands on a graph in a state, and what both of them come to."""

    name: str
    before: State
    one: Words
    two: Words

    @property
    def after(self) -> State:
        """What one after the other comes to, in any order."""
        return tuple(dict.fromkeys((*self.before, self.one, self.two)))


RACES = (
    Race("load-load", MARKET, LOAD, OTHER),
    Race("same-load", MARKET, LOAD, LOAD),
    Race("load-forget", BIG, OTHER, GONE),
    Race("re-load-forget", MARKET, LOAD, ALPHA),
)


def race_kinds(bench: Bench, server: Server | None) -> Iterator[Kind]:
    """Every race on the embedded store, and on a server where there is one."""
    folder = Folder(bench, bench.scratch / "raced")
    grounds: list[Ground] = [folder, *([server] if server else [])]
    for ground in grounds:
        for race in RACES:
            name = f"race/{ground.name}/{race.name}"
            row = f"race, {ground.name}: {race.name.replace('-', ' beside ')}"
            run_one = partial(meet, bench, ground, race, name)
            goal = IN_FOLDERS if ground is folder else ON_SERVERS
            yield Kind(name, row.replace("re beside ", "re-"), goal, run_one)


def meet(
    bench: Bench, ground: Ground, race: Race, name: str, seed: int, tries: int
) -> Tally:
    """Run both at once, then again what was refused, and compare."""
    tally = Tally()
    for number in range(seed, seed + tries):
        chance = Random(f"{name}/{number}")
        bench.should(race.after)
        ground.bring(race.before)
        pause = chance.uniform(0, min(APART, start_of(bench) * 2))
        orders = [race.one, race.two]
        chance.shuffle(orders)
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(bench.type, ground, orders[0])
            time.sleep(pause)
            second = pool.submit(bench.type, ground, orders[1])
            rans = [first.result(), second.result()]
        found = [one for ran in rans for one in faults(ran, (DONE, INPUT))]
        found += [one for ran in rans for one in misled(ran, ground)]
        for ran, words in zip([*rans], orders, strict=True):
            if ran.code != DONE and not found:
                again = bench.type(ground, words)
                found += faults(again, (DONE,))
                rans.append(again)
        found = found or bench.differences(ground, race.after)
        tally.tries += 1
        if found:
            story = "".join([f"{pause:.3f} s apart\n", *(one.told() for one in rans)])
            story += "".join(f"{one}\n" for one in found)
            tally.failures.append(Failure(name, number, found[0], story, kept(ground)))
        elif isinstance(ground, Server):
            ground.holds = race.after
    return tally


def misled(ran: Ran, ground: Ground) -> list[str]:
    """Whether the one that was refused was told who has the graph."""
    if ran.code != INPUT or not isinstance(ground, Folder) or "process " in ran.err:
        return []
    return [f"wrong message: {ran.err.strip()[:200]}"]
