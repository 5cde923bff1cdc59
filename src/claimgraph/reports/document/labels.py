"""What a proposition is called in a table: a clause, which says nothing by itself."""

from claimgraph.analysis.context import Proposition
from claimgraph.reports.document.lines import is_many
from claimgraph.reports.document.scope import Scope
from claimgraph.reports.document.telling import agreeing_words, proposition_words


def proposition_label(scope: Scope, proposition: Proposition) -> str:
    """A proposition as a clause, which says nothing: "that A is part of B"."""
    context, target = scope.context, proposition.object or ""
    known = target in context.entities
    words = agreeing_words(
        proposition_words(proposition.relation, context.schema),
        [
            end
            for end, one in (("subject", proposition.subject), ("object", target))
            if is_many(one, context)
        ],
    )
    told = words.format(
        subject=scope.told_name(proposition.subject),
        object=scope.told_name(target) if known else "somebody",
        value=counted_words(target),
        kind="",
        role="",
    )
    return f"that {told}"


def counted_words(kind: str) -> str:
    """What a proposition gives: a number of somebody, a day or a word.

    >>> counted_words("people"), counted_words("on"), counted_words("is:planted-bomb")
    ('a number of people', 'a certain day', 'planted bomb')
    """
    if kind == "on":
        return "a certain day"
    word = kind.removeprefix("is:").replace("-", " ")
    return word if word != kind else f"a number of {kind}" if kind else "a number"
