"""An empty corpus that explains itself."""

from pathlib import Path

from claimgraph.corpus.reading import ENTITY_FILES
from claimgraph.errors import CorpusError

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
"""
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

`claimgraph check .` lists every problem with file, line and key; `claimgraph load .`
puts the corpus into a graph.
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


def scaffold(folder: Path) -> None:
    """Makes the files of an empty corpus; CorpusError unless the folder is free."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            reason = "is not empty: a corpus begins in a folder of its own"
            raise CorpusError(reason, file=str(folder))
        for part in ("articles", "claims", "entities"):
            (folder / part).mkdir(parents=True)
        name = folder.resolve().name
        quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
        text = HEAD.format(name=quoted if not plain(name) else name)
        (folder / "corpus.yaml").write_text(text, encoding="utf-8")
        (folder / "README.md").write_text(README.format(name=name), encoding="utf-8")
        (folder / "judgements.jsonl").write_bytes(b"")
        for stem in ENTITY_FILES:
            line = f"# One entry each, like this:\n# - {EXAMPLES[stem]}\n"
            (folder / "entities" / f"{stem}.yaml").write_text(line, encoding="utf-8")
    except OSError as error:
        reason = f"cannot be used: {error.strerror or error}"
        raise CorpusError(reason, file=str(folder)) from error


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
