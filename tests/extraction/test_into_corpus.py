"""Articles into a corpus, with what a machine proposes; what people wrote stays."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.api.corpora import check, new_corpus
from claimgraph.api.extracting.corpus import OpenCorpus
from claimgraph.api.extracting.folders import Unopened
from claimgraph.api.extracting.into_corpus import CorpusRun, Done
from claimgraph.checking import check_corpus
from claimgraph.corpus.reading import read_article
from claimgraph.errors import CorpusError, Problem
from claimgraph.extraction.proposals import Proposals
from claimgraph.model import Claim
from stand_in import StandIn

TEXT = (
    "Market bombed in Northtown on Friday\n6 May 2024\n\n"
    "The Interior Ministry said the River Front was behind the bombing of the market.\n"
    "River Front is led by Omar Dara.\n"
)
AGAIN = "River Front is led by Omar Dara.\n"
MINISTRY, FRONT = "org/interior-ministry", "group/river-front"
Outcomes = list[Done | Problem | Unopened]


def extracted(
    folder: Path, *sources: Path | str, make: StandIn | None = None, jobs: int = 1
) -> Outcomes:
    """What comes of a run."""
    run = CorpusRun(folder, make or StandIn())
    return list(run.run([str(one) for one in sources], jobs))


def files(folder: Path) -> dict[str, bytes]:
    """All files of a corpus."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def claims_of(folder: Path) -> list[Claim]:
    """The claims of a corpus, which has to pass the gate."""
    checked = check_corpus(folder)
    assert not checked.problems
    return [claim for batch in checked.batches for claim in batch.claims]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "market.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty corpus, without the names that ship: they take a while to read."""
    new_corpus(tmp_path / "corpus")
    return tmp_path / "corpus"


def test_a_text_comes_into_a_new_corpus_with_its_claims(
    tmp_path: Path, article: Path
) -> None:
    folder = tmp_path / "new"
    [done] = extracted(folder, article)
    assert isinstance(done, Done)
    assert done.written is not None
    assert (done.stem, done.written.new) == ("market", 2)
    assert (folder / "articles/market.txt").read_bytes() == TEXT.encode()
    assert "uses: [claimgraph:names]" in (folder / "corpus.yaml").read_text("utf-8")
    attributed, led = claims_of(folder)
    assert (attributed.review, attributed.by) == ("proposed", "stand-in 1 behind")
    assert [hop.holder for hop in attributed.chain[1:]] == [MINISTRY]
    assert (led.subject, led.object) == (FRONT, "person/omar-dara")
    assert "by: stand-in 1" in (folder / "entities/groups.yaml").read_text("utf-8")


def test_the_same_command_twice_changes_nothing(folder: Path, article: Path) -> None:
    extracted(folder, article)
    before = files(folder)
    assert extracted(folder, article) == [Done("market", None)]
    assert files(folder) == before
    # named as an article of the corpus it is read again, with the same outcome
    [done] = extracted(folder, "market")
    assert isinstance(done, Done)
    assert done.written is not None
    assert (done.written.new, done.written.kept, done.written.gone) == (0, 2, 0)
    after = files(folder)
    assert after.pop("extracted.jsonl") != before.pop("extracted.jsonl")
    assert after == before


def test_decisions_stay_and_are_not_proposed_again(folder: Path, article: Path) -> None:
    extracted(folder, article)
    path = folder / "claims/market.yaml"
    decided = path.read_text("utf-8").replace(
        "review: proposed", "review: rejected  # no", 1
    )
    decided += "  # a person's last word\n"
    path.write_text(decided, "utf-8")
    [done] = extracted(folder, folder, make=StandIn("2"))
    assert isinstance(done, Done)
    assert done.written is not None
    # the other one has a new version in `by`
    written = done.written
    assert (written.new, written.gone, written.dropped) == (1, 1, 1)
    after = path.read_text("utf-8")
    assert after.count("review: rejected  # no") == 1
    assert "  # a person's last word\n" in after
    assert [one.by for one in claims_of(folder)] == [
        "stand-in 1 behind",
        "stand-in 2 led",
    ]


def test_what_another_producer_said_is_neither_said_again_nor_taken_out(
    folder: Path, article: Path
) -> None:
    extracted(folder, article)
    path = folder / "claims/market.yaml"
    path.write_text(path.read_text("utf-8").replace("stand-in 1 led", "llm m 1"))
    before = path.read_bytes()
    [done] = extracted(folder, "market")
    assert isinstance(done, Done)
    assert done.written is not None
    assert (done.written.new, done.written.kept, done.written.dropped) == (0, 1, 1)
    assert path.read_bytes() == before


def test_a_file_that_is_not_in_order_is_told_and_stays(
    tmp_path: Path, folder: Path, article: Path
) -> None:
    extracted(folder, article)
    path = folder / "claims/market.yaml"
    path.write_text(path.read_text("utf-8").replace("is led by", "is lead by"))
    before = files(folder)
    other = tmp_path / "other.txt"
    other.write_text(f"Another day in the north of it\n\n{AGAIN}", "utf-8")
    broken, done = extracted(folder, folder, other)
    assert isinstance(broken, Problem)
    assert broken.file.endswith("market.yaml")
    assert "lead by" in broken.reason
    assert isinstance(done, Done)
    assert files(folder).items() >= {
        (name, held) for name, held in before.items() if name != "extracted.jsonl"
    }


