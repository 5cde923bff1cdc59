"""docs/what-people-ask.md: every command of the page answers on the seeds."""

import re
import shlex
from pathlib import Path

import pytest

from claimgraph.library import find_question, questions
from claimgraph.library.word_search import questions_about
from cli_runs import Run

PAGE = Path(__file__).parents[2] / "docs" / "what-people-ask.md"
COMMANDS = re.findall(r"^    claimgraph (ask .+)$", PAGE.read_text("utf-8"), re.M)
SCREEN = 24
# who speaks: the columns that name somebody on whose word it stands
SPEAKERS = {"origin", "by_whom", "speaker"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_answers(
    run: Run, seeds_graph: Path, command: str
) -> None:
    result = run(*shlex.split(command), store=seeds_graph, COLUMNS="80")
    assert result.exit_code == 0, result.stderr
    question = find_question(shlex.split(command)[1])
    first = "\n".join(result.stdout.splitlines()[:SCREEN])
    head, _, rows = first.partition(" row")
    assert re.search(r"\d+$", head), "how many rows"
    shown = [name for name in question.answers if re.search(rf"\b{name}\b", rows)]
    assert shown, "the first rows"
    if question.notes:
        assert question.notes[:40] not in " ".join(head.split())


def test_what_is_asked_most_names_a_speaker() -> None:
    """An answer without its speaker would read as ours."""
    asked = {find_question(shlex.split(one)[1]) for one in COMMANDS}
    silent = {"attacks/unclaimed", "sources/articles"}
    for question in sorted(asked, key=lambda one: one.name):
        columns = {column.name for column in question.columns}
        assert columns & SPEAKERS or question.name in silent, question.name
        opened = {"quote", "claim_ids", "article"}
        assert opened & columns, question.name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("disputed", "attacks/disputed"),
        ("denied", "claims/denials"),
        ("deny", "claims/denied-by"),
        ("single source", "attacks/single-origin-attributions"),
        ("arrested", "people/arrests"),
        ("dead", "people/deaths"),
        ("spokesman", "groups/members"),
        ("training", "groups/supporters"),
        ("figures", "attacks/differing-figures"),
        ("Rivals", "groups/rivals-and-links"),
        ("place", "attacks/in-place"),
        ("first", "time/first-said"),
    ],
)
def test_words_find_the_question(run: Run, words: str, name: str) -> None:
    result = run("ask", *words.split(), store="/nowhere")
    assert result.exit_code == 0
    assert re.search(rf"^  {name}( |$)", result.stdout, re.MULTILINE)
    listed = re.findall(r"^  ([\w-]+/[\w-]+)", result.stdout, re.MULTILINE)
    assert listed == [one.name for one in questions_about(words)]
    assert len(listed) < len(questions()) / 2


def test_optional_parameters_are_listed(run: Run) -> None:
    listed = run("ask", store="/nowhere").stdout
    assert "groups/supporters [group=…] [supporter=…] [kind=…]" in listed
    assert "groups/pair a=… b=… [relation=…]" in listed


# where a newcomer's word leads, with the seeds at hand
LEADS = {
    "anonymous": "claims/weak-word",
    "sanction": "groups/designations",
    "detainee": "people/arrests",
    "weapon": "attacks/methods",
    "victims": "attacks/casualties",
    "prisoners": "people/in-custody",
    "family": "people/kin",
    "brother": "people/kin",
    "rumor": "claims/hedged",
    "hospital": "attacks/by-target-kind",
    "timeline": "attacks/list",
    "hazara": "entity=community/hazaras",
    "ISI": "entity=org/isi",
    "Pakistan": "entity=state/pakistan",
    "sikh": "entity=place/kabul-sikh-gurdwara",
    "ceasefire": "claimgraph search ceasefire",
    "who leads ISIS-K?": "people/leaders group=group/islamic-state-khorasan",
    "members of the Haqqani Network": "groups/members group=group/haqqani-network",
    "What do the Taliban deny?": "claims/denied-by party=group/taliban",
    "attacks in Kabul": "attacks/in-place place=place/kabul",
    "how strong is Daesh": "groups/strength group=group/islamic-state",
    "what did the UN report say": "sources/according-to source=org/united-nations",
    "who speaks for the Taliban?": "groups/members group=group/taliban",
    "Sayeedi": "sources/according-to source=person/ahmad-sayeedi",
    "people": "people/leaders",
    "how many people died in the market": "attacks/casualties",
    "how many dead": "attacks/casualties",
    "how many attacks did ISIS-K carry out": "groups/attack-counts group=",
    "which attacks did ISIS-K claim": "attacks/by-group group=",
}


@pytest.mark.parametrize("words", LEADS)
def test_words_of_a_newcomer_lead_somewhere(
    run: Run, seeds_graph: Path, words: str
) -> None:
    result = run("ask", *words.split(), store=seeds_graph, COLUMNS="80")
    assert result.exit_code == 0, result.stderr
    assert re.search(rf"(^|[ ]){re.escape(LEADS[words])}\b", result.stdout, re.M)


def test_a_command_to_paste_is_one_line_and_runs(run: Run, seeds_graph: Path) -> None:
    told = run("ask", "hazara", "--store", str(seeds_graph), COLUMNS="40").stdout
    commands = re.findall(r"^      claimgraph (ask .+)$", told, re.M)
    assert len(commands) >= 3
    for command in commands:
        assert run(*shlex.split(command), COLUMNS="40").exit_code == 0


def test_an_attack_comes_first_with_what_people_ask_of_it(
    run: Run, graph: Path
) -> None:
    told = run("ask", "market", store=graph, COLUMNS="80").stdout
    asked, report = (told.index(one) for one in (
        "claimgraph ask attacks/who-did-it attack=attack/2020-05-01-market",
        "claimgraph report attack attack/2020-05-01-market",
    ))  # fmt: skip
    assert asked < report < told.index("Questions that speak of market")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("qzx", "there is no graph in /nowhere"),
        ("dispoted", "nothing speaks of it (nearest: disputed)"),
        ("prisonner", "nothing speaks of it (nearest: prisoners)"),
        ("attacks/dispoted", "attacks/dispoted is no question (nearest: "),
    ],
)
def test_words_that_nothing_speaks_of_are_refused(
    run: Run, words: str, told: str
) -> None:
    result = run("ask", words, store="/nowhere")
    assert result.exit_code == 1
    assert told in result.stderr


def test_words_that_stand_nowhere_in_a_graph_are_refused(
    run: Run, seeds_graph: Path
) -> None:
    result = run("ask", "qzx", store=seeds_graph)
    assert result.exit_code == 1
    assert "qzx is no question, and nothing speaks of it" in result.stderr


def test_a_kind_that_nothing_here_has_is_told_with_the_nearest(
    run: Run, seeds_graph: Path
) -> None:
    for kind, told in (("mosk", "(nearest: mosque)"), ("castle", "'castle'")):
        result = run("ask", "attacks/by-target-kind", f"kind={kind}", store=seeds_graph)
        assert result.exit_code == 1
        assert told in result.stderr
    for kind in ("Mosques", "place", "organization"):
        asked = ("ask", "attacks/by-target-kind", f"kind={kind}")
        assert run(*asked, store=seeds_graph).exit_code == 0
