"""Every page of the documentation as one test: its blocks run in order, in a folder of their own.

One page is one test, so that its blocks share names and files however tests are spread over
processes. Nothing of the library is imported while tests are collected, so that coverage sees it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sybil.example import SybilFailure


class PageItem(pytest.Item):
    """All blocks of one page, in the order of reading."""

    def runtest(self) -> None:
        from page_lab.running import PAGES

        document = PAGES.parse(self.path)
        with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            patch.setattr(sys, "path", list(sys.path))
            patch.setattr(sys, "dont_write_bytecode", True)
            modules = set(sys.modules)
            try:
                for example in document.examples():
                    example.evaluate()
            finally:
                for name in set(sys.modules) - modules:
                    if str(getattr(sys.modules[name], "__file__", None)).startswith(folder):
                        del sys.modules[name]

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, SybilFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"page {self.path.name}"


class PageFile(pytest.File):
    """A page."""

    def collect(self) -> list[PageItem]:
        return [PageItem.from_parent(self, name="page")]


def collector(root: Path) -> Callable[[Path, pytest.Collector], PageFile | None]:
    """What pytest asks of each file: README.md of the root and every page of docs/ are tests."""

    def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> PageFile | None:
        is_page = file_path == root / "README.md" or (root / "docs") in file_path.parents
        if not is_page or file_path.suffix != ".md":
            return None
        return PageFile.from_parent(parent, path=file_path)

    return pytest_collect_file
