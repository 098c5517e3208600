"""What was published about the motivation programme comes out of its sample, for every seed."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from inclusion_core import ABSENT, Language, Period, ReportData, Verdict
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import findings_in
from inclusion_core.facts.cases import Cases
from inclusion_core.metrics.comparing import Aspect, compared
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract, FundingShare, Programme, Provider
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import Participation
from inclusion_core.model.paying import paid_by
from inclusion_core.model.place import Place
from inclusion_core.model.traits import RiskSpell
from inclusion_core.reports.formats import FORMATS
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import PartialDay, day_span
from inclusion_sif.motivation.published import (
    CLIENTS_IN_2018,
    CLIENTS_IN_2021,
    NARROW_IN_2018,
    NARROW_IN_2021,
    WIDE_IN_2018,
)
from inclusion_sif.motivation.reports import RESULTS_2018, RESULTS_2021
from inclusion_sif.motivation.side_by_side import CLIENTS_COMPARED, RESULTS_COMPARED, TWO_RATES
from inclusion_sif.sample_motivation import SAMPLE, build

SEEDS = (2018, *range(8))
YEAR_2018 = Period.year(2018)
UNTIL_MAY_2021 = Period(date(2020, 9, 1), date(2021, 5, 1))
BOTH = Period(date(2018, 1, 1), date(2021, 5, 1))
PUBLISHED_ON, LAST_DAY = date(2019, 1, 8), date(2021, 7, 1)

NARROW = {OutcomeKind.EMPLOYMENT, OutcomeKind.SELF_EMPLOYMENT, OutcomeKind.EDUCATION}
WIDE = {*NARROW, OutcomeKind.JOB_SEARCH, OutcomeKind.TRAINING, OutcomeKind.QUALIFICATION}
ENGINES = pytest.mark.parametrize("engine", [None, "polars", "duckdb"], ids=str)
LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="module")
def catalogue():
    return installed_catalogue()


@pytest.fixture(scope="module")
def journal():
    return build()


def filled_in(catalogue, caseload, form, period, engine=None):
    data = ReportData.of_caseload(caseload, catalogue.schema, engine=engine)
    return form.filled_in(data, period=period, status_day=caseload.known_on)


def table(report, key):
    (found,) = (each for section in report.sections for each in section.tables if each.id == key)
    return found


def cells(report, key):
    """The first figure of each row, and how many more there may be."""
    return {row.id: (row.cells[0].value, row.cells[0].unknown) for row in table(report, key).rows}


# Counted once more, in plain Python over the records.


def counted(caseload, period, kinds):
    """How many persons were served in a period, and how many had a result in it by region."""
    persons = same_persons(caseload)
    regions = {each.participation_id: each.region for each in caseload.of(EntryTraits)}
    served, with_result = {}, {}
    for stay in caseload.of(Participation):
        entered, left = day_span(stay.entered_on), day_span(stay.left_on)
        if entered.earliest > period.last_day or left.latest < period.first_day:
            continue
        assert entered.latest <= period.last_day
        assert left.earliest >= period.first_day
        served[persons[stay.client_id]] = stay
        for outcome in caseload.of(Outcome):
            inside = period.first_day <= outcome.happened_on <= period.last_day
            if outcome.participation_id == stay.id and outcome.kind in kinds and inside:
                with_result[persons[stay.client_id]] = regions[stay.id]
    return len(served), Counter(with_result.values())


def same_persons(caseload):
    """Somebody's first client record stands for all that links join to it."""
    persons = {client.id: client.id for client in caseload.of(Client)}
    for link in caseload.of(SamePersonLink):
        persons[link.other_client_id] = link.client_id
    return persons


@pytest.mark.parametrize("seed", SEEDS)
def test_plain_python_counts_the_published_figures_whatever_the_seed(seed):
    drawn = build(seed)
    then, now = drawn.as_known_on(PUBLISHED_ON), drawn.as_known_on(LAST_DAY)
    by_region = {"RIGA": 8, "VIDZEME": 11, "ZIEMELLATGALE": 20}

    assert counted(then, YEAR_2018, WIDE) == (168, by_region)
    assert counted(now, YEAR_2018, WIDE) == (168, by_region)
    assert counted(now, UNTIL_MAY_2021, NARROW) == (60, {"LV009": 18})


