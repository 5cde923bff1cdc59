"""What a report reads from a store: the claims it may name, and heads of the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from claimgraph.analysis.acts import ATTRIBUTED, CLAIMED
from claimgraph.analysis.claim_set import ClaimHead, ClaimSet, ClaimTie
from claimgraph.analysis.context import Context, Proposition
from claimgraph.analysis.selection import Filters
from claimgraph.cypher import report_parts
from claimgraph.entity_closure import bylines
from claimgraph.flat import entity_ids
from claimgraph.model import MODALITIES, POLARITIES, REVIEWS, Article, Claim, Entity
from claimgraph.readback import (
    read_articles,
    read_claims,
    read_entities,
    read_judgements,
    read_texts,
)
from claimgraph.reports.document.asking import Part
from claimgraph.schema.types import Family, Schema
from claimgraph.store.base import Store
from claimgraph.store.rows import maybe_text, text_at, texts_at, word_at

CLOCKS = ("valid", "said", "loaded")
# what makes sources count as one
DEPENDENCE: tuple[Family, ...] = ("affiliation", "custody")
LOOKUPS: Mapping[Part, str] = {
    "about": report_parts.ABOUT,
    "spoken": report_parts.SPOKEN,
    "between": report_parts.BETWEEN,
    "culprits": report_parts.CULPRITS,
    "denials": report_parts.DENIALS,
    "deeds": report_parts.DEEDS,
    "dependants": report_parts.DEPENDANTS,
    "replies": report_parts.REPLIES,
}


def read_frame(store: Store, filters: Filters, schema: Schema) -> ClaimSet:
    """The whole graph without texts, and without claims but for their heads and ties.

    Confessions are whole, since their chains say who holds whom.
    """
    # first: what others load meanwhile has no head, and is left out
    heads = {head.id: head for head in read_heads(store, filters)}
    articles = {article.id: article for article, _ in read_articles(store)}
    corpora = {article.corpus for article in articles.values()}
    judgements = {
        one.id: one
        for corpus, some in read_judgements(store).items()
        if corpus in corpora
        for one in some
    }
    ends = {end for one in judgements.values() for end in (one.left, one.right)}
    confessions = ids(store, report_parts.CONFESSIONS, {}) & heads.keys()
    return ClaimSet(
        claims=tuple(read_claims(store, sorted(confessions))),
        articles=articles,
        entities=known_entities(store, ends),
        judgements=tuple(judgements[key] for key in sorted(judgements)),
        heads=tuple(heads[key] for key in sorted(heads)),
        ties=tuple(one for one in read_ties(store, schema) if one.id in heads),
    )


def read_heads(store: Store, filters: Filters) -> Iterator[ClaimHead]:
    """The head of every claim; what only filters look at where one is set."""
    asked = {"filtered": filters != Filters(accepted_only=filters.accepted_only)}
    for row in store.read(report_parts.HEADS, asked):
        review, modality = text_at(row, "review"), maybe_text(row, "modality") or ""
        valid, said, loaded = (maybe_text(row, key) for key in CLOCKS)
        by_hand = row.get("by_hand") is True
        for line in texts_at(row, "lines"):
            one, _, digest = line.partition(" ")
            clocks = valid, said, loaded
            yield ClaimHead(one, digest, review, modality, *clocks, by_hand)


def read_ties(store: Store, schema: Schema) -> Iterator[ClaimTie]:
    """What every claim of a tie says of it."""
    names = [name for name, one in schema.relations.items() if one.tie is not None]
    for row in store.read(report_parts.TIES, {"relations": sorted(names)}):
        yield ClaimTie(
            id=text_at(row, "id"),
            relation=text_at(row, "relation"),
            subject=text_at(row, "subject"),
            object=text_at(row, "object"),
            polarity=word_at(row, "polarity", POLARITIES),
            modality=word_at(row, "modality", MODALITIES),
            review=word_at(row, "review", REVIEWS),
            former=row.get("former") is True,
            valid=maybe_text(row, "valid"),
        )


def with_claims(
    store: Store,
    frame: ClaimSet,
    context: Context,
    parts: Sequence[Part],
    subjects: Iterable[str],
) -> ClaimSet:
    """The frame with what a report of these parts shows, and what it counts by.

    These are the claims of the parts, all claims of the same propositions, the texts
    of their articles, and the entities that all of them name or depend on. Claims that
    have no head in the frame came meanwhile, and are left out.
    """
    standing, heads = set(subjects), {head.id for head in frame.heads}
    joined = context.identity.classes()
    known = {claim.id: claim for claim in frame.claims}
    wanted = set[str]()
    if "ties" in parts:
        wanted |= tie_claims(context, standing)
    asked = parameters(context, joined, standing)
    for part in parts:
        if part in LOOKUPS:
            wanted |= ids(store, LOOKUPS[part], asked)
    known |= read_by_id(store, (wanted & heads) - known.keys())
    if "culprits" in parts:
        known |= read_by_id(store, side_claims(context, known.values()) - known.keys())
    alike = {"ids": sorted(alike_propositions(known.values(), context, joined))}
    wanted = ids(store, report_parts.ALIKE, alike) & heads
    known |= read_by_id(store, wanted - known.keys())
    articles = with_texts(store, frame.articles, known.values())
    named = standing | entity_ids(*known.values())
    for stem in {claim.article for claim in known.values()}:
        named.update(bylines(articles[stem]))
    named |= frame.entities.keys()
    return replace(
        frame,
        claims=tuple(known[key] for key in sorted(known)),
        articles=articles,
        entities=known_entities(store, with_dependence(context, named)),
    )


def tie_claims(context: Context, standing: set[str]) -> set[str]:
    """The claims that tie the subjects to others, and those that deny it."""
    return {
        claim
        for bonds in context.ties.values()
        for some in bonds.values()
        for bond in some
        if bond.left in standing or bond.right in standing
        for claim in (bond.claim, *bond.disputed_by)
    }


def side_claims(context: Context, claims: Iterable[Claim]) -> set[str]:
    """The claims that say on whose side those may stand who are named for an attack."""
    queue = {
        context.canonical(claim.object or "")
        for claim in claims
        if claim.relation in (CLAIMED, ATTRIBUTED)
    }
    met, found = set(queue), set[str]()
    while queue:
        bonds = context.sides.get(queue.pop(), ())
        found.update(bond.claim for bond in bonds)
        queue |= {bond.right for bond in bonds} - met
        met |= queue
    return found


def beside(context: Context, standing: set[str]) -> set[str]:
    """Who may stand on the side of the subjects: parts, members, and theirs."""
    found, size = set(standing), 0
    while len(found) > size:
        size = len(found)
        found |= {
            left
            for left, bonds in context.sides.items()
            if any(bond.right in found for bond in bonds)
        }
    return found - standing


def parameters(
    context: Context, joined: Mapping[str, set[str]], standing: set[str]
) -> dict[str, object]:
    """What the look-ups of the parts are asked with."""
    dependants = {
        bond.left
        for family in DEPENDENCE
        for some in context.ties[family].values()
        for bond in some
        if bond.right in standing
    }
    made_up = [
        name
        for name in context.schema.relations
        if context.compared(name) == "leader" or context.family(name) == "parts"
    ]
    speakers = standing | dependants
    doers = beside(context, standing)
    return {
        "ids": sorted(standing.union(*(joined.get(one, ()) for one in standing))),
        "speakers": sorted(speakers.union(*(joined.get(one, ()) for one in speakers))),
        "doers": sorted(doers.union(*(joined.get(one, ()) for one in doers))),
        "blame": [CLAIMED, ATTRIBUTED],
        "made_up": made_up,
    }


def alike_propositions(
    claims: Iterable[Claim], context: Context, joined: Mapping[str, set[str]]
) -> set[str]:
    """The ids of the propositions of claims, in all words that judgements allow."""
    found = set[str]()
    for said in {context.proposition(claim) for claim in claims}:
        sides = [
            joined.get(one, {one}) if one else {None}
            for one in (said.subject, said.object)
        ]
        for left, right in product(*sides):
            found.add(Proposition(said.relation, left or "", right).id)
            if right is not None and said.relation in context.symmetric:
                found.add(Proposition(said.relation, right, left).id)
    return found


def with_dependence(context: Context, named: Iterable[str]) -> set[str]:
    """The entities with those on whom they are said to depend."""
    found = set[str]()
    queue = list(named)
    while queue:
        one = queue.pop()
        if one not in found:
            found.add(one)
            queue.append(context.canonical(one))
            for family in DEPENDENCE:
                queue += [bond.right for bond in context.ties[family].get(one, ())]
            queue += [bond.right for bond in context.sides.get(one, ())]
    return found


def ids(store: Store, query: str, asked: Mapping[str, object]) -> set[str]:
    """The ids that a look-up finds."""
    return {text_at(row, "id") for row in store.read(query, asked)}


def read_by_id(store: Store, wanted: set[str]) -> dict[str, Claim]:
    """The claims of those ids."""
    return {claim.id: claim for claim in read_claims(store, sorted(wanted))}


def with_texts(
    store: Store, articles: Mapping[str, Article], claims: Iterable[Claim]
) -> dict[str, Article]:
    """The articles, those of the claims with their texts."""
    texts = read_texts(store, sorted({claim.article for claim in claims}))
    return {
        stem: replace(article, text=texts.get(stem))
        for stem, article in articles.items()
    }


def known_entities(store: Store, wanted: set[str]) -> dict[str, Entity]:
    """The entities of those ids, with the places around places, sorted by id."""
    return dict(sorted(read_entities(store, wanted).items()))
