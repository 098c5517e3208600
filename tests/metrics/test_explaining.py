"""Why one case is counted, or is not: part by part, with the words of whoever named a part."""

from datetime import date

from metrics_lab.guests import Guest, book, guest, metric

from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.explaining import explained
from inclusion_core.texts import lv
from inclusion_core.truth import Truth

HERE = guest.country.is_in("LV")
BIG = (guest.children >= 3).named("toy.big", lv("liela ģimene").en("a big family"))
GUESTS = book(Guest(id="g-1", born_on=date(1990, 1, 1), country="LV", children=1))


def told():
    counted = metric(universe=HERE, where=BIG)
    return explained(counted, "g-1", GUESTS, Parameters(), known_on=None)


def test_a_part_says_whether_it_asks_or_counts():
    parts = [(each.asks, each.truth) for each in told().parts]

    assert parts == [("universe", Truth.YES), ("where", Truth.NO)]


def test_what_has_a_name_is_told_by_it_and_what_has_none_is_spelled():
    lines = [line for line in told().told() if not line.startswith(" ")]

    assert [line for line in lines if "a big family" in line] == ["no: a big family"]
    assert [line for line in lines if line.startswith("yes: ") and "country" in line]


def test_what_decides_is_told_apart():
    assert [each.clause.id for each in told().decisive] == ["toy.big"]
