"""The versions of a record, and what each of them changed."""

import json
import pickle
from datetime import date

import attrs
import pytest

from inclusion_core.errors import UnknownNameError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.lives.changes import histories_of, history_of
from inclusion_core.lives.changes_listing import as_json, as_text
from inclusion_core.lives.errors import NoSuchRecordError
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, PartialDay

BORN = PartialDay.of_year(1990)
CLIENT = Client(id="c-1", provider_id="p-1", born_on=BORN)


def version(record, number, act=Act.RECORDED, **more):
    return Version(
        record_type="client" if isinstance(record, Client) else "participation",
        record_id="c-1",
        version=number,
        recorded_on=date(2018, 6, number),
        act=act,
        record=None if act.removes else record,
        **more,
    )


CORRECTED = version(
    attrs.evolve(CLIENT, born_on=date(1990, 7, 16)),
    2,
    Act.CORRECTED,
    recorded_by="u-7",
    why="a passport\x1b was shown",
)
STAY = Participation(id="c-1", client_id="c-1", programme_id="pr-1", entered_on=date(2018, 6, 4))
JOURNAL = Journal(
    (
        CORRECTED,
        version(CLIENT, 1),
        version(attrs.evolve(CLIENT, born_on=date(1990, 7, 16)), 3, Act.CHANGED),
        version(STAY, 1),
        version(
            attrs.evolve(STAY, left_on=date(2018, 9, 1), leaving_reason=LeavingReason.TRANSFER),
            2,
            Act.CHANGED,
        ),
        version(STAY, 3, Act.RETRACTED, why="entered twice"),
        Version(record_type="provider", record_id="p-1", recorded_on=date(2018, 6, 1), record=None),
    )
)


def told(change):
    return {each.field.name: (each.before, each.after) for each in change.changes}


def test_each_version_tells_the_fields_that_differ_from_the_one_before():
    first, second, third = history_of(JOURNAL, "client", "c-1", SCHEMA)

    assert told(first) == {"provider_id": (None, "p-1"), "born_on": (None, BORN)}
    assert told(second) == {"born_on": (BORN, date(1990, 7, 16))}
    assert (second.act, second.recorded_on) == (Act.CORRECTED, date(2018, 6, 2))
    assert (second.recorded_by, second.why) == ("u-7", "a passport\x1b was shown")
    assert (third.version, third.sequence, third.changes) == (3, 1, ())


def test_what_ends_was_absent_before():
    _, ended, taken_back = history_of(JOURNAL, "participation", "c-1", SCHEMA)

    assert told(ended)["left_on"] == (ABSENT, date(2018, 9, 1))
    assert taken_back.changes == ()


def test_an_erased_record_tells_no_value_even_where_a_version_still_holds_one():
    journal = Journal((*JOURNAL.versions, version(CLIENT, 4, Act.ERASED, why="asked for")))
    changes = history_of(journal, "client", "c-1", SCHEMA)

    assert [change.changes for change in changes] == [(), (), (), ()]
    assert changes[-1].act is Act.ERASED


def test_all_records_that_have_an_id_have_a_history():
    histories = histories_of(JOURNAL, "c-1", SCHEMA)

    assert [each.record_type for each in histories] == ["client", "participation"]


def test_no_value_stands_in_a_representation():
    shown = repr(history_of(JOURNAL, "client", "c-1", SCHEMA))

    assert "FieldChange('born_on')" in shown
    assert "1990" not in shown


def test_a_record_that_was_never_recorded_is_told_without_naming_others():
    with pytest.raises(NoSuchRecordError) as of_a_type:
        history_of(JOURNAL, "client", "c-9", SCHEMA)
    with pytest.raises(NoSuchRecordError) as of_any:
        histories_of(JOURNAL, "c-9", SCHEMA)
    with pytest.raises(NoSuchRecordError) as of_a_code:
        histories_of(JOURNAL, "010190-12345", SCHEMA)

    advice = "was ever recorded in the data; look the id up where the data come from"
    assert str(of_a_type.value) == f"no client 'c-9' {advice}"
    assert str(of_any.value) == f"no record 'c-9' {advice}"
    assert str(of_a_code.value) == f"no record of that id {advice}"
    assert str(pickle.loads(pickle.dumps(of_a_type.value))) == str(of_a_type.value)


def test_a_misspelt_type_is_told():
    with pytest.raises(UnknownNameError, match="did you mean client"):
        history_of(JOURNAL, "cliemt", "c-1", SCHEMA)


def test_histories_are_lines(english):
    assert as_text(histories_of(JOURNAL, "c-1", SCHEMA), english) == (
        "client (client/c-1)\n"
        "  1  2018-06-01  recorded\n"
        "       provider: p-1\n"
        "       day of birth: 1990\n"
        "  2  2018-06-02  corrected by u-7: a passport\\u001b was shown\n"
        "       day of birth: 1990 → 1990-07-16\n"
        "  3  2018-06-03  changed\n"
        "       no field differs\n"
        "\n"
        "participation (participation/c-1)\n"
        "  1  2018-06-01  recorded\n"
        "       client: c-1\n"
        "       programme: pr-1\n"
        "       day of entry: 2018-06-04\n"
        "  2  2018-06-02  changed\n"
        "       last day in the programme: (none) → 2018-09-01\n"
        "       reason for leaving: (none) → transfer\n"
        "  3  2018-06-03  retracted: entered twice\n"
    )


def test_histories_speak_latvian(latvian):
    shown = as_text(histories_of(JOURNAL, "c-1", SCHEMA), latvian)

    assert "  2  2018-06-02  labots (u-7): a passport\\u001b was shown\n" in shown
    assert "dzimšanas datums: 1990 → 1990-07-16\n" in shown


def test_the_lines_of_an_erased_record_say_that_its_values_are_gone(english):
    journal = Journal((version(CLIENT, 1), version(CLIENT, 2, Act.ERASED)))

    assert as_text(histories_of(journal, "c-1", SCHEMA), english) == (
        "client (client/c-1)\n"
        "  1  2018-06-01  recorded\n"
        "       its values are gone\n"
        "  2  2018-06-02  erased\n"
    )


def test_json_holds_values_as_files_write_them(english):
    [client, _] = json.loads(as_json(histories_of(JOURNAL, "c-1", SCHEMA), english))["records"]

    assert (client["type"], client["id"]) == ("client", "c-1")
    assert client["versions"][0]["changes"][1] == {
        "field": "born_on",
        "after": "1990",
        "says": "day of birth: 1990",
    }
    assert client["versions"][1] == {
        "version": 2,
        "act": "corrected",
        "recorded_on": "2018-06-02",
        "sequence": 1,
        "recorded_by": "u-7",
        "why": "a passport\x1b was shown",
        "changes": [
            {
                "field": "born_on",
                "before": "1990",
                "after": "1990-07-16",
                "says": "day of birth: 1990 → 1990-07-16",
            }
        ],
    }
