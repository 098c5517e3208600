"""Blocks of commands: ``inclusion-core`` runs, and what is shown under it is what it prints.

Lines that begin with ``$ `` are commands; a line that ends in a backslash goes on in the next. The
lines below are what the command prints, or are left out; ``...`` stands for any text. A command
that fails is followed by ``$ echo $?`` and its exit code. ``cat`` shows a file, ``head -n`` its
first lines, ``ls`` the names in a folder. Other commands, such as those of pip, are not run. In a
``bash`` block there is no ``$ ``: each line is a command and nothing is shown.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from doctest import ELLIPSIS, REPORT_NDIFF, Example, OutputChecker
from functools import cache
from io import BytesIO, TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from sybil import Document, Region
from sybil import Example as Block
from sybil.example import SybilFailure
from sybil.parsers.markdown import CodeBlockParser

if TYPE_CHECKING:
    from inclusion_core import Catalogue

_COMMAND = re.compile(
    r"^\$ (?P<command>(?:.*\\\n)*.*)\n?(?P<shown>(?:(?!\$ ).*(?:\n|\Z))*)", re.MULTILINE
)


def commands(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a block ``console``, each with what is shown under it."""
    for found in _COMMAND.finditer(block):
        yield found["command"], found["shown"]


def difference(command: str, shown: str, printed: str) -> str:
    """How what is shown under a command differs from what it prints; empty where nothing is."""
    checker = OutputChecker()
    wanted = "\n".join(line.rstrip() for line in shown.strip("\n").splitlines()) + "\n"
    given = "\n".join(line.rstrip() for line in printed.strip("\n").splitlines()) + "\n"
    nothing_more = f"{given}\n"  # for which ``...`` in the last line stands too
    alike = (checker.check_output(wanted, each, ELLIPSIS) for each in (given, nothing_more))
    if not shown.strip() or any(alike):
        return ""
    example = Example(command, wanted)
    return f"$ {command}\n{checker.output_difference(example, given, ELLIPSIS | REPORT_NDIFF)}"


class ConsoleBlockParser:
    """Finds the blocks ``console`` and ``bash``."""

    def __init__(self) -> None:
        self.parsers = [CodeBlockParser(name, run) for name, run in _RUN.items()]

    def __call__(self, document: Document) -> Iterable[Region]:
        return chain.from_iterable(parser(document) for parser in self.parsers)


def _run_console(block: Block) -> None:
    code = 0
    for command, shown in commands(block.parsed):
        if command == "echo $?":
            printed, code = f"{code}\n", 0
        else:
            _expect_success(block, code)
            printed, code = _printed(command)
        if printed is not None and (told := difference(command, shown, printed)):
            raise SybilFailure(block, told)
    _expect_success(block, code)


def _run_bash(block: Block) -> None:
    for command in block.parsed.replace("\\\n", " ").splitlines():
        _, code = _printed(command)
        _expect_success(block, code)


_RUN = {"console": _run_console, "bash": _run_bash}


def _printed(command: str) -> tuple[str | None, int]:
    """What a command prints and its exit code; nothing for one that is not run."""
    match shlex.split(command.replace("\\\n", " "), comments=True):
        case ["inclusion-core", *arguments]:
            return _answer(arguments)
        case ["cat", file]:
            return Path(file).read_text(encoding="utf-8"), 0
        case ["head", "-n", count, file]:
            lines = Path(file).read_text(encoding="utf-8").splitlines(keepends=True)
            return "".join(lines[: int(count)]), 0
        case ["ls", folder]:
            names = sorted(each.name for each in Path(folder).iterdir())
            return "".join(f"{name}\n" for name in names), 0
        case _:
            return None, 0


def _answer(arguments: list[str]) -> tuple[str, int]:
    from inclusion_core.cli import main

    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments, load=_catalogue)
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else int(left.code is not None)
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    return "".join(texts), code or 0


OURS = frozenset({"amif", "eea", "esf", "inclusion-core", "sif"})
"""The plugins of this repository; what they declare does not change from page to page."""


def _catalogue() -> Catalogue:
    """The catalogue of what is installed."""
    from inclusion_core.manager import installed_plugins, load_catalogue

    names = frozenset(each.name for each in installed_plugins())
    return _catalogue_of(names) if names <= OURS else load_catalogue()


@cache
def _catalogue_of(_names: frozenset[str]) -> Catalogue:
    from inclusion_core.manager import load_catalogue

    return load_catalogue()


def _expect_success(block: Block, code: int) -> None:
    if code:
        raise SybilFailure(block, f"a command ended with exit code {code}, which is not shown")
