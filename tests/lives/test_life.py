"""What is in a life, and whose it is not."""

import pickle
from datetime import date
from typing import Annotated

import attrs
import pytest

from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record, Reference
from inclusion_core.lives.belonging import life_types
from inclusion_core.lives.entries import Event, Stay
from inclusion_core.lives.errors import NoSuchClientError
from inclusion_core.lives.life import life_of
from inclusion_core.lives.listing import as_text
from inclusion_core.lives.picture import as_html
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.model.status import ProtectionKind
from inclusion_core.values import ABSENT, NOT_ASKED, Day, PartialDay, Reason, Unknown


@attrs.frozen(kw_only=True, repr=False)
class GardenVisit(PersonalRecord):
    """What a plugin could bring."""

    id: str
    client_id: Annotated[str, Reference("client", inverse="garden_visits")]
    visited_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Circle(PersonalRecord):
    """Led by one client, for others."""

    id: str
    client_id: Annotated[str, Reference("client", inverse="circles_led")]
    first_day: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class CircleMember(PersonalRecord):
    id: str
    circle_id: Annotated[str, Reference("circle", inverse="members")]
    client_id: Annotated[str, Reference("client", inverse="circles")]
    joined_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class CircleTalk(PersonalRecord):
    id: str
    circle_member_id: Annotated[str, Reference("circle_member", inverse="talks")]
    talked_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Note(PersonalRecord):
    """Without a day of its own."""

    id: str
    garden_visit_id: Annotated[str, Reference("garden_visit", inverse="notes")]
    remark: str | Unknown = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Slip(PersonalRecord):
    """Names a record without days, and has none."""

    id: str
    note_id: Annotated[str, Reference("note", inverse="slips")]


@attrs.frozen(kw_only=True, repr=False)
class Card(PersonalRecord):
    """With a day that is not called as days are."""

    id: str
    client_id: Annotated[str, Reference("client", inverse="cards")]
    valid_from: Day = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class Paper(PersonalRecord):
    """With an end alone."""

    id: str
    client_id: Annotated[str, Reference("client", inverse="papers")]
    closed_on: Day = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class Garden(Record):
    """Says nothing of itself."""

    id: str


@attrs.frozen(kw_only=True, repr=False)
class Gardener(PersonalRecord):
    """Without days."""

    id: str
    garden_id: Annotated[str, Reference("garden", inverse="gardeners")]
    client_id: Annotated[str, Reference("client", inverse="gardens")]


PLUGIN = (Garden, Gardener, GardenVisit, Circle, CircleMember, CircleTalk, Note, Slip, Card, Paper)
FILLED = date(2018, 7, 1)
WIDER = schema_of(*RECORD_CLASSES, *PLUGIN)


def keys(life):
    return {(entry.record_type, entry.record_id) for entry in life.entries}


def entry(life, record_id, field=None):
    """The only entry of a record with that field; without a field, the only one at all."""
    [found] = [
        each
        for each in life.entries
        if each.record_id == record_id and (field is None or getattr(each, "field", "") == field)
    ]
    return found


def told(entry):
    return {(detail.record_type, detail.field.name): detail.value for detail in entry.details}


def test_a_life_holds_what_leads_to_the_client_and_nothing_of_others(life):
    assert keys(life) == {
        ("client", "c-1"),
        ("household_membership", "hm-1"),
        ("protection_spell", "ps-1"),
        ("residence_spell", "rs-1"),
        ("participation", "s-1"),
        ("entry_traits", "et-1"),
        ("delivery_spell", "d-1"),
        ("support_plan", "sp-1"),
        ("goal", "g-1"),
        ("goal", "g-2"),
        ("service_attendance", "at-1"),
        ("service_attendance", "at-2"),
    }


def test_lanes_are_the_record_types_in_the_order_of_the_schema(life):
    assert life.lanes == (
        "client",
        "household_membership",
        "protection_spell",
        "residence_spell",
        "participation",
        "entry_traits",
        "delivery_spell",
        "support_plan",
        "goal",
        "service_attendance",
    )


def test_lives_are_made_of_clients_and_what_leads_to_them():
    types = life_types(SCHEMA)

    assert {"client", "goal", "appeal", "service_attendance"} <= types
    assert not {"service", "household", "provider", "staff_member", "person"} & types


def test_every_record_type_that_leads_to_a_client_is_in_the_life(english):
    types = [WIDER[name] for name in sorted(life_types(WIDER))]
    records = [
        each.record_class(
            id=f"{each.name}-1",
            **{
                field.name: f"{field.reference.to}-1" if field.reference else FILLED
                for field in each.recorded_fields
                if field.required and field.name != "id"
            },
        )
        for each in types
    ]
    life = life_of(Caseload.of_records(records, known_on=FILLED), "client-1", WIDER)

    assert set(life.lanes) == {each.name for each in types}
    assert len(as_text(life, english).splitlines()) > len(types)
    assert as_html(life, english)


