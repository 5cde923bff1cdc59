"""A mapping file, read: its keys, words and columns are those that there are."""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from claimgraph.errors import GateError, LoaderError, Problem, nearest, unknown_word
from claimgraph.resources import packaged_path
from claimgraph.tables.forms import MappingForm
from claimgraph.tables.places import mapping_advice, mapping_beside
from claimgraph.tables.vocabulary import word_problems
from claimgraph.type_guards import is_list
from claimgraph.yaml_file import YamlFile, read_yaml
from claimgraph.yaml_file.forms import Form, FormError, read_form
from claimgraph.yaml_file.reading import KeyPath, dotted_path

READY = ("loaders", "mappings")
COLUMN_KEYS = frozenset(
    {
        *("column", "year", "month", "day", "end", "lat", "lon"),
        *("best", "low", "high"),
    }
)
BRACES = re.compile(r"\{([^{}]+)\}")
# what a mapping is called that does not ship, and how many lacking columns are named
OWN, SHOWN = "own", 4
CUT = ": it ends before a comment (#), put the whole in quotes"
NOT_LOADED = ", nothing was loaded"


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A mapping file with its name; `named` are the columns that its keys name."""

    name: str
    form: MappingForm
    file: YamlFile = field(repr=False)
    named: tuple[tuple[KeyPath, str], ...] = field(repr=False)

    def problem(self, path: KeyPath, reason: str) -> Problem:
        """A problem at a key of the file."""
        return problem_in(self.file, path, reason)

    def check_columns(self, head: Sequence[str], table: Path) -> None:
        """GateError where a key names a column that the table lacks.

        LoaderError where a ready mapping is of quite another table.
        """
        known, spare = set(head), set(self.form.table.optional)
        needed = {name for _, name in self.named} - spare
        if self.name != OWN and len(needed - known) > len(needed) / 2:
            lacking = ", ".join(sorted(needed - known)[:SHOWN])
            reason = (
                f"has not the columns of {self.name} (it lacks {lacking} …): "
                f"`claimgraph map {shlex.quote(str(table))}` proposes one of its own"
            )
            raise LoaderError(reason, file=str(table))
        cut = set(self.file.cut)
        problems = [
            self.problem(
                path,
                f"{table.name} has no column {name!r}"
                + (CUT if cut & {path, path[:-1]} else hint(name, head)),
            )
            for path, name in self.named
            if name not in known and name not in spare
        ]
        if problems:
            raise GateError(problems, NOT_LOADED)


def hint(name: str, head: Sequence[str]) -> str:
    """The nearest of the columns, or all where they are few."""
    near = nearest(name, head)
    return near if near or len(head) > 12 else f" (there are: {', '.join(head)})"


def problem_in(file: YamlFile, path: KeyPath, reason: str) -> Problem:
    """A problem at a key of a YAML file, with the line where that stands."""
    return Problem(file.file, file.line_of(path), dotted_path(path), reason)


def ready_names() -> list[str]:
    """The mappings that ship with claimgraph, sorted."""
    files = packaged_path(*READY).iterdir()
    return sorted(one.name[:-5] for one in files if one.name.endswith(".yaml"))


def find_mapping(table: Path, given: str | None) -> TableMapping:
    """The mapping that is given, as a file or by the name of a ready one; else the
    file beside the table. LoaderError where there is none, GateError for a bad one.
    """
    if given is None:
        beside = mapping_beside(table)
        if not beside.exists():
            raise LoaderError(mapping_advice(table), file=str(table))
        return read_mapping(beside, OWN)
    known = ready_names()
    if given.lower() in known:
        return read_ready(given.lower())
    if Path(given).suffix not in (".yaml", ".yml"):
        reason = f"{unknown_word(given, known)}; a mapping of your own ends in .yaml"
        raise LoaderError(reason, file=str(table))
    return read_mapping(Path(given), OWN)


def read_ready(name: str) -> TableMapping:
    """A mapping that ships, by its name."""
    return read_mapping(packaged_path(*READY, f"{name}.yaml"), name)


def ready_text(name: str) -> str:
    """The file of a mapping that ships."""
    return packaged_path(*READY, f"{name}.yaml").read_text("utf-8")


def read_mapping(path: Path | Traversable, name: str) -> TableMapping:
    """A mapping file; GateError with all that is wrong, CorpusError for no YAML."""
    file = read_yaml(path, None if isinstance(path, Path) else f"{name}.yaml")
    return mapping_of(file, name)


def mapping_text(text: str, name: str) -> TableMapping:
    """A mapping that no file has yet."""
    return mapping_of(YamlFile(text, f"{name}.yaml"), name)


def mapping_of(file: YamlFile, name: str) -> TableMapping:
    """What a YAML file says as a mapping; GateError with all that is wrong."""
    try:
        form = read_form(MappingForm, file.plain)
    except FormError as error:
        problems = [problem_in(file, *refusal) for refusal in error.refusals]
        raise GateError(problems, NOT_LOADED) from None
    problems = [problem_in(file, *found) for found in word_problems(form)]
    if problems:
        raise GateError(problems, NOT_LOADED)
    return TableMapping(name, form, file, tuple(named_columns(form)))


def named_columns(form: MappingForm) -> Iterator[tuple[KeyPath, str]]:
    """Every key that names a column, with the column."""
    yield from columns_below(form, ())
    for key, text in (("name", form.name), ("note", form.note)):
        for found in BRACES.findall(text or ""):
            yield (key,), found
    for at, figure in enumerate(form.figures):
        for found in BRACES.findall(figure.of):
            yield ("figures", at, "of"), found
    for at, name in enumerate(form.id):
        yield ("id", at), name


def columns_below(form: Form, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Those of a block and of the blocks in it."""
    for name in type(form).model_fields:
        held: object = getattr(form, name)
        if isinstance(held, Form):
            yield from columns_below(held, (*path, name))
        elif isinstance(held, str) and name in COLUMN_KEYS:
            yield (*path, name), held
        elif is_list(held):
            for at, one in enumerate(held):
                if isinstance(one, Form):
                    yield from columns_below(one, (*path, name, at))
                elif name == "names" and isinstance(one, str):
                    yield (*path, name, at), one
