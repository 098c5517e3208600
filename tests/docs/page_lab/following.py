"""Follows a page literally, as a reader with a shell does: files are written, commands typed.

    python -m page_lab.following PAGE FOLDER

Every command of a block ``console`` runs in one shell, whatever it is, and prints what is shown
under it, or the page is wrong. A command that fails is followed by ``$ echo $?``. A block that is
no file, no ``console`` and no ``text`` could not be followed, and fails as well.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

from sybil import Document, Region
from sybil.parsers.markdown import CodeBlockParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

from page_lab.console import commands, difference
from page_lab.files import file_blocks

__all__ = ["NotFollowedError", "follow"]

END = "end-of-command"
NOT_ASKED = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
"""What a reader's shell does not have from us."""


class NotFollowedError(Exception):
    """Who does what the page says does not come to what it shows."""


class Shell:
    """One shell in a folder; what a command sets is there for the next."""

    def __init__(self, folder: Path) -> None:
        own = {name: value for name, value in os.environ.items() if name not in NOT_ASKED}
        self.process = subprocess.Popen(
            ["bash", "--norc"],
            cwd=folder,
            env=own,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def run(self, command: str) -> tuple[str, int]:
        """What a command prints, and its exit code; the next command sees the code as ``$?``."""
        into, out = self.process.stdin, self.process.stdout
        if into is None or out is None:
            raise RuntimeError
        into.write(f"{command}\n")
        into.write(f"code=$?; printf '\\n{END} %s\\n' $code; (exit $code)\n")
        into.flush()
        printed: list[str] = []
        for line in out:
            if line.startswith(END):
                return "".join(printed).removesuffix("\n"), int(line.split()[1])
            printed.append(line)
        raise NotFollowedError(f"$ {command}\nended the shell:\n{''.join(printed)}")


def follow(page: Path, folder: Path, *, told: Callable[[str], object]) -> int:
    """Do all that a page says, in a folder; how many steps there were.

    Raises:
        NotFollowedError: What happens is not what the page shows.
    """
    document = Document(page.read_text(encoding="utf-8"), str(page))
    steps = 0
    with Shell(folder) as shell:
        for region in _blocks(document):
            if isinstance(region.parsed, tuple):
                path, text = region.parsed
                told(f"writes {path}")
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(text, encoding="utf-8")
                steps += 1
            else:
                steps += _typed(region.parsed, shell, told)
    return steps


def _blocks(document: Document) -> Iterator[Region]:
    """The files and the commands of a page, in the order of reading."""
    files = list(file_blocks(document))
    typed = list(CodeBlockParser("console", lambda _: None)(document))
    known = [(region.start, region.end) for region in (*files, *typed)]
    for region in FencedCodeBlockLexer(r"\w*")(document):
        language = region.lexemes["language"]
        inside = any(start <= region.start < end for start, end in known)
        if not inside and language != "text":
            line = document.text.count("\n", 0, region.start) + 1
            raise NotFollowedError(f"line {line}: nobody can follow a block of {language!r}")
    yield from sorted((*files, *typed), key=lambda region: region.start)


def _typed(block: str, shell: Shell, told: Callable[[str], object]) -> int:
    steps, code, last = 0, 0, ""
    for command, shown in commands(block):
        if code and command != "echo $?":
            break
        told(f"$ {command}")
        printed, code = shell.run(command)
        last = f"$ {command}\n{printed}"
        if wrong := difference(command, shown, printed):
            raise NotFollowedError(wrong)
        steps += 1
    if code:
        raise NotFollowedError(f"ended with exit code {code}, which is not shown:\n{last}")
    return steps


def main(arguments: Sequence[str]) -> None:
    page, folder = map(Path, arguments)
    try:
        steps = follow(page, folder.resolve(), told=_shown)
    except NotFollowedError as wrong:
        sys.exit(f"{page}: {wrong}")
    _shown(f"{page}: followed in {steps} steps")


def _shown(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
