"""Tables, names and sentences as Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["code", "said", "table", "unfilled"]

SLOT = re.compile(r"\{\{|\}\}|\{\w+(?::\w+)?\}")


def table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heading, tuple("---" for _ in heading), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines) + "\n"


def _cell(words: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(words.split()))


def said(words: str) -> str:
    """A sentence of a docstring as Markdown has it."""
    roles = re.sub(r":\w+:`[~.]*(?:[\w.]+\.)?(\w+)`", r"`\1`", words)
    return " ".join(roles.replace("``", "`").split())


def code(name: str) -> str:
    return f"`{name}`"


def unfilled(words: str) -> str:
    """Words whose slots are not filled, with a mark in place of each."""
    return SLOT.sub(lambda found: found[0][:1] if found[0] in ("{{", "}}") else "…", words)
