"""Reads a web page of a report back, as somebody would who has nothing but the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import attrs

__all__ = ["Page", "Read", "ReadTable", "number", "tables_of"]

VOID = {"meta"}


@attrs.define
class Node:
    """An element with what is in it: words and elements."""

    tag: str
    attributes: dict
    inside: list = attrs.field(factory=list)

    def all(self, *tags):
        """The elements of these kinds in it, in the order of the page."""
        for each in self.inside:
            if isinstance(each, Node):
                if each.tag in tags:
                    yield each
                yield from each.all(*tags)

    def words(self, *, without=()):
        """Its words, but for those of elements of some kinds or classes."""
        return "".join(
            each if isinstance(each, str) else each.words(without=without)
            for each in self.inside
            if isinstance(each, str) or not each.is_one_of(without)
        )

    def is_one_of(self, kinds):
        return self.tag in kinds or bool(set(self.attributes.get("class", "").split()) & {*kinds})


class Page(HTMLParser):
    """A page as a tree; what is opened must be closed, and no attribute stand twice."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = Node("page", {})
        self._open = [self.root]
        self.feed(text)
        self.close()
        assert self._open == [self.root]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs))
        assert len(node.attributes) == len(attrs)
        self._open[-1].inside.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_endtag(self, tag):
        assert self._open.pop().tag == tag

    def handle_data(self, data):
        self._open[-1].inside.append(data)


@attrs.frozen
class Read:
    """A cell as it is read: its words, the day that it names, how many are not known."""

    words: str
    day: date | None
    unknown: str


@attrs.frozen
class ReadTable:
    """A table as it is read."""

    caption: str
    headings: list
    rows: list


def tables_of(page):
    """The tables of a page, each row with its heading and cells."""
    for table in page.root.all("table"):
        (caption,) = table.all("caption")
        (head,) = table.all("thead")
        (heads,) = head.all("tr")
        (body,) = table.all("tbody")
        yield ReadTable(
            caption.words(),
            [each.words() for each in heads.all("th")],
            [_row(row) for row in body.all("tr")],
        )


def _row(row):
    (heading,) = row.all("th")
    return heading.words(without=("hidden",)), [_cell(cell) for cell in row.all("td")]


def _cell(cell):
    days = [date.fromisoformat(each.attributes["datetime"]) for each in cell.all("time")]
    return Read(
        cell.words(without=("hidden", "small")).strip(" "),
        days[0] if days else None,
        "".join(small.words() for small in cell.all("small")),
    )


def number(words, language):
    """The number that words in a language say."""
    groups, comma = {"lv": ("\xa0\u202f", ","), "en": (",", ".")}[str(language)]
    plain = "".join(sign for sign in words if sign not in groups)
    return Decimal(plain.replace(comma, ".").replace("\N{MINUS SIGN}", "-"))
