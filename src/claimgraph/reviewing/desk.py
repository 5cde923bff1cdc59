"""A corpus on the desk of a reviewer: what waits, and what was decided just now."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.coding.entries import text_of
from claimgraph.coding.writing import write_together
from claimgraph.corpus.judgements import locked_folder
from claimgraph.corpus.listing import file_of, visible
from claimgraph.corpus.reading import Corpus, bare_corpus, read_corpus, stems
from claimgraph.corpus.text import read_text
from claimgraph.errors import ClaimgraphError, CorpusError, Problem, number_of
from claimgraph.model import Claim, Review
from claimgraph.reviewing.claims_file import ClaimsFile, read_claims_file
from claimgraph.reviewing.ledger import HitRate, ProposalSource, scores
from claimgraph.reviewing.lines_file import (
    ENDINGS,
    LinesFile,
    decide_lines,
    read_lines_file,
)
from claimgraph.reviewing.queue import Proposed, waiting

Texts = Mapping[Path, str]
Sheet = ClaimsFile | LinesFile


class DecidedError(CorpusError):
    """Somebody else decided about the claim, or changed it, since it was read."""


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """What one key press wrote, so that it can be taken back.

    `claims` are those decided, and `review` what they are now where nothing else of
    them changed: then they can be taken back even where somebody else wrote into the
    file since. `before` has None for a file that was not there; `seen` are the claims
    files before it.
    """

    words: str
    before: Mapping[Path, str | None]
    after: Texts
    claims: tuple[str, ...] = ()
    review: Review | None = None
    passed_over: int = 0
    seen: tuple[Sheet, ...] = ()


@dataclass(slots=True)
class Desk:
    """The claims files of a corpus as they were last seen, and the steps of a session.

    `unread` says of which files nothing can be shown, and why. `seconds` are producers
    that proposed a claim again, by its id.
    """

    corpus: Corpus
    texts: Mapping[str, str]
    files: dict[str, Sheet]
    unread: list[Problem]
    steps: list[ReviewStep] = field(default_factory=list[ReviewStep])
    seconds: Mapping[str, Collection[str]] = field(default_factory=dict[str, set[str]])

    @property
    def folder(self) -> Path:
        """The folder of the corpus."""
        return self.corpus.folder

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims, whatever was decided about them."""
        for file in self.files.values():
            yield from file.claims

    def scores(self) -> Mapping[ProposalSource, HitRate]:
        """How far each producer was right so far."""
        return scores(self.claims)

    def waiting(self) -> list[Proposed]:
        """All proposals, in the order in which to look at them."""
        return waiting(self.claims, self.scores(), self.seconds)

    def reread(self, stem: str) -> Sheet:
        """The claims of an article as they are now, which others may have changed."""
        self.reread_all([stem])
        return self.files[stem]

    def reread_all(self, stems: Iterable[str]) -> None:
        """The same of several, of which many may stand in one file."""
        texts: dict[Path, str] = {}
        for stem in stems:
            before = self.files[stem]
            if isinstance(before, LinesFile):
                if before.path not in texts:
                    texts[before.path] = text_of(before.path)
                self.files[stem] = before.now(texts[before.path])
            else:
                words = self.texts[stem]
                self.files[stem] = read_claims_file(self.corpus, stem, words, before)

    def still_open(self, claim: Claim) -> Claim:
        """The claim as its file has it now; DecidedError where it waits no more."""
        now = self.reread(claim.article).claim(claim.id)
        if now is None:
            raise DecidedError(
                "somebody changed this claim or took it out meanwhile: it is left alone"
            )
        if now.review != "proposed":
            raise DecidedError(
                f"somebody else {now.review} this claim meanwhile: that stays"
            )
        return now

    def decide(self, claim: Claim, review: Review) -> ReviewStep:
        """Writes one decision; DecidedError where somebody else was quicker."""
        with locked_folder(self.folder):
            return self.flip([self.still_open(claim)], review, review)

    def decide_all(self, claims: Collection[Claim], review: Review) -> ReviewStep:
        """Writes one decision about many claims; those decided meanwhile are left."""
        with locked_folder(self.folder):
            self.reread_all(dict.fromkeys(one.article for one in claims))
            now = [self.files[one.article].claim(one.id) for one in claims]
            left = [one for one in now if one and one.review == "proposed"]
            words = f"{review} {number_of(len(left), 'claim')}"
            return self.flip(left, review, words, len(claims) - len(left))

    def flip(
        self,
        claims: Sequence[Claim],
        review: Review,
        words: str,
        passed_over: int = 0,
    ) -> ReviewStep:
        """Sets the decision of claims, which are as their files have them now.

        The lock is held.
        """
        grouped: dict[str, list[Claim]] = {}
        for claim in claims:
            grouped.setdefault(claim.article, []).append(claim)
        seen = tuple(self.files[stem] for stem in grouped)
        changed = list(decided_sheets(seen, grouped, review))
        after = {one.path: one.text for one in changed}
        write_together({path: text.encode() for path, text in after.items()})
        self.files |= {one.stem: one for one in changed}
        before = {one.path: one.text for one in seen}
        ids = tuple(one.id for one in claims)
        step = ReviewStep(words, before, after, ids, review, passed_over, seen)
        self.steps.append(step)
        return step

    def write(
        self, words: str, after: Texts, claims: tuple[str, ...] = ()
    ) -> ReviewStep:
        """Writes whole texts as one step about some claims; the lock is held."""
        before = {one: text_of(one) if one.exists() else None for one in after}
        write_together({path: text.encode() for path, text in after.items()})
        step = ReviewStep(words, before, after, claims)
        self.steps.append(step)
        self.catch_up(after)
        return step

    def catch_up(self, paths: Collection[Path]) -> None:
        """Reads again what was written: entries too, where there are new ones."""
        own = {file.path for file in self.files.values()}
        if not set(paths) <= own:
            self.corpus = read_corpus(self.folder)
        for stem, file in list(self.files.items()):
            if file.path in paths:
                self.reread(stem)

    def undo(self) -> ReviewStep | None:
        """Takes the last step back, as far as nobody else wrote there since.

        None where there is none. DecidedError where somebody did.
        """
        if not self.steps:
            return None
        step = self.steps[-1]
        with locked_folder(self.folder):
            if all(is_as(path, text) for path, text in step.after.items()):
                restore(step.before)
                self.steps.pop()
                self.files |= {one.stem: one for one in step.seen}
            else:
                self.steps.pop()
                self.flip_back(step)
        self.catch_up(step.before)
        return step

    def flip_back(self, step: ReviewStep) -> None:
        """Lets claims wait again whose files somebody else changed since."""
        found = [one for one in self.claims if one.id in step.claims]
        held = [self.reread(one.article).claim(one.id) for one in found]
        kept = [one for one in held if one is not None]
        mine = [one for one in kept if one.review == step.review]
        if not mine:
            raise DecidedError(
                "somebody else changed that meanwhile: it cannot be taken back here"
            )
        self.flip(mine, "proposed", "")
        self.steps.pop()


