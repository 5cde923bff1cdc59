"""By which words around it a capitalised phrase is the name of a person."""

import re

from claimgraph.extraction.names.phrases import Phrase
from claimgraph.extraction.words.name_words import ROLES, TITLES
from claimgraph.extraction.words.word_lists import one_of, words

# a name of a person has no more words, small ones left out
MOST_WORDS = 4
PARTICLES = words("people", "particles")
# right before a name, or behind it
CALLED = ROLES | TITLES
ROLE_AFTER = r"(?:[A-Z][\w.'-]* ){1,3}(?:[a-z-]+ ){0,3}" + one_of(CALLED)
# "A, the executive director of B"
ROLE_TOLD = r"(?:[a-z][\w'-]* ){0,3}" + one_of(CALLED | words("people", "roles"))
SPOKE = one_of(words("people", "verbs"))
# who heads a body; what he does to it
HEAD = (
    r"(?:leader|head|chief|commander|founder|co-?founder|emir|amir|boss|warlord"
    r"|chairman|chairwoman|president|director|secretary[- ]general|supremo|strongman"
    r"|commander[- ]in[- ]chief|general secretary|number two|second[- ]in[- ]command"
    r"|mastermind|deputy|figurehead|patriarch|kingpin)"
)
HEADS = (
    r"(?:heads|headed|leads|led|commands|commanded|founded|co-founded|runs|chairs"
    r"|chaired|took over|took command|took charge|assumed|seized command"
    r"|(?:became|becomes|emerged|took over) (?:as )?(?:[\w-]+ ){0,4}" + HEAD + ")"
)
LEADERSHIP = (
    r"(?:leadership|command|control|rule|direction|guidance|chairmanship|presidency"
    r"|stewardship|tutelage|reign)"
)
# no person is called so: "the Tarim Eagles, who"
ARTICLE = re.compile(r"\b[Tt]he $")
PERSON_AFTER = re.compile(
    rf"(?:, (?:{ROLE_AFTER}|{ROLE_TOLD}|\d\d?|an?|the|who|whose|its|his|their"
    r"|spokes\w+|deputy|senior|former|regarded)\b"
    rf"|,? {SPOKE}\b"
    r"| (?:from|with|at) (?:the )?[^,.;]{2,60}? (?:said|told|added)\b"
    r"|,? (?:claimed that|was (?:arrested|killed|captured|detained"
    r"|sentenced|shot|appointed|born|quoted))\b|,? (?:alias|aka)\b"
    r"|,? and (?:his|her)\b"
    r"| \((?:also|alias|aka|\d\d)\b)"
    rf"|,? (?:who )?(?:(?:has|had|once|now|also|still|then|later) )*{HEADS}\b"
    rf"|,? (?:is|was|has been|had been|remains)(?: [\w-]+){{0,4}} (?:the|a|an|its|his)"
    rf" (?:[\w-]+ ){{0,3}}{HEAD}\b"
    rf"| at (?:its|the) (?:head|helm)\b|'s? {LEADERSHIP}\b"
    rf"| as (?:its|their|the|his)(?: [\w-]+){{0,3}} (?:{HEAD}|successor)\b"
    rf"| (?:to|will|would) (?:lead|head|command|succeed|replace|take over)\b"
)
PERSON_BEFORE = re.compile(
    r"\b(?:named|identified as|led by|headed by|said|says|added|warned|under|founder"
    r"|successor|brother|son|wife|father|of one|by one|killed|arrested|captured|alias"
    r"|aka|nom de guerre|commanded by|emir|according to|run by|founded by|formed by"
    r"|chaired by|established by|set up by|appointed|elected|succeeded|replaced"
    rf"|succeeding|replacing|under the {LEADERSHIP} of|loyal to) \"?$"
    rf"|^Under $|\b(?:leader|head|helm)(?: of (?:the )?[^,.]{{2,40}})? (?:is|was) $"
    rf"|\b{one_of(CALLED)}(?: of (?:the )?[^,.]{{2,40}})?, $"
    rf"|\b(?i:{HEAD})(?: (?:of|for|in) [^,.]{{2,60}}?)?(?:, | \([A-Z-]{{2,8}}\),? )$"
    r"|\b(?:[Ss]ecretary|[Mm]inister|[Cc]hief|[Ss]peaker) of [A-Z]\w+ $"
)
# before a name that a comma follows: "the leader, A, claimed it"
ROLE_BESIDE = re.compile(rf"\b{one_of(ROLES, words('people', 'roles'))}, $")
# a name of one word may be a person's there
SINGLE_BEFORE = re.compile(
    r"\b(?:named|identified as|led by|headed by|commanded by|known as) \"?$"
)
SINGLE_AFTER = re.compile(r"\"?(?:[,.;]| \(|$| (?:and|or|who|was|had)\b)")


def is_told_of_person(phrase: Phrase) -> bool:
    """Whether a title before a phrase, or what follows it, tells of a person."""
    if has_title(phrase):
        return True
    several = len(phrase.low) > 1 and not is_too_long(phrase)
    several = several and not ARTICLE.search(phrase.before())
    beside = phrase.after().startswith(",") and ROLE_BESIDE.search(phrase.before())
    told = several and (beside or PERSON_AFTER.match(phrase.after()))
    return bool(told) and is_plain(phrase)


def follows_cue_of_person(phrase: Phrase) -> bool:
    """Whether what stands before a phrase leads to the name of a person."""
    before, single = phrase.before(), len(phrase.low) == 1
    if not PERSON_BEFORE.search(before) or is_too_long(phrase):
        return False
    alone = SINGLE_BEFORE.search(before) and SINGLE_AFTER.match(phrase.after())
    return is_plain(phrase) and (bool(alone) or not single)


def has_title(phrase: Phrase) -> bool:
    """Whether a title or a role stands right before a name."""
    if phrase.first == 0 or not is_plain(phrase):
        return False
    before = phrase.passage.tokens[phrase.first - 1]
    gap = phrase.passage.text[before.end : phrase.start]
    return before.folded in CALLED and gap in (" ", ". ", ' "')


def is_too_long(phrase: Phrase) -> bool:
    """Whether a phrase has more words than the name of a person."""
    return sum(one.text not in PARTICLES for one in phrase.tokens) > MOST_WORDS


def is_plain(phrase: Phrase) -> bool:
    """Whether a phrase has words as names of people have: not in capitals."""
    return all(
        (one.is_capital and not one.text.isupper())
        or one.text in PARTICLES
        or len(one.text) == 1
        for one in phrase.tokens
    )
