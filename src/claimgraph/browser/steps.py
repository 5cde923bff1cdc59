"""The steps of the guide: each a question of the seeds, and what to notice in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One page: what is asked, with which arguments, and what a reader should see."""

    title: str
    question: str
    arguments: Mapping[str, object]
    words: str
    notice: tuple[str, ...] = field(default=())


GURDWARA = "attack/2020-03-25-kabul-gurdwara"
AIRPORT = "attack/2021-08-26-kabul-airport"
KHORASAN, HAQQANI = "group/islamic-state-khorasan", "group/haqqani-network"
STEPS = (
    GuideStep(
        "Taken responsibility for, or attributed",
        "graphs/attack",
        {"attack": GURDWARA},
        "Who attacked the gurdwara in Kabul in March 2020? Nothing here is a finding: "
        "every edge is what somebody says, and its caption says who.",
        (
            "Green: a group takes responsibility. The caption is the group itself.",
            "Blue: somebody else says who did it. The intelligence service (NDS) "
            "names a joint cell, not the group that claimed the attack.",
            "Click an edge: its properties hold the quote, the article, where the "
            "quote begins and ends in it, and the whole chain of speakers.",
        ),
    ),
    GuideStep(
        "A denied link",
        "graphs/pair",
        {"a": KHORASAN, "b": HAQQANI},
        "What is said about Islamic State-Khorasan and the Haqqani Network together?",
        (
            "A red band: somebody denies it. A denial is an edge of its own type, "
            "DENIED, so that no query for links ever returns it.",
            "The caption of a red edge says who denies what.",
            "Each speaker has one edge for each relation here; the table groups/pair "
            "has every claim.",
        ),
    ),
    GuideStep(
        "A chain of speakers",
        "graphs/chains",
        {"hops": 3, "speaker": "org/un-monitoring-team", "limit": 1},
        "One newspaper cites the United Nations, and these cite a state that they do "
        "not name. Whose word is it?",
        (
            "The yellow node is the claim. The numbers on its edges count the speakers "
            "from the outside in: 1 published it, the last one said it.",
            "The words behind the numbers say what each speaker does with it: "
            "reports it, passes it on unverified, asserts it.",
            "The origin is white: nobody names it.",
        ),
    ),
    GuideStep(
        "A name that is withheld",
        "graphs/attack",
        {"attack": AIRPORT},
        "Who attacked Kabul airport in August 2021? A spokesman speaks of it and "
        "pointedly does not name the group.",
        (
            "Orange: withheld. It is neither a denial nor support, and counts as "
            "neither.",
            "A click on the edge shows how: says is that he declines to name.",
        ),
    ),
    GuideStep(
        "Dates in conflict",
        "graphs/values",
        {"attack": AIRPORT, "relation": "OCCURRED_ON"},
        "On which day did it happen? Each source has its own claim; no claim replaces "
        "another.",
        (
            "A claim with a date or a number has no second entity, so it is a node.",
            'With relation: "KILLED" you get the dead.',
        ),
    ),
    GuideStep(
        "Without the NDS",
        "graphs/attack",
        {"attack": GURDWARA, "without": "org/nds"},
        "What is left of the first picture if you do not believe the intelligence "
        "service, wherever it stands in the chain?",
        (
            "The same question, with one argument more: without.",
            "An attribution may be left although it came from the same service: an "
            "article that hides its speaker does not say so. See the next step.",
            "If the edge of the NDS is still there, Browser has connected the nodes by "
            "itself: switch that off as the first page says.",
        ),
    ),
    GuideStep(
        "One origin behind two reports",
        "graphs/one-origin",
        {"a": KHORASAN, "b": HAQQANI},
        "Two articles say the same. Are these two sources?",
        (
            "Both claims lead to one speaker: this is one origin, and reports count it "
            "once.",
            "The green nodes are the articles; a double-click on one shows what else "
            "it says.",
        ),
    ),
    GuideStep(
        "Where to go next",
        "graphs/links",
        {"group": HAQQANI},
        "Ask the same of your own graph: change the id. An id is the property id of a "
        "node; in a terminal, claimgraph find NAME shows it.",
        (
            "claimgraph browser --out FOLDER writes every question as a file: drop a "
            "file on this window and save it as a favourite.",
            "claimgraph ask lists the questions that give tables; claimgraph report "
            "writes what you can hand to somebody else.",
            "To read a picture: white nodes are unnamed, yellow ones are claims, "
            "green ones articles.",
        ),
    ),
)
