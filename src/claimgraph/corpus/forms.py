"""The shapes of a person's files: every key that may stand in them, and its type.

Of claims and hops only what code asks for by name: see `claim_forms.py`.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from claimgraph.errors import Problem, nearest
from claimgraph.model import Where

F = TypeVar("F", bound="Form")


def year_as_text(value: object) -> object:
    """A bare year, which YAML reads as a number, as the text that was written."""
    return f"{value:04}" if type(value) is int else value


Edtf = Annotated[str, BeforeValidator(year_as_text)]


class Form(BaseModel):
    """A block of a file: unknown keys are refused, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class ZoneForm(Form):
    """A zone as written."""

    kind: str
    from_: str = Field(alias="from")
    to: str | None = None


class WorkForm(Form):
    """A work outside the corpus as written."""

    title: str
    publisher: str | None = None
    published: Edtf | None = None


class RetellsForm(Form):
    """A retelling as written."""

    work: str | WorkForm
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class ArticleForm(Form):
    """An article's header as written."""

    title: str
    kind: str = "news"
    publisher: str | None = None
    author: str | None = None
    published: Edtf | None = None
    published_why: str | None = None
    language: str | None = None
    url: str | None = None
    sha256: str
    source_sha256: str | None = None
    retells: list[RetellsForm] = []
    marking: str | None = None
    zones: list[ZoneForm] = []
    note: str | None = None


class MachineArticleForm(ArticleForm):
    """An article line of Claims JSONL."""

    id: str
    corpus: str | None = None
    text: str | None = None
    quote_checked: bool = True
    rejected: int = 0


class HopKeys(Form):
    """A hop as written; `nth` counts the cue's occurrences."""

    holder: str
    stance: str | None = None
    cue: str | None = None
    nth: int | None = None


class MachineHopKeys(HopKeys):
    """A hop of Claims JSONL, with the holder's name written out."""

    name: str | None = None


class ClaimKeys(Form):
    """A claim as written."""

    relation: str
    quote: str
    nth: int | None = None
    chain: list[HopKeys] = []


class MachineClaimKeys(ClaimKeys):
    """A claim line of Claims JSONL: hop 1, ids and names written out."""

    article: str
    chain: list[MachineHopKeys] = []  # type: ignore[assignment]  # narrower on purpose
    subject_names: list[str] = []
    object_names: list[str] = []


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
    lat: float | None = None
    lon: float | None = None


class JudgementForm(Form):
    """A line of judgements.jsonl."""

    left: str
    right: str
    verdict: str
    who: str
    when: Edtf
    why: str


class MachineJudgementForm(JudgementForm):
    """A judgement line of Claims JSONL."""

    corpus: str | None = None


class CorpusForm(Form):
    """corpus.yaml: what holds for all articles of the folder."""

    name: str
    description: str | None = None
    language: str | None = None
    marking: str | None = None


def fill(form: type[F], block: object, where: Where) -> tuple[F | None, list[Problem]]:
    """The block as a form, or all that is wrong with its keys and types."""
    if not isinstance(block, Mapping):
        return None, [where.problem("", "must be a block of keys and values")]
    try:
        return form.model_validate(block), []
    except ValidationError as error:
        return None, list(problems_of(error, form, where))


def problems_of(
    error: ValidationError, form: type[Form], where: Where
) -> Iterator[Problem]:
    """One problem for each thing that pydantic refused, in our words."""
    for item in error.errors(include_url=False, include_context=False):
        path = [part for part in item["loc"] if not is_branch(part)]
        key = "".join(
            f"[{part}]" if isinstance(part, int) else f".{part}" for part in path
        ).lstrip(".")
        if item["type"] == "extra_forbidden":
            known = known_keys(form, path[:-1])
            reason = f"is no key here{nearest(str(path[-1]), known)}"
        elif item["type"] == "missing":
            reason = "is missing"
        else:
            wanted = WANTED.get(item["type"], item["msg"])
            reason = f"must be {wanted}, not {str(item['input'])[:40]!r}"
        yield where.problem(key, reason)


WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "literal_error": "exact",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a block of keys and values",
    "model_type": "a block of keys and values",
}


def is_branch(part: int | str) -> bool:
    """Whether a part of pydantic's path names a branch of a union, not a key."""
    return isinstance(part, str) and (part.endswith("Form") or part in ("str", "int"))


def known_keys(form: type[Form], path: list[int | str]) -> list[str]:
    """The keys that may stand in the block at a path below a form."""
    for part in path:
        if isinstance(part, str):
            form = inner_form(form, part) or form
    return [field.alias or name for name, field in form.model_fields.items()]


def inner_form(form: type[Form], key: str) -> type[Form] | None:
    """The form of the block, or of the blocks of a list, at a key."""
    queue: list[object] = [
        field.annotation
        for name, field in form.model_fields.items()
        if key in (field.alias, name)
    ]
    while queue:
        held = queue.pop()
        if isinstance(held, type) and issubclass(held, Form):
            return held
        queue += get_args(held)
    return None
