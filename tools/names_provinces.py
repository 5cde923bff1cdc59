"""Writes `tools/names/provinces.jsonl` from the subdivisions of Unicode's CLDR.

    python tools/names_provinces.py CORE SUBDIVISIONS

The folders are those of the packages cldr-core and cldr-subdivisions-full (48.2.0):
what each territory contains by ISO 3166-2, and how languages call it. The licence is
Unicode's; `names/README.md` has its notice.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent / "names" / "provinces.jsonl"
LANGUAGES = (
    "ar fa ps ur hi bn ru uk fr es pt tr so sw am fil id he zh de it el hu ja ko nl pl"
)


def names_in(folder: Path, language: str) -> dict[str, str]:
    """What a language calls subdivisions, by their codes in small letters."""
    path = folder / "subdivisions" / language / f"{language}.json"
    held: dict[str, Any] = json.loads(path.read_text("utf-8"))["subdivisions"]
    found: dict[str, str] = held["localeDisplayNames"]["subdivisions"]
    return found


def provinces(core: Path, folder: Path) -> Iterator[dict[str, object]]:
    """The first-level places of each country that have a name in English."""
    path = core / "supplemental" / "subdivisionContainment.json"
    held: dict[str, Any] = json.loads(path.read_text("utf-8"))["supplemental"]
    english = names_in(folder, "en")
    others = [names_in(folder, one) for one in LANGUAGES.split()]
    for country, contained in sorted(held["subdivisionContainment"].items()):
        if len(country) > 2:
            continue
        for code in sorted(contained["_contains"]):
            if code in english:
                names = dict.fromkeys(one[code] for one in others if code in one)
                yield {
                    "name": english[code],
                    "code": f"{country}-{code[2:].upper()}",
                    "names": [one for one in names if one != english[code]],
                }


def main() -> None:
    """Writes the file anew."""
    found = list(provinces(Path(sys.argv[1]), Path(sys.argv[2])))
    lines = (json.dumps(one, ensure_ascii=False) for one in found)
    OUT.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(found)} provinces")


if __name__ == "__main__":
    main()
