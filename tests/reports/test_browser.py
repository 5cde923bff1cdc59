"""Reports in a browser: on a phone and on a desk, light and dark."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, cast

import pytest

from claimgraph.reports.forms.html import html
from examples import mostly_slow
from neo4j_browser import chromium
from outside_tools import BROWSER, node_tools
from report_cases import made, read_cases

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parents[1] / "browser"
CASES = {str(case): case for case in read_cases()}
# a page takes long: those with every kind of picture and table, and one with nothing
LOOKED_AT = ("linkage/haqqani-isis-k", "attack/kabul-airport", "group/jaish")
EMPTY = "linkage/nobody-speaks"

WITHOUT_NOTO = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
 <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
 <selectfont><rejectfont><glob>*/Noto*</glob></rejectfont></selectfont>
</fontconfig>
"""


class Trouble(TypedDict):
    """One thing that a reader would run into."""

    page: str
    trouble: str


class Browser:
    """Chromium, the folder of the tools that drive it, and the fonts that it has."""

    def __init__(self, chromium: str, tools: Path, fonts: Path | None) -> None:
        self.chromium = chromium
        self.tools = tools
        # the fonts change nothing else: to look at everything once is enough
        self.thorough = fonts is not None
        self.settings = {"NODE_PATH": str(tools / "node_modules")}
        if fonts is not None:
            self.settings["FONTCONFIG_FILE"] = str(fonts)

    def look(self, pages: Iterable[Path]) -> list[Trouble]:
        """What is wrong with these pages."""
        asked = {
            "chromium": self.chromium,
            "root": os.geteuid() == 0,
            "thorough": self.thorough,
            "pages": [str(page) for page in pages],
        }
        ran = subprocess.run(
            ["node", str(FOLDER / "check.cjs")],
            input=json.dumps(asked),
            env=os.environ | self.settings,
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert ran.returncode == 0, ran.stderr
        return cast(list[Trouble], json.loads(ran.stdout))


@pytest.fixture(scope="module", params=["few fonts", "many fonts"])
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Browser:
    """A browser to look with, without and with the fonts of Noto.

    What is missing leaves tests out: Node, Chromium, fontconfig, fonts-noto-core.
    """
    command = chromium()
    fonts = None
    if cast(str, request.param) == "few fonts":
        fonts = tmp_path_factory.mktemp("fonts") / "fonts.conf"
        fonts.write_text(WITHOUT_NOTO, "utf-8")
    if has_noto(fonts) != (fonts is None):
        BROWSER.leave_out("missing fonts-noto-core, or fontconfig to see it")
    return Browser(command, BROWSER.folder(node_tools(FOLDER.name)), fonts)


def has_noto(fonts: Path | None) -> bool:
    """Whether Noto has a font for Arabic here, under a configuration of fonts."""
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    settings = {} if fonts is None else {"FONTCONFIG_FILE": str(fonts)}
    ran = subprocess.run(
        [lister, ":lang=ar", "family"],
        env=os.environ | settings,
        capture_output=True,
        text=True,
    )
    return "Noto" in ran.stdout


@pytest.mark.parametrize("name", mostly_slow(sorted({*LOOKED_AT, EMPTY}), quick=2))
def test_nothing_is_in_a_readers_way(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_text(html(made(CASES[name])), "utf-8")
    assert browser.look([page]) == []


@pytest.mark.longer
def test_long_and_foreign_names_stay_inside(browser: Browser, tmp_path: Path) -> None:
    report = made(CASES["linkage/haqqani-isis-k"])
    names = ["W" * 300, "شبكة حقاني " * 20, "組織" * 60, "a" * 400, "\u202eabc" * 9]
    names += ["इस्लामिक स्टेट खुरासान " * 9, "👩‍👩‍👧‍👦🔥" * 30, "شبكهٔ حقانى"]
    nodes = tuple(
        replace(node, name=names[at % len(names)])
        for at, node in enumerate(report.pictures.nodes)
    )
    marks = tuple(
        replace(mark, lane=names[at % len(names)])
        for at, mark in enumerate(report.pictures.marks)
    )
    lines = tuple(
        replace(
            line, origin_name=names[at % len(names)], title=names[0], quote=names[3]
        )
        for at, line in enumerate(report.claims)
    )
    pictures = replace(report.pictures, nodes=nodes, marks=marks)
    page = tmp_path / "report.html"
    held = replace(report, title=names[0], claims=lines, pictures=pictures)
    page.write_text(html(held), "utf-8")
    assert browser.look([page]) == []


PLANTED = {
    '<img src="https://example.org/x.png" alt=""/>': "img-src",
    '<p style="width: 3000px">wide</p>': "scrolls sideways",
    '<p style="color: #999; background: #888">pale</p>': "axe color-contrast",
    "<img/>": "axe image-alt",
    "<script>alert(1)</script>": "script-src",
    '<figure><div class="frame"><svg viewBox="0 0 960 90"><text x="9" y="50">one'
    '</text><text x="12" y="50">two</text></svg></div><p class="chosen"></p>'
    "</figure>": "lies over",
    '<figure><div class="frame"><svg viewBox="0 0 960 90"><foreignObject width="90" '
    'height="7"><div class="label lane"><span>low</span></div></foreignObject></svg>'
    '</div><p class="chosen"></p></figure>': "is cut through",
}


@pytest.mark.parametrize("browser", ["few fonts"], indirect=True)
def test_planted_troubles_are_found(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    text = html(made(CASES["person/zahidullah"]))
    page.write_text(text.replace("</main>", f"{''.join(PLANTED)}</main>"), "utf-8")
    found = [one["trouble"] for one in browser.look([page])]
    for planted, words in PLANTED.items():
        assert any(words in one for one in found), (planted, found)


@pytest.mark.parametrize("browser", ["few fonts"], indirect=True)
def test_filter_that_counts_wrongly_is_found(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    text = html(made(CASES["person/zahidullah"]))
    # with another hash the page would not run the script at all
    text = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*/>', "", text)
    assert "misses.length ? true" in text
    page.write_text(text.replace("misses.length ? true", "false ? true"), "utf-8")
    found = [one["trouble"] for one in browser.look([page])]
    assert any("rows, not" in one for one in found), found
