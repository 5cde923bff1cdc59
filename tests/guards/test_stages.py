"""The stages of extraction stand on each other: each imports only what is below it."""

from collections import defaultdict

import pytest

from module_imports import SOURCES, imported

ROOT = "claimgraph.extraction."
# Left may import right, and itself; the modules beside them tie the stages together.
BELOW: dict[str, set[str]] = {
    "words": set(),
    "text": {"words"},
    "names": {"words", "text"},
    "dates": {"words", "names"},
    "attacks": {"words", "text", "names", "dates"},
    "trees": {"words", "text", "names"},
    "speech": {"words", "trees"},
    "steps": {"words", "names", "trees", "speech"},
    "meaning": {"words", "names", "attacks", "trees", "speech", "steps"},
    "rules": {"words", "names", "trees", "speech", "steps", "meaning"},
    "patterns": {"words", "names", "attacks", "trees", "speech", "steps", "rules"},
}
# what all stages pass on to each other, and what puts all of them together
LOWEST, HIGHEST = {"candidates", "known"}, {"ground"}
MAY_GROUND = {"rules", "patterns"}


def stage_imports() -> dict[str, set[str]]:
    """What the modules of each stage import of extraction, by stage or module."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, path in SOURCES.items():
        part, _, rest = name.partition("/")
        if part == "extraction" and "/" in rest:
            source = path.read_text("utf-8")
            found[rest.partition("/")[0]] |= {
                one.removeprefix(ROOT).partition(".")[0]
                for one in imported(source)
                if one.startswith(ROOT)
            }
    return found


@pytest.mark.parametrize("stage", BELOW)
def test_a_stage_imports_only_what_is_below_it(stage: str) -> None:
    may = BELOW[stage] | LOWEST | {stage}
    may |= HIGHEST if stage in MAY_GROUND else set()
    assert stage_imports()[stage] <= may


def test_no_two_stages_stand_on_each_other() -> None:
    done = set[str]()
    while ready := {one for one in BELOW if one not in done and BELOW[one] <= done}:
        done |= ready
    assert done == {*BELOW}


def test_every_folder_of_modules_is_a_stage() -> None:
    folders = {one for one in stage_imports() if one != "language_model"}
    assert folders == {*BELOW}
