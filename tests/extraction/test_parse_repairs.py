"""Repairs of a parse leave a tree, whatever the parser made of the words."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.extraction.trees.parse import with_all_repairs
from claimgraph.extraction.trees.tree import Word, tree_of

SAID = (
    ("Maj", "PROPN", "NNP"),
    (".", "PUNCT", "."),
    (",", "PUNCT", ","),
    ("Haddad", "PROPN", "NNP"),
    ("spoke", "VERB", "VBD"),
    ("of", "ADP", "IN"),
    ("training", "NOUN", "NN"),
    ("and", "CCONJ", "CC"),
    ("arming", "VERB", "VBG"),
    ("have", "AUX", "VBP"),
    ("sheltered", "VERB", "VBN"),
    ("counter", "NOUN", "NN"),
    ("-", "PUNCT", "HYPH"),
    ("Russian", "ADJ", "JJ"),
    ("fighting", "VERB", "VBG"),
    ("dressed", "VERB", "VBN"),
    ("as", "SCONJ", "IN"),
    ("police", "NOUN", "NNS"),
    ("tell", "VERB", "VBP"),
    ("BBC", "PROPN", "NNP"),
    ("suspected", "VERB", "VBN"),
    ("on", "ADP", "IN"),
    ("Monday", "PROPN", "NNP"),
    ("two", "NUM", "CD"),
    ("bands", "NOUN", "NNS"),
)
LABELS = (
    "nmod",
    "compound",
    "npadvmod",
    "nsubj",
    "acl",
    "appos",
    "punct",
    "pobj",
    "conj",
    "amod",
    "aux",
    "dobj",
    "mark",
    "prep",
    "det",
    "ccomp",
    "relcl",
    "cc",
    "nummod",
)


@st.composite
def parses(draw: st.DrawFn) -> tuple[Word, ...]:
    """The words of some tree: each hangs on one that was placed before it."""
    said = draw(st.lists(st.sampled_from(SAID), min_size=1, max_size=8))
    placed = draw(st.permutations(range(len(said))))
    heads = {placed[0]: placed[0]}
    for at, i in enumerate(placed[1:], 1):
        heads[i] = draw(st.sampled_from(placed[:at]))
    labels = [draw(st.sampled_from(LABELS)) for _ in said]
    return tuple(
        Word(
            *(i, text, text.lower(), pos, tag),
            *(labels[i] if heads[i] != i else "ROOT", heads[i]),
            *(8 * i, 8 * i + len(text)),
        )
        for i, (text, pos, tag) in enumerate(said)
    )


@given(parses())
def test_each_word_hangs_below_one_root_still(words: tuple[Word, ...]) -> None:
    repaired = with_all_repairs(words)
    tree = tree_of(repaired)
    roots = [one.i for one in repaired if one.head == one.i]
    assert len(roots) == 1
    for one in repaired:
        above = [one.i, *tree.climb(one.i)]
        assert above[-1] in roots
    below = [i for root in roots for i in tree.below(root)]
    assert sorted(below) == [one.i for one in repaired]
