"""Store files that are cut, flipped, zeroed or gone: `status --verify` must name it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from soak.ground import Bench, Folder
from soak.kills import kept
from soak.picture import Picture
from soak.processes import DONE, INPUT, Ran, faults, last_line
from soak.states import TWO
from soak.tally import Failure, Kind, Tally

Harm = Callable[[Path, Random], str]
BLOCK = 4096
LOCK = "claimgraph.lock"


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
    """Take the file away, whatever the chance."""
    path.unlink()
    return "removed"


HARMS: dict[str, Harm] = {"cut": cut, "flip": flip, "zero": zero, "remove": remove}


def damage_kinds(bench: Bench) -> Iterator[Kind]:
    """Every kind of damage."""
    for name, harm in HARMS.items():
        kind = f"damage/folder/{name}"
        run_one = partial(damage, bench, harm, kind)
        yield Kind(kind, f"damaged store file, folder: {name}", 13, run_one)


def damage(bench: Bench, harm: Harm, name: str, seed: int, tries: int) -> Tally:
    """Harm a file, and count what `status --verify` says of it."""
    tally = Tally()
    honest = bench.should(TWO)
    for number in range(seed, seed + tries):
        chance = Random(f"{name}/{number}")
        ground = Folder(bench, bench.scratch / "damaged")
        ground.bring(TWO)
        files = [path for path in ground.folder.iterdir() if path.stat().st_size]
        path = chance.choice(sorted(each for each in files if each.name != LOCK))
        how = harm(path, chance)
        status = bench.type(ground, ("status", "--verify"))
        picture, looked = bench.look(ground)
        found = faults(status, (DONE, INPUT)) + faults(looked, (DONE, INPUT))
        lost = differences(picture, honest, looked) if status.code == DONE else []
        tally.tries += 1
        tally.loaded += status.code != DONE and not found
        if lost:
            found.append(f"silent: {len(lost)} differences, {lost[0][:200]}")
        if found:
            story = f"{path.name}: {how}\n{status.told()}{looked.told()}"
            story += "\n".join([*found, *lost])
            tally.failures.append(Failure(name, number, found[0], story, kept(ground)))
    return tally


def differences(picture: Picture | None, honest: Picture, looked: Ran) -> list[str]:
    """What is wrong with a graph that is said to be whole."""
    if picture is None:
        return [f"it cannot be read: {last_line(looked.err)}"]
    return picture.unlike(honest)
