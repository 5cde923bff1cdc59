"""What all runs of the soak came to, in a file, and the table of it."""

import hashlib
import json
import re
import shutil
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypedDict, cast

from one_at_a_time import one_at_a_time
from soak.aims import AIMS
from soak.tally import Failure, Kind, Tally

BEGIN, END = "<!-- soak: begin -->", "<!-- soak: end -->"
REPORT = "what.txt"
HEADS = "| attack | tries | failures | notes |"


class Sum(TypedDict):
    """What the tries of a kind came to; `next` is the seed of the next try."""

    row: str
    tries: int
    missed: int
    loaded: int
    next: int
    failures: dict[str, int]


class Sums(TypedDict):
    """All kinds by name, the days of the first and the last run, and their minutes."""

    first: str
    last: str
    minutes: float
    kinds: dict[str, Sum]


@dataclass
class Book:
    """The sums below a folder, and the failures that are kept beside them.

    A failure is open as long as its folder stands there.
    """

    folder: Path
    today: str
    sums: Sums = field(init=False)

    def __post_init__(self) -> None:
        self.read()

    def read(self) -> None:
        """Take the sums as another run may have written them."""
        empty: Sums = {"first": self.today, "last": "", "minutes": 0, "kinds": {}}
        held = self.path.read_text("utf-8") if self.path.exists() else ""
        self.sums = cast(Sums, json.loads(held)) if held else empty

    @contextmanager
    def at_hand(self) -> Generator[None]:
        """The sums of all runs, which no other run changes meanwhile."""
        with one_at_a_time(self.path):
            self.read()
            yield
            new = self.path.with_suffix(".new")
            new.write_text(json.dumps(self.sums, indent=1) + "\n", "utf-8")
            new.rename(self.path)

    @property
    def path(self) -> Path:
        """The file of the sums."""
        return self.folder / "sums.json"

    def sum_of(self, kind: Kind) -> Sum:
        """The sum of a kind; a new one begins at a seed of its own."""
        if kind.name not in self.sums["kinds"]:
            start = Random().randrange(10**6) * 1000
            self.sums["kinds"][kind.name] = Sum(
                row=kind.row,
                tries=0,
                missed=0,
                loaded=0,
                next=start,
                failures={},
            )
        return self.sums["kinds"][kind.name]

    def reserve(self, kind: Kind) -> int:
        """The first of the seeds that the next tries of a kind take."""
        with self.at_hand():
            held = self.sum_of(kind)
            held["next"] += kind.at_once
            return held["next"] - kind.at_once

    def add(self, kind: Kind, tally: Tally, seconds: float) -> None:
        """Count tries, and keep what failed."""
        with self.at_hand():
            held = self.sum_of(kind)
            held["tries"] += tally.tries
            held["missed"] += tally.missed
            held["loaded"] += tally.loaded
            for failure in tally.failures:
                name = self.keep(failure)
                held["failures"][name] = held["failures"].get(name, 0) + 1
            self.sums["minutes"] += seconds / 60
            self.sums["last"] = self.today

    def keep(self, failure: Failure) -> str:
        """The name of the folder that has the smallest of all failures of its sort."""
        sort = re.sub(r"\d+|0x\w+|'[^']*'", "", failure.fault)[:80]
        digest = hashlib.sha256(sort.encode()).hexdigest()[:8]
        name = f"{failure.kind.replace('/', '-')}-{digest}"
        place = self.folder / "failures" / name
        if place.exists() and size_of([place]) <= size_of(failure.keep):
            return name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        again = f"make soak KIND={failure.kind} SEED={failure.seed}"
        text = f"{failure.fault}\n\nAgain: {again}\n\n{failure.story}\n"
        (place / REPORT).write_text(text, "utf-8", "replace")
        for path in failure.keep:
            if path.is_dir():
                shutil.copytree(path, place / path.name)
        return name

    def open_failures(self) -> list[Path]:
        """The folders of failures that nobody has taken away."""
        return sorted((self.folder / "failures").glob("*"))

    def poorest(self, kinds: Sequence[Kind], chance: Random) -> Kind:
        """The kind that has the least of what is wanted of it.

        What has reached its goal waits until all have; a kind that often comes too late
        does not go before others for that.
        """
        short = [one for one in kinds if self.sum_of(one)["tries"] < one.goal] or kinds
        order = chance.sample([*short], len(short))
        return min(order, key=lambda kind: done(self.sum_of(kind)) / kind.goal)

    def table(self, kinds: Iterable[Kind]) -> str:
        """The sums as a table of Markdown; kinds that were not tried are in it."""
        shown: dict[str, Sum] = {kind.row: self.sum_of(kind) for kind in kinds}
        held = self.sums["kinds"]
        shown |= {one["row"]: one for one in held.values() if one["tries"]}
        lines = [HEADS, "|---|--:|--:|---|"]
        lines += [row_of(row, one, note(one)) for row, one in sorted(shown.items())]
        lines += ["", "| aim | wanted | tried | failures |"]
        lines += ["|---|--:|--:|--:|"]
        for aim in AIMS:
            some = [one for name, one in held.items() if aim.covers(name)]
            lines.append(f"| {aim.words} | {aim.tries:,} | {figures(some)} |")
        lines.append(f"| all attacks | | {figures([*held.values()])} |")
        first, last = self.sums["first"], self.sums["last"]
        days = first if first == last else f"{first} to {last}"
        lines.append(f"\n{self.sums['minutes']:.0f} minutes, {days}.")
        return "\n".join(lines)


def row_of(row: str, one: Sum, note: str) -> str:
    """The row of a kind."""
    return f"| {row} | {figures([one])} | {note} |"


def figures(some: Sequence[Sum]) -> str:
    """Tries and failures, as cells of a table."""
    tries = sum(one["tries"] for one in some)
    failures = sum(map(failures_of, some))
    return f"{tries:,} | {failures:,}"


def failures_of(one: Sum) -> int:
    """The failures of a kind, of whatever sort."""
    return sum(one["failures"].values())


def done(one: Sum) -> int:
    """The tries of a kind, those without a chance to fail too."""
    return one["tries"] + one["missed"]


def note(one: Sum) -> str:
    """What else is to be said about the tries of a kind."""
    said: list[str] = []
    if not one["tries"]:
        said.append("not tried")
    if one["row"].startswith("damage") and one["tries"]:
        same = one["tries"] - one["loaded"] - failures_of(one)
        said.append(f"{one['loaded']:,} named, {same:,} changed nothing")
    elif one["loaded"]:
        said.append(f"{one['loaded']:,} passed the gate and read back equal")
    if one["missed"]:
        said.append(f"{one['missed']:,} more had ended before")
    return "; ".join(said)


def size_of(paths: Iterable[Path]) -> int:
    """The bytes of the files below some folders, without reports."""
    files = (file for path in paths for file in path.rglob("*") if file.is_file())
    return sum(file.stat().st_size for file in files if file.name != REPORT)


def rewrite_page(page: Path, table: str) -> None:
    """Put the table between the marks of a page."""
    text = page.read_text("utf-8")
    before, found, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not found or not ended:
        raise ValueError(f"{page} has no marks {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")
