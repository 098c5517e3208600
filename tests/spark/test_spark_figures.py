"""The figures of the sample, counted on Spark as on its records."""

from datetime import date

from inclusion_core import SCHEMA, Period
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.testing import installed_catalogue

KNOWN_ON = date(2018, 12, 3)
DAYS = report_days(Period(date(2018, 6, 1), date(2018, 11, 30)), KNOWN_ON)


def test_spark_counts_the_figures_that_the_records_give(spark):
    catalogue = installed_catalogue()
    metrics = [each for each in catalogue.metrics if each.id.startswith("sif.mentoring.")]
    records = catalogue.samples["sif.mentoring"].build(2018).as_known_on(KNOWN_ON).records
    tables = Tables.of_records(SCHEMA, records, engine="pyspark", session=spark)
    found = count_tables(metrics, tables, DAYS, known_on=KNOWN_ON)
    expected = count_records(metrics, Records(SCHEMA, records), DAYS, known_on=KNOWN_ON)

    assert len(metrics) >= 2
    assert {each.id: found[each.id] for each in metrics} == {
        each.id: expected[each.id] for each in metrics
    }
    assert expected["sif.mentoring.clients"].total.counted > 100
