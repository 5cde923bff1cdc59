"""Subjects that a parser hangs on another word than on the verb of what they do."""

from dataclasses import replace

from claimgraph.extraction.trees.tree import SUBJECTS, Word
from claimgraph.extraction.words.cues import cues

DOUBTS = cues("bands", "doubts")
# before a clause as well as before a noun
WHILE = frozenset(("as", "after", "before", "since", "until"))
PAST = ("VBN", "VBD")
FINITE = ("VBD", "VBZ", "VBP")
# how many there are of those who were named before them: A and B, two groups
COUNTS = frozenset(("two", "three", "four", "both", "all"))


def with_subjects(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with each such subject at its verb."""
    told = with_suspected(with_doing_on_day(with_doing(with_joined(words))))
    return with_what_befell(with_told_as(with_clauses_of_time(told)))


def with_joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with two who do something as its subjects, where a clause is between.

    "The rebels, whose chief was shot, and the army have denied it": both denied it.
    """
    first = next((one for one in words if one.head == one.i), None)
    if first is None or not first.is_noun or first.dep != "ROOT":
        return words
    found = list(words)
    for verb in words:
        clause = words[verb.head]
        if verb.dep != "conj" or (clause.dep, clause.head) != ("relcl", first.i):
            continue
        own = [one for one in words if one.head == verb.i and one.dep in SUBJECTS]
        joins = [one for one in words if one.head == clause.i and one.dep == "cc"]
        if not own or not joins or words[joins[-1].i - 1].text != ",":
            continue
        label = own[0].dep
        found[first.i] = replace(first, head=verb.i, dep=label)
        found[own[0].i] = replace(own[0], head=first.i, dep="conj")
        found[joins[-1].i] = replace(joins[-1], head=first.i)
        found[verb.i] = replace(verb, head=verb.i, dep="ROOT")
        break
    return tuple(found)


def with_doing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody did as a verb, where a parser has it told of a noun.

    "Rebels hurled hand grenades at a car": no noun alone has a subject.
    """
    thing = next((one for one in words if one.head == one.i), None)
    if thing is None or not thing.is_noun:
        return words
    kids = [one for one in words[: thing.i] if one.head == thing.i]
    who = next((one for one in kids if one.dep == "nsubj"), None)
    done = next((one for one in kids if one.dep == "amod" and one.tag in PAST), None)
    if who is None or done is None or done.i < who.i:
        return words
    found = list(words)
    for one in kids:
        if one.i < done.i:
            found[one.i] = replace(one, head=done.i)
    found[done.i] = replace(done, head=done.i, dep="ROOT", tag="VBD", pos="VERB")
    found[thing.i] = replace(thing, head=done.i, dep="dobj")
    return tuple(found)


def with_doing_on_day(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody did "on Monday" as a verb, read as told of a noun.

    "The rebels on Monday hurled hand grenades": nothing was on hurled grenades.
    """
    found = list(words)
    for on, day, done in zip(words, words[1:], words[2:], strict=False):
        thing, who = words[done.head], words[on.head]
        torn = on.text == "on" and day.text.endswith("day") and done.tag in PAST
        torn = torn and done.dep == "amod" and (thing.dep, thing.head) == ("pobj", on.i)
        if not torn or who.dep != "ROOT" or not who.is_noun:
            continue
        for one in words[done.i + 1 :]:
            if one.head == who.i:
                found[one.i] = replace(one, head=done.i)
        found[done.i] = replace(done, head=done.i, dep="ROOT", tag="VBD", pos="VERB")
        found[who.i] = replace(who, head=done.i, dep="nsubj")
        found[on.i] = replace(on, head=done.i)
        found[day.i] = replace(day, head=on.i, dep="pobj")
        found[thing.i] = replace(thing, head=done.i, dep="dobj")
        break
    return tuple(found)


def with_suspected(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with "suspected" before those who are so, where a parser has a verb.

    "Police said suspected rebels shot ten men": nobody suspected.
    """
    found = list(words)
    for word in words:
        if word.tag not in PAST or word.text.lower() not in DOUBTS:
            continue
        verb = next(
            (one for one in words if (one.head, one.dep) == (word.i, "ccomp")), None
        )
        who = verb and next(
            (one for one in words if one.head == verb.i and one.dep in SUBJECTS), None
        )
        if verb is None or who is None or first_of(words, who.i) != word.i + 1:
            continue
        if word.head == word.i:
            found[verb.i] = replace(verb, head=verb.i, dep="ROOT")
        else:
            found[verb.i] = replace(verb, head=word.head, dep=word.dep)
        found[word.i] = replace(word, head=who.i, dep="amod", tag="VBN")
        for one in words:
            if one.head == word.i and one.i not in (verb.i, word.i):
                found[one.i] = replace(one, head=verb.i)
    return tuple(found)


def with_clauses_of_time(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what happened "as" something else did as a clause of its own.

    "Ten died as troops and rebels fought": the troops and the rebels fought.
    """
    found = list(words)
    for prep in words:
        if prep.dep != "prep" or prep.text.lower() not in WHILE:
            continue
        who = next((one for one in words if one.head == prep.i), None)
        if who is None or who.dep != "pobj":
            continue
        after = last_of(words, who.i) + 1
        verb = words[after] if after < len(words) else prep
        own = any(one.head == verb.i and one.dep in SUBJECTS for one in words)
        if verb.dep != "conj" or verb.head != prep.head or own:
            continue
        if verb.tag in FINITE:
            found[verb.i] = replace(verb, dep="advcl")
            found[who.i] = replace(who, head=verb.i, dep="nsubj")
            found[prep.i] = replace(prep, head=verb.i, dep="mark")
    return tuple(found)


def with_told_as(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what several are as told of them, and of nothing before.

    "A and B, two groups behind many raids": two groups is what A and B are.
    """
    found = list(words)
    for word in words:
        if word.dep not in ("conj", "appos") or word.tag != "NNS":
            continue
        first = first_of(words, word.i)
        counted = words[first].text.lower() in COUNTS and words[first].head == word.i
        if not counted or first < 2 or words[first - 1].text != ",":
            continue
        names = [words[first - 2]]
        while names[-1].dep == "conj":
            names.append(words[names[-1].head])
        ids = {one.i for one in names}
        joined = any(one.head in ids and one.dep == "cc" for one in words)
        if joined and all(one.pos == "PROPN" for one in names):
            found[word.i] = replace(word, head=names[-1].i, dep="appos")
    return tuple(found)


def with_what_befell(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what was done to somebody as told of him, and not as his deed.

    "The son of A, a nurse kidnapped and killed by the rebels": the nurse did nothing.
    """
    found = list(words)
    for verb in words:
        if verb.dep != "conj" or verb.tag not in PAST:
            continue
        own = (one for one in words[: verb.i] if one.head == verb.i)
        who = next((one for one in own if one.dep == "nsubj"), None)
        if who is None:
            continue
        kids = [one for one in words if one.head == verb.i]
        done = [verb.i, *(one.i for one in kids if one.dep == "conj")]
        by = any(one.head in done and one.dep == "agent" for one in words)
        first = first_of(words, who.i)
        beside = who.i == verb.i - 1 and first > 1
        beside = beside and words[first - 1].text == ","
        name = words[first - 2]
        alone = not any(one.dep in ("aux", "dobj", "auxpass") for one in kids)
        if by and alone and beside and name.pos == "PROPN":
            found[verb.i] = replace(verb, head=who.i, dep="acl", tag="VBN")
            found[who.i] = replace(who, head=name.i, dep="appos")
    return tuple(found)


def first_of(words: tuple[Word, ...], i: int) -> int:
    """The first word of what hangs on a word."""
    return min(below(words, i))


def last_of(words: tuple[Word, ...], i: int) -> int:
    """The last word of what hangs on a word."""
    return max(below(words, i))


def below(words: tuple[Word, ...], i: int) -> list[int]:
    """A word and all that hangs on it."""
    found = [i]
    for one in found:
        found += [kid.i for kid in words if kid.head == one and kid.i not in found]
    return found
