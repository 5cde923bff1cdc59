"""Entries for entities that a corpus does not have yet."""

from dataclasses import dataclass
from pathlib import Path

from claimgraph.coding.entries import Wanted, entry_block, sound_entity, with_entry
from claimgraph.coding.names import Directory, Likeness, directory, likenesses
from claimgraph.coding.writing import write_together
from claimgraph.corpus.judgements import locked_folder
from claimgraph.model import Entity
from claimgraph.schema import load_schema


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry that may be written, and those who may be meant by it already."""

    wanted: Wanted
    entity: Entity
    like: tuple[Likeness, ...]

    @property
    def doubtful(self) -> bool:
        """Whether somebody has to say that this is another one."""
        return any(one.asks for one in self.like)


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """Where an entry was written, and its lines."""

    id: str
    file: Path
    line: int
    text: str


def new_entry(folder: str | Path, wanted: Wanted) -> NewEntry:
    """The entry with its id, after a look at who has such a name already.

    In the corpus, in those that it uses, and in what ships with claimgraph. Nothing is
    written. CorpusError and GateError for what no entry may say.
    """
    known = directory(Path(folder))
    entity = sound_entity(entry_block(wanted, known.taken), known.at_hand)
    return NewEntry(wanted, entity, tuple(look_up(known, wanted)))


def look_up(known: Directory, wanted: Wanted) -> list[Likeness]:
    """Those that may be meant by a new entry."""
    return likenesses(known.known, wanted.names, wanted.prefix)


def write_entry(folder: str | Path, wanted: Wanted) -> WrittenEntry:
    """Writes the entry as the last of its file, in which every other byte stays."""
    folder = Path(folder)
    with locked_folder(folder):
        known = directory(folder)
        block = entry_block(wanted, known.taken)
        sound_entity(block, known.at_hand)
        path, added = with_entry(folder, block, {})
        write_together({path: added.text.encode()})
    return WrittenEntry(str(block["id"]), path, added.line, added.added)


def kinds_of(prefix: str) -> list[str]:
    """The kinds that entities of a type may have."""
    return list(load_schema().by_prefix[prefix].kinds)
