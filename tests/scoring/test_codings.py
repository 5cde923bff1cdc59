"""Codings without their texts: nothing of a text is in them, and all comes back."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.api.scoring import is_listed, read_coding
from claimgraph.folding import fold
from claimgraph.model import Claim
from claimgraph.scoring import score_codings
from claimgraph.type_guards import is_list, is_map
from places import SEEDS
from systems import recorded

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
SCORED_WITHOUT_TEXTS = """\
import sys
from pathlib import Path
from unpacking import coded_packs, read_packs
from claimgraph.api.scoring import is_listed, read_coding, score_text
from claimgraph.scoring import score_codings
packs = coded_packs(read_packs(Path(sys.argv[1])), {})
assert all(one.article.text is None for one in packs)
print(score_text(score_codings(read_coding(Path(sys.argv[2])), packs, is_listed)))
"""


def ran(*words: object) -> str:
    """What the script, or Python code after `-c`, prints."""
    command = [sys.executable, *map(str, words)]
    done = subprocess.run(command, cwd=BENCHMARKS, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, packed; one claim is optional."""
    folder = tmp_path_factory.mktemp("codings")
    corpus = shutil.copytree(SEEDS, folder / "seeds")
    claim = read_coding(SEEDS)[0].claims[0]
    (corpus / "optional.txt").write_text(f"{claim.id}\n", "utf-8")
    out = folder / "gold" / "seeds"
    told = ran("codings.py", "pack", corpus, SEEDS / "codings.jsonl", out)
    assert told.startswith("5 articles in ")
    return out


def without_words(claim: Claim) -> Claim:
    """A claim as it is where nobody may have the coder's words."""
    return replace(claim, note=None, valid_words=None, loaded=None, digest="")


def test_a_corpus_comes_back_from_its_pack(packs: Path, tmp_path: Path) -> None:
    texts, corpus = SEEDS / "articles", tmp_path / "corpus"
    told = ran("codings.py", "unpack", packs, corpus, "--texts", texts)
    assert told == "texts that were missing: 0\n"
    for before, after in zip(read_coding(SEEDS), read_coding(corpus), strict=True):
        assert after.article.text == before.article.text
        assert after.article.zones == before.article.zones
        assert after.article.speaker == before.article.speaker
        assert (after.region, after.split) == (before.region, before.split)
        assert list(map(without_words, after.claims)) == list(
            map(without_words, before.claims)
        )
    assert len(read_coding(corpus)[0].optional) == 1


def test_what_lacks_its_text_is_told(packs: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    first, *rest = sorted((SEEDS / "articles").glob("*.txt"))
    # its name is no matter
    shutil.copy(first, texts / "any.name")
    corpus = tmp_path / "corpus"
    told = ran("codings.py", "unpack", packs, corpus, "--texts", texts).splitlines()
    assert told[-1] == "texts that were missing: 4"
    assert [line.split(",")[0] for line in told[:-1]] == [
        f"no text: {path.stem}" for path in rest
    ]
    coded = read_coding(corpus)
    assert [one.article.id for one in coded] == [first.stem]
    score = score_codings(coded, read_coding(SEEDS), is_listed)
    assert score.tally("mention-att", "all").f == 1


def test_packs_are_scored_without_texts(packs: Path) -> None:
    told = ran("-c", SCORED_WITHOUT_TEXTS, packs, SEEDS)
    assert (
        told.splitlines()[1:]
        == (ran("-m", "claimgraph", "score", SEEDS, SEEDS).splitlines()[1:])
    )


def test_each_recorded_article_is_told_of_by_itself_alone(packs: Path) -> None:
    [system] = recorded(packs.parent, {})
    assert len(system.proposals) == 5
    for one in system.proposals.values():
        told = {claim.article for held in one.told.values() for claim in held}
        assert told == {one.article.id}


def test_no_words_of_a_text_are_in_a_pack(packs: Path) -> None:
    for path in sorted(packs.glob("*.json")):
        pack = json.loads(path.read_text("utf-8"))
        text = fold((SEEDS / "articles" / f"{pack['stem']}.txt").read_text("utf-8"))
        names = {name_of(one) for held in pack["entities"] for one in names_in(held)}
        # what stays: names, titles, whom a number counts
        del pack["entities"], pack["article"]["title"], pack["retells"]
        for claim in pack["claims"]:
            claim.get("value", {}).pop("of", None)
        told = [fold(one) for one in strings_in(pack)]
        runs = [one for one in told if len(one.split()) >= 4 and one in text]
        assert [one for one in runs if one not in names] == []


def names_in(entity: dict[str, object]) -> list[object]:
    """The names of a packed entity."""
    aliases = entity.get("aliases")
    return [entity["name"], *(aliases if is_list(aliases) else [])]


def name_of(alias: object) -> str:
    """A name, as text."""
    return fold(str(alias["name"] if is_map(alias) else alias))


def strings_in(value: object) -> list[str]:
    """All texts in a value of JSON."""
    if is_map(value):
        return [one for held in value.values() for one in strings_in(held)]
    if is_list(value):
        return [one for held in value for one in strings_in(held)]
    return [value] if isinstance(value, str) else []
