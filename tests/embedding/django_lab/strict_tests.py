"""What the app of the docs promises beyond its own tests; Django runs it beside them."""

import json
import logging
import random
import traceback
from datetime import date, timedelta
from threading import Barrier, Thread
from unittest.mock import patch

from casework import mapping as declared
from casework import reading
from casework.checks import mapping_fits, rules_are_there
from casework.models import Decision, Person, Project, Session, Stay, Worker
from casework.reading import answers, catalogue, everybody, mapping
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import SimpleTestCase, TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from inclusion_core import ABSENT, NOT_ASKED, Caseload, Cases, Language, Period, ReportData
from inclusion_core.checks import Examined
from inclusion_core.checks.looking import findings_in
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind, ServiceStaff
from inclusion_core.model.staff import StaffAssignment, StaffMember, StaffRole
from inclusion_core.model.status import LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.rows import codes, rows_of

KNOWN_ON = date(2018, 12, 3)
HOUSE = "our-house"
SEXES = {"S": Gender.FEMALE, "V": Gender.MALE, "-": NOT_ASKED}
KINDS = {
    "PM": ProtectionKind.ASYLUM_SEEKER,
    "BS": ProtectionKind.REFUGEE,
    "AS": ProtectionKind.ALTERNATIVE_STATUS,
}


def someday(dice, first=date(2017, 1, 1), days=700):
    return first + timedelta(days=dice.randrange(days))


def perhaps(dice, day):
    return day if dice.random() < 0.5 else None


def fill_in(people):
    """Rows in our tables, and the records that they ought to be, made without the mapping."""
    dice = random.Random(2018)
    project = Project.objects.create(
        code="MENT", number="9.1.4.4./16/I/001", title="Diversity", owner="Foundation",
        house="Our house", contract_nr="2018/7", begins=date(2016, 5, 1), ends=None,
    )  # fmt: skip
    workers = [
        Worker.objects.create(name="W", project=project, job=job, since=date(2016, 5, 1))
        for job in ("SD", "ME")
    ]
    yield from (
        Operation(
            id="MENT", number=project.number, title="Diversity", beneficiary="Foundation",
            first_day=project.begins,
        ),
        Programme(id="MENT", operation_id="MENT", declared_as="sif.mentoring"),
        Provider(id=HOUSE, name="Our house"),
        Contract(
            id="MENT", programme_id="MENT", provider_id=HOUSE, number="2018/7",
            first_day=project.begins,
        ),
    )  # fmt: skip
    for worker, role in zip(
        workers, (StaffRole.SOCIAL_WORKER, StaffRole.SOCIAL_MENTOR), strict=True
    ):
        key = str(worker.pk)
        yield StaffMember(id=key, provider_id=HOUSE)
        yield StaffAssignment(
            id=key, staff_member_id=key, contract_id="MENT", role=role, first_day=worker.since
        )
    for number in range(people):
        yield from one_person(dice, number, project, workers)


def one_person(dice, number, project, workers):
    person = Person.objects.create(
        full_name=f"Name {number}",
        personal_code=f"code-{number}",
        dob=perhaps(dice, someday(dice, date(1960, 1, 1), 18_000)),
        sex=dice.choice("SV-"),
    )
    client_id = str(person.pk)
    yield Client(
        id=client_id, provider_id=HOUSE, born_on=person.dob or NOT_ASKED, gender=SEXES[person.sex]
    )
    for _ in range(dice.randrange(3)):
        first = someday(dice)
        decision = Decision.objects.create(
            person=person, kind=dice.choice(("PM", "BS", "AS")), valid_from=first,
            valid_to=perhaps(dice, first + timedelta(days=200)), notified=perhaps(dice, first),
        )  # fmt: skip
        yield ProtectionSpell(
            id=str(decision.pk), client_id=client_id, kind=KINDS[decision.kind],
            legal_basis=LegalBasis.ASYLUM_LAW, first_day=first,
            last_day=decision.valid_to or ABSENT, notified_on=decision.notified or NOT_ASKED,
        )  # fmt: skip
    for _ in range(dice.randrange(2)):
        since = someday(dice, date(2018, 1, 1), 300)
        stay = Stay.objects.create(
            person=person, project=project, since=since, plan_from=perhaps(dice, since),
            until=perhaps(dice, since + timedelta(days=100)),
            plan_done=perhaps(dice, since + timedelta(days=60)),
        )  # fmt: skip
        if stay.until:
            stay.why = "AWAY"
            stay.save()
        yield from one_stay(dice, stay, client_id, workers)


