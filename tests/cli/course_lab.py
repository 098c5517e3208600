"""A toy course that judges its participants: all that a plugin can declare of it, and data."""

from datetime import date
from importlib.metadata import version

from inclusion_core.checks.check import Check
from inclusion_core.expr import JUDGED_ON, completed_years, months_after, subject
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ClientRow, PersonRow
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.limits import End, Limit, Support
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Axis, Grain, Membership, Metric
from inclusion_core.periods import Period
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.rules import Role, Rule
from inclusion_core.sources import Source
from inclusion_core.texts import lv

ACT = Source(lv("Likums").en("Act"), issued=date(2016, 2, 9), found_at="shelf 7")
COURSE = ProgrammeDefinition(
    id="toy.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("pieaugušie").en("adults"),
    operation_number="9.9",
    sources=(ACT.point("1"), ACT.point("2")),
)
EMPTY = ProgrammeDefinition(
    id="toy.empty",
    says=lv("Tukša programma").en("Empty programme"),
    target_group=lv("neviens").en("nobody"),
    operation_number="9.8",
    sources=(ACT,),
)
GROWN = completed_years(CLIENT.born_on) >= 18
LIVES = ~(CLIENT.died_on <= JUDGED_ON)
ADULT = Rule(
    id="toy.adult",
    programme=COURSE.id,
    says=lv("pilngadīgs un dzīvs").en("of age and alive"),
    holds=GROWN.named("grown", lv("pilngadīgs").en("of age"))
    & LIVES.named("alive", lv("dzīvs").en("alive"), ACT.point("4")),
    source=ACT.point("3").own_reading(lv("18 gadi ieskaitot").en("the age of 18 included")),
    in_force=Period(date(2010, 1, 1)),
    tells=Telling(
        lv("pilngadīgs, dzimis {born_on:locative}").en("of age, born on {born_on}"),
        {"born_on": CLIENT.born_on},
    ),
)
LANDED = Rule(
    id="toy.landed",
    programme=COURSE.id,
    says=lv("ieradies").en("has arrived"),
    holds=CLIENT.arrivals.exist(),
    role=Role.GROUND,
    source=ACT.point("5"),
)
LESSONS = Support(
    id="toy.course.lessons", says=lv("nodarbības").en("lessons"), given=ATTENDANCE.minutes >= 1
)
MONTHS = Limit(
    id="toy.course.months",
    programme=COURSE.id,
    support=LESSONS,
    says=lv("pusgadu").en("for half a year"),
    first_day=PARTICIPATION.entered_on,
    ends=(
        End(
            id="six-months",
            says=lv("seši mēneši").en("six months"),
            day=months_after(PARTICIPATION.entered_on, 6),
            source=ACT.point("6"),
            open_says=lv("pusgads vēl nav pagājis").en("half a year has not passed"),
        ),
    ),
    source=ACT.point("6"),
)
MET = Support(
    id="toy.course.met", says=lv("tikšanās").en("meetings"), given=ATTENDANCE.minutes >= 9
)
MEETINGS = Limit(
    id="toy.course.met",
    programme=COURSE.id,
    support=MET,
    says=lv("kamēr programmā").en("while in the programme"),
    first_day=PARTICIPATION.entered_on,
    ends=(
        End(
            id="left",
            says=lv("izstājies").en("has left"),
            day=PARTICIPATION.left_on,
            source=ACT.point("7"),
        ),
    ),
    source=ACT.point("7"),
    in_force=Period(date(2016, 1, 1), date(2020, 12, 31)),
)
BORN = Fact(
    id="toy.born",
    says=lv("dzimšanas diena").en("day of birth"),
    subject=ClientRow,
    value=subject(ClientRow).born_on,
)
PEOPLE = Metric(
    id="toy.people",
    says=lv("Personas {status_day:locative}").en("Persons on {status_day}"),
    subject=PersonRow,
    universe=subject(PersonRow).clients.exist(),
    where=subject(PersonRow).clients.count() >= 2,
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    by=Axis(
        id="gender",
        says=lv("dzimums").en("gender"),
        code=subject(PersonRow).clients.only(lambda each: each.gender),
    ),
    part_of="toy.all",
    source=ACT,
    notes=(lv("Pirmā piezīme.").en("A first note."),),
)
ALL = Metric(
    id="toy.all",
    says=lv("Visi").en("All"),
    subject=PersonRow,
    universe=subject(PersonRow).clients.exist(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=ACT,
)
CHECK = Check(
    id="toy.check",
    says=lv("kaut kas nav kārtībā").en("something is out of order"),
    find=lambda examined: (),
    source=ACT.point("8"),
)


class Course:
    @hookimpl
    def inclusion_programmes(self):
        return (COURSE, EMPTY)

    @hookimpl
    def inclusion_rules(self):
        return (ADULT, LANDED)

    @hookimpl
    def inclusion_limits(self):
        return (MONTHS, MEETINGS)

    @hookimpl
    def inclusion_facts(self):
        return (BORN,)

    @hookimpl
    def inclusion_metrics(self):
        return (ALL, PEOPLE)

    @hookimpl
    def inclusion_checks(self):
        return (CHECK,)


TOY_COURSE = Plugin(
    name="toy", distribution="inclusion-toy", version=version("inclusion-core"), load=Course
)

FILES = {
    "provider": "id,recorded_on,name\np-1,2018-12-03,Provider\n",
    "operation": (
        "id,recorded_on,number,title,beneficiary,first_day,last_day\n"
        "op-1,2018-12-03,9.9,Operation,Provider,2016-01-01,2020-12-31\n"
    ),
    "programme": ("id,recorded_on,operation_id,declared_as\npr-1,2018-12-03,op-1,toy.course\n"),
    "client": (
        "id,recorded_on,provider_id,born_on\n"
        "c-1,2018-12-03,p-1,1990-05-01\n"
        "c-2,2018-12-03,p-1,2010-05-01\n"
        "c-3,2018-12-03,p-1,\n"
        "c-4,2018-12-03,p-1,1991-05-01\n"
    ),
    "arrival": (
        "id,recorded_on,client_id,arrived_on\n"
        "r-1,2018-12-03,c-1,2018-01-05\n"
        "r-2,2018-12-03,c-2,2018-01-05\n"
        "r-3,2018-12-03,c-3,2018-01-05\n"
        "r-4,2018-12-03,c-4,2018-01-05\n"
    ),
    "participation": (
        "id,recorded_on,client_id,programme_id,entered_on,left_on\n"
        "a-1,2018-12-03,c-1,pr-1,2018-08-01,\n"
        "a-2,2018-12-03,c-2,pr-1,2018-08-01,\n"
        "a-3,2018-12-03,c-3,pr-1,,\n"
    ),
}


def write_course(folder):
    """Writes the data: one adult, one child, one of unknown age; and one who takes no part."""
    folder.mkdir()
    (folder / "schema.json").write_text('{"schema": "inclusion_core", "schema_version": 1}')
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text)
    return folder
