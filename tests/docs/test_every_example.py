"""Every example on a page runs, or it is said why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_lab.console import commands
from page_lab.running import PAGES as LAB

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PAGES += tuple(sorted((ROOT / "docs").glob("*/*.md")))
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
RUN = ("inclusion-core", "cat", "head", "ls", "echo")

NOT_RUN = {
    "README.md": "the first step of .ci/run is these commands",
    "docs/index.md": "a step of .ci/run makes the site",
    "docs/how-to/embed-in-django.md": "tests/embedding/test_django.py calls what they call",
    "docs/how-to/write-a-plugin.md": "pip, and pytest: the page calls the tests itself",
    "docs/reference/speed.md": "they measure for minutes; a step of .ci/run checks the counts",
    "docs/tutorial/a-plugin-in-an-afternoon.md": ".ci/tutorial follows the page literally",
    "docs/tutorial/first-report.md": "pip: the first step of .ci/run installs the same",
    "docs/tutorial/from-law-to-rule.md": "pip: the page puts the plugin on the path itself",
    "docs/tutorial/hand-counted-cases.md": "pip, and pytest: the page calls the tests itself",
    "docs/tutorial/publishing-a-plugin.md": "pip: .ci/wheels does so with the plugins here",
    "docs/tutorial/register.md": "pip: the first step of .ci/run installs the same",
}
"""By page the reason why commands of other programs on it are not run with the page."""

PARTS_OF_FILES = {"docs/reference/hooks.md": ("toml",)}
"""By page the languages of blocks that are a part of a file, to look at."""


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def left_out(page: Path) -> Iterator[str]:
    """The blocks of a page that nothing looks at; words and drawings apart."""
    examples = [(each.start, each.end) for each in LAB.parse(page).examples()]
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        looked_at = any(start < block.end() and block.start() < end for start, end in examples)
        allowed = ("text", *PARTS_OF_FILES.get(name_of(page), ()))
        if not looked_at and block["language"] not in allowed:
            yield block[0]


def others(page: Path) -> Iterator[str]:
    """The commands of other programs that a page shows."""
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["language"] == "console":
            typed = [command for command, _ in commands(block["text"])]
        else:
            typed = block["text"].splitlines() if block["language"] == "bash" else []
        yield from (command for command in typed if command.split()[0] not in RUN)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_block_of_a_page_runs_or_is_compared(page):
    assert not list(left_out(page))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_command_that_is_not_run_stands_on_a_page_that_has_a_reason(page):
    generated = page.name == "proof.md"  # each long run is recorded when it is run

    assert generated or bool(list(others(page))) == (name_of(page) in NOT_RUN)