def one_stay(dice, stay, client_id, workers):
    key = str(stay.pk)
    yield Participation(
        id=key, client_id=client_id, programme_id="MENT", entered_on=stay.since,
        left_on=stay.until or ABSENT,
        leaving_reason=LeavingReason.LEFT_COUNTRY if stay.until else ABSENT,
    )  # fmt: skip
    yield DeliverySpell(
        id=key, participation_id=key, contract_id="MENT", first_day=stay.since,
        last_day=stay.until or ABSENT,
    )  # fmt: skip
    if stay.plan_from:
        yield SupportPlan(
            id=key, participation_id=key, drawn_up_on=stay.plan_from,
            fulfilled_on=stay.plan_done or ABSENT,
        )  # fmt: skip
    for _ in range(dice.randrange(4)):
        session = Session.objects.create(
            stay=stay, worker=dice.choice(workers), held_on=someday(dice, stay.since, 60),
            minutes=dice.randrange(30, 120),
        )  # fmt: skip
        own = str(session.pk)
        yield Service(
            id=own, contract_id="MENT", kind=ServiceKind.INDIVIDUAL, given_on=session.held_on,
            minutes=session.minutes,
        )  # fmt: skip
        yield ServiceAttendance(
            id=own, service_id=own, participation_id=key, minutes=session.minutes
        )
        yield ServiceStaff(id=own, service_id=own, staff_assignment_id=str(session.worker_id))


def told(decision, window):
    return (
        decision.verdict,
        decision.explain("lv"),
        decision.still_matters,
        json.loads(window.as_json("lv")),
    )


class SameAsTheLibraryTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.records = tuple(fill_in(people=14))

    def caseload(self):
        return Caseload.of_records(self.records, known_on=KNOWN_ON)

    def test_the_rows_give_the_records_that_they_ought_to(self):
        read = everybody(KNOWN_ON)

        assert read.findings == ()
        assert read.journal.as_known_on(KNOWN_ON) == self.caseload()

    def test_every_person_is_answered_as_by_the_library_itself(self):
        cases = Cases.of(self.caseload(), catalogue().schema)
        service = catalogue().eligibility("sif.mentoring")
        verdicts = set()
        for case in cases:
            for on in (KNOWN_ON,):
                found = answers(int(case.client.id), on=on, known_on=KNOWN_ON)
                for support, answer in found.items():
                    own = service.may_receive(support, case, on)
                    assert told(*answer) == told(own, service.support(support, case, on))
                    verdicts.add(own.verdict.value)
        assert verdicts == {"yes", "no", "undecided"}

    def test_checks_and_report_are_those_of_the_library(self):
        found = {}
        for name, caseload in {
            "rows": everybody(KNOWN_ON).journal.as_known_on(KNOWN_ON),
            "records": self.caseload(),
        }.items():
            examined = Examined(caseload=caseload, schema=catalogue().schema)
            report = catalogue().report("sif.mentoring.monthly").filled_in(
                ReportData.of_caseload(caseload, catalogue().schema),
                period=Period.month(2018, 6), status_day=KNOWN_ON,
            )  # fmt: skip
            checks = catalogue().checks_for(["sif.mentoring"])
            page = catalogue().formats["html"].render(report, Language.LV)
            found[name] = (list(findings_in(examined, checks)), page)

        assert found["rows"] == found["records"]
        assert found["rows"][0]


class OnlyWhatIsNeededTest(TestCase):
    fixtures = ("example",)

    def test_one_case_takes_one_query_for_each_table_and_nobody_elses_rows(self):
        with CaptureQueriesContext(connection) as asked:
            answers(1, on=KNOWN_ON, known_on=KNOWN_ON)

        queries = [each["sql"] for each in asked.captured_queries if "SELECT" in each["sql"]]
        assert len(queries) == len(declared.TABLES)
        assert not any("full_name" in each or "personal_code" in each for each in queries)
        about = [each for each in queries if "WHERE" in each]
        assert len(about) == len(declared.PERSON_OF)