@pytest.mark.parametrize("seed", [3, 7])
def test_the_rates_are_39_of_168_and_18_of_60_whatever_the_seed(catalogue, seed):
    report = filled_in(catalogue, build(seed).as_known_on(LAST_DAY), TWO_RATES, BOTH)

    found = [tuple(cell.value for cell in row.cells[:2]) for row in table(report, "rates").rows]
    assert found == [(39, 168), (18, 60)]


@ENGINES
def test_the_report_on_2018_gives_what_was_published(catalogue, journal, engine):
    known = journal.as_known_on(PUBLISHED_ON)
    report = filled_in(catalogue, known, RESULTS_2018, YEAR_2018, engine)

    assert cells(report, "results") == {
        "sif.motivation.clients": (168, 0),
        "sif.motivation.outcomes-2018": (39, 0),
    }
    assert list(cells(report, "regions").items()) == [
        ("ZIEMELLATGALE", (20, 0)),
        ("VIDZEME", (11, 0)),
        ("RIGA", (8, 0)),
    ]


@ENGINES
def test_the_report_until_may_2021_gives_what_was_published(catalogue, journal, engine):
    known = journal.as_known_on(LAST_DAY)
    report = filled_in(catalogue, known, RESULTS_2021, UNTIL_MAY_2021, engine)

    assert cells(report, "results") == {
        "sif.motivation.clients": (60, 0),
        "sif.motivation.outcomes-2021": (18, 0),
    }
    assert cells(report, "borders")["sif.motivation.entrants"] == (56, 0)


@ENGINES
def test_both_rates_stand_in_one_report_in_both_languages(catalogue, journal, engine):
    report = filled_in(catalogue, journal.as_known_on(LAST_DAY), TWO_RATES, BOTH, engine)

    assert {("39", "168", "23,2"), ("18", "60", "30,0")} <= rows_in_markdown(report, Language.LV)
    assert {("39", "168", "23.2"), ("18", "60", "30.0")} <= rows_in_markdown(report, Language.EN)


def rows_in_markdown(report, language):
    """The first three cells of each row, as they are written."""
    markdown = next(each for each in FORMATS if each.id == "md")
    lines = markdown.render(report, language).decode().splitlines()
    return {tuple(part.strip() for part in line.split("|")[2:5]) for line in lines if "|" in line}


def test_nothing_that_became_known_later_changes_a_published_figure(catalogue, journal):
    known = [journal.as_known_on(day) for day in (PUBLISHED_ON, date(2020, 8, 31), LAST_DAY)]
    reports = [filled_in(catalogue, each, RESULTS_2018, YEAR_2018) for each in known]

    assert [cells(each, "results") for each in reports] == [cells(reports[0], "results")] * 3


@pytest.mark.parametrize("day", [1, 15, 30])
def test_whatever_day_of_september_it_began_on_the_figures_are_the_same(catalogue, journal, day):
    period = Period(date(2020, 9, day), date(2021, 5, 1))
    report = filled_in(catalogue, journal.as_known_on(LAST_DAY), RESULTS_2021, period)

    assert list(cells(report, "results").values()) == [(60, 0), (18, 0)]


# Why the rates may not be compared.


def test_the_two_results_differ_in_codes_and_days_and_the_two_wholes_in_days():
    (universe, condition) = RESULTS_COMPARED.differences
    (kinds,) = condition.codes

    assert not RESULTS_COMPARED.comparable
    assert not CLIENTS_COMPARED.comparable
    assert (universe.aspect, condition.aspect) == (Aspect.UNIVERSE, Aspect.WHERE)
    assert kinds.only_one == ("job_search", "qualification", "training")
    assert kinds.only_other == ()
    assert len(universe.bounds) == 2
    assert not condition.otherwise
    assert CLIENTS_COMPARED.differences == (universe,)


def test_in_one_time_the_two_definitions_differ_in_codes_alone_and_in_two_times_in_days_alone():
    (codes,) = compared(WIDE_IN_2018, NARROW_IN_2018).differences
    days = compared(NARROW_IN_2018, NARROW_IN_2021).differences

    assert (len(codes.codes), codes.bounds) == (1, ())
    assert all(each.bounds and not each.codes for each in days)


