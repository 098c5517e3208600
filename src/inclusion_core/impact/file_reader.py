"""Reads back a standing that was saved, and nothing looser."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.impact.file import KIND, LETTERS, VERSION
from inclusion_core.impact.saved_definition import (
    UnlikeDefinitionError,
    rebuilt,
    rebuilt_columns,
)
from inclusion_core.impact.standing import MetricStanding, Place, Standing, owner_of
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.periods import BackwardsPeriodError, Period
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.formats.json_values import (
    Fault,
    JsonValue,
    ReportFileError,
    document,
)
from inclusion_core.reports.lineage.subjects import State, clauses_of
from inclusion_core.reports.report import Provenance
from inclusion_core.texts import Text

__all__ = ["StandingFileError", "standing_from_json"]

_TOLD = 10
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_TRUTHS = {letter: truth for truth, letter in LETTERS.items()}
_NO_CODES = {each.value: each for each in NoCode}
_IS_TRUTHS = re.compile(r"[yn?]*")
_IS_CODE = re.compile(rf":.*|{'|'.join(_NO_CODES)}", re.DOTALL)


class StandingFileError(InclusionError):
    """A file is not a standing as this library writes it; ``faults`` says where and what."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        told = "; ".join(map(str, self.faults[:_TOLD]))
        more = len(self.faults) - _TOLD
        return (
            f"not a saved standing: {told}{f'; and {more} more' if more > 0 else ''}; "
            "save it again with this version of the form"
        )


def standing_from_json(data: bytes, form: ReportForm) -> Standing:
    """The standing as it was when it was saved.

    Args:
        data: The bytes.
        form: The form as it is declared now: how it was then is read over it.

    Raises:
        StandingFileError: Something is missing, is too much or has another form; the error names
            every place and repeats no value.
    """
    faults: list[Fault] = []
    try:
        place = document(data, faults)
    except ReportFileError as error:
        raise StandingFileError(error.faults) from None
    kind, version, form_id, made_from, metrics = place.fields(
        "kind", "version", "form", "provenance", "metrics"
    )
    kind.exactly(KIND)
    version.exactly(VERSION)
    standing = Standing(
        form=form_id.words(),
        provenance=_read_provenance(made_from),
        metrics=tuple(map(_read_metric, metrics.items())),
    )
    if faults:
        raise StandingFileError(tuple(faults))
    declared = {metric.id: metric for metric in form.metrics}
    written = json.loads(data)["metrics"]
    return attrs.evolve(
        standing,
        metrics=tuple(
            _defined(each, declared.get(each.id), saved["definition"], number)
            for number, (each, saved) in enumerate(zip(standing.metrics, written, strict=True))
        ),
    )


def _defined(
    standing: MetricStanding, now: Metric | None, written: Any, number: int
) -> MetricStanding:
    """A metric with its definition of then, as far as there is one of now to read it over."""
    if now is None or written is None:
        return standing
    if (owner_of(now), "" if now.table is None else now.table.id) != (
        standing.subject,
        standing.table,
    ):
        return standing
    try:
        metric = rebuilt(written, now, standing.assumptions)
        columns = rebuilt_columns(written)
    except UnlikeDefinitionError:
        problem = "write a definition as this version writes it"
        raise StandingFileError((Fault(f"metrics[{number}].definition", problem),)) from None
    clauses = len(tuple(clauses_of(metric)))
    if any(len(each.truths) != clauses for each in (standing.places or {}).values()):
        problem = "write a truth for each clause of the definition"
        raise StandingFileError((Fault(f"metrics[{number}].places", problem),))
    return attrs.evolve(standing, metric=metric, columns=columns)


def _read_provenance(place: JsonValue) -> Provenance:
    period, status_day, known_on, fingerprint, records, schema_version, versions = place.fields(
        "period",
        "status_day",
        "known_on",
        "fingerprint",
        "records",
        "schema_version",
        "versions",
    )
    return Provenance(
        period=_read_period(period),
        status_day=status_day.day(),
        known_on=known_on.day(),
        fingerprint=fingerprint.words_like(_FINGERPRINT, "write 64 digits, 0 to 9 and a to f"),
        records=records.number(least=0),
        schema_version=schema_version.number(),
        versions=tuple(map(_read_version, versions.items())),
    )


def _read_period(place: JsonValue) -> Period:
    first_day, last_day = place.fields("first_day", "last_day")
    first = first_day.day()
    try:
        return Period(first, last_day.day(instead=first))
    except BackwardsPeriodError:
        place.fault("the last day lies before the first")
        return Period(first)


def _read_version(place: JsonValue) -> tuple[str, str]:
    pair = tuple(each.words() for each in place.items())
    if len(pair) == 2:
        return pair[0], pair[1]
    place.fault("write the name of a distribution and its version")
    return "", ""


def _read_metric(place: JsonValue) -> MetricStanding:
    key, says, subject, table, measure, by, axes, assumptions, _, places = place.fields(
        "id",
        "says",
        "subject",
        "table",
        "measure",
        "by",
        "axes",
        "assumptions",
        "definition",
        "places",
    )
    by_axis = dict(map(_read_axis, axes.items()))
    if by.words() not in ("", *by_axis):
        by.fault("name one of the axes")
    return MetricStanding(
        id=key.words(),
        says=_read_words(says),
        subject=subject.words(),
        table=table.words(),
        measure=measure.member(Measure),
        by=by.words(),
        axes=by_axis,
        assumptions=dict(map(_read_assumption, assumptions.items())),
        places=dict(_read_place(each, by_axis) for each in places.items())
        if places.given
        else None,
    )


def _read_words(place: JsonValue) -> Text:
    latvian, english = (each.words() for each in place.fields("lv", "en"))
    doubled = (each.replace("{", "{{").replace("}", "}}") for each in (latvian, english))
    return Text(lv=next(doubled), en=next(doubled), filled_in=True)


def _read_axis(place: JsonValue) -> tuple[str, Text]:
    key, says = place.fields("id", "says")
    return key.words(), _read_words(says)


def _read_assumption(place: JsonValue) -> tuple[str, int]:
    key, value = place.fields("id", "value")
    return key.words(), value.number()


def _read_place(place: JsonValue, axes: Mapping[str, Text]) -> tuple[str, Place]:
    key, state, truths, codes, amount = place.fields(
        "id", "state", "truths", may_have=("codes", "amount")
    )
    groups = tuple(map(_read_code, codes.items())) if codes.given else ()
    if len(groups) != len(axes):
        place.fault("write a code for each axis")
    return key.words(), Place(
        state=state.member(State),
        truths=tuple(
            _TRUTHS[each] for each in truths.words_like(_IS_TRUTHS, "write y, n or ? each")
        ),
        codes=dict(zip(axes, groups, strict=False)),
        amount=amount.number() if amount.given else None,
    )


def _read_code(place: JsonValue) -> Group:
    written = place.words_like(_IS_CODE, "write a code after a colon, or why there is none")
    return _NO_CODES.get(written, written.removeprefix(":"))
