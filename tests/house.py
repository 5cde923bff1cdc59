"""`make house`: how large the product is, and where it says something twice.

    python tests/house.py

prints each measure with what it found; `tests/guards/test_house.py` holds them.
"""

import ast
import io
import keyword
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parent.parent
# a run that stands in more places is a habit of the language
RUN, MOST_PLACES, LEAST_SHAPES = 6, 8, 4
IRREGULAR = re.compile(
    r"begun|born|bound|bought|broken|brought|built|caught|chosen|done|"
    r"drawn|driven|found|given|gone|grown|heard|held|hidden|kept|known|"
    r"laid|led|left|lent|lost|made|meant|met|paid|rebuilt|retold|said|"
    r"seen|sent|shown|sold|spelt|spent|spoken|stood|struck|sung|taken|"
    r"taught|told|thought|thrown|torn|unspoken|unwritten|withheld|won|worn|"
    r"woven|written"
)
# verbs and nouns that only look like one
NO_PARTICIPLES = {"bleed", "breed", "embed", "exceed", "feed", "heed", "need", "seed"}
Sources = Mapping[str, str]


def product() -> dict[str, str]:
    """The text of each source of the product by its name as a module."""
    folders = {
        "claimgraph": ROOT / "src" / "claimgraph",
        "claimgraph.schema": ROOT / "schema",
        "claimgraph.loaders": ROOT / "loaders",
    }
    found: dict[str, str] = {}
    for name, folder in folders.items():
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            module = ".".join((name, *parts)).removesuffix(".__init__")
            found[module] = path.read_text("utf-8")
    return found


def relation_names() -> frozenset[str]:
    """The relation types, each a file of the schema."""
    return frozenset(path.stem for path in (ROOT / "schema/relations").glob("*.yaml"))


def cast_places(sources: Sources) -> list[str]:
    """Where a cast stands."""
    return [
        f"{module}:{node.lineno}"
        for module, text in sources.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "cast"
    ]


def relation_literals(sources: Sources, names: frozenset[str]) -> list[str]:
    """Where a text of the code, not of a docstring, names a relation type.

    Loaders are left out: each says which relation the words of its source mean.
    """
    word = re.compile(r"\b(?:" + "|".join(sorted(names)) + r")\b")
    return [
        f"{module}:{node.lineno}: {match[0]}"
        for module, text in sources.items()
        if not f"{module}.".startswith(("claimgraph.schema.", "claimgraph.loaders."))
        for node in code_texts(ast.parse(text))
        for match in word.finditer(str(node.value))
    ]


def code_texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """The literal texts of a source that are no docstrings."""
    lone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str()) if id(node) not in lone:
                yield node
            case _:
                pass


def twin_classes(sources: Sources) -> dict[str, list[str]]:
    """The names that more than one class has, with their modules."""
    found: dict[str, list[str]] = defaultdict(list)
    for module, text in sources.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(module)
    return {name: held for name, held in sorted(found.items()) if len(held) > 1}


def bare_participles(sources: Sources) -> list[str]:
    """The functions of modules whose name is one participle and nothing else."""
    return [
        f"{module}.{node.name}"
        for module, text in sources.items()
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and is_participle(node.name)
    ]


def is_participle(word: str) -> bool:
    """Whether a word is the past participle of a verb, as far as its ending says.

    >>> is_participle("made"), is_participle("listed"), is_participle("feed")
    (True, True, False)
    """
    regular = re.fullmatch("[a-z]{2,}ed", word) and word not in NO_PARTICIPLES
    return bool(regular or IRREGULAR.fullmatch(word))


def import_circles(sources: Sources) -> list[list[str]]:
    """The groups of modules that reach each other by imports, those for types too."""
    imports = {name: imported_modules(text, sources) for name, text in sources.items()}
    reached = {name: reachable(name, imports) for name in imports}
    circles = {
        tuple(sorted(other for other in reached[name] if name in reached[other]))
        for name in imports
        if name in reached[name]
    }
    return [list(circle) for circle in sorted(circles)]


