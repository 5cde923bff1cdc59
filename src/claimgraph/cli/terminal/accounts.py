"""What an export could not carry, in a few lines."""

from collections.abc import Iterator

from claimgraph.exports.account import FeatureLoss, LossAccount
from claimgraph.safe_text import on_one_line

PROPOSED = "proposed, which nobody has looked at"


def account_lines(account: LossAccount, name: str) -> Iterator[str]:
    """One line for the file, one for each feature that is reduced or lost.

    Of claims that nobody reviewed another one says how many there are.
    """
    claims = account.claims
    head = f"{on_one_line(name)}: {claims.out} of {claims.given} claims"
    if account.lossless:
        yield f"{head}, nothing lost"
    else:
        yield head
    if claims.proposed:
        yield f"  {PROPOSED}: {claims.proposed}; --accepted-only leaves them out"
    if account.lossless:
        return
    short = [one for one in account.features if one.reduced or one.lost]
    width = max(len(one.feature) for one in short)
    for one in short:
        where = f" (see {one.where})" if one.where else ""
        yield f"  {one.feature:{width}}  {shortfall(one)}: {one.why}{where}"
    yield from (f"  note: {note}" for note in account.target_notes)


def shortfall(one: FeatureLoss) -> str:
    """How often a feature is not carried, of how many claims that have it."""
    counts = {"reduced": one.reduced, "lost": one.lost}
    said = ", ".join(f"{number} {word}" for word, number in counts.items() if number)
    return f"{said} of {one.given}"
