"""What one report stands on: the claims that the filters leave, with their context."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimgraph.analysis.claim_set import ClaimSet
from claimgraph.analysis.context import Context, Proposition, is_unspecified
from claimgraph.analysis.selection import Filters, Selection, select
from claimgraph.date_words import day_words
from claimgraph.dates import span
from claimgraph.made_names import with_short_titles
from claimgraph.model import Claim, TextSpan
from claimgraph.reports.document import ClaimLine
from claimgraph.reports.document.grammar import told_name
from claimgraph.reports.document.lines import claim_line
from claimgraph.reports.document.wording import HIDDEN, apart_words, count_of

MOST_DATES = 8


@dataclass(frozen=True, slots=True)
class Scope:
    """`claims` were read and passed the filters, sorted by id; `known` has them by id.

    `alike` has them by proposition, so that a count looks at no others. The context is
    that of all claims: a filter hides what is said, not who is who. `machine_read` says
    whether a machine found any claim of the graph.
    """

    claim_set: ClaimSet
    context: Context
    selection: Selection
    claims: tuple[Claim, ...]
    known: Mapping[str, Claim]
    alike: Mapping[Proposition, tuple[Claim, ...]]
    machine_read: bool

    def name(self, entity_id: str) -> str:
        """The name of an entity; a speaker whom an article hides is told as that."""
        if is_unspecified(entity_id):
            return HIDDEN
        return with_short_titles(self.context.name(entity_id))

    def told_name(self, entity_id: str) -> str:
        """The name as it stands in a sentence, with an article where it needs one."""
        return told_name(entity_id, self.name(entity_id))

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of entities, in the order given."""
        return [self.name(one) for one in ids]

    def is_hidden(self, entity_id: str) -> bool:
        """Whether that is a speaker whom an article hides."""
        return is_unspecified(entity_id)

    @property
    def nobody(self) -> str:
        """What stands before what nobody says, or no claim was found of."""
        found = self.machine_read
        return "No claim was found in which anybody" if found else "Nobody here"

    @property
    def no_accepted(self) -> str:
        """What stands before what no claim that counts says; others may be proposed."""
        return "No accepted claim here" if self.machine_read else "Nobody here"

    @property
    def none_here(self) -> str:
        """The same inside a sentence."""
        return f"{self.no_accepted[0].lower()}{self.no_accepted[1:]}"

    @property
    def nobody_else(self) -> str:
        """Who it is, beside the speakers at hand, whose claims would count."""
        found = self.machine_read
        return "no other accepted claim here" if found else "nobody else here"

    def number(self, ids: Iterable[str]) -> str:
        """How many of these claims count, and how many are only proposed."""
        held = [self.known[one].review for one in ids]
        proposed = held.count("proposed")
        return apart_words(len(held) - proposed, {"proposed": proposed})

    def known_claims(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids, in their order."""
        return [self.known[one] for one in ids]

    def ends(self, claim: Claim) -> set[str]:
        """Both ends of a claim, as standing ids."""
        both = (claim.subject, claim.object)
        return {self.context.canonical(one) for one in both if one is not None}

    def counted_words(self, claims: Iterable[Claim]) -> str:
        """How many claims, proposed ones apart, in how many articles, on whose word."""
        listed = list(claims)
        counted, held = self.claims_words(listed), accepted_claims(listed) or listed
        if not held:
            return counted
        articles = len({claim.article for claim in held})
        origins = len({self.context.origin(claim) for claim in held})
        return (
            f"{counted} in {count_of(articles, 'article')}, on the word of "
            f"{count_of(origins, 'origin')}"
        )

    def claims_words(self, claims: Iterable[Claim]) -> str:
        """How many claims, proposed ones apart."""
        listed = list(claims)
        held = len(accepted_claims(listed))
        beside = len(listed) - held
        if beside and not held:
            return count_of(beside, "proposed claim")
        return f"{count_of(held, 'claim')}{f' (and {beside} proposed)' * bool(beside)}"

    def about(self, entity_id: str) -> list[Claim]:
        """The claims of which an entity is an end."""
        return [claim for claim in self.claims if entity_id in self.ends(claim)]

    def line(self, claim_id: str) -> ClaimLine:
        """A claim with its names and its sentence, not yet numbered."""
        return claim_line(self.known[claim_id], self.context)

    def told(self, claim_id: str) -> str:
        """The sentence of a claim, with its speakers."""
        return self.line(claim_id).told

    def in_time(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids by the first day on which each may have been said; undated last."""
        return tuple(sorted(ids, key=lambda one: said_key(self.known[one])))

    def said(self, ids: Iterable[str]) -> str:
        """When claims were said, each range in its own words; of many the earliest."""
        words = list(map(day_words, self.dates(ids)))
        rest = len(words) - MOST_DATES
        more = [f"and {rest} more"] if rest > 0 else []
        return "; ".join((*words[:MOST_DATES], *more)) or "not dated"

    def dates(self, ids: Iterable[str]) -> list[str]:
        """When the claims were said, as EDTF texts that differ, in order."""
        texts = {self.known[one].said for one in ids} - {None}
        return sorted(
            filter(None, texts), key=lambda one: (span(one).earliest or "", one)
        )


def accepted_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Those of the claims that count: a person stands by each."""
    return [one for one in claims if one.review == "accepted"]


def proposed_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Those of the claims that nobody accepted, and that are in no count."""
    return [one for one in claims if one.review == "proposed"]


def scope_of(claim_set: ClaimSet, context: Context, filters: Filters) -> Scope:
    """The scope of a report with these filters."""
    selection = select(claim_set.every, filters)
    held = {claim.id: claim for claim in claim_set.claims}
    claims = tuple(held[one.id] for one in selection.claims if one.id in held)
    known = {claim.id: claim for claim in claims}
    alike: dict[Proposition, list[Claim]] = {}
    for claim in claims:
        alike.setdefault(context.proposition(claim), []).append(claim)
    same = {proposition: tuple(claims) for proposition, claims in alike.items()}
    machine_read = claim_set.machine_read
    return Scope(claim_set, context, selection, claims, known, same, machine_read)


def said_key(claim: Claim) -> tuple[str, str, int, str]:
    """First day, article, start, id."""
    first = span(claim.said).earliest if claim.said else None
    start = claim.selector.start if isinstance(claim.selector, TextSpan) else -1
    return first or "9999-99-99", claim.article, start, claim.id
