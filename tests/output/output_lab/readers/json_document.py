"""JSON, read by the standard library: no reader of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator

from output_lab.readers.found import Found, unseen

__all__ = ["read_json"]


def read_json(data: bytes) -> Found:
    """Every text of the document, in English where it stands in both languages."""
    text = data.decode()
    return Found(units=tuple(_texts(json.loads(text))), acting=tuple(unseen(text)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
