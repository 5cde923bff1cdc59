"""The words by which a sentence tells what others say: reportedly, the belief that."""

from claimgraph.extraction.trees.tree import Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.model import TextSpan

HEARSAY, BELIEFS = cues("modality", "hearsay"), cues("modality", "beliefs")


def hearsay(tree: Tree, trigger: int) -> TextSpan | None:
    """Such a word beside a trigger."""
    for one in (trigger, tree[trigger].head, *tree.children(trigger, "agent")):
        for kid in tree.children(one, "advmod", "amod"):
            if tree[kid].text.lower() in HEARSAY:
                return TextSpan(tree[kid].start, tree[kid].end)
    return held_by_somebody(tree, trigger)


def held_by_somebody(tree: Tree, trigger: int) -> TextSpan | None:
    """The noun by which a sentence tells what is thought: the belief that."""
    below = trigger
    for above in tree.climb(trigger):
        word = tree[above]
        if tree[below].dep in ("acl", "relcl", "ccomp", "pcomp"):
            told = word.lemma in BELIEFS and not tree.children(above, "poss")
            return TextSpan(word.start, word.end) if told else None
        if tree[below].dep not in ("xcomp", "conj"):
            return None
        below = above
    return None


def is_report(text: str, heard: TextSpan) -> bool:
    """Whether such a word tells that others than the speaker said it: reportedly."""
    return text[heard.start : heard.end].lower() == "reportedly"
