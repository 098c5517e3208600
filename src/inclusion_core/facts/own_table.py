"""A flat table that somebody brings in place of one that is worked out: looked through and taken.

What is good is kept. What cannot be right is not known because it is contradictory, and a finding
says in which column and in how many rows; it never shows a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inclusion_core.facts.table import FactsTable
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.texts import SlotValue, Text, lv

if TYPE_CHECKING:
    from inclusion_core.expr.frames import Tables
    from inclusion_core.expr.frames.own_rows import Found

__all__ = ["read_own_table"]


def read_own_table(table: FactsTable, frame: object) -> tuple[Tables, tuple[Finding, ...]]:
    """The rows of a facts table as somebody brings them, and what is wrong with them.

    Each column is named as in the table. Beside ``x`` may stand ``x_unknown``, which says why
    there is no answer, and for a day that is known in part ``x_earliest`` and ``x_latest``.

    - A cell that is empty means that there is none (of a field that may be absent) where
      ``x_unknown`` is there and empty too; without that column it means what the field says.
    - A column that is left out was not asked of anybody.
    - A cell that cannot be right, for itself or by what stands beside it, is contradictory.
    - Yes and no may stand as true and false, keys as whole numbers.
    - A row without a key is left out; so are all rows of a key that several have.

    Args:
        table: What the columns mean.
        frame: A Polars frame, DuckDB relation, pyarrow Table, PySpark DataFrame or pandas
            DataFrame; the latter is converted to Polars, the others are read where they are. It
            is gone through once here, and again when it is counted.

    Returns:
        Tables with this one, and the findings, by column.

    Raises:
        EngineRefusedError: Its engine is known to count wrongly, or was never tried.
        MissingExtraError: What reads such a table is not installed.
        SchemaError: It has no keys.
    """
    from inclusion_core.expr.frames.own_rows import own_rows  # noqa: PLC0415  an extra
    from inclusion_core.expr.frames.tables import Tables  # noqa: PLC0415  an extra

    rows, found = own_rows(table.record_type, frame)
    findings = (_finding(table, each) for each in found)
    tables = Tables(table.schema, {table.record_type.name: rows})
    return tables, tuple(sorted(findings, key=lambda finding: finding.order))


def _finding(table: FactsTable, found: Found) -> Finding:
    name = found.fault.value
    slots: dict[str, SlotValue] = {
        "rows": found.rows,
        "kind": found.kind,
        "near": ", ".join(found.near),
        "position": found.position,
    }
    remedy = _NEAR if found.near else _REMEDIES[name]
    return Finding(
        kind=f"facts.{name}",
        says=_filled(_SAYS[name], slots),
        remedy=_filled(remedy, slots),
        place=Place(record_type=table.record_type.name, field=found.column),
        severity=Severity.WARNING if name in _WARNINGS else Severity.ERROR,
    )


def _filled(text: Text, slots: Mapping[str, SlotValue]) -> Text:
    return text.filled(**{name: slots[name] for name in text.slots})


_WARNINGS = ("not-asked-column", "unknown-column")

_SAYS: Mapping[str, Text] = {
    "missing-column": lv("kolonnas nav, un bez tās rindas nav pilnas").en(
        "the column is not there, and rows are not complete without it"
    ),
    "not-asked-column": lv("kolonnas nav: uzskatīts, ka nevienam tas nav jautāts").en(
        "the column is not there: it is taken as asked of nobody"
    ),
    "unknown-column": lv("{position}. kolonna tabulai nav zināma, un tā nav lasīta").en(
        "column number {position} is none of the table's, and is not read"
    ),
    "wrong-kind": lv("kolonnā ir cita veida vērtības, un tā nav lasīta").en(
        "the column holds values of another kind, and is not read"
    ),
    "empty-id": lv("rindas bez atslēgas, tās nav ņemtas: {rows}").en(
        "rows without a key, which are left out: {rows}"
    ),
    "duplicate-id": lv("rindas ar atslēgu, kas ir vairākām, tās nav ņemtas: {rows}").en(
        "rows whose key others have too, which are left out: {rows}"
    ),
    "contradictory": lv("rindas, kurās blakus kolonnas runā pretī cita citai: {rows}").en(
        "rows in which columns beside each other say opposite things: {rows}"
    ),
    "not-in-list": lv("rindas ar kodu, kura nav sarakstā: {rows}").en(
        "rows with a code that is not in the list: {rows}"
    ),
    "out-of-range": lv("rindas ar vērtību ārpus robežām: {rows}").en(
        "rows with a value out of range: {rows}"
    ),
    "unknown-reason": lv("rindas ar iemeslu, kura nav sarakstā: {rows}").en(
        "rows with a reason that is not in the list: {rows}"
    ),
}
_REMEDIES: Mapping[str, Text] = {
    "missing-column": lv("pievienojiet kolonnu; līdz tam visas tās atbildes nav zināmas").en(
        "add the column; until then none of its answers is known"
    ),
    "not-asked-column": lv("pievienojiet kolonnu, ja atbildes ir").en(
        "add the column if there are answers"
    ),
    "unknown-column": lv("pārdēvējiet vai izņemiet to").en("rename it, or leave it out"),
    "wrong-kind": lv("pārveidojiet to par {kind}").en("cast it to {kind}"),
    "empty-id": lv("piešķiriet katrai rindai savu atslēgu").en("give each row a key of its own"),
    "duplicate-id": lv("paturiet no tām pareizo vai piešķiriet katrai savu atslēgu").en(
        "keep the one that is right, or give each a key of its own"
    ),
    "contradictory": lv("atstājiet vērtību vai iemeslu, kāpēc tās nav; līdz tam tā nav zināma").en(
        "keep the value or the reason why there is none; until then it is not known"
    ),
    "not-in-list": lv("izmantojiet datu vārdnīcā minētos kodus; līdz tam kods nav zināms").en(
        "use the codes of the data dictionary; until then the code is not known"
    ),
    "out-of-range": lv("izlabojiet vērtību; līdz tam tā nav zināma").en(
        "correct the value; until then it is not known"
    ),
    "unknown-reason": lv(
        "izmantojiet datu vārdnīcā minētos iemeslus; līdz tam uzskatīts, ka nav jautāts"
    ).en("use the reasons of the data dictionary; until then it is taken as not asked"),
}
_NEAR = lv("vai domāta {near}? pārdēvējiet vai izņemiet to").en(
    "is {near} meant? rename it, or leave it out"
)
