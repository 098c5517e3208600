"""Facts tables declared: what contradicts itself is refused when it is declared."""

from typing import Annotated

import attrs
import pytest
from facts_lab.journeys import ADULT_AGE, COLUMNS, JOURNEYS, Journey, JourneyRow

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import CodeAttribute, NumberAttribute, Row, number_parameter, subject
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import CodeList, Record
from inclusion_core.model.client import Gender
from inclusion_core.model.participation import LeavingReason
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED, Unknown
from inclusion_core.vocabulary import Vocabulary


@attrs.frozen(kw_only=True, repr=False)
class Stamp(Record):
    """A small row."""

    id: str
    reason: LeavingReason | Unknown = NOT_ASKED
    why: Annotated[str | Unknown, CodeList("reasons", "[a-z_]+")] = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Note(Record):
    """A row with what nobody can work out."""

    id: str
    text: str


class StampRow(Row):
    record_type = "stamp"
    reason: CodeAttribute[LeavingReason] = CodeAttribute(LeavingReason)


class NoteRow(Row):
    record_type = "note"


participation = subject(ParticipationRow)
REASON = Column(value=participation.leaving_reason)
STAMPS = {"reason": REASON, "why": REASON}


def stamps(**fields):
    given = {
        "id": "lab.stamps",
        "says": lv("zīmes").en("stamps"),
        "subject": ParticipationRow,
        "row": StampRow,
        "record": Stamp,
        "columns": STAMPS,
        "words": Vocabulary(id="lab.words"),
        **fields,
    }
    return FactsTable(**given)


def refusal(**fields):
    with pytest.raises(DeclarationError) as refused:
        stamps(**fields)
    return str(refused.value)


def test_a_table_has_a_schema_of_its_own_with_one_record_type():
    assert list(JOURNEYS.schema.record_types) == ["journey"]
    assert JOURNEYS.record_type.record_class is Journey
    assert stamps().record_type.name == "stamp"


def test_two_tables_declared_alike_are_equal_and_others_are_not():
    known = participation.left_on.is_known()
    asked_of_some = Column(value=REASON.value, known_where=known)

    assert stamps() == stamps(columns={**STAMPS, "why": Column(value=participation.leaving_reason)})
    assert stamps() != stamps(columns={**STAMPS, "why": asked_of_some})
    assert Column(value=participation.client.gender) != REASON
    assert asked_of_some == Column(
        value=participation.leaving_reason, known_where=participation.left_on.is_known()
    )


def test_the_handle_must_be_of_the_rows():
    assert "JourneyRow is no handle of Stamp" in refusal(row=JourneyRow)


def test_every_field_has_a_column_and_every_column_a_field():
    assert "'why' has no column" in refusal(columns={"reason": REASON})
    assert "'more' has no field" in refusal(columns={**STAMPS, "more": REASON})


def test_a_column_holds_what_its_field_holds():
    wrong = {**STAMPS, "reason": Column(value=participation.left_on)}
    assert "reason must be what its field holds, a code" in refusal(columns=wrong)
    condition = {**STAMPS, "reason": Column(value=participation.left_on.is_known())}
    assert "'reason' is a condition: its field must hold a YesNo" in refusal(columns=condition)
    other = {**STAMPS, "reason": Column(value=participation.client.gender)}
    assert "'reason': its field holds codes of another list" in refusal(columns=other)


def test_the_codes_of_an_enumeration_may_fill_a_list_kept_elsewhere():
    assert stamps(columns={**STAMPS, "why": Column(value=participation.client.gender)})
    assert participation.client.gender.codes is Gender


def test_a_text_is_no_fact():
    columns = {"text": REASON}
    assert "'text': no fact is worked out as a text" in refusal(
        row=NoteRow, record=Note, columns=columns
    )


def test_a_column_is_about_the_subject():
    wrong = {**STAMPS, "reason": Column(value=subject(ClientRow).gender)}
    assert "must be about the participation, not about a client" in refusal(columns=wrong)
    where = Column(value=REASON.value, known_where=participation.left_on)
    assert "reason must be a condition" in refusal(columns={**STAMPS, "reason": where})


def test_what_is_taken_for_granted_is_named():
    known = participation.outcomes.count() >= ADULT_AGE.number
    columns = {**STAMPS, "why": Column(value=REASON.value, known_where=known)}

    assert "asks for the number 'lab.adult-age'" in refusal(columns=columns)
    assert stamps(columns=columns, assumes=(ADULT_AGE,)).assumes == (ADULT_AGE,)
    assert number_parameter("lab.adult-age").node == ADULT_AGE.number.node


def test_the_handles_of_the_laboratory_are_of_its_rows():
    assert JourneyRow.record_type == "journey"
    assert isinstance(JourneyRow.__dict__["age"], NumberAttribute)
    assert set(COLUMNS) == set(JOURNEYS.record_type.fields) - {"id"}