def test_a_stay_goes_from_its_first_day_and_lasts_while_no_last_day_is_recorded(life):
    stay = entry(life, "s-1")

    assert isinstance(stay, Stay)
    assert (stay.begins, stay.ends) == (date(2018, 6, 4), ABSENT)
    assert (entry(life, "sp-1").begins, entry(life, "d-1").ends) == (date(2018, 6, 8), NOT_ASKED)


def test_other_days_are_events_of_their_own(life):
    decided = entry(life, "ps-1", "decided_on")

    assert isinstance(decided, Event)
    assert (decided.begins, decided.ends) == (date(2018, 4, 10), date(2018, 4, 10))
    assert told(decided) == {("protection_spell", "kind"): ProtectionKind.REFUGEE}
    assert {each.field for each in life.entries if each.record_id == "g-1"} == {
        "set_on",
        "due_on",
        "met_on",
    }


def test_only_a_day_by_which_something_is_due_is_planned(life):
    planned = [each.field for each in life.entries if isinstance(each, Event) and each.planned]

    assert planned == ["due_on"]


def test_a_day_that_nobody_asked_for_is_no_event_but_one_that_is_not_known_is(life):
    fields = {getattr(each, "field", "") for each in life.entries if each.record_id == "ps-1"}

    assert fields == {"", "decided_on", "final_on"}


def test_a_record_whose_day_is_not_known_is_there_all_the_same_and_comes_last(life):
    assert entry(life, "g-2").day == NOT_ASKED
    assert [each.record_id for each in life.entries[-2:]] == ["ps-1", "g-2"]


def test_an_attendance_has_the_days_of_its_service(life):
    meeting, camp = entry(life, "at-1"), entry(life, "at-2")

    assert isinstance(meeting, Event)
    assert (meeting.day, meeting.named) == (date(2018, 6, 11), False)
    assert isinstance(camp, Stay)
    assert (camp.first_day, camp.last_day) == (date(2018, 8, 6), date(2018, 8, 10))


def test_an_attendance_tells_its_service_and_in_which_roles_it_was_given(life):
    listed = [(each.record_type, each.field.name) for each in entry(life, "at-1").details]

    assert listed == [
        ("service", "kind"),
        ("service", "minutes"),
        ("service", "place"),
        ("staff_assignment", "role"),
        ("service_attendance", "minutes"),
    ]
    assert told(entry(life, "at-1"))["service_attendance", "minutes"] == 45


def test_traits_have_the_day_of_entry_and_unemployment_its_own(life):
    traits = entry(life, "et-1", "entered_on")
    since = entry(life, "et-1", "unemployed_since")

    assert (traits.day, traits.named) == (date(2018, 6, 4), False)
    assert (since.day, since.named) == (date(2018, 5, 20), True)
    assert told(traits)["entry_traits", "minority"] == Unknown(Reason.REFUSED)
    assert ("entry_traits", "homeless") not in told(traits)


def test_of_a_programme_and_a_contract_codes_and_texts_are_told(life):
    assert told(entry(life, "s-1")) == {("programme", "declared_as"): "sif.mentoring"}
    assert told(entry(life, "d-1")) == {("contract", "number"): "2018/7"}


def test_of_a_household_only_how_many_others_is_told(life):
    assert entry(life, "hm-1").together_with == 1
    assert entry(life, "s-1").together_with is None


def test_others_who_had_left_before_are_not_counted(caseload):
    client = Client(id="c-3", provider_id="p-1")
    listed = [record for each in caseload.records.values() for record in each]
    [membership] = [record for record in listed if record.id == "hm-2"]
    gone = attrs.evolve(
        membership,
        id="hm-3",
        client_id="c-3",
        first_day=date(2015, 1, 1),
        last_day=date(2016, 1, 1),
    )
    with_gone = Caseload.of_records((*listed, client, gone), known_on=date(2018, 12, 3))

    assert entry(life_of(with_gone, "c-1", SCHEMA), "hm-1").together_with == 1


def test_others_are_counted_once_where_nobody_says_from_when_to_when(lived):
    life = lived(
        Garden(id="ga-1"),
        Gardener(id="gr-1", garden_id="ga-1", client_id="c-1"),
        Gardener(id="gr-2", garden_id="ga-1", client_id="c-2"),
        Gardener(id="gr-3", garden_id="ga-1", client_id="c-2"),
        schema=WIDER,
    )

    assert entry(life, "gr-1").together_with == 1


def test_what_is_named_and_not_there_is_left_out(lived):
    participation = Participation(
        id="s-1",
        client_id="c-1",
        programme_id="pr-9",
        leaving_reason=LeavingReason.TRANSFER,
        left_on=date(2018, 9, 1),
    )
    stay = entry(lived(participation), "s-1")

    assert told(stay) == {("participation", "leaving_reason"): LeavingReason.TRANSFER}


def test_entries_are_in_order_whatever_the_order_of_the_records(caseload, life):
    listed = [record for each in caseload.records.values() for record in reversed(each)]
    turned = Caseload.of_records(listed, known_on=life.known_on)

    assert life_of(turned, "c-1", SCHEMA) == life
    days = [each.begins for each in life.entries]
    assert days[:3] == [PartialDay.of_year(1990), date(2017, 9, 3), date(2018, 4, 10)]


