"""The tag that data carry: of which schema they are, and of which version of it.

    {"schema": "inclusion_core", "schema_version": 1, "type_versions": {"garden_bed": 3}}

The schema's own version is that of the form: how a version of a record and its values are written.
Each record type has a version beside it, which stands there where it is not the first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from inclusion_core.expr.schema import Schema
from inclusion_core.wire.file_problems import (
    NEWER_VERSION,
    NO_TAG,
    NOT_A_VERSION,
    NOT_AN_OBJECT,
    OTHER_SCHEMA,
)
from inclusion_core.wire.json_text import loaded
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem, Refused
from inclusion_core.wire.type_versions import current_versions
from inclusion_core.wire.value_problems import UNKNOWN_KEY
from inclusion_core.wire.version_problems import NOT_TYPE_VERSIONS

__all__ = [
    "SCHEMA_NAME",
    "SCHEMA_VERSION",
    "TAG",
    "TAG_NAMES",
    "opened",
    "tag_of",
    "tag_problem",
    "type_versions",
]

SCHEMA_NAME = "inclusion_core"
SCHEMA_VERSION = 1
"""The version that is written, and the latest that is read."""

TAG: Mapping[str, object] = {"schema": SCHEMA_NAME, "schema_version": SCHEMA_VERSION}
"""The tag of what is written, where every record type is in its first version."""

_TYPES = "type_versions"

TAG_NAMES = (*TAG, _TYPES)
"""The names that may stand in a tag."""


def tag_of(schema: Schema) -> dict[str, object]:
    """The tag of what is written with a schema."""
    versions = current_versions(schema)
    return {**TAG, **({_TYPES: versions} if versions else {})}


def type_versions(tag: Mapping[str, object]) -> Mapping[str, int]:
    """The versions of record types that a tag names, once it is known to be a good one."""
    versions = tag.get(_TYPES)
    return versions if isinstance(versions, dict) else {}


def opened(
    data: bytes, names: Collection[str]
) -> tuple[Mapping[str, object] | None, tuple[Problem, ...]]:
    """A tagged JSON document, ``None`` if it may not be read, and what is wrong with it.

    Args:
        data: Its bytes.
        names: The names that may stand in it.
    """
    document = loaded(data)
    if not isinstance(document, dict):
        return None, (document.problem if isinstance(document, Refused) else NOT_AN_OBJECT,)
    problems = tuple(
        unknown_name(UNKNOWN_KEY, name, names, position)
        for position, name in strangers(document, names)
    )
    problem = tag_problem(document)
    return (document, problems) if problem is None else (None, (*problems, problem))


def tag_problem(written: Mapping[str, object]) -> Problem | None:
    """What keeps data with such a tag from being read."""
    if "schema" not in written or "schema_version" not in written:
        return NO_TAG.filled(name=SCHEMA_NAME, version=SCHEMA_VERSION)
    if written["schema"] != SCHEMA_NAME:
        return OTHER_SCHEMA.filled(name=SCHEMA_NAME)
    version = written["schema_version"]
    if type(version) is int and version > SCHEMA_VERSION:
        return NEWER_VERSION.filled(version=SCHEMA_VERSION)
    if type(version) is not int or version < 1:
        return NOT_A_VERSION.filled(version=SCHEMA_VERSION)
    return None if _says_versions(written.get(_TYPES, {})) else NOT_TYPE_VERSIONS


def _says_versions(versions: object) -> bool:
    return isinstance(versions, dict) and all(
        type(version) is int and version >= 1 for version in versions.values()
    )
