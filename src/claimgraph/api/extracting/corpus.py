"""A corpus into which a machine writes: only what is new, and what was its own."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimgraph.api.extracting.entries import (
    are_sound,
    entry_of,
    named_in,
    place_entities,
)
from claimgraph.api.extracting.memory import CorpusMemory
from claimgraph.coding.blocks import Block
from claimgraph.coding.claim_blocks import claim_block
from claimgraph.coding.drafts import claims_path
from claimgraph.coding.entries import FILES, new_text, text_of
from claimgraph.coding.insertion import with_items
from claimgraph.coding.removal import own_items, without_items
from claimgraph.coding.writing import write_together
from claimgraph.corpus.judgements import locked_folder
from claimgraph.corpus.listing import file_of
from claimgraph.corpus.reading import Corpus, coded_batch, read_corpus
from claimgraph.entity_closure import made_entities
from claimgraph.errors import CorpusError, GateError
from claimgraph.extraction.merging import Merge, merge
from claimgraph.extraction.producers import is_still_proposed
from claimgraph.extraction.proposals import Proposals
from claimgraph.flat import entity_ids
from claimgraph.gate import check
from claimgraph.ids import id_prefix
from claimgraph.model import Article, Batch, Claim, Entity
from claimgraph.yaml_file import YamlFile

CLAIMS = "claims"
# how the gate calls the claims of a file
KEY = "claims[{}]"
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the proposals for one article.

    `new` were written, `kept` stood there from an earlier run, `gone` were taken out:
    proposed no more. `dropped` are there in some state from anybody; `agreed` are the
    ids of those of another machine that say the same. `unfit` says why some could not
    be written. `notes` stand beside the new ones.
    """

    new: int = 0
    kept: int = 0
    gone: int = 0
    dropped: int = 0
    unfit: Counter[str] = field(default_factory=Counter[str])
    agreed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class OpenCorpus:
    """A corpus with its entries at hand, into which claims are written by machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read()

    def read(self) -> None:
        """Takes in what the corpus says beside its articles."""
        self.stamp = stamp_of(self.folder)
        self.corpus: Corpus = read_corpus(self.folder)
        self.memory = CorpusMemory(self.corpus)

    def refresh(self) -> None:
        """Takes it in again where another process changed it."""
        if stamp_of(self.folder) != self.stamp:
            self.read()

    def add_entities(self, entities: Iterable[Entity]) -> None:
        """Writes entries, all of them or none; those that are there stay."""
        with locked_folder(self.folder):
            self.refresh()
            new = [one for one in entities if one.id not in self.corpus.entities]
            texts = self.entry_texts(new)
            write_together({path: text.encode() for path, text in texts.items()})
            self.take(new)
            self.memory.join(new)

    def take(self, entities: Iterable[Entity]) -> None:
        """Counts entities in whose entries were written just now."""
        new = {one.id: one for one in entities}
        if new:
            self.corpus = replace(
                self.corpus,
                own={**self.corpus.own, **new},
                entities={**self.corpus.entities, **new},
            )
            self.stamp = stamp_of(self.folder)

    def entry_texts(self, entities: Iterable[Entity]) -> dict[Path, str]:
        """The files of entries with some more in them."""
        blocks: dict[Path, list[Block]] = {}
        for entity in entities:
            stem = FILES[id_prefix(entity.id)]
            path = file_of(self.folder / "entities", stem, ".yaml")
            blocks.setdefault(path, []).append(entry_of(entity))
        texts: dict[Path, str] = {}
        for path, listed in blocks.items():
            before = text_of(path) if path.exists() else new_text(self.folder)
            texts[path] = with_items(before, listed, None, path).text
        return texts

    def write(
        self, proposals: Proposals, name: str, notes: Collection[str] = ()
    ) -> Written:
        """Writes what is new of a producer's proposals, and takes out what is gone.

        `notes` are those that a machine wrote there: whose is another is a person's.

        GateError where the article was not in order before, CorpusError where its file
        takes no claim; nothing is written then. Whatever a person wrote or decided
        stays, byte for byte.
        """
        stem, text = proposals.article.id, proposals.article.text or ""
        path = claims_path(self.folder, stem)
        with locked_folder(self.folder):
            self.refresh()
            before = text_of(path)
            batch = self.batch(stem, text, before, path, ())
            placed = place_entities(proposals, self.corpus.entities)
            unfit: Counter[str] = Counter()
            entities = self.sound(placed.entities, unfit)
            claims = self.writable(batch.article, placed.claims, entities, unfit)
            own = own_claims(batch.claims, before, path, name, notes)
            merged = merge(claims, batch.claims, own)
            texts = self.texts(merged, claims, own, before, path)
            added = named_in(merged.new, entities.values())
            texts |= self.entry_texts(added)
            after = texts.get(path, before)
            claims_after = self.batch(stem, text, after, path, added).claims
            write_together({one: held.encode() for one, held in texts.items()})
            self.take(added)
            self.memory.take(stem, after, claims_after, added)
        return Written(
            len(merged.new),
            len(merged.kept),
            len(merged.gone),
            len(merged.dropped),
            unfit,
            merged.agreed,
            tuple(one.note for one in merged.new if one.note),
        )

    def batch(
        self, stem: str, text: str, yaml: str, path: Path, added: Iterable[Entity]
    ) -> Batch:
        """The article with the claims that a text of its file has, beside new entities.

        GateError where they are not in order.
        """
        new = {one.id: one for one in added}
        corpus = replace(self.corpus, entities={**self.corpus.entities, **new})
        plain = yaml.removeprefix("\ufeff").replace("\r\n", "\n")
        batch = coded_batch(corpus, stem, text, YamlFile(plain, str(path)), [])
        refuse_wrong(batch, corpus)
        return batch

    def sound(
        self, entities: Iterable[Entity], unfit: Counter[str]
    ) -> dict[str, Entity]:
        """Those of new entities that the gate takes, by id."""
        found: dict[str, Entity] = {}
        for entity in entities:
            if are_sound(entity, {**self.corpus.entities, **found}):
                found[entity.id] = entity
            else:
                unfit["is an entity that no entry can hold"] += 1
        return found

    def writable(
        self,
        article: Article,
        claims: Iterable[Claim],
        new: Mapping[str, Entity],
        unfit: Counter[str],
    ) -> dict[Claim, Block]:
        """The claims that a person's file can hold, each with its keys."""
        known = self.corpus.entities.keys() | new.keys() | made_ids(article)
        found: dict[Claim, Block] = {}
        for claim in claims:
            if not entity_ids(claim) <= known:
                unfit["names somebody who has no entry"] += 1
                continue
            try:
                found[claim] = claim_block(claim, article.text or "")
            except CorpusError as error:
                unfit[f"{error.key}: {error.message}"] += 1
        return found

    def texts(
        self,
        merged: Merge,
        blocks: Mapping[Claim, Block],
        own: Mapping[str, int],
        before: str,
        path: Path,
    ) -> dict[Path, str]:
        """The claims file as it will be; nothing where it stays as it is."""
        after = before
        if merged.gone:
            indexes = [own[one.id] for one in merged.gone]
            after = without_items(after, CLAIMS, indexes, path)
        if merged.new:
            listed = [blocks[one] for one in merged.new]
            after = with_items(after, listed, CLAIMS, path, apart=True).text
        return {} if after == before else {path: after}


