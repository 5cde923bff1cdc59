"""One YAML file of the schema: takes keys out typed, and complains about the rest."""

import re
from collections.abc import Collection, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NoReturn, TypeVar, cast, get_args

from claimgraph.errors import CorpusError, SchemaError, nearest
from claimgraph.schema.types import PREFIXES, Field, FieldType
from claimgraph.yaml_file import YamlFile, read_yaml

# what a key says that must be there and has nothing to say
NONE = "none"
LABEL = re.compile(r"[A-Z][A-Za-z]*")
WORD = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
PROPERTY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
CURIE = re.compile(rf"(?:{'|'.join(PREFIXES)}):[A-Za-z][A-Za-z0-9]*")
TYPES = frozenset(cast("tuple[FieldType, ...]", get_args(FieldType)))
Word = TypeVar("Word", bound=str)


class Declaration:
    """The keys of one file, taken one by one; `finish` refuses what is left."""

    def __init__(self, path: Path | Traversable, name: str) -> None:
        try:
            self.yaml: YamlFile = read_yaml(path, name)
        except CorpusError as error:
            raise SchemaError(
                error.message, file=error.file, line=error.line, key=error.key
            ) from error
        self.file = name
        held = self.yaml.plain
        if not isinstance(held, dict):
            raise SchemaError("holds no keys", file=name, line=1)
        self.left = cast("dict[str, object]", held)
        self.taken: set[str] = set()

    def refuse(self, reason: str, *path: str | int) -> NoReturn:
        """Raise the error for a key of this file."""
        line = self.yaml.line_of(path)
        key = ".".join(map(str, path)) or None
        raise SchemaError(reason, file=self.file, line=line, key=key)

    def take(self, key: str) -> object:
        """What stands at a key, None where it is absent."""
        self.taken.add(key)
        if key in self.left and self.left[key] is None:
            self.refuse("is empty", key)
        return self.left.get(key)

    def text(self, key: str) -> str:
        """The text at a key that must be there."""
        held = self.take(key)
        if held is None:
            self.refuse(f"lacks the key {key}")
        if not isinstance(held, str) or not held.strip():
            self.refuse("must be text", key)
        return held.strip()

    def optional(self, key: str) -> str | None:
        """The text at a key, or None."""
        return self.text(key) if self.take(key) is not None else None

    def one_of(self, held: object, words: Sequence[Word], *path: str) -> Word:
        """A word that stands at a path and is one of a closed list."""
        for word in words:
            if word == held:
                return word
        reason = f"{held} is none of {', '.join(words)}"
        self.refuse(f"{reason}{nearest(str(held), words)}", *path)

    def one_or_none(self, key: str, words: Sequence[Word]) -> Word | None:
        """One word of a closed list; None where `none` stands there, and must."""
        held = self.text(key)
        return None if held == NONE else self.one_of(held, words, key)

    def mapped_or_none(self, key: str) -> dict[str, object] | None:
        """The mapping at a key that must be there, None where it is `none`."""
        held = self.take(key)
        if held is None:
            self.refuse(f"lacks the key {key}")
        return None if held == NONE else mapping_at(self, held, (key,))

    def flag(self, key: str) -> bool:
        """True or false at a key, false where it is absent."""
        held = self.take(key)
        if held is not None and not isinstance(held, bool):
            self.refuse("must be true or false", key)
        return bool(held)

    def words(self, key: str, shape: re.Pattern[str] = WORD) -> tuple[str, ...]:
        """A list of words that differ, empty where it is absent."""
        held = self.take(key)
        if held is None:
            return ()
        if not isinstance(held, list):
            self.refuse("must be a list", key)
        found: list[str] = []
        for number, word in enumerate(cast("list[object]", held)):
            if not isinstance(word, str) or not shape.fullmatch(word):
                self.refuse(
                    f"{word} is not written as such a word must be", key, number
                )
            if word in found:
                self.refuse(f"{word} stands there twice", key, number)
            found.append(word)
        return tuple(found)

    def curies(self, key: str) -> tuple[str, ...]:
        """A list of terms of other vocabularies, as `schema:Person`."""
        return self.words(key, CURIE)

    def notes(self, key: str) -> dict[str, str]:
        """Words with their meanings, empty where the key is absent."""
        return notes_at(self, self.take(key), (key,))

    def lists(self, key: str) -> Mapping[str, Mapping[str, str]]:
        """Closed lists by name: words with their meanings."""
        held = mapping_at(self, self.take(key), (key,))
        return {name: notes_at(self, held[name], (key, name)) for name in held}

    def fields(self, key: str, required: Collection[str] = ()) -> tuple[Field, ...]:
        """Properties written as `name: {type: meaning}`, in their order."""
        found: list[Field] = []
        for name, held in mapping_at(self, self.take(key), (key,)).items():
            if not PROPERTY.fullmatch(name):
                self.refuse("is not written as a property must be", key, name)
            pairs = list(mapping_at(self, held, (key, name)).items())
            if len(pairs) != 1:
                self.refuse("must be {type: meaning}", key, name)
            kind, meaning = pairs[0]
            if kind not in TYPES:
                self.refuse(f"{kind} is no type{nearest(kind, TYPES)}", key, name)
            if not isinstance(meaning, str):
                self.refuse("must say what it means", key, name)
            found.append(Field(name, kind, meaning, name in required))
        return tuple(found)

    def finish(self) -> None:
        """Refuse every key that nobody took."""
        for key in self.left:
            if key not in self.taken:
                self.refuse(f"is an unknown key{nearest(key, self.taken)}", key)


def mapping_at(
    declaration: Declaration, held: object, path: tuple[str, ...]
) -> dict[str, object]:
    """A mapping that stands at a path, empty where it is absent."""
    if held is None:
        return {}
    if not isinstance(held, dict):
        declaration.refuse("must hold keys", *path)
    return cast("dict[str, object]", held)


def notes_at(
    declaration: Declaration, held: object, path: tuple[str, ...]
) -> dict[str, str]:
    """Words with their meanings that stand at a path."""
    found: dict[str, str] = {}
    for word, meaning in mapping_at(declaration, held, path).items():
        if not WORD.fullmatch(word):
            declaration.refuse("is not written as a word must be", *path, word)
        if not isinstance(meaning, str):
            declaration.refuse("must say what it means", *path, word)
        found[word] = meaning
    return found
