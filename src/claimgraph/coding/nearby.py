"""Of which article are those who may be meant: the one at hand, or another?"""

from collections.abc import Iterable

from claimgraph.coding.drafts import ClaimDraft
from claimgraph.coding.names import Likeness
from claimgraph.corpus.reading import stems
from claimgraph.flat import entity_ids
from claimgraph.ids import UNNAMED
from claimgraph.model import Entity


def article_of(draft: ClaimDraft, entity: Entity) -> str:
    """The article that an entity is told apart by.

    That of the draft where its claims name it, another one where that alone leaves it
    without a name; else nothing.
    """
    own = draft.article.id
    new = entity.id not in {one.id for one in draft.known}
    if new or entity.id in entity_ids(*draft.coded):
        return own
    tail = entity.id.partition(UNNAMED)[2]
    if not entity.unnamed or not tail:
        return ""
    # one stem may begin another
    begun = [one for one in stems(draft.corpus.folder) if tail.startswith(f"{one}-")]
    return max(begun, key=len, default="")


def own_first(draft: ClaimDraft, found: Iterable[Likeness]) -> list[Likeness]:
    """Whole names before parts, and those of the article at hand before all others."""
    own = draft.article.id

    def place(one: Likeness) -> tuple[bool, bool]:
        return not one.whole, article_of(draft, one.known.entity) != own

    return sorted(found, key=place)
