"""Tells Sphinx where the parts of the site come in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

from site_parts.docstrings import bare_types, sentences_without_types, where_it_is_shown
from site_parts.neighbours import neighbours, on_the_site
from site_parts.order import beside, with_order
from site_parts.python_pages import python_pages

__all__ = ["setup"]

BEFORE_NAPOLEON = 100


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_lexer("csv", TextLexer)
    app.connect("builder-inited", write_pages)
    app.connect("source-read", read)
    app.connect("autodoc-process-docstring", sentences_without_types, priority=BEFORE_NAPOLEON)
    app.connect("autodoc-before-process-signature", bare_types)
    app.connect("missing-reference", where_it_is_shown)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_pages(app: Sphinx) -> None:
    """Write what only the site has to docs/site, as far as it has changed."""
    folder = Path(app.srcdir) / "site"
    wanted = {folder / path: text for path, text in _pages()}
    for path in [each for each in folder.rglob("*.*") if each not in wanted]:
        path.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _pages() -> Iterator[tuple[str, str]]:
    for name, text in python_pages().items():
        yield f"python/{name}.rst", text
    for name, text in neighbours().items():
        yield f"{name}.markdown", text


def read(_app: Sphinx, page: str, text: list[str]) -> None:
    """Have the links of a page lead to where they lead on the site, and put the pages in order."""
    if not page.startswith("site/"):
        text[0] = on_the_site(text[0], f"docs/{page}.md", f"{page}.md")
    if page == "index":
        text[0] = with_order(text[0])
    if page == "reference/python":
        text[0] += beside()
