"""What people mistype: each slip gives the right thing, or the nearest of its kind.

Exit code 0: it was understood. 1: a value was refused, 2: a command, an option or one
of its words; then standard error names what may be meant.
"""

import shlex
import shutil
from pathlib import Path

import pytest

from cli_runs import Run

GURDWARA = "attack/2020-03-25-kabul-gurdwara"
AIRPORT = "attack/2021-08-26-kabul-airport"
MAZARI = "attack/2020-03-06-kabul-mazari-ceremony"
NETWORK = "group/haqqani-network"
ISIS_K = "group/islamic-state-khorasan"
LINKS = "ask people/leaders group="
KUNDUZ = "attack/2021-10-08-kunduz-shiite-mosque"

# what is typed, the exit code, what the answer or the message holds
SLIPS: tuple[tuple[str, int, str], ...] = (
    # commands, reports, formats, options and their words
    ("loda seeds", 2, "nearest: load"),
    ("LOAD --help", 0, "Usage: claimgraph load"),
    ("serch Haqqani", 2, "nearest: search"),
    ("report atack gurdwara", 2, "nearest: attack"),
    ("report gruop ISIS-K", 2, "nearest: group"),
    ("report Attack --help", 0, "Usage: claimgraph report attack"),
    ("export gephi --out x", 2, "gexf"),
    ("export Turtel --out x", 2, "nearest: turtle"),
    ("export neo4j_admin --help", 0, "Usage: claimgraph export neo4j-admin"),
    ("ask attacks/dates --fromat csv", 2, "--format"),
    ("ask attacks/dates --format tabel", 2, "'table'"),
    ("ask attacks/dates --format CSV", 0, "attack,on"),
    ("find Kabul --type atack", 2, "'attack'"),
    ("report overview --min-modality Allegd", 2, "'alleged'"),
    # questions and their parameters
    ("ask attacks/atributions", 1, "nearest: attacks/attributions"),
    ("ask attributions", 0, "attacks/attributions"),
    ("ask Attacks/Attributions attack=gurdwara --format json", 0, GURDWARA),
    ("ask 'attacks attributions' attack=gurdwara --format json", 0, GURDWARA),
    ("ask attacks/attributions atack=gurdwara", 1, "nearest: attack)"),
    ("ask attacks/attributions Attack=gurdwara --format json", 0, GURDWARA),
    ("ask attacks/attributions gurdwara", 1, "takes: attack, culprit"),
    ("ask groups/pair a=ISIS-K", 1, "b: groups/pair needs it"),
    # words of lists, numbers and days
    ("ask claims/denials relation=alleged_link --format json", 0, "ALLEGED_LINK"),
    ("ask claims/denials relation='Alleged Link' --format json", 0, "ALLEGED_LINK"),
    ("ask claims/denials relation=ALEGED_LINK", 1, "nearest: ALLEGED_LINK"),
    ("ask claims/denials relation=foo", 1, "foo is no relation type"),
    ("ask claims/denials relation=", 1, "relation: is empty; leave it out for all"),
    ("ask claims/denials accepted=True --format json", 0, "ALLEGED_LINK"),
    ("ask claims/denials accepted=Yes --format json", 0, "ALLEGED_LINK"),
    ("ask claims/denials accepted=maybe", 1, "true or false"),
    ("ask claims/denials limit=0", 1, "'0' is not a whole number from 1"),
    ("ask claims/denials limit=99999999999999999999", 1, "not a whole number"),
    ("ask people/deaths from=2019-09 to=2019-09 --format json", 0, "Asim Umar"),
    ("ask people/deaths from=2022 to=2020", 1, "2020-12-31 is before 2022-01-01"),
    ("ask people/deaths from=20", 1, "'20' is not a day"),
    ("ask groups/pair a=ISIS-K b=isisk", 1, f"b: both are {ISIS_K}: name two"),
    ("ask network/paths from=LeT to=let", 1, "to: both ends are"),
    ("ask attacks/methods method=bomb", 1, "there are: suicide-bombing, "),
    ("find isisk --format json", 0, ISIS_K),
    ("ask claims/about entity=alqaeda --format json", 0, "al-Qaeda"),
    ("ask wepons", 1, "nearest: weapons"),
    ("ask claims/denials limit=' 3 ' --format json", 0, "ALLEGED_LINK"),
    ("ask claims/denials limit=three", 1, "a whole number"),
    ("ask claims/withheld reason=Declines-To-Name --format json", 0, "declines-to-na"),
    ("ask claims/withheld reason=decline", 1, "nearest: declines-to-name"),
    ("ask people/rival-leaders role=cheif", 1, "nearest: chief"),
    ("ask time/said-by date='1 May 2021'", 1, "nearest: 2021-05-01"),
    ("ask time/said-by date=2021-02-30", 1, "a day, as 2021-08-26"),
    ("ask time/said-by date=2021-05-01 mode=Certain --format csv", 0, "left,right"),
    ("report changes --since '1 May 2021'", 1, "nearest: 2021-05-01"),
    ("report changes --since soon", 1, "2021-08-26, 2021-08 or 2021"),
    ("report overview --said 'August 26th, 2021'", 1, "nearest: 2021-08-26"),
    # attacks, as people name them
    ("ask attacks/dates attack=gurdwara", 0, f"'gurdwara' is taken for {GURDWARA}"),
    ("ask attacks/dates attack='gurdwara attack'", 0, GURDWARA),
    ("ask attacks/dates attack='Sikh temple attack'", 0, GURDWARA),
    ("ask attacks/dates attack=Mazari", 0, MAZARI),
    ("ask attacks/dates attack='Kabul airport attack'", 0, AIRPORT),
    ("ask attacks/dates attack='Kabul airport bombing'", 0, AIRPORT),
    ("ask attacks/dates attack='Kabul airport'", 1, f"{AIRPORT} (Kabul airport attack"),
    ("ask attacks/dates attack='Kunduz mosque'", 1, f"{KUNDUZ} (Kunduz mosque bombing"),
    ("ask attacks/dates attack=gurdwarra", 1, f"gurdwara in Kabul, {GURDWARA}"),
    ("ask attacks/dates attack='Masari ceremony'", 1, MAZARI),
    (f"ask attacks/dates attack={GURDWARA[:-1]}", 1, f"nearest: {GURDWARA}"),
    (f"ask attacks/dates attack={GURDWARA.title()} --format json", 0, GURDWARA),
    ("ask attacks/dates attack=place/kabul-airport", 1, AIRPORT),
    ("ask attacks/dates attack=ISIS-K", 1, f"{ISIS_K}: wanted is an attack"),
    ("ask attacks/dates attack=India", 1, "a place, place/india: wanted is an attack"),
    ("ask attacks/dates attack=''", 1, "attack: is empty"),
    ("report attack ''", 1, "attack: is empty"),
    ("report attack 'Kabul airport bombing' --format json", 0, AIRPORT),
    # others: type, script, marks, quotation marks, spaces, invisible signs
    ("ask people/leaders group='Kabul airport'", 1, "is a place, place/kabul-"),
    ("ask people/leaders group='Haqani Netwrok'", 1, f"Haqqani Network, {NETWORK}"),
    (f"{LINKS}'  haqqani  NETWORK ' --format json", 0, NETWORK),
    (f"{LINKS}'\u201cHaqqani\u201d Network' --format json", 0, NETWORK),
    (f"{LINKS}'Haqq\u0101n\u012b N\u00ebtwork' --format json", 0, NETWORK),
    (f"{LINKS}'Haqqani\u00a0Net\u200bwork' --format json", 0, NETWORK),
    (f"{LINKS}'\uff29\uff33\uff29\uff33\uff0d\uff2b' --format json", 0, ISIS_K),
    (f"{LINKS}'ISIS\u2013K' --format json", 0, ISIS_K),
    (f"{LINKS}'H\u0430qqani Network'", 1, NETWORK),
    (f"{LINKS}'\u0425\u0430\u043a\u043a\u0430\u043d\u0438'", 1, NETWORK),
    (f"{LINKS}'\u062d\u0642\u0627\u0646\u06cc'", 1, NETWORK),
    ("ask people/profile person='Sirajudin Haqani'", 1, "Sirajuddin Haqqani, person/"),
    ("ask people/profile person=state/pakistan", 1, "is a state: wanted is a person"),
    ("report group Pakistan", 1, "is a state, state/pakistan: wanted is a group"),
    ("report linkage 'Haqqani Netwrok' ISIS-K", 1, f"Haqqani Network, {NETWORK}"),
    ("report linkage ISIS-K isis-k", 1, "are one entity"),
    ("ask groups/pair a=HN b=ISK --format json", 0, f"'HN' is taken for {NETWORK}"),
    ("ask groups/pair a=hn b=ISIS-K --format csv", 0, "PART_OF"),
    ("find HN", 0, NETWORK),
    ("find gurdwarra --type attack", 1, GURDWARA),
    ("find 'KABUL gurdwara' --type ATTACK", 0, GURDWARA[:20]),
    ("search 'Sikh tempel'", 0, "nearest: sikh temple"),
    ("search 'S\u00efkh TEMPLE'", 0, "Sikh temple"),
    ("search ''", 1, "holds no word"),
    # articles and claims
    ("forget 003", 0, "'003' is taken for 003_7cc125320d65fb31"),
    ("forget 003_7cc125320d65fb3l", 1, "nearest: 003_7cc125320d65fb31"),
    ("show zzzz", 1, "4 to 20 of the digits"),
    ("show 'EC706BD3'", 0, "claim ec706bd3"),
)  # fmt: skip


def test_there_are_fifty_at_least_and_no_two_are_one() -> None:
    assert len(SLIPS) == len({typed for typed, *_ in SLIPS}) >= 50


@pytest.mark.parametrize(("typed", "code", "wanted"), SLIPS, ids=[s[0] for s in SLIPS])
def test_a_slip(
    run: Run, seeds_graph: Path, tmp_path: Path, typed: str, code: int, wanted: str
) -> None:
    store = seeds_graph
    if typed.startswith("forget "):
        store = shutil.copytree(seeds_graph, tmp_path / "own")
    result = run(*shlex.split(typed), store=store, COLUMNS="200")
    assert result.exit_code == code, result.output
    assert wanted in (result.stderr if code else result.stdout + result.stderr)
    if code == 1:
        assert result.stdout == "" and result.stderr.count("\n") == 1
