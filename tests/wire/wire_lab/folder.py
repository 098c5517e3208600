"""A small good folder and the same journal as a document, to be damaged one place at a time.

Of the three clients only the middle one is ever touched.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

CODE = "050590-12345"
NAME = "Jānis Bērziņš"
CANARIES = (CODE, NAME)
"""What must never be seen again: a personal code and a name."""

GOOD = {
    "version": "1",
    "recorded_on": "2018-04-15",
    "sequence": "1",
    "recorded_by": "worker-7",
    "act": "recorded",
    "why": "",
    "provider_id": "shelter",
    "born_on": "1990",
    "born_on_unknown": "",
    "gender": "",
    "gender_unknown": "refused",
    "died_on": "",
    "died_on_unknown": "",
}
HEADING = ("id", *GOOD)
TAG = {"schema": "inclusion_core", "schema_version": 1}
FIRST, MIDDLE, LAST = ({"id": f"client-{number}", **GOOD} for number in (1, 2, 3))
BLANK_FIELDS = dict.fromkeys(list(GOOD)[6:], "")


def row(**cells: str) -> list[str]:
    return list({**MIDDLE, **cells}.values())


def csv_text(rows: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def client_csv(*middle: Iterable[str]) -> str:
    """The file of clients, with other rows in place of the middle one."""
    return csv_text([HEADING, FIRST.values(), *middle, LAST.values()])


def write_good(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "schema.json").write_text(json.dumps(TAG), encoding="utf-8")
    (folder / "client.csv").write_text(client_csv(MIDDLE.values()), encoding="utf-8")
    (folder / "provider.csv").write_text(
        "id,recorded_on,name\nshelter,2018-01-02,Patvērums\n", encoding="utf-8"
    )


def item(**values: object) -> dict[str, Any]:
    """The middle client as JSON; ``...`` takes a name out."""
    made = {
        "id": "client-2",
        "recorded_on": "2018-04-15",
        "provider_id": "shelter",
        "born_on": "1990",
        "gender": {"unknown": "refused"},
        **values,
    }
    return {name: value for name, value in made.items() if value is not ...}


def document(*middle: object, **others: object) -> dict[str, Any]:
    """The document, with other items in place of the middle client."""
    clients = [item(id="client-1"), *middle, item(id="client-3")]
    return {**TAG, "records": {"client": clients, **others}}


def encoded(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
