"""What becomes of one input: refused, or loaded and read back equal, or a failure."""

import os
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from claimgraph.api.sources import open_source
from claimgraph.cypher import Step
from claimgraph.errors import ClaimgraphError
from claimgraph.gate import CheckedBatch, Gate
from claimgraph.loading import load
from claimgraph.model import Batch, Judgement
from claimgraph.readback import read
from claimgraph.schema import load_schema
from claimgraph.store.base import Store
from soak.processes import HEAP, LIMIT, SPARE, memory_of

End = Literal["refused", "same", "loaded", "failed"]
EVERYTHING = Step("MATCH (n) DETACH DELETE n", {})


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it ended; of a failure what is wrong, in a line, and the whole story."""

    end: End
    fault: str = ""
    story: str = ""


@dataclass
class Judge:
    """Judges inputs one after the other, in one store; `seen` are those it has loaded.

    An input that reads as one before it is not loaded again.
    """

    store: Store
    seen: set[int] = field(default_factory=set[int])

    def verdict(self, path: Path) -> Verdict:
        """What becomes of an input, in time, in memory, without a foreign exception."""
        started, before = time.process_time(), forget_peak()
        try:
            found = self.become(path)
        except (KeyboardInterrupt, SystemExit):
            raise
        # a reader written in Rust panics with what is no Exception
        except BaseException as error:
            last = f"traceback: {type(error).__name__}: {error}"
            return Verdict("failed", last[:300], traceback.format_exc())
        took, most = time.process_time() - started, memory_of(os.getpid())
        if found.end == "failed":
            return found
        if took > LIMIT:
            return Verdict("failed", f"hang: {took:.0f} s")
        # a process that has run other tests holds what they needed
        held = max(HEAP, before) if found.end == "loaded" else before
        if most > held + SPARE:
            return Verdict("failed", f"memory: {most} MB")
        return found

    def become(self, path: Path) -> Verdict:
        """What becomes of an input; whatever is no error of ours comes through."""
        try:
            batches = [*passed(path)]
        except ClaimgraphError as error:
            if not str(error).strip():
                return Verdict("failed", "it is refused without a word")
            return Verdict("refused")
        if not all(isinstance(one, CheckedBatch) for one in batches):
            return Verdict("refused")
        checked = [one for one in batches if isinstance(one, CheckedBatch)]
        mark = hash(repr([(one.batch, one.batch.article.text) for one in checked]))
        if mark in self.seen:
            return Verdict("same")
        self.seen.add(mark)
        return self.loaded(checked)

    def loaded(self, checked: Sequence[CheckedBatch]) -> Verdict:
        """What passed the gate goes in, comes out as it was, and goes in once more."""
        self.store.write([EVERYTHING])
        try:
            load(checked, self.store)
            unlike = [*differences([one.batch for one in checked], self.store)]
            again = load(checked, self.store)
        except ClaimgraphError as error:
            fault = f"passed the gate, then {type(error).__name__}: {error}"
            return Verdict("failed", fault[:300], traceback.format_exc())
        if unlike:
            return Verdict("failed", f"silent: {unlike[0]}"[:300], "\n".join(unlike))
        if again.created or again.changed or again.taken_out:
            return Verdict("failed", f"loaded twice it changes: {again}")
        return Verdict("loaded")


def passed(path: Path) -> Iterator[CheckedBatch | None]:
    """The batches of an input, None for one that does not pass the gate."""
    gate = Gate(load_schema())
    for found in open_source(path).batches:
        if isinstance(found, Batch):
            one = gate.pass_batch(found)
            yield one if isinstance(one, CheckedBatch) else None
        else:
            yield found


def differences(batches: Sequence[Batch], store: Store) -> Iterator[str]:
    """What is read from a graph, and is not what was loaded."""
    found: dict[str, list[Batch]] = {}
    for batch in read(store):
        found.setdefault(batch.article.id, []).append(batch)
    given: dict[str, list[Batch]] = {}
    for batch in batches:
        given.setdefault(batch.article.id, []).append(batch)
    if found.keys() != given.keys():
        yield f"articles {sorted(found)}, not {sorted(given)}"
    for stem in found.keys() & given.keys():
        yield from unlike(given[stem], found[stem])
    said = {one for batch in batches for one in batch.judgements or ()}
    held: set[Judgement] = set()
    for parts in found.values():
        held |= {one for part in parts for one in part.judgements or ()}
    if said != held:
        yield f"judgements {held ^ said}"


def unlike(given: Sequence[Batch], found: Sequence[Batch]) -> Iterator[str]:
    """What of an article was read otherwise than it was loaded."""
    if given[0].article != found[0].article:
        yield f"article {found[0].article}, not {given[0].article}"
    elif given[0].article.text != found[0].article.text:
        yield "the text is another one"
    wanted = {
        claim for one in given for claim in one.claims if claim.review != "rejected"
    }
    claims = {claim for one in found for claim in one.claims}
    for claim in wanted ^ claims:
        yield f"{'lacks' if claim in wanted else 'has'} {claim}"
    known = {entity.id: entity for one in given for entity in one.entities}
    again = {entity.id: entity for one in found for entity in one.entities}
    for name in known.keys() & again.keys():
        if known[name] != again[name]:
            yield f"entity {again[name]}, not {known[name]}"
    needed = {hop.holder for claim in wanted for hop in claim.chain}
    needed |= {claim.subject for claim in wanted}
    needed |= {claim.object for claim in wanted if claim.object}
    if missing := needed - again.keys():
        yield f"no entities {sorted(missing)}"


def forget_peak() -> int:
    """The memory of this process in MB; its peak is counted anew from now on."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return memory_of(os.getpid(), "VmRSS")
