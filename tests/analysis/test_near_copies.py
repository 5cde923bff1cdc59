"""Near-copies are all found, without trying every pair, and never side by side."""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.utils import UnionFind

from analysis.plain_counting import groups
from analysis.strategies_analysis import (
    LINK,
    SENTENCES,
    Story,
    article_from,
    claim,
)
from claimgraph.analysis.corroboration import corroboration
from claimgraph.analysis.near_copies import Spoken, near_copies
from claimgraph.analysis.sentences import Sentences, shingles
from claimgraph.model import Hop
from examples import examples

if TYPE_CHECKING:
    Groups = UnionFind[int]
else:
    Groups = UnionFind

TRIES = settings(max_examples=examples(300))
SPEAKERS = ("person/ann", "person/bob", "person/cid", "person/dan", "person/eve")
MARKS = st.frozensets(st.integers(0, 11), min_size=1, max_size=8)
HOMES = st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=2)
SAID = st.lists(st.tuples(MARKS, HOMES), max_size=9)


def parts(sentences: Sequence[Spoken], theta: float) -> set[frozenset[int]]:
    """The groups that near-copies make, by trying every pair."""
    found = [{one.index} for one in sentences]
    for one, other in combinations(sentences, 2):
        least = theta * min(len(one.marks), len(other.marks))
        if len(one.marks & other.marks) < least or one.home & other.home:
            continue
        touched = [part for part in found if part & {one.index, other.index}]
        found = [part for part in found if part not in touched]
        found.append({index for part in touched for index in part})
    return {frozenset(part) for part in found}


@TRIES
@given(SAID, st.sampled_from((0.25, 0.5, 0.75, 1.0)))
def test_none_is_missed_and_none_is_made_up(
    said: list[tuple[frozenset[int], frozenset[str]]], theta: float
) -> None:
    sentences = [Spoken(at, marks, home) for at, (marks, home) in enumerate(said)]
    found = UnionFind(range(len(sentences)))
    pairs = list(near_copies(sentences, found, theta))
    joined = {frozenset(part) for part in found.to_sets()}
    assert joined == parts(sentences, theta)
    assert len(pairs) == len(sentences) - len(joined)
    for left, right, share in pairs:
        one, other = sentences[left], sentences[right]
        smaller = min(len(one.marks), len(other.marks))
        assert share == len(one.marks & other.marks) / smaller
        assert not one.home & other.home


@settings(max_examples=examples(150))
@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(SENTENCES)),
            min_size=1,
            max_size=3,
        ),
        min_size=2,
        max_size=4,
    )
)
def test_articles_that_print_the_same_are_found(
    printed: list[list[tuple[str, str]]],
) -> None:
    articles = {
        f"a{at}": article_from(f"a{at}", "\n".join(line for _, line in lines))
        for at, lines in enumerate(printed)
    }
    made = [
        claim(articles[f"a{at}"], LINK, [Hop(speaker, "asserts")], quote=line[4:30])
        for at, lines in enumerate(printed)
        for speaker, line in lines
    ]
    unlike = tuple({one.id: one for one in made}.values())
    known = Story(unlike, articles, {}).context()
    found = corroboration(unlike, known, LINK)
    told = {frozenset(group.claims) for group in found.groups}
    assert told == groups(unlike, unlike, known, 0.5)


def test_letters_of_any_case_and_signs_do_not_matter() -> None:
    plain = shingles("the river cell planned it with all of them")
    assert plain == shingles("The River Cell -- planned it, with ALL of them!")
    assert len(plain) == 7
    assert shingles("the river cell planned it with them") == frozenset()


def test_a_sentence_ends_with_its_sign_or_its_line() -> None:
    text = "One here. Two (3.5) there! Three\nFour? Five..."
    ends = Sentences(Story((), {"a": article_from("a", text)}, {}).context())
    whole = f"{text}\n"
    for words, around in (
        ("One", "One here."),
        ("3.5", " Two (3.5) there!"),
        ("there! Three", " Two (3.5) there! Three\n"),
        ("Four?", "Four?"),
        ("Four? F", "Four? Five..."),
    ):
        start = whole.index(words)
        first, last = ends.around("a", start, start + len(words))
        assert whole[first:last] == around


def test_many_copies_cost_no_more_than_their_number() -> None:
    groups_asked = Counted(range(2000))
    sentences = [
        Spoken(at, frozenset([*range(6), *own(at)]), frozenset({f"a{at}"}))
        for at in range(2000)
    ]
    assert len(list(near_copies(sentences, groups_asked, 0.5))) == 1999
    # two million pairs would each be asked for at least once
    assert groups_asked.times < 100 * 2000


def own(number: int) -> range:
    """Four shingles that one sentence alone has."""
    return range(1000 + number * 10, 1004 + number * 10)


class Counted(Groups):
    """Groups that count how often somebody asks for one."""

    def __init__(self, numbers: range) -> None:
        super().__init__(numbers)
        self.times = 0

    def __getitem__(self, one: int) -> int:
        self.times += 1
        return super().__getitem__(one)
