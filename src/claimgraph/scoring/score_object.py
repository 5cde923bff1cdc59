"""A score as an object of JSON: counts, shares and intervals."""

from claimgraph.scoring import CodingScore, Keep, every
from claimgraph.scoring.article_score import ALL, CORE, WHOLE, ArticleScore
from claimgraph.scoring.pairs import COMPARED, LEVELS, Level
from claimgraph.scoring.tally import DRAWS, SEED, Portion, Tally

Object = dict[str, object]


def score_object(score: CodingScore) -> Object:
    """All that a score tells; the articles one by one at the end."""
    clusters = score.clusters()
    names = ("precision", "recall", "f")
    return {
        "articles": len(score.articles),
        "dev": sum(one.split == "dev" for one in score.articles),
        "lacking": list(score.lacking),
        "lacking_count_as_missed": score.lacking_count,
        "not_coded": list(score.spare),
        "texts_differ": list(score.moved),
        "optional": sum(one.optional for one in score.articles),
        "interval": {"percent": 95, "draws": DRAWS, "seed": SEED},
        "levels": {level: level_object(score, level) for level in LEVELS},
        "hits": {name: hit_object(score, name) for name in (CORE, ALL)},
        "found": {
            one: portion_object(score.recalled(one)) for one in ("denied", "withheld")
        },
        "regions": region_object(score),
        "length": {
            "long": tally_object(score, "mention-att", CORE, lambda one: one.is_long),
            "shorter": tally_object(
                score, "mention-att", CORE, lambda one: not one.is_long
            ),
        },
        "attack_clusters": clusters and dict(zip(names, clusters, strict=True)),
        "misses": {name: dict(score.faults("misses", name)) for name in (CORE, ALL)},
        "false_alarms": {
            name: dict(score.faults("false_alarms", name)) for name in (CORE, ALL)
        },
        "by_article": [article_object(one) for one in score.articles],
    }


def level_object(score: CodingScore, level: Level) -> Object:
    """The counts of each set of claims at a level."""
    return {name: tally_object(score, level, name) for name in score.sets()}


def tally_object(
    score: CodingScore, level: Level, name: str, keep: Keep = every
) -> Object:
    """Counts, shares and the interval of F."""
    drawn = score.interval(level, name, keep)
    return {
        **plain_tally(score.tally(level, name, keep)),
        "f_interval": drawn and list(drawn),
    }


def plain_tally(tally: Tally) -> Object:
    """Counts and shares."""
    return {
        "hits": tally.hits,
        "coded": tally.coded,
        "proposed": tally.proposed,
        "precision": tally.precision,
        "recall": tally.recall,
        "f": tally.f,
    }


def portion_object(portion: Portion) -> Object:
    """How many of how many."""
    return {"right": portion.right, "of": portion.of, "share": portion.share}


def hit_object(score: CodingScore, name: str) -> Object:
    """What is right of the hits."""
    return {
        what: portion_object(score.portion(name, what)) for what in (*COMPARED, WHOLE)
    }


def region_object(score: CodingScore) -> Object:
    """The core relations by region."""
    regions = sorted({one.region for one in score.articles if one.region})

    def counts(region: str) -> Object:
        return tally_object(
            score, "mention-att", CORE, lambda one: one.region == region
        )

    return {region: counts(region) for region in regions}


def article_object(one: ArticleScore) -> Object:
    """The counts of one article."""
    return {
        "stem": one.stem,
        "region": one.region,
        "split": one.split,
        **{
            f"{level} {name}": plain_tally(one.tallies.get((level, name), Tally()))
            for level in LEVELS
            for name in (CORE, ALL)
        },
    }
