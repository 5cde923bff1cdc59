"""Where a quote stands, in formats that have no selector of their own."""

from claimgraph.ids import selector_parts
from claimgraph.model import Selector

# in GEXF, `start` and `end` would be times
RENAMED = {"start": "char_start", "end": "char_end"}


def place_fields(selector: Selector | None) -> dict[str, object]:
    """The place by key, the end exclusive; nothing where none was found."""
    parts = selector_parts(selector) or {}
    return {RENAMED.get(key, key): parts[key] for key in sorted(parts, reverse=True)}
