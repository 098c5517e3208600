"""What an extract says of itself to other programs: a data package, and the disclosure report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from inclusion_core.extracts.anonymity import TableRisk
from inclusion_core.extracts.cells import PARTIAL, REMOVED
from inclusion_core.extracts.extract import Extract, ExtractTable
from inclusion_core.extracts.pseudonyms import PSEUDONYM
from inclusion_core.extracts.tabular import ID, JOINED, headings
from inclusion_core.facts.dictionary import ColumnMeaning
from inclusion_core.fields import FieldKind
from inclusion_core.values import Reason
from inclusion_core.wire.package_parts import package, resource_name

__all__ = ["data_package", "disclosure"]

REASONS = (*(each.value for each in Reason), REMOVED.why)
TYPES: Mapping[FieldKind, str] = {FieldKind.DAY: "date", FieldKind.NUMBER: "integer"}


def data_package(extract: Extract, files: Mapping[str, bytes]) -> bytes:
    """The data package, version 2, of the CSV files of an extract.

    Args:
        extract: The extract.
        files: Its CSV files, by name.
    """
    resources = [_resource(each, files[f"{each.name}.csv"]) for each in extract.tables]
    if f"{JOINED_FILE}.csv" in files:
        resources.append(_joined(files[f"{JOINED_FILE}.csv"]))
    return _json(package("inclusion-core-extract", resources))


JOINED_FILE = "persons_joined"


def _resource(table: ExtractTable, data: bytes) -> dict[str, object]:
    return {
        **_file(table.name, table.table.says.in_("en"), data),
        "schema": {
            "fields": [field for each in table.columns for field in _fields(each)],
            "missingValues": [""],
            "primaryKey": [ID],
        },
    }


def _joined(data: bytes) -> dict[str, object]:
    limits = {"required": True, "pattern": PSEUDONYM}
    fields = [{"name": each, "type": "string", "constraints": limits} for each in JOINED]
    return {
        **_file(JOINED_FILE, "pseudonyms of one person", data),
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _file(name: str, title: str, data: bytes) -> dict[str, object]:
    return {
        "name": resource_name(name),
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
    }


def _fields(column: ColumnMeaning) -> Iterator[Mapping[str, object]]:
    own, *beside = headings(column)
    name, title = column.name, column.says.in_("en")
    described: dict[str, object] = {
        "name": name,
        "title": title,
        "description": column.comes_from("en"),
        "type": TYPES.get(own[1], "string"),
        "constraints": _limits(column),
    }
    if column.codes:
        described["categories"] = [
            {"value": code, "label": says.in_("en")} for code, says in column.codes
        ]
    yield described
    reasons = [*REASONS, PARTIAL.why] if column.kind in TYPES else list(REASONS)
    for heading, kind in beside:
        if kind is FieldKind.DAY:
            end = heading.removeprefix(f"{name}_")
            yield {"name": heading, "title": f"{title}: {end} day", "type": "date"}
        else:
            limits = {"enum": reasons}
            told = f"{title}: why it is empty"
            yield {"name": heading, "title": told, "type": "string", "constraints": limits}


def _limits(column: ColumnMeaning) -> Mapping[str, object]:
    required = {"required": True, "unique": True} if column.name == ID else {}
    if column.code_list is not None:
        return {**required, "pattern": column.code_list.pattern}
    if column.codes:
        return {"enum": [code for code, _ in column.codes]}
    if column.bounds is not None:
        return {"minimum": column.bounds.least, "maximum": column.bounds.most}
    return {}


def disclosure(extract: Extract) -> bytes:
    """The disclosure report for programs: the same numbers as in the file for readers."""
    joint = extract.joint_risk
    return _json(
        {
            "least": extract.least,
            "enforced": extract.enforced,
            "tables": {
                each.name: {
                    "identifying": list(each.identifying),
                    "persons_known": each.persons_known,
                    "before": _risk(each.before),
                    "now": _risk(each.risk),
                }
                for each in extract.tables
            },
            "together": {"persons": joint.persons, "unique": joint.unique, "few": joint.few},
        }
    )


def _risk(risk: TableRisk) -> Mapping[str, object]:
    return {
        "rows": risk.rows,
        "persons": risk.persons,
        "unique": risk.unique,
        "few": risk.few,
        "columns": {each.name: {"alone": each.alone, "harm": each.harm} for each in risk.columns},
    }


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
