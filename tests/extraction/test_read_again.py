"""A corpus that the rules read again: what was right stays, nothing comes back."""

from pathlib import Path

import pytest

from claimgraph.api.corpora import new_corpus
from claimgraph.api.extracting.into_corpus import CorpusRun, Done
from claimgraph.api.extracting.producers import UseRules
from claimgraph.checking import check_corpus
from claimgraph.model import Claim

TEXTS = {
    "nowhere": "Paper, 1 March 2016\n\nThe bombing wounded 30 people, police said.\n",
    "bank": (
        "Paper, 5 May 2010\n\nNorthern Front fighters bombed a bank in Orvel on"
        " Tuesday, killing six people. The Northern Front claimed the bombing.\n"
    ),
    "mosque": (
        "Paper, 7 June 2012\n\nThe bombing killed four people at a mosque in Tarim"
        " on Monday, police said. The Red Brigade was behind the attack.\n"
    ),
}


def read(folder: Path, *sources: Path | str) -> list[Done]:
    """What comes of a run of the rules over patterns, which must go well."""
    found = list(CorpusRun(folder, UseRules("core")).run(map(str, sources)))
    done = [one for one in found if isinstance(one, Done)]
    assert len(done) == len(found)
    return done


def claims(folder: Path) -> list[Claim]:
    """The claims of a corpus, which has to pass the gate."""
    checked = check_corpus(folder)
    assert not checked.problems
    return [claim for batch in checked.batches for claim in batch.claims]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty corpus, without the names that ship: they take a while to read."""
    new_corpus(tmp_path / "corpus")
    return tmp_path / "corpus"


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """Three articles, the first of which says neither where nor when."""
    found: list[Path] = []
    for stem, text in TEXTS.items():
        path = tmp_path / f"{stem}.txt"
        path.write_text(text, "utf-8")
        found.append(path)
    return found


def test_attacks_of_other_articles_are_others(folder: Path, texts: list[Path]) -> None:
    """The bombing of one article, without place and day, is not that of the next."""
    read(folder, *texts)
    by_article: dict[str, set[str]] = {}
    for claim in claims(folder):
        if claim.subject.startswith("attack/"):
            by_article.setdefault(claim.article, set()).add(claim.subject)
    assert by_article.keys() == TEXTS.keys()
    every = [one for held in by_article.values() for one in held]
    assert len(set(every)) == len(every)


def test_a_corpus_read_twice_is_as_before(folder: Path, texts: list[Path]) -> None:
    read(folder, *texts)
    before = [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]
    for done in read(folder, folder):
        assert done.written is not None
        assert (done.written.new, done.written.gone) == (0, 0)
    assert [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))] == before


@pytest.mark.parametrize("decision", ["accepted", "rejected"])
def test_what_was_decided_does_not_come_back_with_another_attack(
    folder: Path, texts: list[Path], decision: str
) -> None:
    """By the next run the corpus may know an attack that was new when it was read."""
    read(folder, texts[1])
    path = folder / "claims/bank.yaml"
    other = "attack/2010-05-orvel-another"
    attack = next(one.subject for one in claims(folder) if "attack/" in one.subject)
    for each in (path, folder / "entities/attacks.yaml"):
        text = each.read_text("utf-8").replace(attack, other)
        each.write_text(text.replace("review: proposed", f"review: {decision}"))
    before = path.read_bytes()
    [done] = read(folder, folder)
    assert done.written is not None
    assert done.written.new == 0
    assert done.written.dropped == len(claims(folder)) > 1
    assert path.read_bytes() == before


def test_a_note_of_a_person_stays(folder: Path, texts: list[Path]) -> None:
    read(folder, texts[1])
    path = folder / "claims/bank.yaml"
    text = path.read_text("utf-8")
    noted = text.replace("review: proposed", "review: proposed\n    note: ask them", 1)
    path.write_text(noted, "utf-8")
    [done] = read(folder, folder)
    assert done.written is not None
    assert (done.written.new, done.written.gone) == (0, 0)
    assert path.read_text("utf-8") == noted
