"""Writes the notebooks of docs/examples/notebook from the pages that they are.

    python docs/build_notebooks.py

A test holds them to the pages. Nothing is run: a notebook has no outputs until its reader runs it.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from doctest import DocTestParser
from pathlib import Path

DOCS = Path(__file__).parent
FOLDER = DOCS / "examples" / "notebook"
NOTEBOOKS = {"participants": "how-to/use-in-a-notebook.md"}
"""By name of the notebook its page."""

_BLOCK = re.compile(r"^```python\n(.*?)^```$\n?", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<=\]\()(?!https?:|#)([^)#\s]+)")

Cell = tuple[str, str]
"""Its kind, ``markdown`` or ``code``, and its text."""


def cells_of(page: str) -> Iterator[Cell]:
    """The cells of a page: what runs is code, without what it is shown to print."""
    words = (DOCS / page).read_text(encoding="utf-8")
    end = 0
    for found in _BLOCK.finditer(words):
        yield from _prose(words[end : found.start()], page)
        yield "code", _code(found[1])
        end = found.end()
    yield from _prose(words[end:], page)


def _prose(words: str, page: str) -> Iterator[Cell]:
    if words.strip():
        yield "markdown", _LINK.sub(lambda link: _from_here(link[1], page), words.strip())


def _from_here(link: str, page: str) -> str:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
    return posixpath.relpath(target, "examples/notebook")


def _code(block: str) -> str:
    typed = DocTestParser().get_examples(block)
    return "".join(each.source for each in typed).strip() if typed else block.strip()


def as_script(page: str) -> str:
    """The page in the percent format, which editors and jupytext read."""
    return "\n\n".join(_percent(*cell) for cell in cells_of(page)) + "\n"


def _percent(kind: str, text: str) -> str:
    if kind == "code":
        return f"# %%\n{text}"
    lines = (f"# {line}".rstrip() for line in text.splitlines())
    return "# %% [markdown]\n" + "\n".join(lines)


def as_notebook(page: str) -> str:
    """The page as a notebook of the format 4.4."""
    written = {
        "cells": [_cell(*cell) for cell in cells_of(page)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _cell(kind: str, text: str) -> dict[str, object]:
    cell: dict[str, object] = {
        "cell_type": kind,
        "metadata": {},
        "source": text.splitlines(keepends=True),
    }
    return cell if kind == "markdown" else {**cell, "execution_count": None, "outputs": []}


def files() -> dict[Path, str]:
    """Each file of the folder, and what is to stand in it."""
    return {
        FOLDER / f"{name}.{ending}": write(page)
        for name, page in NOTEBOOKS.items()
        for ending, write in (("py", as_script), ("ipynb", as_notebook))
    }


if __name__ == "__main__":
    for file, text in files().items():
        file.write_text(text, encoding="utf-8")
