"""A web page, read by the parser of the standard library."""

from __future__ import annotations

from html.parser import HTMLParser

from output_lab.readers.found import Found, unseen

__all__ = ["read_html"]

_VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "col"})
_BLOCKS = frozenset({"title", "h1", "h2", "h3", "p", "caption", "th", "td", "li", "dt", "dd"})
_FETCHING = frozenset({"src", "srcset", "data", "action", "formaction", "poster", "ping"})


def read_html(data: bytes) -> Found:
    """What stands in headings, paragraphs, items and cells, as it is seen."""
    text = data.decode()
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return Found(
        units=tuple(page.units),
        grids=tuple(tuple(map(tuple, grid)) for grid in page.grids),
        acting=(*unseen(text), *page.acting),
        shape=frozenset(page.shape),
    )


class _Page(HTMLParser):
    """Gathers words as they are seen; what is only read aloud is left out of cells."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.units, self.grids, self.acting, self.shape = [], [], [], [], set()
        self._hidden = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.shape.update((tag, *(f"{tag} {name}" for name in given)))
        self._look(tag, given)
        if tag in _VOID:
            return
        self.open.append(tag)
        self._hidden.append(given.get("class") == "hidden" or given.get("style"))
        if tag == "table":
            self.grids.append([])
        elif tag == "tr":
            self.grids[-1].append([])
        elif tag in {"th", "td"}:
            self.grids[-1][-1].append("")
        if tag in _BLOCKS:
            self.units.append("")

    def _look(self, tag, given):
        self.acting += [f"{tag} {name}" for name in given if name.startswith("on")]
        self.acting += [f"{tag} {name}" for name in given if name in _FETCHING]
        for name in ("href", "xlink:href"):
            if not (given.get(name) or "#").startswith("#"):
                self.acting.append(f"{tag} to elsewhere")
        if tag in {"script", "iframe", "object", "embed", "base", "form", "link", "img"}:
            self.acting.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self._hidden.pop()

    def handle_data(self, data):
        if any(self._hidden) or "style" in self.open:
            return
        if any(tag in _BLOCKS for tag in self.open):
            self.units[-1] += data
        if any(tag in {"th", "td"} for tag in self.open):
            self.grids[-1][-1][-1] += data