@override_settings(DEBUG=True)
class NoValuesTest(TestCase):
    fixtures = ("example",)
    values = (
        *("First Person", "010190-10001", "1990-01-01", "1990, 1, 1", "1 January 1990"),
        *("2018-04-15", "2018, 4, 15", "15 April 2018", "typed-in"),
    )
    """None of them is so short that an address in memory could hold it by chance."""

    def setUp(self):
        self.client.force_login(User.objects.create_superuser("ance"))
        self.client.raise_request_exception = False
        self.records = []
        handler = logging.Handler(logging.DEBUG)
        handler.emit = self.records.append
        for name in ("django.request", "inclusion_core", "casework"):
            logging.getLogger(name).addHandler(handler)
            self.addCleanup(logging.getLogger(name).removeHandler, handler)

    def assert_silent(self, answer):
        assert answer.status_code == 500
        page = answer.content.decode()
        assert "NotJudgedError" in page
        texts = [page]
        for record in self.records:
            texts.append(record.getMessage())
            if record.exc_info:
                texts.append("".join(traceback.format_exception(*record.exc_info)))
        assert len(texts) > 1
        for text in texts:
            assert not [each for each in self.values if each in text]

    def test_an_error_page_shows_no_value(self):
        class NotJudgedError(Exception):
            pass

        def failing(*_, **__):
            raise NotJudgedError

        with patch.object(reading.Cases, "of", failing):
            self.assert_silent(self.client.get("/person/1/support/?on=2018-12-03"))
            self.assert_silent(
                self.client.post(
                    "/admin/casework/session/add/",
                    {
                        "stay": 21, "worker": 2, "held_on": "2018-06-13", "minutes": 5,
                        "remark": "typed-in",
                    },
                )
            )  # fmt: skip


class MappingIsHeldTest(SimpleTestCase):
    def faults(self, **tables):
        with patch.dict(declared.TABLES, tables), forgotten():
            return [(each.id, each.msg) for each in mapping_fits()]

    def test_a_field_that_is_none_is_told_at_the_start(self):
        found = self.faults(person=[rows_of(Client, id="id", provider_id="id", bornon="dob")])

        assert found == [
            ("casework.E001", "person: client.bornon: no such field; did you mean born_on?")
        ]

    def test_a_column_that_is_none_is_told_at_the_start(self):
        found = self.faults(person=[rows_of(Client, id="id", provider_id="id", born_on="birthday")])

        ((key, problem),) = found
        assert key == "casework.E002"
        assert "Cannot resolve keyword 'birthday' into field" in problem

    def test_a_choice_without_a_meaning_is_told_at_the_start(self):
        sexes = codes("sex", {"S": Gender.FEMALE})
        found = self.faults(person=[rows_of(Client, id="id", provider_id="id", gender=sexes)])

        assert [key for key, _ in found] == ["casework.E003", "casework.E003"]
        assert "'-'" in found[0][1]
        assert "'V'" in found[1][1]

    def test_a_programme_whose_rules_are_not_there_is_told_at_the_start(self):
        with patch("casework.checks.PROGRAMME", "sif.mentorin"):
            assert [each.id for each in rules_are_there()] == ["casework.E004"]


class forgotten:  # noqa: N801
    """As in a process that has not loaded anything of the mapping yet."""

    def __enter__(self):
        reading._mapping.cache_clear()

    def __exit__(self, *_):
        reading._mapping.cache_clear()


class LoadedOnceTest(SimpleTestCase):
    def test_many_threads_at_once_load_the_catalogue_once(self):
        loaded, barrier, found = [], Barrier(8), []
        whole = catalogue()

        def load():
            loaded.append(1)
            return whole

        def ask():
            barrier.wait()
            found.append((catalogue(), mapping()))

        reading._catalogue.cache_clear()
        with patch.object(reading, "load_catalogue", load), forgotten():
            threads = [Thread(target=ask) for _ in range(8)]
            for each in threads:
                each.start()
            for each in threads:
                each.join()

        assert loaded == [1]
        assert {id(each) for each, _ in found} == {id(whole)}
        assert len({id(each) for _, each in found}) == 1


class MigrationsTest(TestCase):
    def test_the_models_have_their_migrations(self):
        call_command("makemigrations", "--check", verbosity=0)
