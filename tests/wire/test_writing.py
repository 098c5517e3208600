"""What is written can be read back; what could not be is refused whole, and every reason named."""

import os
import pickle
import stat
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from wire_lab.folder import CANARIES, CODE, NAME
from wire_lab.schemas import ODD, SCHEMA, Mood, Party, Visit

from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender, Person
from inclusion_core.model.funding import Provider
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown
from inclusion_core.wire import (
    NotWritableError,
    csv_folder,
    json_document,
    read_journal,
    write_journal,
)

DAY = date(2018, 4, 15)
CLIENT = Client(id="client-1", provider_id="shelter", born_on=PartialDay.of_year(1990))


def version(**values: object) -> Version:
    made = {"record_type": "client", "record_id": "client-1", "recorded_on": DAY, "record": CLIENT}
    return Version(**{**made, **values})


def client(**values: object) -> Version:
    return version(record=Client(**{"id": "client-1", "provider_id": "shelter", **values}))


def visit(**values: object) -> Version:
    made = {"id": "visit-1", "mood": ABSENT, "ended_on": DAY, "closed_as": ABSENT}
    record = Visit(**{**made, **values})
    return version(record_type="visit", record_id="visit-1", record=record)


def refusal(schema: Schema, *versions: Version) -> NotWritableError:
    with pytest.raises(NotWritableError) as caught:
        json_document.write(Journal(versions), schema)
    return caught.value


def kinds(error: NotWritableError) -> set[tuple[str, str]]:
    return {(found.kind.removeprefix("wire."), found.place.field) for found in error.findings}


UNWRITABLE: dict[str, tuple[Version, set[tuple[str, str]]]] = {
    "personal code as id": (
        version(record_id=CODE, record=Client(id=CODE, provider_id="shelter")),
        {("telling-id", "id")},
    ),
    "name as reference": (client(provider_id=NAME), {("not-an-id", "provider_id")}),
    "another id": (version(record_id="client-9"), {("wrong-key", "")}),
    "another type": (version(record_type="provider"), {("wrong-class", "")}),
    "no record": (version(record=None), {("no-record", "")}),
    "record after retraction": (version(act=Act.RETRACTED), {("value-after-removal", "")}),
    "version 0": (version(version=0), {("out-of-bounds", "version")}),
    "true as version": (version(version=True), {("not-a-number", "version")}),
    "moment as recorded day": (
        version(recorded_on=datetime(2018, 4, 15)),  # noqa: DTZ001
        {("not-a-full-day", "recorded_on")},
    ),
    "month as recorded day": (
        version(recorded_on=PartialDay.of_month(2018, 4)),
        {("not-a-full-day", "recorded_on")},
    ),
    "name as author": (version(recorded_by=NAME), {("not-an-id", "recorded_by")}),
    "two lines of reason": (version(why=f"{NAME}\n"), {("control-character", "why")}),
    "moment as birth": (
        client(born_on=datetime(1990, 5, 5, 1)),  # noqa: DTZ001
        {("not-a-day", "born_on")},
    ),
    "text as birth": (client(born_on="1990"), {("not-lossless", "born_on")}),
    "year 990": (client(born_on=date(990, 5, 5)), {("not-a-day", "born_on")}),
    "None as birth": (client(born_on=None), {("not-lossless", "born_on")}),
    "object as birth": (client(born_on=object()), {("not-a-day", "born_on")}),
    "list as birth": (client(born_on=[NAME]), {("not-a-day", "born_on")}),
    "text as gender": (client(gender="female"), {("not-lossless", "gender")}),
    "code of another list": (client(gender=HouseholdRole.ADULT), {("not-a-code", "gender")}),
    "absent gender": (client(gender=ABSENT), {("may-not-be-absent", "gender")}),
    "unknown without reason": (client(gender=Unknown(NAME)), {("not-a-reason", "gender")}),
    "two faults": (
        client(gender=ABSENT, provider_id=CODE),
        {("may-not-be-absent", "gender"), ("telling-id", "provider_id")},
    ),
    "unknown type": (version(record_type=NAME), {("unknown-type", "")}),
    "derived type": (
        version(record_type="person", record_id="p", record=Person(id="p")),
        {("derived-type", "")},
    ),
}


