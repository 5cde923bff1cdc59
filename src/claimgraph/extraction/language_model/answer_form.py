"""The form of an answer, as endpoints take it: a JSON schema of closed words."""

from collections.abc import Iterable, Mapping

from claimgraph.schema import load_schema

TYPES = ("group", "person", "organization", "state", "community", "place", "attack")
Form = Mapping[str, object]


def answer_form() -> dict[str, object]:
    """The JSON schema of an answer."""
    listed = {"cast": array_of(member_form()), "claims": array_of(claim_form())}
    return object_of(listed, listed)


def member_form() -> Form:
    """The form of one entry of the cast."""
    named = {
        "n": INTEGER,
        "type": words(TYPES),
        "name": TEXT,
        "mention": TEXT,
        "sentence": INTEGER,
        "other_names": array_of(TEXT),
        "kind": TEXT,
        "unnamed": FLAG,
        "collective": FLAG,
        "date": TEXT,
        "place": TEXT,
        "target": TEXT,
    }
    return object_of(named, ("n", "type", "name", "mention", "sentence"))


def claim_form() -> Form:
    """The form of one claim."""
    schema = load_schema()
    lists = schema.lists
    named = {
        "relation": words(schema.relations),
        "subject": INTEGER,
        "object": INTEGER,
        "value": value_form(),
        "polarity": words(lists["polarity"]),
        "reason": words(lists["reason"]),
        "modality": words(lists["modality"]),
        "kind": TEXT,
        "role": TEXT,
        "former": FLAG,
        "place": INTEGER,
        "speakers": array_of(speaker_form(lists)),
        "sentence": INTEGER,
        "quote": TEXT,
        "valid": TEXT,
        "valid_words": TEXT,
        "id": TEXT,
        "replies": object_of({"to": TEXT, "how": words(lists["reply"])}, ("to", "how")),
        "note": TEXT,
    }
    return object_of(named, ("relation", "subject", "sentence", "quote"))


def speaker_form(lists: Mapping[str, Iterable[str]]) -> Form:
    """The form of one speaker."""
    named = {
        "who": INTEGER,
        "cue": TEXT,
        "stance": words(lists["stance"]),
        "said": TEXT,
        "medium": words(lists["medium"]),
    }
    return object_of(named, ("who",))


def value_form() -> Form:
    """The form of a number, a date or a method."""
    named = {
        "min": INTEGER,
        "max": INTEGER,
        "of": TEXT,
        "about": FLAG,
        "on": TEXT,
        "is": TEXT,
    }
    return object_of(named, ())


def object_of(named: Mapping[str, Form], required: Iterable[str]) -> dict[str, object]:
    """The form of an object with these keys."""
    return {"type": "object", "properties": dict(named), "required": list(required)}


def array_of(form: Form) -> Form:
    """The form of a list."""
    return {"type": "array", "items": form}


def words(listed: Iterable[str]) -> Form:
    """The form of one of some words."""
    return {"type": "string", "enum": list(listed)}


TEXT: Form = {"type": "string"}
INTEGER: Form = {"type": "integer"}
FLAG: Form = {"type": "boolean"}
