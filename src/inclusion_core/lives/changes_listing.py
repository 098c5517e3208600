"""Histories of records as plain lines and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from inclusion_core.lives.changes import FieldChange, History, VersionChange
from inclusion_core.lives.wording import LifeWords
from inclusion_core.lives.written import json_value
from inclusion_core.model.versions import Act
from inclusion_core.pages.lines import harmless, one_line
from inclusion_core.texts import Text, lv

__all__ = ["as_json", "as_text"]

ACTS: Mapping[Act, Text] = {
    Act.RECORDED: lv("ierakstīts").en("recorded"),
    Act.CHANGED: lv("mainīts").en("changed"),
    Act.CORRECTED: lv("labots").en("corrected"),
    Act.RETRACTED: lv("atsaukts").en("retracted"),
    Act.ERASED: lv("dzēsts").en("erased"),
}
BY = lv("{act} ({recorded_by})").en("{act} by {recorded_by}")
NOTHING_CHANGED = lv("lauki nav mainīti").en("no field differs")
VALUES_GONE = lv("vērtību vairs nav").en("its values are gone")


def as_text(histories: Iterable[History], words: LifeWords) -> str:
    """The histories as lines: for each version the day, what it did and why, and its fields."""
    return "\n".join(
        "".join(f"{line}\n" for line in _lines(history, words)) for history in histories
    )


def _lines(history: History, words: LifeWords) -> Iterator[str]:
    called = words.vocabulary.type(history.record_type, words.language)
    yield f"{called} ({one_line(f'{history.record_type}/{history.record_id}')})"
    erased = any(version.act is Act.ERASED for version in history.versions)
    for version in history.versions:
        yield f"  {version.version}  {version.recorded_on.isoformat()}  {_act(version, words)}"
        says = [_change(history, change, words) for change in version.changes]
        if not says and not version.act.removes:
            says = [(VALUES_GONE if erased else NOTHING_CHANGED).in_(words.language)]
        yield from (f"       {line}" for line in says)


def _act(version: VersionChange, words: LifeWords) -> str:
    act = ACTS[version.act]
    if version.recorded_by:
        act = BY.filled(act=act, recorded_by=one_line(version.recorded_by))
    done = act.in_(words.language)
    return f"{done}: {one_line(version.why)}" if version.why else done


def _change(history: History, change: FieldChange, words: LifeWords) -> str:
    field = words.field(history.record_type, change.field.name)
    after = words.value(change.field, change.after)
    if change.before is None:
        return f"{field}: {after}"
    return f"{field}: {words.value(change.field, change.before)} \N{RIGHTWARDS ARROW} {after}"


def as_json(histories: Iterable[History], words: LifeWords) -> str:
    """The histories as a JSON document; values as files write them, and in words."""
    written = {"records": [_record(history, words) for history in histories]}
    return harmless(f"{json.dumps(written, ensure_ascii=False, indent=2)}\n")


def _record(history: History, words: LifeWords) -> Mapping[str, object]:
    return {
        "type": history.record_type,
        "id": history.record_id,
        "versions": [
            {
                "version": version.version,
                "act": version.act.value,
                "recorded_on": version.recorded_on.isoformat(),
                "sequence": version.sequence,
                "recorded_by": version.recorded_by,
                "why": version.why,
                "changes": [_field(history, change, words) for change in version.changes],
            }
            for version in history.versions
        ],
    }


def _field(history: History, change: FieldChange, words: LifeWords) -> Mapping[str, object]:
    before = {} if change.before is None else {"before": json_value(change.before)}
    return {
        "field": change.field.name,
        **before,
        "after": json_value(change.after),
        "says": _change(history, change, words),
    }
