"""Saved queries as the newer console of Neo4j imports them: one CSV."""

import csv
import io
from collections.abc import Sequence

from claimgraph.library import Question

HEAD = ("name", "description", "query", "id", "parentId", "isFolder")


def saved_queries(found: Sequence[Question]) -> str:
    """All questions in folders by topic, those that draw first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    topics = sorted({topic_of(one) for one in found}, key=topic_place)
    ids = {topic: number for number, topic in enumerate(topics)}
    for topic, number in ids.items():
        writer.writerow((topic, "", "", number, "", "true"))
    for number, one in enumerate(found, len(topics)):
        parent = ids[topic_of(one)]
        writer.writerow((one.title, one.in_full, one.text, number, parent, "false"))
    return out.getvalue()


def topic_of(question: Question) -> str:
    """The folder that a question stands in."""
    return question.name.partition("/")[0]


def topic_place(topic: str) -> tuple[bool, str]:
    """Pictures first, then by name."""
    return topic != "graphs", topic
