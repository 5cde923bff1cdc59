"""A claim in the making: each key is looked at by the gate as soon as it is said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimgraph.coding.articles import known_stem
from claimgraph.coding.blocks import Block, item_lines
from claimgraph.coding.entries import (
    Wanted,
    entry_block,
    sound_entity,
    text_of,
    with_entry,
)
from claimgraph.coding.insertion import with_item
from claimgraph.coding.names import Directory, directory
from claimgraph.coding.writing import write_together
from claimgraph.corpus.claim_forms import claim_form
from claimgraph.corpus.claims import written_claim
from claimgraph.corpus.forms import fill
from claimgraph.corpus.judgements import locked_folder
from claimgraph.corpus.listing import file_of
from claimgraph.corpus.reading import Corpus, coded_batch, corpus_of, read_article
from claimgraph.entity_closure import made_entities
from claimgraph.errors import CorpusError, GateError, Problem
from claimgraph.gate import check
from claimgraph.gate.claims import ClaimChecker
from claimgraph.model import Article, Batch, Claim, Entity, Where
from claimgraph.schema.types import RelationType, Schema
from claimgraph.type_guards import is_list, is_map
from claimgraph.yaml_file import YamlFile

# a claim as people write it, and what stands for keys that are still to come
ORDER = (
    *("relation", "subject", "object", "value", "polarity", "reason", "kind", "role"),
    *("former", "place", "modality", "chain", "quote", "nth", "valid", "valid_words"),
    *("replies_to", "grade", "note", "label"),
)
UNSAID: Mapping[str, object] = {"relation": "", "subject": "", "quote": ""}
INDENT = "  "
# how the gate names the claim before its keys
OWN = re.compile(r"claims\[\d+\]\.?")


@dataclass(slots=True)
class ClaimDraft:
    """The keys of one claim so far, with the entries that it needs and nobody has.

    `coded` are the claims that the article has already, `known` those at hand.
    """

    corpus: Corpus
    article: Article
    directory: Directory
    coded: tuple[Claim, ...] = ()
    known: tuple[Entity, ...] = ()
    keys: dict[str, object] = field(default_factory=dict[str, object])
    entries: list[Block] = field(default_factory=list[Block])
    entities: dict[str, Entity] = field(default_factory=dict[str, Entity])

    def emptied(self) -> "ClaimDraft":
        """The same draft before anything was said."""
        known = {one.id: one for one in self.known}
        return replace(self, keys={}, entries=[], entities=known)

    @property
    def schema(self) -> Schema:
        """What a claim may say."""
        return self.corpus.schema

    @property
    def relation(self) -> RelationType:
        """The type of the claim, once that is said."""
        return self.schema.relations[str(self.keys["relation"])]

    def say(self, key: str, value: object) -> list[str]:
        """Takes a key, or gives the gate's reasons why it cannot be so."""
        found = self.problems_with(key, value)
        if not found:
            self.keys[key] = value
        return list(dict.fromkeys(one.reason for one in found))

    def problems_with(self, key: str, value: object) -> list[Problem]:
        """What the gate would say of a key, were it so."""
        before, self.keys = self.keys, {**self.keys, key: value}
        try:
            return self.problems_at(key)
        finally:
            self.keys = before

    def problems_at(self, key: str) -> list[Problem]:
        """What the gate says of a key, said or not."""
        return [one for one in self.problems() if is_at(one, key)]

    def same_line(self) -> int | None:
        """The line of a claim that is this one; None where nobody wrote it yet."""
        where = Where("")
        form, _ = fill(claim_form(), {**UNSAID, **self.keys}, where)
        if form is None:
            return None
        claim, found = written_claim(form, self.article, where, self.schema)
        if found or claim.selector is None:
            return None
        same = (one.where for one in self.coded if one.id == claim.id)
        return next((one.line for one in same if one is not None), None)

    def claim(self) -> Claim | None:
        """The claim as it is so far; None where its keys are not those of one."""
        where = Where("")
        form, _ = fill(claim_form(), {**UNSAID, **self.keys}, where)
        if form is None:
            return None
        return written_claim(form, self.article, where, self.schema)[0]

    def problems(self) -> list[Problem]:
        """All that the gate says of the claim as it is, unsaid keys included."""
        where = Where("")
        form, problems = fill(claim_form(), {**UNSAID, **self.keys}, where)
        if form is None:
            return problems
        claim, found = written_claim(form, self.article, where, self.schema)
        checker = ClaimChecker(
            self.article, self.entities, self.schema, self.entities.keys()
        )
        return [*found, *checker.check(claim)]

    def add_entry(self, wanted: Wanted) -> Entity:
        """An entity that is written with the claim; GateError where it cannot be."""
        taken = self.directory.taken | self.entities.keys()
        block = entry_block(wanted, taken)
        entity = sound_entity(block, self.entities)
        self.entries.append(block)
        # where a reader would find it, so that it counts as one that is there
        self.entities[entity.id] = replace(entity, where=Where(entity.id))
        return entity

    def block(self) -> Block:
        """The claim as it is written, its keys in their order."""
        block: dict[str, object] = {
            key: self.keys[key] for key in ORDER if key in self.keys
        }
        return block  # type: ignore[return-value]  # say() took only such values

    def used_entries(self) -> list[Block]:
        """The new entries that the claim names, after those that they need."""
        needed = set(words_in(self.block()))
        for entry in reversed(self.entries):
            if entry["id"] in needed:
                needed |= set(words_in(entry))
        return [one for one in self.entries if one["id"] in needed]

    def shown(self) -> str:
        """The lines that would be written, entries first."""
        lines = [line for one in self.used_entries() for line in item_lines(one, "")]
        return "\n".join([*lines, *item_lines(self.block(), INDENT)])


