"""All readers mean the same: the naive one, the one on objects, and the one on each engine."""

from hypothesis import given
from kernel_lab.effort import examples
from kernel_lab.random_cases import Case, cases
from kernel_lab.readings import by_frames, by_objects, by_oracle


@examples(500)
@given(cases(most=8))
def test_the_reader_of_objects_agrees_with_the_naive_one(case: Case):
    assert by_objects(case) == by_oracle(case)


@examples(120)
@given(cases(most=3))
def test_polars_agrees_with_the_reader_of_objects(case: Case):
    assert by_frames(case, "polars") == by_objects(case)


@examples(60)
@given(cases(most=2, size=3))
def test_duckdb_agrees_with_the_reader_of_objects(case: Case):
    assert by_frames(case, "duckdb") == by_objects(case)
