"""What a plugin may declare by itself: in its namespace, about the core and its own."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated

import attrs
import pytest
from door_lab.plugins import (
    SAYS,
    declaring,
    fact,
    healthy,
    limit,
    metric,
    plugin,
    programme,
    reader,
    record_type,
    rule,
    words,
)

from inclusion_core.expr import (
    CodeAttribute,
    DayAttribute,
    NumberAttribute,
    Row,
    ToMany,
    ToOne,
    subject,
)
from inclusion_core.expr.rows import related
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.subjects import ATTENDANCE
from inclusion_core.facts.telling import Telling
from inclusion_core.fields import Derived, DerivedRecord, Record, Reference
from inclusion_core.limits import Support
from inclusion_core.manager import load_catalogue
from inclusion_core.metrics.metric import Axis
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED, Absent, Day, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary


def problem(name="bad", **declared):
    """The one thing that is wrong with a plugin; the healthy one beside it works."""
    catalogue = load_catalogue([plugin(name, declaring(**declared)), healthy("toy")])
    (fault,) = catalogue.faults
    assert (fault.plugin, fault.distribution) == (name, f"inclusion-{name}")
    assert "toy_visit" in catalogue.schema.record_types
    return fault.problem


def fine(name="good", **declared):
    catalogue = load_catalogue([plugin(name, declaring(**declared))])
    assert catalogue.faults == ()
    return catalogue


# Record types.


@attrs.frozen(kw_only=True)
class BadTalker(Record):
    id: str
    said_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class BadSum(DerivedRecord):
    id: str


@attrs.frozen(kw_only=True, repr=False)
class BadTotal(Record):
    id: str
    total: Annotated[int, Derived("the sum of all")] = 0


@attrs.frozen(kw_only=True, repr=False)
class BadHeadings(Record):
    id: str
    recorded_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class BadHint(Record):
    id: str
    made_on: Nowhere = NOT_ASKED  # noqa: F821  there is none: that is the fault


class BadPlain(Record):
    pass


@pytest.mark.parametrize(
    ("record_types", "said"),
    [
        (
            [record_type("worse")],
            "record type 'worse_visit': names of record types of this plugin begin with 'bad_'",
        ),
        (
            [record_type("badly")],
            "record type 'badly_visit': names of record types of this plugin begin with 'bad_'",
        ),
        (
            [record_type("bad", inverse="visits")],
            (
                "record type 'bad_visit': it adds the list 'visits' to 'client': lists that this "
                "plugin adds to others begin with 'bad_'"
            ),
        ),
        (
            [record_type("bad", to="toy_visit", inverse="bad_visits")],
            (
                "record type 'bad_visit': it refers to 'toy_visit': a plugin knows the record "
                "types of the core and its own, and no others"
            ),
        ),
        (
            [BadTalker],
            (
                "record type 'bad_talker': its repr would show what is recorded: decorate it with "
                "attrs.frozen(repr=False)"
            ),
        ),
        ([BadSum], "record type 'bad_sum': nobody would work out what is derived"),
        ([BadTotal], "record type 'bad_total': nobody would work out what is derived"),
        ([BadPlain], "record type 'BadPlain': is not an attrs class that extends Record"),
        (
            [BadHeadings],
            "record type 'bad_headings': 'recorded_on' would be the heading of two columns",
        ),
        ([BadHint], "NameError: name 'Nowhere' is not defined"),
        (
            [record_type("bad"), record_type("bad")],
            "record type 'bad_visit' is in inclusion-bad and in inclusion-bad; rename one",
        ),
        (
            [record_type("bad", inverse="bad_all"), record_type("bad", "Call", inverse="bad_all")],
            "record type 'client': two links are named 'bad_all'",
        ),
        ([Client], "record type 'client' is in inclusion-core and in inclusion-bad; rename one"),
        ([int], "inclusion_record_types must give classes that extend Record, it gave the class"),
        (
            [Client(id="c", provider_id="p")],
            "inclusion_record_types must give classes that extend Record, it gave Client",
        ),
    ],
)
def test_a_record_type_that_does_not_fit_is_the_fault_of_its_plugin(record_types, said):
    assert problem(record_types=record_types).startswith(said)


def test_a_record_type_of_the_core_is_the_cores_in_whatever_namespace():
    taken = problem("service", record_types=[record_type("service", "Staff")])

    assert taken == (
        "record type 'service_staff' is in inclusion-core and in inclusion-service; rename one"
    )


def test_record_types_of_one_plugin_refer_to_each_other_by_any_list():
    catalogue = fine(
        record_types=[
            record_type("good"),
            record_type("good", "Guide", to="good_visit", inverse="guides"),
        ]
    )

    assert catalogue.schema["good_visit"].link("guides").to == "good_guide"
    assert catalogue.schema["client"].link("good_visits").to == "good_visit"
    assert catalogue.record_types["good_guide"].__name__ == "GoodGuide"
    assert catalogue.record_types.brought_by("good_guide") == "inclusion-good"


@attrs.frozen(kw_only=True, repr=False)
class HomeVisitsCall(Record):
    id: str


def test_a_namespace_with_hyphens_has_a_prefix_that_a_class_can_have():
    catalogue = fine("Home-Visits", record_types=[HomeVisitsCall])

    assert catalogue.record_types.brought_by("home_visits_call") == "inclusion-Home-Visits"


def test_record_types_of_several_plugins_stand_beside_one_another():
    catalogue = load_catalogue([healthy("toy"), healthy("alder")])

    assert [each.name for each in catalogue.schema][-2:] == ["alder_visit", "toy_visit"]
    assert {"alder_visits", "toy_visits"} < set(catalogue.schema["client"].links)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (record_type("toy"), "record type 'toy_visit'"),
        (record_type("toy", "Call", inverse="toy_visits"), "list of client 'toy_visits'"),
    ],
)
def test_two_that_share_a_namespace_may_not_share_a_record_type_or_a_list(other, said):
    catalogue = load_catalogue(
        [healthy("toy"), plugin("toy", declaring(record_types=[other]), by="inclusion-z")]
    )

    assert [each.distribution for each in catalogue.faults] == ["inclusion-toy", "inclusion-z"]
    for fault in catalogue.faults:
        assert said in fault.problem
        assert "which share a namespace" in fault.problem
    assert "toy_visit" not in catalogue.schema.record_types


# What is said of records.


class BadVisitRow(Row):
    record_type = "bad_visit"
    made_on = DayAttribute()
    to: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class ToyVisitRow(Row):
    record_type = "toy_visit"
    made_on = DayAttribute()


class WrongClientRow(Row):
    record_type = "client"
    borne_on = DayAttribute()
    died_on = CodeAttribute(str)
    born_on = NumberAttribute()
    arrivals: ToOne[ClientRow] = ToOne(lambda: ClientRow)
    provider: ToMany[ClientRow] = ToMany(lambda: ClientRow)
    guests: ToMany[ClientRow] = ToMany(lambda: ClientRow)
    needs: ToMany[ClientRow] = ToMany(lambda: ClientRow)


class ByProviderRow(Row):
    record_type = "client"
    provider_id = CodeAttribute(str)


class WrongParticipationRow(Row):
    record_type = "participation"
    entred_on = DayAttribute()


class WrongAttendanceRow(Row):
    record_type = "service_attendance"
    minuets = NumberAttribute()


client = subject(ClientRow)
wrong = subject(WrongClientRow)
ACT_DAY = date(2018, 6, 1)
WRONG_ENTRY = subject(WrongParticipationRow).entred_on
WRONG_MINUTES = subject(WrongAttendanceRow).minuets


def about(row, value):
    return Fact(id="bad.fact", says=SAYS, subject=row, value=value)


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize(
    ("value", "said"),
    [
        (wrong.borne_on, "no field of client 'borne_on'; did you mean born_on"),
        (wrong.died_on, "field 'died_on' holds no code"),
        (wrong.born_on, "field 'born_on' holds no number"),
        (wrong.arrivals.born_on, "'arrivals' is a list, not one record"),
        (wrong.provider.exist(), "'provider' is one record, not a list"),
        (wrong.guests.exist(), "no link of client 'guests'"),
        (wrong.needs.exist(), "'needs' is a list of need, not of client"),
        (
            related(client, "arrivals", ParticipationRow).exist(),
            "'arrivals' is a list of arrival, not of participation",
        ),
        (
            related(client, "toy_visits", ToyVisitRow).exist(),
            "no link of client 'toy_visits'; there are: arrivals, ",
        ),
        (
            client.arrivals.where(lambda arrival: arrival.client.provider.clients.exist())
            .where(lambda arrival: subject(WrongClientRow).guests.exist())
            .exist(),
            "no link of client 'guests'",
        ),
    ],
)
def test_an_expression_that_names_what_is_not_there_is_refused_before_it_meets_data(value, said):
    row = type(wrong) if "Wrong" in repr(value) else ClientRow

    assert problem(facts=[about(row, value)]).startswith(f"fact 'bad.fact': {said}")


@pytest.mark.parametrize(
    ("kind", "declare"),
    [
        ("fact", lambda value: {"facts": [attrs.evolve(fact("bad.x"), value=value)]}),
        (
            "metric",
            lambda value: {
                "metrics": [attrs.evolve(metric("bad.x"), universe=value >= ACT_DAY)],
            },
        ),
        (
            "metric",
            lambda value: {"metrics": [attrs.evolve(metric("bad.x"), where=value >= ACT_DAY)]},
        ),
    ],
)
def test_every_declaration_is_looked_through(kind, declare):
    assert problem(**declare(wrong.borne_on)).startswith(f"{kind} 'bad.x': no field of client")


def of_course(kind, value):
    """A programme, and a value about it."""
    return {"programmes": [programme("bad.course")], kind: [value]}


def changed_limit(**changes):
    return attrs.evolve(limit("bad.x", "bad.course"), **changes)


TOLD = Telling(lv("{day}").en("{day}"), {"day": WRONG_ENTRY})
END = limit("bad.b", "bad.course").ends[0]


@pytest.mark.at_length(few=2)
@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (
            of_course(
                "rules", attrs.evolve(rule("bad.x", "bad.course"), holds=WRONG_ENTRY >= ACT_DAY)
            ),
            "rule 'bad.x': no field of participation",
        ),
        (
            of_course("rules", attrs.evolve(rule("bad.x", "bad.course"), tells=TOLD)),
            "rule 'bad.x': no field of participation",
        ),
        (
            of_course("limits", changed_limit(first_day=WRONG_ENTRY)),
            "limit 'bad.x': no field of participation",
        ),
        (
            of_course("limits", changed_limit(ends=(attrs.evolve(END, day=WRONG_ENTRY),))),
            "limit 'bad.x': no field of participation",
        ),
        (
            of_course("limits", changed_limit(ends=(attrs.evolve(END, tells=TOLD),))),
            "limit 'bad.x': no field of participation",
        ),
        (
            of_course(
                "limits",
                changed_limit(
                    support=Support(id="bad.support", says=SAYS, given=WRONG_MINUTES >= 1)
                ),
            ),
            "limit 'bad.x': no field of service_attendance",
        ),
    ],
)
def test_rules_and_limits_are_looked_through(declared, said):
    assert problem(**declared).startswith(said)


def test_what_a_limit_is_a_limit_of_stands_in_the_namespace():
    strange = Support(id="elm.support", says=SAYS, given=ATTENDANCE.minutes >= 1)

    assert problem(**of_course("limits", changed_limit(support=strange))) == (
        "limit 'bad.x': the support 'elm.support' is outside its namespace: ids of this plugin "
        "begin with 'bad.'"
    )


def test_two_kinds_of_support_may_not_have_one_id():
    other = Support(id="bad.support", says=SAYS, given=ATTENDANCE.minutes >= 2)
    limits = [limit("bad.a", "bad.course"), attrs.evolve(changed_limit(support=other), id="bad.b")]

    assert problem(programmes=[programme("bad.course")], limits=limits) == (
        "limit 'bad.b': another support has the id 'bad.support' too; rename one"
    )


def test_the_axis_of_a_metric_is_looked_through():
    axis = Axis(id="kind", says=SAYS, code=subject(WrongClientRow).died_on)

    assert problem(metrics=[attrs.evolve(metric("bad.x"), by=axis)]) == (
        "metric 'bad.x': field 'died_on' holds no code"
    )


def test_the_key_of_another_record_may_be_an_axis():
    axis = Axis(id="provider", says=SAYS, code=subject(ByProviderRow).provider_id)

    assert fine(metrics=[attrs.evolve(metric("good.x"), by=axis)]).metrics["good.x"].by == axis


def test_a_metric_is_about_a_record_type_that_is_there():
    visits = subject(BadVisitRow)
    unknown = about(BadVisitRow, visits.made_on)

    assert problem(facts=[unknown]).startswith("fact 'bad.fact': no record type 'bad_visit'")
    assert (
        load_catalogue(
            [plugin("bad", declaring(facts=[unknown], record_types=[record_type("bad")]))]
        ).faults
        == ()
    )


def test_a_plugin_says_nothing_of_the_record_types_of_another():
    said = problem(facts=[about(ToyVisitRow, subject(ToyVisitRow).made_on)])

    assert said.startswith("fact 'bad.fact': no record type 'toy_visit'")
    assert said.endswith("(a plugin knows the record types of the core and its own)")


def test_a_programme_is_filled_in_with_record_types_that_are_there():
    course = attrs.evolve(programme("bad.course"), records=(Client, record_type("toy")))

    assert problem(programmes=[course]).startswith(
        "programme 'bad.course': no record type 'toy_visit'"
    )


# Readers.


@pytest.mark.parametrize(
    ("readers", "said"),
    [
        (
            [reader("bad.json", ".xml", ".json")],
            "reader 'bad.json' would read files ending in .json, as 'json' does: name other",
        ),
        ([reader("bad.folder")], "reader 'bad.folder' would read folders, as 'csv' does"),
        (
            [reader("bad.a", ".a"), reader("bad.b", ".b", ".a")],
            "reader 'bad.b' would read files ending in .a, as 'bad.a' does",
        ),
    ],
)
def test_a_reader_takes_no_suffix_of_another(readers, said):
    assert problem(readers=readers).startswith(said)


def test_of_two_plugins_that_take_a_suffix_the_one_named_later_is_at_fault():
    plugins = [
        plugin("ash", declaring(readers=[reader("ash.xml", ".xml")])),
        plugin("yew", declaring(readers=[reader("yew.xml", ".txt", ".xml")])),
    ]

    for given in (plugins, plugins[::-1]):
        catalogue = load_catalogue(given)
        (fault,) = catalogue.faults
        assert str(fault) == (
            "plugin 'yew' (inclusion-yew): reader 'yew.xml' would read files ending in .xml, as "
            "'ash.xml' of inclusion-ash does: name another suffix"
        )
        assert list(catalogue.readers.declared) == ["ash.xml", "csv", "json", "parquet"]


# Words.


class Mood(Enum):
    CALM = "calm"
    ABSENT = "absent"


def with_mood():
    reference = Reference("client", inverse="bad_moods")

    @attrs.frozen(kw_only=True, repr=False)
    class BadMood(Record):
        id: str
        client_id: Annotated[str, reference]
        mood: Mood | Unknown = NOT_ASKED
        asked: YesNo | Unknown = NOT_ASKED

    BadMood.__annotations__ = {
        "id": str,
        "client_id": Annotated[str, reference],
        "mood": Mood | Unknown,
        "asked": YesNo | Unknown,
    }
    return BadMood


SAID = lv("noskaņa").en("mood")


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize(
    ("spoken", "stranger"),
    [
        ({"types": {"client": SAID}}, "record type 'client'"),
        ({"types": {"bad_mod": SAID}}, "record type 'bad_mod'"),
        ({"fields": {"client.born_on": SAID}}, "field 'client.born_on'"),
        ({"fields": {"mood": SAID}}, "field 'mood'"),
        ({"fields": {"bad_mood.moods": SAID}}, "field 'bad_mood.moods'"),
        ({"codes": {Gender.FEMALE: SAID}}, "code Gender.FEMALE"),
        ({"codes": {Reason.REFUSED: SAID}}, "code Reason.REFUSED"),
        ({"codes": {Absent.ABSENT: SAID}}, "code Absent.ABSENT"),
    ],
)
def test_a_vocabulary_names_what_is_its_plugins(spoken, stranger):
    vocabulary = Vocabulary(id="bad.words", **spoken)

    assert problem(texts=[vocabulary], record_types=[with_mood()]) == (
        f"vocabulary 'bad.words' has words for {stranger}, which is not of this plugin: it names "
        "its own record types, their fields and their codes"
    )


def test_the_words_of_plugins_are_joined_with_those_of_the_core():
    vocabulary = Vocabulary(
        id="bad.words",
        types={"bad_mood": SAID},
        fields={"bad_mood.mood": SAID},
        codes={Mood.CALM: lv("mierīgs").en("calm"), YesNo.YES: lv("jājā").en("yes, yes")},
    )
    joined = load_catalogue(
        [plugin("bad", declaring(texts=[vocabulary], record_types=[with_mood()])), healthy("toy")]
    ).vocabulary

    assert joined.type("bad_mood", "lv") == "noskaņa"
    assert joined.type("toy_visit", "en") == "visit of toy"
    assert joined.code(Mood.CALM, "lv") == "mierīgs"
    assert joined.type("client", "lv") == load_catalogue([]).vocabulary.type("client", "lv")
    assert joined.code(YesNo.YES, "en") == "yes"


def test_of_two_words_of_one_plugin_for_one_thing_those_of_the_first_id_count():
    first, last = words("toy.a", toy_visit="call"), words("toy.b", toy_visit="visit")

    for given in ([first, last], [last, first]):
        catalogue = load_catalogue(
            [plugin("toy", declaring(texts=given, record_types=[record_type("toy")]))]
        )
        assert catalogue.vocabulary.type("toy_visit", "en") == "call"
