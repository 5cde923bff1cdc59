"""How names stand in a sentence: with an article, and as one or many."""

import re

from claimgraph.made_names import is_made_name

# an attack or a cell that is told of rather than named: "attack on the gurdwara"
DESCRIBED = re.compile(r"[a-z][a-z-]*,? (?!.*\(unnamed\))")
PARTICLES = frozenset(("a", "an", "the", "al", "an-", "ash", "one", "some", "several"))
# where the words end whose last is the noun that a verb agrees with
HEAD_END = re.compile(
    r",? (?:on|at|in|of|under|told|against|fired|to|that|by|before|after|from|with|for"
    r"|near|between|during|claimed|planned|advocated|broken|said)\b| \("
)
SINGULAR_S = ("ss", "us", "is", "series")
FORCES = frozenset(("forces", "troops", "officials", "fighters", "militants", "rebels"))


def told_name(entity_id: str, name: str) -> str:
    """A name as it stands in a sentence: one that only describes has an article.

    >>> told_name("attack/x", "attack on a bridge"), told_name("group/q", "al-Qaeda")
    ('the attack on a bridge', 'al-Qaeda')
    """
    first = name.partition(" ")[0]
    described = entity_id.startswith(("attack/", "group/")) and DESCRIBED.match(name)
    if is_made_name(name) or (described and first not in PARTICLES):
        return f"the {name}"
    return name


def with_capital(text: str) -> str:
    """A text as a sentence begins.

    >>> with_capital("attack on NATO")
    'Attack on NATO'
    """
    return f"{text[:1].upper()}{text[1:]}"


def tells_many(entity_id: str, name: str) -> bool:
    """Whether a verb behind the name of an attack or of forces is a plural.

    >>> tells_many("attack/x", "rockets at a palace")
    True
    >>> tells_many("attack/x", "killing of two officers")
    False
    >>> tells_many("org/x", "security forces"), tells_many("state/x", "United States")
    (True, False)
    """
    head = HEAD_END.split(name, maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    if entity_id.startswith("attack/"):
        return " and " in head or (last.endswith("s") and not last.endswith(SINGULAR_S))
    return last in FORCES
