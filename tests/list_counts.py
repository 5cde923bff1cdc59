"""Counts lists another way than the loaders do: by expressions over their raw text.

What a loader makes of a list is compared with what stands here in a few lines, which
share no code with it. By hand: `python tests/list_counts.py un FILE`.
"""

import html
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.loaders import find_loader
from claimgraph.model import Batch


@dataclass(slots=True)
class ListCounts:
    """What a list holds: names by number, relations of claims, and what is left out."""

    names: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    relations: Counter[str] = field(default_factory=Counter[str])
    left_out: Counter[str] = field(default_factory=Counter[str])


def counts_of(batches: list[Batch], scheme: str) -> ListCounts:
    """What a loader made of a list; `scheme` is that of the numbers."""
    found = ListCounts()
    for batch in batches:
        found.relations.update(one.relation for one in batch.claims)
        found.left_out.update(batch.left_out)
        for entity in batch.entities:
            for _ in (one for name, one in entity.ids if name == scheme):
                found.names[dict(entity.ids)[scheme]] = set(entity.names)
    return found


def un_counts(path: Path) -> ListCounts:
    """The UN's list: every listing cut out of the text, and its elements out of it."""
    text = path.read_text("utf-8")
    found = ListCounts()
    listings = [
        *re.findall(r"<INDIVIDUAL>.*?</INDIVIDUAL>", text, re.DOTALL),
        *re.findall(r"<ENTITY>.*?</ENTITY>", text, re.DOTALL),
    ]
    read = [one for one in listings if inner(one, "UN_LIST_TYPE") in UN_READ]
    for one in listings:
        listed = inner(one, "UN_LIST_TYPE")
        if listed not in UN_READ:
            reason = f"listings of the list {listed}, which is another programme"
            found.left_out[reason] += 1
    for one in read:
        own = [inner(one, f"{part}_NAME") for part in UN_PARTS]
        names = {" ".join(filter(None, own)), inner(one, "NAME_ORIGINAL_SCRIPT")}
        names.update(plain(name) for name in re.findall(ALIAS, one))
        found.names[inner(one, "REFERENCE_NUMBER")] = names - {""}
    found.relations["DESIGNATED_BY"] = len(read)
    known = {number: keys(names) for number, names in found.names.items()}
    for one in read:
        remarks = inner(one, "COMMENTS1")
        ties = {*un_ties(remarks, one.startswith("<INDIVIDUAL"), known)}
        found.relations.update(relation for relation, _ in ties)
        rest = len(re.findall(r"[A-Z][A-Z][ie]\.\d\d\d", remarks)) - len(ties)
        if rest:
            found.left_out[UN_REST] += rest
    return found


UN_READ = ("Al-Qaida", "Taliban")
UN_PARTS = ("FIRST", "SECOND", "THIRD", "FOURTH")
UN_REST = "numbers in remarks that no plain sentence ties to it"
ALIAS = r"<ALIAS_NAME>(.*?)</ALIAS_NAME>"
SAID = (
    (r"(?:a )?(?:former |was a )?(?:senior |founding )?member of (.*)", "MEMBER_OF"),
    (r"(?:associated with|linked to) (.*)", "ALLEGED_LINK"),
    (
        r".* is (?:an?|the) (?:regional |local )?"
        r"(?:branch|affiliate|wing|faction|splinter|part) of (.*)",
        "PART_OF",
    ),
)


def un_ties(
    remarks: str, person: bool, known: Mapping[str, set[str]]
) -> Iterator[tuple[str, str]]:
    """Relation and number of each tie that a sentence of the remarks tells plainly.

    Sentences are cut first; the words between two numbers are then compared.
    """
    for sentence in re.split(r"(?<=[.;])(?<!Ltd\.) ", remarks):
        for said, relation in SAID:
            found = re.fullmatch(said, sentence, re.IGNORECASE)
            if not found or (relation == "MEMBER_OF") > person:
                continue
            pieces = re.split(r"\(([A-Z]{2}[ie]\.\d{3})\)", found[1])
            for words, number in zip(pieces[::2], pieces[1::2], strict=False):
                bare = re.sub(r"^(,? and |, )", "", words)
                if not is_name(bare, known.get(number, set())):
                    break
                if relation != "MEMBER_OF" or number[2] == "e":
                    yield relation, number


def is_name(words: str, names: set[str]) -> bool:
    """Whether the words, or both of two joined by "listed as", are among names."""
    for part in re.split(r",? listed as ", words):
        long = re.sub(r" \([^\s(),;]{2,12}\) ?$", "", part)
        if not keys({part, long}) & names:
            return False
    return True


def keys(names: set[str]) -> set[str]:
    """Names without case, marks and a first "the"; short ones in brackets apart."""
    found: set[str] = set()
    for name in names:
        both = re.fullmatch(r"(.*) \(([^\s(),;]{2,12})\)", name)
        for one in (name, *(both.groups() if both else ())):
            words = re.sub(r"^the ", "", one.strip().lower())
            found.add("".join(filter(str.isalnum, words)))
    return found


def inner(block: str, tag: str) -> str:
    """The text of the first element of that name, on one line."""
    found = re.search(rf"<{tag}>(.*?)</{tag}>", block, re.DOTALL)
    return plain(found[1]) if found else ""


def plain(text: str) -> str:
    """A text without entities, on one line."""
    return " ".join(html.unescape(text).split())