def test_the_reasons_in_the_report_are_those_that_comparing_finds(catalogue, journal):
    report = filled_in(catalogue, journal.as_known_on(LAST_DAY), TWO_RATES, BOTH)
    why = [row.cells[2].value.in_("en") for row in table(report, "definitions").rows]

    assert why[0] == "; ".join(each.in_("en") for each in RESULTS_COMPARED.told()[1:])
    assert "job search, gaining a qualification and training" in why[0]
    assert "1 January 2018 to 31 December 2018 / 1 September 2020 to 1 May 2021" in why[0]
    assert why[1] == "; ".join(each.in_("en") for each in CLIENTS_COMPARED.told()[1:])
    assert report.sections[0].paragraphs[0] == RESULTS_COMPARED.says


def test_by_one_definition_the_figures_are_others(catalogue, journal):
    known = journal.as_known_on(LAST_DAY)
    alike = table(filled_in(catalogue, known, TWO_RATES, BOTH), "alike")
    narrow, wide = ((row.cells[0].value, row.cells[1].value) for row in alike.rows)
    (_, in_2018), (_, until_may) = (
        counted(known, YEAR_2018, NARROW),
        counted(known, UNTIL_MAY_2021, WIDE),
    )

    assert narrow == (in_2018.total(), 168)
    assert 0 < in_2018.total() < 39
    assert wide == (until_may.total(), 60) == (25, 60)
    assert [note.in_("en") for note in alike.notes] == ["No such figure was published."]


def test_the_six_months_of_many_go_on_after_the_period_and_some_entered_before_it(
    catalogue, journal
):
    known = journal.as_known_on(LAST_DAY)
    in_2018 = cells(filled_in(catalogue, known, RESULTS_2018, YEAR_2018), "borders")
    later = cells(filled_in(catalogue, known, RESULTS_2021, UNTIL_MAY_2021), "borders")
    late = date(2018, 7, 2)  # six months from it end on 1 January
    entered = {
        each.client_id
        for each in known.of(Participation)
        if late <= day_span(each.entered_on).earliest <= YEAR_2018.last_day
    }

    assert in_2018["sif.motivation.entrants"] == (168, 0)
    assert in_2018["sif.motivation.six-months-go-on"] == (len(entered), 0)
    assert 0 < later["sif.motivation.six-months-go-on"][0] < 60


def test_who_was_in_both_times_is_one_person(journal):
    known = journal.as_known_on(LAST_DAY)
    persons = same_persons(known)
    times = defaultdict(set)
    for stay in known.of(Participation):
        times[persons[stay.client_id]].add(day_span(stay.entered_on).earliest.year)

    assert sum(min(years) == 2018 and max(years) >= 2020 for years in times.values()) == 3
    assert not CLIENTS_IN_2018.adds_up
    assert not CLIENTS_IN_2021.adds_up


# What the forms say.


@LANGUAGES
@pytest.mark.parametrize(
    ("form", "said"),
    [
        (RESULTS_2018, ("S-SIF-2018-4", "2018", "19")),
        (RESULTS_2021, ("Apvienība Verte", "Viesītes novad", "85 %", "15 %")),
    ],
    ids=lambda each: getattr(each, "id", ""),
)
def test_the_reports_name_what_was_published_of_provider_contract_and_shares(form, said, language):
    words = form.sections[0].paragraphs[0].in_(language)

    assert [each for each in said if each not in words] == []


def test_of_2018_the_provider_is_named_and_no_shares_are():
    words = RESULTS_2018.sections[0].paragraphs[0]

    assert "Latvian Red Cross" in words.in_("en")
    assert "age, gender, disability, ethnicity" in words.in_("en")
    assert "85" not in words.in_("en")


def test_what_is_from_memory_says_so():
    (reform,) = (each for each in RESULTS_2021.sources if each.confidence is Confidence.REMEMBERED)

    assert "30 June 2021" in reform.note.in_("en")
    assert all(each.source.confidence is Confidence.PUBLISHED for each in TWO_RATES.metrics)


