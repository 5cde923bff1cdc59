"""The one strict form of what people write: unknown keys are refused, all is told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails

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


Edtf = Annotated[
    str,
    BeforeValidator(year_as_text),
    WithJsonSchema({"type": ["string", "integer"]}),
]
# no longer as it was written, once it is known to be a number
Number = Annotated[float, AfterValidator(float)]


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
    """Each key that pydantic refused, with the reason in our words."""
    grouped: dict[KeyPath, list[ErrorDetails]] = {}
    for item in error.errors(include_url=False):
        path = tuple(part for part in item["loc"] if not is_branch(part))
        grouped.setdefault(path, []).append(item)
    heads = {path[:end] for path in grouped for end in range(len(path))}
    for path, items in grouped.items():
        # a block where text or a block may stand: what is wrong inside says it
        if not (path in heads and isinstance(items[0]["input"], Mapping)):
            yield path, reason_of(path, items, form)


def reason_of(path: KeyPath, items: list[ErrorDetails], form: type[Form]) -> str:
    """What is wrong at one key, which several branches of a type may have refused."""
    item = items[0]
    kind, given = item["type"], item["input"]
    if kind == "extra_forbidden":
        known = known_keys(form, path[:-1])
        hint = nearest(str(path[-1]), known) or f" (there are: {', '.join(known)})"
        return f"is no key here{hint}"
    if kind == "missing":
        return "is missing"
    if given is None:
        return "is empty"
    if kind == "literal_error":
        words = item.get("ctx", {})["expected"].replace("'", "")
        several = words.replace(" or ", ", ").split(", ")
        hint = nearest(str(given)[:40], several) if len(several) > 1 else ""
        return f"must be {words}, not {as_written(given)}{hint}"
    if kind == "string_pattern_mismatch":
        return f"{given} is not written as such a word must be"
    if kind == "value_error":
        return item["msg"].removeprefix("Value error, ")
    if any(one["type"] == "string_type" for one in items):
        return f"must be text, not {as_written(given)}{quoting(given)}"
    wanted = [WANTED.get(one["type"], one["msg"]) for one in items]
    return f"must be {' or '.join(dict.fromkeys(wanted))}, not {as_written(given)}"


def as_written(value: object) -> str:
    """A value as a person wrote it, shortened; a block or a list by its name.

    >>> as_written(True), as_written([1]), as_written("soon")
    ('true', 'a list', "'soon'")
    """
    if isinstance(value, Mapping):
        return "a block of keys and values"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value[:40]) if isinstance(value, str) else str(value)[:40]


def quoting(value: object) -> str:
    """What to do where a bare word or number was meant as text.

    >>> quoting(3), quoting([])
    (': in quotes it is text, "3"', '')
    """
    if isinstance(value, bool | int | float):
        return f': in quotes it is text, "{as_written(value)}"'
    return ""


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
