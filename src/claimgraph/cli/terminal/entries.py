"""What a person sees of entities that may be the one that is meant."""

from claimgraph.coding.names import Likeness
from claimgraph.safe_text import on_one_line


def told_likeness(like: Likeness) -> str:
    """Who is like a new one, in what, and how to name him, in one line."""
    known = like.known
    entity = known.entity
    place = ""
    if entity.where is not None and not known.uses:
        place = f" ({entity.where.file}:{entity.where.line})"
    told = f"{entity.id} ({entity.name}) {like.reason}{place}"
    if known.uses:
        told += f"; to name it write `uses: [{known.uses}]` into corpus.yaml"
    elif known.source:
        told += f"; it is at hand from {known.source}, without an entry of its own"
    return on_one_line(told)
