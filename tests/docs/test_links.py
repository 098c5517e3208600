"""Every link of the documentation leads somewhere, and every page can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))

FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"!?\[(?:[^\]]*)\]\((?P<to>[^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (?P<words>.+)$", re.MULTILINE)
ELSEWHERE = ("https://", "http://", "mailto:")


def prose(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> Iterator[tuple[str, Path, str]]:
    """What is written, the file that it leads to, and the heading in it."""
    for found in LINK.finditer(CODE.sub("", prose(page))):
        path, _, anchor = found["to"].partition("#")
        if not found["to"].startswith(ELSEWHERE):
            yield found["to"], (page.parent / path).resolve() if path else page, anchor


def anchors(page: Path) -> set[str]:
    """The anchors that its headings have, as GitHub makes them."""
    found: set[str] = set()
    for heading in HEADING.finditer(prose(page)):
        words = re.sub(r"[^\w\- ]", "", heading["words"].strip().lower())
        name = words.replace(" ", "-")
        numbered = (name, *(f"{name}-{number}" for number in range(1, 100)))
        found.add(next(each for each in numbered if each not in found))
    return found


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file_and_a_heading(page):
    broken = [
        written
        for written, path, anchor in links(page)
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]

    assert not broken


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_are_relative_and_stay_in_the_repository(page):
    astray = [
        written for written, path, _ in links(page) if written[0] == "/" or ROOT not in path.parents
    ]

    assert not astray


def test_every_page_can_be_reached_from_the_index():
    reached: set[Path] = set()
    waiting = [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            waiting += [
                path for _, path, _ in links(page) if path.suffix == ".md" and path.exists()
            ]

    assert set(PAGES[1:]) <= reached


@pytest.mark.parametrize("page", PAGES[1:], ids=name_of)
def test_a_page_has_one_title_and_one_sentence_a_line(page):
    lines = prose(page).splitlines()
    titles = [line for line in lines if line.startswith("# ")]
    told = [line for line in lines if not line.startswith(("|", "<!--", "#", "- "))]

    several = [line for line in told if re.search(r"[a-zē`)][.?!] [A-Z][a-z]", CODE.sub("x", line))]

    assert len(titles) == 1
    assert lines[0] == titles[0]
    assert not several
