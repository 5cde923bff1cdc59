"""The shape of an entity in people's files, and of what a corpus says of it."""

from typing import Literal

from claimgraph.model import Alias, Definition, Entity, Where
from claimgraph.yaml_file.forms import Form, Number


class AliasForm(Form):
    """An alias with a mark."""

    name: str
    case: Literal["exact"] | None = None
    ambiguous: bool = False


class EntityForm(Form):
    """An entity as written."""

    id: str
    name: str
    aliases: list[str | AliasForm] = []
    kind: str | None = None
    description: str | None = None
    ids: dict[str, str] = {}
    unnamed: bool = False
    collective: bool = False
    by: str | None = None
    within: str | None = None
    lat: Number | None = None
    lon: Number | None = None


class DefinitionForm(EntityForm):
    """An entity as one corpus has it."""

    corpus: str
    uses: list[str] = []
    needed_by: list[str]


class MachineEntityForm(EntityForm):
    """An entity line of Claims JSONL."""

    definitions: list[DefinitionForm] = []


def entity_of(form: EntityForm, where: Where | None) -> Entity:
    """An entity from its entry."""
    aliases = tuple(
        Alias(alias.name, alias.case == "exact", alias.ambiguous)
        if isinstance(alias, AliasForm)
        else Alias(alias)
        for alias in form.aliases
    )
    return Entity(
        id=form.id,
        name=form.name,
        aliases=aliases,
        kind=form.kind,
        description=form.description,
        ids=tuple(sorted(form.ids.items())),
        unnamed=form.unnamed,
        collective=form.collective,
        by=form.by,
        within=form.within,
        lat=form.lat,
        lon=form.lon,
        where=where,
    )


def definition_of(form: DefinitionForm, where: Where | None = None) -> Definition:
    """What a corpus says of an entity, from its block."""
    return Definition(
        corpus=form.corpus,
        entity=entity_of(form, where),
        uses=tuple(form.uses),
        needed_by=tuple(form.needed_by),
    )