def test_a_fault_of_a_producer_ends_one_article_and_no_run(
    tmp_path: Path, folder: Path
) -> None:
    for name, text in (("a", "poison"), ("b", AGAIN)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    found = extracted(
        folder,
        tmp_path / "a.txt",
        tmp_path / "b.txt",
        make=StandIn(fails_on="poison"),
    )
    assert isinstance(found[0], Problem)
    assert "please report it" in found[0].reason
    assert isinstance(found[1], Done)


def test_processes_propose_what_one_proposes(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(12):
        text = f"Day {number} of a long war in the north\n\n{TEXT}"
        (texts / f"day{number}.txt").write_text(text, "utf-8")
    extracted(tmp_path / "one", texts)
    extracted(tmp_path / "two", texts, jobs=2)
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    del one["corpus.yaml"], two["corpus.yaml"], one["README.md"], two["README.md"]
    assert one == two
    assert check(tmp_path / "two").problems == ()


def test_texts_of_one_name_are_two_articles(tmp_path: Path, folder: Path) -> None:
    for number in range(2):
        place = tmp_path / "texts" / str(number)
        place.mkdir(parents=True)
        (place / "index.txt").write_text(f"Number {number}\n{TEXT}", "utf-8")
    found = extracted(folder, tmp_path / "texts")
    stems = sorted(one.stem for one in found if isinstance(one, Done))
    assert stems[0] == "index"
    assert stems[1].startswith("index-")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_corpus_that_cannot_be_written_is_told(
    tmp_path: Path, folder: Path, article: Path
) -> None:
    extracted(folder, article)
    (folder / "claims").chmod(0o500)
    other = tmp_path / "other.txt"
    other.write_text(TEXT + "more\n", "utf-8")
    [problem] = extracted(folder, other)
    assert isinstance(problem, Problem)
    assert "cannot be written" in problem.reason


def test_a_folder_that_holds_something_else_is_no_corpus(
    tmp_path: Path, article: Path
) -> None:
    with pytest.raises(CorpusError, match="is not empty"):
        extracted(tmp_path, article)


HAND = """\
  # the leader, by hand
  - relation: LED_BY
    subject: group/river-front
    object:   person/omar-dara
    quote: "River Front is led by Omar Dara"  # verbatim
"""
OTHER = """\
  - {relation: LED_BY, subject: group/river-front, object: person/omar-dara,
     quote: is led by Omar Dara, review: accepted}
"""
REJECTED = """\
  - relation: ATTRIBUTED_TO
    subject: attack/2024-05-the-market-bombing
    object: group/river-front
    chain: [{holder: org/interior-ministry, cue: The Interior Ministry said}]
    quote: the River Front was behind the bombing of the market
    review: rejected
    by: stand-in 1 behind
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A corpus whose entries are those that its claims need, and the header."""
    tmp_path = tmp_path_factory.mktemp("template")
    new_corpus(tmp_path / "corpus")
    (tmp_path / "market.txt").write_text(TEXT, "utf-8")
    extracted(tmp_path / "corpus", tmp_path / "market.txt")
    path = tmp_path / "corpus/claims/market.yaml"
    return tmp_path / "corpus", path.read_text("utf-8").partition("claims:")[0]


@given(
    st.lists(st.sampled_from([HAND, OTHER, REJECTED]), unique=True),
    st.sampled_from(["", "\n", "\n\n", "# the end\n", "\n# the end"]),
    st.sampled_from(["", "# head\n", "\n"]),
    st.booleans(),
    st.booleans(),
)
def test_what_a_person_wrote_is_byte_for_byte_as_before(
    template: tuple[Path, str],
    items: list[str],
    tail: str,
    head: str,
    windows: bool,
    mark: bool,
) -> None:
    folder, header = template
    path = folder / "claims/market.yaml"
    if {HAND, OTHER} <= set(items):
        # the same claim twice
        items.remove(OTHER)
    text = f"{head}{header}claims:\n{''.join(items)}{tail}"
    if windows:
        text = text.replace("\n", "\r\n")
    before = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    path.write_bytes(before)
    corpus = OpenCorpus(folder)
    article = read_article(corpus.corpus, "market").article
    proposals = StandIn().propose(article, corpus.memory.known)
    written = corpus.write(proposals, "stand-in 1")
    assert (written.new, written.dropped) == (2 - len(items), len(items))
    middle = path.read_bytes()
    again = corpus.write(proposals, "stand-in 2")
    assert (again.new, again.kept) == (0, 2 - len(items))
    assert path.read_bytes() == middle
    # a later version that finds nothing takes out only what an earlier one proposed
    corpus.write(Proposals(article), "stand-in 3")
    assert path.read_bytes() == before
