"""Texts that speak, and whose they are: a statement, a message from an account."""

from claimgraph.extraction.trees.clauses import subjects
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.telling import WRITINGS

ISSUING = cues("telling", "issuing")
# through which somebody publishes: an account that is linked to A
ACCOUNTS = cues("telling", "accounts")


def is_writing(tree: Tree, i: int) -> bool:
    """Whether a speaker is a text and not somebody: the statement, a report."""
    return tree[i].lemma in WRITINGS


def authors(tree: Tree, i: int) -> list[int]:
    """Whose a text is: "a report by the UN", "the ministry's statement"."""
    found = tree.children(i, "poss")
    for prep in tree.children(i, "prep"):
        if tree[prep].lemma in ("by", "of", "from"):
            found += account_holders(tree, tree.children(prep, "pobj"))
    for verb in tree.children(i, "acl"):
        for by in tree.children(verb, "agent", "prep"):
            if tree[by].lemma in ("by", "to", "from"):
                found += tree.children(by, "pobj")
    if tree[i].dep in SUBJECTS:
        # "a message appeared on a website from a user with the name A"
        found += [
            who
            for source in tree.behind(tree[i].head, "from")
            if tree[source].lemma in ACCOUNTS
            for who in account_holders(tree, [source])
        ]
    verbs = [one for one in tree.climb(i) if one < i and tree[one].pos == "VERB"]
    if verbs and tree[verbs[0]].lemma in ISSUING:
        # "A released a video in which"
        found += subjects(tree, verbs[0])
    return found + tree.children(i, "compound", "nmod", "amod")


def account_holders(tree: Tree, sources: list[int]) -> list[int]:
    """From whom a text comes; whose account it is, where it comes from one."""
    found: list[int] = []
    for one in sources:
        names = [
            kid
            for kid in tree.below(one)
            if tree[one].lemma in ACCOUNTS and tree[kid].pos == "PROPN" and kid > one
            if tree[kid].dep in ("pobj", "appos", "oprd", "dobj")
        ]
        # of "A in B" it is A
        names = [kid for kid in names if set(names).isdisjoint(tree.climb(kid))]
        found += names[-1:] or [one]
    return found
