"""Which ids stand for which after a transaction, and what hangs elsewhere for it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from claimgraph.cypher import Step, changes, lookups
from claimgraph.errors import CorpusError
from claimgraph.graph import byline_edges
from claimgraph.identity import Identity, resolve
from claimgraph.loading.graph_view import (
    GraphView,
    KnownJudgement,
    held_definitions,
    text,
)
from claimgraph.model import UNNAMED_PUBLISHER, Claim


@dataclass(slots=True)
class Leaving:
    """What a transaction takes out of the graph, and what it needs all the same.

    `claims` go or are made anew; the voices of `article`, which is of a corpus, go or
    are written anew; `coming` are the entities that the new ones need, ids as written;
    `around` are the places around those that are made or altered.
    """

    view: GraphView
    before: Identity
    article: str
    corpus: str
    claims: Collection[str]
    coming: Collection[str] = ()
    around: Mapping[str, Collection[str]] = field(
        default_factory=dict[str, Collection[str]]
    )
    answers: dict[tuple[str, str | None], bool] = field(
        default_factory=dict[tuple[str, "str | None"], bool]
    )

    def candidates(self) -> set[str]:
        """The entities, ids as written, that nothing may need any more."""
        view = self.view
        found: set[str] = set()
        if self.claims:
            ids = sorted(self.claims)
            found |= set(view.ids(lookups.ENTITIES_OF_CLAIMS, ids=ids))
        row = view.article_row(self.article)
        if row is not None:
            found |= {text(row[key]) for key in ("publisher", "author") if row[key]}
            found.add(f"{UNNAMED_PUBLISHER}{self.article}")
            found |= set(view.ids(lookups.WORK_PUBLISHERS, id=self.article))
        return found

    def no_longer_needed(self, ids: Iterable[str]) -> list[str]:
        """Those of the entities that articles of the corpus needed, and no more do.

        Only of entities that articles of others need too: of the rest the transaction
        itself decides.
        """
        found: list[str] = []
        for one, row in self.view.entity_rows(sorted(ids)).items():
            told = held_definitions(row)
            needed_by = {name for each in told for name in each.needed_by}
            shared = self.corpus in needed_by and len(needed_by) > 1
            if shared and not self.needs(one, self.corpus):
                found.append(one)
        return found

    def needs(self, one: str, corpus: str | None = None) -> bool:
        """Whether anything that stays or comes names an entity; or of one corpus."""
        asked = one, corpus
        if asked not in self.answers:
            self.answers[asked] = one in self.coming or self.is_named(one, corpus)
        return self.answers[asked]

    def is_named(self, one: str, corpus: str | None) -> bool:
        """Whether a claim, an article, a work or a place that stays names it."""
        asked = {"id": one, "standing": self.before.canonical(one)}
        view, gone = self.view, set(self.claims)
        for row in view.read(lookups.CLAIMS_NAMING, asked):
            if row["id"] not in gone and corpus in (None, row["corpus"]):
                return True
        rows = view.read(lookups.ARTICLES_NAMING, asked)
        works = [row["id"] for row in rows if row["corpus"] is None]
        if works:
            rows += view.read(lookups.RETELLERS_OF_WORKS, {"ids": works})
        for row in rows:
            outside = row["corpus"] is None or row["id"] == self.article
            if not outside and corpus in (None, row["corpus"]):
                return True
        inside = view.ids(lookups.PLACES_INSIDE, ids=[one])
        return any(self.keeps(place, one, corpus) for place in inside)

    def keeps(self, place: str, outer: str, corpus: str | None) -> bool:
        """Whether a place is needed, and lies in another one; or does for a corpus."""
        if corpus is None:
            around = self.around.get(place)
            return self.needs(place) if around is None else outer in around
        # what lies around those that come, comes too
        return place not in self.coming and (
            outer in self.view.around_for(place, corpus) and self.needs(place, corpus)
        )


@dataclass(frozen=True, slots=True)
class Canonical:
    """Which id stands for which before and after a transaction.

    `going` are judged entities that nothing needs after it; of `unneeded` ones the
    transaction itself decides.
    """

    before: Identity
    after: Identity
    going: list[str]
    unneeded: list[str]

    @property
    def moved(self) -> list[str]:
        """The ids whose edges hang elsewhere afterwards."""
        return self.before.changed(self.after)

    def rebuilt(
        self, view: GraphView, touched: Iterable[str], leaving: Collection[str]
    ) -> list[Claim]:
        """Claims of the graph that hang elsewhere, or carry other names, afterwards."""
        own = {*touched, *self.moved}
        ids = sorted(own | {self.before.canonical(one) for one in own})
        if not ids:
            return []
        found = set(view.ids(lookups.CLAIMS_AT_ENTITIES, ids=ids)) - set(leaving)
        return view.stored_claims(sorted(found))

    def voice_steps(
        self, view: GraphView, touched: Iterable[str], but: str | None
    ) -> list[Step]:
        """Publishers and authors hung anew, `but` for those of one article."""
        own = {*touched, *self.moved}
        ids = sorted(own | {self.before.canonical(one) for one in own})
        if not ids:
            return []
        rows = [
            row
            for row in view.read(lookups.ARTICLES_AT_ENTITIES, {"ids": ids})
            if row["id"] != but
        ]
        voices = [
            (article, edge, self.after.canonical(one))
            for row in rows
            for article in [text(row["id"])]
            for edge, one in byline_edges(article, row["publisher"], row["author"])
        ]
        steps = changes.unlink_voices([text(row["id"]) for row in rows])
        return steps + changes.link_voices(voices)

    def last_steps(self) -> list[Step]:
        """Takes away the entities that nothing needs any more."""
        steps = changes.delete_entities(self.going)
        return steps + changes.delete_unneeded(self.unneeded)


def plan_canonical(
    leaving: Leaving,
    judgements: Mapping[str, KnownJudgement],
    found: Collection[str],
) -> Canonical:
    """Who stands for whom once the transaction is through; a clash is an error."""
    view = leaving.view
    after = view.resolved(judgements)
    joined = after.standings.keys()
    going = sorted(one for one in joined & {*found} if not leaving.needs(one))
    there = (view.present(joined) | (joined & set(leaving.coming))) - set(going)
    listed = [held.judgement for held in judgements.values()]
    identity, problems = resolve(listed, there)
    if problems:
        raise CorpusError(problems[0].reason, key=problems[0].key)
    unneeded = sorted({*found} - joined - set(leaving.coming))
    return Canonical(leaving.before, identity, going, unneeded)
