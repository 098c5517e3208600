"""Which blocks of a page run, and how."""

from __future__ import annotations

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from page_lab.console import ConsoleBlockParser
from page_lab.files import file_blocks, outside_files
from page_lab.tables import answer_tables

PAGES = Sybil(
    parsers=[
        outside_files(PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)),
        ConsoleBlockParser(),
        file_blocks,
        answer_tables,
    ],
    pattern="*.md",
)
"""Python, commands, files, and tables of answers."""
