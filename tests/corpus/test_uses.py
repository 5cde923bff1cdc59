"""Which corpora a corpus uses: what is at hand then, and what each slip is told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.checking import check_corpus
from claimgraph.corpus.reading import read_corpus
from claimgraph.errors import CorpusError
from shared_corpora import Corpus, write_corpus

SAID = [("ALLEGED_LINK", "group/ash", "group/elm")]


def own(*uses: str) -> Corpus:
    """A corpus that writes none of the names that its claim needs."""
    return Corpus("ann", articles={"ann-0": SAID}, uses=list(uses))


def names(name: str = "names", **more: object) -> Corpus:
    """The names that it needs."""
    found = Corpus(name)
    for one, called in (("group/ash", "Ash"), ("group/elm", "Elm"), ("org/post", "P")):
        found.entries[one] = {"name": called, **(more if one == "group/ash" else {})}
    return found


def told(folder: Path) -> list[str]:
    """All problems of a corpus, its paths from the folder above it."""
    root = f"{folder.parent}{os.sep}"
    return [str(one).replace(root, "") for one in check_corpus(folder).problems]


def test_names_of_used_corpora_are_at_hand(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, own("../names"))
    write_corpus(tmp_path, names())
    checked = check_corpus(folder)
    assert (checked.problems, checked.unused, checked.entities) == ((), (), 0)
    entity = read_corpus(folder).entities["group/ash"]
    [definition] = entity.definitions
    assert (definition.corpus, definition.needed_by) == ("names", ("ann",))


def test_the_seeds_can_be_used(tmp_path: Path) -> None:
    corpus = read_corpus(write_corpus(tmp_path, own("claimgraph:seeds")))
    known = corpus.entities["group/islamic-state-khorasan"]
    assert known.definitions[0].corpus == "seeds"
    assert corpus.own == {}


def test_a_corpus_may_be_used_through_others(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, own("../bob", "../names"))
    bob = names("bob", aliases=["Asche"])
    bob.uses = ["../names"]
    write_corpus(tmp_path, bob)
    write_corpus(tmp_path, names(kind="cell"))
    entity = read_corpus(folder).entities["group/ash"]
    assert (entity.names, entity.kind) == (["Ash", "Asche"], "cell")
    assert [one.corpus for one in entity.definitions] == ["bob", "names"]


def gone(root: Path) -> Corpus:
    """A path at which nothing is."""
    return own("../names")


def a_file(root: Path) -> Corpus:
    """A file in the place of a folder."""
    (root / "names").write_text("names", "utf-8")
    return own("../names")


def no_corpus(root: Path) -> Corpus:
    """A folder without corpus.yaml."""
    (root / "names").mkdir()
    return own("../names")


def a_loop(root: Path) -> Corpus:
    """A link that leads to itself: nobody can read it."""
    (root / "names").symlink_to(root / "names")
    return own("../names")


def a_circle(root: Path) -> Corpus:
    """Names that use whoever uses them."""
    other = names()
    other.uses = ["../bob"]
    write_corpus(root, other)
    bob = names("bob")
    bob.uses = ["../ann"]
    write_corpus(root, bob)
    return own("../names")


def itself(root: Path) -> Corpus:
    """The corpus itself."""
    return own(".")


def not_shipped(root: Path) -> Corpus:
    """A packaged corpus that there is not."""
    return own("claimgraph:nobody")


def no_corpus_of_ours(root: Path) -> Corpus:
    """A packaged folder that is no corpus, and a way out of the package."""
    return own("claimgraph:../queries")


def namesakes(root: Path) -> Corpus:
    """Two corpora of one name."""
    for folder in ("north", "south"):
        write_corpus(root / folder, names())
    return own("../north/names", "../south/names")


NOT_USED: dict[Callable[[Path], Corpus], str] = {
    gone: "ann/corpus.yaml:1: uses[0]: ../names is not there: nothing is at names",
    a_file: "uses[0]: ../names is no folder of a corpus, but a file; write `../names`",
    no_corpus: "uses[0]: ../names is no corpus: it has no corpus.yaml (`claimgraph",
    a_loop: "uses[0]: ../names cannot be read: Too many levels of symbolic links",
    a_circle: "bob/corpus.yaml:1: uses[0]: ../ann leads round in a circle (ann uses "
    "names uses bob uses ann): take one of them out",
    itself: "ann/corpus.yaml:1: uses[0]: . leads round in a circle (ann uses ann): ",
    not_shipped: "claimgraph:nobody cannot be used: no such corpus ships with "
    "claimgraph (there are: claimgraph:",
    no_corpus_of_ours: "uses[0]: claimgraph:../queries cannot be used: no such corpus",
    namesakes: "uses: leads to two corpora called names, north/names and south/names",
}


@pytest.mark.parametrize("slip", NOT_USED, ids=lambda slip: slip.__name__)
def test_what_cannot_be_used_is_told_once(
    slip: Callable[[Path], Corpus], tmp_path: Path
) -> None:
    folder = write_corpus(tmp_path, slip(tmp_path))
    with pytest.raises(CorpusError) as caught:
        check_corpus(folder)
    assert NOT_USED[slip] in str(caught.value).replace(f"{tmp_path}{os.sep}", "")


def test_slips_in_the_files_of_a_used_corpus_are_told_there(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, own("../names"))
    write_corpus(tmp_path, names(kinds="cell"))
    start = "names/entities/groups.yaml:1: [0].kinds: is no key here"
    assert any(one.startswith(start) for one in told(folder))


def contradicted(**entry: object) -> Corpus:
    """A corpus that writes an entry of its own beside that of the names."""
    found = own("../names")
    found.entries["group/ash"] = {"name": "Ash", **entry}
    return found


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            {"ids": {"un": "8"}},
            "group/ash has two numbers for the outside id un: 8 in ann/entities/"
            "groups.yaml:1 (corpus ann), 7 in names/entities/groups.yaml:1 (corpus "
            "names); correct one, or give one of the two another id",
        ),
        ({"unnamed": True}, "group/ash is unnamed in ann/entities/groups.yaml:1"),
        ({"collective": True}, "group/ash is a plural (`collective`) in ann/entities"),
    ],
)
def test_a_contradiction_names_both_files(
    tmp_path: Path, entry: dict[str, object], words: str
) -> None:
    folder = write_corpus(tmp_path, contradicted(**entry))
    write_corpus(tmp_path, names(ids={"un": "7"}))
    [found] = told(folder)
    assert found.startswith("ann/entities/groups.yaml:1: [0].id: ")
    assert words in found


def test_two_used_corpora_may_not_have_one_name_for_two_people(tmp_path: Path) -> None:
    corpus = own("../names", "../bob")
    corpus.articles["ann-0"] = [("LED_BY", "group/ash", "person/ivy")]
    folder = write_corpus(tmp_path, corpus)
    for name in ("names", "bob"):
        other = names(name)
        other.entries["person/ivy"] = {"name": "Ivy"}
        write_corpus(tmp_path, other)
    [found] = told(folder)
    assert (
        "person/ivy is defined in bob/entities/people.yaml:1 (corpus bob) and" in found
    )
    assert "a judgement can still say that two ids are one" in found


def test_what_no_article_needs_may_differ(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, own("../names", "../bob"))
    for name, number in (("names", "1"), ("bob", "2")):
        other = names(name)
        other.entries["group/oak"] = {"name": "Oak", "ids": {"un": number}}
        write_corpus(tmp_path, other)
    assert told(folder) == []


def test_judgements_may_name_ids_of_used_corpora(tmp_path: Path) -> None:
    corpus = own("../names")
    line = {"left": "group/ash", "right": "group/oak", "verdict": "different"}
    corpus.judgements.append({**line, "who": "bea", "when": "2024", "why": "seen"})
    folder = write_corpus(tmp_path, corpus)
    other = names()
    write_corpus(tmp_path, other)
    [found] = told(folder)
    assert "group/oak is not in entities/" in found
    assert "name that in `uses`, or load it first" in found
    other.entries["group/oak"] = {"name": "Oak"}
    write_corpus(tmp_path, other)
    assert told(folder) == []
