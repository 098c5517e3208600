"""A drawn, reproducible, stratified sample for the longer-term results, with its estimate."""

from datetime import date
from fractions import Fraction

import pytest

from inclusion_core import Period
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.sampling.drawing import draw
from inclusion_core.metrics.sampling.estimating import estimated
from inclusion_core.metrics.sampling.frame import answers, sampling_frame
from inclusion_core.metrics.sampling.size import allocated
from inclusion_core.testing import installed_catalogue
from inclusion_esf.sample import build
from inclusion_esf.sampling import (
    LONGER_TERM,
    SAMPLING_FRAME_2014,
    SAMPLING_FRAME_PLUS,
    STRATA,
)

CATALOGUE = installed_catalogue()
KNOWN_ON = date(2021, 12, 31)
YEARS = Period(date(2017, 7, 1), date(2020, 12, 31))
DAYS = report_days(YEARS, KNOWN_ON)


@pytest.fixture(scope="module")
def records():
    return Records(CATALOGUE.schema, build().as_known_on(KNOWN_ON).records)


@pytest.fixture(scope="module")
def frame(records):
    return sampling_frame(SAMPLING_FRAME_2014, records, DAYS, known_on=KNOWN_ON, by=STRATA)


def test_the_strata_are_objectives_by_gender(frame):
    assert set(frame) == {"9i, female", "9i, male", "9i, non_binary"}


def test_everybody_who_left_with_a_complete_record_is_in_the_frame(frame, records):
    counted = count_records([SAMPLING_FRAME_2014], records, DAYS, known_on=KNOWN_ON)

    assert sum(map(len, frame.values())) == counted[SAMPLING_FRAME_2014.id].value > 100


def test_a_sample_can_be_drawn_again_and_speaks_for_all(records):
    frame = sampling_frame(SAMPLING_FRAME_2014, records, DAYS, known_on=KNOWN_ON, by=STRATA[:1])
    sizes = allocated({name: len(ids) for name, ids in frame.items()}, 60)
    sample = draw(frame, sizes, seed="CR06 2020")
    told = answers(CATALOGUE.metrics["esf.cr06"], sample.drawn, records, DAYS, known_on=KNOWN_ON)

    found = estimated(sample, told)

    assert draw(frame, sizes, seed="CR06 2020") == sample
    assert found.population == sum(map(len, frame.values()))
    assert found.interval is not None
    assert found.interval.least <= found.share <= found.interval.most
    weights = {sample.weight(name) for name in frame}
    assert all(weight >= 1 for weight in weights)


def test_of_a_whole_population_an_estimate_is_the_figure_itself(frame, records):
    metric = CATALOGUE.metrics["esf.cr06"]
    everybody = draw(frame, {name: len(ids) for name, ids in frame.items()}, seed="all")
    told = answers(metric, everybody.drawn, records, DAYS, known_on=KNOWN_ON)
    figure = count_records([metric], records, DAYS, known_on=KNOWN_ON)[metric.id]

    found = estimated(everybody, told)

    assert Fraction(figure.value, found.population) == found.if_all_no
    assert found.unanswered == figure.unknown


def test_the_indicators_of_samples_are_declared_and_have_a_window():
    assert all(CATALOGUE.metrics[key].settled_on is not None for key in LONGER_TERM)
    assert SAMPLING_FRAME_PLUS.settled_on is None
