"""Where the words of the lexicon stand in a parsed sentence, and who is around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.extraction.steps.phrase_steps import left_of_hyphen, own_noun
from claimgraph.extraction.steps.slots import follow
from claimgraph.extraction.trees.office_repairs import OFFICE
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.inflection import forms_of
from claimgraph.extraction.words.lexicon import Entry, Lexicon

# the slot without which there is no trigger
ASKED = "asked"
LAST_WORD = re.compile(r"[ -]")


class Slots:
    """The words in each slot of a trigger, looked for when they are first asked for.

    None are in a slot that the frame of the trigger does not have.
    """

    def __init__(self, tree: Tree, trigger: int, entry: Entry) -> None:
        self.tree, self.trigger, self.entry = tree, trigger, entry
        self.paths = entry.frame.slots
        self.found: dict[str, tuple[tuple[int, ...], ...]] = {}

    def __getitem__(self, slot: str) -> tuple[tuple[int, ...], ...]:
        found = self.found.get(slot)
        if found is None:
            ways = (
                follow(self.tree, self.trigger, path, self.entry)
                for path in self.paths.get(slot, ())
            )
            found = self.found[slot] = tuple(tuple(words) for words in ways if words)
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger with the words that stand in its slots, by each path that leads to any.

    `noun` is the noun that its verb has: the responsibility that is claimed.
    """

    entry: Entry
    trigger: int
    slots: Slots
    noun: int | None = None

    def ways(self, end: str) -> tuple[tuple[int, ...], ...]:
        """The words of an end of the relation, by one path after the other."""
        slot = self.entry.ends.get(end)
        return self.slots[slot] if slot else ()


class Triggers:
    """The entries of a lexicon by the forms of the word that each trigger hangs on."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.entries: dict[str, list[tuple[Entry, str]]] = {}
        for entry in lexicon.entries:
            for lemma in entry.lemmas:
                for key in keys_of(lemma, entry):
                    self.entries.setdefault(key, []).append((entry, lemma))

    def hits(self, tree: Tree) -> Iterator[Hit]:
        """All triggers of a sentence in the order of the text."""
        for i, word in enumerate(tree.words):
            for entry, lemma in self.entries.get(word.text.lower(), ()):
                hit = self.hit(tree, i, entry, lemma)
                if hit is not None:
                    yield hit

    def hit(self, tree: Tree, i: int, entry: Entry, lemma: str) -> Hit | None:
        """A trigger at a word; None where the words around it are others."""
        if not bears(tree, i, entry) or not is_whole(tree, i, entry, lemma):
            return None
        if (entry.needs or entry.without) and not is_fitting(tree, i, entry):
            return None
        noun = None
        if entry.nouns and ASKED not in entry.frame.slots:
            found = own_noun(tree, i, entry)
            if not found:
                return None
            noun = found[0]
        slots = Slots(tree, i, entry)
        if ASKED in entry.frame.slots and not slots[ASKED]:
            return None
        return Hit(entry, i, slots, noun)


def keys_of(lemma: str, entry: Entry) -> Iterator[str]:
    """The forms of the word of a lemma that the tree has its phrase at."""
    bearing = entry.frame.bearing
    if bearing == "verb":
        # co-operate is three words of a tree
        yield from forms_of(lemma.split()[0].rpartition("-")[2], bearing)
    else:
        yield from dict.fromkeys(forms_of(LAST_WORD.split(lemma)[-1], bearing))


def is_whole(tree: Tree, i: int, entry: Entry, lemma: str) -> bool:
    """Whether the other words of a lemma stand by: out, of carry out."""
    if " " not in lemma and "-" not in lemma:
        # "director-general" is no general
        return not tree.children(i, OFFICE)
    if entry.frame.bearing == "verb" and " " in lemma:
        return all(has_beside(tree, i, word) for word in lemma.split()[1:])
    before = tree.text_to(i, len(re.findall(r"[\w']+|-", lemma)))
    return before in forms_of(lemma, entry.frame.bearing)


def is_fitting(tree: Tree, i: int, entry: Entry) -> bool:
    """Whether one of the words that an entry needs hangs on its trigger."""
    beside = {
        form
        for kid in tree.kids[i]
        if tree[kid].dep != "aux"
        if kid < i or entry.frame.bearing == "verb" or tree[kid].dep == "nummod"
        for form in (tree[kid].lemma, tree[kid].text.lower())
    }
    if entry.needs and not entry.needs & beside:
        return False
    return not entry.without & beside


def bears(tree: Tree, i: int, entry: Entry) -> bool:
    """Whether a word is of the part of speech that the frame asks for."""
    word = tree[i]
    hyphened = i >= 2 and tree[i - 1].text == "-" and tree[i - 1].end == word.start
    if entry.frame.bearing == "verb" and hyphened:
        return tree[i - 2].text.lower() == "co"
    if entry.frame.bearing == "verb":
        return word.pos in ("VERB", "AUX") or (
            word.tag in ("VBN", "VBD", "VBG") and word.dep in ("amod", "acl")
        )
    if entry.frame.bearing == "noun":
        if word.tag == "VBG" and word.dep in SUBJECTS:
            # "fighting between the two"
            return True
        return word.pos in ("NOUN", "PROPN", "ADJ") or word.dep in ("amod", "compound")
    if entry.frame.bearing == "deed":
        return word.pos in ("NOUN", "PROPN", "VERB")
    if entry.frame.bearing == "hyphen":
        # "the A linked B" is one, too
        return hyphened or bool(left_of_hyphen(tree, i, entry))
    return True


def has_beside(tree: Tree, i: int, word: str) -> bool:
    """Whether the second word of a verb hangs on it or follows it."""
    if i + 1 < len(tree) and tree[i + 1].text.lower() == word:
        return True
    return any(
        word in (tree[one].lemma, tree[one].text.lower()) for one in tree.kids[i]
    )