# The sample, through the rules of the programme.


@pytest.mark.parametrize("seed", [2018, 0, 1])
def test_everybody_who_entered_was_at_risk_and_who_was_turned_away_was_not(catalogue, seed):
    drawn = build(seed)
    known = drawn.as_known_on(LAST_DAY)
    eligibility = catalogue.eligibility("sif.motivation")
    cases = Cases.of(known)
    entered = defaultdict(list)
    for stay in known.of(Participation):
        entered[stay.client_id].append(stay)
    by_entry = {
        verdict
        for key, stays in entered.items()
        for stay in stays
        for verdict in [eligibility.assess(cases[key], day_span(stay.entered_on).latest).verdict]
    }
    turned_away = {
        version.record_id: version.recorded_on
        for version in drawn.versions
        if version.record_type == "client" and version.record_id not in entered
    }

    assert by_entry == {Verdict.YES}
    assert len(turned_away) == 5
    assert {
        eligibility.assess(cases[key], asked_on).verdict for key, asked_on in turned_away.items()
    } == {Verdict.NO}


def test_all_four_published_grounds_and_no_other_are_there(journal):
    grounds = {each.ground.value for each in journal.as_known_on(PUBLISHED_ON).of(RiskSpell)}

    assert grounds == {"age", "gender", "disability", "ethnicity"}


@pytest.mark.at_length(few=3)
@pytest.mark.counted
@pytest.mark.parametrize("seed", [2018, 0, 1])
@pytest.mark.parametrize("day", [PUBLISHED_ON, date(2020, 10, 15), LAST_DAY])
def test_the_checks_find_nothing_in_it(catalogue, seed, day):
    drawn = build(seed)
    examined = Examined(caseload=drawn.as_known_on(day), schema=catalogue.schema, journal=drawn)
    declared = {each.declared_as for each in examined.of(Programme)}

    assert list(findings_in(examined, catalogue.checks_for(declared))) == []


def test_nobody_is_supported_for_longer_than_six_months(catalogue, journal):
    known = journal.as_known_on(LAST_DAY)
    eligibility = catalogue.eligibility("sif.motivation")
    cases = Cases.of(known)

    for stay in known.of(Participation):
        last = day_span(stay.left_on).latest
        windows = eligibility.windows("services", cases[stay.client_id], last)
        assert max(day_span(each.last_day).latest for each in windows) >= last


def test_results_stand_on_both_borders_and_on_the_days_beside_them(journal):
    days = {each.happened_on for each in journal.as_known_on(LAST_DAY).of(Outcome)}

    assert {date(2018, 12, 31), date(2019, 1, 1)} <= days
    assert {date(2020, 8, 31), date(2021, 5, 1), date(2021, 5, 2)} <= days


def test_of_the_last_contract_and_of_some_entries_only_the_month_is_known(journal):
    known = journal.as_known_on(LAST_DAY)
    september = PartialDay.of_month(2020, 9)

    assert [each.first_day for each in known.of(Contract)].count(september) == 1
    assert [each.entered_on for each in known.of(Participation)].count(september) == 2


def test_the_municipality_is_there_until_it_is_not(journal):
    (then, now) = (
        {each.name: each.last_day for each in journal.as_known_on(day).of(Place)}
        for day in (date(2021, 6, 30), LAST_DAY)
    )

    assert then["Viesītes novads"] is ABSENT
    assert now["Viesītes novads"] == date(2021, 6, 30)


def test_the_european_social_fund_pays_85_per_cent(journal):
    shares = journal.as_known_on(LAST_DAY).of(FundingShare)

    assert paid_by(shares, 100) == {"fund-esf": 85, "fund-state": 15}


def test_the_sample_says_that_nobody_in_it_is_real(journal):
    known = journal.as_known_on(LAST_DAY)

    assert "no real person" in SAMPLE.says.in_("en")
    assert all(each.name.startswith("Synthetic ") for each in known.of(Provider))
    assert all(each.number.startswith("SYNTHETIC-") for each in known.of(Contract))


def test_another_seed_draws_other_people_and_the_same_one_the_same(journal):
    assert build(2018) == journal
    assert build(1) != journal
