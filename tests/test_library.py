"""The library finds a question, checks what it is given, and asks a graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph.errors import QueryError
from claimgraph.library import (
    ask,
    check_arguments,
    find_question,
    parse_question,
    questions,
)
from claimgraph.library.index import index
from claimgraph.loading import load
from claimgraph.store import open_store
from claimgraph.store.base import Store
from small_batch import BAND, CELL, MARKET, small_batch

HEADER = """\
// Links
// With whom is a group said to be linked?
// :param {group: "group/a", mode: 'possible', steps: 2, strict: false, day: null}
// answers other
// param group entity(group): id of the group
// param mode text='possible' of possible, certain: how dates are read
// param steps integer=2: how far
// param strict boolean=false: whether all
// param day date?: the day
// returns other: name
RETURN 1 AS other
"""


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A graph with the claims of the small batch."""
    folder: Path = tmp_path_factory.mktemp("library") / "graph"
    with open_store(str(folder)) as store:
        load([small_batch()], store)
        yield store


def test_header_is_read() -> None:
    question = parse_question("groups/x", HEADER)
    group, mode, steps, strict, day = question.parameters
    assert question.title == "Links"
    assert question.question == "With whom is a group said to be linked?"
    assert (group.required, group.example, group.default) == (True, "group/a", None)
    assert (mode.default, mode.choices) == ("possible", ("possible", "certain"))
    assert (steps.default, strict.default) == (2, False)
    assert (day.optional, day.required, day.kind) == (True, False, "date")
    assert (group.kind, group.prefixes) == ("entity", ("group",))
    assert [column.name for column in question.columns] == ["other"]
    assert question.answers == ("other",)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("// :param {", "// param {", 1, ":param line"),
        ("// param steps integer=2: how far\n", "", 3, "the header"),
        ("steps integer=2", "steps integer=3", 7, "another value"),
        ("steps integer=2", "paces integer=2", 7, "lacks it"),
        ("steps: 2,", "steps 2,", 3, "write `:param"),
        ("entity(group): id", "entity(group: id", 5, "neither"),
        ("entity(group)", "str", 5, "str is no kind .*integer"),
        ("entity(group)", "entiti", 5, "nearest: entity"),
        ("entity(group)", "entity(gruop)", 5, "nearest: group"),
        ("entity(group)", "text(group)", 5, "no kind"),
        ("date?: the day\n", "date?: the day\n// defect\n", 10, "neither"),
        ("// returns other: name\n", "", 9, "no column"),
        ("// answers other\n", "", 4, "write `answers COLUMN"),
        ("answers other", "answers othr", 4, "nearest: other"),
        ("answers other", "answers other, other", 4, "named twice"),
        ("{group", "group", 3, "write `:param"),
        ('"group/a"', "7", 5, "another value"),
    ],
)
def test_bad_header_names_file_and_line(
    old: str, new: str, line: int, words: str
) -> None:
    assert old in HEADER
    with pytest.raises(QueryError, match=words) as caught:
        parse_question("groups/x", HEADER.replace(old, new))
    assert (caught.value.file, caught.value.line) == ("queries/groups/x.cypher", line)


def test_a_question_whose_rows_are_defects_says_so() -> None:
    marked = HEADER.replace("// answers", "// defect\n// answers")
    sound, defect = (parse_question("groups/x", text) for text in (HEADER, marked))
    assert (sound.defect, defect.defect) == (False, True)
    assert sound.parameters == defect.parameters
    assert defect.in_full == f"{sound.question} Must return nothing."


def test_unknown_question_tells_the_nearest() -> None:
    with pytest.raises(QueryError, match="attacks/attributions"):
        find_question("attack/atributions")
    assert find_question("Attacks/ATTRIBUTIONS").name == "attacks/attributions"


def test_rows_come_in_the_order_of_the_columns(small_store: Store) -> None:
    answer = ask(small_store, "attacks/attributions", {"attack": MARKET})
    assert answer.columns[:7] == (
        *("attack", "day", "culprit", "says", "polarity", "review", "origin"),
    )
    assert [row[:7] for row in answer.rows] == [
        (
            *("market bombing", ["2020-05-01"], "River Cell"),
            *("says", "affirmed", "accepted", "Bureau"),
        )
    ]


def test_text_from_a_command_line_is_converted(small_store: Store) -> None:
    typed = {"group": CELL, "accepted": True, "limit": 1}
    text = {"group": CELL, "accepted": "true", "limit": "1"}
    answer = ask(small_store, "attacks/by-group", text)
    assert answer.rows == ask(small_store, "attacks/by-group", typed).rows
    assert [row[:4] for row in answer.rows] == [
        ("market bombing", ["2020-05-01"], "attributed", "says")
    ]


