"""The sentences of the published announcements come out of the samples, and are confirmed."""

from datetime import date

import pytest

from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.sentences.checking import Confirmation, checked
from inclusion_core.reports.sentences.telling import told
from inclusion_core.testing import installed_catalogue
from inclusion_core.texts import Language

PUBLISHED = {
    "sif.mentoring.interim": (
        "sif.mentoring",
        Period(date(2018, 6, 1), date(2018, 11, 30)),
        date(2018, 12, 3),
        ["146", "19", "5", "65", "39", "19", "12", "26", "25", "18", "14", "2", "11"],
    ),
    "sif.motivation.results-2018": (
        "sif.motivation",
        Period.year(2018),
        date(2019, 1, 8),
        ["168", "39", "23.2", "8", "11", "20"],
    ),
    "sif.motivation.results-2021": (
        "sif.motivation",
        Period(date(2020, 9, 1), date(2021, 5, 1)),
        date(2021, 7, 1),
        ["60", "18", "30.0"],
    ),
    "eea.families.progress": (
        "eea.families",
        Period(date(2013, 11, 1), date(2015, 4, 30)),
        date(2015, 4, 30),
        ["100", "50", "50", "200", "5", "4", "20", "2", "100", "200"],
    ),
    "eea.families.final": (
        "eea.families",
        Period(date(2013, 11, 1), date(2015, 7, 31)),
        date(2015, 7, 31),
        ["129", "116", "271", "6"],
    ),
}


@pytest.fixture(scope="module")
def catalogue():
    return installed_catalogue()


@pytest.mark.at_length(few=2)
@pytest.mark.parametrize("key", PUBLISHED)
def test_the_sample_tells_what_was_published_and_confirms_it(catalogue, key):
    sample, period, on, expected = PUBLISHED[key]
    form, drawn = catalogue.report(key), catalogue.samples[sample]
    caseload = drawn.build(drawn.default_seed).as_known_on(on)
    report = form.filled_in(
        ReportData.of_caseload(caseload, catalogue.schema), period=period, status_day=on
    )

    for language in Language:
        said = [told(sentence, report).says for sentence in form.sentences]
        text = "\n".join(each.in_(language) for each in said)
        found = checked(form.sentences, report, text, language)

        assert [each.written.replace(",", ".") for each in found] == expected
        assert {each.confirmation for each in found} == {Confirmation.CONFIRMED}