@pytest.mark.parametrize(("bad", "expected"), UNWRITABLE.values(), ids=UNWRITABLE)
def test_a_version_that_could_not_be_read_back_is_refused(tmp_path: Path, bad, expected):
    good = version(record_type="provider", record_id="p", record=Provider(id="p", name="Patvērums"))
    with pytest.raises(NotWritableError) as caught:
        write_journal(Journal((good, bad)), tmp_path / "register", SCHEMA)

    assert kinds(caught.value) == expected
    assert not (tmp_path / "register").exists()
    told = f"{caught.value!r} {caught.value} {caught.value.__cause__} {caught.value.__context__}"
    assert not any(canary in told for canary in CANARIES)


ODD_VALUES: dict[str, tuple[Version, set[tuple[str, str]]]] = {
    "NaN": (visit(price=Decimal("NaN")), {("not-a-decimal", "price")}),
    "signalling NaN": (visit(price=Decimal("sNaN")), {("not-a-decimal", "price")}),
    "huge": (visit(price=Decimal("1E+30")), {("not-a-decimal", "price")}),
    "tiny": (visit(price=Decimal("1E-10")), {("not-a-decimal", "price")}),
    "whole number as decimal": (visit(price=85), {("not-a-decimal", "price")}),
    "float": (visit(price=0.5), {("not-a-decimal", "price")}),
    "true as number": (visit(balance=True), {("not-a-number", "balance")}),
    "beyond": (visit(balance=6), {("out-of-bounds", "balance")}),
    "empty text": (visit(note=""), {("empty-text", "note")}),
    "lone surrogate": (visit(note="\udcff"), {("half-character", "note")}),
    "unlisted place": (visit(place="x"), {("not-a-code", "place")}),
    "unknown where it must be known": (
        visit(closed_as=NOT_ASKED),
        {("may-not-be-unknown", "closed_as")},
    ),
    "derived type of a plugin": (
        version(record_type="party", record_id="p", record=Party(id="p")),
        {("derived-type", "")},
    ),
}


@pytest.mark.parametrize(("bad", "expected"), ODD_VALUES.values(), ids=ODD_VALUES)
def test_a_plugin_record_is_written_as_strictly(bad, expected):
    assert kinds(refusal(ODD, bad)) == expected


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ((version(), version()), ("same-version-twice", "version")),
        (
            (version(), version(version=2, act=Act.ERASED, record=None)),
            ("erased-still-there", "version"),
        ),
        (
            (version(act=Act.ERASED, record=None), version(version=2, act=Act.CHANGED)),
            ("version-after-erasure", "version"),
        ),
    ],
    ids=["the same twice", "values of an erased record", "after an erasure"],
)
def test_a_history_that_would_not_come_back_is_refused(versions, expected):
    assert kinds(refusal(SCHEMA, *versions)) == {expected}


def test_a_gap_keeps_nothing_from_being_written():
    journal = Journal((version(version=3, act=Act.CHANGED),))

    reading = json_document.read(json_document.write(journal, SCHEMA), SCHEMA)

    assert [finding.kind for finding in reading.findings] == ["wire.version-gap"]
    assert reading.journal == journal


def test_everything_in_the_way_is_said_at_once_and_travels():
    error = refusal(
        SCHEMA, version(record=None), client(gender=ABSENT), version(record_type="cleint")
    )

    back = pickle.loads(pickle.dumps(error))

    assert isinstance(error, InclusionError)
    assert back.findings == error.findings
    assert str(back) == (
        "nothing was written, for 3 findings; the first is: "
        "there is no such type of record; write a known one: client"
    )


def test_a_derived_field_is_not_written():
    journal = Journal((client(person_id="client-0"),))

    (back,) = json_document.read(json_document.write(journal, SCHEMA), SCHEMA).journal.versions

    assert back == client()