def refuse_wrong(batch: Batch, corpus: Corpus) -> None:
    """GateError where an article does not pass the gate."""
    problems = check(batch, corpus.schema)
    if problems:
        raise GateError(problems, ", nothing was written")


def made_ids(article: Article) -> set[str]:
    """Speakers of an article who need no entry."""
    return {one.id for one in made_entities(article)}


def own_claims(
    claims: Iterable[Claim], text: str, path: Path, name: str, notes: Collection[str]
) -> dict[str, int]:
    """Which claims of a file its producer may replace: their ids, and their numbers.

    Only those that nobody decided, and that stand as they were written, without a note
    that is not one of the machine's.
    """
    untouched = {KEY.format(index): index for index in own_items(text, CLAIMS, path)}
    return {
        claim.id: untouched[claim.where.key]
        for claim in claims
        if claim.where is not None and claim.where.key in untouched
        if is_still_proposed(claim, name)
        if claim.note is None or claim.note in notes
    }


def stamp_of(folder: Path) -> Stamp:
    """Changes with any file of entries, and with what the corpus says of itself."""
    found: list[tuple[str, int, int]] = []
    for path in [folder / "corpus.yaml", *sorted((folder / "entities").glob("*"))]:
        seen = path.stat()
        found.append((path.name, seen.st_mtime_ns, seen.st_size))
    return tuple(found)
