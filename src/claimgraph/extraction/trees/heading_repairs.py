"""What a small parser takes wrong where little is said: in headings, before "that"."""

from dataclasses import replace

from claimgraph.extraction.trees.tree import Word
from claimgraph.extraction.words.telling import SAYING

# how a parser has the first of two names where it takes the second for the noun
BEFORE = ("compound", "nmod")
DASHES = ("-", "--")
TIMES = frozenset(("hour", "day", "week", "weekend", "month", "year", "decade"))


def with_clipped(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what belongs together in a clipped sentence beside each other."""
    held = list(words)
    split_off_source(held)
    for word in words[:-1]:
        if word.lemma == "tell" and word.is_verb:
            who_is_told(held, word.i)
        if word.pos == "PROPN":
            name_before_noun(held, word.i)
        if words[word.i + 1].lemma == "behind":
            name_behind(held, word.i)
        if word.lemma in TIMES:
            away_from_time(held, word.i)
    return tuple(held)


def split_off_source(words: list[Word]) -> None:
    """Let who says it stand for himself: "A behind the bombing - police"."""
    last = len(words) - 1
    if last < 3 or words[last - 1].text not in DASHES or not words[last].is_noun:
        return
    root = next((one.i for one in words if one.head == one.i), last)
    if words[last - 1].end == words[last].start or root == last:
        return
    above, label = words[last].head, words[last].dep
    inside = [one.i for one in words[: last - 1] if one.head == last]
    for one in inside:
        # the last of them bore the name that is split off
        head = above if one == inside[-1] else inside[-1]
        dep = label if one == inside[-1] else words[one].dep
        words[one] = replace(words[one], head=head, dep=dep)
    words[last] = replace(words[last], head=root, dep="dep")


def who_is_told(words: list[Word], verb: int) -> None:
    """Let an outlet be told what others did: "told the BBC troops shelled it"."""
    after = verb + 1 + (words[verb + 1].dep == "det")
    name = words[min(after, len(words) - 1)]
    doer = words[name.head]
    while doer.dep in BEFORE and doer.head > doer.i:
        doer = words[doer.head]
    said = words[doer.head]
    torn = name.pos == "PROPN" and name.dep in BEFORE
    clause = doer.dep == "nsubj" and (said.dep, said.head) == ("ccomp", verb)
    told = any(one.head == verb and one.dep in ("dobj", "dative") for one in words)
    if not (torn and clause and doer.i > name.i) or told:
        return
    if words[name.i + 1].pos != "PROPN" or name.text.isupper():
        words[name.i] = replace(name, head=verb, dep="dobj")
        for one in words[verb + 1 : name.i]:
            words[one.i] = replace(one, head=name.i)


def name_before_noun(words: list[Word], i: int) -> None:
    """Let a place hang on the noun after it: "claims credit for Tarim attacks"."""
    place, noun = words[i], words[i + 1]
    torn = place.dep == "pobj" and place.head < i
    if not torn or noun.dep != "dobj" or noun.pos != "NOUN":
        return
    if any(one.head == noun.head and one.dep == "dobj" for one in words[:i]):
        words[i + 1] = replace(noun, head=place.head, dep="pobj")
        words[i] = replace(place, head=i + 1, dep="compound")


def name_behind(words: list[Word], i: int) -> None:
    """Let "behind" hang on who is behind it: "police say A behind the bombing"."""
    behind, verb = words[i + 1], words[i].head
    if behind.head != verb or verb >= i:
        return
    said = words[verb].is_verb and words[verb].lemma in SAYING
    if said and words[i].is_noun and words[i].dep == "dobj":
        words[i + 1] = replace(behind, head=i)


def away_from_time(words: list[Word], i: int) -> None:
    """Let a participle hang on the deed: "the third attack in a week claimed by A"."""
    if words[i].dep != "pobj":
        return
    prep = words[i].head
    noun = words[prep].head
    if words[prep].dep == "prep" and words[noun].is_noun:
        for one in words[i + 1 :]:
            if one.head == i and one.dep == "acl" and one.tag == "VBN":
                words[one.i] = replace(one, head=noun)
