"""What is due and what was erased, in words and as values."""

from datetime import date

from keeping_lab import (
    ANNA,
    ERASED_ON,
    REGISTER,
    WITH_SURVEYS,
    Survey,
    journal_of,
    operation,
)

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.keeping import (
    Done,
    Due,
    Lack,
    Missing,
    blanked,
    done_erasures,
    due_for_erasure,
    erased,
    losses,
)
from inclusion_core.keeping.blanking import HeldField
from inclusion_core.keeping.tables import COLUMNS, done_fields, done_row, due_fields, due_rows
from inclusion_core.keeping.told import due_lines, told_done, told_loss
from inclusion_core.truth import Truth
from inclusion_core.values import NOT_ASKED, PartialDay
from inclusion_core.vocabulary import Vocabulary

WORDS = Vocabulary(id="toy.words")
LAW = "Regulation (EU) 2016/679 (General Data Protection Regulation) (2016-04-27), Article 6(1)"
MONTHS = "(36 months after the last day of op"
NOBODY = Due(
    record_type="client",
    record_id="c",
    held=(),
    missing=(Missing(record_type="client", record_id="c", lack=Lack.HOLDING),),
    due=Truth.UNKNOWN,
)


def dues(*records, on, schema=SCHEMA):
    found = due_for_erasure(journal_of(*records), schema, on)
    return [each for each in found if each.record_id in ("anna", "pa")]


def lines(listed, language="en", schema=SCHEMA):
    return list(due_lines(listed, schema, WORDS, language))


def test_what_is_due_is_told_with_its_reasons():
    assert lines(dues(*REGISTER[:6], on=date(2023, 9, 1))) == [
        "client anna: due for erasure since 1 September 2023",
        f"  until 31 August 2023: client and participation {MONTHS}; {LAW}(e))",
        "Due: 1. Still to be kept: 0. Not known: 0.",
    ]


def test_it_is_told_in_latvian():
    told = lines(dues(*REGISTER[:6], on=date(2023, 9, 1)), "lv")

    assert told[0] == "client anna: jādzēš kopš 2023. gada 1. septembra"
    assert told[1].startswith("  līdz 2023. gada 31. augustam: client un participation (36 mēn.")
    assert told[2] == "Jādzēš: 1. Vēl jāglabā: 0. Nav zināms: 0."


def test_fields_with_another_time_are_named():
    survey = Survey(id="s", client_id="anna", health="good")

    told = lines(
        dues(*REGISTER[:6], survey, on=date(2021, 3, 1), schema=WITH_SURVEYS), schema=WITH_SURVEYS
    )

    assert told[0] == "client anna: still to be kept"
    assert told[3].startswith("  until 28 February 2021: survey, only health and told on (6 months")


def test_days_that_are_not_known_are_told_so():
    month = (operation(last_day=PartialDay.of_month(2020, 8)), *REGISTER[1:6])
    unknown = (operation(last_day=NOT_ASKED), *REGISTER[1:6])
    on = date(2023, 8, 15)

    (_, some_day, missing, _) = lines(dues(*month, on=on))
    (whose, no_day, _, _) = lines(dues(*unknown, on=on))

    assert some_day.startswith("  until some day from 1 August 2023 to 31 August 2023: client and")
    assert missing == "  missing: the last day of operation op"
    assert whose == "client anna: not known whether it is due"
    assert no_day.startswith("  it is not known until which day: client and participation (36")


def test_a_day_that_is_surely_not_before_another_is_told_so():
    both = (*REGISTER[:6], *_unknown_too())

    told = lines(dues(*both, on=date(2023, 9, 1)))

    assert told[1].startswith("  at least until 31 August 2023: client and participation (36 mon")


def _unknown_too():
    programme, participation = REGISTER[1], REGISTER[5]
    yield operation("op2", NOT_ASKED)
    yield type(programme)(id="n", operation_id="op2", declared_as="sif.motivation")
    yield type(participation)(id="pa2", client_id="anna", programme_id="n")


def test_what_is_missing_is_told():
    alone = lines(dues(ANNA[0], on=ERASED_ON))
    nowhere = lines(dues(*ANNA[:2], on=ERASED_ON))

    assert alone[1].startswith("  it is not known until which day: client (36 months after the l")
    assert alone[2] == "  missing: the operation for which it is held"
    assert nowhere[2] == "  missing: the record that participation pa names (programme id)"
    assert lines([NOBODY])[1] == ("  missing: the ground on which it may be held, and for how long")


def test_what_was_erased_is_told_in_a_line():
    left = erased(
        journal_of(*REGISTER), "anna", SCHEMA, on=ERASED_ON, by="u-1", because="asked for"
    )
    done = done_erasures(left, SCHEMA, ERASED_ON)

    assert told_done(done[1], WORDS, "en") == (
        "client anna: erased on 5 November 2018; by u-1; asked for; before it was due"
    )
    assert told_done(done[1], WORDS, "lv") == (
        "client anna: dzēsts 2018. gada 5. novembrī; dzēsa u-1; asked for; pirms termiņa"
    )
    assert told_loss(losses(journal_of(*REGISTER), left, SCHEMA)[1], WORDS, "en") == (
        "client anna: everything, versions with values: 1"
    )


def test_a_field_that_was_erased_is_named_and_nobody_where_nobody_says():
    field = HeldField(record_type="client", record_id="anna", field="born_on")
    left = blanked(journal_of(*REGISTER), [field], SCHEMA, on=ERASED_ON, by="", because="asked for")
    (done,) = done_erasures(left, SCHEMA, ERASED_ON)

    assert told_done(done, WORDS, "en") == (
        "client anna, born on: erased on 5 November 2018; asked for; before it was due"
    )


def test_values_for_programs_say_the_same():
    (due,) = dues(*REGISTER[:6], on=date(2023, 9, 1))
    told = due_fields(due)

    assert (told["state"], told["due_since"], told["missing"]) == ("due", "2023-09-01", [])
    assert told["held"][0] == {
        "record_type": "client",
        "fields": ["id", "provider_id", "born_on", "died_on"],
        "records": ["anna"],
        "ground": "6(1)(e)",
        "months": 36,
        "source": f"{LAW}(e)",
        "operations": ["op"],
        "until_earliest": "2023-08-31",
        "until_latest": "2023-08-31",
        "state": "due",
        "due_since": "2023-09-01",
    }


def test_rows_of_both_kinds_fit_one_table():
    (due,) = dues(*ANNA[:2], on=date(2023, 9, 1))
    done = Done(
        record_type="client",
        record_id="c",
        fields=(),
        erased_on=ERASED_ON,
        erased_by="u-1",
        because="asked for",
        before_due=Truth.YES,
    )
    rows = [*due_rows(due), *due_rows(NOBODY), done_row(done)]

    assert all(row.keys() <= set(COLUMNS) for row in rows)
    assert [(row["state"], row.get("until_latest")) for row in rows] == [
        ("not_known", ""),
        ("not_known", ""),
        ("not_known", None),
        ("erased", None),
    ]
    assert rows[0]["missing"] == "record:participation:pa:programme_id"
    assert due_fields(due)["missing"] == [
        {
            "lack": "record",
            "record_type": "participation",
            "record_id": "pa",
            "field": "programme_id",
        }
    ]
    assert done_fields(done)["before_due"] == "yes"
