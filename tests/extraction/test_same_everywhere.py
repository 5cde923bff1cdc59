"""What rules propose is the same in every process: Python's hashes have no say."""

import os
import subprocess
import sys

import pytest

from places import SEEDS

TOLD = (
    "Lina Sato said al-Qaeda has ties to groups such as LeT and Harakat-ul-Mujahideen"
    " (HuM). The Hizballah cell in Orvel bombed a market on 3 May 2020, police said,"
    " killing ten people, and Jaysh al-Islam claimed the attack."
)
READ = """
import hashlib, sys
from pathlib import Path
from claimgraph.extraction.known import known_in
from claimgraph.extraction.proposing import propose
from claimgraph.model import Article

for rules, text in ("nlp", sys.argv[1]), ("core", Path(sys.argv[2]).read_text("utf-8")):
    article = Article(id="a", corpus="c", title="News", sha256="0" * 64, text=text)
    found = propose(article, known_in(None), rules)
    print(found.claims, found.entities)
"""


def proposed(seed: int) -> str:
    """What a process proposes whose hashes are salted with a number."""
    shortest = min(
        (SEEDS / "articles").glob("*.txt"), key=lambda one: one.stat().st_size
    )
    done = subprocess.run(
        [sys.executable, "-c", READ, TOLD, str(shortest)],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.longer
def test_hashes_have_no_say() -> None:
    first = proposed(1)
    assert first.count("ATTRIBUTED_TO") > 2
    assert all(proposed(seed) == first for seed in (2, 3))
