"""A standing saved and compared later is as if compared at once; what is not one is refused."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import attrs
import handed_lab as lab
import impact_lab as own
import pytest
from metrics_lab.guest_facts import facts
from metrics_lab.guests import COUNTRY, VisitRow, guest, metric, visit

from inclusion_core.facts.table import Column
from inclusion_core.impact.comparing import compared
from inclusion_core.impact.file import standing_json
from inclusion_core.impact.file_reader import StandingFileError, standing_from_json
from inclusion_core.impact.told_json import impact_json
from inclusion_core.metrics.metric import Measure
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv

OFTEN_HERE = own.of_facts(facts.came_often.is_in(YesNo.YES), unit=lv("viesi").en("guests"))
EVERYTHING = (
    metric(by=COUNTRY, measure=Measure.DIFFERENT_CODES),
    metric(id="toy.children", measure=Measure.TOTAL, amount=guest.children),
    attrs.evolve(OFTEN_HERE, id="toy.often"),
)


def saved(standing, *metrics):
    """The standing, saved and read back over what is declared now."""
    return standing_from_json(standing_json(standing), own.guest_form(*metrics))


def told(before, after, **given):
    return impact_json(compared(before, after, **given))


def test_what_is_read_back_is_what_was_saved():
    standing = own.guests(*EVERYTHING)

    assert saved(standing, *EVERYTHING) == standing
    assert standing_json(saved(standing, *EVERYTHING)) == standing_json(standing)


def test_words_stand_in_the_file_as_people_read_them():
    written = standing_json(own.standing(lab.FORM, own.material(), lab.JULY)).decode("utf-8")

    assert not written.isascii()
    assert "\\u" not in written


def test_a_window_and_its_records_are_read_back():
    of = own.material(*lab.corrected())
    before = own.standing(lab.FORM, of, lab.JULY, period=lab.FIRST_HALF)
    after = own.standing(lab.FORM, of, lab.AUGUST, period=lab.FIRST_HALF)
    again = standing_from_json(standing_json(before), lab.FORM)

    assert told(again, after, material=of) == told(before, after, material=of)


@pytest.mark.parametrize(
    "other",
    [
        own.of_facts(facts.visits >= 3),
        attrs.evolve(OFTEN_HERE, table=own.guest_facts(came_often=guest.visits.count() >= 3)),
        attrs.evolve(OFTEN_HERE, unit=None),
        attrs.evolve(OFTEN_HERE, by=attrs.evolve(COUNTRY, code=facts.country)),
        metric(where=guest.children >= 2, by=COUNTRY),
        metric(subject=VisitRow, universe=visit.guest.children >= 1),
    ],
)
def test_another_definition_is_told_from_a_file_as_at_once(other):
    one, now = own.guests(OFTEN_HERE), own.guests(other)
    at_once, later = (
        compared(before, now, schema=own.GUESTS) for before in (one, saved(one, other))
    )

    assert later["toy.guests"].definition == at_once["toy.guests"].definition
    assert later["toy.guests"].figures == at_once["toy.guests"].figures


def test_where_a_column_is_known_is_saved():
    column = Column(value=guest.country, known_where=guest.visits.exist())
    known = attrs.evolve(own.TABLE, columns={**own.TABLE.columns, "country": column})
    asked = own.of_facts(facts.country.is_in("LV"), table=known)

    assert saved(own.guests(asked), asked) == own.guests(asked)


def test_an_assumption_that_nobody_declares_any_more_is_read():
    with_number = metric(where=guest.children >= own.OFTEN.number, assumes=(own.OFTEN,))
    now = metric(where=guest.children >= 1)
    impact = compared(saved(own.guests(with_number), now), own.guests(now), schema=own.GUESTS)

    assert [each.id for each in impact["toy.guests"].assumptions] == ["toy.often"]
    assert [each.in_("en") for each in impact["toy.guests"].definition] == [
        "condition: defined otherwise"
    ]
    assert impact["toy.guests"].figure.joined() == ("g-2",)


def test_a_metric_that_is_not_declared_any_more_is_read_without_its_definition():
    standing = own.guests(*EVERYTHING)
    read = saved(standing, EVERYTHING[0])
    again = saved(read, *EVERYTHING)

    assert read.metrics[1].metric is None
    assert read.metrics[1].places == standing.metrics[1].places
    assert again.metrics[1].metric is None
    impact = compared(again, standing, schema=own.GUESTS)
    assert impact.moved == ()
    assert impact["toy.children"].definition == ()


def test_what_the_data_tell_nothing_of_stays_so():
    standing = own.guests(EVERYTHING[0])
    nothing = attrs.evolve(standing, metrics=(attrs.evolve(standing.metrics[0], places=None),))

    assert saved(nothing, EVERYTHING[0]) == nothing


def test_two_processes_say_the_same_as_one(tmp_path):
    of = own.material(*lab.corrected())
    script = """
