"""Claims by patterns of words, without a parse: the extractor of the core."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from claimgraph.extraction.patterns.masking import Masked, MaskedSentence, signs
from claimgraph.extraction.trees.ends import prefixes_of
from claimgraph.extraction.words.lexicon import Entry, load_lexicon
from claimgraph.schema import load_schema

ENDS = ("subject", "object", "value", "speaker")
# whoever acts for a group is the group
MEMBERS = (
    r"(?:(?:'s?)? (?:[\w-]+ )?(?:fighters?|militants?|gunm[ea]n|rebels?|insurgents?"
    r"|members?|terrorists?|guerrillas?|forces|jihadists?|bombers?|group|movement"
    r"|network|troops|commandos|militiamen|separatists?|extremists?|fighters))?"
)
# where an attack was, behind its noun
WHERE = rf"(?: (?:in|at|on|near|against) (?:the )?(?:{signs(('place', 'state'))}|\w+))?"
# what was done to somebody is not what he did; nor does he whom something is done to
PASSIVE = re.compile(rf"\b(?:is|are|was|were|be|been|being) {signs(('attack',))}")
NOT_DOER = re.compile(r"\b(?:on|against|at|to|with|by|for|from|near)(?: the)? $")
SPEAKERS = ("person", "org", "group", "state", "community")
# several in one list: A, B and C
LIST = (
    r"(?P<{end}>{one}(?:(?:, (?:the )?{one})*,? (?:and|as well as)(?: the| also)?"
    r" {one})?)"
)
SLOT = re.compile(r"\{(subject|object|value|speaker)\}")
DEED = "deed"
WORD = re.compile("[a-z]+")
# a bracket of a pattern, and whether what it closes may be missing
BRACKET = re.compile(r"(?<!\\)(?:\(|\)(?P<perhaps>[?*{])?)")
# groups of words alone, perhaps in groups
PLAIN_GROUP = re.compile(r"(?:[a-z '|+]|\\s|\\-|\((?=\?:)|\?:|\))+")


@dataclass(frozen=True, slots=True)
class SurfaceRule:
    """One pattern of an entry, with the types of its ends."""

    entry: Entry
    pattern: re.Pattern[str]
    ends: Mapping[str, tuple[str, ...]]
    verbs: bool
    asked: Sequence[frozenset[str]]

    def may_fit(self, said: Set[str], kinds: Set[str]) -> bool:
        """Whether a sentence has a word of each group, and somebody for each end."""
        return not (
            any(map(said.isdisjoint, self.asked))
            or any(map(kinds.isdisjoint, self.ends.values()))
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits: who is at each end, where it stands in the masked words."""

    rule: SurfaceRule
    start: int
    end: int
    ends: Mapping[str, Sequence[Masked]]


@cache
def surface_rules() -> Mapping[str, Sequence[SurfaceRule]]:
    """The rules of the lexicon by the words without which none of them fits."""
    found: defaultdict[str, list[SurfaceRule]] = defaultdict(list)
    for entry in load_lexicon().entries:
        rules = [rule for one in entry.surface if (rule := surface_rule(entry, one))]
        for word in first_words(entry):
            found[word] += rules
    return found


@cache
def value_words() -> frozenset[str]:
    """The words by which the rules with a number are looked for."""
    rules = surface_rules().items()
    return frozenset(
        word for word, held in rules if any("value" in one.ends for one in held)
    )


def first_words(entry: Entry) -> set[str]:
    """Of each form of a trigger the word by which it is looked for."""
    return {re.split(r"[ -]", one)[0] for one in entry.words}


def surface_rule(entry: Entry, template: str) -> SurfaceRule | None:
    """A pattern with signs for its ends; None where it lacks one that it must have."""
    relation = load_schema().relations[entry.relation]
    types = {
        "subject": prefixes_of(relation.source),
        "object": prefixes_of(relation.target),
        "value": ("number",),
        "speaker": SPEAKERS,
    }
    named = SLOT.findall(template)
    if len(set(named)) < len(named) or not is_whole(entry, named):
        return None
    pattern = SLOT.sub(lambda slot: slot_pattern(slot[1], types[slot[1]]), template)
    verbs = any(
        path == "self" and entry.frame.bearing == "verb"
        for paths in entry.frame.slots.values()
        for path in paths
    )
    ends = {end: with_states(types[end]) for end in named}
    # of whole words: "partial" has no part in it
    whole = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    return SurfaceRule(entry, whole, ends, verbs, words_asked(template))


def words_asked(template: str) -> list[frozenset[str]]:
    """The groups of words of a pattern of which none may be missing.

    >>> [sorted(one) for one in words_asked(r"{object}\\s+(?:co\\-led|led) (?:the )?")]
    [['co', 'led']]
    """
    found, depth, begun = list[frozenset[str]](), 0, 0
    for sign in BRACKET.finditer(template):
        if sign[0] == "(":
            begun = sign.end() if depth == 0 else begun
            depth += 1
            continue
        depth -= 1
        group = template[begun : sign.start()]
        if depth == 0 and not sign["perhaps"] and PLAIN_GROUP.fullmatch(group):
            found.append(frozenset(WORD.findall(group.replace(r"\s", " "))))
    return found


def is_whole(entry: Entry, named: Sequence[str]) -> bool:
    """Whether a pattern names all ends, or lacks only an attack told of elsewhere."""
    for end in ("subject", "object", "value"):
        slot = entry.ends.get(end)
        if slot is None or end in named:
            continue
        if DEED not in entry.frame.slots.get(slot, ()):
            return False
    return True


def slot_pattern(end: str, prefixes: tuple[str, ...]) -> str:
    """What stands for an end: the signs of its types, several of them in a list."""
    one = signs(with_states(prefixes)) + (MEMBERS if "group" in prefixes else "")
    if prefixes == ("attack",):
        one += WHERE
    return LIST.format(end=end, one=one)


def with_states(prefixes: tuple[str, ...]) -> tuple[str, ...]:
    """The types of signs that may stand for some types: a state for its country."""
    return (*prefixes, *(("state",) if prefixes == ("place",) else ()))


def matches(sentence: MaskedSentence, deeds: MaskedSentence) -> Iterator[Match]:
    """The patterns that fit a sentence; `deeds` has signs for verbs of attacks, too."""
    said = {*WORD.findall(deeds.words.lower()), *WORD.findall(sentence.words.lower())}
    seen, rules = set[int](), surface_rules()
    told = [{one.prefix for one in each.marks.values()} for each in (sentence, deeds)]
    for word in sorted(said & rules.keys()):
        for rule in rules[word]:
            if id(rule) in seen:
                continue
            seen.add(id(rule))
            held = (sentence, deeds)[rule.verbs]
            if not rule.may_fit(said, told[rule.verbs]):
                continue
            for found in rule.pattern.finditer(held.words):
                if rule.verbs and is_passive(held.words, found):
                    continue
                yield Match(
                    rule,
                    found.start(),
                    found.end(),
                    {
                        end: [
                            held.marks[one] for one in found[end] if one in held.marks
                        ]
                        for end in rule.ends
                    },
                )


def is_passive(said: str, found: re.Match[str]) -> bool:
    """Whether a verb tells what was done to whoever stands before it."""
    before = said[max(found.start() - 20, 0) : found.start()]
    return bool(PASSIVE.search(found[0]) or NOT_DOER.search(before))
