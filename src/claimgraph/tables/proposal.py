"""A mapping as it is proposed to a person: YAML with a word on why, to be corrected."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimgraph.folding import fold
from claimgraph.tables.guessing import Looked, cell_words, table_words
from claimgraph.tables.looks import Column, day_look
from claimgraph.tables.vocabulary import counting_relations
from claimgraph.tables.yaml_lines import word_lines, yaml_list, yaml_words

OTHERS = re.compile(r"[^a-z0-9]+")
# different cells of a column for which words are proposed
MOST_WORDS, LONGEST_WORD = 40, 60
PLACES = {"city": "city", "district": "district", "province": "province"} | {
    "country": "country"
}
FIRST_YEAR = 1970
# what an attack is called by for what was done
KINDS = {
    "suicide-bombing": "bombing",
    "vehicle-bomb": "bombing",
    "planted-bomb": "bombing",
    "rocket": "rocket",
    "shooting": "shooting",
    "kidnapping": "kidnapping",
}


def proposed_text(path: Path, looked: Looked, known: Mapping[str, str]) -> str:
    """The mapping file for a table, with a comment where somebody should look.

    `known` are ids of bodies that have the very name of one in the table.
    """
    stem = path.name.partition(".")[0]
    slug = OTHERS.sub("-", fold(stem)).strip("-") or "table"
    lines = [
        f"# What the columns of {path.name} mean, as claimgraph guesses: correct it.",
        "# Every key and its words: claimgraph docs loaders/incidents",
        f"title: {yaml_words(stem)}",
        "# a short word for ids: attack/WORD-NUMBER",
        f"source: {slug}",
        "# who made the table, and so says what it says",
        "publisher:",
        f"  id: org/maker-of-{slug}",
        f"  name: {yaml_words(f'maker of {path.name}')}",
        *sheet_lines(looked),
        *id_lines(looked),
        *date_lines(looked),
        *place_lines(looked),
        *body_lines(looked),
        *method_lines(looked),
        *figure_lines(looked),
    ]
    if "note" in looked.roles:
        lines.append(f'note: "{{{looked.roles["note"]}}}"')
    if known:
        lines.append(
            "# LOOK: bodies of these names are known; for the same ones, drop the #:"
        )
        lines.append("# ids:")
        lines += [f"#   {yaml_words(name)}: {one}" for name, one in known.items()]
    if looked.spare:
        lines.append("# columns that are placed nowhere:")
        lines += [f"# - {yaml_words(name)}" for name in looked.spare]
    return "\n".join(lines) + "\n"


def sheet_lines(looked: Looked) -> Iterator[str]:
    """How the file is read."""
    sheet = looked.sheet
    given = {
        "head": str(sheet.head) if sheet.head > 1 else "",
        "delimiter": json.dumps(sheet.delimiter) if sheet.delimiter else "",
        "encoding": sheet.encoding or "",
        "decimal": json.dumps(sheet.decimal) if sheet.decimal == "," else "",
        "unknown": unknown_cells(looked),
    }
    told = {key: held for key, held in given.items() if held}
    if told:
        yield "table:"
        yield from (f"  {key}: {held}" for key, held in told.items())


def unknown_cells(looked: Looked) -> str:
    """The cells that say that nobody knows, of all columns that have a role."""
    found: dict[str, None] = {}
    for name in looked.roles.values():
        for cell, _ in looked.columns[name].counted():
            if cell.casefold() in unknown_words():
                found[cell] = None
    return yaml_list(sorted(found)) if found else ""


def unknown_words() -> frozenset[str]:
    """Words for what nobody knows, as they are written."""
    return frozenset(table_words()["cells"]["unknown"])


def id_lines(looked: Looked) -> Iterator[str]:
    """What numbers a row, and what it is called."""
    roles = looked.roles
    if "id" in roles:
        yield "# the number of a row, which no other one has"
        yield f"id: {yaml_words(roles['id'])}"
    else:
        yield "# no column numbers the rows: their ids are made of all their cells"
    named = [
        roles[one] for one in ("method", "city", "country", "date") if one in roles
    ]
    if named:
        template = ", ".join(f"{{{one}}}" for one in named)
        yield f"name: {json.dumps(template, ensure_ascii=False)}"


def date_lines(looked: Looked) -> Iterator[str]:
    """When it was."""
    roles = looked.roles
    if "date" not in roles:
        if "year" in roles:
            yield "date:"
            for part, role in (
                ("year", "year"),
                ("month", "month"),
                ("day", "monthday"),
            ):
                if role in roles:
                    yield f"  {part}: {yaml_words(roles[role])}"
        return
    column = looked.columns[roles["date"]]
    look = day_look(column)
    yield "date:"
    yield f"  column: {yaml_words(column.name)}"
    if look is not None and look.forms:
        yield f"  # {look.fitting} of {len(column.cells)} cells are days in these forms"
        if look.twofold:
            yield "  # LOOK: day and month could be the other way round in all of them"
        yield f"  forms: {yaml_list(look.forms)}"
        if any("YY" in one and "YYYY" not in one for one in look.forms):
            yield "  # the first year that one of two digits may mean"
            yield f"  first_year: {FIRST_YEAR}"
    if "end" in roles:
        yield f"  end: {yaml_words(roles['end'])}"


def place_lines(looked: Looked) -> Iterator[str]:
    """Where it was."""
    roles = looked.roles
    found = [(roles[role], kind) for role, kind in PLACES.items() if role in roles]
    if not found:
        return
    yield "# from the narrowest to the widest"
    yield "place:"
    yield f"  names: {yaml_list([name for name, _ in found])}"
    yield f"  kinds: {yaml_list([kind for _, kind in found])}"
    if "lat" in roles and "lon" in roles:
        yield f"  lat: {yaml_words(roles['lat'])}"
        yield f"  lon: {yaml_words(roles['lon'])}"


def body_lines(looked: Looked) -> Iterator[str]:
    """Who reports, who did it, whom it was aimed at."""
    roles = looked.roles
    if "reporter" in roles:
        column = looked.columns[roles["reporter"]]
        several = next(
            (one for one in ";,/" if parts_cells(column, one)),
            None,
        )
        parted = f', several: "{several}"' if several else ""
        yield "# on whose word: a speaker inside that of the table"
        name = yaml_words(column.name)
        yield f"reporters: [{{column: {name}, kind: outlet{parted}}}]"
    if "doer" in roles:
        yield from doer_lines(looked, looked.columns[roles["doer"]])
    if "target" in roles:
        yield "# in each row another one: the same words may mean others"
        yield "targets:"
        name = yaml_words(roles["target"])
        yield f'  - {{column: {name}, type: place, unnamed: ["*"]}}'


def parts_cells(column: Column, mark: str) -> bool:
    """Whether a mark parts the names in some cells of a column."""
    return column.share(mark in cell for cell in column.cells) > 0.05


def doer_lines(looked: Looked, column: Column) -> Iterator[str]:
    """To whom the table attributes it, and whether that group says so itself."""
    roles = looked.roles
    yield "# to whom the table attributes it"
    yield "doers:"
    yield f"  - column: {yaml_words(column.name)}"
    unnamed = [
        cell
        for cell, _ in column.counted()
        if any(fold(cell).startswith(one) for one in cell_words("unnamed"))
    ]
    if unnamed:
        yield "    # could be anybody: another one in each row"
        yield f"    unnamed: {yaml_list(unnamed[:MOST_WORDS])}"
    if "sure" in roles:
        doubt = looked.columns[roles["sure"]]
        words = {
            cell: "stated" if fold(cell) in cell_words("yes") else "suspected"
            for cell, _ in doubt.counted()
            if cell.casefold() not in unknown_words()
        }
        yield "    # how surely: stated, alleged, suspected, possible"
        yield from word_lines("    modality", doubt.name, words)
    if "claimed" in roles:
        own = looked.columns[roles["claimed"]]
        yes = [cell for cell, _ in own.counted() if fold(cell) in cell_words("yes")]
        if yes:
            yield "    # where the group itself says that it was it"
            name = yaml_words(own.name)
            yield f"    claimed: {{column: {name}, is: {yaml_list(yes)}}}"


def method_of(cell: str) -> str | None:
    """The method that a cell seems to name: that with the longest word in it.

    >>> method_of("Autobombe, 20 kg"), method_of("kites")
    ('vehicle-bomb', None)
    """
    padded = f" {fold(cell)} "
    found = [
        (len(word), name)
        for name, words in table_words()["methods"].items()
        for word in map(fold, words)
        if f" {word}" in padded
    ]
    return max(found)[1] if found else None


def method_lines(looked: Looked) -> Iterator[str]:
    """How it was done, as far as the cells have a word that is known."""
    if "method" not in looked.roles:
        return
    column = looked.columns[looked.roles["method"]]
    cells = [cell for cell, _ in column.counted() if len(cell) <= LONGEST_WORD]
    words = {cell: method_of(cell) for cell in cells[:MOST_WORDS]}
    known = {cell: word for cell, word in words.items() if word is not None}
    kinds = {cell: KINDS[word] for cell, word in known.items() if word in KINDS}
    if kinds:
        yield "# what sort of attack it is called"
        yield from word_lines("kind", column.name, kinds)
    if known:
        yield "# how it was done"
        yield "methods:"
        first, *others = word_lines("    x", column.name, known)
        del first
        yield "  -" + others[0][3:].replace("   column", " column", 1)
        yield from (line[2:] for line in others[1:])
    lacking = [cell for cell, word in words.items() if word is None]
    if lacking:
        yield f"# cells of {yaml_words(column.name)} without a word of ours:"
        yield from (f"#   {yaml_words(cell)}" for cell in lacking)


def figure_lines(looked: Looked) -> Iterator[str]:
    """How many were killed, wounded, or both."""
    roles = looked.roles
    names = {name.casefold(): name for name in counting_relations()}
    found: list[str] = []
    for role in ("killed", "wounded", "casualties"):
        ends = {"best": role, "low": f"{role}_low", "high": f"{role}_high"}
        parts = [
            f"{end}: {yaml_words(roles[one])}"
            for end, one in ends.items()
            if one in roles
        ]
        if parts:
            found.append(f"  - {{relation: {names[role]}, {', '.join(parts)}}}")
    if found:
        yield "figures:"
        yield from found