def misp_counts(path: Path) -> ListCounts:
    """A MISP galaxy: its clusters as plain JSON, names split by hand."""
    galaxy = json.loads(path.read_text("utf-8"))
    found = ListCounts()
    uuids = [one["uuid"] for one in galaxy["values"]]
    for one in galaxy["values"]:
        meta = one.get("meta", {})
        names, unclear = listed_names(meta.get("summary", ""))
        found.names[one["uuid"]] = {one["value"], *meta.get("synonyms", []), *names}
        found.relations["DESIGNATED_BY"] += 1
        if unclear:
            found.left_out["names in summaries that cannot be told apart"] += unclear
        for other in one.get("related", []):
            relation = MISP_SAYS.get(other["type"])
            if relation is None:
                found.left_out[f"relations of the type {other['type']}"] += 1
            elif other["dest-uuid"] not in uuids:
                found.left_out["relations to clusters of other galaxies"] += 1
            elif "unlikely" in "".join(other.get("tags", [])):
                found.left_out["relations that the galaxy calls unlikely"] += 1
            else:
                found.relations[relation] += 1
    return found


MISP_SAYS = {
    "part-of": "PART_OF",
    **dict.fromkeys(
        ("affiliated-with", "linked-to", "cooperates-with"), "ALLEGED_LINK"
    ),
}


def listed_names(summary: str) -> tuple[list[str], int]:
    """The names of a summary, letter by letter, and how many parts cannot be told."""
    if summary in ("", "N/A"):
        return [], 0
    mark, depth, parts = ";" if ";" in summary else ",", 0, [""]
    for letter in summary.strip(" ."):
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    parts = [part.strip() for part in parts]
    last = parts[-1].removeprefix("and ")
    names = [
        one
        for one in (*parts[:-1], last)
        if not set("()") & set(re.sub(r" \([^\s(),;]{2,12}\)$", "", one)) and one
    ]
    if last in names and re.search(r" (?:and|&) ", last):
        names.remove(last)
    if mark == ";":
        names = [one for one in names if "," not in one]
    return names, len(parts) - len(names)


def ofac_counts(path: Path) -> ListCounts:
    """OFAC's table: each line taken to cells by an expression."""
    found = ListCounts()
    lines = path.read_text("utf-8-sig").splitlines()
    rows = [cells for line in lines if len(cells := ofac_cells(line)) >= 12]
    rows = [row for row in rows if row[0].isdigit()]
    for row in [row for row in rows if row[2] in ("vessel", "aircraft")]:
        found.left_out["vessels" if row[2] == "vessel" else "aircraft"] += 1
    others = [row for row in rows if row[2] not in ("vessel", "aircraft")]
    read = [row for row in others if re.search(r"\b(SDGT|FTO)\b", row[3])]
    found.left_out[OFAC_OTHERS] += len(others) - len(read)
    bearers: dict[str, set[str]] = {}
    for row in read:
        known = [one[8:-1] for one in ofac_remarks(row) if one[1:8] == ".k.a. '"]
        turned = [re.sub(r"(.*?), (.*)", r"\2 \1", one) for one in (row[1], *known)]
        found.names[row[0]] = {row[1], *known}
        if row[2] == "individual":
            found.names[row[0]] |= set(turned)
        for name in (row[1], *known):
            bearers.setdefault(name, set()).add(row[0])
    found.relations["DESIGNATED_BY"] = len(read)
    for row in read:
        ties: set[tuple[str, str]] = set()
        for said in ofac_remarks(row):
            linked, name = ofac_tie(said)
            others_called = bearers.get(name) or bearers.get(f"{name}.") or set()
            if name and len(others_called) == 1 and others_called != {row[0]}:
                ties.update((linked, other) for other in others_called)
            elif name and linked == "ALLEGED_LINK" and len(others_called) != 1:
                found.left_out[OFAC_UNTIED] += 1
        found.relations.update(linked for linked, _ in ties)
    found.left_out = +found.left_out
    return found


OFAC_OTHERS = "listings of no programme against terrorism (SDGT, FTO)"
OFAC_UNTIED = "ties to a name that no listing read here has, or several have"


def ofac_cells(line: str) -> list[str]:
    """The cells of a line, nothing where it says nothing."""
    cells = re.findall(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))', line)
    texts = [(quoted or plain).replace('""', '"').strip() for quoted, plain in cells]
    return ["" if text == "-0-" else text for text in texts]


def ofac_remarks(row: list[str]) -> list[str]:
    """What stands between the semicolons of the remarks."""
    return row[11].removesuffix(".").split("; ")


def ofac_tie(said: str) -> tuple[str, str]:
    """The relation and the name of a tie, both empty where there is none."""
    if said.startswith("Linked To: "):
        return "ALLEGED_LINK", said.removeprefix("Linked To: ")
    if said[:7].lower() == "member ":
        return "MEMBER_OF", re.sub(r"^of (the )?", "", said[7:])
    return "", ""


COUNTERS: dict[str, Callable[[Path], ListCounts]] = {
    "un": un_counts,
    "misp_galaxy": misp_counts,
    "ofac": ofac_counts,
}

if __name__ == "__main__":
    name, given = sys.argv[1], Path(sys.argv[2])
    read = counts_of(list(find_loader(name).read(given)), name.partition("_")[0])
    for told in (COUNTERS[name](given), read):
        print(sum(map(len, told.names.values())), told.relations, told.left_out)