def imported_modules(text: str, sources: Sources) -> set[str]:
    """The modules of the product that a source imports anywhere."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in sources else node.module)
    return found & sources.keys()


def reachable(start: str, imports: Mapping[str, set[str]]) -> set[str]:
    """What a module imports, and what that imports, and so on."""
    found: set[str] = set()
    waiting = list(imports[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += imports[name]
    return found


def repeated_runs(sources: Sources) -> list[str]:
    """The pairs of modules that share six lines of code in a row or more.

    Shared is what is the same to the letter, or the same but for names, texts and
    numbers where four of the six lines differ; lines that only declare a field do not
    count there. A module may be paired with itself.
    """
    lines = {module: code_lines(text) for module, text in sources.items()}
    shapes = {
        module: [
            (number, line_shape(tokens))
            for number, tokens in held
            if not is_declaration(tokens)
        ]
        for module, held in lines.items()
    }
    letters = {
        module: [(number, " ".join(text for _, text in held)) for number, held in own]
        for module, own in lines.items()
    }
    found = shared_runs(shapes, LEAST_SHAPES) | shared_runs(letters, 1)
    return [f"{one} ~ {other}" for one, other in sorted(found.values())]


def code_lines(source: str) -> list[tuple[int, list[tuple[int, str]]]]:
    """The tokens of each line, without imports, docstrings and lone punctuation."""
    passed: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
                passed |= set(range(node.lineno, (node.end_lineno or 0) + 1))
            case _:
                pass
    lines: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        number = token.start[0]
        if (
            token.string.strip()
            and token.type != tokenize.COMMENT
            and number not in passed
        ):
            lines[number].append((token.type, token.string))
    return [
        (number, tokens)
        for number, tokens in sorted(lines.items())
        if any(text[0].isalnum() or text[0] in "_\"'" for _, text in tokens)
    ]


def is_declaration(tokens: list[tuple[int, str]]) -> bool:
    """Whether a line only says what type a field has, as `name: str | None`."""
    texts = [text for _, text in tokens]
    return texts[1:2] == [":"] and texts[-1] not in (",", ":", "=") and "=" not in texts


def line_shape(tokens: list[tuple[int, str]]) -> str:
    """A line without its names, texts and numbers."""
    return " ".join(
        text if kind == tokenize.OP or keyword.iskeyword(text) else str(kind)
        for kind, text in tokens
    )


def shared_runs(
    lines: Mapping[str, list[tuple[int, str]]], least_shapes: int
) -> dict[tuple[str, str], tuple[str, str]]:
    """The first run that each pair of modules shares, as two places."""
    places: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for module, held in lines.items():
        for at in range(len(held) - RUN + 1):
            run = tuple(line for _, line in held[at : at + RUN])
            if len(set(run)) >= least_shapes:
                places[run].append((module, at))
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for known in places.values():
        if len(known) > MOST_PLACES:
            continue
        for (one, at), (other, there) in combinations(known, 2):
            if one != other or there - at >= RUN:
                ends = f"{one}:{lines[one][at][0]}", f"{other}:{lines[other][there][0]}"
                found.setdefault((one, other), ends)
    return found


def findings(sources: Sources) -> dict[str, list[str]]:
    """What each measure finds, by the name that `make house` prints."""
    twins = twin_classes(sources).items()
    return {
        "circles": [" <-> ".join(circle) for circle in import_circles(sources)],
        "twins": [f"{name}: {', '.join(held)}" for name, held in twins],
        "participles": bare_participles(sources),
        "casts": cast_places(sources),
        "repeats": repeated_runs(sources),
        "literals": relation_literals(sources, relation_names()),
    }


def print_house(sources: Sources) -> None:
    """Print the lines of the product, then every measure with its places."""
    found = findings(sources)
    for name, places in found.items():
        print(f"\n{name}: {len(places)}")
        for place in places:
            print(f"  {place}")
    lines = sum(text.count("\n") for text in sources.values())
    counts = ", ".join(f"{name} {len(places)}" for name, places in found.items())
    print(f"\nlines {lines}, {counts}")


if __name__ == "__main__":
    print_house(product())
