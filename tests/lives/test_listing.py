"""A life as lines, in words and as JSON."""

import json
from datetime import date
from decimal import Decimal

import pytest

from inclusion_core.expr.schema import Field
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind
from inclusion_core.lives.life import life_of
from inclusion_core.lives.listing import as_json, as_text
from inclusion_core.lives.written import json_value
from inclusion_core.model.education import EducationKind, EducationSpell
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.status import ResidenceSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.pages.lines import one_line
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary

TEXT = Field(name="place", kind=FieldKind.TEXT)


def test_a_life_is_a_dated_list(life, english):
    assert as_text(life, english) == (
        "Client c-1\n"
        "As known on 3 December 2018\n"
        "\n"
        "1990                    client/c-1                 client, day of birth – provider: Our "
        "house; female\n"
        "2017-09-03..            household_membership/hm-1  household member – adult; together "
        "with 1 other\n"
        "2018-04-10              protection_spell/ps-1      protection status, day of decision – "
        "refugee status\n"
        "2018-04-15..            protection_spell/ps-1      protection status – refugee status\n"
        "2018-05..               residence_spell/rs-1       residence – municipality or centre: "
        "Rīga\n"
        "2018-05-20              entry_traits/et-1          profile at entry, unemployed since – "
        "unemployed\n"
        "2018-06-04..            participation/s-1          participation – programme: Mentor "
        "service\n"
        "2018-06-04              entry_traits/et-1          profile at entry – unemployed, member "
        "of a minority, Roma included: (refused)\n"
        "2018-06-04..?           delivery_spell/d-1         delivery period – contract: 2018/7\n"
        "2018-06-08..            support_plan/sp-1          support plan\n"
        "2018-06-08              goal/g-1                   goal, day set – housing\n"
        "2018-06-11              service_attendance/at-1    service attendance – service: group "
        "session, duration (minutes): 90, place: Rīga; staff assignment: social mentor; "
        "duration (minutes): 45\n"
        "2018-08-06..2018-08-10  service_attendance/at-2    service attendance – service: camp\n"
        "2018-09-01              goal/g-1                   goal, day met – housing\n"
        "2018-12-31              goal/g-1                   goal, due day – housing\n"
        "\n"
        "day not known:\n"
        "?                       protection_spell/ps-1      protection status, final since – "
        "refugee status – day not known (client does not know)\n"
        "?                       goal/g-2                   goal, day set – health\n"
    )


def test_the_list_speaks_latvian(life, latvian):
    shown = as_text(life, latvian)

    assert shown.startswith("Klients c-1\nKā zināms 2018. gada 3. decembrī\n")
    assert "mērķis, sasniegšanas diena – mājoklis" in shown
    assert "pieaugušais; kopā ar 1 citu" in shown
    assert "programma: Mentora pakalpojums" in shown
    assert "\ndiena nav zināma:\n" in shown


def test_what_has_no_words_is_called_as_in_code(life, english):
    bare = type(english)(vocabulary=Vocabulary(id="garden.words"))

    assert "protection spell, decided on – refugee\n" in as_text(life, bare)


def test_the_records_of_one_person_say_whose_they_are(one_person, english, latvian):
    whole = life_of(one_person, "c-1", SCHEMA, whole_person=True)
    shown = as_text(whole, english)

    assert shown.startswith("One person: clients c-1 and c-7\n")
    assert as_text(whole, latvian).startswith("Viena persona: klienti c-1 un c-7\n")
    assert "protection_spell/ps-7 (c-7)" in shown


def test_what_has_no_day_stands_under_a_heading_of_its_own(lived, english):
    life = lived(
        Service(id="sv-1", contract_id="k-1", given_on=ABSENT, last_day=ABSENT),
        EducationSpell(id="es-1", client_id="c-1", first_day=ABSENT),
    )

    assert as_text(life, english).endswith(
        "\nwithout a day:\n..  education_spell/es-1  period of education\n"
    )


def test_what_a_provider_wrote_stays_on_its_line(lived, english):
    life = lived(ResidenceSpell(id="rs-1", client_id="c-1", place="Rīga\n\x1b[2J\u202eagīR"))

    assert "centre: Rīga \\u001b[2J\\u202eagīR\n" in as_text(life, english)


@pytest.mark.parametrize(
    ("spell", "says"),
    [
        ({}, ""),
        ({"full_time": YesNo.NO}, "full time: no"),
        ({"kind": EducationKind.TRAINING, "full_time": YesNo.YES}, "training, full time: yes"),
        ({"kind": Unknown(Reason.REFUSED)}, "kind: (refused)"),
    ],
)
def test_a_code_speaks_for_itself_and_an_answer_with_its_question(lived, english, spell, says):
    life = lived(EducationSpell(id="es-1", client_id="c-1", **spell))

    [told] = [each for each in life.entries if each.record_id == "es-1"]
    assert english.known(told) == says


