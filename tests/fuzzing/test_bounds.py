"""Time and memory are bounded: by counting calls and bytes, so that no clock decides."""

import gc
import sys
import tracemalloc

import pytest
from fuzzing_lab.all_readers import READERS
from fuzzing_lab.swelling import SWELLINGS, swollen

SIZE = 1 << 10
MOST_A_BYTE = 400
"""So many calls may a byte cost that is put in; a finding alone costs some dozens."""
MOST_MEMORY, MOST_MEMORY_A_BYTE = 16 << 20, 600
DRAWN = ("arrow", "own-table", "rows")
"""Their bytes are decisions: a longer text means nothing."""
OF_TEXTS = [reader for reader in READERS if reader.id not in DRAWN]


def calls_of(work):
    """How many functions are called, of Python and of C."""
    count = 0

    def noted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    gc.disable()  # so that what others left is not ended here
    sys.setprofile(noted)
    try:
        work()
    finally:
        sys.setprofile(None)
        gc.enable()
    return count


@pytest.mark.at_length(few=7)
@pytest.mark.parametrize("reader", OF_TEXTS, ids=lambda reader: reader.id)
def test_what_is_put_in_costs_so_many_calls_a_byte_and_no_more(reader):
    example = min(reader.examples(), key=len)
    reader.tried(example)
    before = calls_of(lambda: reader.tried(example))

    for piece in SWELLINGS[reader.build][: 3 + reader.runs // 5]:
        data = swollen(example, reader.build, piece, SIZE)
        assert calls_of(lambda data=data: reader.tried(data)) <= before + MOST_A_BYTE * SIZE, piece


@pytest.mark.parametrize("reader", OF_TEXTS, ids=lambda reader: reader.id)
def test_no_more_memory_is_taken_than_befits_the_document(reader):
    example = min(reader.examples(), key=len)
    reader.tried(example)
    piece = SWELLINGS[reader.build][0]
    data = swollen(example, reader.build, piece, SIZE)

    tracemalloc.start()
    try:
        reader.tried(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak <= MOST_MEMORY + MOST_MEMORY_A_BYTE * len(data)