@pytest.mark.parametrize(
    ("arguments", "key", "words"),
    [
        ({}, "group", "needs it"),
        ({"group": CELL, "grup": CELL}, "grup", "there are: group, polarity"),
        ({"group": 3}, "group", "is not text"),
        ({"group": None}, "group", "is not text"),
        ({"group": CELL, "limit": "many"}, "limit", "whole number"),
        ({"group": CELL, "limit": -1}, "limit", "whole number"),
        ({"group": CELL, "limit": True}, "limit", "whole number"),
        ({"group": CELL, "accepted": "maybe"}, "accepted", "true or false"),
        ({"group": CELL, "accepted": 1}, "accepted", "true or false"),
    ],
)
def test_wrong_arguments_are_named(
    small_store: Store, arguments: dict[str, object], key: str, words: str
) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        ask(small_store, "attacks/by-group", arguments)
    assert caught.value.key == key


@pytest.mark.parametrize("word", ["ALLEGED_LINKS", "aleged link", "link alleged"])
def test_an_unknown_relation_is_refused(small_store: Store, word: str) -> None:
    with pytest.raises(QueryError, match="nearest: ALLEGED_LINK"):
        ask(small_store, "claims/denials", {"relation": word})


@pytest.mark.parametrize("word", ["alleged_link", "Alleged Link", ' "ALLEGED-LINK" '])
def test_any_case_of_a_relation_is_taken(small_store: Store, word: str) -> None:
    exact = ask(small_store, "claims/by-origin", {"relation": "ALLEGED_LINK"})
    assert exact.rows
    assert ask(small_store, "Claims/By-Origin", {"Relation": word}).rows == exact.rows


WORDS = """\
// Words
// How is it said?
// :param {modality: null, polarity: 'affirmed'}
// answers modality
// param modality modality?: how strongly; null for all
// param polarity polarity='affirmed': which way
// returns modality: how strongly
RETURN $modality AS modality
"""


@pytest.mark.parametrize(
    ("given", "key", "reason"),
    [
        ({"modality": "Statd"}, "modality", "no modality .nearest: stated"),
        ({"modality": "denied"}, "modality", "no modality"),
        ({"modality": "  "}, "modality", "is empty; leave it out"),
        ({"polarity": "afirmed"}, "polarity", "no polarity .nearest: affirmed"),
        ({"polarity": ""}, "polarity", "is empty"),
        ({"polarty": "denied"}, "polarty", "nearest: polarity"),
        ({"polarity": "denied", "Polarity": "denied"}, "polarity", "given twice"),
    ],
)
def test_words_of_lists_are_kinds(
    given: dict[str, object], key: str, reason: str
) -> None:
    question = parse_question("claims/words", WORDS)
    taken = check_arguments(question, {"modality": "POSSIBLE", "polarity": "Denied"})
    assert taken == {"modality": "possible", "polarity": "denied"}
    assert check_arguments(question, {}) == {"modality": None, "polarity": "affirmed"}
    with pytest.raises(QueryError, match=reason) as caught:
        check_arguments(question, given)
    assert caught.value.key == key


def test_the_page_prints_defaults_as_they_are_typed() -> None:
    page = index(questions())
    assert "`relation` (relation, default: ALLEGED_LINK)" in page
    assert "`strong` (boolean, default: true)" in page
    for question in questions():
        given = {one.name: one.example for one in question.parameters if one.required}
        for one in question.parameters:
            if one.default is not None:
                typed = str(one.default).lower() if one.default is True else one.default
                found = check_arguments(question, {**given, one.name: str(typed)})
                assert found[one.name] == one.default


def test_days_and_choices_are_checked(small_store: Store) -> None:
    with pytest.raises(QueryError, match="is not a day"):
        ask(small_store, "time/said-by", {"date": "2021-02-30"})
    with pytest.raises(QueryError, match="none of possible, certain"):
        ask(small_store, "time/said-by", {"date": "2021-02-28", "mode": "perhaps"})
    early = ask(small_store, "time/said-by", {"date": "2020-05-01"})
    late = ask(small_store, "time/said-by", {"date": "2020-05-02"})
    assert early.rows == []
    assert [(row["left_id"], row["right_id"]) for row in late] == [(BAND, CELL)]


def test_index_has_every_question() -> None:
    page = index(questions())
    missing = [one.name for one in questions() if f"### `{one.name}`" not in page]
    assert questions()
    assert missing == []
