"""Errors: one root, data as attributes, and they travel between processes."""

import pickle

import pytest

from inclusion_core import errors

EXAMPLES = [
    errors.NotADayError(),
    errors.SchemaError("client", "two links are named 'provider'"),
    errors.ExpressionError("a condition is expected", "use is_in"),
    errors.ExpressionError("a condition is expected"),
    errors.DeclarationError("metric", "sif.clients", "universe must be a condition"),
    errors.DuplicateIdError("metric", "sif.clients", "inclusion-sif", "inclusion-other"),
    errors.UnknownNameError("report", "sif.interim", ["sif.mentoring.interim", "esf.annual"]),
    errors.EngineRefusedError("pandas", "its missing values are not null"),
    errors.MissingExtraError("duckdb", "reading tables on duckdb"),
    errors.AssumptionError("esf.school-age", "0 to 20", ("esf.school-age",)),
    errors.AssumptionError("esf.schoolage", "", ("esf.school-age",)),
    errors.EngineFailedError("polars", "ComputeError"),
    errors.NotAdditiveError("sif.clients", "sif.clients", "one subject may be in both"),
]


def test_an_assumption_says_what_it_may_be_or_what_it_is_called():
    allowed, misspelt = (each for each in EXAMPLES if isinstance(each, errors.AssumptionError))

    assert str(allowed) == "assumption 'esf.school-age' may be 0 to 20"
    assert str(misspelt) == "no assumption 'esf.schoolage'; did you mean esf.school-age?"


def test_figures_that_are_not_added_say_why():
    refused = next(each for each in EXAMPLES if isinstance(each, errors.NotAdditiveError))

    assert str(refused) == "sif.clients and sif.clients are not added: one subject may be in both"


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_has_one_root_and_survives_pickling(error):
    again = pickle.loads(pickle.dumps(error))

    assert isinstance(error, errors.InclusionError)
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (EXAMPLES[1], "record type 'client': two links are named 'provider'"),
        (EXAMPLES[2], "a condition is expected; use is_in"),
        (EXAMPLES[3], "a condition is expected"),
        (EXAMPLES[4], "metric 'sif.clients': universe must be a condition"),
        (
            EXAMPLES[5],
            "metric 'sif.clients' is in inclusion-sif and in inclusion-other; rename one",
        ),
        (EXAMPLES[6], "no report 'sif.interim'; did you mean sif.mentoring.interim?"),
        (EXAMPLES[7], "pandas is refused: its missing values are not null; use polars or duckdb"),
        (
            EXAMPLES[8],
            (
                "reading tables on duckdb needs the extra 'duckdb': "
                "pip install 'inclusion-core[duckdb]'"
            ),
        ),
    ],
)
def test_an_error_says_what_is_wrong_and_what_to_do(error, words):
    assert str(error) == words


def test_a_name_that_resembles_nothing_lists_what_there_is():
    error = errors.UnknownNameError("format", "zzz", ["html", "csv"])

    assert str(error) == "no format 'zzz'; there are: csv, html"
    assert str(errors.UnknownNameError("format", "x", [])) == "no format 'x'; there are: none"


def test_every_kind_of_error_is_tried_above():
    kinds = {getattr(errors, name) for name in errors.__all__}

    assert {type(error) for error in EXAMPLES} == kinds - {errors.InclusionError}
