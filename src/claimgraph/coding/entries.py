"""Entries of `entities/` that a person wants written."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.coding.blocks import Block, Flow, Scalar
from claimgraph.coding.insertion import Inserted, with_item
from claimgraph.coding.new_ids import attack_id, new_id, slug_of, unnamed_id
from claimgraph.corpus.entries import ENTITY_FILES
from claimgraph.corpus.forms import fill
from claimgraph.corpus.listing import file_of
from claimgraph.corpus.scaffold import MODELINE, SCHEMA
from claimgraph.corpus.shipped import shipped_home
from claimgraph.definitions.forms import EntityForm, entity_of
from claimgraph.errors import CorpusError, GateError, named_os_errors
from claimgraph.gate import check_entities
from claimgraph.gate.words import NO_ENTRY, no_entry
from claimgraph.model import Entity, Where
from claimgraph.regular_file import read_regular
from claimgraph.schema import load_schema

PREFIXES = ("group", "person", "org", "state", "community", "attack", "place")
FILES: Mapping[str, str] = dict(zip(PREFIXES, ENTITY_FILES, strict=True))
ATTACK = "attack"
UNWRITTEN = ", nothing was written"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person says of somebody or something new.

    `day`, `place` and `what` make the id of an attack; `unnamed_in` is the article that
    leaves somebody without a name.
    """

    prefix: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    description: str | None = None
    within: str | None = None
    collective: bool = False
    unnamed_in: str | None = None
    day: str | None = None
    place: str | None = None
    what: str | None = None
    own_id: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and the others."""
        return (self.name, *self.aliases)


def entry_block(wanted: Wanted, taken: Collection[str]) -> Block:
    """The entry, with its own id or one by the rule that nobody has."""
    found: dict[str, Scalar | Flow] = {
        "id": wanted.own_id or made_id(wanted, taken),
        "name": wanted.name.strip(),
    }
    if wanted.aliases:
        found["aliases"] = list(wanted.aliases)
    for key in ("kind", "description"):
        if said := getattr(wanted, key):
            found[key] = str(said)
    for key, held in (
        ("unnamed", wanted.unnamed_in is not None),
        ("collective", wanted.collective),
    ):
        if held:
            found[key] = True
    if wanted.within:
        found["within"] = wanted.within
    return found


def made_id(wanted: Wanted, taken: Collection[str]) -> str:
    """The id that the rule makes of what is said."""
    if wanted.unnamed_in is not None:
        return unnamed_id(wanted.prefix, wanted.unnamed_in, wanted.name, taken)
    if wanted.prefix == ATTACK and wanted.place:
        what = wanted.what or wanted.kind or slug_of(wanted.name)
        return attack_id(wanted.day, wanted.place, what, taken)
    return new_id(wanted.prefix, wanted.names, taken)


def sound_entity(block: Block, known: Mapping[str, Entity]) -> Entity:
    """The entity of an entry; GateError with all that is wrong with it.

    `known` are those that claims may name: none of them has its id.
    """
    where = Where("")
    own_id = str(block["id"])
    if own_id in known:
        reason = f"{own_id} has an entry already ({known[own_id].name})"
        raise GateError([where.problem("id", reason)], UNWRITTEN)
    form, problems = fill(EntityForm, block, where)
    if form is None:
        raise GateError(problems, UNWRITTEN)
    entity = entity_of(form, where)
    schema = load_schema()
    if entity.within is not None and entity.within not in known:
        home = shipped_home(entity.within)
        told = f"{entity.within} {NO_ENTRY}{home}"
        reason = told if home else no_entry(entity.within, known)
        raise GateError([where.problem("within", reason)], UNWRITTEN)
    around = [known[one] for one in entity.around if one in known]
    problems = check_entities(
        [entity, *around], schema, {id(one): one for one in around}
    )
    own = [one for one in problems if not one.file]
    if own:
        raise GateError(own, UNWRITTEN)
    return entity


def with_entry(
    folder: Path, block: Block, held: Mapping[Path, str]
) -> tuple[Path, Inserted]:
    """The file of an entry with it as the last; `held` are texts not yet written."""
    stem = FILES[str(block["id"]).partition("/")[0]]
    path = file_of(folder / "entities", stem, ".yaml")
    text = held.get(path)
    if text is None:
        text = text_of(path) if path.exists() else new_text(folder)
    return path, with_item(text, block, None, path)


def text_of(path: Path) -> str:
    """A file as it is, with its mark and its line ends."""
    with named_os_errors(CorpusError, path, "cannot be read"):
        raw = read_regular(path)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError("is not UTF-8", file=str(path)) from error


def new_text(folder: Path) -> str:
    """What a new file of entries begins with."""
    return MODELINE.format(above="../") if (folder / SCHEMA).exists() else ""
