"""A register on Spark gives the figures of a register on Polars, and keeps its frames there."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "frames"))

from frames_lab.people import people, written
from frames_lab.stays import GENDER, KNOWN_ON, METRICS, PERIOD, STAYS

from inclusion_core import frames

ASKED = {"period": PERIOD, "known_on": KNOWN_ON}
METRICS_OF_ONE_PASS = METRICS[:4]


@pytest.fixture
def registers(spark, tmp_path):
    everybody = people(3, 40)
    folder = written(tmp_path, everybody[:25], everybody[25:])
    return {
        "polars": frames.register(folder, tables=[STAYS]),
        "pyspark": frames.register(folder, tables=[STAYS], engine="pyspark", session=spark),
    }


def test_figures_and_fingerprints_are_the_same(registers):
    on_polars, on_spark = (
        frames.compute(METRICS_OF_ONE_PASS, each, by=[GENDER], **ASKED)
        for each in registers.values()
    )

    assert on_spark == on_polars
    assert registers["pyspark"].fingerprint() == registers["polars"].fingerprint()
    assert registers["pyspark"].rows() == 40


def test_members_and_explanations_are_the_same(registers):
    metric = METRICS[2]
    on_polars = frames.members(registers["polars"], metric, **ASKED).collect().rows()
    on_spark = frames.members(registers["pyspark"], metric, **ASKED).collect()

    assert sorted(tuple(row) for row in on_spark) == sorted(on_polars)
    key = on_polars[0][0]
    one, other = (frames.explain(each, metric, key, **ASKED).told() for each in registers.values())
    assert one == other
