"""The site builds without a warning, no link inside it is dead, and it asks nobody."""

import os
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINKS = ("href", "src", "srcset", "data")
# an address behind these is opened only by whoever follows it
FOLLOWED = {"a"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not find_spec("material"), reason="needs the extra `docs`"),
]


class WebPage(HTMLParser):
    """The links of a page, the places that links may lead to, and what it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.outside: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes down what a tag links to, and what it is called."""
        for key, value in attrs:
            if key in ("id", "name") and value:
                self.places.add(value)
            elif key in LINKS and value and "://" not in value:
                self.links.append(value)
            elif key in LINKS and value and tag not in FOLLOWED:
                self.outside.append(value)


def troubles(site: Path) -> list[str]:
    """Links that lead nowhere, and what is loaded from elsewhere."""
    pages = {path.resolve(): WebPage(path) for path in site.rglob("*.html")}
    found: list[str] = []
    for path, page in pages.items():
        found += [f"{path.name} loads {one}" for one in page.outside]
        for link in page.links:
            target, _, place = link.partition("#")
            # the page for what is not there stands at no place of its own
            if target.startswith("data:") or path.name == "404.html":
                continue
            meant = (path.parent / target).resolve() if target else path
            held = pages.get(meant)
            if not meant.exists() or (place and held and place not in held.places):
                found.append(f"{path.name}: {link}")
    return found


def test_the_site_builds_and_every_link_in_it_leads_somewhere(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "WARNING" not in ran.stderr
    assert troubles(tmp_path) == []
    assert len(list(tmp_path.rglob("*.html"))) > 80
    style = "".join(one.read_text("utf-8") for one in tmp_path.rglob("*.css"))
    assert "fonts.googleapis" not in style and "@import" not in style


def test_a_dead_link_and_an_outside_script_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="b.html#there">x</a><a href="b.html#gone">x</a><a href="c.html">x</a>'
        '<a href="https://example.org">x</a>'
        '<script src="https://example.org/s"></script>'
    )
    (tmp_path / "b.html").write_text('<p id="there">x</p>')
    assert troubles(tmp_path) == [
        "a.html loads https://example.org/s",
        "a.html: b.html#gone",
        "a.html: c.html",
    ]


def test_links_are_turned_as_the_examples_say() -> None:
    for script in ("site_hooks.py", "release.py"):
        command = [sys.executable, "-m", "doctest", ROOT / "tools" / script]
        subprocess.run([*map(str, command)], check=True)
