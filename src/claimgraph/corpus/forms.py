"""The shapes of a person's files: every key that may stand in them, and its type.

Of claims and hops only what code asks for by name: see `claim_forms.py`.
"""

from pydantic import Field

from claimgraph.errors import Problem
from claimgraph.model import Where
from claimgraph.yaml_file.forms import Edtf, F, Form, FormError, read_form
from claimgraph.yaml_file.reading import dotted_path

# keys whose values are free words, in which a # may stand
FREE_WORDS = frozenset(
    {
        *("title", "published_why", "note", "from", "to", "name", "aliases"),
        *("description", "quote", "cue", "valid_words"),
    }
)


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
    uses: list[str] = []


def fill(form: type[F], block: object, where: Where) -> tuple[F | None, list[Problem]]:
    """The block as a form, or all that is wrong with its keys and types."""
    try:
        return read_form(form, block), []
    except FormError as error:
        return None, [
            where.problem(dotted_path(path), reason) for path, reason in error.refusals
        ]
