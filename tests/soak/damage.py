"""Store files that are cut, flipped, zeroed or gone: nothing may be missing unnamed."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from soak.ground import Bench, Folder, State
from soak.kills import MARKET, kept
from soak.processes import DONE, INPUT, faults, last_line, run
from soak.races import OTHER
from soak.tally import Failure, Kind, Tally

Harm = Callable[[Path, Random], str]
BLOCK = 4096
LOCK = "claimgraph.lock"
HELD: State = (*MARKET, OTHER)


def cut(path: Path, chance: Random) -> str:
    """Cut the end off."""
    data = path.read_bytes()
    at = chance.randrange(len(data))
    path.write_bytes(data[:at])
    return f"cut at {at}"


def flip(path: Path, chance: Random) -> str:
    """Flip one bit, of what is no zero where there is anything."""
    data = bytearray(path.read_bytes())
    places = [at for at, byte in enumerate(data) if byte] or [0]
    at = chance.choice(places)
    data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return f"flip at {at}"


def zero(path: Path, chance: Random) -> str:
    """Zero a block that holds anything."""
    data = bytearray(path.read_bytes())
    places = [at for at in range(0, len(data), BLOCK) if any(data[at : at + BLOCK])]
    at = chance.choice(places or [0])
    length = min(BLOCK, len(data) - at)
    data[at : at + length] = bytes(length)
    path.write_bytes(data)
    return f"zeros at {at}"


def remove(path: Path, chance: Random) -> str:
    """Take the file away."""
    path.unlink()
    return f"removed ({chance.random():.0f})"


HARMS: dict[str, Harm] = {"cut": cut, "flip": flip, "zero": zero, "remove": remove}


def damage_kinds(bench: Bench) -> Iterator[Kind]:
    """Every kind of damage."""
    for name, harm in HARMS.items():
        kind = f"damage/folder/{name}"
        run_one = partial(damage, bench, harm, kind)
        yield Kind(kind, f"damaged store file, folder: {name}", 13, run_one)


def verifies(bench: Bench) -> bool:
    """Whether `status` knows `--verify`; else the questions of `health/` are asked."""
    return "--verify" in run((*bench.program, "status", "--help")).out


def damage(bench: Bench, harm: Harm, name: str, seed: int, tries: int) -> Tally:
    """Harm a file; whatever the graph then holds, it is honest, or it is said."""
    tally = Tally()
    honest = bench.should(HELD)
    check = ("status", "--verify") if verifies(bench) else ("status",)
    for number in range(seed, seed + tries):
        chance = Random(f"{name}/{number}")
        ground = Folder(bench, bench.scratch / "damaged")
        ground.bring(HELD)
        files = [path for path in ground.folder.iterdir() if path.stat().st_size]
        path = chance.choice(sorted(each for each in files if each.name != LOCK))
        how = harm(path, chance)
        status = bench.type(ground, check)
        picture, looked = bench.look(ground)
        found = faults(status, (DONE, INPUT)) + faults(looked, (DONE, INPUT))
        named = status.code != DONE or picture is None
        if picture is not None and not named:
            named = len(check) == 1 and picture.health != honest.health
            lost = picture.whole.unlike(honest.whole)
            if lost and not named:
                found.append(f"silent: {len(lost)} differences, {lost[0][:200]}")
        tally.tries += 1
        tally.loaded += named
        if found:
            said = last_line(looked.err)
            story = f"{path.name}: {how}\n{status.told()}{looked.told()}{said}\n"
            story += "\n".join(found)
            tally.failures.append(Failure(name, number, found[0], story, kept(ground)))
    return tally
