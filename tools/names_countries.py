"""Writes `tools/names/countries.jsonl` from the countries of Natural Earth.

    python tools/names_countries.py ne_10m_admin_0_countries_deu.dbf

The table of Natural Earth 5.1.1, which is in the public domain: names in 26 languages,
codes, and the point of the label. What is a country is Natural Earth's choice.
"""

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from claimgraph.loaders.builder import entity_slug

OUT = Path(__file__).parent / "names" / "countries.jsonl"
LANGUAGES = (
    "AR BN DE EN EL ES FA FR HE HI HU ID IT JA KO NL PL PT RU SV TR UK UR VI ZH ZHT"
)
MORE = ("NAME_LONG", "ADMIN", "BRK_NAME", "NAME_ALT")
# territories of others that speak for themselves
ALSO_STATES = ("Palestine",)
# what the seeds call otherwise
SLUGS = {"United States of America": "united-states"}
NOTHING = ("", "-99", "-1")
Row = dict[str, str]


def table_rows(data: bytes) -> Iterator[Row]:
    """The rows of a dBase table in UTF-8."""
    count, start, size = struct.unpack_from("<IHH", data, 4)
    fields: list[tuple[str, int]] = []
    at = 32
    while data[at] != 0x0D:
        name = data[at : at + 11].split(b"\0")[0].decode("ascii")
        fields.append((name, data[at + 16]))
        at += 32
    for number in range(count):
        at = start + number * size + 1
        row: Row = {}
        for name, width in fields:
            row[name] = data[at : at + width].decode("utf-8").strip(" \0")
            at += width
        yield row


def country_block(row: Row) -> dict[str, object]:
    """A country as a line of the file."""
    # names on maps are cut: "Dem. Rep. Congo"
    name = row["NAME_LONG"] if "." in row["NAME"] else row["NAME"]
    keys = [*MORE, *(f"NAME_{one}" for one in LANGUAGES.split())]
    names = dict.fromkeys(row[key] for key in keys if row.get(key, "") not in NOTHING)
    codes = {"iso-3166-1": row["ISO_A2_EH"], "wikidata": row["WIKIDATAID"]}
    own = row["ADMIN"] == row["SOVEREIGNT"] != "Antarctica"
    state = own or row["ADMIN"] in ALSO_STATES
    return {
        "name": name,
        "slug": SLUGS.get(name) or entity_slug(name),
        "as": ["place", "state"] if state else ["place"],
        "names": [one for one in names if one != name],
        "ids": {key: code for key, code in codes.items() if code not in NOTHING},
        "lat": round(float(row["LABEL_Y"]), 2),
        "lon": round(float(row["LABEL_X"]), 2),
    }


def main() -> None:
    """Writes the file anew."""
    data = Path(sys.argv[1]).read_bytes()
    blocks = sorted(
        map(country_block, table_rows(data)), key=lambda it: str(it["slug"])
    )
    lines = (json.dumps(one, ensure_ascii=False) for one in blocks)
    OUT.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(blocks)} countries")


if __name__ == "__main__":
    main()
