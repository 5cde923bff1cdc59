"""The entries of `entities/`, and where the keys of a file stand."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

from claimgraph.corpus.entity_lines import LINES, entities_on_lines
from claimgraph.corpus.forms import FREE_WORDS, fill
from claimgraph.corpus.listing import files_in, naming_problems
from claimgraph.definitions.forms import EntityForm, entity_of
from claimgraph.errors import ClaimgraphError, Problem, nearest
from claimgraph.model import Entity, Where
from claimgraph.regular_file import read_regular
from claimgraph.schema import load_schema
from claimgraph.yaml_file import YamlFile, read_yaml
from claimgraph.yaml_file.reading import KeyPath, dotted_path

ENTITY_FILES = (
    "groups",
    "people",
    "organizations",
    "states",
    "communities",
    "attacks",
    "places",
)
CUT = (
    "ends before a comment (#): put the whole in quotes, or the comment on a line of "
    "its own"
)
LIKE_ID = re.compile(r"\b([a-z]+)/[a-z0-9_-]+")


def read_entities(folder: Path) -> tuple[dict[str, Entity], list[Problem]]:
    """The entries of `entities/` and of `entities.jsonl` by id.

    A second entry with one id is a problem. An entry that is there and wrong has a
    stand-in, so that nobody calls it unknown.
    """
    entities: dict[str, Entity] = {}
    problems: list[Problem] = []
    for stem, path in files_in(folder / "entities", ".yaml").items():
        problems += naming_problems(path, ".yaml")
        if stem not in ENTITY_FILES:
            known = ", ".join(f"{name}.yaml" for name in ENTITY_FILES)
            hint = nearest(stem, ENTITY_FILES)
            problems.append(Problem(str(path), None, "", f"is none of {known}{hint}"))
            continue
        for entity, found in entities_in(path):
            problems += [*found, *taken_entity(entities, entity)]
    for entity, found in entities_on_lines(folder / LINES):
        problems += [*found, *taken_entity(entities, entity)]
    meant = ids_in_files(problem.file for problem in problems)
    # an id with a sign too many, which the gate tells
    for own in entities:
        meant |= set() if LIKE_ID.fullmatch(own) else ids_in_text(own)
    for one in meant:
        entities.setdefault(one, Entity(id=one, name=one))
    return entities, problems


def taken_entity(
    entities: dict[str, Entity], entity: Entity | None
) -> Iterator[Problem]:
    """Puts an entry to those before it; a second one of its id is a problem."""
    if entity is None:
        return
    first = entities.setdefault(entity.id, entity)
    if first is not entity and entity.where is not None:
        place = f" ({first.where.file}:{first.where.line})" if first.where else ""
        reason = f"{entity.id} has an entry already{place}"
        yield entity.where.problem("id", reason)


def ids_in_files(files: Iterable[str]) -> set[str]:
    """All ids of entities that stand anywhere in some files."""
    found: set[str] = set()
    for file in set(files):
        # what cannot be read has none
        with suppress(OSError):
            text = read_regular(Path(file)).decode(errors="replace")
            found |= ids_in_text(text)
    return found


def ids_in_text(text: str) -> set[str]:
    """All ids of entities in a text."""
    prefixes = load_schema().by_prefix
    return {one[0] for one in LIKE_ID.finditer(text) if one[1] in prefixes}


def entities_in(path: Path) -> Iterator[tuple[Entity | None, list[Problem]]]:
    """Each entry of one file, or what is wrong with it."""
    try:
        file = read_yaml(path)
    except ClaimgraphError as error:
        yield None, [problem_from(error, path)]
        return
    yield from ((None, [problem]) for problem in cut_words(file))
    blocks = file.plain
    if blocks is None:
        return
    if not isinstance(blocks, list):
        yield None, [Problem(str(path), 1, "", "must be a list of entities")]
        return
    grouped = places(file, 1)
    for index, block in enumerate(cast("list[object]", blocks)):
        where = where_in(file, (index,), grouped)
        form, problems = fill(EntityForm, block, where)
        yield (entity_of(form, where) if form else None), problems


def places(file: YamlFile, depth: int) -> dict[KeyPath, dict[str, int]]:
    """The lines of all keys, grouped by the block at that depth that holds them."""
    grouped: dict[KeyPath, dict[str, int]] = {}
    for path, line in file.lines.items():
        if len(path) > depth:
            below = grouped.setdefault(path[:depth], {})
            below[dotted_path(path[depth:])] = line
    return grouped


def where_in(
    file: YamlFile, path: KeyPath, grouped: dict[KeyPath, dict[str, int]]
) -> Where:
    """The place of a block, with the lines of the keys below it."""
    return Where(
        file.file, dotted_path(path), file.line_of(path), grouped.get(path, {})
    )


def problem_from(error: ClaimgraphError, path: Path) -> Problem:
    """A file that cannot be read at all, as one problem."""
    file = error.file or str(path)
    return Problem(file, error.line, error.key or "", error.message)


def cut_words(file: YamlFile) -> list[Problem]:
    """Free words without quotes that a comment ends, which may be a part of them."""
    return [
        Problem(file.file, file.line_of(path), dotted_path(path), CUT)
        for path in file.cut
        if next((part for part in reversed(path) if isinstance(part, str)), "")
        in FREE_WORDS
    ]
