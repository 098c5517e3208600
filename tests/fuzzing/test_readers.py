"""Whatever a reader is given: only errors of the library or findings come out, and no value."""

import pytest
from effort import tries
from fuzzing_lab.all_readers import BY_ID, READERS
from fuzzing_lab.choices import Choices
from fuzzing_lab.mutating import mutated
from fuzzing_lab.nasty import CANARY, leaked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MOST = 15
EACH = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.id)


def tried_often(reader, documents, most=MOST):
    """Try documents that a strategy gives; slow readers get fewer."""

    @settings(
        max_examples=tries(min(reader.runs, most)),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(documents)
    def trial(data):
        reader.tried(data)

    trial()


@EACH
def test_good_documents_are_read_without_a_refusal(reader):
    assert [reader.tried(each) for each in reader.examples()] == [True] * len(reader.examples())


@EACH
def test_any_bytes_raise_nothing_but_errors_of_the_library(reader):
    tried_often(reader, st.binary(max_size=300))


@EACH
def test_a_good_document_that_was_changed_raises_nothing_but_errors_of_the_library(reader):
    def changed(drawn):
        example, choices = drawn
        return mutated(example, reader.build, Choices(choices))

    drawn = st.tuples(st.sampled_from(reader.examples()), st.binary(min_size=8, max_size=64))
    tried_often(reader, drawn.map(changed))


def test_readers_have_names_of_their_own():
    assert len(BY_ID) == len(READERS)


def test_a_value_is_noticed_where_it_is_told_in_part_or_escaped():
    assert leaked(f"row 1: {CANARY[2:6]}")
    assert leaked(ascii(CANARY))
    assert not leaked("row 1: Žanis Ķīsis")