def is_at(problem: Problem, key: str) -> bool:
    """Whether a problem is one of a key, or of what stands below it."""
    return problem.key == key or problem.key.startswith((f"{key}.", f"{key}["))


def words_in(held: object) -> Iterable[str]:
    """All texts in a block."""
    if isinstance(held, str):
        yield held
    elif is_map(held):
        for inner in held.values():
            yield from words_in(inner)
    elif is_list(held):
        for inner in held:
            yield from words_in(inner)


def open_draft(folder: Path, stem: str) -> ClaimDraft:
    """A claim without keys; GateError where the article itself is not in order."""
    known = directory(folder)
    corpus = corpus_of(known.own, folder)
    batch = read_article(corpus, known_stem(folder, stem))
    article = batch.article
    # what is wrong with its claims may wait; without text or header there are none
    if article.text is None or not claims_path(folder, article.id).exists():
        raise GateError(batch.problems)
    return draft_on(corpus, batch, known)


def draft_on(corpus: Corpus, batch: Batch, known: Directory) -> ClaimDraft:
    """A claim without keys on an article that was read."""
    article = batch.article
    entities = dict(corpus.entities)
    entities |= {one.id: one for one in made_entities(article)}
    at_hand = tuple(entities.values())
    return ClaimDraft(
        corpus, article, known, tuple(batch.claims), at_hand, entities=entities
    )


def claims_path(folder: Path, stem: str) -> Path:
    """The claims file of an article."""
    return file_of(folder / "claims", stem, ".yaml")


def write_draft(draft: ClaimDraft) -> tuple[Path, int]:
    """Writes the claim and its new entries: where; GateError where it adds a problem.

    Every other byte of the files stays; all are written, or none.
    """
    path = claims_path(draft.corpus.folder, draft.article.id)
    with locked_folder(draft.corpus.folder):
        texts, line = added_texts(draft, text_of(path), path)
        write_together({one: text.encode() for one, text in texts.items()})
    return path, line


def added_texts(
    draft: ClaimDraft, before: str, path: Path
) -> tuple[dict[Path, str], int]:
    """The files with the claim and its new entries in them, and the claim's line.

    `before` is what the claims file says without it. GateError where it adds a problem.
    """
    added = with_item(before, draft.block(), "claims", path)
    texts: dict[Path, str] = {}
    for entry in draft.used_entries():
        file, inserted = with_entry(draft.corpus.folder, entry, texts)
        texts[file] = inserted.text
    new = new_problems(draft, before, added.text, path)
    if new:
        raise GateError(new, ", nothing was written")
    texts[path] = added.text
    return texts, added.line


def last_problems(draft: ClaimDraft) -> list[Problem]:
    """What the claim would add to the problems of its article, were it written."""
    found = draft.problems()
    if found:
        return found
    path = claims_path(draft.corpus.folder, draft.article.id)
    before = text_of(path)
    added = with_item(before, draft.block(), "claims", path)
    # the claim itself stands on no line yet
    return [
        Problem(one.file, None, OWN.sub("", one.key), one.reason)
        for one in new_problems(draft, before, added.text, path)
    ]


def new_problems(
    draft: ClaimDraft, before: str, after: str, path: Path
) -> list[Problem]:
    """The problems that one text of the claims file has, and the other has not."""
    old = set(problems_of(draft, before, path))
    return [one for one in problems_of(draft, after, path) if one not in old]


def problems_of(draft: ClaimDraft, text: str, path: Path) -> list[Problem]:
    """What the gate says of the article with that claims file."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    corpus = replace(draft.corpus, entities=draft.entities)
    try:
        file = YamlFile(plain, str(path))
    except CorpusError as error:
        raise CorpusError(error.message, file=str(path), line=error.line) from error
    stem, words = draft.article.id, draft.article.text or ""
    return check(coded_batch(corpus, stem, words, file, []), corpus.schema)
