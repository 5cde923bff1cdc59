"""The corpora whose names another one uses: found, read, and united with its own."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.corpus.entries import cut_words, places, read_entities, where_in
from claimgraph.corpus.forms import CorpusForm, fill
from claimgraph.corpus.listing import file_of, visible
from claimgraph.definitions import contradiction_in, united_entity
from claimgraph.errors import CorpusError, Problem, system_reason
from claimgraph.model import Definition, Entity, Where
from claimgraph.resources import packaged_path
from claimgraph.safe_text import shell_word
from claimgraph.yaml_file import YamlFile, read_yaml

HEAD = "corpus.yaml"
# what an article comes in
ARTICLE_ENDINGS = (
    *(".txt", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf", ".rss", ".atom"),
    *(".warc", ".warc.gz"),
)
SCHEME = "claimgraph:"
PACKAGED = re.compile(r"[a-z][a-z0-9_-]*")
EXAMPLES = "`../names` for a folder beside this one, `claimgraph:names` for what ships"


@dataclass(frozen=True, slots=True)
class CorpusNames:
    """A corpus as far as others need it: its name, its entries, what it uses."""

    folder: Path
    name: str
    form: CorpusForm | None
    entities: Mapping[str, Entity]
    problems: tuple[Problem, ...]
    used: tuple["CorpusNames", ...]

    def all_used(self) -> Iterator["CorpusNames"]:
        """The corpora that it uses, be it through others, each once."""
        found: dict[Path, CorpusNames] = {}
        queue = [*self.used]
        while queue:
            one = queue.pop(0)
            if found.setdefault(one.folder, one) is one:
                queue += one.used
        yield from found.values()

    def all_problems(self) -> Iterator[Problem]:
        """Its own problems, and those of all that it uses."""
        for one in (self, *self.all_used()):
            yield from one.problems


def read_names(folder: Path) -> CorpusNames:
    """The names of a corpus and of all that it uses; CorpusError where one is none."""
    require_corpus(folder)
    return NamesReader().read(folder, ())


def require_corpus(folder: Path) -> None:
    """CorpusError for a folder that is no corpus, with what to do."""
    if not folder.is_dir():
        raise CorpusError(no_folder(folder), file=str(folder), target=str(folder))
    if not os.path.lexists(folder / HEAD):
        other = file_of(folder, "corpus", ".yaml")
        if other.exists():
            raise CorpusError(f"rename it to {HEAD}", file=str(other))
        raise CorpusError(no_corpus(folder), file=str(folder), target=str(folder))


def no_folder(path: Path) -> str:
    """Why a path is no corpus, and what to do with the article or file that it is."""
    if path.name.lower().endswith(ARTICLE_ENDINGS) and path.is_file():
        return (
            "is an article, not the folder of a corpus: `claimgraph extract "
            f"{shell_word(str(path))}` puts it into one, by default ./corpus, and "
            "proposes claims"
        )
    if path.exists():
        return "is no folder: name the folder of a corpus, which holds a corpus.yaml"
    return (
        "is no folder: see whether the name is right; `claimgraph init DIR` begins one"
    )


def no_corpus(folder: Path) -> str:
    """What a folder is that is no corpus, and what can be done with it."""
    names = [path.name.lower() for path in visible(folder)]
    if any(name.endswith(ARTICLE_ENDINGS) for name in names):
        place = shell_word(str(folder))
        return (
            "is no corpus, but a folder of articles: `claimgraph extract "
            f"{place} --corpus corpus` reads them into one, then `claimgraph load "
            "corpus`"
        )
    empty = "" if names else ", and is empty"
    return f"is no corpus: it has no {HEAD}{empty} (`claimgraph init DIR` makes one)"


class NamesReader:
    """One pass over a corpus and those that it uses, each read once."""

    def __init__(self) -> None:
        self.found: dict[Path, CorpusNames] = {}

    def read(self, folder: Path, above: tuple[Path, ...]) -> CorpusNames:
        """A corpus that those above it, from the outside in, use."""
        place = folder.resolve()
        if place in self.found:
            return self.found[place]
        head = read_yaml(folder / HEAD)
        where = where_in(head, (), places(head, 0))
        form, problems = fill(CorpusForm, head.plain, where)
        problems += cut_words(head)
        name = form.name if form else folder.name
        entities, wrong = read_entities(folder)
        used = tuple(
            self.use(written, head, index, (*above, place))
            for index, written in enumerate(form.uses if form else ())
        )
        found = CorpusNames(
            place, name, form, entities, (*problems, *wrong), tuple(used)
        )
        self.refuse_namesakes(found, head)
        self.found[place] = found
        return found

    def use(
        self, written: str, head: YamlFile, index: int, above: tuple[Path, ...]
    ) -> CorpusNames:
        """The corpus that an entry of `uses` means; CorpusError with the entry."""
        line = head.line_of(("uses", index))

        def refuse(reason: str) -> CorpusError:
            key = f"uses[{index}]"
            return CorpusError(
                f"{written} {reason}", file=head.file, line=line, key=key
            )

        try:
            folder = used_folder(Path(head.file).parent, written)
            reason = unfit_reason(folder)
            place = folder.resolve()
        except OSError as error:
            raise refuse(f"cannot be read: {system_reason(error)}") from error
        except ValueError as error:
            raise refuse(f"cannot be used: {error}") from error
        if reason:
            raise refuse(reason)
        if place in above:
            ring = [*above[above.index(place) :], place]
            names = " uses ".join(one.name for one in ring)
            raise refuse(f"leads round in a circle ({names}): take one of them out")
        return self.read(folder, above)

    def refuse_namesakes(self, found: CorpusNames, head: YamlFile) -> None:
        """Two corpora of one name could not be told apart."""
        known = {found.name: found}
        for one in found.all_used():
            other = known.setdefault(one.name, one)
            if other is not one:
                raise CorpusError(
                    f"leads to two corpora called {one.name}, {other.folder} and "
                    f"{one.folder}: give one of them another name in its corpus.yaml",
                    file=head.file,
                    line=head.line_of(("uses",)),
                    key="uses",
                )


def used_folder(folder: Path, written: str) -> Path:
    """The folder that an entry of `uses` means; ValueError for an unknown packaged one.

    A path is taken from the folder of the corpus.
    """
    if not written.startswith(SCHEME):
        plain, found = Path(os.path.normpath(folder / written)), folder / written
        # over links, `..` may lead elsewhere than the words say
        return plain if os.path.realpath(plain) == os.path.realpath(found) else found
    shipped = packaged_corpora()
    place = next((one for name, one in shipped if written == SCHEME + name), None)
    if place is None:
        known = ", ".join(f"{SCHEME}{name}" for name, _ in shipped)
        raise ValueError(f"no such corpus ships with claimgraph (there are: {known})")
    return place


def packaged_corpora() -> list[tuple[str, Path]]:
    """Name and folder of each corpus that ships with claimgraph, by name."""
    return [
        (one.name, Path(str(one)))
        for one in sorted(packaged_path().iterdir(), key=lambda one: one.name)
        if PACKAGED.fullmatch(one.name) and one.joinpath(HEAD).is_file()
    ]


def unfit_reason(folder: Path) -> str:
    """Why a folder cannot be used, in words; empty where it can. OSErrors pass."""
    try:
        mode = os.stat(folder).st_mode
    except FileNotFoundError:
        return f"is not there: nothing is at {folder.absolute()}; write {EXAMPLES}"
    if not stat.S_ISDIR(mode):
        return f"is no folder of a corpus, but a file; write {EXAMPLES}"
    os.listdir(folder)
    if not os.path.lexists(folder / HEAD):
        return f"is no corpus: it has no {HEAD} (`claimgraph init` makes one)"
    return ""


def united_entities(
    own: CorpusNames,
) -> tuple[Mapping[str, Entity], Mapping[str, Problem]]:
    """All entities at hand by id, and why some cannot be united, by id."""
    if not own.used:
        return own.entities, {}
    found: dict[str, list[Definition]] = {}
    for one in (own, *own.all_used()):
        uses = tuple(sorted(other.name for other in one.all_used()))
        for entity in one.entities.values():
            definition = Definition(
                corpus=one.name, entity=entity, uses=uses, needed_by=(own.name,)
            )
            found.setdefault(entity.id, []).append(definition)
    clashes: dict[str, Problem] = {}
    for own_id, told in found.items():
        # what stands in for a wrong entry has no place; the entry is told by itself
        whole = all(each.entity.where is not None for each in told)
        wrong = contradiction_in(told) if whole else None
        if wrong is not None:
            where = wrong.definition.entity.where or Where(own_id)
            clashes[own_id] = where.problem("id", wrong.reason)
    return {own_id: united_entity(told) for own_id, told in found.items()}, clashes
