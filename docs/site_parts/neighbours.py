"""Pages about what lies beside docs/: the plugins, the benchmarks, what changed, whole examples.

They are copied into the site, and links that lead to them lead to the copies.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["DOCS", "neighbours", "on_the_site"]

DOCS = Path(__file__).parents[1]
ROOT = DOCS.parent
LINK = re.compile(r"(?<=\]\()(?!\w+:|#)(?P<to>[^)#\s]+)")
CODE = re.compile(r"(^```.*?^```$|`[^`\n]*`)", re.MULTILINE | re.DOTALL)
LANGUAGES = {".py": "python", ".json": "json"}

PAGES = {
    "CHANGELOG.md": "changelog",
    "benchmarks/README.md": "benchmarks",
    "benchmarks/results.md": "benchmark-results",
    "docs/examples/django_app": "django-app",
    **{f"plugins/{each.name}/README.md": each.name for each in sorted(ROOT.glob("plugins/*-*"))},
}
"""By path in the repository the name of its page of the site."""


def neighbours() -> Mapping[str, str]:
    """By name of a page its text."""
    return {name: _page(path) for path, name in PAGES.items()}


def on_the_site(text: str, path: str, page: str) -> str:
    """A page with the links that it has on the site.

    Args:
        text: Markdown.
        path: Where it is kept in the repository; its links start there.
        page: Where its page is, in docs/.
    """

    def link(found: re.Match[str]) -> str:
        to = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["to"]))
        there = f"docs/site/{PAGES[to]}.markdown" if to in PAGES else to
        return posixpath.relpath(there, posixpath.dirname(f"docs/{page}"))

    parts = CODE.split(text)
    return "".join(part if place % 2 else LINK.sub(link, part) for place, part in enumerate(parts))


def _page(path: str) -> str:
    there = ROOT / path
    if there.is_dir():
        return "\n".join(_folder(there))
    return on_the_site(there.read_text(encoding="utf-8"), path, "site/page.markdown")


def _folder(folder: Path) -> Iterator[str]:
    yield f"# The files of {folder.name}\n"
    for each in sorted(folder.rglob("*")):
        text = each.read_text(encoding="utf-8") if each.suffix in LANGUAGES else ""
        if text:
            yield f"## {each.relative_to(folder).as_posix()}\n"
            yield f"````{LANGUAGES[each.suffix]}\n{text}````\n"