def test_the_same_role_is_told_once(caseload, life, english):
    listed = [record for each in caseload.records.values() for record in each]
    [staff] = [record for record in listed if record.id == "ss-1"]
    twice = type(staff)(id="ss-2", service_id="sv-1", staff_assignment_id="sa-1")
    again = type(caseload).of_records((*listed, twice), known_on=life.known_on)

    [meeting] = [e for e in life_of(again, "c-1", SCHEMA).entries if e.record_id == "at-1"]
    assert len(meeting.details) == 6
    assert "staff assignment: social mentor; " in english.known(meeting)


@pytest.mark.parametrize(
    ("value", "says", "written"),
    [
        (date(2018, 6, 4), "2018-06-04", "2018-06-04"),
        (PartialDay.of_year(1990), "1990", "1990"),
        (ABSENT, "(none)", None),
        (NOT_ASKED, "(not asked)", {"unknown": "not_asked"}),
        (YesNo.YES, "yes", "yes"),
        (Decimal("83.870"), "83.87", "83.87"),
        (90, "90", 90),
        ("sif.mentoring", "sif.mentoring", "sif.mentoring"),
    ],
)
def test_every_kind_of_value_has_words_and_a_writing(english, value, says, written):
    assert english.value(TEXT, value) == says
    assert json_value(value) == written


@pytest.mark.parametrize(
    ("day", "in_english", "in_latvian"),
    [
        (date(2018, 6, 4), "4 June 2018", "2018. gada 4. jūnijs"),
        (PartialDay.of_month(2018, 4), "April 2018", "2018. gada aprīlis"),
        (PartialDay.of_year(1990), "1990", "1990. gads"),
        (
            PartialDay(date(2018, 4, 15), date(2018, 5, 2)),
            "between 15 April 2018 and 2 May 2018",
            "starp 2018. gada 15. aprīli un 2018. gada 2. maiju",
        ),
        (NOT_ASKED, "day not known", "diena nav zināma"),
        (Unknown(Reason.REFUSED), "day not known (refused)", None),
        (ABSENT, "without a day", "bez dienas"),
    ],
)
def test_a_day_is_written_out_as_far_as_it_is_known(english, latvian, day, in_english, in_latvian):
    assert english.day(day) == in_english
    assert in_latvian is None or latvian.day(day) == in_latvian


def test_reasons_are_told_for_both_days_of_a_stay(lived, english):
    life = lived(
        EducationSpell(
            id="es-1",
            client_id="c-1",
            first_day=Unknown(Reason.REFUSED),
            last_day=Unknown(Reason.CONTRADICTORY),
        )
    )

    [spell] = [each for each in life.entries if each.record_id == "es-1"]
    assert english.why_not_known(spell) == (
        "day not known (refused), day not known (contradictory)"
    )
    assert english.days(spell) == "day not known (refused) – day not known (contradictory)"


def test_one_line_leaves_nothing_that_acts():
    assert one_line("  Rīga\r\n un\tVidzeme\x07 ") == "Rīga un Vidzeme\\u0007"


def test_json_holds_days_and_values_as_files_write_them(life, english):
    written = json.loads(as_json(life, english))

    assert {key: written[key] for key in ("client", "known_on", "clients", "elsewhere")} == {
        "client": "c-1",
        "known_on": "2018-12-03",
        "clients": ["c-1"],
        "elsewhere": 0,
    }
    by_id = {(each["id"], each.get("field")): each for each in written["entries"]}
    assert by_id["hm-1", None] == {
        "type": "household_membership",
        "id": "hm-1",
        "client": "c-1",
        "first_day": "2017-09-03",
        "last_day": None,
        "heading": "household member",
        "known": "adult; together with 1 other",
        "together_with": 1,
        "details": [
            {
                "type": "household_membership",
                "field": "role",
                "value": "adult",
                "says": "adult",
            }
        ],
    }
    assert by_id["g-1", "due_on"]["planned"] is True
    assert by_id["g-2", "set_on"]["day"] == {"unknown": "not_asked"}
    assert by_id["d-1", None]["last_day"] == {"unknown": "not_asked"}


def test_an_attendance_without_its_service_has_the_day_of_entry(lived, english):
    life = lived(
        ServiceAttendance(id="at-1", service_id="sv-9", participation_id="s-9"),
    )

    assert [each.record_id for each in life.entries] == ["c-1"]
