"""MUC-4 as tables: rules, and two baselines, on the dev part and on the test parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from claimgraph.coding.names import KnownEntity
from claimgraph.corpus.uses import packaged_corpora, read_names
from claimgraph.errors import ClaimgraphError
from claimgraph.extraction.known import Known, known_among
from claimgraph.extraction.proposing import Rules
from claimgraph.extraction.text.capitals import capital, is_english
from claimgraph.model import Alias, Article, Entity
from claimgraph.scoring.coded import core_relations
from claimgraph.scoring.entities import bare_name
from claimgraph.scoring.score_lines import share
from claimgraph.scoring.tally import Tally, interval
from muc import (
    STRICTNESS,
    Blamed,
    Strictness,
    all_as_reported,
    article_of_muc,
    article_tally,
    beside_deeds,
    blamed,
    is_named,
)
from muc_keys import KeyOrganization, MucArticle, muc_articles
from score_tables import table
from systems import check_quotes, proposer

Proposed = Mapping[str, Sequence[Blamed]]
Asked = Callable[[KeyOrganization], bool]
# words inside names that stay small
JOINTS = {"of", "for", "the", "and", "in", "de", "del", "la", "los", "las", "y"}
# one word, no vowel or so few letters: a short form
SHORT = 5


def muc_text(folder: Path, rules: Sequence[Rules], shown: Sequence[str]) -> str:
    """The tables of the parts that are asked for."""
    dev = muc_articles(folder, "dev")
    parts = {name: muc_articles(folder, name) for name in shown}
    if not dev or not all(parts.values()):
        reason = "holds no MUC-4: expected are dev, tst1 and tst2 in it"
        raise ClaimgraphError(reason, file=str(folder))
    known = known_names(dev)
    groups = [one for one in known.entities.values() if one.id.startswith("group/")]
    names = [name for one in groups for name in one.names]
    lines = ["### MUC-4"]
    for part, articles in parts.items():
        texts = {one.id: article_of_muc(one, names) for one in articles}
        found = dict(all_proposed(articles, texts, rules, known, groups))
        lines.append(part_text(part, articles, found, dev))
    return "\n\n".join(lines)


def known_names(dev: Iterable[MucArticle]) -> Known:
    """Whom rules know here: the names that ship, and the groups of the dev keys."""
    shipped = [
        KnownEntity(entity, name, name)
        for name, place in packaged_corpora()
        if name == "names"
        for entity in read_names(place).entities.values()
    ]
    taken = {bare_name(name) for one in shipped for name in one.entity.names}
    more: dict[str, Entity] = {}
    for key in (key for article in dev for key in article.organizations):
        names = [cased_name(one) for one in key.names]
        fresh = [one for one in names if is_telling(one)]
        if not fresh or any(bare_name(one) in taken for one in fresh):
            continue
        taken |= {bare_name(one) for one in fresh}
        entity = f"group/muc-{len(more) + 1}"
        aliases = tuple(Alias(one) for one in dict.fromkeys(fresh[1:]))
        more[entity] = Entity(id=entity, name=fresh[0], aliases=aliases)
    listed = [KnownEntity(one, "", "") for one in more.values()]
    return known_among([*listed, *shipped])


def cased_name(name: str) -> str:
    """A name of a key, which is in capitals, as a text has it that is not.

    >>> cased_name("THE ARMY OF LIGHT"), cased_name("XQZ")
    ('The Army of Light', 'XQZ')
    """
    words = name.split()
    if len(words) == 1 and len(name) <= SHORT and not is_english(name.lower()):
        return name
    small = [one.lower() for one in words]
    return " ".join(
        one if one in JOINTS and at else capital(one) for at, one in enumerate(small)
    )


def is_telling(name: str) -> bool:
    """Whether a name is more than a word for many: terrorists, the army."""
    return any(
        not is_english(one.lower()) or len(name.split()) > 1
        for one in name.replace("-", " ").split()
        if one.isalpha()
    )


def all_proposed(
    articles: Sequence[MucArticle],
    texts: Mapping[str, Article],
    rules: Sequence[Rules],
    known: Known,
    groups: Sequence[Entity],
) -> Iterator[tuple[str, Proposed]]:
    """What each of the rules and the baselines proposes, by article."""
    own, others = core_relations()[:2]
    for kind in rules:
        propose = proposer(kind, known)
        found: dict[str, list[Blamed]] = {}
        for one in articles:
            made = propose(texts[one.id])
            check_quotes(made)
            entities = {each.id: each for each in (*made.known, *made.entities)}
            found[one.id] = blamed(made.claims, entities, (own, others))
        yield kind, found
        reported = {key: all_as_reported(each) for key, each in found.items()}
        yield f"{kind}, always as fact", reported
    yield (
        "known names beside words for attacks, as fact",
        {one.id: beside_deeds(texts[one.id], groups) for one in articles},
    )


def part_text(
    part: str,
    articles: Sequence[MucArticle],
    found: Mapping[str, Proposed],
    dev: Sequence[MucArticle],
) -> str:
    """The table of one part; of the test parts also what dev does not name."""
    asked: dict[str, Asked] = {"": lambda _: True}
    if part == "test":
        named = [key for article in dev for key in article.organizations]
        asked[", named in dev"] = lambda key: in_any(key, named)
        asked[", new"] = lambda key: not in_any(key, named)
    rows = [
        row(
            f"{system}{called}",
            strictness,
            articles,
            proposed,
            counts,
            parted=bool(called),
        )
        for strictness in STRICTNESS
        for called, counts in asked.items()
        for system, proposed in found.items()
        if not called or strictness == "organization"
    ]
    lines = sum(len(one.organizations) for one in articles)
    title = "tst1 and tst2" if part == "test" else "dev: tuned on it, no accuracy"
    head = ["", "right beside the organization", "hits", "keys", "proposed"]
    head += ["precision", "recall", "F", "95 % of draws"]
    told = f"**{title}**: {len(articles)} texts, {lines} organizations in their keys."
    return f"{told}\n\n{table(head, rows)}"


def in_any(key: KeyOrganization, named: Iterable[KeyOrganization]) -> bool:
    """Whether some keys name an organization."""
    return any(is_named(key, Blamed(one.names, "")) for one in named)


def row(
    called: str,
    strictness: Strictness,
    articles: Sequence[MucArticle],
    proposed: Proposed,
    counts: Asked,
    *,
    parted: bool,
) -> list[str]:
    """One line of a table."""
    tallies = [
        article_tally(one, proposed.get(one.id, ()), strictness, counts)
        for one in articles
    ]
    whole, drawn = sum(tallies, Tally()), interval(tallies)
    span = "-" if drawn is None else f"{drawn[0]:.2f} to {drawn[1]:.2f}"
    numbers = [str(one) for one in (whole.hits, whole.coded, whole.proposed)]
    shares = list(map(share, (whole.precision, whole.recall, whole.f)))
    if parted:
        # what is proposed of the other organizations is no false alarm here
        numbers[2], shares[0], shares[2], span = "-", "-", "-", "-"
    beside = "nothing more" if strictness == "organization" else strictness
    return [called, beside, *numbers, *shares, span]
