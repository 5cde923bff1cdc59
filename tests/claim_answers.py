"""Answers to the questions of `new claim`, and what came of them."""

from pathlib import Path

from click.testing import CliRunner, Result

from claimgraph.cli import group
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import read_yaml

Held = dict[Path, bytes]
TIE = """\
denied any tie
ALLEGED_LINK
denied
River Cell
Hill Band
ties
River Cell
The river cell denied




2020-05-03
a note: with a colon
y
"""


def answer(corpus: Path, answers: str, *more: str) -> Result:
    words = ["new", "claim", "small", "--corpus", str(corpus), *more]
    return CliRunner().invoke(group, words, input=answers, catch_exceptions=False)


def held(corpus: Path) -> Held:
    return {one: one.read_bytes() for one in corpus.rglob("*.yaml")}


def last_claim(corpus: Path) -> object:
    top = read_yaml(corpus / "claims" / "small.yaml").plain
    listed = top["claims"] if is_map(top) else None
    return listed[-1] if is_list(listed) else None


def checked(corpus: Path) -> str:
    result = CliRunner().invoke(group, ["check", str(corpus)])
    return result.stdout if result.exit_code == 0 else result.stderr
