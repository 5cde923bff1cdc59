"""Words that tell who speaks, how, and of whom: lists of data, one to a question."""

from collections.abc import Mapping
from functools import cache

from claimgraph.errors import nearest
from claimgraph.extraction.words.forms import CuesForm
from claimgraph.resources import packaged_path
from claimgraph.schema.forms import SchemaFile

FILE = "cues.yaml"


@cache
def cue_lists() -> Mapping[str, Mapping[str, list[str]]]:
    """All lists by section and name."""
    path = packaged_path("extraction", "lexicon") / FILE
    return SchemaFile(path, f"lexicon/{FILE}").form(CuesForm).cues


@cache
def cues(section: str, name: str) -> frozenset[str]:
    """The words of one list; KeyError where there is none.

    >>> "deny" in cues("modality", "denials")
    True
    """
    lists = cue_lists()[section]
    if name not in lists:
        raise KeyError(f"{name}{nearest(name, lists)}")
    return frozenset(lists[name])
