"""How good proposed claims are, beside those that people coded."""

import json
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from claimgraph.checking import check_corpus
from claimgraph.corpus.entity_lines import LINES, entities_on_lines
from claimgraph.errors import ClaimgraphError, CorpusError, GateError, named_os_errors
from claimgraph.folding import fold
from claimgraph.model import Batch
from claimgraph.regular_file import read_regular
from claimgraph.resources import packaged_path
from claimgraph.scoring import CodingScore, score_codings
from claimgraph.scoring.coded import CodedArticle, coded_articles
from claimgraph.scoring.score_lines import score_lines
from claimgraph.scoring.score_object import score_object
from claimgraph.type_guards import is_map

# beside a gold corpus: ids of claims that count neither way, and whence its texts are
OPTIONAL, INDEX = "optional.txt", "codings.jsonl"


def score(
    gold: str | Path, proposed: str | Path, *, lacking_count: bool = False
) -> CodingScore:
    """How well the claims of one corpus folder meet those of another, the gold.

    Articles are the same by the digest of their text, else by their stem. Those that
    the proposals lack are left out, unless `lacking_count`: then all their claims are
    missed. GateError where a corpus has problems, ClaimgraphError where the two have no
    article in common.
    """
    ours, theirs = read_coding(Path(gold)), read_coding(Path(proposed))
    found = score_codings(ours, theirs, is_listed, lacking_count=lacking_count)
    if len(found.lacking) == len(ours):
        reason = f"has no article of {gold}: expected are codings of the same texts"
        raise ClaimgraphError(reason, file=str(proposed))
    return found


def read_coding(folder: Path) -> list[CodedArticle]:
    """The articles of a corpus folder, as they are scored."""
    checked = check_corpus(folder)
    if checked.problems:
        raise GateError(checked.problems)
    optional = optional_claims(folder, checked.batches)
    index = read_index(folder / INDEX)
    return coded_articles(checked.batches, optional, index)


def optional_claims(folder: Path, batches: Iterable[Batch]) -> set[str]:
    """The ids of the claims that count neither way, as a list beside a gold has them.

    CorpusError for one that is the beginning of no id, or of more than one.
    """
    path = folder / OPTIONAL
    lines = (line.partition("#")[0].strip() for line in text_beside(path).splitlines())
    listed = sorted({one for one in lines if one})
    held = [claim.id for batch in batches for claim in batch.claims] if listed else []
    found: set[str] = set()
    for begun in listed:
        meant = [one for one in held if one.startswith(begun)]
        if len(meant) != 1:
            number = (
                f"{len(meant)} claims have ids that begin" if meant else "no id begins"
            )
            raise CorpusError(f"{begun}: {number} with that", file=str(path))
        found |= set(meant)
    return found


def read_index(path: Path) -> dict[str, Mapping[str, object]]:
    """What an index says of each text, by its digest; nothing without an index."""
    found: dict[str, Mapping[str, object]] = {}
    for number, line in enumerate(text_beside(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry: object = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = f"is no JSON: {error}"
            raise CorpusError(reason, file=str(path), line=number) from error
        if not is_map(entry) or "sha256" not in entry:
            reason = "must be an object with the sha256 of a text"
            raise CorpusError(reason, file=str(path), line=number)
        found[str(entry["sha256"])] = entry
    return found


def text_beside(path: Path) -> str:
    """What a file says; nothing where there is none."""
    with named_os_errors(CorpusError, path, "cannot be read"):
        try:
            return read_regular(path).decode("utf-8")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            raise CorpusError("is not UTF-8", file=str(path)) from error


def is_listed(group: str, coded: CodedArticle) -> bool:
    """Whether the names that ship know a group of a coding, by id or by a sure name."""
    ids, names = listed_groups()
    if group in ids:
        return True
    entity = coded.entity(group)
    sure = [entity.name, *(one.name for one in entity.aliases if not one.ambiguous)]
    return any(fold(one) in names for one in sure)


@cache
def listed_groups() -> tuple[Collection[str], Collection[str]]:
    """Ids and folded names of the groups that ship, without ambiguous ones."""
    ids: set[str] = set()
    names: set[str] = set()
    path = Path(str(packaged_path("names", LINES)))
    for entity, _ in entities_on_lines(path):
        if entity is not None and entity.id.startswith("group/"):
            ids.add(entity.id)
            sure = [one.name for one in entity.aliases if not one.ambiguous]
            names |= {fold(one) for one in (entity.name, *sure)}
    return ids, names


def score_text(found: CodingScore) -> str:
    """A score in lines of 80 columns at most."""
    return "\n".join(score_lines(found))


def score_json(found: CodingScore) -> str:
    """A score as JSON: every count, so that others can work out what they need."""
    return json.dumps(score_object(found), indent=2, ensure_ascii=False)
