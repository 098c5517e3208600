"""An explanation as JSON: ids, codes and ISO days, and words beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import assert_never

from inclusion_core.expr.traces import FieldRead, ListRead, Read, RecordMissing
from inclusion_core.rules.explanation import Explanation, Step
from inclusion_core.rules.written.wording import ExplanationWords
from inclusion_core.sources import Source
from inclusion_core.texts import LanguageCode
from inclusion_core.values import ABSENT, ALWAYS, PartialDay, Unknown, day_text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["as_json", "json_object", "json_source"]


def as_json(explanation: Explanation, vocabulary: Vocabulary, language: LanguageCode) -> str:
    """The explanation as a JSON document; :func:`json_object` says what is in it."""
    written = json_object(explanation, vocabulary, language)
    return f"{json.dumps(written, ensure_ascii=False, indent=2)}\n"


def json_object(
    explanation: Explanation, vocabulary: Vocabulary, language: LanguageCode
) -> dict[str, object]:
    """The explanation in fields of JSON.

    - ``question``, ``says``: the question, and the answer in a sentence,
    - ``verdict``: ``yes``, ``no`` or ``undecided``,
    - ``client``, ``participation``: ids; ``null`` for the participation of an ``applicant``,
    - ``on``, ``known_on``: the day of the question, and the one up to which records are known,
    - ``deciding``: keys of the steps that decide,
    - ``steps``: the clauses, each with ``key``, ``id``, ``says``, ``truth`` (``yes``, ``no``,
      ``unknown``), ``against`` (it stands in the way where it holds), ``in_force``, ``source``,
      ``about`` (the record of a list that it was asked of), ``rests_on`` and ``steps``,
    - ``rests_on``: what the answer rests on outside of any clause.

    What something rests on is a field (``type``, ``id``, ``field``, ``value``, ``says``), a list
    (``list``, ``of``, ``ids``, ``complete_through``) or a record that is not there (``missing``).
    A ``value`` is written as files write it: ``null`` for nothing, ``{"unknown": reason}``.
    """
    words = ExplanationWords(vocabulary=vocabulary, language=language)
    return {
        "question": words.says(explanation.question.says),
        "verdict": explanation.verdict.value,
        "says": words.verdict(explanation),
        "client": explanation.client_id,
        "participation": explanation.participation_id,
        "applicant": explanation.participation_id is None,
        "on": explanation.on.isoformat(),
        "known_on": explanation.known_on.isoformat(),
        "deciding": [step.key for step in explanation.deciding],
        "steps": [_step(step, words) for step in explanation.steps],
        "rests_on": [_read(read, words) for read in explanation.rests_on],
    }


def _step(step: Step, words: ExplanationWords) -> Mapping[str, object]:
    return {
        "key": step.key,
        "id": step.clause.id,
        "says": words.says(step.sentence),
        "truth": step.truth.value,
        "against": step.against,
        "in_force": not step.out_of_force,
        "source": None if step.source is None else json_source(step.source, words.language),
        "about": None if step.about is None else _key(*step.about),
        "rests_on": [_read(read, words) for read in step.rests_on],
        "steps": [_step(each, words) for each in step.steps],
    }


def json_source(source: Source, language: LanguageCode) -> Mapping[str, object]:
    """A source: ``citation``, ``reference`` (the long form), ``confidence``."""
    return {
        "citation": source.citation(language),
        "reference": source.reference(language),
        "confidence": source.confidence.value,
    }


def _read(read: Read, words: ExplanationWords) -> Mapping[str, object]:
    match read:
        case FieldRead():
            return {
                **_key(read.record_type, read.record_id),
                "field": read.field,
                "value": _value(read.value),
                "says": words.field(read),
            }
        case ListRead():
            through = read.complete_through
            return {
                "list": read.record_type,
                "of": _key(read.owner_type, read.owner_id),
                "ids": list(read.record_ids),
                "complete_through": None if through in (None, ALWAYS) else through.isoformat(),
                "says": words.listed(read),
            }
        case RecordMissing():
            return {
                "missing": _key(read.record_type, read.record_id),
                "says": words.entry([read]),
            }
        case _:
            assert_never(read)


def _key(record_type: str, record_id: str) -> Mapping[str, object]:
    return {"type": record_type, "id": record_id}


def _value(value: object) -> object:
    match value:
        case Unknown():
            return {"unknown": value.reason.value}
        case Enum():
            return None if value is ABSENT else value.value
        case date() | PartialDay():
            return day_text(value)
        case _:
            return value
