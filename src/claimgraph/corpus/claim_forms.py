"""The shapes of claims and hops in files, made of `schema/claim.yaml` and the model.

What code asks of a form by name stands in `forms.py`; every other key is that of a
declared field, with the default that the model has, so that a new field comes along.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache, partial
from typing import TypeAlias

from pydantic import create_model

from claimgraph.corpus.forms import (
    ClaimKeys,
    HopKeys,
    MachineClaimKeys,
    MachineHopKeys,
)
from claimgraph.errors import Problem, unknown_word
from claimgraph.flat import Row, claim_shape, hop_shape, make_of
from claimgraph.model import Claim, Hop, Where
from claimgraph.schema import load_schema
from claimgraph.schema.types import ClaimField
from claimgraph.yaml_file.forms import Edtf, F, Form, Number

MaybeEdtf: TypeAlias = Edtf | None
MaybeNumber: TypeAlias = Number | None
# the type of a key that must be there, and of one that may lack
TYPES: Mapping[str, tuple[object, object]] = {
    "string": (str, str | None),
    "text": (str, str | None),
    "edtf": (Edtf, MaybeEdtf),
    "datetime": (str, str | None),
    "integer": (int, int | None),
    "float": (Number, MaybeNumber),
    "boolean": (bool, bool | None),
}


@cache
def claim_form() -> type[ClaimKeys]:
    """The form of a claim that a person writes."""
    return declared_form(ClaimKeys, chain=declared_form(HopKeys))


@cache
def machine_claim_form() -> type[MachineClaimKeys]:
    """The form of a claim line of Claims JSONL."""
    return declared_form(MachineClaimKeys, chain=declared_form(MachineHopKeys))


def declared_form(base: type[F], chain: type[Form] | None = None) -> type[F]:
    """A form with the keys of a base and those of the declared fields.

    What is derived stands only in what machines write, and may always lack.
    """
    machine = issubclass(base, MachineHopKeys | MachineClaimKeys)
    claim = load_schema().claim
    cls, shape, listed = (
        (Hop, hop_shape(), claim.hop)
        if chain is None
        else (Claim, claim_shape(), claim.node)
    )
    declared = {field.name: field for field in listed}
    blocks: dict[str, dict[str, object]] = {"": {}}
    for made, part in shape.classes(cls):
        usual = {field.name: field.default for field in fields(made)}
        for name, attribute in part.slots.items():
            field = declared[name]
            if field.key is None or (field.derived and not machine):
                continue
            above, _, key = field.key.rpartition(".")
            # a place is one of several classes: none of its keys must be there
            loose = field.derived or (made is not cls and not above)
            default = None if loose else usual[attribute]
            if above or key not in base.model_fields:
                blocks.setdefault(above, {})[key] = key_type(field, default)
    own = blocks.pop("")
    for above, keys in blocks.items():
        own[above] = (new_form(Form, f"{above}Form", keys) | None, None)
    if chain is not None:
        own["chain"] = (list[chain], [])  # type: ignore[valid-type]  # made above
    return new_form(base, f"{base.__name__}Form", own)


def new_form(base: type[F], name: str, keys: Mapping[str, object]) -> type[F]:
    """A form with more keys: `{key: (type, default)}`."""
    found = make_of(partial(create_model, name), {"__base__": base, **keys})
    assert issubclass(found, base)
    return found


def key_type(field: ClaimField, default: object) -> tuple[object, object]:
    """The type of a key and its default, `...` where it must be there."""
    kind, optional = TYPES[field.type]
    if default is None:
        return optional, None
    return kind, ... if default is MISSING else default


def written_row(form: Form) -> Row:
    """What is written of a claim or hop, by the names of its fields."""
    names, held = names_of_keys(isinstance(form, HopKeys)), form.__dict__
    row: Row = {}
    for key in form.model_fields_set:
        value = held[key]
        if isinstance(value, Form):
            for inner in value.model_fields_set:
                row[names[f"{key}.{inner}"]] = value.__dict__[inner]
        elif value is not None and key in names:
            row[names[key]] = value
    return row


def known_words(row: Row, hop: bool, where: Where, above: str = "") -> list[Problem]:
    """Words of a row that are not on their lists, as problems.

    In the row the first word of the list takes their place, so that all else that is
    wrong with the claim is found, too.
    """
    problems: list[Problem] = []
    for name, key, words in lists_of_keys(hop):
        word = row.get(name)
        if word is not None and word not in words:
            problems.append(where.problem(above + key, unknown_word(str(word), words)))
            row[name] = words[0]
    return problems


@cache
def names_of_keys(hop: bool) -> dict[str, str]:
    """The names of all fields that files hold, by their keys."""
    claim = load_schema().claim
    listed = claim.hop if hop else claim.node
    return {field.key: field.name for field in listed if field.key is not None}


@cache
def lists_of_keys(hop: bool) -> list[tuple[str, str, list[str]]]:
    """Name, key and words of each field with a closed list."""
    claim = load_schema().claim
    return [
        (field.name, field.key or field.name, list(claim.lists[field.list]))
        for field in (claim.hop if hop else claim.node)
        if field.list is not None
    ]
