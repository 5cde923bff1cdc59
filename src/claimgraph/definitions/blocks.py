"""An entity, and what a corpus says of it, as JSON and back."""

import json
from collections.abc import Iterable

from claimgraph.definitions.forms import DefinitionForm, definition_of
from claimgraph.errors import ClaimgraphError
from claimgraph.flat import attributes
from claimgraph.model import Definition, Entity
from claimgraph.yaml_file.forms import FormError, read_form
from claimgraph.yaml_file.reading import dotted_path

Block = dict[str, object]


def definition_from(text: str) -> Definition:
    """What a corpus says of an entity, from JSON; ClaimgraphError for what is none."""
    try:
        return definition_of(read_form(DefinitionForm, json.loads(text)))
    except FormError as error:
        path, reason = error.refusals[0]
        key = ".".join(filter(None, ("definitions", dotted_path(path))))
        raise ClaimgraphError(reason, key=key) from error
    except ValueError as error:
        raise ClaimgraphError(f"is no JSON: {error}", key="definitions") from error


def definitions_from(texts: Iterable[str]) -> tuple[Definition, ...]:
    """What the corpora say of one entity, from the JSON of each, by corpus."""
    return tuple(sorted(map(definition_from, texts), key=lambda one: one.corpus))


def definition_text(definition: Definition) -> str:
    """What a corpus says of an entity, as JSON."""
    return json.dumps(definition_block(definition), ensure_ascii=False)


def definition_block(definition: Definition) -> Block:
    """What a corpus says of an entity; the corpus first, so that texts sort by it."""
    head: Block = {
        "corpus": definition.corpus,
        "needed_by": list(definition.needed_by),
    }
    uses = present(uses=list(definition.uses))
    return head | uses | entity_block(definition.entity)


def entity_block(entity: Entity) -> Block:
    """An entity as it stands in a corpus."""
    aliases = [
        {
            "name": alias.name,
            **({"case": "exact"} if alias.case_exact else {}),
            **({"ambiguous": True} if alias.ambiguous else {}),
        }
        if alias.case_exact or alias.ambiguous
        else alias.name
        for alias in entity.aliases
    ]
    own = attributes(entity, "aliases", "ids", "lat", "lon")
    place = {"lat": entity.lat, "lon": entity.lon}
    return present(**own, aliases=aliases, ids=dict(sorted(entity.ids))) | {
        key: float(number) for key, number in place.items() if number is not None
    }


def present(**pairs: object) -> Block:
    """The pairs whose value says something: no None, false, zero or empty one."""
    return {key: held for key, held in pairs.items() if held}
