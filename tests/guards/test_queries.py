"""The query library keeps its rules: header and text agree, no path is unbounded."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.errors import QueryError
from claimgraph.library import Question, parse_question, questions
from claimgraph.library.index import index
from claimgraph.schema import load_schema
from claimgraph.schema.types import FIXED_EDGES
from claimgraph.store.read_only import refuse_writing, tokens

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "queries"
BANNED = re.compile(
    r"\b(statement|fact|triple|assertion|document|record|independent)s?\b", re.I
)
MOST_STEPS = 3
# whose rows are speakers: what they say, of all kinds, is counted
OF_SPEAKERS = {"people/unnamed-speakers", "sources/relays", "sources/by-kind"}


def body(question: Question) -> str:
    """The text without its comments."""
    lines = question.text.splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))


def wrong_parameters(question: Question) -> list[str]:
    """Parameters that are used but not declared, or the other way round."""
    used = set(re.findall(r"\$(\w+)", body(question)))
    declared = {parameter.name for parameter in question.parameters}
    return sorted(used ^ declared)


def wrong_columns(question: Question) -> list[str]:
    """The columns of the last RETURN, where they are not the declared ones in order."""
    declared = [column.name for column in question.columns]
    last = body(question).rpartition("\nRETURN ")[2].partition("\nORDER BY ")[0]
    returned: list[str] = []
    piece: list[str] = []
    depth = 0
    for token in tokens(last):
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if token.text == "," and depth == 0:
            returned.append(piece[-1])
            piece = []
        else:
            piece.append(token.text)
    returned.append(piece[-1])
    return [] if returned == declared else returned


def writes(question: Question) -> list[str]:
    """Why it is not one statement that only reads."""
    try:
        refuse_writing(question.text)
    except QueryError as error:
        return [error.message]
    return [";"] if ";" in body(question) else []


def old_subqueries(question: Question) -> list[str]:
    """Subqueries without the brackets that name what they see."""
    return re.findall(r"\bCALL\s*\{", body(question))


def unknown_names(question: Question) -> list[str]:
    """Labels and relation types that the schema does not know."""
    schema = load_schema()
    nodes = re.findall(r"\(\w*((?::\w+)+)", body(question))
    nodes += re.findall(r"\bNOT \w+((?::\w+)+)", body(question))
    edges = re.findall(r"\[\w*:([\w|\s]+?)(?:\s*WHERE|\s*\])", body(question))
    labels = {label for found in nodes for label in found.split(":") if label}
    types = {name.strip() for found in edges for name in found.split("|")}
    types |= set(re.findall(r"\brelation (?:=|<>) '(\w+)'", body(question)))
    for listed in re.findall(r"relation IN \[([^\]]*)\]", body(question)):
        types |= set(re.findall(r"'(\w+)'", listed))
    known = {*schema.relations, *FIXED_EDGES}
    return sorted(labels - set(schema.nodes)) + sorted(types - known)


def unbounded_paths(question: Question) -> list[str]:
    """Paths without a bound, or with one over three steps."""
    text = body(question)
    stars = re.findall(r"\[[^\]]*\*[^\]]*\]|\)\s*[*+](?=\s*\()", text)
    bounds = re.findall(r"\)\s*\{\s*(\d*)\s*(,?)\s*(\d*)\s*\}", text)
    return stars + [
        f"{{{low}{comma}{high}}}"
        for low, comma, high in bounds
        if (comma and not high) or int(high or low) > MOST_STEPS
    ]


def unordered(question: Question) -> list[str]:
    """The end of a query whose rows come in any order."""
    last = body(question).rpartition("\nRETURN ")[2]
    return [] if "\nORDER BY " in last else [last]


def bare_integers(question: Question) -> list[str]:
    """Uses of a number that is neither compared nor made an integer.

    Neo4j Browser makes floats of all numbers, and only these two bear one.
    """
    text = body(question)
    found: list[str] = []
    for parameter in question.parameters:
        if parameter.kind == "integer":
            name = rf"\${parameter.name}\b"
            sound = rf"toInteger\({name}\)|[<>=] {name}|{name} [<>=]"
            every = re.findall(name, text)
            found += every[len(re.findall(sound, text)) :]
    return found


def wrong_words(question: Question) -> list[str]:
    """Words that mean something else here; people may look for a question by them."""
    comment = "\n".join(
        line
        for line in question.text.splitlines()
        if line.startswith("//") and not line.startswith("// words ")
    )
    return [found[0] for found in BANNED.finditer(comment)]


def wrong_lists(question: Question) -> list[str]:
    """Lists of types that read both ways, where they are not those of the schema."""
    relations = load_schema().relations.values()
    symmetric = {one.name for one in relations if one.symmetric}
    text = body(question)
    swaps = re.findall(r"relation IN \[([^\]]*)\] AND b\.id < a\.id", text)
    return [listed for listed in swaps if set(re.findall(r"\w+", listed)) != symmetric]


def wrong_choices(question: Question) -> list[str]:
    """Parameters with a list of words that is not the one of the schema.

    The kinds or roles of all relations that the query names, or a list of all claims.
    """
    schema = load_schema()
    named = set(re.findall(r"[A-Z_]+", body(question))) & set(schema.relations)
    relations = [schema.relations[one] for one in named]
    known = {
        "kind": {word for one in relations for word in one.kinds},
        "role": {word for one in relations for word in one.roles},
        "reason": {*schema.lists["reason"]},
        "how": {*schema.lists["reply"]},
        "modality": {*schema.lists["modality"]} - {"stated", "alleged"},
    }
    return [
        one.name
        for one in question.parameters
        if re.search(rf"\b{one.name}\b.* = \${one.name}\b", body(question))
        and {*one.choices} not in (set(), known.get(one.name, {*one.choices}))
    ]


def wrong_table(question: Question) -> list[str]:
    """The question beside which one draws, where it is none or draws itself."""
    tables = {one.name for one in questions() if one.draws is None}
    drawn = question.draws
    return [] if drawn is None or drawn in tables else [drawn]


def unsaid_strength(question: Question) -> list[str]:
    """Claims in a row that does not tell how strongly they are said."""
    columns = {one.name for one in question.columns}
    told = columns & {"claim", "claim_ids", "quote"}
    silent = question.draws is not None or question.name.startswith("health/")
    silent |= question.name in OF_SPEAKERS
    return [] if silent or "says" in columns else sorted(told)


def unsorted_events(question: Question) -> list[str]:
    """Rows on attacks, deaths and arrests that are not in the order of their days."""
    last = body(question).rpartition("\nORDER BY ")[2]
    days = re.search(r"\b(first_day|valid_earliest|toString\(first\))", last)
    columns = [one.name for one in question.columns]
    is_event = columns[0] == "attack" or {"who", "place"} <= {*columns}
    if question.draws is not None or not is_event:
        return []
    shown = {"day", "on", "valid"} & {*question.answers}
    return [] if days and shown else [last]


GUARDS: list[Callable[[Question], list[str]]] = [
    wrong_parameters,
    wrong_columns,
    writes,
    old_subqueries,
    unknown_names,
    unbounded_paths,
    unordered,
    bare_integers,
    wrong_words,
    wrong_choices,
    wrong_lists,
    wrong_table,
    unsaid_strength,
    unsorted_events,
]


@pytest.mark.parametrize("guard", GUARDS)
def test_library_keeps_the_rule(guard: Callable[[Question], list[str]]) -> None:
    problems = {one.name: found for one in questions() if (found := guard(one))}
    assert problems == {}


SOUND = """\
// Links
// Who is linked to whom?
// :param {group: "group/a", limit: 5}
// answers other, claims
// param group entity(group): id of the group
// param limit integer=5: at most so many rows
// returns other: name
// returns claims: how many
MATCH (g:Group {id: $group})
MATCH (g)-[r:ALLEGED_LINK]-(o:Entity)
RETURN o.name AS other, count(r) AS claims
ORDER BY other
LIMIT toInteger($limit)
"""


@pytest.mark.parametrize(
    ("guard", "old", "new"),
    [
        (wrong_parameters, "LIMIT toInteger($limit)", "LIMIT 5"),
        (wrong_parameters, "{id: $group}", "{id: $groop}"),
        (wrong_columns, "AS other", "AS another"),
        (
            wrong_columns,
            "o.name AS other, count(r) AS claims",
            "1 AS claims, 2 AS other",
        ),
        (writes, "\nRETURN", "\nSET g.name = 'x'\nRETURN"),
        (writes, "toInteger($limit)", "toInteger($limit);"),
        (old_subqueries, "\nRETURN", "\nCALL { WITH g RETURN 1 AS x }\nRETURN"),
        (unknown_names, "g:Group", "g:Gruop"),
        (unknown_names, "ALLEGED_LINK", "ALLEGED_LINKS"),
        (unknown_names, "\nRETURN", "\nWHERE r.relation = 'LEAD_BY'\nRETURN"),
        (unknown_names, "\nRETURN", "\nWHERE r.relation IN ['LED']\nRETURN"),
        (unbounded_paths, "ALLEGED_LINK]", "ALLEGED_LINK*]"),
        (unbounded_paths, "ALLEGED_LINK]", "ALLEGED_LINK*1..2]"),
        (unbounded_paths, "(o:Entity)", "(h) ((x)-[:LED_BY]-(y))+ (o:Entity)"),
        (unbounded_paths, "(o:Entity)", "(h) ((x)-[:LED_BY]-(y)){1,} (o:Entity)"),
        (unbounded_paths, "(o:Entity)", "(h) ((x)-[:LED_BY]-(y)){1,4} (o:Entity)"),
        (unordered, "ORDER BY other\n", ""),
        (wrong_table, "// answers", "// draws groups/linked\n// answers"),
        (bare_integers, "toInteger($limit)", "$limit"),
        (unsaid_strength, ": how many", ": how many\n// returns claim: id"),
        (unsorted_events, "returns other:", "returns attack: x\n// returns other:"),
        (bare_integers, "\nRETURN", "\nWITH g, o, r LIMIT $limit\nRETURN"),
        (wrong_words, "// returns other: name", "// returns other: independent one"),
        (wrong_words, "// returns other: name", "// returns other: the documents"),
        (
            wrong_lists,
            "MATCH (g)",
            "WITH c.relation IN ['LED_BY'] AND b.id < a.id AS swap\nMATCH (g)",
        ),
    ],
)
def test_guard_sees_a_planted_defect(
    guard: Callable[[Question], list[str]], old: str, new: str
) -> None:
    assert guard(parse_question("groups/x", SOUND)) == []
    assert old in SOUND
    assert guard(parse_question("groups/x", SOUND.replace(old, new))) != []


@pytest.mark.parametrize("more", ["", ", and-others"])
def test_guard_sees_a_list_that_is_not_the_schemas(more: str) -> None:
    kinds = ", ".join(load_schema().relations["ALLEGED_LINK"].kinds) + more
    text = SOUND.replace("group entity(group):", f"kind text of {kinds}:")
    text = text.replace('group: "group/a"', 'kind: "ties"')
    text = text.replace("{id: $group}", "WHERE g.kind = $kind")
    assert wrong_choices(parse_question("groups/x", text)) == ["kind"] * bool(more)


def test_every_question_has_a_case() -> None:
    cases = {
        path.relative_to(CASES).with_suffix("").as_posix()
        for path in CASES.rglob("*.yaml")
    }
    assert cases == {question.name for question in questions()}


def test_page_of_questions_is_fresh() -> None:
    page = (ROOT / "docs" / "queries.md").read_text("utf-8")
    assert page == index(questions()), "run: python -m claimgraph.library"
