"""Are the words of a mapping those of the schema?"""

from collections.abc import Collection, Iterator
from typing import get_args

from claimgraph.errors import ClaimgraphError, nearest
from claimgraph.model import MODALITIES, Medium
from claimgraph.schema import load_schema
from claimgraph.tables.days import check_form
from claimgraph.tables.delimited import is_encoding
from claimgraph.tables.forms import (
    BodyForm,
    DayForm,
    DoerForm,
    FigureForm,
    MappingForm,
    PlaceForm,
    WhenForm,
    WordForm,
)
from claimgraph.type_guards import is_list
from claimgraph.yaml_file.forms import Form
from claimgraph.yaml_file.reading import KeyPath

Found = Iterator[tuple[KeyPath, str]]
MEDIA: tuple[str, ...] = get_args(Medium)
PRECISIONS = ("day", "about", "week", "month", "year", "span")
# as `from` of a relation of attacks; what a list of the schema leaves out is the gate's
DOERS = ("group", "person", "org", "state")
SIDES = ("group", "state")
TARGETS = ("group", "person", "org", "state", "community", "place")


def word_problems(form: MappingForm) -> Found:
    """Each key with a word that no list has, and each block that says too little."""
    yield from sheet_problems(form)
    schema = load_schema()
    kinds = schema.by_prefix["attack"].kinds
    yield from choice(("kind",), form.kind, kinds)
    if form.date is not None:
        yield from day_problems(form.date)
    if form.place is not None:
        yield from place_problems(form.place)
    for at, one in enumerate(form.doers):
        yield from doer_problems(("doers", at), one)
    for at, fight in enumerate(form.fights):
        for side, body in (("one", fight.one), ("other", fight.other)):
            yield from body_problems(("fights", at, side), body, SIDES)
    for at, body in enumerate(form.targets):
        yield from body_problems(("targets", at), body, TARGETS)
    for at, reporter in enumerate(form.reporters):
        yield from body_problems(("reporters", at), reporter, TARGETS)
        yield from choice(("reporters", at, "medium"), reporter.medium, MEDIA)
    for at, method in enumerate(form.methods):
        yield from choice(("methods", at), method, method_words())
    for at, figure in enumerate(form.figures):
        yield from figure_problems(("figures", at), figure)
    yield from conditions(form, ())
    yield from id_problems(form)


def method_words() -> Collection[str]:
    """The words of the relation that says how an attack was done."""
    relations = load_schema().relations.values()
    return next(one.word_notes for one in relations if one.value == "word")


def counting_relations() -> list[str]:
    """The relations of an attack whose value is a number."""
    relations = load_schema().relations
    return [
        name
        for name, one in relations.items()
        if one.value == "number" and "Attack" in one.source
    ]


def choice(
    path: KeyPath, given: str | WordForm | None, known: Collection[str]
) -> Found:
    """A word, or the words that the cells of a column stand for, off the list."""
    if given is None:
        return
    if isinstance(given, str):
        if given not in known:
            yield path, unknown(given, known)
        return
    for code, word in given.words.items():
        if word not in known:
            yield (*path, "words", code), unknown(word, known)
    if given.otherwise is not None and given.otherwise not in known:
        yield (*path, "otherwise"), unknown(given.otherwise, known)


def unknown(word: str, known: Collection[str]) -> str:
    """What is wrong with a word, with the nearest one and the whole list."""
    near = nearest(word, known)
    return f"{word!r} is unknown{near}: expected is one of {', '.join(known)}"


def sheet_problems(form: MappingForm) -> Found:
    """What cannot be read so."""
    sheet = form.table
    if sheet.delimiter is not None and len(sheet.delimiter) != 1:
        reason = f"must be one character, as ';', not {sheet.delimiter!r}"
        yield ("table", "delimiter"), reason
    if sheet.encoding is not None and not is_encoding(sheet.encoding):
        reason = f"{sheet.encoding!r} is no encoding: expected is one as cp1252, utf-8"
        yield ("table", "encoding"), reason


def day_problems(form: DayForm) -> Found:
    """A block of a date that names no column, or two ways at once, or a bad form."""
    if (form.column is None) == (form.year is None):
        reason = (
            "needs a column (`column: DATE`), or the parts in three: year, month, day"
        )
        yield ("date",), reason
    if form.day is not None and form.month is None:
        yield ("date", "day"), "needs the column of the month as well: `month`"
    for at, one in enumerate(form.forms):
        try:
            check_form(one)
        except ClaimgraphError as error:
            yield ("date", "forms", at), error.message
    if form.precision is not None:
        yield from choice(("date", "precision"), form.precision, PRECISIONS)


def place_problems(form: PlaceForm) -> Found:
    """Kinds that no place has, and a coordinate without the other."""
    kinds = load_schema().by_prefix["place"].kinds
    for at, kind in enumerate(form.kinds):
        yield from choice(("place", "kinds", at), kind, kinds)
    if len(form.kinds) > len(form.names):
        yield ("place", "kinds"), "has more entries than `names`"
    if not form.names:
        yield ("place", "names"), "is empty: the columns, the narrowest place first"
    if (form.lat is None) != (form.lon is None):
        yield ("place",), "needs both `lat` and `lon`, or neither"


def body_problems(path: KeyPath, form: BodyForm, types: Collection[str]) -> Found:
    """Types and kinds that such a body cannot have."""
    yield from choice((*path, "type"), form.type, types)
    for pattern, one in form.types.items():
        yield from choice((*path, "types", pattern), one, types)
    if form.kind is not None:
        words = form.type.words.values() if not isinstance(form.type, str) else ()
        given = [str(form.type), *words, *form.types.values()]
        nodes = load_schema().by_prefix
        kinds = {kind for one in given if one in nodes for kind in nodes[one].kinds}
        yield from choice((*path, "kind"), form.kind, sorted(kinds))


def doer_problems(path: KeyPath, form: DoerForm) -> Found:
    """The same, and words for how surely and by which medium."""
    yield from body_problems(path, form, DOERS)
    yield from choice((*path, "modality"), form.modality, MODALITIES)
    yield from choice((*path, "medium"), form.medium, MEDIA)


def figure_problems(path: KeyPath, form: FigureForm) -> Found:
    """A relation that counts nothing, or no column."""
    yield from choice((*path, "relation"), form.relation, counting_relations())
    if form.best is None and form.low is None and form.high is None:
        yield path, "names no column: `best: COLUMN`, or `low` and `high`"


def conditions(form: Form, path: KeyPath) -> Found:
    """Conditions that hold for every row."""
    if isinstance(form, WhenForm) and not form.is_ and not form.isnt:
        yield path, 'needs the cells that are meant, `is: ["1"]`, or those that are not'
    for name in type(form).model_fields:
        held: object = getattr(form, name)
        if isinstance(held, Form):
            yield from conditions(held, (*path, name))
        elif is_list(held):
            for at, one in enumerate(held):
                if isinstance(one, Form):
                    yield from conditions(one, (*path, name, at))


def id_problems(form: MappingForm) -> Found:
    """Ids of entities that are none."""
    prefixes = load_schema().by_prefix
    for name, one in form.ids.items():
        if one.partition("/")[0] not in prefixes or "/" not in one:
            reason = f"{one!r} is no id: expected is one as group/northern-front"
            yield ("ids", name), reason
