"""In which order the pages follow each other: as index.md names them, then those it does not."""

from __future__ import annotations

from collections.abc import Iterator

from site_parts.neighbours import DOCS, LINK, PAGES
from site_parts.rooms import PAGES as PYTHON

__all__ = ["beside", "with_order"]

PARTS = {
    "tutorial": "Tutorials",
    "how-to": "How-to",
    "reference": "Reference",
    "explanation": "Explanation",
}


def with_order(index: str) -> str:
    """The index with lists of all pages that only the site shows, at its side."""
    return "\n".join((index, *_order(index)))


def beside() -> str:
    """The list of the pages of the Python reference."""
    return _list("", (f"../site/python/{page.name}" for page in PYTHON))


def _order(index: str) -> Iterator[str]:
    named = [found.removesuffix(".md") for found in LINK.findall(index)]
    for folder, caption in PARTS.items():
        all_of_it = [f"{folder}/{path.stem}" for path in sorted((DOCS / folder).glob("*.md"))]
        known = [each for each in dict.fromkeys(named) if each in all_of_it]
        yield _list(caption, (*known, *(each for each in all_of_it if each not in known)))
    others = sorted(path.stem for path in DOCS.glob("*.md") if path.stem != "index")
    yield _list("Beside", (*(f"site/{name}" for name in PAGES.values()), *others))


def _list(caption: str, pages: Iterator[str] | tuple[str, ...]) -> str:
    head = f":caption: {caption}\n" if caption else ""
    return "\n".join(("\n```{toctree}\n:hidden:", f"{head}", *pages, "```", ""))