def test_the_other_clients_of_a_person_are_counted_and_shown_if_asked_for(one_person):
    alone = life_of(one_person, "c-1", SCHEMA)
    whole = life_of(one_person, "c-1", SCHEMA, whole_person=True)

    assert (alone.clients, alone.elsewhere) == (("c-1",), 1)
    assert (whole.clients, whole.elsewhere) == (("c-1", "c-7"), 0)
    assert ("protection_spell", "ps-7") in keys(whole) - keys(alone)
    assert entry(whole, "ps-7").client_id == "c-7"
    assert entry(alone, "l-1", "linked_on").client_id == "c-1"


def test_clients_without_a_worked_out_person_are_strangers():
    clients = tuple(Client(id=key, provider_id="p-1") for key in ("c-1", "c-2"))
    caseload = Caseload(date(2018, 12, 3), {"client": clients})

    assert life_of(caseload, "c-1", SCHEMA, whole_person=True).clients == ("c-1",)


def test_the_record_types_of_a_plugin_appear_by_themselves(lived):
    life = lived(GardenVisit(id="v-1", client_id="c-1", visited_on=date(2018, 7, 1)), schema=WIDER)

    assert (entry(life, "v-1").day, entry(life, "v-1").named) == (date(2018, 7, 1), False)
    assert life.lanes == ("client", "garden_visit")


def test_what_is_somebody_elses_too_is_not_in_a_life(lived):
    life = lived(
        Client(id="c-2", provider_id="p-1"),
        Circle(id="ci-1", client_id="c-1"),
        CircleMember(id="cm-1", circle_id="ci-1", client_id="c-2"),
        CircleTalk(id="ct-1", circle_member_id="cm-1"),
        Circle(id="ci-2", client_id="c-2"),
        CircleMember(id="cm-2", circle_id="ci-2", client_id="c-1"),
        CircleTalk(id="ct-2", circle_member_id="cm-2"),
        schema=WIDER,
    )

    assert {key for _, key in keys(life)} == {"c-1", "ci-1", "cm-2", "ct-2"}


def test_a_record_without_a_day_has_that_of_the_record_it_names(lived):
    life = lived(
        GardenVisit(id="v-1", client_id="c-1", visited_on=date(2018, 7, 1)),
        Note(id="n-1", garden_visit_id="v-1", remark="roses"),
        schema=WIDER,
    )

    assert (entry(life, "n-1").day, entry(life, "n-1").field) == (date(2018, 7, 1), "visited_on")


def test_a_record_that_has_no_day_anywhere_comes_after_all_others(lived):
    life = lived(
        GardenVisit(id="v-1", client_id="c-1"),
        Note(id="n-1", garden_visit_id="v-1"),
        Slip(id="sl-1", note_id="n-1"),
        schema=WIDER,
    )

    assert entry(life, "sl-1").day is ABSENT
    assert life.entries[-1].record_id == "sl-1"


def test_a_day_of_another_name_stands_where_there_is_no_better_one(lived):
    life = lived(
        Card(id="ca-1", client_id="c-1", valid_from=date(2018, 7, 1)),
        Card(id="ca-2", client_id="c-1"),
        schema=WIDER,
    )

    assert (entry(life, "ca-1").day, entry(life, "ca-1").named) == (date(2018, 7, 1), True)
    assert entry(life, "ca-2").day is ABSENT


def test_an_end_without_a_beginning_is_an_event(lived):
    life = lived(Paper(id="pa-1", client_id="c-1", closed_on=date(2018, 7, 1)), schema=WIDER)

    assert isinstance(entry(life, "pa-1"), Event)


def test_a_client_that_is_not_there_is_told_without_naming_others(caseload):
    with pytest.raises(NoSuchClientError) as raised:
        life_of(caseload, "c-9", SCHEMA)

    assert str(raised.value) == (
        "no client 'c-9' in the data as known on that day; look the id up where the data come "
        "from, or ask for a later day"
    )
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_a_personal_code_that_is_asked_for_is_not_repeated(caseload):
    with pytest.raises(NoSuchClientError) as raised:
        life_of(caseload, "010190-12345", SCHEMA)

    assert str(raised.value).startswith("no client of that id in the data")
    assert "010190" not in repr(raised.value)


def test_an_erased_client_is_told_to_be_erased(caseload):
    erased = attrs.evolve(caseload, tombstones=(("client", "c-9"),))

    with pytest.raises(NoSuchClientError, match="c-9' was erased: nothing is left"):
        life_of(erased, "c-9", SCHEMA)


def test_no_value_stands_in_a_representation(life):
    shown = repr((life, *life.entries, *life.entries[0].details))

    assert shown.startswith("(Life('c-1', known_on=2018-12-03), Event('client', 'c-1')")
    assert not any(value in shown for value in ("1990", "Our house", "female", "FEMALE"))
