"""STIX 2.1: one bundle for OpenCTI, MISP and other threat-intelligence tools."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimgraph.exports import ExportOptions, Format
from claimgraph.exports.stix import (
    Block,
    Maker,
    day_time,
    marking_object,
    marking_refs,
)
from claimgraph.exports.stix.articles import report
from claimgraph.exports.stix.claims import (
    Setting,
    claim_line,
    claim_object,
    is_relationship,
)
from claimgraph.exports.stix.entities import (
    entity_object,
    entity_ref,
    judgement_note,
    speaker_object,
    speaker_ref,
)
from claimgraph.exports.stix.extension import own_objects
from claimgraph.exports.stix.losses import stix_losses
from claimgraph.exports.wording import Entities
from claimgraph.model import Article, Batch, Claim, Entity, Judgement
from claimgraph.schema import load_schema
from claimgraph.schema.types import Schema

# of the text of a report, which readers show in one piece
LINES = 1000
NOTES = (
    "OpenCTI merges equal relationships within 30 days: claims of one proposition may "
    "become one there",
    "MISP drops incidents, their relationships, and opinions on relationships, and "
    "shows other relationships without who affirms them: the text of each report tells "
    f"its claims once more with their origins, {LINES} at most",
    "ids are made from ours (UUIDv5): validators that ask for UUIDv4 warn (103)",
    "incident attributed-to is no suggested relationship: validators warn (202)",
    "created and modified are the time of loading, of what has none the day of the "
    "first article that has it, 1970 where no day is known",
    "published is the first possible day; the date as written is in the extension",
    "articles marked TLP:AMBER+STRICT are marked red: the standard has no such marking",
)


def write(batches: Iterable[Batch], target: Path, options: ExportOptions) -> None:
    """One bundle; its id stands at its end, since it follows from what is in it."""
    writing = Writing(Maker(options.base), load_schema())
    digest = hashlib.sha256()
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "bundle", "objects": [')
        comma = "\n"
        for block in writing.objects(batches):
            text = json.dumps(block, ensure_ascii=False)
            digest.update(text.encode())
            file.write(comma + text)
            comma = ",\n"
        ref = writing.maker.ref("bundle", digest.hexdigest())
        file.write(f'\n], "id": {json.dumps(ref)}}}\n')


@dataclass(slots=True)
class Telling:
    """An article under way: what its report will refer to."""

    article: Article
    refs: dict[str, None] = field(default_factory=dict[str, None])
    lines: list[str] = field(default_factory=list[str])
    told: int = 0
    denials: list[tuple[Claim, Setting]] = field(
        default_factory=list[tuple[Claim, Setting]]
    )


@dataclass(slots=True)
class Writing:
    """Objects as they come; only denials and their reports wait for the end.

    Held are ids of what was written, the affirmed propositions with their
    relationships, and denials: whether somebody affirms them shows at the end.
    """

    maker: Maker
    schema: Schema
    written: set[str] = field(default_factory=set[str])
    affirmed: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    judgements: dict[str, Judgement] = field(default_factory=dict[str, Judgement])
    judged: dict[str, Entity] = field(default_factory=dict[str, Entity])

    def objects(self, batches: Iterable[Batch]) -> Iterator[Block]:
        """Every object of the bundle, each once."""
        yield from own_objects(self.maker)
        waiting: list[Telling] = []
        telling: Telling | None = None
        for batch in batches:
            if telling is None or telling.article.id != batch.article.id:
                if telling is not None:
                    yield from self.finished(telling, waiting)
                # what waits for the end needs no text
                telling = Telling(replace(batch.article, text=None))
            yield from self.told(batch, telling)
        if telling is not None:
            yield from self.finished(telling, waiting)
        for late in waiting:
            yield from self.denied(late)
            yield self.report(late)
        for _, one in sorted(self.judgements.items()):
            for end in (one.left, one.right):
                yield from self.entity(end, self.judged, day_time(one.when))
            yield judgement_note(one, self.judged, self.maker)

    def told(self, batch: Batch, telling: Telling) -> Iterator[Block]:
        """The entities and claims of a batch; denials are put aside."""
        entities = {entity.id: entity for entity in batch.entities}
        self.keep_judgements(batch, entities)
        marking = batch.article.marking
        refs = marking_refs(marking)
        if marking is not None and refs:
            yield from self.once(marking_object(marking))
        time = day_time(batch.article.published)
        setting = Setting(self.maker, self.schema, entities, refs, time)
        yield from self.speaker(batch.article.speaker, setting)
        for claim in batch.claims:
            yield from self.around(claim, setting, telling)
            if claim.polarity == "denied":
                telling.denials.append((claim, setting))
                continue
            block = claim_object(claim, setting)
            if is_relationship(claim):
                known = self.affirmed.setdefault(claim.proposition, [])
                known.append(str(block["id"]))
            telling.refs[str(block["id"])] = None
            yield block

    def around(
        self, claim: Claim, setting: Setting, telling: Telling
    ) -> Iterator[Block]:
        """The ends and the speakers of a claim that are not yet written."""
        for end in (claim.subject, claim.object, claim.place):
            if end is not None:
                yield from self.entity(end, setting.entities, setting.time)
                telling.refs[entity_ref(end, setting.entities, self.maker)] = None
        for hop in claim.chain:
            yield from self.speaker(hop.holder, setting)
        telling.refs[speaker_ref(claim.origin, self.maker)] = None
        if len(telling.lines) < LINES:
            telling.lines.append(claim_line(claim, setting))
        telling.told += 1

    def speaker(self, entity_id: str, setting: Setting) -> Iterator[Block]:
        """The identity of who speaks, and the actor behind it."""
        if speaker_ref(entity_id, self.maker) not in self.written:
            yield from self.once(
                speaker_object(entity_id, setting.entities, self.maker, setting.time)
            )
        yield from self.entity(entity_id, setting.entities, setting.time)

    def entity(self, entity_id: str, entities: Entities, time: str) -> Iterator[Block]:
        """An entity as it is spoken of; `time` is that of its object."""
        if entity_ref(entity_id, entities, self.maker) not in self.written:
            yield from self.once(entity_object(entity_id, entities, self.maker, time))

    def finished(self, telling: Telling, waiting: list[Telling]) -> Iterator[Block]:
        """The report of an article, unless its denials have to wait for the end."""
        if telling.denials:
            waiting.append(telling)
        else:
            yield self.report(telling)

    def denied(self, telling: Telling) -> Iterator[Block]:
        """What the article's origins deny, now that all affirmations are known."""
        for claim, setting in telling.denials:
            affirming = self.affirmed.get(claim.proposition, ())
            block = claim_object(claim, setting, affirming)
            telling.refs[str(block["id"])] = None
            yield block

    def report(self, telling: Telling) -> Block:
        """The article with all that its report refers to."""
        article = telling.article
        marks = marking_refs(article.marking)
        lines = list(telling.lines)
        if telling.told > len(lines):
            more = telling.told - len(lines)
            lines.append(f"and {more} more, in the objects of this report")
        return report(article, list(telling.refs), lines, marks, self.maker)

    def keep_judgements(self, batch: Batch, entities: Mapping[str, Entity]) -> None:
        """Remembers the judgements, their ends and the places around for the end."""
        for one in batch.judgements or ():
            self.judgements[one.id] = one
            for end in (one.left, one.right):
                held = entities.get(end)
                while held is not None and held.id not in self.judged:
                    self.judged[held.id] = held
                    held = entities.get(held.within or "")

    def once(self, block: Block) -> Iterator[Block]:
        """The object, unless it was written already."""
        ref = str(block["id"])
        if ref not in self.written:
            self.written.add(ref)
            yield block


FORMAT = Format("stix-2.1", write, ".stix.json", ("base",), NOTES, stix_losses)
