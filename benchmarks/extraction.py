"""How good the extraction is; writes its parts of docs/extraction.md.

python benchmarks/extraction.py [--texts DIR]... [--muc DIR] [--rules core nlp]
                                [--sets seeds dev test] [--muc-parts dev test]
                                [--codings DIR] [--output FILE]

Codings and recorded answers of models are those of benchmarks/codings: models are
scored without any text, rules need the texts (`--texts`, found by their digests); what
is missing is told. The seeds are here. MUC-4 is read where `--muc` says; who tunes
rules takes `--muc-parts dev`.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from claimgraph.api.scoring import is_listed, read_coding
from claimgraph.errors import ClaimgraphError, MissingExtraError
from claimgraph.extraction.known import Known, known_in
from claimgraph.extraction.proposing import Rules
from claimgraph.scoring import score_codings
from claimgraph.scoring.coded import CodedArticle, text_digest
from muc_keys import PARTS
from muc_tables import muc_text
from parts import put
from score_tables import Named, score_parts
from systems import RULES, System, proposed_by, recorded, united
from unpacking import coded_packs, read_packs, texts_below

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "extraction.md"
CODINGS, SEEDS = HERE / "codings", HERE.parent / "seeds"
COMMAND = "python benchmarks/extraction.py --texts DIR --muc DIR"
# what is scored, and how its heading calls it
SETS = {
    "test": "Own test articles",
    "dev": "Own dev articles: dev, no accuracy",
    "seeds": "The five seeds: dev, no accuracy",
}


def gold_articles(
    name: str, codings: Path, texts: Mapping[str, str]
) -> list[CodedArticle]:
    """The coded articles of a set: the seeds, or our own of one split."""
    if name == "seeds":
        return read_coding(SEEDS)
    packs = read_packs(codings / "gold")
    return coded_packs((one for one in packs if one.split == name), texts)


def systems(
    gold: Sequence[CodedArticle],
    rules: Sequence[Rules],
    models: Sequence[System],
    known: Known,
) -> list[System]:
    """All that is scored on a set; of each model its union with the last rules too."""
    found: list[System] = []
    for one in rules:
        try:
            found.append(System(one, proposed_by(one, gold, known)))
        except MissingExtraError as error:
            print(f"{one} is left out: {error}")
    digests = {text_digest(one.article) for one in gold}
    held = [one for one in models if digests & one.proposals.keys()]
    unions = [united(one, found[-1]) for one in held] if found else []
    return [*found, *held, *unions]


def set_text(name: str, gold: Sequence[CodedArticle], listed: Sequence[System]) -> str:
    """One set: which articles, then all tables."""
    scores: list[Named] = []
    notes: list[str] = []
    for one in listed:
        score = score_codings(gold, one.proposals.values(), is_listed)
        if score.articles:
            scores.append((one.name, score))
        if score.lacking:
            notes.append(f"{one.name}: {len(score.lacking)} articles left out.")
    claims = sum(len(one.claims) for one in gold)
    lacking = sum(one.article.text is None for one in gold)
    told = f"{len(gold)} articles, {claims} claims. Texts that were missing: {lacking}."
    head = [f"### {SETS[name]}", " ".join([told, *notes])]
    return "\n\n".join([*head, *(score_parts(scores) if scores else ())])


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--codings", type=Path, default=CODINGS)
    parser.add_argument("--muc", type=Path)
    parser.add_argument("--muc-parts", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--rules", nargs="*", choices=RULES, default=list(RULES))
    parser.add_argument("--sets", nargs="*", choices=SETS, default=list(SETS))
    parser.add_argument("--output", type=Path, default=PAGE)
    given = parser.parse_args()
    texts = texts_below([*given.texts, SEEDS / "articles"])
    when = f"{datetime.now(UTC):%Y-%m-%d}, `{COMMAND}`."
    try:
        models = recorded(given.codings / "answers", texts)
        known = known_in(None)
        for name in given.sets:
            gold = gold_articles(name, given.codings, texts)
            listed = systems(gold, given.rules, models, known)
            put(given.output, name, f"{set_text(name, gold, listed)}\n\n{when}")
        if given.muc is None:
            print("MUC-4 is left out: say where it is by --muc DIR")
        else:
            put(
                given.output,
                "muc",
                f"{muc_text(given.muc, given.rules, given.muc_parts)}\n\n{when}",
            )
    except ClaimgraphError as error:
        sys.exit(f"extraction: {error}")


if __name__ == "__main__":
    main()
