"""A sample of hundreds of clients: judged and counted out of a database as out of memory."""

from datetime import date

import pytest

from inclusion_core import Period, ReportData
from inclusion_core.databases import Database
from inclusion_core.facts.cases import Cases
from inclusion_core.model.caseload import Journal
from inclusion_core.testing import installed_catalogue

pytestmark = pytest.mark.no_cover  # other tests reach every line

DAY = date(2018, 12, 3)


@pytest.fixture(scope="module")
def catalogue():
    return installed_catalogue()


@pytest.fixture(scope="module")
def journal(catalogue):
    sample = catalogue.samples["sif.mentoring"]
    built = sample.build(sample.default_seed)
    return Journal(tuple(each for each in built.versions if each.recorded_on <= DAY))


@pytest.fixture(scope="module")
def database(catalogue, journal, tmp_path_factory):
    file = tmp_path_factory.mktemp("sample") / "cases.db"
    made = Database.create(f"sqlite:///{file}", catalogue.schema)
    made.append(journal.versions)
    yield made
    made.engine.dispose()


def test_a_report_is_the_same_from_the_database_and_from_the_caseload(database, catalogue, journal):
    form = catalogue.report("sif.mentoring.interim")

    def filled_in(data):
        return form.filled_in(
            data, period=Period(date(2018, 6, 1), date(2018, 11, 30)), status_day=DAY
        )

    caseload = ReportData.of_caseload(journal.as_known_on(DAY), catalogue.schema)
    tables = ReportData.of_tables(**database.for_report(DAY))

    assert tables.fingerprint == caseload.fingerprint
    assert filled_in(tables).sections == filled_in(caseload).sections


def told_about(service, case):
    decision = service.assess(case, DAY)
    windows = [service.support(each.id, case, DAY).explain("en") for each in service.supports]
    return decision.verdict, decision.explain("en"), windows


def test_clients_are_judged_as_in_the_whole_caseload(database, catalogue, journal):
    service = catalogue.eligibility("sif.mentoring")
    whole = Cases.of(journal.as_known_on(DAY), catalogue.schema)
    clients = [case.client.id for case in whole][::60]

    for key in clients:
        case = database.case(key, known_on=DAY)
        assert told_about(service, case) == told_about(service, whole[key])
    assert len(clients) > 5
    assert len(case.records.of_type("client")) < 20
