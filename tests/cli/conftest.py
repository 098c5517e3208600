"""A toy plugin, tiny data, and a way to run the command line on them."""

import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from inclusion_core.cli import main
from inclusion_core.expr import all_of, subject
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.facts.rows import PersonRow
from inclusion_core.manager import Plugin, load_catalogue
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Provider
from inclusion_core.model.versions import Version
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules import Rule
from inclusion_core.samples import Sample
from inclusion_core.sources import Source
from inclusion_core.texts import lv

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "metrics")]

RULES = Source(lv("Nolikums").en("Rules"), issued=date(2018, 1, 2))
PERSONS = Metric(
    id="toy.persons",
    says=lv("Dzimušie līdz {status_day:dative}").en("Persons born by {status_day}"),
    subject=PersonRow,
    universe=subject(PersonRow)
    .clients.where(lambda client: client.born_on <= PERIOD_LAST_DAY)
    .exist(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=RULES,
)
PROGRAMME = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss žurnālistiem").en("Course for journalists"),
    target_group=lv("visi").en("everybody"),
    operation_number="9.9",
    sources=(RULES.point("1"), RULES.point("2")),
)
FORM = ReportForm(
    id="toy.course.interim",
    programme=PROGRAMME.id,
    title=lv("Ziņojums").en("Overview"),
    subtitle=lv("{period}").en("{period}"),
    sections=(
        SectionForm(
            id="persons",
            title=lv("Personas").en("Persons"),
            tables=(
                FigureTable(
                    id="persons",
                    title=lv("Cik personu").en("How many persons"),
                    row_heading=lv("Kas").en("Who"),
                    metrics=(PERSONS,),
                ),
            ),
        ),
    ),
)
BINARY = ReportFormat(
    id="toy.binary",
    says=lv("baiti").en("bytes"),
    suffix=".bin",
    media_type="application/octet-stream",
    binary=True,
    render=lambda report, language: b"\x00\xff",
)


def build(seed):
    records = (
        ("provider", Provider(id="p-1", name=f"Provider {seed}")),
        ("client", Client(id="c-1", provider_id="p-1", born_on=date(1990, 5, 1))),
    )
    return Journal(
        tuple(
            Version(
                record_type=name, record_id=record.id, recorded_on=date(2018, 1, 1), record=record
            )
            for name, record in records
        )
    )


SAMPLE = Sample(id="toy.sample", says=lv("Izdomāti").en("Made up"), build=build, default_seed=7)


class ToyPlugin:
    @hookimpl
    def inclusion_programmes(self):
        return (PROGRAMME,)

    @hookimpl
    def inclusion_metrics(self):
        return (PERSONS,)

    @hookimpl
    def inclusion_reports(self):
        return (FORM,)

    @hookimpl
    def inclusion_formats(self):
        return (BINARY,)

    @hookimpl
    def inclusion_samples(self):
        return (SAMPLE,)


def broken():
    raise RuntimeError("it does not import")


def plugin(name, load):
    return Plugin(
        name=name, distribution=f"inclusion-{name}", version=version("inclusion-core"), load=load
    )


TOY = plugin("toy", ToyPlugin)
BROKEN = plugin("broken", broken)


LOADED = {}


def catalogue_of(plugins):
    """What these plugins bring, loaded once for all commands: it never changes."""
    if plugins not in LOADED:
        LOADED[plugins] = load_catalogue(plugins)
    return LOADED[plugins]


@pytest.fixture
def run(capsys):
    """Runs a command; gives its exit code, what it shows and what it remarks."""

    def command(*arguments, plugins=(TOY,)):
        code = main([str(each) for each in arguments], load=lambda: catalogue_of(plugins))
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return command


@pytest.fixture
def folder(tmp_path):
    """Two clients of one provider; the second was recorded a month later."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "schema.json").write_text('{"schema": "inclusion_core", "schema_version": 1}')
    (data / "provider.csv").write_text("id,recorded_on,name\np-1,2018-01-01,Provider\n")
    (data / "client.csv").write_text(
        "id,recorded_on,provider_id,born_on\n"
        "c-1,2018-01-01,p-1,1990-05-01\n"
        "c-2,2018-02-01,p-1,1991-05-01\n"
    )
    return data


@pytest.fixture
def faulty_folder(folder):
    """The same with a day that is none, and somebody who entered before being born."""
    (folder / "client.csv").write_text(
        "id,recorded_on,provider_id,born_on\n"
        "c-1,2018-01-01,p-1,1990-05-01\n"
        "c-2,2018-01-01,p-1,CANARY\n"
    )
    (folder / "arrival.csv").write_text(
        "id,recorded_on,client_id,arrived_on\na-1,2018-01-01,c-1,1989-01-01\n"
    )
    return folder


@pytest.fixture
def toy_without_forms():
    """The toy plugin, as long as nobody has written its form."""

    class Formless:
        inclusion_programmes = ToyPlugin.inclusion_programmes

    return plugin("toy", Formless)


@pytest.fixture
def toy_with_nothing():
    """A plugin that has a hook, and nothing to bring."""

    class Nothing:
        @hookimpl
        def inclusion_programmes(self):
            return ()

    return plugin("toy", Nothing)


@pytest.fixture
def toy_with_empty_rule():
    """A plugin with a rule that holds for whoever there is."""

    class Empty:
        @hookimpl
        def inclusion_programmes(self):
            return (PROGRAMME,)

        @hookimpl
        def inclusion_rules(self):
            everybody = Rule(
                id="toy.everybody",
                programme=PROGRAMME.id,
                says=lv("ikviens").en("everybody"),
                holds=all_of(),
                source=RULES,
            )
            return (everybody,)

    return plugin("toy", Empty)


@pytest.fixture
def broken_plugin():
    """A plugin that does not import."""
    return BROKEN
