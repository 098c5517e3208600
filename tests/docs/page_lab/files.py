"""Blocks that are files: ``<!-- file: data/client.csv -->`` before a block puts it there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sybil import Document, Example, Region

_FILE = re.compile(
    r"^<!-- file: (?P<path>\S+) -->\n\n?```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


def file_blocks(document: Document) -> Iterator[Region]:
    """The files of a page."""
    for found in _FILE.finditer(document.text):
        yield Region(found.start(), found.end(), (found["path"], found["text"]), _put)


def _put(example: Example) -> None:
    path, text = example.parsed
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def outside_files(
    parser: Callable[[Document], Iterable[Region]],
) -> Callable[[Document], Iterator[Region]]:
    """The regions that a parser finds, without those that are files."""

    def parse(document: Document) -> Iterator[Region]:
        files = [(found.start(), found.end()) for found in _FILE.finditer(document.text)]
        for region in parser(document):
            if not any(start <= region.start < end for start, end in files):
                yield region

    return parse
