"""How many articles a second the rules read on one core.

    python benchmarks/rules_speed.py [--rules core nlp] [--articles 200]

The articles are the seeds, cut to 3,000 characters, each with a line of its own, so
that none is read twice. Told is the best of three runs, in time of the processor, after
some articles that are not counted. With `nlp` also spaCy alone over the same texts:
its small model as it ships, without names of things (which the rules do not use), with
nothing but what a parse needs, and that with our loading, which makes it faster.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from claimgraph.extraction.known import known_in
from claimgraph.extraction.proposing import Rules, propose
from claimgraph.extraction.trees.parse import load_parser
from claimgraph.model import Article, TextSpan

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"
LONGEST, RUNS = 3000, 3


def articles(count: int) -> list[Article]:
    """So many articles of one length, no two alike."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [
        Article(
            id=f"a{number}",
            corpus="c",
            title="t",
            sha256="0" * 64,
            text=f"Report number {number}.\n{texts[number % len(texts)]}"[:LONGEST],
            published="2021-09-01",
        )
        for number in range(count)
    ]


def rate(read: Callable[[Article], object], told: Sequence[Article]) -> float:
    """How many articles are read in a second of the processor, at best."""
    for one in told[:10]:
        read(one)
    best = 0.0
    for _ in range(RUNS):
        start = time.process_time()
        for one in told:
            read(one)
        best = max(best, len(told) / (time.process_time() - start))
    return best


def main() -> None:
    """Measure, and print a line for each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--rules", nargs="+", choices=["core", "nlp"], default=["core"]
    )
    options.add_argument("--articles", type=int, default=200)
    given = options.parse_args()
    told, known = articles(given.articles), known_in(None)
    names: list[Rules] = given.rules

    def reader(rules: Rules) -> Callable[[Article], object]:
        return lambda one: propose(one, known, rules)

    for rules in names:
        print(f"{rules}: {rate(reader(rules), told):.1f} articles a second")
    if "nlp" in names:
        parser = load_parser()

        def parse(one: Article) -> object:
            text = one.text or ""
            return list(parser.trees(text, [TextSpan(0, len(text))]))

        for left_out in ((), ("ner",), ("ner", "lemmatizer", "attribute_ruler")):
            bare = rate(stock_reader(parser.name, left_out), told)
            without = f" without {', '.join(left_out)}" if left_out else ""
            print(f"spaCy as it ships{without}: {bare:.1f} articles a second")
        print(f"our trees alone: {rate(parse, told):.1f} articles a second")


def stock_reader(model: str, left_out: Sequence[str]) -> Callable[[Article], object]:
    """What reads an article by a model that is loaded as spaCy's guide has it."""
    pipeline = import_module("spacy").load(model, exclude=list(left_out))
    return lambda one: pipeline(one.text or "")


if __name__ == "__main__":
    main()
