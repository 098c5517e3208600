"""Of whom a sample is drawn, in which strata, and what those drawn answered."""

from datetime import date

import pytest
from metrics_lab.guests import ADULT, COUNTRY, Guest, book, guest, metric

from inclusion_core.expr import all_of, day_parameter
from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.sampling.drawing import draw
from inclusion_core.metrics.sampling.estimating import estimated
from inclusion_core.metrics.sampling.frame import answers, sampling_frame
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED

NOTHING = Parameters()
GUESTS = book(
    Guest(id="g-1", born_on=date(1990, 1, 1), country="LV"),
    Guest(id="g-2", born_on=date(2010, 1, 1), country="LV"),
    Guest(id="g-3", country="SY"),
    Guest(id="g-4", born_on=date(1980, 1, 1), country=ABSENT, moved_away_on=date(2018, 7, 1)),
    Guest(id="g-5", born_on=date(1970, 1, 1), country=NOT_ASKED),
)


def everybody(**fields):
    return metric(universe=all_of(), **fields)


def test_whom_a_metric_surely_counts_is_in_the_frame_by_stratum():
    frame = sampling_frame(everybody(where=ADULT), GUESTS, NOTHING, by=(COUNTRY,))

    assert frame == {"LV": ("g-1",), "none": ("g-4",), "not known": ("g-5",)}


def test_what_a_metric_asks_for_is_handed_on():
    asking = everybody(where=guest.born_on <= day_parameter("opened"))

    given = Parameters(days={"opened": date(1980, 1, 1)})

    assert sampling_frame(asking, GUESTS, given) == {"": ("g-4", "g-5")}


def test_without_axes_there_is_one_stratum():
    assert sampling_frame(everybody(where=ADULT), GUESTS, NOTHING) == {"": ("g-1", "g-4", "g-5")}


def test_those_drawn_answer_yes_no_or_not_at_all():
    told = answers(everybody(where=ADULT), ["g-1", "g-2", "g-3"], GUESTS, NOTHING)

    assert told == {"g-1": Truth.YES, "g-2": Truth.NO, "g-3": Truth.UNKNOWN}


def test_of_whom_a_result_is_not_asked_does_not_have_it():
    asked_of_adults = metric(universe=ADULT)

    assert answers(asked_of_adults, ["g-2"], GUESTS, NOTHING) == {"g-2": Truth.NO}


@pytest.mark.parametrize(
    ("known_on", "answer"), [(date(2018, 6, 30), Truth.UNKNOWN), (date(2018, 7, 1), Truth.YES)]
)
def test_an_answer_that_does_not_stand_yet_is_none(known_on, answer):
    moved = everybody(settled_on=guest.moved_away_on)

    assert answers(moved, ["g-4"], GUESTS, NOTHING, known_on=known_on) == {"g-4": answer}


def test_as_things_stand_no_window_is_open():
    moved = everybody(settled_on=guest.moved_away_on)

    assert answers(moved, ["g-1"], GUESTS, NOTHING) == {"g-1": Truth.YES}


def test_frame_sample_and_answers_make_an_estimate():
    frame = sampling_frame(everybody(), GUESTS, NOTHING)
    sample = draw(frame, {"": 4}, seed="toy")

    found = estimated(sample, answers(everybody(where=ADULT), sample.drawn, GUESTS, NOTHING))

    assert found.population == 5
    assert found.answered + found.unanswered == 4
