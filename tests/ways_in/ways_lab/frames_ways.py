"""The ways in by frames: a register of files, of frames, and a facts table that is brought."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa

from inclusion_core import frames
from inclusion_core.expr.frames.taken import records_in
from inclusion_core.facts.own_table import read_own_table
from ways_lab.arrow import HALF, NO_UTF_8, arrows, in_file, overwritten_data, spoilt, write_parquet
from ways_lab.caseload import CANARY, FLAT, SCHEMA, Book
from ways_lab.outcome import Outcome, of_records
from ways_lab.way import LAST_VERSION, NO_FILE, NO_TAG, Way, truncated

__all__ = ["FRAMES", "OWN_TABLE", "REGISTER"]


AS_IT_STANDS = {
    "missing-table": "a register may hold few tables; a report that needs another is refused",
    "between-records": "contradictions are looked for in records alone",
}
"""What nobody is told of a register that is counted as it stands."""


def _register(source: Any) -> Outcome:
    register = frames.register(source, schema=SCHEMA)
    held = register.recorded
    records = [each for name in held.frames for each in records_in(held, name)]
    kept = of_records(records).kept
    return Outcome(findings=register.findings(), kept=kept, said=repr(register))


def _client(folder: Path) -> Path:
    return folder / "client.parquet"


def _write(book: Book, folder: Path) -> Path:
    return write_parquet(arrows(book), folder)


REGISTER = Way(
    id="register",
    says="register of Parquet files (`frames.register`)",
    make=_write,
    read=_register,
    harms={
        "nothing-there": lambda folder: folder / "elsewhere",
        "foreign": lambda f: [_client(f).write_text(CANARY), f][1],
        "truncated": lambda folder: truncated(_client(folder)),
        "overwritten": lambda folder: overwritten_data(_client(folder)),
        "not-utf-8": in_file(NO_UTF_8),
        "half-character": in_file(HALF),
        "empty-file": lambda f: [_client(f).write_bytes(b""), f][1],
    },
    never=NO_TAG,
    quiet=AS_IT_STANDS,
)


def _frames(book: Book, _: Path) -> dict[str, Any]:
    return {name: pl.from_arrow(table) for name, table in arrows(book, versions=False).items()}


FRAMES = Way(
    id="frames",
    says="register of frames (`frames.register`)",
    make=_frames,
    read=_register,
    harms={
        "foreign": lambda given: {**given, "client": pl.DataFrame({"CANARY": [CANARY]})},
    },
    never={
        **NO_FILE,
        **NO_TAG,
        **dict.fromkeys(("history", "version-twice"), LAST_VERSION),
        **dict.fromkeys(("not-utf-8", "half-character"), "the engine makes no such text"),
    },
    quiet=AS_IT_STANDS,
)


def _flat(book: Book, _: Path) -> Any:
    table = arrows(book, versions=False).get("client", pa.table({}))
    others = ("provider_id", "died_on")
    return table.drop_columns([each for each in others if each in table.column_names])


def _own(table: Any) -> Outcome:
    held, findings = read_own_table(FLAT, table)
    outcome = of_records([], findings)
    kept = tuple((f"client {each.id}", each) for each in records_in(held, "flat"))
    return Outcome(findings=outcome.findings, kept=kept, said=repr(held))


OWN_TABLE = Way(
    id="own-table",
    says="facts table of one's own (`read_own_table`)",
    make=_flat,
    read=_own,
    harms={
        "foreign": lambda _: pa.table({"CANARY": [CANARY]}),
        "not-utf-8": lambda table: spoilt(table, "gender", NO_UTF_8),
        "half-character": lambda table: spoilt(table, "gender", HALF),
        "only-values": lambda table: spoilt(table, "id", b"c-3"),  # keys are taken as they are
    },
    never={
        **NO_FILE,
        **NO_TAG,
        **dict.fromkeys(("history", "version-twice"), LAST_VERSION),
        "missing-table": "there is one table",
        **dict.fromkeys(("broken-reference", "between-records"), "it refers to no other table"),
    },
)
