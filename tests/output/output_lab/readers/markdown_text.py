"""Markdown, read by markdown-it with tables, as GitHub has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from output_lab.readers.found import Found, unseen

__all__ = ["read_markdown"]

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PLAIN = frozenset({"text", "text_special"})
_OURS = frozenset(
    [
        *("inline", "heading_open", "heading_close", "paragraph_open", "paragraph_close"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
        *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close"),
    ]
)
_MADE_A_LINK = re.compile(r"(?i)(?<!\\):(?=//)|(?<![\w\\])www\.|(?:mailto|xmpp):|(?<!\\)@(?=\w)")
"""What GitHub links beyond CommonMark; a sign behind a backslash is none of it."""


def read_markdown(data: bytes) -> Found:
    """Headings, paragraphs, items and cells."""
    text = data.decode()
    tokens = _READER.parse(text)
    pairs = [pair for pair in pairwise(tokens) if pair[1].type == "inline"]
    inline = [token for _, token in pairs]
    return Found(
        units=tuple(map(_words, inline)),
        kinds=tuple(before.type.removesuffix("_open") for before, _ in pairs),
        grids=tuple(_grids(tokens)),
        acting=(
            *unseen(text),
            *(token.type for token in tokens if token.type not in _OURS),
            *(each.type for token in inline for each in token.children if each.type not in _PLAIN),
            *(f"link: {each[0]!r}" for each in _MADE_A_LINK.finditer(text)),
        ),
    )


def _words(token: Token) -> str:
    return "".join(child.content for child in token.children)


def _grids(tokens: Sequence[Token]) -> Iterator[tuple[tuple[str, ...], ...]]:
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and before.type in {"th_open", "td_open"}:
            rows[-1].append(_words(token))
        elif token.type == "table_close":
            yield tuple(map(tuple, rows))
            rows = []
