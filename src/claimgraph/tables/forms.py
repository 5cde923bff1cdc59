"""The shape of a mapping file: which columns of a table say what."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file.forms import Edtf, Form


def code_as_text(value: object) -> object:
    """A bare number or word of YAML as the text that it was: codes are texts."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value


def lone_in_list(value: object) -> object:
    """A value that stands alone, as the list that it is short for."""
    return value if is_list(value) else [value]


def words_of_codes(value: object) -> object:
    """A block of codes, whose words may be bare numbers or booleans too."""
    if not is_map(value):
        return value
    return {key: code_as_text(held) for key, held in value.items()}


Code = Annotated[
    str, BeforeValidator(code_as_text), WithJsonSchema({"type": ["string", "number"]})
]
Codes = Annotated[list[Code], BeforeValidator(lone_in_list)]
Words = Annotated[dict[str, str], BeforeValidator(words_of_codes)]


class SheetForm(Form):
    """How the file is read, and which cells say nothing."""

    head: int = Field(default=1, ge=1)
    sheet: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    decimal: Literal[".", ","] = "."
    unknown: Codes = []
    optional: list[str] = []


class PublisherForm(Form):
    """Who made the table: hop 1 of all its claims."""

    id: str
    name: str
    kind: str | None = None
    description: str | None = None


class WhenForm(Form):
    """A condition on a row: its cell is one of these, or none of those."""

    column: str
    is_: Codes = Field(default=[], alias="is")
    isnt: Codes = Field(default=[], alias="not")


class WordForm(Form):
    """A column whose cells stand for words of ours."""

    column: str
    words: Words
    otherwise: Code | None = None


class DayForm(Form):
    """When: a column in a form, or its parts in three, and how exact it is."""

    column: str | None = None
    forms: Annotated[list[str], BeforeValidator(lone_in_list)] = []
    first_year: int | None = Field(default=None, ge=1, le=9900)
    year: str | None = None
    month: str | None = None
    day: str | None = None
    end: str | None = None
    precision: WordForm | None = None
    unknown: Codes = []


class PlaceForm(Form):
    """Where: names from the narrowest to the widest, and coordinates."""

    names: Annotated[list[str], BeforeValidator(lone_in_list)]
    kinds: list[str | None] = []
    lat: str | None = None
    lon: str | None = None
    exact: WhenForm | None = None
    unknown: Codes = []


class BodyForm(Form):
    """A column with the name of a body, and what kind of body that is."""

    column: str
    type: str | WordForm = "group"
    types: Words = {}
    kind: str | None = None
    when: WhenForm | None = None
    unnamed: Codes = []
    unknown: Codes = []


class DoerForm(BodyForm):
    """Who did it, as the table says; and whether that group claimed it itself."""

    modality: str | WordForm = "stated"
    claimed: WhenForm | None = None
    medium: str | WordForm | None = None


class ReporterForm(BodyForm):
    """On whose word: a hop inside that of the publisher."""

    type: str | WordForm = "org"
    several: str | None = None
    medium: str | WordForm | None = None


class FightForm(Form):
    """Two sides that fought each other, neither of which is said to have begun."""

    one: BodyForm
    other: BodyForm
    when: WhenForm | None = None


class FigureForm(Form):
    """How many: the best number, and the ends of the range where the table has them."""

    relation: str
    of: str = "people"
    best: str | None = None
    low: str | None = None
    high: str | None = None
    when: WhenForm | None = None
    unknown: Codes = []


class MappingForm(Form):
    """A mapping file, whole."""

    title: str
    source: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    publisher: PublisherForm
    published: Edtf | None = None
    url: str | None = None
    licence: str | None = None
    table: SheetForm = SheetForm()
    only: list[WhenForm] = []
    id: Annotated[list[str], BeforeValidator(lone_in_list)] = []
    name: str | None = None
    kind: str | WordForm | None = None
    date: DayForm | None = None
    place: PlaceForm | None = None
    reporters: list[ReporterForm] = []
    doers: list[DoerForm] = []
    fights: list[FightForm] = []
    targets: list[BodyForm] = []
    methods: list[WordForm] = []
    figures: list[FigureForm] = []
    note: str | None = None
    ids: dict[str, str] = {}
