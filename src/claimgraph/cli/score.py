"""`claimgraph score`: how good are proposed claims?"""

from pathlib import Path

import click

from claimgraph.api.scoring import score, score_json, score_text
from claimgraph.cli.terminal.seeds import packaged_seeds

FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("gold", metavar="GOLD", type=FOLDER)
@click.argument("proposed", metavar="PROPOSED", type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Print the score as JSON.")
@click.option(
    "--all",
    "lacking_count",
    is_flag=True,
    help="Count articles that PROPOSED lacks: all their claims are missed.",
)
def command(gold: Path, proposed: Path, lacking_count: bool, as_json: bool) -> None:
    """Score proposed claims against claims that people coded: two corpora of one text.

    A claim of PROPOSED is a hit where GOLD has one of the same relation and ends in the
    same sentence. Precision, recall and F with and without the attack, by relation,
    listed and unlisted groups; of the hits who speaks, polarity, modality and date;
    the commonest misses. What each number means: `claimgraph docs extraction`.

    Claims whose ids stand in GOLD/optional.txt count neither way.

    Example: claimgraph score seeds corpus
    """
    with packaged_seeds([gold, proposed]) as (left, right):
        found = score(left, right, lacking_count=lacking_count)
    click.echo(score_json(found) if as_json else score_text(found))