import sys
sys.path[:0] = sys.argv[2:]
import handed_lab as lab, impact_lab as own
from inclusion_core.impact.file import standing_json
of = own.material(*lab.corrected())
standing = own.standing(lab.FORM, of, lab.JULY, period=lab.FIRST_HALF)
open(sys.argv[1], "wb").write(standing_json(standing))
"""
    here = Path(__file__).parent
    path = tmp_path / "saved.json"
    labs = [str(here), str(here.parent / "submissions"), str(here.parent / "metrics")]
    subprocess.run([sys.executable, "-c", script, str(path), *labs], check=True)
    now = own.standing(lab.FORM, of, lab.AUGUST, period=lab.FIRST_HALF)
    at_once = own.standing(lab.FORM, of, lab.JULY, period=lab.FIRST_HALF)
    later = standing_from_json(path.read_bytes(), lab.FORM)

    assert told(later, now, material=of) == told(at_once, now, material=of)


# What is no such file.


def broken(change, *metrics):
    """What is said of a file in which something was changed."""
    asked = metrics or EVERYTHING
    written = json.loads(standing_json(own.guests(*asked)))
    change(written)
    with pytest.raises(StandingFileError) as error:
        standing_from_json(json.dumps(written).encode(), own.guest_form(*asked))
    assert pickle.loads(pickle.dumps(error.value)).faults == error.value.faults
    assert "CANARY" not in str(error.value)
    return str(error.value)


def set_in(*path, to="CANARY"):
    def change(written):
        for name in path[:-1]:
            written = written[name]
        written[path[-1]] = to

    return change


FIRST = ("metrics", 0)
PLACE = (*FIRST, "places", 0)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        (("kind",), "kind: only inclusion_core.standing can be read"),
        (("version",), "version: only 1 can be read"),
        (("provenance", "fingerprint"), "write 64 digits"),
        (("provenance", "records"), "write a whole number, 0 or more"),
        (("provenance", "period", "first_day"), "write a day"),
        ((*FIRST, "measure"), "write one of subjects"),
        ((*FIRST, "by"), "metrics[0].by: name one of the axes"),
        ((*PLACE, "state"), "write one of counted"),
        ((*PLACE, "truths"), "write y, n or ? each"),
        ((*PLACE, "codes", 0), "write a code after a colon, or why there is none"),
        ((*PLACE, "amount"), "write a whole number"),
        ((*FIRST, "definition"), "metrics[0].definition: write a definition"),
        ((*FIRST, "definition", "grain"), "write a definition"),
        ((*FIRST, "definition", "unit"), "write a definition"),
        ((*FIRST, "definition", "expressions", "universe"), "write a definition"),
        (("metrics", 2, "definition", "columns"), "metrics[2].definition: write a definition"),
        (("metrics", 2, "definition", "columns", "visits"), "metrics[2].definition"),
    ],
)
def test_what_is_no_such_file_is_refused_by_place(path, problem):
    assert problem in broken(set_in(*path))


def test_a_period_that_ends_before_it_begins_is_refused():
    assert "the last day lies before the first" in broken(
        set_in("provenance", "period", "last_day", to="2017-01-01")
    )


def test_a_distribution_without_a_version_is_refused():
    assert "write the name of a distribution and its version" in broken(
        set_in("provenance", "versions", to=[["CANARY"]])
    )


def test_a_place_without_a_code_for_each_axis_is_refused():
    assert "write a code for each axis" in broken(set_in(*PLACE, "codes", to=None))


def test_a_place_without_a_truth_for_each_clause_is_refused():
    assert "metrics[0].places: write a truth for each clause" in broken(
        set_in(*PLACE, "truths", to="yyyy")
    )


def test_where_a_column_is_known_must_be_a_condition():
    def change(written):
        column = written["metrics"][2]["definition"]["columns"]["visits"]
        column["known_where"] = column["value"]

    assert "metrics[2].definition" in broken(change)


def test_many_faults_are_told_in_part():
    def change(written):
        for place in written["metrics"][0]["places"] * 4:
            place["state"] = "CANARY"
        for each in written["metrics"]:
            each["measure"] = each["says"] = each["table"] = each["subject"] = 7

    assert "more; save it again" in broken(change)


def test_what_is_not_json_is_refused():
    with pytest.raises(StandingFileError, match="write JSON in UTF-8"):
        standing_from_json(b"{", own.guest_form(*EVERYTHING))
