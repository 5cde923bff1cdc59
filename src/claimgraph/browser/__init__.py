"""What makes Neo4j Browser show a graph well: style, guide, favourites, and the like.

All of it is made from `schema/` and `queries/`, so it is never behind them.
"""

from claimgraph.browser.bloom import perspective
from claimgraph.browser.guide import guide
from claimgraph.browser.saved import saved_queries
from claimgraph.browser.style import style
from claimgraph.library import questions
from claimgraph.schema.types import Schema

PORT = 7480
STYLE, GUIDE = "style.grass", "guide.html"


def address_of(port: int) -> str:
    """Where the files are shown: Browser takes guides and styles from localhost."""
    return f"http://localhost:{port}"


def browser_files(schema: Schema, address: str) -> dict[str, str]:
    """The text of each file by its path; the guide names the address they stand at."""
    found = questions()
    return {
        STYLE: style(schema),
        GUIDE: guide(schema, found, address),
        "saved-queries.csv": saved_queries(found),
        "bloom-perspective.json": perspective(schema, found),
        **{f"favorites/{one.name}.cypher": one.text for one in found},
    }
