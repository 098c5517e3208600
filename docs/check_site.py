"""Looks through a site that Sphinx made: what a reader, or a reader's browser, would stumble over.

.venv/bin/python docs/check_site.py build/site
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
ELSEWHERE = re.compile(r"^(?:\w+:)?//")
HEADING = re.compile(r"^h([1-6])$")
LOADS = {"script": "src", "img": "src", "iframe": "src", "link": "href"}
NOT_PAGES = ("_static", "_downloads", "search.html")  # a script writes the heading of the last


class Page(HTMLParser):
    """What matters of a page: its language and title, its headings in order, what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = self.title = self._inside = ""
        self.headings: list[int] = []
        self.loaded: list[str] = []
        self.undescribed = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._inside = tag
        if tag == "html":
            self.language = told.get("lang") or ""
        if found := HEADING.match(tag):
            self.headings.append(int(found[1]))
        if tag == "img" and "alt" not in told:
            self.undescribed += 1
        if tag in LOADS and told.get("rel") not in ("canonical", "next", "prev"):
            self.loaded.append(told.get(LOADS[tag]) or "")

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data.strip()


def faults(site: Path) -> Iterator[str]:
    """What is wrong with its pages."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site)
        if name.parts[0] not in NOT_PAGES:
            text = path.read_text(encoding="utf-8")
            yield from (f"{name.as_posix()} {fault}" for fault in _of_page(Page(text), text))


def _of_page(page: Page, text: str) -> Iterator[str]:
    if not page.language:
        yield "says no language"
    if not page.title:
        yield "has no title"
    if page.headings.count(1) != 1:
        yield f"has {page.headings.count(1)} main headings"
    for before, after in zip(page.headings, page.headings[1:], strict=False):
        if after > before + 1:
            yield f"has a heading {after} after a heading {before}"
    if page.undescribed:
        yield "has an image that nothing describes"
    yield from (f"loads {each}" for each in page.loaded if ELSEWHERE.match(each))
    if str(ROOT) in text or str(Path.home()) in text:
        yield "names a folder here"


def main() -> None:
    site = Path(sys.argv[1])
    found = list(faults(site))
    if found:
        sys.exit("\n".join(found))
    sys.stdout.write(f"{len(list(site.rglob('*.html')))} pages, nothing wrong\n")


if __name__ == "__main__":
    main()
