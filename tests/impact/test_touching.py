"""Which record types a metric asks about, and whom a version of a record touches."""

import attrs
import impact_lab as own
from metrics_lab.guest_facts import TABLE, facts
from metrics_lab.guests import VisitRow, guest, metric, visit

from inclusion_core.facts.table import Column
from inclusion_core.impact.touching import named_by, types_read


def test_a_metric_asks_about_the_records_of_its_expressions():
    came = metric(subject=VisitRow, universe=visit.guest.children >= 1)

    assert types_read(came, own.GUESTS) == {"visit", "guest"}
    assert types_read(None, own.GUESTS) == frozenset()


def test_of_a_facts_table_the_columns_that_are_named_ask():
    born = own.of_facts(facts.country.is_in("LV"))
    column = Column(value=guest.country, known_where=guest.visits.exist())
    known = attrs.evolve(TABLE, columns={**TABLE.columns, "visits": Column(value=guest.children)})
    asking = attrs.evolve(known, columns={**known.columns, "country": column})

    assert types_read(born, own.GUESTS) == {"guest", "visit"}
    assert types_read(attrs.evolve(born, table=known), own.GUESTS) == {"guest"}
    assert types_read(attrs.evolve(born, table=asking), own.GUESTS) == {"guest", "visit"}


def test_a_record_names_others_and_is_not_among_them():
    assert named_by(("visit", "x-1"), [own.GUEST_RECORDS]) == {("guest", "g-3")}
    assert named_by(("visit", "gone"), [own.GUEST_RECORDS]) == frozenset()
