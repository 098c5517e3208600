"""What a Parquet file says of itself: of which schema, which version and which type it is."""

from __future__ import annotations

import json
from collections.abc import Mapping

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.tables.problems import OTHER_TYPE
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.tag import TAG_NAMES, opened, tag_of, type_versions

__all__ = ["FileTag", "metadata_of", "tag_in"]

_KEY = b"inclusion_core"
_TYPE = "record_type"


@attrs.frozen
class FileTag:
    """What a file says of itself.

    Attributes:
        versions: The versions of record types that it names.
        problems: What is wrong with that; where anything is, the file is not read.
    """

    versions: Mapping[str, int] = attrs.field(factory=dict[str, int])
    problems: tuple[Problem, ...] = ()


def metadata_of(schema: Schema, name: str) -> Mapping[bytes, bytes]:
    """The metadata of a file with records of a type."""
    return {_KEY: json.dumps({**tag_of(schema), _TYPE: name}).encode()}


def tag_in(metadata: Mapping[bytes, bytes] | None, name: str) -> FileTag:
    """What the metadata of a file say; one that others wrote says nothing, and is read."""
    if metadata is None or _KEY not in metadata:
        return FileTag()
    tag, problems = opened(metadata[_KEY], (*TAG_NAMES, _TYPE))
    if tag is None or problems:
        return FileTag(problems=problems)
    if tag.get(_TYPE, name) != name:
        return FileTag(problems=(OTHER_TYPE,))
    return FileTag(type_versions(tag))
