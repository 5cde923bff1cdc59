"""Are the judgements sound?"""

from collections.abc import Iterable

from claimgraph.errors import Problem
from claimgraph.gate.texts import judgement_texts, misfits
from claimgraph.gate.words import check_choice, check_date
from claimgraph.ids import id_prefix
from claimgraph.model import VERDICTS, Judgement, Where


def check_judgements(judgements: Iterable[Judgement]) -> list[Problem]:
    """Problems of ids, verdicts and dates; whether ids may be joined, identity says."""
    problems: list[Problem] = []
    seen: dict[str, Judgement] = {}
    for judgement in judgements:
        where = judgement.where or Where(judgement.id)
        if seen.setdefault(judgement.id, judgement) is not judgement:
            reason = "says again what an earlier line says: one judgement, one line"
            problems.append(where.problem("", reason))
        problems += misfits(judgement_texts(judgement), where)
        problems += check_choice(where, "verdict", judgement.verdict, VERDICTS)
        problems += check_date(where, "when", judgement.when)
        if judgement.left == judgement.right:
            reason = f"{judgement.left} is compared with itself"
            problems.append(where.problem("right", reason))
        left, right = (id_prefix(side) for side in (judgement.left, judgement.right))
        if judgement.verdict == "same" and left != right:
            reason = f"a {left} and a {right} cannot be one: both need one type"
            problems.append(where.problem("right", reason))
        if not judgement.who.strip():
            problems.append(where.problem("who", "says nobody: write who judged"))
    return problems
