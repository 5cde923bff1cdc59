"""A producer for tests: it reads one kind of sentence, by a plain pattern.

"X said A was behind the B of C." makes a claim of an attack, "A is led by P." one of a
leader; groups and people that nobody knows are new.
"""

import re
from dataclasses import dataclass

from claimgraph.coding.new_ids import attack_id, new_id, slug_of
from claimgraph.extraction.candidates import ClaimCandidate, Member, Speaker
from claimgraph.extraction.known import Known
from claimgraph.extraction.proposals import Proposals, let_pass
from claimgraph.model import Article, Entity, TextSpan

BEHIND = re.compile(
    r"(?P<cue>(?P<who>[A-Z][\w ]*?) said) (?P<quote>(?P<group>[\w -]+?) was behind the "
    r"(?P<act>(?P<kind>bombing|raid) of (?P<place>[\w ]+)))"
)
LED = re.compile(r"(?P<quote>(?P<group>[A-Z][\w -]*?) is led by (?P<who>[A-Z][\w ]+))")
NOBODY = "nobody"


@dataclass(frozen=True)
class StandIn:
    """Makes itself, as those that make producers do; `version` is the last word."""

    version: str = "1"
    fails_on: str = "\0"

    def __call__(self) -> "StandIn":
        return self

    @property
    def name(self) -> str:
        return f"stand-in {self.version}"

    @property
    def done_as(self) -> str:
        return self.name

    @property
    def waits(self) -> bool:
        return False

    @property
    def reads_english_only(self) -> bool:
        return True

    def propose(self, article: Article, known: Known) -> Proposals:
        text = article.text or ""
        if self.fails_on in text:
            raise ZeroDivisionError("a fault of the stand-in")
        cast: dict[str, Member] = {}
        found: list[ClaimCandidate] = []
        for hit in BEHIND.finditer(text):
            group = self.member(cast, known, "group", hit, "group")
            speaker = self.member(cast, known, "org", hit, "who")
            attack = self.attack(cast, known, article, hit)
            said = Speaker(holder=speaker, cue=TextSpan(*hit.span("cue")))
            quote = TextSpan(*hit.span("quote"))
            found.append(
                ClaimCandidate(
                    relation="ATTRIBUTED_TO",
                    subject=attack,
                    object=group,
                    quote=quote,
                    speakers=(said,),
                    rule="behind",
                )
            )
        for hit in LED.finditer(text):
            found.append(
                ClaimCandidate(
                    relation="LED_BY",
                    subject=self.member(cast, known, "group", hit, "group"),
                    object=self.member(cast, known, "person", hit, "who"),
                    quote=TextSpan(*hit.span("quote")),
                    rule="led",
                )
            )
        return let_pass(article, cast, found, self.name)

    def member(
        self,
        cast: dict[str, Member],
        known: Known,
        prefix: str,
        hit: re.Match[str],
        part: str,
    ) -> str:
        name = hit[part].removeprefix("the ").removeprefix("The ")
        entity = known.named(name, (prefix,))
        there = entity is not None
        if entity is None:
            entity = Entity(id=new_id(prefix, [name], ()), name=name)
        place = TextSpan(*hit.span(part))
        if name != NOBODY:
            cast.setdefault(
                entity.id, Member(entity=entity, known=there, mentions=(place,))
            )
        return entity.id

    def attack(
        self,
        cast: dict[str, Member],
        known: Known,
        article: Article,
        hit: re.Match[str],
    ) -> str:
        own_id = attack_id(article.published, hit["place"], slug_of(hit["kind"]), ())
        entity = known.entities.get(own_id)
        there = entity is not None
        if entity is None:
            entity = Entity(id=own_id, name=hit["act"], kind=hit["kind"])
        place = TextSpan(*hit.span("act"))
        cast.setdefault(own_id, Member(entity=entity, known=there, mentions=(place,)))
        return own_id
