"""The shapes of a person's files: every key that may stand in them, and its type."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeVar

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


class HopForm(Form):
    """A hop as written; `nth` counts the cue's occurrences."""

    holder: str
    stance: str | None = None
    cue: str | None = None
    nth: int | None = None
    implicit: bool = False
    said: Edtf | None = None
    medium: str | None = None


class MachineHopForm(HopForm):
    """A hop of Claims JSONL, offsets and the holder's name written out."""

    cue_start: int | None = None
    cue_end: int | None = None
    name: str | None = None


class ValueForm(Form):
    """A number range with who is counted, or a date, as written."""

    min: int | None = None
    max: int | None = None
    of: str | None = None
    about: bool = False
    on: Edtf | None = None


class ReplyForm(Form):
    """The claim that is answered, and how."""

    claim: str
    how: str


class ClaimForm(Form):
    """A claim as written."""

    relation: str
    subject: str
    object: str | None = None
    value: ValueForm | None = None
    polarity: str = "affirmed"
    reason: str | None = None
    modality: str = "stated"
    kind: str | None = None
    role: str | None = None
    former: bool = False
    chain: list[HopForm] = []
    quote: str
    nth: int | None = None
    start: int | None = None
    end: int | None = None
    row: int | None = None
    column: str | None = None
    xpath: str | None = None
    valid: Edtf | None = None
    valid_words: str | None = None
    replies_to: ReplyForm | None = None
    by: str = "hand"
    review: str = "accepted"
    confidence: float | None = None
    grade: str | None = None
    note: str | None = None
    label: str | None = None


class MachineClaimForm(ClaimForm):
    """A claim line of Claims JSONL: hop 1, ids and names written out."""

    article: str
    chain: list[MachineHopForm] = []  # type: ignore[assignment]  # narrower on purpose
    id: str | None = None
    digest: str | None = None
    proposition: str | None = None
    said: Edtf | None = None
    loaded: str | None = None
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
    inner: dict[str, type[Form]] = {
        "chain": MachineHopForm if form is MachineClaimForm else HopForm,
        "value": ValueForm,
        "replies_to": ReplyForm,
        "zones": ZoneForm,
        "retells": RetellsForm,
        "work": WorkForm,
        "aliases": AliasForm,
    }
    names = [part for part in path if isinstance(part, str)]
    found = inner.get(names[-1], form) if names else form
    return [field.alias or name for name, field in found.model_fields.items()]