def test_the_document_is_written_like_this():
    erased = version(record_id="client-2", version=2, act=Act.ERASED, why="lūdza", record=None)
    known = client(gender=Unknown(Reason.REFUSED), born_on=PartialDay.of_month(1990, 5))

    assert json_document.write(Journal((erased, known)), SCHEMA).decode() == (
        '{"schema": "inclusion_core", "schema_version": 1, "records": {\n'
        '"client": [\n'
        '{"id": "client-1", "version": 1, "recorded_on": "2018-04-15", "sequence": 1, '
        '"recorded_by": "", "act": "recorded", "why": "", "provider_id": "shelter", '
        '"born_on": "1990-05", "gender": {"unknown": "refused"}, "died_on": null},\n'
        '{"id": "client-2", "version": 2, "recorded_on": "2018-04-15", "sequence": 1, '
        '"recorded_by": "", "act": "erased", "why": "lūdza"}\n'
        "]\n"
        "}}\n"
    )


def test_an_empty_journal_can_be_written_and_read(tmp_path: Path):
    for path in (tmp_path / "register", tmp_path / "register.json"):
        write_journal(Journal(()), path, SCHEMA)
        assert read_journal(path, SCHEMA).findings == ()


def test_the_sheet_is_written_like_this(tmp_path: Path):
    full = visit(
        mood=Unknown(Reason.CONTRADICTORY),
        closed_as=Mood.NONE,
        price=Decimal("85.00"),
        debt=ABSENT,
        balance=-5,
        note='=SUM(A1); "x", y',
        remark=Unknown(Reason.ERASED),
        place="Riga",
    )
    empty = visit()
    write_journal(Journal((full,)), tmp_path / "full", ODD)
    write_journal(Journal((empty,)), tmp_path / "empty", ODD)

    heading, row = (tmp_path / "full" / "visit.csv").read_text("utf-8").splitlines()
    assert heading == (
        "id,version,recorded_on,sequence,recorded_by,act,why,mood,mood_unknown,"
        "ended_on,ended_on_unknown,closed_as,closed_as_unknown,price,debt,debt_unknown,"
        "balance,balance_unknown,note,note_unknown,remark,remark_unknown,place"
    )
    assert row == (
        "visit-1,1,2018-04-15,1,,recorded,,,contradictory,2018-04-15,,none,,85,,none,-5,,"
        '"=SUM(A1); ""x"", y",,,erased,Riga'
    )
    _, row = (tmp_path / "empty" / "visit.csv").read_text("utf-8").splitlines()
    assert row == (
        "visit-1,1,2018-04-15,1,,recorded,,,none,2018-04-15,,,none,,,not_asked,"
        ",not_asked,,not_asked,,,"
    )


def test_a_folder_has_a_file_for_every_type_and_a_tag(tmp_path: Path):
    csv_folder.write(Journal(()), tmp_path / "a" / "b", ODD)

    names = sorted(path.name for path in (tmp_path / "a" / "b").iterdir())
    assert names == ["guest.csv", "schema.json", "visit.csv"]
    assert (tmp_path / "a" / "b" / "schema.json").read_text("utf-8") == (
        '{"schema": "inclusion_core", "schema_version": 1}\n'
    )


def test_writing_again_leaves_no_row_of_before(tmp_path: Path):
    csv_folder.write(Journal((version(),)), tmp_path, SCHEMA)
    csv_folder.write(Journal(()), tmp_path, SCHEMA)

    reading = csv_folder.read(tmp_path, SCHEMA)
    assert (reading.rows_read, reading.findings) == (0, ())


def test_only_the_owner_may_read_what_is_written(tmp_path: Path):
    write_journal(Journal((version(),)), tmp_path / "register.json", SCHEMA)

    mode = (tmp_path / "register.json").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path):
    target = tmp_path / "elsewhere.csv"
    target.write_text("kept", encoding="utf-8")
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "client.csv").symlink_to(target)

    csv_folder.write(Journal((version(),)), folder, SCHEMA)

    assert target.read_text("utf-8") == "kept"
    assert not (folder / "client.csv").is_symlink()


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_no_half_file(tmp_path: Path, monkeypatch, step: str):
    def fail(*_: object) -> None:
        raise OSError(28, "disk full")

    csv_folder.write(Journal((version(),)), tmp_path, SCHEMA)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)

    with pytest.raises(OSError, match="disk full"):
        csv_folder.write(Journal((client(gender=Gender.FEMALE),)), tmp_path, SCHEMA)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
