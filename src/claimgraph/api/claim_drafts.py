"""A claim that is put together key by key, each checked at once."""

from collections.abc import Collection
from pathlib import Path

from claimgraph.coding.drafts import (
    ClaimDraft,
    last_problems,
    open_draft,
    write_draft,
)
from claimgraph.coding.entries import Wanted
from claimgraph.coding.figures import figure, figure_word
from claimgraph.coding.likeness import SAME
from claimgraph.coding.names import Likeness, likenesses, matches
from claimgraph.coding.nearby import article_of, own_first
from claimgraph.coding.quotes import (
    FoundPassage,
    NearPassage,
    nearest_first,
    places,
    surroundings,
)
from claimgraph.corpus.reading import stems
from claimgraph.corpus.uses import require_corpus
from claimgraph.errors import CorpusError, known_word, nearest
from claimgraph.ids import id_prefix
from claimgraph.model import Entity
from claimgraph.nouns import describes, describes_many
from claimgraph.schema import load_schema
from claimgraph.schema.types import RelationType

__all__ = [
    "article_of",
    "describes",
    "describes_many",
    "figure",
    "figure_word",
    "last_problems",
    "open_claim",
    "write_claim",
]


def article_stems(folder: Path) -> list[str]:
    """The articles of a corpus; CorpusError where it is none, or has none."""
    require_corpus(folder)
    found = stems(folder)
    if not found:
        reason = "holds no article: put a text into articles/, its header into claims/"
        raise CorpusError(reason, file=str(folder))
    return found


def open_claim(folder: str | Path, stem: str) -> ClaimDraft:
    """A claim without keys on an article; GateError where that is not in order."""
    return open_draft(Path(folder), stem)


def write_claim(draft: ClaimDraft) -> tuple[Path, int]:
    """Writes the claim at the end of its file, with the entries that it needs.

    File and line of it. All is written or nothing; what was there stays, byte for byte.
    GateError where the claim adds a problem.
    """
    return write_draft(draft)


def quote_places(
    draft: ClaimDraft, words: str
) -> tuple[list[FoundPassage], NearPassage | None]:
    """Where words stand in the article of a claim, else what is most like them."""
    return places(draft.article, words)


def told_passage(draft: ClaimDraft, place: FoundPassage) -> str:
    """Where a passage stands, with the words around it."""
    around = surroundings(draft.article.text or "", place)
    return f"line {place.line}: {around}"


def cue_place(draft: ClaimDraft, words: str) -> FoundPassage | None:
    """The place of a cue that is nearest to the quote of the claim."""
    found = nearest_first(draft.article, words, draft.keys)
    return found[0] if found else None


def relation_meant(typed: str) -> RelationType | None:
    """The relation type of a name, its beginning, or its label, in any case."""
    known = load_schema().relations
    labels = {one.label: name for name, one in known.items()}
    name = known_word(typed, known) or labels.get(known_word(typed, labels) or "")
    if name is None:
        wanted = typed.strip().upper().replace(" ", "_").replace("-", "_")
        begun = [one for one in known if wanted and one.startswith(wanted)]
        name = begun[0] if len(begun) == 1 else None
    return known[name] if name else None


def near_relation(typed: str) -> str:
    """The relation that may be meant by a word that is none, in brackets."""
    return nearest(typed, load_schema().relations)


def all_relations() -> list[RelationType]:
    """The relation types, by name."""
    return list(load_schema().relations.values())


def end_types(relation: RelationType, key: str) -> list[str]:
    """The prefixes of ids that may be an end of a relation."""
    labels = relation.source if key == "subject" else relation.target
    by_prefix = load_schema().by_prefix
    return [prefix for prefix, node in by_prefix.items() if node.label in labels]


def relations_between(one: str, other: str, chosen: RelationType) -> list[str]:
    """The relation types that may join two ids, whichever is the subject, but one.

    Without another id, those that can be told of the one.
    """
    schema = load_schema()
    labels = [schema.label_of(one), schema.label_of(other)] if other else []
    found: list[str] = []
    for name, relation in schema.relations.items():
        ends = (relation.source, relation.target)
        joins = (
            any(
                first in ends[0] and second in ends[1]
                for first, second in (labels, labels[::-1])
            )
            if labels
            else schema.label_of(one) in relation.source
        )
        if joins and relation is not chosen:
            found.append(name)
    return found


def entities_meant(
    draft: ClaimDraft, typed: str, prefixes: Collection[str]
) -> list[Likeness]:
    """Those at hand who may be meant by an id or a name, of some types.

    By a part of a name only those of the corpus itself; those of the article first.
    """
    wanted = typed.strip().lower()
    if wanted in draft.entities:
        (known,) = draft.directory.stands([draft.entities[wanted]])
        return [Likeness(known, SAME, "has that id", known.entity.name)]
    at_hand = draft.directory.stands(draft.entities.values())
    return own_first(draft, matches(at_hand, typed, prefixes))


def is_named(entity: Entity, typed: str) -> bool:
    """Whether a text is the id, or one of the names, of an entity."""
    wanted = typed.strip().casefold()
    return wanted in (entity.id, *(one.casefold() for one in entity.names))


def known_elsewhere(draft: ClaimDraft, wanted: Wanted) -> list[Likeness]:
    """Those who may be meant by somebody new, and whom no question offered yet."""
    known = [one for one in draft.directory.known if not one.at_hand]
    found = likenesses(known, wanted.names, wanted.prefix)
    return [
        one for one in found if one.asks and one.known.entity.id not in draft.entities
    ]


def type_name(entity_id: str) -> str:
    """What an entity is, in a word: group, person, state."""
    return load_schema().by_prefix[id_prefix(entity_id)].label.lower()


def listed_words(name: str) -> dict[str, str]:
    """The words of a closed list of claims, with their meanings."""
    return dict(load_schema().lists[name])
