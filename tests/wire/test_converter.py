"""The converter and its forms: what a value is written as, and nothing else is taken."""

import pickle
from datetime import date
from decimal import Decimal

import pytest
from cattrs import ClassValidationError
from hypothesis import given
from hypothesis import strategies as st
from wire_lab.folder import CODE, NAME
from wire_lab.schemas import SCHEMA, Mood
from wire_lab.strategies import DECIMALS, IDS

from inclusion_core.findings import Place, Severity
from inclusion_core.model.client import Client, Gender
from inclusion_core.texts import Text
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, PartialDay, Reason, Unknown
from inclusion_core.wire import converter_of, file_problems, history_problems, value_problems
from inclusion_core.wire.identifiers import identifier, identifier_or_nobody, shown
from inclusion_core.wire.names import guess
from inclusion_core.wire.problems import Problem, Refused, RefusedError
from inclusion_core.wire.value_forms import decimal_text, decimal_value

CONVERTER = converter_of(SCHEMA)
WRITTEN = {"id": "client-1", "provider_id": "shelter", "gender": {"unknown": "refused"}}
RECORD = Client(id="client-1", provider_id="shelter", gender=Unknown(Reason.REFUSED))


def test_a_record_is_taken_from_json_values():
    assert CONVERTER.structure(WRITTEN, Client) == RECORD


def test_a_record_is_written_with_every_field_and_without_the_derived_ones():
    assert CONVERTER.unstructure(RECORD) == {
        **WRITTEN,
        "born_on": {"unknown": "not_asked"},
        "died_on": None,
    }


def test_the_errors_of_the_converter_hold_no_value():
    with pytest.raises(ClassValidationError) as caught:
        CONVERTER.structure({**WRITTEN, "id": CODE, "born_on": NAME, "gender": [NAME]}, Client)

    told = [f"{fault!r} {fault}" for fault in caught.value.exceptions]
    assert len(told) == 3
    assert not any(part in text for part in (CODE, NAME) for text in told)


STRICT = [
    (str, 7), (str, None), (str, True), (str, [NAME]), (str, ""),
    (int, "7"), (int, 7.0), (int, True), (int, None), (int, -1),
    (date, "2018"), (date, "20180415"), (date, 20180415), (date, None), (date, date(2018, 4, 15)),
    (PartialDay, "April 2018"), (PartialDay, 2018),
    (Decimal, 85), (Decimal, 85.5), (Decimal, "8e1"), (Decimal, None),
    (Mood, "GOOD"), (Mood, Mood.GOOD), (Mood, ["good"]), (Mood, {"good": 1}), (Mood, None),
    (Unknown, "refused"), (Unknown, None), (Unknown, {"unknown": None}),
    (Absent, "absent"), (Absent, False), (Absent, 0),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), STRICT)
def test_no_value_is_bent_into_another(kind, value):
    with pytest.raises(RefusedError):
        CONVERTER.structure(value, kind)


def test_a_value_in_its_own_form_is_taken():
    taken = [
        CONVERTER.structure(value, kind)
        for kind, value in (
            (str, "teksts"), (int, 7), (date, "2018-04-15"), (PartialDay, "2018-04"),
            (Decimal, "83.87"), (Mood, "good"), (Unknown, {"unknown": "erased"}), (Absent, None),
        )
    ]  # fmt: skip

    assert taken == [
        "teksts", 7, date(2018, 4, 15), PartialDay.of_month(2018, 4),
        Decimal("83.87"), Mood.GOOD, Unknown(Reason.ERASED), ABSENT,
    ]  # fmt: skip


def test_hooks_are_built_when_a_class_is_first_met():
    fresh = converter_of(SCHEMA)

    assert fresh.structure(WRITTEN, Client).gender == Unknown(Reason.REFUSED)
    assert fresh.structure({**WRITTEN, "gender": "female"}, Client).gender is Gender.FEMALE
    assert fresh.structure({"id": "a", "provider_id": "b"}, Client).born_on == NOT_ASKED


@given(DECIMALS)
def test_a_fraction_comes_back_as_it_was(value: Decimal):
    assert decimal_value(decimal_text(value)) == value


@given(IDS)
def test_an_id_is_left_as_it_is(key: str):
    assert identifier(key) == identifier_or_nobody(key) == shown(key) == key


@pytest.mark.parametrize(
    "key",
    [
        "c1",
        "9.1.4.4./16/I/001",
        "2f1d6a3c-9b1e-4c55-8a6f-0123456789ab",
        "2f1d6a3c-9b1e-4c55-8a6f-a12345678901",
        "a12345678901",
        "123456789012",
        "050590-1234",
        "050590-123456",
        "1050590-12345",
        "x" * 100,
    ],
)
def test_an_opaque_id_is_not_taken_for_a_personal_code(key: str):
    assert identifier(key) == key


@pytest.mark.parametrize("key", [CODE, "05059012345", f"c-{CODE}", f"c{CODE}", f"{CODE}/1", "a@b"])
def test_an_id_that_tells_who_it_is_is_refused_and_never_shown(key: str):
    with pytest.raises(RefusedError) as caught:
        identifier(key)

    assert caught.value.problem == value_problems.TELLING_ID
    assert key not in str(caught.value)
    assert shown(key) == ""


def test_nobody_is_nobody_and_a_key_is_somebody():
    assert identifier_or_nobody("") == ""
    assert shown("") == shown(None) == shown(7) == ""


def test_a_refusal_travels_and_says_what_to_do():
    error = pickle.loads(pickle.dumps(RefusedError(value_problems.REQUIRED)))

    assert error.problem == value_problems.REQUIRED
    assert str(error) == (
        "the field is not filled in; write a value; the record means nothing without it"
    )


def test_a_refused_value_keeps_its_own_problem():
    for kind in (str, int, date, Decimal, Mood):
        with pytest.raises(RefusedError) as caught:
            CONVERTER.structure(Refused(value_problems.FLOAT), kind)
        assert caught.value.problem == value_problems.FLOAT


@given(st.text(max_size=200))
def test_a_guess_is_a_known_name_or_nothing(name: str):
    assert guess(name, ["id", "born_on"]) in {"", "id", "born_on"}


PROBLEMS = {
    f"{module.__name__}.{name}": getattr(module, name)
    for module in (value_problems, history_problems, file_problems)
    for name in module.__all__
}


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
def test_a_problem_has_a_kind_and_words_in_both_languages(problem: Problem):
    slots = problem.says.slots | problem.remedy.slots
    finding = problem.filled(**dict.fromkeys(slots, 3)).at(Place(file="client.csv"))

    assert finding.kind.startswith("wire.")
    assert finding.kind.replace("wire.", "").replace("-", "").replace("8", "").isalpha()
    assert finding.severity in Severity
    assert all(
        isinstance(text, Text) and text.in_(language)
        for text in (finding.says, finding.remedy)
        for language in ("lv", "en")
    )
    assert finding.says.in_("lv") != finding.says.in_("en")
