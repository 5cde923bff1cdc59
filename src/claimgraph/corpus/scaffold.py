"""An empty corpus that explains itself."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from claimgraph.atomic import clear_leftovers, replace_file
from claimgraph.corpus.entries import ENTITY_FILES
from claimgraph.errors import CorpusError, named_os_errors
from claimgraph.resources import packaged_path

FOLDERS = ("articles", "claims", "entities")

SCHEMA = "corpus.schema.json"
# switches on completion and explanations in editors with a YAML language server
MODELINE = "# yaml-language-server: $schema={above}" + SCHEMA + "\n"
HEAD = """\
# A corpus: articles and who says what in them. `claimgraph check` tests all of it.
# The name keeps your articles apart from those of other corpora in one graph.
name: {name}
# One line for people.
description: {name}
# The language of most articles (a header may say otherwise).
language: en
# Who may see it: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.
marking: TLP:CLEAR
# Corpora whose entities this one may name without writing them again, such as
# uses: [../names, claimgraph:seeds]
"""
USES = "uses: [{listed}]\n"
README = """\
# {name}

* `articles/<stem>.txt`: the raw text, UTF-8, never edited. The stem is the id of the
  article: a-z, 0-9, `_` and `-`.
* `claims/<stem>.yaml`: the article's header and its claims.
* `entities/*.yaml`: who and what the claims are about.
* `judgements.jsonl`: "these two ids are one", one JSON object a line; delete a line to
  take it back:
  `{{"left": "group/a", "right": "group/b", "verdict": "same", "who": "you", "when":
  "2024-05-06", "why": "..."}}`

A claims file:

```yaml
# yaml-language-server: $schema=../corpus.schema.json
article:
  title: The title of the article
  publisher: org/a-newspaper        # an entry of entities/organizations.yaml
  published: 2024-05-06             # EDTF: 2024-05, 2024-05-06~, "[2024-05-06..]"
  sha256: "?"                       # `claimgraph check --rehash .` fills it in
claims:
  - relation: ATTRIBUTED_TO
    subject: attack/2024-05-01-a-place
    object: group/a-group
    chain: [{{holder: org/a-ministry, cue: the ministry said}}]
    quote: the shortest verbatim words that carry the claim
```

The first line lets editors with a YAML language server complete keys and words and say
what they mean; `corpus.schema.json` is what they read.

Less to type: `claimgraph new ARTICLE.txt` makes text and header, `claimgraph new
entity NAME --type group` an entry, unless there is one, `claimgraph new claim` asks
for a claim question by question, and `claimgraph quote STEM "words"` finds a quote.

`claimgraph check .` lists every problem with file, line and key; `claimgraph load .`
puts the corpus into a graph.
"""
GIT = """\
# The texts are evidence, byte for byte: git on Windows would change their line ends.
articles/** -text
"""
IGNORED = """\
# The graph, as `claimgraph load .` makes it here: made from the corpus at any time.
/graph/
"""
EXAMPLES = {
    "groups": "{id: group/a-group, name: A Group, aliases: [AG], kind: militant-group}",
    "people": "{id: person/a-person, name: A Person, kind: official}",
    "organizations": "{id: org/a-newspaper, name: A Newspaper, kind: outlet}",
    "states": "{id: state/a-state, name: A State}",
    "communities": "{id: community/a-people, name: A People}",
    "attacks": "{id: attack/2024-05-01-a-place, name: A Bombing, kind: bombing}",
    "places": "{id: place/a-place, name: A Place, kind: city, within: place/a-country}",
}


def scaffold(folder: Path, uses: Collection[str] = ()) -> None:
    """Makes the files of an empty corpus; CorpusError unless the folder is free.

    It may use other corpora. A folder that a killed `init` began counts as free. Where
    a file cannot be written, those before it are taken away again.
    """
    files = scaffold_files(folder.resolve().name, uses)
    made: list[Path] = []
    with named_os_errors(CorpusError, folder, "cannot be used"):
        clear_leftovers(folder)
        clear_leftovers(folder / "entities")
        require_free(folder)
        try:
            for part in FOLDERS:
                made += make_folders(folder / part)
            for name, text in files.items():
                made.append(folder / name)
                replace_file(folder / name, text.encode("utf-8"), CorpusError)
        except BaseException:
            for path in reversed(made):
                with suppress(OSError):
                    path.rmdir() if path.is_dir() else path.unlink()
            raise


def require_free(folder: Path) -> None:
    """CorpusError for a folder in which no corpus can begin."""
    if not is_free(folder, scaffold_files(folder.resolve().name)):
        reason = "is not empty: a corpus begins in a folder of its own"
        raise CorpusError(reason, file=str(folder))


def scaffold_files(name: str, uses: Collection[str] = ()) -> dict[str, str]:
    """What stands in the files of an empty corpus; corpus.yaml is the last of them."""
    quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    files = {
        f"entities/{stem}.yaml": MODELINE.format(above="../")
        + f"# One entry each, like this:\n# - {EXAMPLES[stem]}\n"
        for stem in ENTITY_FILES
    }
    files["judgements.jsonl"] = ""
    files["README.md"] = README.format(name=name)
    files[".gitattributes"] = GIT
    files[".gitignore"] = IGNORED
    files[SCHEMA] = packaged_path("schema", SCHEMA).read_text("utf-8")
    head = name if plain(name) else quoted
    text = MODELINE.format(above="") + HEAD.format(name=head)
    if uses:
        text += USES.format(listed=", ".join(uses))
    return files | {"corpus.yaml": text}


def is_free(folder: Path, files: Mapping[str, str]) -> bool:
    """Whether a folder is missing, empty, or was begun by an `init` that was killed."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and name in FOLDERS:
            continue
        if name not in files or not path.is_file():
            return False
        if path.read_bytes() != files[name].encode("utf-8"):
            return False
    return not (folder / "corpus.yaml").exists()


def make_folders(folder: Path) -> list[Path]:
    """A folder and those above it, as far as they are missing; which were made."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def plain(name: str) -> bool:
    """Whether a name needs no quotes in YAML.

    >>> plain("kabul-2021"), plain("2021"), plain("a: b")
    (True, False, False)
    """
    letters = name.replace("-", "").replace("_", "")
    return (
        letters.isascii()
        and letters.isalnum()
        and name[0].isalpha()
        and (name.lower() not in ("true", "false", "null", "yes", "no", "on", "off"))
    )
