"""Names of claims in their files, and the replies that use them."""

import re

from claimgraph.errors import Problem
from claimgraph.model import Reply, Where

# 20 hex digits are the id of a claim, and # parts an article from a label
LABEL = re.compile(r"(?![0-9a-f]{20}$)[\w.-]{1,100}")
# stem, # and label at their longest: what is longer names nothing, and fits no index
LONGEST_REPLY = 301


def check_label(label: str, where: Where) -> list[Problem]:
    """Whether a label can be told from an id and from a label of another article."""
    if LABEL.fullmatch(label):
        return []
    reason = f"{label[:60]!r} is no label: only letters, digits, . _ -, at most 100"
    return [where.problem("label", reason)]


def check_reply(reply: Reply, where: Where) -> list[Problem]:
    """Whether the name of the claim that is answered can be one."""
    if len(reply.claim) <= LONGEST_REPLY:
        return []
    reason = f"has {len(reply.claim)} characters; at most {LONGEST_REPLY}"
    return [where.problem("replies_to.claim", reason)]