def decided_sheets(
    sheets: Iterable[Sheet], claims: Mapping[str, Collection[Claim]], review: Review
) -> Iterator[Sheet]:
    """Articles with another decision about some claims of each, by article."""
    lines: dict[Path, list[tuple[LinesFile, Collection[Claim]]]] = {}
    for sheet in sheets:
        own = claims[sheet.stem]
        if isinstance(sheet, LinesFile):
            lines.setdefault(sheet.path, []).append((sheet, own))
            continue
        changed = sheet
        for claim in own:
            changed = changed.decided(claim, review)
        yield changed
    for group in lines.values():
        yield from decide_lines(group, review)


def is_as(path: Path, text: str) -> bool:
    """Whether a file says that, to the byte."""
    return path.exists() and text_of(path) == text


def restore(before: Mapping[Path, str | None]) -> None:
    """Writes texts that were there; a file that was not there goes."""
    held = {path: text for path, text in before.items() if text is not None}
    write_together({path: text.encode() for path, text in held.items()})
    for path in before.keys() - held.keys():
        path.unlink(missing_ok=True)


def open_desk(folder: Path, tell: Callable[[int, int], None] | None = None) -> Desk:
    """All claims of a corpus, or of a file of Claims JSONL, ready for decisions.

    CorpusError where the folder is no corpus. `tell` hears how many articles of how
    many are read.
    """
    if folder.name.endswith(ENDINGS) and folder.is_file():
        return open_lines(folder)
    corpus = read_corpus(folder)
    texts: dict[str, str] = {}
    files: dict[str, Sheet] = {}
    unread: list[Problem] = []
    listed = stems(folder)
    for number, stem in enumerate(listed, 1):
        if tell is not None:
            tell(number, len(listed))
        text, problems = read_text(file_of(folder / "articles", stem, ".txt"))
        unread += problems
        if text is None:
            continue
        try:
            files[stem] = read_claims_file(corpus, stem, text)
            texts[stem] = text
        except ClaimgraphError as error:
            file, line = error.file or str(folder), error.line
            unread.append(Problem(file, line, error.key or "", error.message))
    for path in visible(folder / "claims"):
        if path.name.endswith(ENDINGS):
            unread += add_lines(files, path)
    return Desk(corpus, texts, files, unread)


def open_lines(path: Path) -> Desk:
    """The claims of one file of Claims JSONL; CorpusError where it cannot be read."""
    files: dict[str, Sheet] = {}
    for problem in add_lines(files, path):
        raise CorpusError(problem.reason, file=problem.file, line=problem.line)
    return Desk(bare_corpus(path.parent), {}, files, [])


def add_lines(files: dict[str, Sheet], path: Path) -> list[Problem]:
    """Puts the articles of Claims JSONL to the others; what is wrong there."""
    try:
        found = list(read_lines_file(path))
    except ClaimgraphError as error:
        return [Problem(str(path), error.line, error.key or "", error.message)]
    twice = [one for one in found if one.stem in files]
    files |= {one.stem: one for one in found if one.stem not in files}
    reason = "is in another file of this corpus, too: left out here"
    return [Problem(str(path), None, "", f"{one.stem} {reason}") for one in twice]
