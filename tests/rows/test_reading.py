"""Rows of other people's tables become a journal; what is wrong is told, what is good is kept."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from types import SimpleNamespace

import pytest

from inclusion_core import ABSENT, NOT_ASKED, SCHEMA, Act, PartialDay, Reason, Unknown, months_after
from inclusion_core.checks import contradictions
from inclusion_core.errors import UnknownNameError
from inclusion_core.findings import Finding, Place
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.versions import Version
from inclusion_core.rows import (
    RowAbout,
    RowMapping,
    RowMappingError,
    codes,
    column,
    constant,
    day_of,
    joined,
    rows_of,
)

DAY = date(2018, 6, 30)
PERSONAL_CODE = "010190-12345"
WORDS = {"F": Gender.FEMALE, "M": Gender.MALE, "?": NOT_ASKED, "-": Unknown(Reason.REFUSED)}
CLIENTS = rows_of(
    Client, id="nr", provider_id=constant("p-1"), born_on="dob", gender=codes("sex", WORDS)
)
ANNA = {"nr": "c-1", "dob": date(1990, 7, 16), "sex": "F"}
JURIS = {"nr": "c-2", "dob": date(1985, 1, 2), "sex": "M"}


def mapping(*several, key=None):
    return RowMapping(schema=SCHEMA, tables={"person": several or (CLIENTS,)}, key=key)


def read(rows, *several, key=None, recorded_on=DAY):
    return mapping(*several, key=key).read({"person": rows}, recorded_on=recorded_on)


def found(reading):
    return [
        (each.kind.partition(".")[2], each.place.row, each.place.field) for each in reading.findings
    ]


def records(reading):
    return [version.record for version in reading.journal.versions]


def client_of(field, given, value):
    fields = {"id": "nr", "provider_id": constant("p-1"), field: given}
    return read([{"nr": "c-1", "value": value}], rows_of(Client, **fields))


def test_good_rows_become_records_of_one_day():
    reading = read([JURIS, ANNA])

    assert records(reading) == [
        Client(id="c-1", provider_id="p-1", born_on=date(1990, 7, 16), gender=Gender.FEMALE),
        Client(id="c-2", provider_id="p-1", born_on=date(1985, 1, 2), gender=Gender.MALE),
    ]
    assert {version.recorded_on for version in reading.journal.versions} == {DAY}
    assert reading.findings == ()
    assert (reading.rows_read, reading.rows_kept) == (2, 2)


@pytest.mark.parametrize(
    ("given", "value", "expected"),
    [
        ("value", None, NOT_ASKED),
        ("value", "", NOT_ASKED),
        (column("value", empty=ABSENT), None, ABSENT),
        (column("value", empty=Unknown(Reason.REFUSED)), None, Unknown(Reason.REFUSED)),
        (column("value", empty_values=("-", date(9999, 12, 31))), "-", NOT_ASKED),
        (column("value", empty_values=("-", date(9999, 12, 31))), date(9999, 12, 31), NOT_ASKED),
        (column("value", using=str.strip), " 1990-07 ", PartialDay.of_month(1990, 7)),
        (column("value", using=str.strip), " ", NOT_ASKED),
        (column("value", using=PartialDay.of_year), 1990, PartialDay.of_year(1990)),
        (column("value", using=PartialDay.of_year), None, NOT_ASKED),
        (day_of("value"), datetime(1990, 7, 16, 12, 30), date(1990, 7, 16)),  # noqa: DTZ001
        (day_of("value"), "1990-07-16 12:30:00", date(1990, 7, 16)),
        (day_of("value"), date(1990, 7, 16), date(1990, 7, 16)),
        (
            day_of("value", zone=timezone(timedelta(hours=3))),
            datetime(1990, 7, 16, 22, 0, tzinfo=UTC),
            date(1990, 7, 17),
        ),
        (codes("value", {None: ABSENT, "x": date(1990, 7, 16)}), None, ABSENT),
        (codes("value", {"x": date(1990, 7, 16)}, using=str.lower), "X", date(1990, 7, 16)),
        (codes("value", {"x": ABSENT}, empty=Unknown(Reason.REFUSED)), "", Unknown(Reason.REFUSED)),
    ],
)
def test_each_field_declares_what_its_values_mean(given, value, expected):
    (client,) = records(client_of("born_on", given, value))

    assert client.born_on == expected


@pytest.mark.parametrize(
    ("field", "given", "value", "kind"),
    [
        ("born_on", "value", "16.07.1990", "not-a-day"),
        ("born_on", "value", 1990, "not-a-day"),
        ("born_on", "value", datetime(1990, 7, 16, 12), "time-of-day"),  # noqa: DTZ001
        ("born_on", day_of("value"), datetime(1990, 7, 16, tzinfo=UTC), "no-time-zone"),
        ("born_on", day_of("value"), "sixteenth", "using-failed"),
        ("born_on", column("value", needed=True), None, "empty-value"),
        ("born_on", column("value", using=PartialDay.of_year), 10**9, "using-failed"),
        ("born_on", column("value", using=PartialDay.of_year), "x", "using-failed"),
        ("gender", "value", "F", "not-a-code"),
        ("gender", codes("value", WORDS), "X", "not-a-word"),
        ("gender", codes("value", WORDS), ["F"], "not-a-value"),
        ("gender", "value", True, "truth"),
        ("provider_id", "value", None, "required"),
        ("provider_id", "value", PERSONAL_CODE, "telling-id"),
        ("provider_id", "value", 1019012345, None),
        ("provider_id", "value", 10190123456, "telling-id"),
        ("provider_id", "value", Decimal("1.5"), "not-exact"),
    ],
)
def test_a_wrong_value_is_found_at_its_row_and_field_and_not_shown(field, given, value, kind):
    reading = client_of(field, given, value)

    assert found(reading) == ([(kind, 1, field)] if kind else [])
    told = " ".join(each.in_("en") for each in reading.findings)
    assert len(str(value)) < 6 or str(value) not in told
    assert reading.rows_kept == (0 if kind else 1)


def test_good_rows_stay_beside_a_bad_one():
    reading = read([ANNA, {**JURIS, "sex": "woman"}])

    assert [record.id for record in records(reading)] == ["c-1"]
    (finding,) = reading.findings
    assert finding.in_("en") == (
        "person, row 2, client c-2, field gender: the mapping does not know this word; "
        "say in the mapping what it means, or correct the value"
    )
    assert (reading.rows_read, reading.rows_kept) == (2, 1)


def test_nothing_that_is_told_holds_a_value_of_a_row():
    def shouts(value):
        raise ValueError(value)

    canary = dict.fromkeys(("nr", "dob", "sex", "died"), "CANARY 7")
    loud = rows_of(
        Client,
        id="nr",
        provider_id="nr",
        born_on="dob",
        gender=codes("sex", WORDS),
        died_on=column("died", using=shouts),
    )

    reading = read([canary], loud)

    said = [each.in_(language) for each in reading.findings for language in ("lv", "en")]
    assert len(reading.findings) == 5
    assert "CANARY" not in " ".join((*said, repr(reading), repr(reading.findings)))


def test_a_key_that_many_different_rows_share_is_told_in_no_time():
    rows = [{**ANNA, "dob": date(1990, 1, 1) + timedelta(days=number)} for number in range(3000)]

    assert len(read(rows).findings) == 3000


STAYS = rows_of(
    Participation,
    only_where=lambda row: row["stay"] is not None,
    id="stay",
    client_id="nr",
    programme_id=constant("pr-1"),
    entered_on="since",
)


def test_one_row_of_a_join_gives_several_records_and_the_same_one_counts_once():
    rows = [
        {**ANNA, "stay": "s-1", "since": date(2018, 5, 1)},
        {**JURIS, "stay": None, "since": None},
        {**ANNA, "stay": "s-2", "since": date(2018, 6, 1)},
    ]
    provider = rows_of(Provider, id=constant("p-1"), name=constant("Our house"))

    reading = read(rows, CLIENTS, STAYS, provider)

    assert [record.id for record in records(reading)] == ["c-1", "c-2", "s-1", "s-2", "p-1"]
    assert reading.findings == ()
    assert (reading.rows_read, reading.rows_kept) == (3, 3)


def test_rows_that_contradict_each_other_are_both_left_out():
    reading = read([ANNA, {**ANNA, "sex": "M"}, ANNA, JURIS])

    assert [record.id for record in records(reading)] == ["c-2"]
    assert found(reading) == [
        ("same-version-twice", 1, "version"),
        ("same-version-twice", 2, "version"),
    ]
    assert (reading.rows_read, reading.rows_kept) == (4, 1)


@pytest.mark.parametrize(("sex", "kept"), [("F", 1), ("M", 0)])
def test_two_tables_may_give_the_same_record_where_they_agree(sex, kept):
    both = RowMapping(schema=SCHEMA, tables={"old": [CLIENTS], "new": [CLIENTS]})

    reading = both.read({"old": [ANNA], "new": [{**ANNA, "sex": sex}]}, recorded_on=DAY)

    assert len(records(reading)) == kept
    assert found(reading) == ([] if kept else [("from-several", 1, ""), ("from-several", 1, "")])
    assert {each.place.record_id for each in reading.findings} <= {"c-1"}
    assert reading.rows_kept == (2 if kept else 0)


def test_rows_without_an_id_are_each_told():
    reading = read([{**ANNA, "nr": None}, {**ANNA, "nr": None}, JURIS])

    assert found(reading) == [("required", 1, "id"), ("required", 2, "id")]
    assert reading.rows_kept == 1


def test_a_function_that_fails_on_a_row_is_told_without_what_it_says():
    fussy = rows_of(Client, only_where=lambda row: row["no"], id="nr", provider_id=constant("p-1"))

    assert found(read([ANNA], fussy)) == [("condition-failed", 1, "")]


@pytest.mark.parametrize(
    "rows",
    [
        [{"nr": "c-1", "dob": None}],
        SimpleNamespace(description=[("nr",), ("dob",)], fetchmany=lambda _: []),
    ],
    ids=["rows", "cursor"],
)
def test_without_its_columns_no_record_is_read_and_that_is_told_once(rows):
    reading = read(rows)

    assert found(reading) == [("missing-column", None, "gender")]
    assert "column sex" in reading.findings[0].in_("en")
    assert records(reading) == []
    assert reading.rows_kept == 0


def test_a_row_of_which_one_record_lacks_its_columns_is_not_counted_as_kept():
    reading = read([{"nr": "p-1"}], CLIENTS, rows_of(Provider, id="nr", name=constant("House")))

    assert [each.id for each in records(reading)] == ["p-1"]
    assert (reading.rows_read, reading.rows_kept) == (1, 0)


def test_a_column_that_a_join_gives_twice_is_not_guessed_at():
    names = [("nr",), ("nr",), ("dob",), ("sex",)]
    cursor = SimpleNamespace(description=names, fetchmany=lambda _: [])

    assert found(read(cursor)) == [("doubled-column", None, "id")]


def test_a_later_row_that_lacks_a_column_is_told():
    assert found(read([ANNA, {"nr": "c-2", "sex": "M"}])) == [("missing-column", 2, "born_on")]


def test_what_is_no_row_is_told_and_the_others_go_on():
    reading = read(["person.csv", ANNA])

    assert found(reading) == [("not-a-row", 1, "")]
    assert (reading.rows_read, reading.rows_kept) == (2, 1)


def test_a_table_that_is_not_given_is_told():
    reading = mapping().read({}, recorded_on=DAY)

    assert [each.in_("en") for each in reading.findings] == [
        "person: the table is not given; give its rows; an empty list where there are none"
    ]


def test_a_table_that_the_mapping_does_not_know_is_a_fault_of_the_call():
    with pytest.raises(UnknownNameError, match="did you mean person"):
        mapping().read({"persons": []}, recorded_on=DAY)


def test_somebody_must_say_when_it_was_recorded():
    with pytest.raises(RowMappingError, match="person: give recorded_on"):
        mapping().read({"person": []})


def test_a_lost_connection_gives_nothing_rather_than_half():
    def rows():
        yield ANNA
        raise ConnectionError

    with pytest.raises(ConnectionError):
        read(rows())


def test_a_reference_to_nobody_is_found_by_the_checks_and_led_back_to_its_row():
    rows = [{**ANNA, "stay": "s-1", "since": None}, {**JURIS, "stay": "s-2", "since": None}]
    stays = rows_of(
        Participation, id="stay", client_id=constant("c-9"), programme_id=constant("pr-1")
    )
    ours = mapping(stays)
    caseload = ours.read({"person": rows}, recorded_on=DAY).journal.as_known_on(DAY)

    broken = [each for each in contradictions(caseload, SCHEMA) if each.place.record_id == "s-2"]

    assert broken
    assert list(ours.rows_about(broken[0], {"person": rows})) == [
        RowAbout(table="person", number=2, row=rows[1])
    ]


def test_a_finding_leads_back_to_its_row_by_number_where_the_record_has_no_id():
    rows = [ANNA, {**JURIS, "nr": PERSONAL_CODE}]
    ours = mapping()
    (finding,) = ours.read({"person": rows}, recorded_on=DAY).findings

    (about,) = ours.rows_about(finding, {"person": rows})

    assert (about.table, about.number, about.row) == ("person", 2, rows[1])
    assert PERSONAL_CODE not in repr(about)


def test_a_finding_about_something_else_leads_to_no_row():
    finding = Finding(kind="x", says=None, remedy=None, place=Place(file="elsewhere", row=1))

    assert list(mapping().rows_about(finding, {"person": [ANNA]})) == []
    assert list(mapping().rows_about(finding, {})) == []


def test_ids_are_made_anew_by_a_key_function_and_references_follow():
    ids = {("client", PERSONAL_CODE): "c-x", ("participation", "7/2018"): "s-x"}
    stays = rows_of(
        Participation,
        id=joined("stay", "year"),
        client_id="nr",
        programme_id=codes("house", {"A": "pr-1"}),
    )
    row = {**ANNA, "nr": PERSONAL_CODE, "stay": 7, "year": 2018, "house": "A"}

    reading = read([row], CLIENTS, stays, key=lambda name, own: ids.get((name, own)))

    assert records(reading)[1] == Participation(id="s-x", client_id="c-x", programme_id="pr-1")
    assert reading.findings == ()


def forgetful(_name, _own):
    return None


def failing(_name, own):
    raise KeyError(own)


def confused(_name, own):
    return [own]


@pytest.mark.parametrize("key", [forgetful, failing, confused])
def test_a_key_function_that_knows_no_id_is_told_without_the_key(key):
    reading = read([ANNA], key=key)

    assert found(reading) == [("no-key", 1, "id")]
    assert "c-1" not in reading.findings[0].in_("en")


def test_a_key_function_is_not_asked_about_nothing():
    assert found(read([{**ANNA, "nr": None}], key=forgetful)) == [("required", 1, "id")]


def test_a_key_function_that_gives_the_personal_code_back_is_refused():
    reading = read([{**ANNA, "nr": PERSONAL_CODE}], key=lambda _, own: own)

    assert found(reading) == [("telling-id", 1, "id")]


@pytest.mark.parametrize(
    ("unit", "kind"), [(None, "required"), ("a/b", "part-with-slash"), (True, "truth")]
)
def test_a_joined_id_needs_all_its_parts_and_none_with_a_slash(unit, kind):
    joins = rows_of(Client, id=joined("unit", "nr"), provider_id=constant("p-1"))

    assert found(read([{"unit": unit, "nr": 7}], joins)) == [(kind, 1, "id")]


HISTORY = rows_of(
    Client,
    id="nr",
    provider_id=constant("p-1"),
    gender=codes("sex", WORDS),
    recorded_on=day_of("at"),
)


def history(*rows, declared=HISTORY):
    names = ("nr", "sex", "at", "act")
    return read([dict(zip(names, row, strict=False)) for row in rows], declared, recorded_on=None)


def test_a_history_becomes_versions_in_the_order_in_which_it_was_recorded():
    reading = history(
        ("c-1", "M", "2018-05-02 09:00:00"),
        ("c-1", "F", "2018-06-01 10:00:00"),
        ("c-1", None, "2018-04-15 08:00:00"),
        ("c-1", "F", "2018-06-03 10:00:00"),
    )

    assert [
        (each.version, each.recorded_on, each.act, each.record.gender)
        for each in reading.journal.versions
    ] == [
        (1, date(2018, 4, 15), Act.RECORDED, NOT_ASKED),
        (2, date(2018, 5, 2), Act.CHANGED, Gender.MALE),
        (3, date(2018, 6, 1), Act.CHANGED, Gender.FEMALE),
    ]
    assert reading.findings == ()
    assert (reading.rows_read, reading.rows_kept) == (4, 4)
    (known_in_may,) = reading.journal.as_known_on(date(2018, 5, 31)).of(Client)
    assert known_in_may.gender is Gender.MALE


def test_a_faulty_row_of_a_history_is_left_out_and_the_others_are_numbered():
    reading = history(
        ("c-1", "M", "2018-05-02"), ("c-1", "X", "2018-06-01"), ("c-1", "F", "2018-06-02")
    )

    assert found(reading) == [("not-a-word", 2, "gender")]
    assert [each.version for each in reading.journal.versions] == [1, 2]
    assert reading.rows_kept == 2


def test_a_history_may_say_what_each_row_did_and_a_deletion_needs_no_values():
    acts = codes("act", {"I": Act.RECORDED, "U": Act.CORRECTED, "D": Act.RETRACTED})
    declared = rows_of(HISTORY.record_class, **{**HISTORY.fields, "act": acts})

    reading = history(
        ("c-1", "M", "2018-05-02", "I"),
        ("c-1", "M", "2018-05-03", "U"),
        ("c-1", "M", "2018-06-01", "D"),
        declared=declared,
    )

    assert [each.act for each in reading.journal.versions] == [
        *(Act.RECORDED, Act.CORRECTED, Act.RETRACTED)
    ]
    assert reading.findings == ()
    assert reading.journal.as_known_on(DAY).of(Client) == ()


@pytest.mark.parametrize("act", [{"is": "retracted"}, ["retracted"], 7, 1.5])
def test_an_act_that_is_no_word_is_told_and_the_others_are_read(act):
    declared = rows_of(HISTORY.record_class, **{**HISTORY.fields, "act": "act"})

    reading = history(
        ("c-1", "M", "2018-05-02", "recorded"), ("c-2", "M", "2018-05-03", act), declared=declared
    )

    assert [(row, field) for _, row, field in found(reading)] == [(2, "act")]
    assert [each.record.id for each in reading.journal.versions] == ["c-1"]


def test_a_history_with_numbers_of_its_own_keeps_them():
    declared = rows_of(HISTORY.record_class, **{**HISTORY.fields, "version": "act"})

    reading = history(
        ("c-1", "M", "2018-05-02", 1), ("c-1", "F", "2018-05-03", 3), declared=declared
    )

    assert [each.version for each in reading.journal.versions] == [1, 3]
    assert ("version-gap", 2, "version") in found(reading)


def test_each_gives_what_read_gives_where_the_rows_of_a_record_stand_together():
    rows = [
        {**ANNA, "stay": "s-1", "since": months_after(DAY, -1)},
        {**ANNA, "stay": "s-2", "since": DAY},
        {**JURIS, "stay": "s-3", "since": "soon"},
        {**JURIS, "nr": None, "stay": None},
        {**JURIS, "nr": None, "stay": None},
    ]
    ours = mapping(CLIENTS, STAYS)
    given = {"person": rows}

    told = list(ours.each(given, recorded_on=DAY))

    reading = ours.read(given, recorded_on=DAY)
    versions = [each for each in told if isinstance(each, Version)]
    findings = [each for each in told if isinstance(each, Finding)]
    assert sorted(versions, key=lambda each: each.order) == list(reading.journal.versions)
    assert sorted(findings, key=lambda each: each.order) == list(reading.findings)
    assert found(reading) == [
        ("not-a-day", 3, "entered_on"),
        ("required", 4, "id"),
        ("required", 5, "id"),
    ]


def test_each_gives_a_record_before_the_last_row_is_read():
    taken = []

    def rows():
        for number in range(100):
            taken.append(number)
            yield {**ANNA, "nr": f"c-{number}"}

    first = next(mapping().each({"person": rows()}, recorded_on=DAY))

    assert first.record_id == "c-0"
    assert len(taken) == 2


def test_progress_is_told_now_and_then_and_at_the_end_of_a_table(monkeypatch):
    monkeypatch.setattr("inclusion_core.rows.tables.TOLD_EVERY", 2)
    told = []

    def progress(table, rows):
        told.append((table, rows))

    for count in (3, 2, 0):
        rows = [{**ANNA, "nr": f"c-{number}"} for number in range(count)]
        mapping().read({"person": rows}, recorded_on=DAY, progress=progress)

    assert told == [("person", 2), ("person", 3), ("person", 2), ("person", 0)]
