"""The one strict form of what people write: unknown keys are refused, all is told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from claimgraph.errors import nearest
from claimgraph.yaml_file.reading import KeyPath

F = TypeVar("F", bound="Form")
WANTED = {
    "string_type": "text",
    "string_too_short": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a block of keys and values",
    "model_type": "a block of keys and values",
}


def year_as_text(value: object) -> object:
    """A bare year, which YAML reads as a number, as the text that was written."""
    return f"{value:04}" if type(value) is int else value


Edtf = Annotated[str, BeforeValidator(year_as_text)]


class Form(BaseModel):
    """A block of a file: unknown keys are refused, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class FormError(Exception):
    """A block is not as its form is; `refusals` are the keys with their reasons."""

    def __init__(self, refusals: Iterable[tuple[KeyPath, str]]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(self.refusals)


def read_form(form: type[F], block: object) -> F:
    """The block as a form; FormError with all that is wrong with its keys and types."""
    if not isinstance(block, Mapping):
        raise FormError([((), "must be a block of keys and values")])
    try:
        return form.model_validate(block)
    except ValidationError as error:
        raise FormError(refusals(error, form)) from error


def refusals(error: ValidationError, form: type[Form]) -> Iterator[tuple[KeyPath, str]]:
    """A key and a reason for each thing that pydantic refused, in our words."""
    for item in error.errors(include_url=False):
        path = tuple(part for part in item["loc"] if not is_branch(part))
        kind, given = item["type"], str(item["input"])[:40]
        if kind == "extra_forbidden":
            known = known_keys(form, path[:-1])
            reason = f"is no key here{nearest(str(path[-1]), known)}"
        elif kind == "missing":
            reason = "is missing"
        elif item["input"] is None:
            reason = "is empty"
        elif kind == "literal_error":
            words = item.get("ctx", {})["expected"].replace("'", "")
            several = words.replace(" or ", ", ").split(", ")
            hint = nearest(given, several) if len(several) > 1 else ""
            reason = f"must be {words}, not {given!r}{hint}"
        elif kind == "string_pattern_mismatch":
            reason = f"{given} is not written as such a word must be"
        elif kind == "value_error":
            reason = item["msg"].removeprefix("Value error, ")
        else:
            reason = f"must be {WANTED.get(kind, item['msg'])}, not {given!r}"
        yield path, reason


def is_branch(part: int | str) -> bool:
    """Whether a part of pydantic's path names no key: a branch of a union, a mark."""
    return isinstance(part, str) and (
        part.endswith("Form")
        or part.startswith("literal[")
        or part in ("str", "int", "[key]")
    )


def known_keys(form: type[Form], path: KeyPath) -> list[str]:
    """The keys that may stand in the block at a path below a form."""
    forms = [form]
    for part in path:
        inner = [
            held
            for one in forms
            for name, field in one.model_fields.items()
            if part in (name, field.alias)
            for held in forms_in(field.annotation)
        ]
        # a number, or a word that a person chose, leads no further down
        forms = inner or forms
    return [
        field.alias or name for one in forms for name, field in one.model_fields.items()
    ]


def forms_in(annotation: object) -> Iterator[type[Form]]:
    """The forms that a type is made from."""
    if isinstance(annotation, type) and issubclass(annotation, Form):
        yield annotation
    for inner in get_args(annotation):
        yield from forms_in(inner)
